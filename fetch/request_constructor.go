package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// Fetch does what fetch(url, init) does, and records what comes of it. Arguments that new Request() refuses make
// the outcome Threw; script sees them as a promise rejected with a TypeError, like a network error.
//
// https://fetch.spec.whatwg.org/#dom-global-fetch
func (a *UserAgent) Fetch(client *Environment, server Server, init *Init, record *Record) {
	var f fetching
	f.agent, f.client, f.server, f.record = a, client, server, record
	if !f.newRequest(init) || !f.takesBody() {
		return
	}
	f.run()
	if record.Outcome == Blocked {
		record.Exception = "TypeError"
	}
}

// refuse makes fetch() reject for its arguments. It returns false.
func (f *fetching) refuse(d rule.Decision) bool { return f.throw("TypeError", d) }

// takesBody refuses a body that the engine has no means to send.
func (f *fetching) takesBody() bool {
	if f.body != nil && f.body.sourceIsNull() && f.has(engine.StreamRefused) {
		return f.throw("NotSupportedError", rule.Stop(rule.RequestStreamUnsupported, "", ""))
	}
	return true
}

// newRequest is the constructor of Request.
//
// https://fetch.spec.whatwg.org/#dom-request
func (f *fetching) newRequest(init *Init) bool {
	return f.checkEnumerations(init) && f.requestURL(init) && f.requestMembers(init) && f.requestMethod(init) &&
		f.requestHeaders(init) && f.requestBody(init)
}

// checkEnumerations refuses the values that the types of the members do not allow, which comes before
// everything else.
func (f *fetching) checkEnumerations(init *Init) bool {
	valid := func(value string, values ...string) bool {
		if value == "" {
			return true
		}
		for _, v := range values {
			if v == value {
				return true
			}
		}
		return f.refuse(rule.Stop(rule.RequestEnumeration, value, ""))
	}
	return valid(string(init.Mode), "cors", "no-cors", "same-origin", "navigate") &&
		valid(string(init.Credentials), "omit", "same-origin", "include") &&
		valid(string(init.Cache), "default", "no-store", "reload", "no-cache", "force-cache", "only-if-cached") &&
		valid(string(init.Redirect), "follow", "error", "manual") &&
		valid(init.Duplex, "half") &&
		(!f.knowsTarget() || valid(string(init.TargetAddressSpace), "public", "local", "loopback")) &&
		(init.ReferrerPolicy == "" || policy.IsReferrerPolicy(init.ReferrerPolicy) ||
			f.refuse(rule.Stop(rule.RequestEnumeration, string(init.ReferrerPolicy), "")))
}

// knowsTarget reports whether the member targetAddressSpace is known.
func (f *fetching) knowsTarget() bool {
	return f.has(engine.LocalNetworkAccess) && !f.has(engine.LocalNetworkNoTarget)
}

// requestURL parses the URL and begins the request.
func (f *fetching) requestURL(init *Init) bool {
	url, err := f.parse(f.client.APIBaseURL(), init.URL)
	if err != nil {
		return f.refuse(rule.Stop(rule.RequestURLInvalid, init.URL, err.Error()))
	}
	// User name and password do not belong there.
	if url.IncludesCredentials() {
		return f.refuse(rule.Stop(rule.RequestURLCredentials, url.Href(), ""))
	}
	f.begin(url)
	f.unsafeRequest = true
	// The window can only be taken away, and with it the one who could be asked.
	if init.Window == WindowOther {
		return f.refuse(rule.Stop(rule.RequestWindow, "", ""))
	}
	f.noUserPrompts = f.noUserPrompts || init.Window == WindowNull
	return true
}

// requestMembers sets what the members of init say, in the order of the text.
func (f *fetching) requestMembers(init *Init) bool {
	if !f.requestReferrer(init) {
		return false
	}
	f.referrerPolicy = init.ReferrerPolicy
	// To want no referrer may be a policy too.
	if init.NoReferrer && f.has(engine.NoReferrerIsPolicy) {
		f.referrerPolicy = policy.ReferrerNoReferrer
	}
	// Script cannot navigate this way.
	if init.Mode == policy.ModeNavigate {
		return f.refuse(rule.Stop(rule.RequestModeNavigate, "", ""))
	}
	f.mode = policy.ModeCORS
	if init.Mode != "" {
		f.mode = init.Mode
	}
	if init.Credentials != "" {
		f.credentials = init.Credentials
	}
	if init.Cache != "" {
		f.cache = init.Cache
	}
	// The cache alone is asked only for what is one's own.
	if f.cache == policy.CacheOnlyIfCached && f.mode != policy.ModeSameOrigin {
		return f.refuse(rule.Stop(rule.RequestOnlyIfCached, string(f.mode), ""))
	}
	if init.Redirect != "" {
		f.redirect = init.Redirect
	}
	f.integrity, f.keepalive = init.Integrity, init.Keepalive
	f.target = init.TargetAddressSpace
	return true
}

// requestReferrer sets the request's referrer.
func (f *fetching) requestReferrer(init *Init) bool {
	if init.NoReferrer {
		f.noReferrer = true
		return true
	}
	if init.Referrer == "" {
		return true
	}
	referrer, err := f.client.APIBaseURL().Parse(init.Referrer)
	if err != nil {
		return f.refuse(rule.Stop(rule.RequestReferrerInvalid, init.Referrer, err.Error()))
	}
	// about:client is a name for the page itself.
	if referrer.Href() == "about:client" {
		return true
	}
	// Another origin's URL stands for the page too.
	if !origin.SameOrigin(referrer.Origin(nil), f.client.Origin) {
		f.note(rule.Apply(rule.RequestReferrerIgnored, referrer.Href(), ""))
		return true
	}
	f.referrerSource, f.noReferrer = referrer, false
	return true
}

// requestMethod checks and normalizes the method.
func (f *fetching) requestMethod(init *Init) bool {
	method := init.Method
	if method == "" {
		method = "GET"
	}
	if !policy.IsMethod(method) {
		return f.refuse(rule.Stop(rule.RequestMethodInvalid, method, ""))
	}
	if policy.IsForbiddenMethod(method) {
		return f.refuse(rule.Stop(rule.RequestMethodForbidden, method, ""))
	}
	f.normalizeMethod(method)
	// With mode no-cors only simple methods are possible.
	if f.mode == policy.ModeNoCORS && !policy.IsCORSSafelistedMethod(f.method) {
		return f.refuse(rule.Stop(rule.RequestNoCORSMethod, f.method, ""))
	}
	return true
}

// requestHeaders fills the request's headers, whose guard is "request" or "request-no-cors".
func (f *fetching) requestHeaders(init *Init) bool {
	f.header = f.record.newHeader(len(init.Header) + 2)
	for _, field := range init.Header {
		if !f.appendHeader(field.Name, field.Value) {
			return false
		}
	}
	if f.has(engine.HeadersCombined) {
		f.header = combinedBy(f.header, (*header.List).Combine)
	}
	return true
}

// appendHeader appends to the request's Headers object.
//
// https://fetch.spec.whatwg.org/#concept-headers-append
func (f *fetching) appendHeader(name, value string) bool {
	headers := Headers{List: f.header, Guard: GuardRequest, Profile: f.agent.Profile}
	if f.mode == policy.ModeNoCORS {
		headers.Guard = GuardRequestNoCORS
	}
	d := headers.Append(name, value)
	f.header = headers.List
	switch {
	case d.Rule == 0:
		return true
	case !d.OK():
		return f.refuse(d)
	}
	return f.note(d)
}

// requestBody extracts the body.
func (f *fetching) requestBody(init *Init) bool {
	// A Document is not among what fetch() takes.
	body := init.Body.stringified(HTMLDocumentBody, XMLDocumentBody)
	if f.has(engine.StreamAsText) {
		body = body.stringified(StreamBody)
	}
	if body == nil {
		return true
	}
	// GET and HEAD have none.
	if f.method == "GET" || f.method == "HEAD" {
		return f.refuse(rule.Stop(rule.RequestBodyWithGET, f.method, ""))
	}
	// A stream cannot outlive the page.
	if f.keepalive && body.sourceIsNull() {
		return f.refuse(rule.Stop(rule.RequestStreamKeepalive, "", ""))
	}
	f.body = body
	// The body brings its type, unless the caller gave one.
	if contentType := body.contentType(); contentType != "" && !f.header.Contains("Content-Type") {
		if f.has(engine.BodyTypeUnguarded) {
			f.header.Append("Content-Type", contentType)
		} else if !f.appendHeader("Content-Type", contentType) {
			return false
		}
		if f.header.Contains("Content-Type") {
			f.note(rule.Apply(rule.RequestContentType, contentType, ""))
		}
	}
	return !body.sourceIsNull() || f.has(engine.StreamRefused) || f.requestStream(init)
}

// requestStream holds a stream as body to its conditions.
func (f *fetching) requestStream(init *Init) bool {
	if init.Duplex == "" {
		return f.refuse(rule.Stop(rule.RequestStreamDuplex, "", ""))
	}
	if f.mode != policy.ModeSameOrigin && f.mode != policy.ModeCORS {
		return f.refuse(rule.Stop(rule.RequestStreamMode, string(f.mode), ""))
	}
	if f.has(engine.StreamMakesCORS) {
		f.mode = policy.ModeCORS
	}
	// The server must be asked before a stream is sent across origins.
	f.useCORSPreflight = true
	f.note(rule.Apply(rule.RequestStreamPreflight, "", ""))
	return true
}
