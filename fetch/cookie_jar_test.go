package fetch_test

import (
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// laxByDefault is a browser that takes a cookie without SameSite for Lax.
var laxByDefault = engine.Standard.With(engine.LaxByDefault)

// sameSite is the context of a request for a URL from a page of its own site.
func sameSite(t testing.TB, url string) fetch.CookieContext {
	t.Helper()
	u, err := origin.Parse(url)
	if err != nil {
		t.Fatal(err)
	}
	return fetch.CookieContext{
		Host:    u.Hostname(),
		Path:    u.Pathname(),
		Secure:  u.Scheme() == "https",
		Mode:    policy.StrictOrLess,
		Profile: laxByDefault,
	}
}

// A query asks the jar what it sends to a URL. From another site, the request may be a link that is followed.
type query struct{ from, url, cookies string }

func (q query) context(t *testing.T) fetch.CookieContext {
	c := sameSite(t, q.url)
	switch q.from {
	case "":
	case "script":
		c.NonHTTP = true
	case "cross-site":
		c.Mode = policy.UnsetOrLess
	case "cross-site, Lax not the default":
		c.Mode, c.Profile = policy.UnsetOrLess, engine.Standard
	case "cross-site link":
		c.Mode, c.TopLevelNavigation = policy.LaxOrLess, true
	default:
		t.Fatalf("no such query: %q", q.from)
	}
	return c
}

var jarTests = []struct {
	sentence string
	url      string   // that sets the cookies
	set      []string // Set-Cookie headers
	content  string   // of the jar, as name=value
	queries  []query
}{
	{
		"Without attributes a cookie goes to its host and directory.",
		"https://site.example/docs/intro",
		[]string{"a=1"},
		"a=1",
		[]query{
			{"", "https://site.example/docs/", "a=1"},
			{"", "https://site.example/docs/intro/2", "a=1"},
			{"", "http://site.example:8080/docs", "a=1"},
			{"", "https://site.example/", ""},
			{"", "https://app.site.example/docs/", ""},
			{"", "https://other.example/docs/", ""},
		},
	},
	{
		"With Domain a cookie goes to all hosts of the domain.",
		"https://app.site.example/",
		[]string{"a=1; Domain=site.example", "b=2; Domain=.APP.site.example", "c=3; Domain="},
		"a=1; b=2; c=3",
		[]query{
			{"", "https://site.example/", "a=1"},
			{"", "https://app.site.example/", "a=1; b=2; c=3"},
			{"", "https://v2.app.site.example/", "a=1; b=2"},
			{"", "https://api.site.example/", "a=1"},
		},
	},
	{
		"An IP address is a domain with nothing below it.",
		"http://192.0.2.1/",
		[]string{"a=1; Domain=192.0.2.1", "b=2; Domain=2.1", "c=3"},
		"a=1; c=3",
		[]query{{"", "http://192.0.2.1/", "a=1; c=3"}, {"", "http://192.0.2.2/", ""}},
	},
	{
		"Secure cookies keep to secure connections, HttpOnly cookies from script.",
		"https://site.example/",
		[]string{"a=1; Secure", "b=2; HttpOnly", "c=3; Secure; HttpOnly", "d=4"},
		"a=1; b=2; c=3; d=4",
		[]query{
			{"", "https://site.example/", "a=1; b=2; c=3; d=4"},
			{"", "http://site.example/", "b=2; d=4"},
			{"script", "https://site.example/", "a=1; d=4"},
		},
	},
	{
		"SameSite says which requests of other sites a cookie goes with.",
		"https://site.example/",
		[]string{"s=1; SameSite=Strict", "l=2; SameSite=Lax", "n=3; SameSite=None; Secure", "u=4"},
		"s=1; l=2; n=3; u=4",
		[]query{
			{"", "https://site.example/", "s=1; l=2; n=3; u=4"},
			{"cross-site", "https://site.example/", "n=3"},
			{"cross-site, Lax not the default", "https://site.example/", "n=3; u=4"},
			{"cross-site link", "https://site.example/", "l=2; n=3; u=4"},
		},
	},
	{
		"Longer paths come first, then older cookies.",
		"https://site.example/a/b/c",
		[]string{"a=1; Path=/", "b=2; Path=/a/b", "c=3; Path=/a", "d=4; Path=/", "e=5; Path=/a"},
		"a=1; b=2; c=3; d=4; e=5",
		[]query{
			{"", "https://site.example/a/b/c", "b=2; c=3; e=5; a=1; d=4"},
			{"", "https://site.example/a/x", "c=3; e=5; a=1; d=4"},
		},
	},
	{
		"A cookie replaces the one of its name, domain and path, and keeps its place.",
		"https://site.example/",
		[]string{"a=1", "b=2", "a=3; Secure", "a=4; Domain=site.example", "a=5; Path=/docs"},
		"a=3; b=2; a=4; a=5",
		[]query{{"", "https://site.example/docs", "a=5; a=3; b=2; a=4"}},
	},
	{
		"Names are told apart by case.",
		"https://site.example/",
		[]string{"a=1", "A=2"},
		"a=1; A=2",
		[]query{{"", "https://site.example/", "a=1; A=2"}},
	},
	{
		"A cookie may lack its name or its value.",
		"https://site.example/",
		[]string{"a", "b=", "=c"},
		"=c; b=",
		[]query{{"", "https://site.example/", "c; b="}},
	},
	{
		"Max-Age=0 and a date gone by delete; Max-Age counts before Expires.",
		"https://site.example/",
		[]string{
			"a=1", "b=2", "c=3", "a=; Max-Age=0", "b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
			"c=4; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
		},
		"c=4",
		[]query{{"", "https://site.example/", "c=4"}},
	},
}

func TestCookieJar(t *testing.T) {
	for _, test := range jarTests {
		var jar fetch.CookieJar
		for _, setCookie := range test.set {
			jar.Store(sameSite(t, test.url), setCookie)
		}
		if got := content(&jar); got != test.content {
			t.Errorf("%s: the jar has %q, want %q", test.sentence, got, test.content)
		}
		for _, query := range test.queries {
			if got := jar.Retrieve(query.context(t)); got != query.cookies {
				t.Errorf("%s: %s %s: %q, want %q", test.sentence, query.from, query.url, got, query.cookies)
			}
		}
	}
}

func content(jar *fetch.CookieJar) string {
	var pairs []string
	for cookie := range jar.All() {
		pairs = append(pairs, cookie.Name+"="+cookie.Value)
	}
	return strings.Join(pairs, "; ")
}

func TestCookieJarClock(t *testing.T) {
	const day = 24 * time.Hour
	jar := fetch.CookieJar{Epoch: time.Date(2027, time.June, 9, 0, 0, 0, 0, time.UTC)}
	c := sameSite(t, "https://site.example/")
	for _, setCookie := range []string{
		"a=1; Max-Age=60", "b=2; Expires=Thu, 10 Jun 2027 00:00:00 GMT", "c=3; Expires=Fri, 31 Dec 9999 00:00:00 GMT", "d=4",
	} {
		if reason := jar.Store(c, setCookie); reason != policy.CookieOK {
			t.Fatalf("%s: %v", setCookie, reason)
		}
	}
	for _, test := range []struct {
		sentence string
		now      time.Duration
		want     string
	}{
		{"At first all are there", 0, "a=1; b=2; c=3; d=4"},
		{"A second before the minute is over", 59 * time.Second, "a=1; b=2; c=3; d=4"},
		{"When it is over", time.Minute, "b=2; c=3; d=4"},
		{"After a day", day, "c=3; d=4"},
		{"Before 400 days are over", 400*day - time.Second, "c=3; d=4"},
		{"After that only the session's is left", 400 * day, "d=4"},
	} {
		c.Now = test.now
		if got := jar.Retrieve(c); got != test.want {
			t.Errorf("%s: %q, want %q", test.sentence, got, test.want)
		}
	}
}

// withheld returns the reasons for which cookies are withheld, by their names.
func withheld(jar *fetch.CookieJar, c fetch.CookieContext) map[string]policy.CookieReason {
	reasons := map[string]policy.CookieReason{}
	for cookie, reason := range jar.Withheld(c) {
		reasons[cookie.Name] = reason
	}
	return reasons
}

var withheldReasons = map[string]policy.CookieReason{
	"expired":       policy.CookieExpired,
	"host-only":     policy.CookieHostOnly,
	"public suffix": policy.CookiePublicSuffix,
	"path":          policy.CookieOtherPath,
	"secure":        policy.CookieNeedsSecure,
	"httponly":      policy.CookieHTTPOnly,
	"lax":           policy.CookieSameSite,
}

func TestWithheld(t *testing.T) {
	var jar fetch.CookieJar
	for _, cookie := range []fetch.Cookie{
		{Name: "sent", Domain: "site.example", SameSite: policy.SameSiteNone},
		{Name: "expired", Domain: "site.example", Expires: time.Date(2025, time.December, 31, 0, 0, 0, 0, time.UTC)},
		{Name: "host-only", Domain: "example", HostOnly: true},
		{Name: "public suffix", Domain: "example"},
		{Name: "path", Domain: "site.example", Path: "/docs"},
		{Name: "secure", Domain: "site.example", Secure: true},
		{Name: "httponly", Domain: "site.example", HTTPOnly: true},
		{Name: "lax", Domain: "site.example", SameSite: policy.SameSiteLax},
		{Name: "other host", Domain: "other.example"},
	} {
		jar.Add(cookie)
	}
	c := fetch.CookieContext{Host: "site.example", Path: "/", NonHTTP: true}
	if got := jar.Retrieve(c); got != "sent=" {
		t.Errorf("sent %q", got)
	}
	if got := withheld(&jar, c); !maps.Equal(got, withheldReasons) {
		t.Errorf("%v, want %v", got, withheldReasons)
	}
}

func TestCloneGoesItsOwnWay(t *testing.T) {
	var jar fetch.CookieJar
	c := sameSite(t, "https://site.example/")
	jar.Store(c, "a=1")
	jar.Store(c, "b=2")
	clone := jar.Clone()
	clone.Store(c, "a=; Max-Age=0")
	jar.Store(c, "b=3")
	if got := content(&jar) + ", " + content(clone); got != "a=1; b=3, b=2" {
		t.Error(got)
	}
}

func TestEmptyJarCostsNothing(t *testing.T) {
	var jar fetch.CookieJar
	c := sameSite(t, "https://site.example/")
	if n := testing.AllocsPerRun(100, func() {
		if jar.Retrieve(c) != "" {
			t.Error("cookies out of nothing")
		}
		for range jar.Withheld(c) {
			t.Error("cookies out of nothing")
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
