package fix

import (
	"slices"
	"strconv"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
)

// A site is what a fix changes at one URL, as the configuration of a server wants to have it.
type site struct {
	Host, Path string
	// Origins may read; Everyone says that all may, without credentials.
	Origins  []string
	Everyone bool
	// Preflight is the whole answer to a CORS-preflight; nil where the fix does not change it.
	Preflight *grant
	// SetOrigin is true where Access-Control-Allow-Origin of the answer is changed, Set are the other headers that are.
	SetOrigin bool
	Set       []header.Field
	// Vary is true where Vary: Origin is added.
	Vary bool
	// Replaced are the names of the headers that something sets today, to another value, or that go.
	Replaced []string
	// Nth is what the names of a second and a later site end with.
	Nth string
	// Remarks are the changes that a configuration of headers cannot make.
	Remarks []string
}

// A grant is the answer to a CORS-preflight, without Access-Control-Allow-Origin and Vary.
type grant struct {
	Status int
	Header []header.Field
}

// sites sorts the edits of a fix by their URLs, in order. The exchanges are those after the fix.
func (f *Fix) sites(exchanges []corsim.Exchange) []site {
	var sites []site
	for i := range f.Edits {
		edit := &f.Edits[i]
		url, err := origin.Parse(edit.URL)
		if err != nil {
			continue
		}
		at := slices.IndexFunc(sites, func(s site) bool { return s.Host == url.Host() && s.Path == url.Pathname() })
		if at < 0 {
			at = len(sites)
			sites = append(sites, site{Host: url.Host(), Path: url.Pathname()})
			if at > 0 {
				sites[at].Nth = strconv.Itoa(at + 1)
			}
		}
		sites[at].add(edit, exchanges)
	}
	for i := range sites {
		sites[i].keepCredentials()
	}
	return sites
}

// keepCredentials leaves out what was allowed so far without credentials, where the fix allows credentials.
func (s *site) keepCredentials() {
	credentials := slices.ContainsFunc(s.Set, func(field header.Field) bool { return field.Name == allowCredentials })
	if !credentials || len(s.Origins) < 2 {
		return
	}
	for _, other := range s.Origins[1:] {
		s.Remarks = append(s.Remarks, "this allows credentials: "+other+", which is allowed today, needs a rule of its own")
	}
	s.Origins = s.Origins[:1]
}

// add adds an edit.
func (s *site) add(edit *Edit, exchanges []corsim.Exchange) {
	x := exchangeOf(edit, exchanges)
	if x == nil {
		return
	}
	if allowed, _ := x.Answer.Header.Get(allowOrigin); allowed == "*" {
		s.Everyone = true
	} else {
		s.allow(allowed)
	}
	switch {
	case edit.Preflight:
		s.Preflight = grantOf(x)
		s.Vary = s.Vary || !s.Everyone
	case edit.Header == "":
		s.Remarks = append(s.Remarks, "answer "+edit.Method+" with "+strconv.Itoa(edit.ToStatus)+
			" in the place of "+strconv.Itoa(edit.FromStatus))
	case edit.Header == "Vary":
		s.Vary = true
	case edit.Header == "Location":
		s.Remarks = append(s.Remarks, "redirect to "+edit.To+" in the place of "+edit.From)
	default:
		s.set(edit)
	}
}

// set adds the edit of a header of the answer.
func (s *site) set(edit *Edit) {
	if edit.From != "" {
		s.Replaced = append(s.Replaced, edit.Header)
	}
	switch {
	case edit.Header == allowOrigin:
		s.SetOrigin = true
		s.allow(edit.From)
	case edit.To != "":
		s.Set = append(s.Set, header.Field{Name: edit.Header, Value: edit.To})
	}
}

// ReplacesOrigin reports whether something sets Access-Control-Allow-Origin today that must not go with the
// snippet's.
func (s *site) ReplacesOrigin() bool {
	return len(s.Origins) > 0 && slices.Contains(s.Replaced, allowOrigin)
}

// Dropped are the names of the headers that something sets today and that nothing sets any more.
func (s *site) Dropped() []string {
	return slices.DeleteFunc(slices.Clone(s.Replaced), func(name string) bool {
		isSet := slices.ContainsFunc(s.Set, func(field header.Field) bool { return field.Name == name })
		return isSet || name == allowOrigin
	})
}

// DecodedPath is the path as configurations want to have it.
func (s *site) DecodedPath() string { return string(origin.PercentDecode(s.Path)) }

// allow lets an origin read, if the value is one: what a server has allowed so far stays allowed.
func (s *site) allow(value string) {
	if isOrigin(value) && !slices.Contains(s.Origins, value) {
		s.Origins = append(s.Origins, value)
	}
}

// exchangeOf returns the last exchange whose answer the edit changes.
func exchangeOf(edit *Edit, exchanges []corsim.Exchange) *corsim.Exchange {
	for i := len(exchanges) - 1; i >= 0; i-- {
		x := &exchanges[i]
		if x.Preflight == edit.Preflight && x.Request.Method == edit.Method && x.Request.URL.Href() == edit.URL {
			return x
		}
	}
	return nil
}

// grantOf is what a CORS-preflight is answered.
func grantOf(x *corsim.Exchange) *grant {
	g := &grant{Status: x.Answer.Status}
	for _, field := range x.Answer.Header {
		if slices.ContainsFunc(grantHeaders, func(name string) bool { return strings.EqualFold(name, field.Name) }) {
			g.Header = append(g.Header, field)
		}
	}
	return g
}

const (
	allowOrigin        = "Access-Control-Allow-Origin"
	allowCredentials   = "Access-Control-Allow-Credentials"
	resourcePolicy     = "Cross-Origin-Resource-Policy"
	contentTypeOptions = "X-Content-Type-Options"
)

// grantHeaders are the headers of an answer to a CORS-preflight that say more than whose origin is allowed.
var grantHeaders = []string{
	allowCredentials, "Access-Control-Allow-Methods", "Access-Control-Allow-Headers",
	"Access-Control-Max-Age",
}
