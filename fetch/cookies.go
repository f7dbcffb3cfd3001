package fetch

import (
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
	sameSite := f.isUserInitiated() ||
		policy.IsSameSiteRequest(f.currentOrigin(), f.client.Origin, f.client.CrossSiteAncestor, f.agent.PublicSuffixes)
	return CookieContext{
		Host:               url.Hostname(),
		Path:               url.Pathname(),
		Secure:             url.Scheme() == "https",
		Mode:               policy.DetermineSameSiteMode(sameSite, f.isTopLevel(), f.method),
		TopLevelNavigation: f.isTopLevel(),
		PublicSuffixes:     f.agent.PublicSuffixes,
		Now:                f.agent.Now,
	}
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
		case policy.CookiePartitioned:
			f.note(rule.Apply(rule.NotModelledPartitionedCookie, value, ""))
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
		Secure:             url.Scheme() == "https",
		Mode:               policy.StrictOrLess,
		TopLevelNavigation: true,
		PublicSuffixes:     a.PublicSuffixes,
		Now:                a.Now,
	}, setCookie)
}
