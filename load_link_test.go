package corsim_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
)

// What links and style sheets ask for goes out so, and this becomes of it.
func TestLinksAndStylesheets(t *testing.T) {
	javaScript := says(200, "Content-Type", "text/javascript", "Access-Control-Allow-Origin", "*")
	sheet := "https://cdn.example/css/a.css"
	for _, test := range []struct {
		about   string
		profile engine.Profile
		load    corsim.Load
		answer  corsim.Answer
		outcome corsim.Outcome
		event   string
		sent    string // mode, destination, Referer, Cookie
	}{
		{"a preload", corsim.Standard, corsim.Load{Kind: corsim.Preload, URL: apiURL, As: "Script"}, javaScript,
			corsim.Opaque, "load", "no-cors script https://app.example/ id=1"},
		{"with a crossorigin attribute", corsim.Standard,
			corsim.Load{Kind: corsim.Preload, URL: apiURL, As: "font", CrossOrigin: corsim.Anonymous}, javaScript,
			corsim.Readable, "load", "cors font https://app.example/ "},
		{"as fetch", corsim.Standard, corsim.Load{Kind: corsim.Preload, URL: apiURL, As: "fetch"}, javaScript,
			corsim.Opaque, "load", "no-cors empty https://app.example/ id=1"},
		{"of what is not there", corsim.Standard, corsim.Load{Kind: corsim.Preload, URL: apiURL, As: "script"}, says(404),
			corsim.Opaque, "load", "no-cors script https://app.example/ id=1"},
		{"of what is not there, in Firefox", corsim.Firefox, corsim.Load{Kind: corsim.Preload, URL: "/a.js", As: "script"}, says(404),
			corsim.Blocked, "error", "no-cors script https://app.example/ "},
		{"as nothing", corsim.Standard, corsim.Load{Kind: corsim.Preload, URL: apiURL}, javaScript, corsim.Blocked, "", ""},
		{"as a video", corsim.Standard, corsim.Load{Kind: corsim.Preload, URL: apiURL, As: "video"}, javaScript, corsim.Blocked, "", ""},
		{"to nowhere", corsim.Standard, corsim.Load{Kind: corsim.Preload, URL: "https://", As: "image"}, javaScript, corsim.Blocked, "", ""},
		{"a module", corsim.Standard, corsim.Load{Kind: corsim.ModulePreload, URL: apiURL}, javaScript,
			corsim.Readable, "load", "cors script https://app.example/ "},
		{"a module that is none", corsim.Standard, corsim.Load{Kind: corsim.ModulePreload, URL: "/m.txt"}, says(200, "Content-Type", "text/plain"),
			corsim.Blocked, "error", "cors script https://app.example/ "},
		{"a manifest", corsim.Standard, corsim.Load{Kind: corsim.Manifest, URL: apiURL}, says(200),
			corsim.Blocked, "", "cors manifest https://app.example/ "},
		{"an icon", corsim.Standard, corsim.Load{Kind: corsim.Icon, URL: apiURL}, says(200),
			corsim.Opaque, "", "no-cors image https://app.example/ id=1"},
		{"an image of a style sheet", corsim.Standard, corsim.Load{URL: "../i.png", Stylesheet: sheet}, says(200),
			corsim.Opaque, "load", "no-cors image https://cdn.example/css/a.css "},
		{"an image of another origin, of a style sheet", corsim.Standard, corsim.Load{URL: apiURL, Stylesheet: sheet}, says(200),
			corsim.Opaque, "load", "no-cors image https://cdn.example/ id=1"},
		{"a font of a style sheet", corsim.Standard, corsim.Load{Kind: corsim.Font, URL: "f.woff", Stylesheet: sheet, ReferrerPolicy: "origin"},
			javaScript, corsim.Readable, "load", "cors font https://cdn.example/ "},
		{"an imported style sheet", corsim.Standard, corsim.Load{Kind: corsim.Stylesheet, URL: "b.css", Stylesheet: sheet},
			says(200, "Content-Type", "text/css"), corsim.Opaque, "load", "no-cors style https://cdn.example/css/a.css "},
	} {
		browser := corsim.New(test.profile)
		browser.AddCookie(corsim.Cookie{Name: "id", Value: "1", Domain: "api.example", Path: "/", Secure: true, SameSite: policy.SameSiteNone})
		verdict := browser.Open(appURL).Load(turns(test.answer), test.load)
		var sent []string
		for _, exchange := range verdict.Exchanges() {
			for _, name := range []string{"Sec-Fetch-Mode", "Sec-Fetch-Dest", "Referer", "Cookie"} {
				value, _ := exchange.Request.Header.Get(name)
				sent = append(sent, value)
			}
		}
		got := fmt.Sprint(verdict.Outcome(), " ", verdict.Effect().Event, " ", strings.Join(sent, " "))
		if want := fmt.Sprint(test.outcome, " ", test.event, " ", test.sent); got != want {
			t.Errorf("%s: %q, want %q\n%s", test.about, got, want, verdict)
		}
	}
}

func TestStrictTransportOfAnswers(t *testing.T) {
	for _, test := range []struct {
		about       string
		first, then string
		header      string
		later       time.Duration
		upgraded    bool
	}{
		{"within its age", "https://app.example/", "http://app.example/", "max-age=60", 59 * time.Second, true},
		{"after its age", "https://app.example/", "http://app.example/", "max-age=60", time.Minute, false},
		{"for ever", "https://app.example/", "http://app.example/", "max-age=99999999999999999999", 99 * time.Hour, true},
		{"below it", "https://app.example/", "http://www.app.example/", "max-age=60", 0, false},
		{"below it, included", "https://app.example/", "http://www.app.example/", "max-age=60; includeSubDomains", 0, true},
		{"from http:", "http://app.example/", "http://app.example/", "max-age=60", 0, false},
		{"of an address", "https://192.0.2.1/", "http://192.0.2.1/", "max-age=60", 0, false},
		{"without an age", "https://app.example/", "http://app.example/", "includeSubDomains", 0, false},
	} {
		browser := corsim.New(corsim.Standard)
		page := browser.Open(test.then)
		server := turns(says(200, "Strict-Transport-Security", test.header), says(200))
		page.Fetch(server, corsim.Request{URL: test.first, Mode: corsim.NoCORS})
		browser.Advance(test.later)
		verdict := page.Fetch(server, corsim.Request{URL: test.then, Mode: corsim.NoCORS})
		if got := verdict.Exchanges()[0].Request.URL.Scheme() == "https"; got != test.upgraded {
			t.Errorf("%s: %v\n%s", test.about, got, verdict)
		}
		if again := verdict.Replay(corsim.Standard, nil); again.Outcome() != verdict.Outcome() {
			t.Errorf("%s: replayed it is %s", test.about, again)
		}
	}
}

// A host takes its wish back with the age zero.
func TestStrictTransportTakenBack(t *testing.T) {
	browser := corsim.New(corsim.Standard)
	page := browser.Open(plainURL)
	server := turns(says(200, "Strict-Transport-Security", "max-age=60"), says(200, "Strict-Transport-Security", "max-age=0"), says(200))
	for range 2 {
		page.Fetch(server, corsim.Request{URL: apiURL, Mode: corsim.NoCORS})
	}
	if v := page.Fetch(server, corsim.Request{URL: "http://api.example/", Mode: corsim.NoCORS}); v.Exchanges()[0].Request.URL.Scheme() != "http" {
		t.Error(v)
	}
}

// What becomes of frames that are in a sandbox, or whose answer is saved.
func TestFramesWithoutDocument(t *testing.T) {
	for _, test := range []struct {
		about   string
		answer  corsim.Answer
		sandbox []string
		outcome corsim.Outcome
		event   string
	}{
		{"a frame", says(200), nil, corsim.Readable, "load"},
		{"in a sandbox", says(200), []string{}, corsim.Opaque, "load"},
		{"in a sandbox that leaves it its origin", says(200), []string{"allow-scripts", "Allow-Same-Origin"}, corsim.Readable, "load"},
		{"that sandboxes itself", says(200, "Content-Security-Policy", "sandbox"), nil, corsim.Opaque, "load"},
		{"a download", says(200, "Content-Disposition", "attachment"), nil, corsim.Opaque, ""},
		{"what is shown in place", says(200, "Content-Disposition", "inline"), nil, corsim.Readable, "load"},
	} {
		verdict := corsim.New(corsim.Standard).Open(appURL).Navigate(turns(test.answer), corsim.Navigation{
			Navigable: corsim.IframeElement, URL: "/frame", Sandboxed: test.sandbox != nil, Sandbox: test.sandbox,
		})
		if verdict.Outcome() != test.outcome || verdict.Effect().Event.String() != test.event {
			t.Errorf("%s: %s, %q\n%s", test.about, verdict.Outcome(), verdict.Effect().Event, verdict)
		}
	}
}

// A user may go to a data: URL, and a frame may show one.
func TestDataURLs(t *testing.T) {
	page := corsim.New(corsim.Chromium).Open(appURL)
	for _, navigation := range []corsim.Navigation{
		{URL: "data:text/html,hi", UserInitiated: true}, {URL: "data:text/html,hi", Navigable: corsim.IframeElement},
	} {
		if v := page.Navigate(turns(says(200)), navigation); v.Outcome() != corsim.Opaque {
			t.Error(v)
		}
	}
}
