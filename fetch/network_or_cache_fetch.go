package fetch

import (
	"slices"
	"strconv"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// networkOrCacheFetch is HTTP-network-or-cache fetch. isAuthentication is true for the second try after a 401,
// isNewConnection for that after a 421.
//
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
func (f *fetching) networkOrCacheFetch(isAuthentication, isNewConnection bool) response {
	includeCredentials := f.includeCredentials()
	// A keepalive request outlives its page, so its body is small.
	if d := f.keepaliveLimit(); !d.OK() {
		return f.networkError(d)
	}
	f.leaveCacheOut()
	var stored *storedResponse
	use := cacheMissed
	// A second try is not answered by what made it necessary.
	if !isAuthentication && !isNewConnection {
		stored, use = f.consultCache(includeCredentials)
	}
	// Neither the network nor the cache gives what is in another network, without leave.
	r := f.localNetworkAccess()
	if r.ended() {
		return r
	}
	switch {
	case use == cacheUnknown:
		return f.undetermined(rule.Stop(rule.NotModelledHTTPCache, f.url.Href(), ""))
	case use == cacheHit, use == cacheStale:
		r = f.answerFromCache(stored, use, includeCredentials)
	// What is not in the cache is not asked for.
	case f.cache == policy.CacheOnlyIfCached && !f.has(engine.CacheOnlyIfCachedAsks):
		return f.networkError(rule.Stop(rule.OnlyIfCached, "", ""))
	default:
		r = f.askServer(stored, use, includeCredentials, isAuthentication)
	}
	if r.ended() {
		return r
	}
	if r.Status == 401 && includeCredentials {
		r = f.authenticate(r, isAuthentication)
	}
	if r.hasStatus(407) {
		r = f.proxyAuthenticate(r)
	}
	// A server that is not the right one is asked once more, on a connection of its own.
	if r.hasStatus(421) && !isNewConnection && (f.body == nil || !f.body.sourceIsNull()) {
		f.note(rule.Apply(rule.MisdirectedRetry, "", ""))
		misdirected := r
		r = f.networkOrCacheFetch(isAuthentication, true)
		if !r.ended() && f.has(engine.MisdirectedTypeRepeated) {
			r.joinContentType(misdirected)
		}
	}
	// What was right is used again.
	if isAuthentication && !r.ended() && r.Status != 401 {
		f.rememberAuthentication()
	}
	return r
}

// proxyAuthenticate deals with a 407, which is the business of a proxy and of the user.
//
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 16
func (f *fetching) proxyAuthenticate(r response) response {
	switch {
	case f.has(engine.ProxyAuthenticationOrdinary):
		return r
	case f.has(engine.ProxyAuthenticationFails):
		return f.networkError(rule.Stop(rule.ProxyAuthenticationUnexpected, "407", ""))
	case f.noUserPrompts:
		return f.networkError(rule.Stop(rule.ProxyAuthenticationNoPrompt, "407", ""))
	}
	return f.undetermined(rule.Stop(rule.NotModelledProxyAuthentication, "407", ""))
}

// joinContentType joins the Content-Type of an earlier answer and the response's.
func (r *response) joinContentType(earlier response) {
	first, hadFirst := earlier.Header.Get("Content-Type")
	second, hasSecond := r.Header.Get("Content-Type")
	if hadFirst && hasSecond {
		answer := *r.Answer
		answer.Header = slices.Clone(answer.Header)
		answer.Header.Set("Content-Type", first+","+second)
		r.Answer = &answer
	}
}

// includeCredentials says whether credentials go along.
func (f *fetching) includeCredentials() bool {
	included := f.credentials == policy.CredentialsInclude ||
		f.credentials == policy.CredentialsSameOrigin && f.tainting == policy.TaintingBasic
	// An embedder policy may take them away.
	if included && !policy.EmbedderAllowsCredentials(f.mode, f.embedderPolicy(), f.sameOriginNow(), f.taint) {
		f.note(rule.Apply(rule.CredentialsEmbedderPolicy, "", ""))
		return false
	}
	if included {
		f.note(rule.Apply(rule.CredentialsIncluded, string(f.credentials), ""))
	} else {
		f.note(rule.Apply(rule.CredentialsExcluded, string(f.credentials), ""))
	}
	return included
}

// keepaliveQuota is what the bodies of keepalive requests may be in all, in bytes. Each fetch is over before the
// next one begins, so no other is in flight.
const keepaliveQuota = 64 << 10

func (f *fetching) keepaliveLimit() rule.Decision {
	if !f.keepalive || f.body == nil || f.beacon && f.has(engine.BeaconOfAnyLength) {
		return rule.Decision{}
	}
	length, _ := f.body.length()
	// The text leaves the length of FormData open, and limits what is known.
	if length > keepaliveQuota && f.body.Kind != FormDataBody {
		return rule.Stop(rule.KeepaliveLimit, strconv.FormatInt(length, 10), "65536")
	}
	f.note(rule.Pass(rule.KeepaliveLimit))
	return rule.Decision{}
}

// askServer sends the request, on the condition that what is stored has changed, and tells the cache of the answer.
func (f *fetching) askServer(stored *storedResponse, use cacheUse, includeCredentials, withURLCredentials bool) response {
	r := f.send(stored.conditions(use), includeCredentials, withURLCredentials)
	if r.ended() {
		return r
	}
	return f.updateCache(r, stored, includeCredentials)
}

// send makes the HTTP request and sends it. conditions are headers of the cache's; withURLCredentials is the standard's
// isAuthenticationFetch.
func (f *fetching) send(conditions header.List, includeCredentials, withURLCredentials bool) response {
	// A stream needs HTTP/2 or later.
	if f.body != nil && f.body.sourceIsNull() && f.agent.Profile.HTTP1 {
		return f.networkError(rule.Stop(rule.NetworkStreamConnection, "", ""))
	}
	x := f.record.exchange()
	x.Request.Method, x.Request.URL, x.Request.Body = f.method, f.wireURL(), f.body
	list := append(f.requestHeader(includeCredentials, withURLCredentials), conditions...)
	x.Request.Header = f.record.keep(list)
	r := f.networkFetch(x, includeCredentials)
	r.includesCredentials = includeCredentials
	return r
}

// requestHeader is the request's header list as it goes to the server.
func (f *fetching) requestHeader(includeCredentials, withURLCredentials bool) header.List {
	list := f.record.newHeader(len(f.header) + browserFields)
	list = f.appendAuthorHeaders(list)
	if value, ok := f.contentLength(); ok {
		list.Append("Content-Length", value)
	}
	list = f.browserHeaders(list, f.method, f.mode)
	list = f.cacheHeaders(list)
	if list.Contains("Range") {
		list.Append("Accept-Encoding", "identity")
		f.rewriteRange(list)
	}
	if includeCredentials {
		list = f.credentialHeaders(list, withURLCredentials)
	}
	return list
}

// rewriteRange writes the Range header anew where the browser's cache does.
func (f *fetching) rewriteRange(list header.List) {
	if f.method == "GET" && f.cache != policy.CacheNoStore && f.has(engine.CacheRewritesRange) {
		policy.RewriteRange(list)
	}
}

// contentLength returns the value of Content-Length; ok is false where none is sent.
func (f *fetching) contentLength() (value string, ok bool) {
	if f.body == nil {
		return "0", f.method == "POST" || f.method == "PUT"
	}
	length, known := f.body.length()
	return strconv.FormatInt(length, 10), known
}
