package console

import (
	"slices"
	"strconv"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// enveloped adds to the reasons the line that says what does not load.
func (c *webKitCase) enveloped(reasons []string) []string {
	last := reasons[len(reasons)-1]
	atOnce := c.verdict.Rule() == rule.BadPort && last != c.fill(webKitPreflightBlocked)
	switch call := c.verdict.Call().(type) {
	case corsim.Beacon:
		if atOnce {
			last = c.fill(webKitBlockedPort)
		}
		return append(reasons[:len(reasons)-1:len(reasons)-1], c.fill(webKitBeacon, "reason", last))
	case corsim.Request:
		if !atOnce {
			reasons = append(reasons, c.fill(webKitFetch))
		}
	case corsim.XHR:
		if !atOnce {
			reasons = append(reasons, c.fill(webKitXHR))
		}
	case corsim.EventSource:
		if !atOnce {
			reasons = append(reasons, c.fill(webKitEventSource))
		}
	case corsim.Load:
		return append(reasons, c.ofElement(call.Kind)...)
	}
	return reasons
}

// elementKinds are the names of what elements load that say why they do not.
var elementKinds = map[fetch.LoadKind]string{
	corsim.Script: "script", corsim.ModuleScript: "script", corsim.Track: "text track",
}

// ofElement is what is said of an element whose answer was kept from it.
func (c *webKitCase) ofElement(kind fetch.LoadKind) []string {
	switch c.verdict.Rule() {
	case rule.BadPort, rule.MainFetchIntegrity, rule.IntegrityMatch:
		return nil
	case rule.MixedContentBlocked:
		if !c.place.redirected {
			return nil
		}
	}
	if kind == corsim.Image {
		return []string{c.fill(webKitImage)}
	}
	if name := elementKinds[kind]; name != "" {
		return []string{c.fill(webKitElement, "kind", name)}
	}
	return nil
}

// asksForAnotherOrigin reports whether the URL is of another origin, and mode same-origin, which is seen before
// anything else.
func (c *webKitCase) asksForAnotherOrigin() bool {
	return c.verdict.Rule() == rule.MainFetchModeSameOrigin ||
		c.mustStay() && c.verdict.Rule() == rule.MixedContentBlocked
}

// mustStay reports whether the page asks with mode same-origin.
func (c *webKitCase) mustStay() bool {
	request, isFetch := c.verdict.Call().(corsim.Request)
	return isFetch && request.Mode == corsim.SameOrigin
}

// sameOrigin is what is printed where mode same-origin asks for another origin.
func (c *webKitCase) sameOrigin() []string {
	_, isFetch := c.verdict.Call().(corsim.Request)
	switch {
	case c.place.redirected:
		return []string{c.fill(webKitUnsafe), webKitTemplates[webKitFetch].fill("envelope", c.place.url.Href())}
	case isFetch:
		return []string{c.fill(webKitModeSameOrigin)}
	}
	return nil
}

// syntax names the list that is none.
func (c *webKitCase) syntax() string {
	list := c.exchange.Answer.Header
	methods, _ := list.Get("Access-Control-Allow-Methods")
	if invalidToken(listed(list, "Access-Control-Allow-Methods")) != "" {
		return c.fill(webKitInvalidMethods, "value", methods)
	}
	headers, _ := list.Get("Access-Control-Allow-Headers")
	return c.fill(webKitInvalidHeaders, "value", headers)
}

// firstHeaderNotAllowed is the first header that is not allowed of those that the page, or the body, has set. WebKit
// keeps the headers that it knows before the others, and writes their names as it knows them.
func (c *webKitCase) firstHeaderNotAllowed() string {
	requested := listed(c.exchange.Request.Header, "Access-Control-Request-Headers")
	allowed := listed(c.exchange.Answer.Header, "Access-Control-Allow-Headers")
	var known, others []string
	for _, field := range headersOf(c.verdict.Call()) {
		at := slices.IndexFunc(webKitHeaders, func(name string) bool { return header.EqualFold(name, field.Name) })
		if at >= 0 {
			known = append(known, webKitHeaders[at])
		} else {
			others = append(others, field.Name)
		}
	}
	for _, name := range slices.Concat(known, []string{"Content-Type"}, others) {
		if header.ContainsFold(requested, name) && !header.ContainsFold(allowed, name) {
			return name
		}
	}
	return lastOperand(c.step)
}

// webKitHeaders are the request headers that WebKit knows and script can set.
//
// https://github.com/WebKit/WebKit/blob/main/Source/WebCore/platform/network/HTTPHeaderNames.in
var webKitHeaders = []string{
	"Accept", "Accept-Language", "Accept-Ranges", "Access-Control-Allow-Credentials", "Access-Control-Allow-Headers",
	"Access-Control-Allow-Methods", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers",
	"Access-Control-Max-Age", "Age", "Authorization", "Cache-Control", "Content-Disposition", "Content-Encoding",
	"Content-Language", "Content-Range", "Content-Security-Policy", "Content-Type", "Default-Style", "ETag", "Expires",
	"If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Last-Event-ID",
	"Last-Modified", "Location", "Ping-From", "Ping-To", "Pragma", "Purpose", "Range", "Refresh", "Server", "Timing-Allow-Origin",
	"User-Agent", "Vary", "X-Content-Type-Options", "X-DNS-Prefetch-Control", "X-Frame-Options", "X-XSS-Protection",
}

// headersOf are the headers that a page sets.
func headersOf(call any) header.List {
	switch call := call.(type) {
	case corsim.Request:
		return call.Header
	case corsim.XHR:
		return call.Header
	}
	return nil
}

// integrity is the answer whose bytes are others than the page wants.
func (c *webKitCase) integrity() []string {
	answer := &c.exchange.Answer
	expected := strconv.Itoa(len(answer.Body))
	if value, found := answer.Header.Get("Content-Length"); found {
		expected = value
	}
	length := expected
	if c.exchange.Request.Method == "HEAD" {
		length = "(no content)"
	}
	pairs := []string{"length", length, "expected", expected}
	switch call := c.verdict.Call().(type) {
	case corsim.Request:
		return []string{c.fill(webKitIntegrity, append(pairs, "metadata", call.Integrity)...)}
	case corsim.Load:
		kind := "script"
		if call.Kind == corsim.Stylesheet {
			kind = "stylesheet"
		}
		return []string{c.fill(webKitIntegrityOfElement, append(pairs, "kind", kind, "metadata", call.Integrity)...)}
	}
	return nil
}
