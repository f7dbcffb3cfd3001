package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// XHR does what a script does with an XMLHttpRequest, and records what comes of it.
//
// https://xhr.spec.whatwg.org/#the-send()-method
func (a *UserAgent) XHR(client *Environment, server Server, x XHR, record *Record) {
	var f fetching
	f.agent, f.client, f.server, f.record = a, client, server, record
	if !f.open(&x) || !f.setRequestHeaders(x.Header) {
		return
	}
	f.sendXHR(&x)
	if record.Outcome == Blocked && x.Sync {
		record.Exception = "NetworkError"
	}
}

// open is open().
//
// https://xhr.spec.whatwg.org/#dom-xmlhttprequest-open
func (f *fetching) open(x *XHR) bool {
	method := x.Method
	if method == "" {
		method = "GET"
	}
	// The method must be one, and not a forbidden one.
	if !policy.IsMethod(method) {
		return f.throw("SyntaxError", rule.Stop(rule.XHRMethodInvalid, method, ""))
	}
	if policy.IsForbiddenMethod(method) {
		return f.throw("SecurityError", rule.Stop(rule.XHRMethodForbidden, method, ""))
	}
	// The URL must parse.
	url, err := f.parse(f.client.APIBaseURL(), x.URL)
	if err != nil {
		return f.throw("SyntaxError", rule.Stop(rule.XHRURLInvalid, x.URL, err.Error()))
	}
	// User name and password replace those of the URL.
	if x.Username != "" || x.Password != "" {
		username, password := url.Username(), url.Password()
		if x.Username != "" {
			username = x.Username
		}
		if x.Password != "" {
			password = x.Password
		}
		url = url.WithCredentials(username, password)
	}
	f.begin(url)
	f.normalizeMethod(method)
	f.mode = policy.ModeCORS
	f.unsafeRequest, f.isXHR = true, true
	f.useURLCredentials = url.IncludesCredentials()
	if x.WithCredentials {
		f.credentials = policy.CredentialsInclude
	}
	return true
}

// setRequestHeaders is setRequestHeader() for each field.
//
// https://xhr.spec.whatwg.org/#dom-xmlhttprequest-setrequestheader
func (f *fetching) setRequestHeaders(list header.List) bool {
	f.header = f.record.newHeader(len(list) + 2)
	for _, field := range list {
		value := header.Normalize(field.Value)
		// Name and value must be a header's.
		if !header.IsName(field.Name) || !header.IsValue(value) {
			return f.throw("SyntaxError", rule.Stop(rule.XHRHeaderInvalid, field.Name, value))
		}
		// A forbidden one is dropped without a word.
		if policy.IsForbiddenRequestHeader(field.Name, value) {
			f.note(rule.Apply(rule.HeaderForbidden, field.Name, ""))
			continue
		}
		f.header.Combine(field.Name, value)
	}
	return true
}

// sendXHR is send().
//
// https://xhr.spec.whatwg.org/#dom-xmlhttprequest-send
func (f *fetching) sendXHR(x *XHR) {
	// A stream is not among what send() takes.
	f.body = x.Body.stringified(StreamBody)
	// GET and HEAD lose their body.
	if f.body != nil && (f.method == "GET" || f.method == "HEAD") {
		if f.body.Kind == URLSearchParamsBody && f.has(engine.DroppedParametersKeepType) {
			f.setContentType()
		}
		f.note(rule.Apply(rule.XHRBodyDropped, f.method, ""))
		f.body = nil
	}
	if f.body != nil {
		f.setContentType()
	}
	// Who listens to the upload must be known to the server.
	if x.UploadListener && (f.body != nil || !f.has(engine.PreflightUploadNeedsBody)) {
		f.useCORSPreflight = true
		f.note(rule.Apply(rule.XHRUploadListener, "", ""))
	}
	f.run()
	if f.has(engine.FailedXHRKeepsURL) && f.keepsURL() {
		// A redirect that is not followed leads nowhere.
		if f.record.Decided == rule.MixedContentBlocked && f.chain != nil {
			f.url = f.chain.from
		}
		f.record.Response.URL = f.responseURL()
	}
}

// keepsURL reports whether the XMLHttpRequest has failed for what an answer of its own origin says.
func (f *fetching) keepsURL() bool {
	if f.record.Outcome != Blocked || f.tainting == policy.TaintingCORS {
		return false
	}
	// A Blob is opened before it is clear that only GET fetches one.
	if f.url.Scheme() == "blob" && f.method != "GET" {
		return true
	}
	switch f.record.Decided {
	case rule.RedirectScheme, rule.RedirectLocationInvalid, rule.RedirectLimit, rule.RedirectCredentials,
		rule.NetworkHeaderInvalid:
		return true
	case rule.MixedContentBlocked:
		return f.redirectCount() > 0
	}
	return false
}

// setContentType gives the request the body's Content-Type, or the caller's with the charset corrected.
func (f *fetching) setContentType() {
	author, given := f.header.Get("Content-Type")
	if !given {
		if contentType := f.body.contentType(); contentType != "" {
			f.header.Set("Content-Type", contentType)
			f.note(rule.Apply(rule.RequestContentType, contentType, ""))
		}
		return
	}
	// Text is sent as UTF-8, and must not claim to be anything else.
	if !f.body.isText() {
		return
	}
	if f.has(engine.CharsetReplacedInText) {
		f.header.Set("Content-Type", policy.ReplaceCharset(author, "UTF-8"))
		return
	}
	mimeType, ok := header.ParseMIMEType(author)
	if !ok {
		return
	}
	if charset, has := mimeType.Parameter("charset"); has && !header.EqualFold(charset, "UTF-8") {
		corrected := mimeType.WithParameter("charset", "UTF-8").String()
		f.header.Set("Content-Type", corrected)
		f.note(rule.Apply(rule.XHRCharset, author, corrected))
	}
}
