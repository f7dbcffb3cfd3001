package console

import (
	"slices"
	"strconv"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// enveloped adds to the reasons the line that says what does not load.
func (c *webKitCase) enveloped(reasons []string) []string {
	if len(reasons) == 0 {
		return nil
	}
	load, isLoad := c.verdict.Call().(corsim.Load)
	_, isBeacon := c.verdict.Call().(corsim.Beacon)
	switch {
	case isBeacon:
		return c.beacon(reasons)
	case c.quiet:
		return reasons
	case isLoad && load.Kind == corsim.Image:
		c.failing = c.place.first.WithoutFragment()
		return append(reasons, c.fill(webKitImage))
	case isLoad && load.Kind == corsim.Script:
		return append(reasons, c.fill(webKitElement, "kind", "script"))
	case isLoad && load.Kind == corsim.Track:
		return append(reasons, c.fill(webKitElement, "kind", "text track"))
	}
	switch c.verdict.Call().(type) {
	case corsim.Request:
		return append(reasons, c.fill(webKitFetch))
	case corsim.XHR:
		return append(reasons, c.fill(webKitXHR))
	case corsim.EventSource:
		return append(reasons, c.fill(webKitEventSource))
	}
	return reasons
}

// beacon adds the line for a beacon, which has a reason in it.
func (c *webKitCase) beacon(reasons []string) []string {
	why := reasons[len(reasons)-1]
	location, _ := c.place.location(c.verdict)
	switch id := c.verdict.Rule(); {
	case why == c.fill(webKitKeepalive), why == c.fill(webKitNotShown):
		reasons = nil
	case id == rule.BadPort && c.quiet:
		why = c.fill(webKitBlockedPort)
	case id == rule.MixedContentBlocked && !c.place.redirected:
		reasons = reasons[:len(reasons)-1]
	case id == rule.MixedContentBlocked, id == rule.RedirectScheme && c.isLocalResource(location):
		why = c.fill(webKitRedirectRefused)
	}
	return append(reasons, c.fill(webKitBeacon, "reason", why))
}

// syntax names the list that is none.
func (c *webKitCase) syntax() string {
	list := c.exchange.Answer.Header
	methods, _ := list.Get("Access-Control-Allow-Methods")
	if invalidToken(listed(list, "Access-Control-Allow-Methods")) != "" {
		return c.fill(webKitInvalidMethods, "value", isoLatin1(methods))
	}
	headers, _ := list.Get("Access-Control-Allow-Headers")
	return c.fill(webKitInvalidHeaders, "value", isoLatin1(headers))
}

// firstHeaderNotAllowed is the first header that is not allowed of those that the page, or the body, has set. WebKit
// keeps the headers that it knows before the others, and writes their names as it knows them.
func (c *webKitCase) firstHeaderNotAllowed() string {
	requested := listed(c.exchange.Request.Header, "Access-Control-Request-Headers")
	allowed := listed(c.exchange.Answer.Header, "Access-Control-Allow-Headers")
	var known, others []string
	for _, field := range c.asked.header {
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
	"Last-Modified", "Location", "Ping-From", "Ping-To", "Pragma", "Purpose", "Range", "Refresh", "Server",
	"Timing-Allow-Origin", "User-Agent", "Vary", "X-Content-Type-Options", "X-DNS-Prefetch-Control",
	"X-Frame-Options", "X-XSS-Protection",
}

// integrity is the answer whose bytes are others than the page wants.
func (c *webKitCase) integrity() []string {
	c.failing = c.place.first
	answer := &c.exchange.Answer
	expected := strconv.Itoa(len(answer.Body))
	if value, found := answer.Header.Get("Content-Length"); found {
		expected = isoLatin1(value)
	}
	length := expected
	if c.exchange.Request.Method == "HEAD" || answer.Body != nil && len(answer.Body) == 0 || c.isRedirectKept() {
		length = "(no content)"
	}
	pairs := []string{"length", length, "expected", expected}
	switch call := c.verdict.Call().(type) {
	case corsim.Request:
		return c.only(webKitIntegrity, append(pairs, "metadata", validUTF8(call.Integrity))...)
	case corsim.Load:
		c.quiet = true
		kind := "script"
		if call.Kind == corsim.Stylesheet {
			kind = "stylesheet"
		}
		return c.only(webKitIntegrityOfElement,
			append(pairs, "kind", kind, "metadata", validUTF8(call.Integrity))...)
	}
	return nil
}

// isRedirectKept reports whether the answer is a redirect that the page wants to see, and not to follow.
func (c *webKitCase) isRedirectKept() bool {
	request, _ := c.verdict.Call().(corsim.Request)
	return request.Redirect == policy.RedirectManual && policy.IsRedirectStatus(c.exchange.Answer.Status)
}
