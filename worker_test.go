package corsim_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// Which scripts become workers, and what a worker may import.
func TestWorkers(t *testing.T) {
	javaScript, text := says(200, "Content-Type", "text/javascript"), says(200, "Content-Type", "text/plain")
	isolate := corsim.Load{Kind: corsim.ImportScripts, URL: "https://cdn.example/lib.js"}
	tests := []struct {
		about     string
		load      corsim.Load
		answer    corsim.Answer
		outcome   corsim.Outcome
		exception string
		executed  bool
	}{
		{"a worker at home", corsim.Load{Kind: corsim.DedicatedWorker, URL: "/w.js"}, javaScript, corsim.Readable, "", true},
		{"a worker elsewhere", corsim.Load{Kind: corsim.DedicatedWorker, URL: "https://cdn.example/w.js"}, javaScript, corsim.Blocked, "", false},
		{"a shared worker that is redirected away", corsim.Load{Kind: corsim.SharedWorker, URL: "/w.js"},
			redirects(302, "https://cdn.example/w.js"), corsim.Blocked, "", false},
		{"a worker that says it is text", corsim.Load{Kind: corsim.DedicatedWorker, URL: "/w.js"}, text, corsim.Blocked, "", false},
		{"a worker from nowhere", corsim.Load{Kind: corsim.DedicatedWorker, URL: "data:text/plain,1"}, text, corsim.Readable, "", true},
		{"a module from nowhere that says it is text", corsim.Load{Kind: corsim.ModuleWorker, URL: "data:text/plain,1"}, text, corsim.Blocked, "", false},
		{"a worker without a URL", corsim.Load{Kind: corsim.ModuleWorker, URL: "https://"}, text, corsim.Threw, "SyntaxError", false},
		{"an import from elsewhere", isolate, javaScript, corsim.Opaque, "", true},
		{"an import that says it is text", isolate, text, corsim.Blocked, "NetworkError", false},
		{"an import that is not there", isolate, says(404, "Content-Type", "text/javascript"), corsim.Blocked, "NetworkError", false},
	}
	for _, test := range tests {
		verdict := corsim.New(corsim.Standard).Open(appURL).Load(turns(test.answer), test.load)
		if verdict.Outcome() != test.outcome || verdict.Exception() != test.exception || verdict.Effect().Executed != test.executed {
			t.Errorf("%s: executed is %v\n%s", test.about, verdict.Effect().Executed, verdict)
		}
	}
}

// A worker may have an empty URL, which is that of the page; an element may not.
func TestEmptyURL(t *testing.T) {
	for kind, want := range map[fetch.LoadKind]bool{corsim.DedicatedWorker: true, corsim.ImportScripts: true, corsim.Script: false, corsim.Image: false} {
		verdict := corsim.New(corsim.Standard).Open(appURL).Load(turns(says(200)), corsim.Load{Kind: kind})
		if verdict.Sent() != want {
			t.Errorf("kind %d: sent is %v\n%s", kind, verdict.Sent(), verdict)
		}
	}
}

// What importScripts() sends to another origin.
func TestImportsWithCredentials(t *testing.T) {
	for profile, want := range map[engine.Profile]string{corsim.Standard: "", corsim.Standard.With(engine.ImportsWithCredentials): "a=1"} {
		browser := corsim.New(profile)
		browser.AddCookie(corsim.Cookie{Name: "a", Value: "1", Domain: "api.example", SameSite: policy.SameSiteNone, Secure: true})
		verdict := browser.Open(appURL, corsim.Worker()).Load(turns(says(200)), corsim.Load{Kind: corsim.ImportScripts, URL: apiURL})
		if got, _ := verdict.Exchanges()[0].Request.Header.Get("Cookie"); got != want {
			t.Errorf("%s: cookies %q, want %q", profile, got, want)
		}
	}
}

// Attributes count only on the elements that have them.
func TestAttributesOfElements(t *testing.T) {
	answer := says(200, "Content-Type", "text/javascript")
	answer.Body = []byte("1")
	for kind, want := range map[fetch.LoadKind]corsim.Outcome{corsim.Script: corsim.Blocked, corsim.Video: corsim.Readable, corsim.DedicatedWorker: corsim.Readable} {
		verdict := corsim.New(corsim.Standard).Open(appURL).Load(turns(answer),
			corsim.Load{Kind: kind, URL: "/a", Integrity: "sha256-a", ReferrerPolicy: "no-referrer"})
		referrer, _ := verdict.Exchanges()[0].Request.Header.Get("Referer")
		if verdict.Outcome() != want || (referrer == "") != (want == corsim.Blocked) {
			t.Errorf("kind %d: Referer %q\n%s", kind, referrer, verdict)
		}
	}
}

// The user name and password of a URL are tried where the server asks for them, but for modules.
func TestURLCredentialsOfElements(t *testing.T) {
	for kind, want := range map[fetch.LoadKind]int{corsim.Image: 2, corsim.Script: 2, corsim.DedicatedWorker: 2, corsim.ModuleScript: 1} {
		verdict := corsim.New(corsim.Standard).Open(appURL).Load(turns(says(401), says(200)),
			corsim.Load{Kind: kind, URL: "https://me:pw@app.example/a"})
		if got := len(verdict.Exchanges()); got != want {
			t.Errorf("kind %d: %d requests, want %d\n%s", kind, got, want, verdict)
		}
	}
}

// A host that does not parse is upgraded all the same.
func TestUpgradeOfAnOddHost(t *testing.T) {
	verdict := corsim.New(corsim.Chromium).Open(appURL).Load(turns(says(200)), corsim.Load{URL: "http://b c.example/x"})
	if got, want := verdict.Exchanges()[0].Request.URL.Href(), "https://b%20c.example/x"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// What only reports is asked of the URL that the page has, before it is upgraded.
func TestReportBeforeUpgrade(t *testing.T) {
	page := corsim.New(corsim.Standard).Open(appURL, corsim.ContentSecurityPolicy(header.List{
		{Name: "Content-Security-Policy-Report-Only", Value: "img-src https:"}}))
	verdict := page.Load(turns(says(200)), corsim.Load{URL: "http://api.example/i"})
	for step := range verdict.Steps() {
		if step.Rule == rule.ContentSecurityPolicyReported {
			return
		}
	}
	t.Errorf("nothing is reported\n%s", verdict)
}

// Browsers that ask for media in ranges say so, and take the whole for it.
func TestMediaInRanges(t *testing.T) {
	for profile, want := range map[engine.Profile]string{corsim.Standard: "", corsim.Chromium: "bytes=0-"} {
		for _, status := range []int{200, 206} {
			verdict := corsim.New(profile).Open(appURL).Load(turns(says(status)), corsim.Load{Kind: corsim.Video, URL: "/v"})
			got, _ := verdict.Exchanges()[0].Request.Header.Get("Range")
			if got != want || verdict.Effect().Event.String() != "load" {
				t.Errorf("%s: Range is %q, want %q\n%s", profile, got, want, verdict)
			}
		}
	}
}
