package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// DocumentCookie does what reading document.cookie does in a document: the rule [rule.DocumentCookieRead] has the
// string that script gets.
//
// https://html.spec.whatwg.org/#dom-document-cookie
func (a *UserAgent) DocumentCookie(client *Environment, record *Record) {
	context, ok := a.documentCookieContext(client, record)
	if !ok {
		return
	}
	for cookie, reason := range a.Cookies.Withheld(context) {
		record.note(rule.Apply(rule.CookieWithheld, cookie.Name, reason.String()))
	}
	record.stop(Readable, "", rule.Apply(rule.DocumentCookieRead, a.Cookies.Retrieve(context), ""))
}

// SetDocumentCookie does what assigning to document.cookie does in a document.
//
// https://html.spec.whatwg.org/#dom-document-cookie
func (a *UserAgent) SetDocumentCookie(client *Environment, value string, record *Record) {
	context, ok := a.documentCookieContext(client, record)
	if !ok {
		return
	}
	if reason := a.Cookies.Store(context, value); reason != policy.CookieOK {
		record.stop(Blocked, "", rule.Apply(rule.DocumentCookieIgnored, value, reason.String()))
		return
	}
	record.stop(Readable, "", rule.Apply(rule.DocumentCookieSet, value, ""))
}

// documentCookieContext is what the cookie store asks of a document. ok is false where it has no cookies, which the
// record then says.
func (a *UserAgent) documentCookieContext(client *Environment, record *Record) (context CookieContext, ok bool) {
	url, ok := a.cookieURL(client)
	switch {
	// A cookie-averse document has none, and no error.
	case !ok && client.URL.Scheme() == "data" && a.Profile.Has(engine.DataDocumentCookieError),
		ok && client.Origin.IsOpaque():
		record.stop(Threw, "SecurityError", rule.Stop(rule.DocumentCookieOpaque, client.URL.Href(), ""))
		return CookieContext{}, false
	case !ok:
		record.stop(Blocked, "", rule.Apply(rule.DocumentCookieAverse, client.URL.Href(), ""))
		return CookieContext{}, false
	}
	site, list := url.Origin(nil), a.PublicSuffixes
	sameSite := policy.IsSameSiteRequest(a.Profile, site, client.Origin, client.CrossSiteAncestor, list)
	return CookieContext{
		Host:    url.Hostname(),
		Path:    url.Pathname(),
		Secure:  a.isSecureForCookies(url),
		NonHTTP: true,
		Mode:    policy.DetermineSameSiteMode(sameSite, false, ""),
		Partition: CookiePartition{
			TopLevel: client.TopLevelOrigin.Site(list), CrossSiteAncestor: client.CrossSiteAncestor,
		},
		ThirdParty:     client.CrossSiteAncestor || !origin.SchemelesslySameSite(site, client.TopLevelOrigin, list),
		Profile:        a.Profile,
		PublicSuffixes: list,
		Now:            a.Now,
	}, true
}

// cookieURL returns the URL whose cookies a document has; ok is false for a cookie-averse document.
//
// https://html.spec.whatwg.org/#cookie-averse-document-object
func (a *UserAgent) cookieURL(client *Environment) (url origin.URL, ok bool) {
	url = client.URL
	switch scheme := url.Scheme(); {
	case scheme == "about" && a.Profile.Has(engine.AboutDocumentHasCookies):
		url = client.APIBaseURL()
	case scheme == "blob" && a.Profile.Has(engine.BlobDocumentHasCookies):
		// Its path is the URL of its maker, as far as that is known.
		url, _ = origin.Parse(url.Pathname())
	}
	return url, url.IsHTTP()
}
