package fetch

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A response is the standard's response, https://fetch.spec.whatwg.org/#concept-response, while the fetch is
// under way.
type response struct {
	*Answer        // what came over the network, or stands for it; nil once the response has ended
	bodyNull       bool
	opaqueRedirect bool
	// includesCredentials is its request-includes-credentials.
	includesCredentials bool
	networkError        rule.ID // the rule that made it a network error
	undetermined        rule.ID // the rule that says what is not known of it
}

// ended reports whether there is nothing more to do with the response: it is a network error, or unknown.
func (r *response) ended() bool { return r.networkError != 0 || r.undetermined != 0 }

// decodedBody returns the bytes of the body as an element or a script sees them, nil where nobody knows them: encoded
// bytes are not decoded.
func (r *response) decodedBody() []byte {
	if r.Header.Contains("Content-Encoding") {
		return nil
	}
	return r.Body
}

// hasStatus reports whether there is an answer, with the given status.
func (r *response) hasStatus(status int) bool { return !r.ended() && r.Status == status }

// isNetworkError reports whether it is a network error.
func (r *response) isNetworkError() bool { return r.networkError != 0 }

// A ResponseType is the type of a response as script sees it,
//
// https://fetch.spec.whatwg.org/#concept-response-type.
type ResponseType string

// The response types.
const (
	TypeBasic          ResponseType = "basic"
	TypeCORS           ResponseType = "cors"
	TypeOpaque         ResponseType = "opaque"
	TypeOpaqueRedirect ResponseType = "opaqueredirect"
)

// A Response is what script sees of a response: a filtered response,
//
// https://fetch.spec.whatwg.org/#concept-filtered-response.
type Response struct {
	Type ResponseType
	// Status is 0 in an opaque and an opaque-redirect response.
	Status     int
	StatusText string
	// URL is the last URL of the chain without its fragment, "" in an opaque response.
	URL string
	// Redirected is true where there was at least one redirect and the response is not opaque.
	Redirected bool
	// BodyNull is true where response.body is null.
	BodyNull bool

	exposesAll  bool
	noContent   bool // there is nothing in the body, null or not
	timingAllow bool
	internal    *Answer // the internal response, nil where there is none
}

// TimingAllowed reports whether the page may read the resource's timing in detail: whether every TAO check on
// the way passed.
func (r *Response) TimingAllowed() bool { return r.timingAllow }

// Body returns the bytes that script may read.
func (r *Response) Body() []byte {
	if r.BodyNull || r.noContent || r.internal == nil {
		return nil
	}
	return r.internal.Body
}

// Header returns the headers that script may read, as the iteration of a Headers object gives them: names in
// lower case, sorted, and combined.
func (r *Response) Header() header.List {
	if r.internal == nil {
		return nil
	}
	named := r.named()
	var visible header.List
	for _, field := range r.internal.Header {
		if r.exposes(field.Name, named[header.Lower(field.Name)]) {
			visible = append(visible, field)
		}
	}
	return visible.SortAndCombine()
}

// named returns which headers Access-Control-Expose-Headers lists, by their names in lower case; it is empty where
// that makes no difference. The names are looked up, because a server may expose as many as it sends.
func (r *Response) named() map[string]bool {
	if r.Type != TypeCORS || r.exposesAll {
		return nil
	}
	list := r.internal.Header
	exposed := map[string]bool{}
	for _, field := range list {
		exposed[header.Lower(field.Name)] = false
	}
	for name := range list.Tokens("Access-Control-Expose-Headers").All() {
		name = header.Lower(name)
		if _, sent := exposed[name]; sent {
			exposed[name] = true
		}
	}
	return exposed
}

// exposes says whether the filter lets a header through. named is true where Access-Control-Expose-Headers lists it.
func (r *Response) exposes(name string, named bool) bool {
	switch r.Type {
	case TypeBasic:
		return !policy.IsForbiddenResponseHeaderName(name)
	case TypeCORS:
		if r.exposesAll || named {
			return !policy.IsForbiddenResponseHeaderName(name)
		}
		return policy.IsCORSSafelistedResponseHeaderName(name, header.TokenList{})
	}
	return false
}
