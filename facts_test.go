package corsim_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/internal/conformance/recording"
	"github.com/corsim/corsim/policy"
)

// recordedScenarios are the scenarios that browsers were recorded with, as far as they are part of the module.
func recordedScenarios(t *testing.T) []recording.Scenario {
	t.Helper()
	var all []recording.Scenario
	for _, set := range [...]string{"selection", "extra"} {
		name := "internal/conformance/recording/testdata/" + set + "-scenarios.jsonl.gz"
		scenarios, err := recording.ReadFile[recording.Scenario](name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, scenarios...)
	}
	return all
}

// TestEveryFactChangesAVerdict takes each fact away from each engine that it holds for: a recorded scenario, or else a
// scene, must come out otherwise.
func TestEveryFactChangesAVerdict(t *testing.T) {
	scenarios, scenes := recordedScenarios(t), factScenes()
	for entry := range engine.Facts() {
		for _, profile := range []engine.Profile{corsim.Chromium, corsim.Firefox, corsim.WebKit} {
			if !profile.Has(entry.Fact) {
				continue
			}
			without := profile.Without(entry.Fact)
			if !slices.ContainsFunc(scenes, func(play func(engine.Profile) string) bool { return play(profile) != play(without) }) &&
				!slices.ContainsFunc(evidenceFirst(scenarios, entry), func(s recording.Scenario) bool {
					return trace(&s, profile) != trace(&s, without)
				}) {
				t.Errorf("%s changes nothing in %s", entry.Name, profile)
			}
		}
	}
}

// evidenceFirst sorts the scenarios that an entry names before the others.
func evidenceFirst(scenarios []recording.Scenario, entry engine.Entry) []recording.Scenario {
	sorted := slices.Clone(scenarios)
	slices.SortStableFunc(sorted, func(a, b recording.Scenario) int {
		return strings.Compare(fmt.Sprint(!slices.Contains(entry.Evidence, a.ID)), fmt.Sprint(!slices.Contains(entry.Evidence, b.ID)))
	})
	return sorted
}

// trace is what a browser of the profile would leave of a scenario, in JSON.
func trace(s *recording.Scenario, profile engine.Profile) string {
	predicted, err := json.Marshal(recording.Predict(s, profile.WithSettings(recording.Settings)))
	if err != nil {
		panic(err)
	}
	return string(predicted)
}

// TestEvidenceIsThere holds that whatever a fact cites can be looked at: a recorded scenario that is part of the module,
// an address, or what a browser was asked.
func TestEvidenceIsThere(t *testing.T) {
	known := map[string]bool{}
	for _, s := range recordedScenarios(t) {
		known[s.ID] = true
	}
	id := regexp.MustCompile(`^[a-z]+[0-9]*-[0-9]+$`)
	for entry := range engine.Facts() {
		for _, evidence := range entry.Evidence {
			switch {
			case strings.HasPrefix(evidence, "https://"), strings.HasPrefix(evidence, "asked: "):
			case !id.MatchString(evidence) || !known[evidence]:
				t.Errorf("%s: %q is no recorded scenario, no address, and not asked of a browser", entry.Name, evidence)
			}
		}
	}
}

// factScenes are scenes for the facts that scenarios of recordings cannot show. Each returns what a browser makes of it.
func factScenes() []func(engine.Profile) string {
	var scenes []func(engine.Profile) string
	add := func(play func(*corsim.Browser) fmt.Stringer) {
		scenes = append(scenes, func(profile engine.Profile) string {
			profile.ThirdPartyCookies = engine.ThirdPartyCookiesAllowed
			return play(corsim.New(profile)).String()
		})
	}
	for _, scene := range documentScenes() {
		add(func(browser *corsim.Browser) fmt.Stringer { return scene.do(browser) })
	}
	for _, scene := range localNetworkScenes() {
		add(func(browser *corsim.Browser) fmt.Stringer { return scene.play(browser) })
	}
	// A CORS-preflight that may be remembered for long, 15 minutes, 3 hours and 25 hours later.
	for _, later := range []time.Duration{15 * time.Minute, 3 * time.Hour, 25 * time.Hour} {
		add(func(browser *corsim.Browser) fmt.Stringer {
			granted := grants("PUT", "")
			granted.Header = append(granted.Header, fields("Access-Control-Max-Age", "1000000")...)
			server, put := turns(granted), corsim.Request{URL: apiURL, Method: "PUT"}
			page := browser.Open(appURL)
			page.Fetch(server, put)
			browser.Advance(later)
			return page.Fetch(server, put)
		})
	}
	// An answer that was last changed long ago, eight days later.
	add(func(browser *corsim.Browser) fmt.Stringer {
		server := turns(says(200, "Last-Modified", "Mon, 01 Jan 2024 00:00:00 GMT", "Date", "Thu, 01 Jan 2026 00:00:00 GMT"))
		page := browser.Open(appURL)
		page.Fetch(server, corsim.Request{URL: "/"})
		browser.Advance(8 * 24 * time.Hour)
		return page.Fetch(server, corsim.Request{URL: "/"})
	})
	// A script of another origin for a worker, from a server that wants a cookie.
	add(func(browser *corsim.Browser) fmt.Stringer {
		browser.AddCookie(corsim.Cookie{Name: "a", Value: "1", Domain: "api.example", SameSite: policy.SameSiteNone, Secure: true})
		server := corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
			if !request.Header.Contains("Cookie") {
				return says(403)
			}
			return says(200, "Content-Type", "text/javascript")
		})
		return browser.Open(appURL, corsim.Worker()).Load(server, corsim.Load{Kind: corsim.ImportScripts, URL: apiURL})
	})
	// A 304 that nobody has asked for, where an empty entity tag is stored.
	add(func(browser *corsim.Browser) fmt.Stringer {
		server := turns(says(200, "Cache-Control", "max-age=0", "ETag", ""), says(304))
		page := browser.Open(appURL)
		page.Fetch(server, corsim.Request{URL: "/"})
		return page.Fetch(server, corsim.Request{URL: "/"})
	})
	// What a frame of another site has loaded, asked for by the page.
	add(func(browser *corsim.Browser) fmt.Stringer {
		server := turns(says(200, "Cache-Control", "max-age=60", "Access-Control-Allow-Origin", "*"))
		page := browser.Open(appURL)
		browser.Open("https://frame.example/", corsim.FrameOf(page)).Fetch(server, corsim.Request{URL: apiURL})
		return page.Fetch(server, corsim.Request{URL: apiURL})
	})
	// A form of another site, with a cookie that is new.
	add(func(browser *corsim.Browser) fmt.Stringer {
		browser.SetCookie(apiURL, "id=1")
		return wire{browser.Open(appURL).Navigate(turns(says(200)), corsim.Navigation{URL: apiURL, Method: "POST"})}
	})
	// The address bar, audio and video.
	add(func(browser *corsim.Browser) fmt.Stringer {
		return wire{browser.Open(appURL).Navigate(turns(says(200)), corsim.Navigation{URL: apiURL, UserInitiated: true})}
	})
	add(func(browser *corsim.Browser) fmt.Stringer {
		return wire{browser.Open(appURL).Load(turns(says(200)), corsim.Load{Kind: corsim.Audio, URL: apiURL})}
	})
	add(func(browser *corsim.Browser) fmt.Stringer {
		text := corsim.Load{Kind: corsim.ModulePreload, URL: "/"}
		return browser.Open(appURL).Load(turns(says(200, "Content-Type", "text/plain")), text)
	})
	// Preloads, and a link to a data: URL.
	for _, preload := range []corsim.Load{{Kind: corsim.Preload, URL: "/", As: "script"}, {Kind: corsim.Preload, URL: "/", As: "video"}} {
		add(func(browser *corsim.Browser) fmt.Stringer {
			return browser.Open(appURL).Load(turns(says(404)), preload)
		})
	}
	add(func(browser *corsim.Browser) fmt.Stringer {
		return browser.Open(appURL).Navigate(turns(says(404)), corsim.Navigation{URL: "data:text/html,hello"})
	})
	// An image of an IP address that the policy names.
	add(func(browser *corsim.Browser) fmt.Stringer {
		csp := corsim.ContentSecurityPolicy(fields("Content-Security-Policy", "img-src http://127.0.0.1:8000"))
		return browser.Open("http://localhost/", csp).Load(turns(says(404)), corsim.Load{URL: "http://127.0.0.1:8000/"})
	})
	// Storage in a frame of another site, and in one of its own site within that.
	add(func(browser *corsim.Browser) fmt.Stringer {
		page := browser.Open(appURL)
		frame := browser.Open(apiURL, corsim.FrameOf(page))
		inner := browser.Open(appURL, corsim.FrameOf(frame))
		return storageKeys{page, frame, inner}
	})
	// Who may have a document in a frame.
	for _, ancestors := range []struct{ parent, allowed string }{
		{"http://127.0.0.1:8000/", "http://127.0.0.1:8000"}, {"https://app.example/", "app.example/path"},
	} {
		add(func(browser *corsim.Browser) fmt.Stringer {
			return browser.Open(apiURL, corsim.FrameOf(browser.Open(ancestors.parent)),
				corsim.DocumentHeader(fields("Content-Security-Policy", "frame-ancestors "+ancestors.allowed))).Framing()
		})
	}
	add(func(browser *corsim.Browser) fmt.Stringer {
		return browser.Open(apiURL, corsim.Ancestors("data:text/html,x"),
			corsim.DocumentHeader(fields("Content-Security-Policy", "frame-ancestors *"))).Framing()
	})
	return scenes
}

// wire is what a verdict shows of its requests.
type wire struct{ verdict corsim.Verdict }

func (w wire) String() string {
	var b strings.Builder
	for _, exchange := range w.verdict.Exchanges() {
		fmt.Fprintln(&b, exchange.Request.Method, exchange.Request.URL, exchange.Request.Header)
	}
	return b.String()
}

// storageKeys are the storage keys of pages.
type storageKeys []*corsim.Page

func (pages storageKeys) String() string {
	var b strings.Builder
	for _, page := range pages {
		key, ok := page.StorageKey()
		fmt.Fprintln(&b, key, ok)
	}
	return b.String()
}
