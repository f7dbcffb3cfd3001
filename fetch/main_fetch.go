package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// mainFetch is main fetch. recursive is true after a redirect. No URL is upgraded to https: by an HTTPS record.
//
// https://fetch.spec.whatwg.org/#concept-main-fetch
func (f *fetching) mainFetch(recursive bool) response {
	r := f.blockedBeforeSending()
	f.determineReferrer()
	if !r.ended() {
		f.upgradeToStrictTransport()
		r = f.chooseBranch()
	}
	// What follows is done once, for the last response.
	if recursive || r.ended() {
		return r
	}
	return f.afterResponse(r)
}

// blockedBeforeSending asks the policies that stop a request before anything is sent. Integrity Policy is taken to be
// absent.
func (f *fetching) blockedBeforeSending() response {
	// A form goes only where the page lets its forms go.
	if d := f.formAction(); !d.OK() {
		return response{networkError: d.Rule}
	}
	f.reportSecurityPolicies()
	f.upgradeInsecureRequest()
	// The images of a secure page come from secure URLs.
	mixed := f.mixedContentRequest()
	if policy.UpgradesMixedContent(f.agent.Profile, &mixed) {
		f.note(rule.Apply(rule.MixedContentUpgraded, f.url.Href(), ""))
		f.upgradeURL()
		mixed.URL = f.url
	}
	url := f.url
	// Some load nothing by a user name and password in the URL.
	if f.has(engine.CredentialedSubresourcesBlocked) && f.isCredentialedSubresource() {
		return f.networkError(rule.Stop(rule.CredentialedSubresource, url.Href(), ""))
	}
	if url.IsHTTP() && url.Port() != "" {
		if d := f.checkPort(); !f.note(d) {
			return response{networkError: d.Rule}
		}
	}
	// A secure page may not fetch what is not.
	d := policy.MixedContent(f.agent.Profile, &mixed)
	if !d.OK() && f.preflightsMixedContent() {
		if r := f.preflightUnlessCached(); r.ended() {
			return r
		}
	}
	if !f.note(d) {
		return response{networkError: d.Rule}
	}
	if len(f.client.SecurityPolicies) > 0 {
		return f.blockedBySecurityPolicy()
	}
	return response{}
}

// checkPort blocks the ports of other protocols to an HTTP(S) URL; the default ports, which it does not name, are not
// among them.
//
// https://fetch.spec.whatwg.org/#block-bad-port
func (f *fetching) checkPort() rule.Decision {
	if port, _ := f.url.EffectivePort(); policy.IsBadPort(port) {
		return rule.Stop(rule.BadPort, f.url.Port(), "")
	}
	return rule.Pass(rule.BadPort)
}

// preflightsMixedContent says whether the browser makes a CORS-preflight for a redirect before it looks where that leads.
func (f *fetching) preflightsMixedContent() bool {
	if f.redirectCount() == 0 || !f.isCORSNow() || !f.has(engine.MixedContentAfterPreflight) {
		return false
	}
	f.tainting = policy.TaintingCORS
	return f.needsPreflight()
}

// mixedContentRequest is what mixed content is decided from.
func (f *fetching) mixedContentRequest() policy.MixedContentRequest {
	return policy.MixedContentRequest{
		URL:         f.url,
		Restricts:   f.client.RestrictsMixedContent,
		Destination: f.destination,
		ImageSet:    f.imageSet,
		Redirected:  f.redirectCount() > 0,
		Origin:      f.client.Origin,
		Announced:   f.has(engine.LocalNetworkAccess) && f.target.IsLocal(),
	}
}

// upgradeInsecureRequest goes to https: instead of http: where the page wants it so. Of top-level navigations only
// those of forms, and those to the page's own host and port, are upgraded.
//
// https://w3c.github.io/webappsec-upgrade-insecure-requests/#upgrade-request
func (f *fetching) upgradeInsecureRequest() {
	if f.url.Scheme() != "http" || !policy.UpgradesInsecureRequests(f.client.SecurityPolicies) {
		return
	}
	// What the user asks for is no business of the page.
	if f.isUserInitiated() {
		return
	}
	if f.destination == "document" && !f.isFormSubmission() && f.url.Host() != f.client.URL.Host() {
		return
	}
	f.note(rule.Apply(rule.InsecureRequestUpgraded, f.url.Href(), ""))
	f.upgradeURL()
}

// securedRequest is what content security policies are asked with.
func (f *fetching) securedRequest() policy.SecuredRequest {
	return policy.SecuredRequest{
		URL:            f.url,
		Redirected:     f.redirectCount() > 0,
		Destination:    f.destination,
		Nonce:          f.nonce,
		Integrity:      f.integrity,
		ParserInserted: f.parserInserted,
		Addresses:      f.has(engine.SecurityPolicyByIP),
	}
}

// reportSecurityPolicies reports what violates those of the page's content security policies that only report: the URL
// as the page has it, before it is upgraded.
//
// https://w3c.github.io/webappsec-csp/#report-for-request
func (f *fetching) reportSecurityPolicies() {
	if len(f.client.SecurityPolicies) == 0 {
		return
	}
	request := f.securedRequest()
	if directive := policy.ReportedSecurityPolicy(f.client.SecurityPolicies, &request); directive != nil {
		f.note(rule.Apply(rule.ContentSecurityPolicyReported, f.url.Href(), directive.String()))
	}
}

// blockedBySecurityPolicy asks the page's content security policies.
func (f *fetching) blockedBySecurityPolicy() response {
	request := f.securedRequest()
	if d := policy.CheckSecurityPolicies(f.client.SecurityPolicies, &request); !f.note(d) {
		return response{networkError: d.Rule}
	}
	return response{}
}

// isCredentialedSubresource reports whether the current URL has a user name or password that are not the page's own.
// Those of an XMLHttpRequest are its caller's business, and redirects of keepalive requests are followed without the
// page.
func (f *fetching) isCredentialedSubresource() bool {
	if !f.url.IncludesCredentials() || f.isXHR || f.navigation != nil || f.keepalive && f.redirectCount() > 0 {
		return false
	}
	base := f.client.APIBaseURL()
	return base.Username() != f.url.Username() || base.Password() != f.url.Password() || !f.sameOriginNow()
}

// determineReferrer turns the request's referrer into the value of the Referer header.
func (f *fetching) determineReferrer() {
	// Without a policy of its own the request has the client's, and the client the default.
	if f.referrerPolicy == "" {
		f.referrerPolicy = f.client.ReferrerPolicy
	}
	if f.referrerPolicy == "" {
		f.referrerPolicy = policy.DefaultReferrerPolicy
	}
	if f.noReferrer {
		return
	}
	f.referrer = policy.Referrer(policy.ReferrerRequest{
		Policy:         f.referrerPolicy,
		Source:         f.referrerSource,
		Current:        f.url,
		Opaque:         f.client.Origin.IsOpaque() && !f.has(engine.ReferrerIgnoresSandbox),
		Profile:        f.agent.Profile,
		PublicSuffixes: f.agent.PublicSuffixes,
	})
	f.noReferrer = f.referrer == ""
}

// chooseBranch chooses by origin, scheme and mode how the request is made.
//
// https://fetch.spec.whatwg.org/#concept-main-fetch step 12
func (f *fetching) chooseBranch() response {
	switch {
	// Same origin, and never anything else: basic.
	case f.sameOriginNow() && f.tainting == policy.TaintingBasic:
		return f.schemeFetchAs(policy.TaintingBasic, rule.MainFetchSameOrigin)
	// So is a data: URL.
	case f.url.Scheme() == "data":
		return f.schemeFetchAs(policy.TaintingBasic, rule.MainFetchDataURL)
	// A navigation asks no one, and neither does the handshake of a WebSocket.
	case f.mode == policy.ModeNavigate:
		return f.schemeFetchAs(policy.TaintingBasic, rule.MainFetchNavigate)
	case f.mode == policy.ModeWebSocket:
		return f.schemeFetchAs(policy.TaintingBasic, rule.MainFetchWebSocket)
	// Mode same-origin ends here.
	case f.mode == policy.ModeSameOrigin:
		return f.networkError(rule.Stop(rule.MainFetchModeSameOrigin, f.url.Href(), f.client.Origin.String()))
	// Mode no-cors goes on without CORS, and the response becomes opaque; every redirect must be followed.
	case f.mode == policy.ModeNoCORS && f.redirect != policy.RedirectFollow:
		return f.networkError(rule.Stop(rule.MainFetchNoCORSRedirectMode, string(f.redirect), ""))
	case f.mode == policy.ModeNoCORS:
		return f.schemeFetchAs(policy.TaintingOpaque, rule.MainFetchNoCORS)
	// CORS is for HTTP(S).
	case !f.url.IsHTTP():
		return f.networkError(rule.Stop(rule.MainFetchScheme, f.url.Scheme(), ""))
	}
	return f.corsFetch()
}

func (f *fetching) schemeFetchAs(tainting policy.Tainting, id rule.ID) response {
	f.tainting = tainting
	f.record.Decided = id
	f.note(rule.Apply(id, "", ""))
	return f.schemeFetch()
}

// corsFetch is the rest of the branches: CORS, with a CORS-preflight where the request needs one.
func (f *fetching) corsFetch() response {
	f.tainting = policy.TaintingCORS
	preflight := f.needsPreflight()
	r := f.httpFetch(preflight)
	// After a failure the cache forgets what it knew.
	if r.isNetworkError() && f.forgetsPreflights(preflight) {
		if key := f.preflightKey(); f.agent.preflights.clear(&key) {
			f.note(rule.Apply(rule.PreflightCacheCleared, "", ""))
		}
	}
	return r
}

// forgetsPreflights says whether the CORS-preflight cache forgets after a failure, of a request with a CORS-preflight
// or without.
func (f *fetching) forgetsPreflights(preflight bool) bool {
	if preflight {
		return !f.has(engine.PreflightNotForgotten)
	}
	return f.has(engine.PreflightForgottenAnyway)
}

// authorNeedsPreflight says whether the method or the headers that the author has put in need a CORS-preflight.
func (f *fetching) authorNeedsPreflight() (method, headers bool) {
	return f.unsafeRequest && !policy.IsCORSSafelistedMethod(f.method),
		f.unsafeRequest && policy.HasCORSUnsafeRequestHeader(&f.agent.Profile, f.header)
}

// needsPreflight says whether the request is more than simple, and notes why.
func (f *fetching) needsPreflight() bool {
	// A flag of the API asks for it. So does what the author has put in, if the API lets authors do so.
	method, headers := f.authorNeedsPreflight()
	if f.useCORSPreflight {
		f.note(rule.Apply(rule.MainFetchPreflightFlag, "", ""))
	}
	if method {
		f.note(rule.Apply(rule.MainFetchPreflightMethod, f.method, ""))
	}
	if headers {
		f.note(rule.Apply(rule.MainFetchPreflightHeaders, "", ""))
	}
	again := f.preflightsAgain()
	if again {
		f.note(rule.Apply(rule.MainFetchPreflightAgain, "", ""))
	}
	if f.useCORSPreflight || method || headers || again {
		return true
	}
	f.note(rule.Apply(rule.MainFetchSimple, "", ""))
	return false
}
