package fix_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/explain/lesson"
	"github.com/corsim/corsim/rule"
)

const wrongDigest = "sha256-AAAA"

// nothingCases are blocked by rules that an answer satisfies as a rule, and no answer helps all the same.
var nothingCases = []struct {
	about string
	rule  rule.ID
	scene scene
}{
	{"an image that redirects to mail", rule.RedirectScheme,
		scene{call: corsim.Load{URL: app}, server: answers{app: says(302, "Location", "mailto:a@b.example")}}},
	{"an image that redirects in a circle", rule.RedirectLimit,
		scene{call: corsim.Load{URL: app}, server: answers{app: says(302, "Location", app)}}},
	{"an image that redirects to no place", rule.RedirectLocationInvalid,
		scene{call: corsim.Load{URL: app}, server: answers{app: says(302, "Location", "https://[")}}},
	{"an image that redirects to the port of mail", rule.BadPort,
		scene{call: corsim.Load{URL: app}, server: answers{app: says(302, "Location", "https://api.example:25/")}}},
	{"an image that redirects to where nobody is", rule.NetworkFailure,
		scene{call: corsim.Load{URL: app}, server: answers{
			app: says(302, "Location", api), api: {Failure: "connection refused"},
		}}},
	{"a font that redirects to http:, and nobody is there over https:", rule.MixedContentBlocked,
		scene{call: corsim.Load{Kind: corsim.Font, URL: app}, server: answers{
			app: says(302, "Location", "http://api.example/"), api: {Failure: "connection refused"},
		}}},
	{"a redirect that is not wanted, and other bytes than those that are", rule.RedirectModeError,
		scene{
			call:   corsim.Request{URL: app, Redirect: corsim.Fail, Integrity: wrongDigest},
			server: answers{app: says(302, "Location", "/a")},
		}},
	{"a stream that is redirected, and other bytes than those that are wanted", rule.RedirectStreamBody,
		scene{
			call:   corsim.Request{URL: app, Method: "POST", Body: upload, Duplex: "half", Integrity: wrongDigest},
			server: answers{app: says(307, "Location", "/a")},
		}},
	{"a style sheet in a data: URL of another type", rule.LoadStylesheetType,
		scene{call: corsim.Load{Kind: corsim.Stylesheet, URL: "data:text/plain,a{}"}}},
	{"a module in a data: URL of another type", rule.LoadModuleType,
		scene{call: corsim.Load{Kind: corsim.ModuleScript, URL: "data:text/plain,0"}}},
}

func TestNothing(t *testing.T) {
	reached := map[rule.ID]bool{}
	check := func(about string, v corsim.Verdict) {
		t.Helper()
		advice := fix.Advise(v)
		reason, known := fix.Reasons[v.Rule()]
		switch {
		case (len(advice.Fixes) == 0) == (advice.Nothing == ""):
			t.Errorf("%s: %d fixes, and %q for\n%s", about, len(advice.Fixes), advice.Nothing, v)
		case advice.Nothing == "" || v.Outcome() == corsim.Threw:
		case v.Call() == nil:
			if advice.Nothing != fix.NoRequest {
				t.Errorf("%s: documents: %s", about, advice.Nothing)
			}
		case known:
			reached[v.Rule()] = true
			rest, is := strings.CutPrefix(advice.Nothing, reason)
			redirected := len(v.Exchanges()) > 0 && v.Exchanges()[0].Answer.Status/100 == 3
			if !is || strings.TrimSpace(rest) != "" && !redirected || redirected && strings.TrimSpace(rest) != fix.AfterRedirect {
				t.Errorf("%s: the reason is %q, want that of %s: %q", about, advice.Nothing, v.Rule().Slug(), reason)
			}
		default:
			t.Errorf("%s: there is no reason for %s: %s", about, v.Rule().Slug(), advice.Nothing)
		}
	}
	for _, c := range nothingCases {
		v := c.scene.verdict(t)
		if v.Outcome() != corsim.Blocked || v.Rule() != c.rule {
			t.Errorf("%s: not blocked by %s:\n%s", c.about, c.rule.Slug(), v)
		}
		check(c.about, v)
	}
	for _, example := range lesson.All() {
		switch v := example.Run(); v.Outcome() {
		case corsim.Blocked:
			check(example.About, v)
		case corsim.Threw:
			if v.Call() != nil {
				check(example.About, v)
			}
		}
	}
	for id := range fix.Reasons {
		if !reached[id] {
			t.Errorf("nothing is blocked by %s for good", id.Slug())
		}
	}
}

func TestNobodyMayBeAllowed(t *testing.T) {
	redirected := says(302, "Location", other, allow, "https://app.example", "Access-Control-Allow-Credentials", "true")
	for _, test := range []struct {
		about string
		scene scene
		want  string
	}{
		{"an opaque origin", scene{options: sandbox, call: include, server: answers{api: says(200)}},
			"the page's origin is opaque"},
		{"an opaque origin, and everyone is allowed",
			scene{options: sandbox, call: include, server: answers{api: says(200, allow, "*")}}, "the page's origin is opaque"},
		{"an opaque origin, and null is allowed",
			scene{options: sandbox, call: include, server: answers{api: says(200, allow, "null")}}, "the page's origin is opaque"},
		{"a preflight of an opaque origin",
			scene{
				options: sandbox, call: corsim.Request{URL: api, Method: "PUT", Credentials: corsim.Include},
				server: answers{"OPTIONS " + api: says(404)},
			}, "the page's origin is opaque"},
		{"redirects that hide the origin",
			scene{
				call:   corsim.Load{URL: api, CrossOrigin: corsim.UseCredentials},
				server: answers{api: redirected, other: says(200, allow, "*")},
			}, "Ask for the last URL directly"},
	} {
		v := test.scene.verdict(t)
		advice := fix.Advise(v)
		if v.Outcome() != corsim.Blocked || len(advice.Fixes) > 0 || !strings.Contains(advice.Nothing, test.want) {
			t.Errorf("%s: %+v for\n%s", test.about, advice, v)
		}
	}
}

// TestSearchEnds holds the bound on replays on a chain of redirects, each of which needs two edits, and that what is
// found when the attempts are used up is told as it is.
func TestSearchEnds(t *testing.T) {
	server := answers{}
	for i := range 20 {
		server[api+strings.Repeat("a", i)] = says(302, "Location", "/"+strings.Repeat("a", i+1))
	}
	server[api+strings.Repeat("a", 20)] = says(200)
	s := scene{call: include, server: server}
	v := s.verdict(t)
	if n := fix.Replays(v); n > fix.MaxReplays {
		t.Errorf("%d attempts, want at most %d", n, fix.MaxReplays)
	}
	if found, nothing := fix.FixWithin(v, 5); found != nil || nothing != fix.SearchEnded {
		t.Errorf("%+v %q, want that the search ended", found, nothing)
	}
	if found, _ := fix.FixWithin(v, 50); found == nil || len(found.Engines) != 3 {
		t.Errorf("%+v, want a fix, though not the smallest", found)
	}
}
