package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// sandboxed is a document of an opaque origin, at the URL.
func sandboxed(url string) *fetch.Environment {
	client := document(url)
	client.Origin = new(origin.Mint).Opaque()
	return client
}

// TestFactsOfBrowserHeaders compares the last request's header in a browser that follows the standards, but for one
// fact, with that in a browser that follows them.
func TestFactsOfBrowserHeaders(t *testing.T) {
	const plain, page, root = "http://app.example/a", "https://app.example/dir/page?q", "https://app.example/"
	app, box := document(appURL), sandboxed(appURL)
	get := func(init fetch.Init) any { return init }
	post := func(init fetch.Init) any {
		init.Method = "POST"
		return init
	}
	tests := []struct {
		about           string
		fact            engine.Fact
		client          *fetch.Environment
		call            any
		answers         []fetch.Answer
		name            string
		standard, other string
	}{
		{
			"fetch() in a sandbox", engine.ReferrerIgnoresSandbox, box,
			get(fetch.Init{URL: "https://app.example/b"}), nil, "Referer", "", page,
		},
		{
			"image in a sandbox", engine.ReferrerOfSandboxedElements, box,
			fetch.Load{URL: "/b"}, nil, "Referer", "", root,
		},
		{
			"beacon in a sandbox", engine.ReferrerOfSandboxedElements, box,
			fetch.Beacon{URL: "/b"}, nil, "Referer", "", root,
		},
		{
			"fetch() in another sandbox", engine.ReferrerOfSandboxedElements, box,
			get(fetch.Init{URL: "/b"}), nil, "Referer", "", "",
		},
		{
			"to this machine", engine.ReferrerDowngradeFromTLS, app,
			get(fetch.Init{URL: "http://localhost/"}), nil, "Referer", root, "",
		},
		{
			"lax policy", engine.ReferrerNotLaxerAcrossSites, app,
			get(fetch.Init{URL: "https://api.example/", ReferrerPolicy: "unsafe-url"}), nil, "Referer", page, root,
		},
		{
			"lax policy within a site", engine.ReferrerNotLaxerAcrossSites, app,
			get(fetch.Init{URL: "https://www.app.example/", ReferrerPolicy: "unsafe-url"}), nil, "Referer", page, page,
		},
		{
			"element with crossorigin", engine.OriginOfElementsToOwn, app,
			fetch.Load{URL: "/b", CrossOrigin: fetch.Anonymous}, nil, "Origin", "", "https://app.example",
		},
		{
			"hiding policy", engine.OriginNotHidden, app,
			post(fetch.Init{URL: "https://api.example/", Mode: "no-cors", ReferrerPolicy: "no-referrer"}), nil,
			"Origin", "null", "https://app.example",
		},
		{
			"no referrer", engine.NoReferrerIsPolicy, app,
			post(fetch.Init{URL: "https://api.example/", Mode: "no-cors", NoReferrer: true}), nil, "Origin", "https://app.example", "null",
		},
		{
			"policy of a redirect", engine.OriginKeptOnRedirect, app,
			post(fetch.Init{URL: "https://api.example/", Mode: "no-cors"}),
			[]fetch.Answer{hop(307, "/b", "Referrer-Policy", "no-referrer")}, "Origin", "null", "https://app.example",
		},
		{
			"sandboxed beacon", engine.BeaconOriginIgnoresSandbox, box,
			fetch.Beacon{URL: "https://api.example/"}, nil, "Origin", "null", "https://app.example",
		},
		{
			"redirect to another origin", engine.FetchMetadataLostOnRedirect, app,
			get(fetch.Init{URL: "/"}), []fetch.Answer{hop(307, "https://api.example/")}, "Sec-Fetch-Mode", "cors", "",
		},
		{
			"schemes of localhost", engine.FetchMetadataOfHosts, document("http://localhost/"),
			get(fetch.Init{URL: "https://localhost/"}), nil, "Sec-Fetch-Site", "cross-site", "same-site",
		},
		{
			"ports of localhost", engine.FetchMetadataOfHosts, document("http://localhost/"),
			get(fetch.Init{URL: "/"}), []fetch.Answer{hop(307, "http://localhost:81/")}, "Sec-Fetch-Site", "same-site", "cross-site",
		},
		{
			"preflight to http:", engine.SecFetchModeOnEveryPreflight, document(plain),
			get(fetch.Init{URL: "http://api.example/", Method: "PUT"}), []fetch.Answer{answer(404)}, "Sec-Fetch-Mode", "", "cors",
		},
		{
			"preflight after a redirect", engine.PreflightReferrerFromRedirect, app,
			get(fetch.Init{URL: "/", Method: "PUT"}), []fetch.Answer{hop(307, "https://api.example/"), answer(404)}, "Referer", root, page,
		},
	}
	for _, test := range tests {
		for _, profile := range []engine.Profile{engine.Standard, engine.Standard.With(test.fact)} {
			want := test.standard
			if profile.Has(test.fact) {
				want = test.other
			}
			agent, record, server := &fetch.UserAgent{Profile: profile}, new(fetch.Record), inTurn(append(test.answers, shared(200))...)
			switch call := test.call.(type) {
			case fetch.Init:
				agent.Fetch(test.client, server, &call, record)
			case fetch.Load:
				agent.Load(test.client, server, call, record)
			case fetch.Beacon:
				agent.SendBeacon(test.client, server, call, record)
			}
			if len(record.Exchanges) == 0 {
				t.Errorf("%s: nothing was sent: %s", test.about, record.Decided)
				continue
			}
			got, _ := record.Exchanges[len(record.Exchanges)-1].Request.Header.Get(test.name)
			if got != want {
				t.Errorf("%s, %s %v: %s %q, want %q", test.about, test.fact, profile.Has(test.fact), test.name, got, want)
			}
		}
	}
}

func TestFactsOfRedirectedOrigin(t *testing.T) {
	chromium := engine.Standard.With(engine.OriginKeptOnRedirect).With(engine.OriginNullOnRedirect)
	webkit := engine.Standard.With(engine.OriginKeptOnRedirect).With(engine.OriginKeptOnGET)
	const own, api = "https://app.example", "https://api.example/"
	tests := []struct {
		about                      string
		first                      string
		answer                     fetch.Answer
		standard, chromium, webkit string
	}{
		{"within an origin", api, hop(307, "/b"), own, own, own},
		{"to another", "/", hop(307, api), own, "null", own},
		{"from another home", api, hop(307, "https://app.example/"), "null", "null", "null"},
		{"to GET within an origin", api, hop(303, "/b"), "", "", own},
		{"to GET at another", "/", hop(303, api), "", "", ""},
	}
	for _, test := range tests {
		for _, run := range []struct {
			profile engine.Profile
			want    string
		}{{engine.Standard, test.standard}, {chromium, test.chromium}, {webkit, test.webkit}} {
			init := fetch.Init{URL: test.first, Method: "POST", Mode: policy.ModeNoCORS}
			record := fetchedBy(&fetch.UserAgent{Profile: run.profile}, document(appURL), init, test.answer, answer(200))
			if got, _ := record.Exchanges[1].Request.Header.Get("Origin"); got != run.want {
				t.Errorf("%s: %q, want %q", test.about, got, run.want)
			}
		}
	}
}
