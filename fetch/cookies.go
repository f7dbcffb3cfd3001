package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// cookieContext is what the cookie store asks of the request.
//
// https://fetch.spec.whatwg.org/#cookie-infrastructure
func (f *fetching) cookieContext() CookieContext {
	url := f.url
	// The page and the current URL decide. That redirects led through another site does not count in RFC 6265bis,
	// nor in browsers; in the Fetch Standard's draft it would.
	// What the user asks for comes from no site.
	sameSite := f.isUserInitiated() || f.isSameSiteRequest()
	partition, thirdParty := f.partition()
	return CookieContext{
		Host:               url.Hostname(),
		Path:               url.Pathname(),
		Secure:             f.agent.isSecureForCookies(url),
		Mode:               policy.DetermineSameSiteMode(sameSite, f.isTopLevel(), f.method),
		TopLevelNavigation: f.isTopLevel(),
		UnsafeNavigation:   f.isTopLevel() && !sameSite,
		Partition:          partition,
		ThirdParty:         thirdParty,
		Profile:            f.agent.Profile,
		PublicSuffixes:     f.agent.PublicSuffixes,
		Now:                f.agent.Now,
	}
}

// isSameSiteRequest says whether the current URL is of the page's site, and of that of all around it.
func (f *fetching) isSameSiteRequest() bool {
	profile, list := f.agent.Profile, f.agent.PublicSuffixes
	client, crossSiteAncestor := f.client.Origin, f.client.CrossSiteAncestor
	// A sandboxed document may count by its URL.
	if client.IsOpaque() && profile.Has(engine.SameSiteIgnoresSandbox) {
		client = f.client.URL.Origin(nil)
		crossSiteAncestor = !policy.IsSameSiteRequest(profile, client, f.client.TopLevelOrigin, false, list)
	}
	return policy.IsSameSiteRequest(profile, f.currentOrigin(), client, crossSiteAncestor, list)
}

// isSecureForCookies says whether Secure cookies go to a URL, and come from it.
func (a *UserAgent) isSecureForCookies(url origin.URL) bool {
	return url.Scheme() == "https" || a.Profile.Has(engine.SecureCookiesOnLocalhost) && url.PotentiallyTrustworthy()
}

// cookies returns the value of the Cookie header, "" for none.
//
// https://fetch.spec.whatwg.org/#append-a-request-cookie-header
func (f *fetching) cookies() string {
	if f.agent.Cookies.Empty() {
		return ""
	}
	context := f.cookieContext()
	for cookie, reason := range f.agent.Cookies.Withheld(context) {
		f.note(rule.Apply(rule.CookieWithheld, cookie.Name, reason.String()))
	}
	cookies := f.agent.Cookies.Retrieve(context)
	if cookies != "" {
		f.note(rule.Apply(rule.CookieSent, cookies, ""))
	}
	return cookies
}

// storeCookies stores what the answer sets.
//
// https://fetch.spec.whatwg.org/#parse-and-store-response-set-cookie-headers
func (f *fetching) storeCookies(answer header.List) {
	if !answer.Contains("Set-Cookie") {
		return
	}
	context := f.cookieContext()
	for value := range answer.Values("Set-Cookie") {
		switch reason := f.agent.Cookies.Store(context, value); reason {
		case policy.CookieOK:
			f.note(rule.Apply(rule.CookieStored, value, ""))
		default:
			f.note(rule.Apply(rule.CookieIgnored, value, reason.String()))
		}
	}
}

// SetCookie does what a Set-Cookie header says in the answer to a top-level navigation to url.
func (a *UserAgent) SetCookie(url origin.URL, setCookie string) policy.CookieReason {
	return a.Cookies.Store(CookieContext{
		Host:               url.Hostname(),
		Path:               url.Pathname(),
		Secure:             a.isSecureForCookies(url),
		Mode:               policy.StrictOrLess,
		TopLevelNavigation: true,
		Partition:          CookiePartition{TopLevel: url.Origin(nil).Site(a.PublicSuffixes)},
		Profile:            a.Profile,
		PublicSuffixes:     a.PublicSuffixes,
		Now:                a.Now,
	}, setCookie)
}
