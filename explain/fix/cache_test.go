package fix_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/rule"
)

// TestCaches holds that what is decided on an answer from a cache is repaired where that answer came from.
func TestCaches(t *testing.T) {
	stored := []string{"Cache-Control", "max-age=60"}
	put := corsim.Request{URL: api, Method: "PUT"}
	for _, test := range []struct {
		about string
		scene scene
		rule  rule.ID
		want  string
	}{
		{"an image was loaded without CORS, and is then asked for with it",
			scene{
				before: []any{corsim.Load{URL: api}}, call: get,
				server: answers{api: picture(stored...)},
			},
			rule.CORSAllowOriginMissing, lines("GET "+api+" + "+allowApp, "GET "+api+" + Vary: Origin")},
		{"what was redirected to is stored",
			scene{
				before: []any{corsim.Load{URL: api}}, call: corsim.Request{URL: app},
				server: answers{app: says(302, "Location", api), api: picture(stored...)},
			},
			rule.CORSAllowOriginMissing, lines("GET "+api+" + "+allowApp, "GET "+api+" + Vary: Origin")},
		{"everyone was allowed, without credentials",
			scene{
				before: []any{get}, call: include,
				server: answers{api: says(200, append(stored, allow, "*")...)},
			},
			rule.CORSWildcardWithCredentials,
			lines("GET "+api+" "+allow+": * -> https://app.example", "GET "+api+" + Vary: Origin",
				"GET "+api+" + Access-Control-Allow-Credentials: true")},
		{"a preflight is remembered, and the answer allows nobody",
			scene{
				before: []any{put}, call: put,
				server: answers{
					"OPTIONS " + api: says(204, allow, "*", methods, "PUT", "Access-Control-Max-Age", "60"), api: says(200),
				},
			},
			rule.CORSAllowOriginMissing, lines("PUT "+api+" + "+allowApp, "PUT "+api+" + Vary: Origin")},
		{"a preflight is remembered for another method",
			scene{
				before: []any{put}, call: corsim.Request{URL: api, Method: "DELETE"},
				server: answers{
					"OPTIONS " + api: says(204, allow, "*", methods, "PUT", "Access-Control-Max-Age", "60"),
					api:              says(200, allow, "*"),
				},
			},
			rule.PreflightMethod, lines("OPTIONS " + api + " " + methods + ": PUT -> PUT, DELETE")},
	} {
		for _, profile := range []string{"standard", "chromium", "firefox", "webkit"} {
			test.scene.profile = profiles[profile]
			v := test.scene.verdict(t)
			if v.Outcome() != corsim.Blocked && profile != "standard" {
				continue // its cache is another
			}
			advice := fix.Advise(v)
			if v.Rule() != test.rule || len(advice.Fixes) == 0 || written(advice.Fixes[0].Edits) != test.want {
				t.Errorf("%s, %s: %+v for\n%s", test.about, profile, advice, v)
			} else if snippets := advice.Fixes[0].Snippets(v); len(snippets) != len(servedBy) {
				t.Errorf("%s, %s: %d snippets", test.about, profile, len(snippets))
			}
		}
	}
}
