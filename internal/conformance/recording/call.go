package recording

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// make makes the call on a page. result is nil where corsim cannot say what comes of it.
func (c *Call) make(page *corsim.Page, server corsim.Server) (result *Result, verdict corsim.Verdict) {
	switch c.Kind {
	case "fetch":
		return c.fetch(page, server)
	case "xhr":
		return c.xhr(page, server)
	case "beacon":
		verdict = page.SendBeacon(server, corsim.Beacon{URL: expandPorts.Replace(c.URL), Body: c.Body.body()})
		return beaconResult(verdict), verdict
	}
	verdict = page.Load(server, corsim.Load{
		Kind:           c.loadKind(),
		URL:            expandPorts.Replace(c.URL),
		CrossOrigin:    c.crossOrigin(),
		ReferrerPolicy: c.ReferrerPolicy,
		Integrity:      c.Integrity,
	})
	return c.loadResult(verdict), verdict
}

// fetch makes a call of fetch().
func (c *Call) fetch(page *corsim.Page, server corsim.Server) (*Result, corsim.Verdict) {
	request := corsim.Request{
		URL:            expandPorts.Replace(c.URL),
		Method:         wire(c.Method),
		Header:         wireList(c.Headers),
		Body:           c.Body.body(),
		Mode:           policy.Mode(c.Mode),
		Credentials:    policy.Credentials(c.Credentials),
		Cache:          policy.Cache(c.Cache),
		Redirect:       policy.Redirect(c.Redirect),
		ReferrerPolicy: policy.ReferrerPolicy(c.ReferrerPolicy),
		Referrer:       expandPorts.Replace(c.Referrer),
		Integrity:      c.Integrity,
		Keepalive:      c.Keepalive,
	}
	if c.Referrer == "no-referrer" {
		request.Referrer, request.NoReferrer = "", true
	}
	if c.Body != nil && c.Body.Kind == "stream" {
		request.Duplex = "half"
	}
	if !c.isBytes() {
		return &Result{Outcome: "rejected", Error: &Exception{Name: "TypeError"}}, corsim.Verdict{}
	}
	verdict := page.Fetch(server, request)
	if verdict.Outcome() == corsim.Undetermined {
		return nil, verdict
	}
	if verdict.Exception() != "" {
		return &Result{Outcome: "rejected", Error: exception(verdict)}, verdict
	}
	response := verdict.Response()
	return &Result{
		Outcome:    "resolved",
		Type:       string(response.Type),
		Status:     &response.Status,
		StatusText: symbolic(response.StatusText),
		URL:        new(symbolic(response.URL)),
		Redirected: &response.Redirected,
		Headers:    fields(response.Header()),
		BodyNull:   response.BodyNull,
		Body:       text(response.Body()),
	}, verdict
}

// xhr makes a call of XMLHttpRequest.
func (c *Call) xhr(page *corsim.Page, server corsim.Server) (*Result, corsim.Verdict) {
	if !c.isBytes() {
		return &Result{Outcome: "threw", Error: &Exception{Name: "TypeError"}}, corsim.Verdict{}
	}
	verdict := page.XHR(server, corsim.XHR{
		Method:          wire(c.Method),
		URL:             expandPorts.Replace(c.URL),
		Header:          wireList(c.Headers),
		Body:            c.Body.body(),
		WithCredentials: c.WithCredentials,
		UploadListener:  c.UploadListener,
	})
	response := verdict.Response()
	result := &Result{Status: &response.Status, URL: new(withoutUUID(symbolic(response.URL))), Body: text(response.Body())}
	switch verdict.Outcome() {
	case corsim.Undetermined:
		return nil, verdict
	case corsim.Threw:
		return &Result{Outcome: "threw", Error: exception(verdict)}, verdict
	case corsim.Blocked:
		result.Outcome = "error"
	default:
		result.Outcome, result.StatusText, result.Headers = "load", symbolic(response.StatusText), fields(response.Header())
	}
	return result, verdict
}

// exception is the exception that script gets, nil for none.
func exception(verdict corsim.Verdict) *Exception {
	if verdict.Exception() == "" {
		return nil
	}
	name, message, _ := strings.Cut(console.Error(verdict), ": ")
	return &Exception{Name: name, Message: symbolicPorts.Replace(message)}
}

// withoutUUID puts a name in the place of the id of a blob: URL.
func withoutUUID(url string) string {
	if i := strings.LastIndexByte(url, '/'); i >= 0 && strings.HasPrefix(url, "blob:") {
		return url[:i+1] + "{{uuid}}"
	}
	return url
}

// beaconResult is what sendBeacon() returns.
func beaconResult(verdict corsim.Verdict) *Result {
	switch {
	case verdict.Effect().Queued:
		return &Result{Outcome: "true"}
	case verdict.Outcome() == corsim.Threw:
		return &Result{Outcome: "threw", Error: exception(verdict)}
	}
	return &Result{Outcome: "false"}
}

// loadKind is the kind of load that an element makes.
func (c *Call) loadKind() fetch.LoadKind {
	switch c.Kind {
	case "script":
		if c.ElementType == "module" {
			return corsim.ModuleScript
		}
		return corsim.Script
	case "style":
		return corsim.Stylesheet
	case "font":
		return corsim.Font
	}
	return corsim.Image
}

func (c *Call) crossOrigin() fetch.CrossOrigin {
	switch {
	case c.CrossOrigin == nil:
		return ""
	case *c.CrossOrigin == "":
		return corsim.Anonymous
	}
	return fetch.CrossOrigin(*c.CrossOrigin)
}

// loadResult is what became of an element.
func (c *Call) loadResult(verdict corsim.Verdict) *Result {
	effect := verdict.Effect()
	switch {
	case verdict.Outcome() == corsim.Undetermined:
		return nil
	case effect.Event == fetch.NoEvent && c.Kind != "font":
		return &Result{Outcome: "timeout"}
	case effect.Event == fetch.ErrorEvent || verdict.Outcome() == corsim.Blocked:
		return &Result{Outcome: "error", Error: exception(verdict)}
	}
	result := &Result{Outcome: "load"}
	switch c.Kind {
	case "img":
		result.Tainted = &effect.Tainted
	case "style":
		result.CSSReadable = &effect.RulesReadable
		result.Applied = new(effect.Applied && strings.Contains(content(verdict), "z-index:7"))
	}
	return result
}

// isBytes reports whether the method and the headers are byte strings; another character is a TypeError.
func (c *Call) isBytes() bool {
	wide := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return r > 0xFF })
	}
	for _, field := range c.Headers {
		if wide(field[0]) || wide(field[1]) {
			return false
		}
	}
	return !wide(c.Method)
}

// body makes the body; a nil Body has none.
func (b *Body) body() *corsim.Body {
	if b == nil {
		return nil
	}
	letters := strings.Repeat("x", b.Length)
	switch b.Kind {
	case "urlencoded":
		return &corsim.Body{Kind: fetch.URLSearchParamsBody, Bytes: []byte("k=" + letters)}
	case "formdata":
		return &corsim.Body{Kind: fetch.FormDataBody, Type: "----boundary", Size: int64(b.Length)}
	case "blob":
		return &corsim.Body{Kind: fetch.BlobBody, Type: b.Type, Bytes: []byte(letters)}
	case "arraybuffer":
		return &corsim.Body{Kind: fetch.BufferSourceBody, Bytes: []byte(letters)}
	case "stream":
		return &corsim.Body{Kind: fetch.StreamBody, Bytes: []byte(letters)}
	}
	return &corsim.Body{Bytes: []byte(letters)}
}

// fields are the headers that script reads, in the recordings' order.
func fields(list header.List) []Field {
	var result []Field
	for _, field := range list {
		result = append(result, Field{header.Lower(field.Name), symbolic(field.Value)})
	}
	return result
}

// text is what script reads of a body: 200 characters at most.
func text(body []byte) *string {
	characters := []rune(strings.ToValidUTF8(string(body), "\uFFFD"))
	return new(symbolicPorts.Replace(string(characters[:min(200, len(characters))])))
}
