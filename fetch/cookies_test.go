package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// cookiesFor is an agent with a cookie for app.example and one for api.example, sent to whoever asks.
func cookiesFor() *fetch.UserAgent {
	agent := new(fetch.UserAgent)
	for name, domain := range map[string]string{"own": "app.example", "api": "api.example"} {
		agent.Cookies.Add(fetch.Cookie{Name: name, Value: "1", Domain: domain, Path: "/", Secure: true, SameSite: policy.SameSiteNone})
	}
	return agent
}

// jar are the names and values of an agent's cookies.
func jar(agent *fetch.UserAgent) string {
	text := ""
	for cookie := range agent.Cookies.All() {
		text += cookie.Name + "=" + cookie.Value + ";"
	}
	return text
}

func TestCredentialsModeGovernsCookies(t *testing.T) {
	const own, api = "/", "https://api.example/"
	tests := []struct {
		credentials policy.Credentials
		mode        policy.Mode
		url         string
		sent        string
		stored      bool
	}{
		{"omit", "cors", own, "-", false},
		{"same-origin", "cors", own, "own=1", true},
		{"include", "cors", own, "own=1", true},
		{"omit", "cors", api, "-", false},
		{"same-origin", "cors", api, "-", false},
		{"include", "cors", api, "api=1", true},
		{"omit", "no-cors", api, "-", false},
		{"same-origin", "no-cors", api, "-", false},
		{"include", "no-cors", api, "api=1", true},
	}
	for _, test := range tests {
		agent := cookiesFor()
		record := fetchedBy(agent, document(appURL), fetch.Init{URL: test.url, Mode: test.mode, Credentials: test.credentials},
			credentialed(200, "Set-Cookie", "new=1; Secure; SameSite=None"))
		if got := sent(record, "Cookie"); got != test.sent {
			t.Errorf("credentials %s to %s in mode %s: sent %s, want %s", test.credentials, test.url, test.mode, got, test.sent)
		}
		stored := false
		for cookie := range agent.Cookies.All() {
			stored = stored || cookie.Name == "new"
		}
		if stored != test.stored {
			t.Errorf("credentials %s to %s in mode %s: stored %v, want %v", test.credentials, test.url, test.mode, stored, test.stored)
		}
	}
}

func TestCookiesAreStoredWhateverThePageMayRead(t *testing.T) {
	const cookie = "a=1; Secure; SameSite=None"
	include := fetch.Init{URL: "https://api.example/", Credentials: "include"}
	tests := []struct {
		name    string
		init    fetch.Init
		answers []fetch.Answer
		want    string
	}{
		{"blocked by the CORS check", include, []fetch.Answer{answer(200, "Set-Cookie", cookie)}, "a=1;"},
		{"blocked by the resource policy", fetch.Init{URL: include.URL, Mode: "no-cors", Credentials: "include"},
			[]fetch.Answer{answer(200, "Set-Cookie", cookie, "Cross-Origin-Resource-Policy", "same-origin")}, "a=1;"},
		{"a redirect that is not allowed", fetch.Init{URL: "/", Redirect: "error"}, []fetch.Answer{hop(302, "/b", "Set-Cookie", "a=1")}, "a=1;"},
		{"several", fetch.Init{URL: "/"}, []fetch.Answer{answer(200, "Set-Cookie", "a=1", "set-cookie", "b=2")}, "a=1;b=2;"},
		{"not from a CORS-preflight", fetch.Init{URL: include.URL, Method: "PUT", Credentials: "include"},
			[]fetch.Answer{credentialed(204, "Access-Control-Allow-Methods", "PUT", "Set-Cookie", cookie), credentialed(200)}, ""},
		{"not from an answer that cannot be understood", fetch.Init{URL: "/"}, []fetch.Answer{answer(200, "Set-Cookie", "a=1", "X A", "1")}, ""},
		{"SameSite=Lax does not come from another site", include, []fetch.Answer{credentialed(200, "Set-Cookie", "a=1; SameSite=Lax")}, ""},
	}
	for _, test := range tests {
		agent := new(fetch.UserAgent)
		fetchedBy(agent, document(appURL), test.init, test.answers...)
		if got := jar(agent); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestCookiesOnRedirects(t *testing.T) {
	const api = "https://api.example/"
	tests := []struct {
		name        string
		credentials policy.Credentials
		url         string
		answers     []fetch.Answer
		want        string // the Cookie headers
	}{
		{"each hop has its own", "include", "/", []fetch.Answer{hop(302, api), credentialed(200)}, "own=1 api=1"},
		{"same-origin ends where the origin does", "same-origin", "/", []fetch.Answer{hop(302, api), credentialed(200)}, "own=1 -"},
		{"and does not begin again at home", "same-origin", api, []fetch.Answer{hop(302, "https://app.example/"), shared(200)}, "- -"},
		{"what a hop sets goes to the next", "include", "/", []fetch.Answer{hop(302, "/b", "Set-Cookie", "new=2"), answer(200)}, "own=1 own=1; new=2"},
	}
	for _, test := range tests {
		record := fetchedBy(cookiesFor(), document(appURL), fetch.Init{URL: test.url, Credentials: test.credentials}, test.answers...)
		if got := sent(record, "Cookie"); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestPreflightsHaveNoCookies(t *testing.T) {
	record := fetchedBy(cookiesFor(), document(appURL), fetch.Init{URL: "https://api.example/", Method: "PUT", Credentials: "include"},
		credentialed(200, "Access-Control-Allow-Methods", "PUT"))
	if got := sent(record, "Cookie"); got != "- api=1" {
		t.Error(got)
	}
}

func TestSameSiteCookiesAndFrames(t *testing.T) {
	embedded := document(appURL)
	embedded.TopLevelOrigin, embedded.CrossSiteAncestor = origin.MustParseOrigin("https://top.example"), true
	sandboxed := document(appURL)
	sandboxed.Origin = new(origin.Mint).Opaque()
	tests := []struct {
		name   string
		client *fetch.Environment
		url    string
		want   string
	}{
		{"at home", document(appURL), "https://app.example/", "strict=1; none=1"},
		{"on the same site", document("https://www.app.example/"), "https://app.example/", "strict=1; none=1"},
		{"from another site", document("https://b.example/"), "https://app.example/", "none=1"},
		{"from another scheme", document("http://app.example/"), "https://app.example/", "none=1"},
		{"at home, in a frame of another site", embedded, "https://app.example/", "none=1"},
		{"from a sandbox", sandboxed, "https://app.example/", "none=1"},
	}
	for _, test := range tests {
		agent := new(fetch.UserAgent)
		agent.Cookies.Add(fetch.Cookie{Name: "strict", Value: "1", Domain: "app.example", Path: "/", SameSite: policy.SameSiteStrict})
		agent.Cookies.Add(fetch.Cookie{Name: "none", Value: "1", Domain: "app.example", Path: "/", Secure: true, SameSite: policy.SameSiteNone})
		record := fetchedBy(agent, test.client, fetch.Init{URL: test.url, Credentials: "include"}, credentialed(200))
		if got := sent(record, "Cookie"); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestCredentiallessEmbedder(t *testing.T) {
	client := document(appURL)
	client.EmbedderPolicy = policy.EmbedderCredentialless
	tests := []struct {
		mode policy.Mode
		url  string
		want string
	}{
		{"no-cors", "https://api.example/", "-"},
		{"no-cors", "/", "own=1"},
		{"cors", "https://api.example/", "api=1"},
	}
	for _, test := range tests {
		record := fetchedBy(cookiesFor(), client, fetch.Init{URL: test.url, Mode: test.mode, Credentials: "include"}, credentialed(200))
		if got := sent(record, "Cookie"); got != test.want {
			t.Errorf("%s in mode %s: %s, want %s", test.url, test.mode, got, test.want)
		}
	}
}
