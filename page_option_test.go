package corsim_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
)

// becomes is what comes of a request, with what the browser sent along.
func becomes(verdict corsim.Verdict, names ...string) string {
	text := verdict.Outcome().String() + " " + verdict.Rule().Slug()
	for _, exchange := range verdict.Exchanges() {
		for _, name := range names {
			if value, ok := exchange.Request.Header.Get(name); ok {
				text += "; " + name + ": " + value
			}
		}
	}
	return text
}

func TestEmbedderPolicyCountsInSecureContexts(t *testing.T) {
	const dropped, holds = "opaque response/opaque", "blocked corp/embedder-policy"
	requireCORP := corsim.EmbedderPolicy("require-corp")
	tests := []struct {
		name    string
		url     string
		options []corsim.PageOption
		want    string
	}{
		{"https:", appURL, nil, holds},
		{"http:", plainURL, nil, dropped},
		{"localhost", "http://localhost:8080/", nil, holds},
		{"https: in a frame of https:", appURL, []corsim.PageOption{corsim.Ancestors(siteURL)}, holds},
		{"https: in a frame of http:", appURL, []corsim.PageOption{corsim.Ancestors(siteURL, plainURL)}, dropped},
		{"https: below http:", appURL, []corsim.PageOption{corsim.TopLevel(plainURL)}, dropped},
		{"https: in a sandbox", appURL, []corsim.PageOption{corsim.Sandboxed()}, holds},
	}
	for _, test := range tests {
		verdict := at(test.url, append(test.options, requireCORP)...).play(turns(says(200)), corsim.Request{URL: apiURL, Mode: corsim.NoCORS})
		if got := becomes(verdict); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestInheritOrigin opens a page that a page in a frame has created.
func TestInheritOrigin(t *testing.T) {
	const plainAPI = "http://api.example/"
	noCORS := corsim.Request{URL: apiURL, Mode: corsim.NoCORS}
	own := corsim.Request{URL: "/"}
	tests := []struct {
		name    string
		creator scene
		child   scene
		request corsim.Request
		want    string
	}{
		{"the origin, and the base URL", at(appURL), at("about:blank"), own, "readable main-fetch/same-origin"},
		{"the referrer", at(appURL), at("about:srcdoc"), own, "readable main-fetch/same-origin; Referer: https://app.example/"},
		{"the referrer policy", at(appURL, corsim.ReferrerPolicy("no-referrer")), at("about:srcdoc"), own, "readable main-fetch/same-origin"},
		{"unless it has its own", at(appURL, corsim.ReferrerPolicy("no-referrer")), at("about:srcdoc", corsim.ReferrerPolicy("origin")), own, "readable main-fetch/same-origin; Referer: https://app.example/"},
		{"or a meta element", at(appURL, corsim.ReferrerPolicy("no-referrer")), at("about:srcdoc", corsim.MetaReferrer("ORIGIN"), corsim.MetaReferrer("?")), own, "readable main-fetch/same-origin; Referer: https://app.example/"},
		{"the embedder policy", at(appURL, corsim.EmbedderPolicy("require-corp")), at("about:blank"), noCORS, "blocked corp/embedder-policy"},
		{"unless it has its own", at(appURL, corsim.EmbedderPolicy("require-corp")), at("about:blank", corsim.EmbedderPolicy("unsafe-none")), noCORS, "opaque response/opaque"},
		{"one that counts in secure contexts only", at(plainURL), at("about:blank", corsim.EmbedderPolicy("require-corp")), noCORS, "opaque response/opaque"},
		{"that mixed content is prohibited", at(appURL), at("about:blank"), corsim.Request{URL: plainAPI}, "blocked main-fetch/mixed-content"},
		{"also by who is around the creator", at(plainURL, corsim.Ancestors(appURL)), at("about:blank"), corsim.Request{URL: plainAPI}, "blocked main-fetch/mixed-content"},
		{"and in a sandbox", at(appURL), at("about:srcdoc", corsim.Sandboxed()), corsim.Request{URL: plainAPI}, "blocked main-fetch/mixed-content"},
		{"but not in a worker", at(plainURL, corsim.Ancestors(appURL)), at("blob:http://plain.example/1", corsim.Worker()), corsim.Request{URL: plainAPI}, "blocked cors-check/allow-origin-missing"},
	}
	for _, test := range tests {
		browser := corsim.New(corsim.Standard)
		creator := browser.Open(test.creator.url, test.creator.options...)
		child := browser.Open(test.child.url, append([]corsim.PageOption{corsim.InheritOrigin(creator)}, test.child.options...)...)
		if got := becomes(child.Fetch(turns(says(200)), test.request), "Referer"); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestInheritOriginSurroundings looks at what the documents around the creator do to cookies and to the partition of
// the CORS-preflight cache.
func TestInheritOriginSurroundings(t *testing.T) {
	tests := []struct {
		name              string
		creator           []corsim.PageOption
		child             []corsim.PageOption
		cookie, preflight bool
	}{
		{"a top-level creator", nil, nil, true, false},
		{"a creator in a frame of its site", []corsim.PageOption{corsim.Ancestors(siteURL)}, nil, true, false},
		{"a creator in a frame of another site", []corsim.PageOption{corsim.Ancestors(plainURL)}, nil, false, true},
		{"such a creator in a frame of its site", []corsim.PageOption{corsim.Ancestors(siteURL, plainURL, siteURL)}, nil, false, false},
		{"a child that says where it is", []corsim.PageOption{corsim.Ancestors(plainURL)}, []corsim.PageOption{corsim.Ancestors(appURL)}, true, false},
	}
	for _, test := range tests {
		browser := corsim.New(corsim.Standard)
		browser.AddCookie(corsim.Cookie{Name: "id", Domain: "app.example", SameSite: policy.SameSiteStrict})
		put := corsim.Request{URL: apiURL, Method: "PUT"}
		server := turns(grants("PUT", ""))
		browser.Open(appURL).Fetch(server, put)
		child := browser.Open("about:blank", append([]corsim.PageOption{corsim.InheritOrigin(browser.Open(appURL, test.creator...))}, test.child...)...)
		_, cookie := child.Fetch(server, corsim.Request{URL: "/"}).Exchanges()[0].Request.Header.Get("Cookie")
		preflight := child.Fetch(server, put).Preflights() == 1
		if cookie != test.cookie || preflight != test.preflight {
			t.Errorf("%s: cookie %v, CORS-preflight %v; want %v, %v", test.name, cookie, preflight, test.cookie, test.preflight)
		}
	}
}
