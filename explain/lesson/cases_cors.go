package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// corsCases are about the CORS check and the cross-origin resource policy check.
func corsCases() []Example {
	isolated := app.answered("Cross-Origin-Embedder-Policy", "require-corp")
	return []Example{
		// CORS check.
		{"nothing allows an origin", rule.CORSAllowOriginMissing, Stopped, app, get, ok, "blocked TypeError"},
		{"every origin is allowed", rule.CORSAllowOriginMissing, Unreached, app, get, readable, ""},
		{"every origin is allowed", rule.CORSWildcard, Applied, app, get, readable, "readable"},
		{"the origin is allowed by name", rule.CORSWildcard, Unreached, app, get, named, ""},
		{"every origin is allowed, but there are credentials", rule.CORSWildcardWithCredentials, Stopped, app,
			include, readable, "blocked TypeError"},
		{"the origin is allowed by name, with credentials", rule.CORSWildcardWithCredentials, Unreached, app,
			include, withCredentials, ""},
		{"two origins are allowed", rule.CORSAllowOriginMultiple, Stopped, app,
			get, turns(says(200, "Access-Control-Allow-Origin", "https://app.example, https://b.example")),
			"blocked TypeError"},
		{"one origin is allowed", rule.CORSAllowOriginMultiple, Unreached, app, get, named, ""},
		{"an origin with a slash at the end is allowed", rule.CORSAllowOriginMismatch, Stopped, app,
			get, turns(says(200, "Access-Control-Allow-Origin", "https://app.example/")), "blocked TypeError"},
		{"the origin is allowed, without a slash at the end", rule.CORSAllowOriginMismatch, Unreached, app,
			get, named, ""},
		{"the origin is allowed by name", rule.CORSAllowOriginMatch, Applied, app, get, named, "readable"},
		{"the origin is allowed by name, with credentials", rule.CORSAllowOriginMatch, Unreached, app,
			include, withCredentials, ""},
		{"credentials are allowed with True", rule.CORSAllowCredentialsNotTrue, Stopped, app,
			include,
			turns(says(200, "Access-Control-Allow-Origin", "https://app.example", "Access-Control-Allow-Credentials", "True")),
			"blocked TypeError"},
		{"credentials are allowed with true", rule.CORSAllowCredentialsNotTrue, Unreached, app,
			include, withCredentials, ""},
		{"credentials are allowed", rule.CORSAllowCredentials, Applied, app, include, withCredentials, "readable"},
		{"the same answer to a request without credentials", rule.CORSAllowCredentials, Unreached, app,
			get, withCredentials, ""},

		// Cross-origin resource policy.
		{"an answer that says nothing", rule.CORPSameOrigin, Passed, app, noCORS, ok, ""},
		{"an answer for its own origin, to another", rule.CORPSameOrigin, Stopped, app,
			noCORS, turns(says(200, "Cross-Origin-Resource-Policy", "same-origin")), "blocked TypeError"},
		{"an answer for its own site, to a page of that", rule.CORPSameSite, Passed, app,
			corsim.Request{URL: siteURL, Mode: corsim.NoCORS},
			turns(says(200, "Cross-Origin-Resource-Policy", "same-site")), ""},
		{"an answer for its own site, to another", rule.CORPSameSite, Stopped, app,
			noCORS, turns(says(200, "Cross-Origin-Resource-Policy", "same-site")), "blocked TypeError"},
		{"an answer that says nothing, to a page that asks for a yes", rule.CORPEmbedderPolicy, Stopped,
			isolated,
			noCORS, ok, "blocked TypeError"},
		{"an answer of the page's own origin, by way of another", rule.CORPEmbedderPolicy, Passed,
			isolated,
			noCORS, turns(redirects(302, appURL, "Cross-Origin-Resource-Policy", "cross-origin"), says(200)), ""},
	}
}
