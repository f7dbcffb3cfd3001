package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
)

// TestFactsOfCookies sets a cookie by a navigation, and asks what a page sends of it.
func TestFactsOfCookies(t *testing.T) {
	const own = "https://app.example/"
	app := document(own)
	tests := []struct {
		about           string
		fact            engine.Fact
		setBy, cookie   string
		client          *fetch.Environment
		url             string
		standard, other string
	}{
		{"without SameSite", engine.LaxByDefault, "https://api.example/", "a=1", app, "https://api.example/", "a=1", ""},
		{"without SameSite, at home", engine.LaxByDefault, own, "a=1", app, own, "a=1", "a=1"},
		{"Secure on localhost", engine.SecureCookiesOnLocalhost, "http://localhost/", "a=1; Secure", document("http://localhost/"),
			"http://localhost/", "", "a=1"},
		{"Secure on http:", engine.SecureCookiesOnLocalhost, "http://app.example/", "a=1; Secure", document("http://app.example/"),
			"http://app.example/", "", ""},
		{"other scheme", engine.SameSiteIgnoresScheme, own, "a=1; SameSite=Strict", document("http://app.example/"), own, "", "a=1"},
		{"sandbox", engine.SameSiteIgnoresSandbox, own, "a=1; SameSite=Strict", sandboxed(own), own, "", "a=1"},
		{"sandbox, other site", engine.SameSiteIgnoresSandbox, "https://api.example/", "a=1; SameSite=Strict", sandboxed(own),
			"https://api.example/", "", ""},
		{"None without Secure", engine.SameSiteNoneNeedNotBeSecure, own, "a=1; SameSite=None", app, own, "", "a=1"},
		{"prefix", engine.CookiePrefixesPromiseNothing, own, "__Secure-a=1", app, own, "", "__Secure-a=1"},
		{"public suffix", engine.CookieDomainNoPublicSuffix, "http://localhost/", "a=1; Domain=localhost", document("http://localhost/"),
			"http://localhost/", "a=1", ""},
	}
	for _, test := range tests {
		for _, profile := range []engine.Profile{engine.Standard, engine.Standard.With(test.fact)} {
			want := test.standard
			if profile.Has(test.fact) {
				want = test.other
			}
			agent, record := &fetch.UserAgent{Profile: profile}, new(fetch.Record)
			agent.SetCookie(origin.MustParse(test.setBy), test.cookie)
			agent.Fetch(test.client, inTurn(shared(200)), &fetch.Init{URL: test.url, Credentials: "include"}, record)
			if got, _ := record.Exchanges[0].Request.Header.Get("Cookie"); got != want {
				t.Errorf("%s, %s %v: %q, want %q", test.about, test.fact, profile.Has(test.fact), got, want)
			}
		}
	}
}
