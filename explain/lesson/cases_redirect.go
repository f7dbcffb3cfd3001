package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// redirectCases are about redirects.
func redirectCases() []Example {
	picture := turns(says(200, "Content-Type", "image/png"))
	toApp := says(200, "Access-Control-Allow-Origin", "https://app.example")
	json := corsim.Request{URL: "/", Method: "POST", Header: fields("Content-Type", "application/json")}
	return []Example{
		// Redirects.
		{"a redirect to nowhere", rule.RedirectLocationMissing, Applied, app, own, turns(says(302)), ""},
		{"a redirect to somewhere", rule.RedirectLocationMissing, Unreached, app,
			own, turns(moves(302, "/next"), says(200)), ""},
		{"a redirect to two places", rule.RedirectLocationInvalid, Stopped, app,
			own, turns(moves(302, "/a", "Location", "/b")), "blocked TypeError"},
		{"a redirect to one place", rule.RedirectLocationInvalid, Unreached, app,
			own, turns(moves(302, "/a"), says(200)), ""},
		{"a redirect to mail", rule.RedirectScheme, Stopped, app,
			own, turns(moves(302, "mailto:a@b.example")), "blocked TypeError"},
		{"a redirect to a server", rule.RedirectScheme, Unreached, app,
			own, turns(moves(302, "https://app.example/next"), says(200)), ""},
		{"a redirect in a circle", rule.RedirectLimit, Stopped, app,
			own, turns(moves(302, "/")), "blocked TypeError"},
		{"a redirect that ends", rule.RedirectLimit, Unreached, app, own, turns(moves(302, "/"), says(200)), ""},
		{"a redirect to a password of another origin", rule.RedirectCredentials, Stopped, app,
			own, turns(moves(302, "https://me:pw@api.example/")), "blocked TypeError"},
		{"a redirect to another origin without a password", rule.RedirectCredentials, Unreached, app,
			own, turns(moves(302, apiURL), allowed), ""},
		{"a redirect back home with a password", rule.RedirectCredentialsTainted, Stopped, app,
			get, turns(redirects(302, "https://me:pw@app.example/")), "blocked TypeError"},
		{"a redirect back home without a password", rule.RedirectCredentialsTainted, Unreached, app,
			get, turns(redirects(302, appURL), allowed), ""},
		{"a stream that is redirected", rule.RedirectStreamBody, Stopped, app,
			corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"}, turns(moves(307, "/next")),
			"blocked TypeError"},
		{"a stream that is redirected with 303", rule.RedirectStreamBody, Unreached, app,
			corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"},
			turns(moves(303, "/next"), says(200)), ""},
		{"a POST that is redirected", rule.RedirectMethodRewritten, Applied, app,
			corsim.Request{URL: "/", Method: "POST"}, turns(moves(302, "/next"), says(200)), ""},
		{"a POST that is redirected with 307", rule.RedirectMethodRewritten, Unreached, app,
			corsim.Request{URL: "/", Method: "POST"}, turns(moves(307, "/next"), says(200)), ""},
		{"Authorization that is redirected away", rule.RedirectAuthorizationDropped, Applied, app,
			corsim.Request{URL: "/", Header: fields("Authorization", "x")}, turns(moves(302, apiURL), says(200)),
			""},
		{"Authorization that is redirected at home", rule.RedirectAuthorizationDropped, Unreached, app,
			corsim.Request{URL: "/", Header: fields("Authorization", "x")}, turns(moves(302, "/next"), says(200)),
			""},
		{"a redirect on to a third origin", rule.RedirectOriginTainted, Applied, app,
			get, turns(redirects(302, "https://third.example/"), toApp), ""},
		{"a redirect on to the same origin", rule.RedirectOriginTainted, Unreached, app,
			get, turns(redirects(302, "https://api.example/next"), toApp), ""},
		{"a redirect that sets a referrer policy", rule.RedirectReferrerPolicy, Applied, app,
			own, turns(moves(302, "/next", "Referrer-Policy", "no-referrer"), says(200)), ""},
		{"a redirect that sets none", rule.RedirectReferrerPolicy, Unreached, app,
			own, turns(moves(302, "/next"), says(200)), ""},
		{"an image with a password in its URL, in Chromium", rule.CredentialedSubresource, Stopped, chromium,
			corsim.Load{Kind: corsim.Image, URL: "https://me:pw@api.example/i.png"}, picture, "blocked"},
		{"the same without the password", rule.CredentialedSubresource, Unreached, chromium,
			corsim.Load{Kind: corsim.Image, URL: "https://api.example/i.png"}, picture, ""},
		{"JSON redirected to another origin in Firefox", rule.MainFetchPreflightAgain, Applied, firefox,
			json, turns(moves(302, apiURL), grants("", ""), says(200, "Access-Control-Allow-Origin", "*")), ""},
		{"the same in Chromium", rule.MainFetchPreflightAgain, Unreached, chromium,
			json, turns(moves(302, apiURL), allowed), ""},
	}
}
