package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// preflightCases are about CORS-preflights, and what is remembered of them.
func preflightCases() []Example {
	custom := corsim.Request{URL: apiURL, Header: fields("X-A", "1")}
	return []Example{
		// HTTP fetch.
		{"PUT for the second time", rule.PreflightCacheHit, Applied, app,
			twice(put, put), turns(grants("PUT", ""), allowed), ""},
		{"DELETE after PUT", rule.PreflightCacheHit, Unreached, app,
			twice(put, corsim.Request{URL: apiURL, Method: "DELETE"}),
			turns(grants("PUT", ""), allowed, grants("DELETE", ""), allowed), ""},
		{"a CORS-preflight that grants", rule.PreflightCacheStored, Applied, app,
			put, turns(grants("PUT", ""), allowed), ""},
		{"a CORS-preflight that refuses", rule.PreflightCacheStored, Unreached, app,
			put, turns(grants("GET", "")), ""},
		{"a PUT that fails after a CORS-preflight that grants", rule.PreflightCacheCleared, Applied, app,
			put, turns(grants("PUT", ""), says(200)), ""},
		{"a PUT that succeeds", rule.PreflightCacheCleared, Unreached, app,
			put, turns(grants("PUT", ""), allowed), ""},
		{"a redirect in redirect mode error", rule.RedirectModeError, Stopped, app,
			corsim.Request{URL: "/", Redirect: corsim.Fail}, turns(moves(302, "/next")), "blocked TypeError"},
		{"a redirect in redirect mode manual", rule.RedirectManual, Applied, app,
			corsim.Request{URL: "/", Redirect: corsim.Manual}, turns(moves(302, "/next")), "opaque"},
		{"a redirect in redirect mode follow", rule.RedirectManual, Unreached, app,
			own, turns(moves(302, "/next"), says(200)), ""},
		{"a redirect", rule.RedirectFollowed, Applied, app, own, turns(moves(302, "/next"), says(200)), ""},
		{"a redirect in redirect mode manual", rule.RedirectFollowed, Unreached, app,
			corsim.Request{URL: "/", Redirect: corsim.Manual}, turns(moves(302, "/next")), ""},

		// CORS-preflight fetch.
		{"204 to a CORS-preflight", rule.PreflightStatus, Passed, app, put, turns(grants("PUT", ""), allowed), ""},
		{"405 to a CORS-preflight", rule.PreflightStatus, Stopped, app,
			put, turns(says(405, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Methods", "PUT"), allowed),
			"blocked TypeError"},
		{"a list of methods", rule.PreflightSyntax, Passed, app, put, turns(grants("GET, PUT", ""), allowed), ""},
		{"a list of methods without commas", rule.PreflightSyntax, Stopped, app,
			put, turns(grants("GET PUT", "")), "blocked TypeError"},
		{"PUT is allowed", rule.PreflightMethod, Passed, app, put, turns(grants("PUT", ""), allowed), ""},
		{"only GET is allowed", rule.PreflightMethod, Stopped, app,
			put, turns(grants("GET", "")), "blocked TypeError"},
		{"Authorization where all headers are allowed", rule.PreflightAuthorization, Stopped, app,
			corsim.Request{URL: apiURL, Header: fields("Authorization", "x")}, turns(grants("", "*")),
			"blocked TypeError"},
		{"Authorization where it is allowed by name", rule.PreflightAuthorization, Unreached, app,
			corsim.Request{URL: apiURL, Header: fields("Authorization", "x")},
			turns(grants("", "Authorization"), allowed), ""},
		{"a header that is allowed", rule.PreflightHeader, Passed, app,
			custom, turns(grants("", "X-A"), allowed), ""},
		{"a header that is not allowed", rule.PreflightHeader, Stopped, app,
			custom, turns(grants("", "X-B"), allowed), "blocked TypeError"},
	}
}
