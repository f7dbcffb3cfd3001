package explain

import (
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

var (
	redirectRules = []rule.ID{
		rule.PreflightStatus, rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch,
		rule.CORSWildcardWithCredentials, rule.RedirectModeError, rule.RedirectStreamBody,
	}
	nullRules = []rule.ID{
		rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch, rule.CORSAllowOriginMultiple,
		rule.CORSWildcardWithCredentials,
	}
	mixedRule = []rule.ID{rule.MixedContentBlocked}
)

// redirectMistakes are those of redirects, of origins that are null, and of http beside https.
var redirectMistakes = []knownMistake{
	{"redirect-trailing-slash", redirectRules, redirects(differsBySlash),
		"The redirect only adds or takes away a slash at the end of the path: have the page ask for {detail} " +
			"at once."},
	{"redirect-to-https", redirectRules, redirects(isUpgrade),
		"The redirect only leads from http to https: have the page ask for {detail} at once."},
	{"redirect-to-login", redirectRules, redirects(isLogin),
		"The redirect leads to {detail}, which looks like a login: answer scripts with 401 instead, and see " +
			"why the request does not count as logged in."},
	{"redirect-without-headers", originMissing, func(d *decision) (string, bool) {
		to, made := redirects(isOther)(d)
		return to, made && d.isRedirect()
	}, "Every answer on the way is checked: add the header to the redirect as well, or have the page ask for " +
		"{detail} at once."},
	{"preflight-redirect", statusRules, func(d *decision) (string, bool) {
		to, made := redirects(isOther)(d)
		return to, made && d.isPreflight()
	}, "Answer OPTIONS where it is asked, or have the page ask for {detail} at once: a preflight follows no " +
		"redirect."},
	{"redirect-origin-null", nullRules, func(d *decision) (string, bool) { return so(d.isNull() && d.tainted) },
		"The redirects lead from an origin that is not the page's on to yet another, after which browsers " +
			"send Origin: null: have the page ask for {url} at once."},
	{"page-from-file", nullRules, nullPage(func(url origin.URL) bool { return url.Scheme() == "file" }),
		"A page that was opened as a file has no origin but null: serve it by HTTP, be it from http://localhost."},
	{"page-sandboxed", nullRules, nullPage(origin.URL.IsHTTP),
		"The page is in a sandbox, which makes its origin null: allow-same-origin gives it back, if the page " +
			"is one that you trust."},
	{"page-from-data", nullRules, nullPage(func(url origin.URL) bool { return url.Scheme() == "data" }),
		"A page from a data: URL has no origin but null: serve it by HTTP."},
	{"mixed-content-redirect", mixedRule, func(d *decision) (string, bool) {
		return so(d.redirected && d.wantsPlain())
	},
		"It is the redirect that leads to http: have the server redirect to https, or the page ask for the " +
			"last URL."},
	{"mixed-content-loopback", mixedRule, func(d *decision) (string, bool) {
		url, err := origin.Parse(d.found)
		return so(err == nil && !d.redirected && isLoopback(url.Hostname()))
	}, "{Browser} does not take an address of this machine for secure; other browsers do. Open the page by " +
		"http as well, or serve both by https."},
	{"mixed-content", mixedRule, func(d *decision) (string, bool) {
		url, err := origin.Parse(d.found)
		return so(err == nil && !d.redirected && d.wantsPlain() && !isLoopback(url.Hostname()))
	}, "Serve it encrypted, by https (or wss), and ask for it so: no header of an answer changes this, for " +
		"nothing is sent."},
}

// redirects is the mistake of answering with a redirect of a certain kind; the detail is where it leads.
func redirects(kind func(from, to origin.URL) bool) func(d *decision) (string, bool) {
	return func(d *decision) (string, bool) {
		if d.exchange == nil || d.stored || !policy.IsRedirectStatus(d.status()) {
			return "", false
		}
		location, found := d.answer().Header.Get("Location")
		if !found {
			return "", false
		}
		from := d.exchange.Request.URL
		to, err := from.Parse(location)
		if err != nil || !to.IsHTTP() || !kind(from, to) {
			return "", false
		}
		return plain(to.Href()), true
	}
}

func differsBySlash(from, to origin.URL) bool {
	a, b := from.Pathname(), to.Pathname()
	return origin.SameOrigin(from.Origin(nil), to.Origin(nil)) && a != b && (a+"/" == b || b+"/" == a)
}

func isUpgrade(from, to origin.URL) bool {
	return from.Scheme() == "http" && to.Scheme() == "https" && from.Hostname() == to.Hostname() &&
		from.Pathname() == to.Pathname()
}

func isLogin(_, to origin.URL) bool {
	path := header.Lower(to.Pathname())
	for part := range strings.FieldsFuncSeq(path, func(r rune) bool { return r == '/' || r == '.' }) {
		switch part {
		case "login", "signin", "sign-in", "sign_in", "auth", "authorize", "oauth", "oauth2", "sso", "saml", "cas":
			return true
		}
	}
	return false
}

// isOther reports whether a redirect is none of the well-known ones.
func isOther(from, to origin.URL) bool {
	return !differsBySlash(from, to) && !isUpgrade(from, to) && !isLogin(from, to)
}

// isNull reports whether the origin that an answer had to allow is null.
func (d *decision) isNull() bool { return d.against == "null" }

// nullPage is the mistake of a page whose URL makes its origin null.
func nullPage(made func(url origin.URL) bool) func(d *decision) (string, bool) {
	return func(d *decision) (string, bool) {
		page := d.verdict.Page()
		return so(page != nil && d.isNull() && !d.tainted && page.Origin().IsOpaque() && made(page.URL()))
	}
}
