package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// networkCases are about what goes to the network, and what comes back.
func networkCases() []Example {
	minute := turns(says(200, "Cache-Control", "max-age=60"))
	logged := holding(corsim.Cookie{SameSite: policy.SameSiteNone, Secure: true})
	noCORSInclude := corsim.Request{URL: apiURL, Mode: corsim.NoCORS, Credentials: corsim.Include}
	return []Example{
		// HTTP-network-or-cache fetch.
		{"a page that asks for credentials", rule.CredentialsIncluded, Applied, logged, include, withCredentials, ""},
		{"a page that does not", rule.CredentialsIncluded, Unreached, logged, get, withCredentials, ""},
		{"a page that does not ask for credentials", rule.CredentialsExcluded, Applied, logged,
			get, withCredentials, ""},
		{"a page that does", rule.CredentialsExcluded, Unreached, logged, include, withCredentials, ""},
		{"without CORS, for a page that wants no credentials", rule.CredentialsEmbedderPolicy, Applied,
			logged.answered("Cross-Origin-Embedder-Policy", "credentialless"), noCORSInclude, ok, ""},
		{"without CORS, for any other page", rule.CredentialsEmbedderPolicy, Unreached, logged, noCORSInclude, ok, ""},
		{"64 KiB that outlive the page", rule.KeepaliveLimit, Passed, app,
			corsim.Request{URL: "/", Method: "POST", Keepalive: true, Body: &corsim.Body{Size: 65536}}, ok, ""},
		{"a byte more", rule.KeepaliveLimit, Stopped, app,
			corsim.Request{URL: "/", Method: "POST", Keepalive: true, Body: &corsim.Body{Size: 65537}}, ok,
			"blocked TypeError"},
		{"an empty cache, and nothing else", rule.OnlyIfCached, Stopped, app,
			corsim.Request{URL: "/", Mode: corsim.SameOrigin, Cache: "only-if-cached"}, ok, "blocked TypeError"},
		{"a stored answer, and nothing else", rule.OnlyIfCached, Unreached, app,
			twice(own, corsim.Request{URL: "/", Mode: corsim.SameOrigin, Cache: "only-if-cached"}), minute, ""},
		{"401 to a stream", rule.AuthenticationStreamBody, Stopped, app,
			corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"}, turns(says(401)),
			"blocked TypeError"},
		{"401 to a string", rule.AuthenticationStreamBody, Unreached, app,
			corsim.Request{URL: "/", Method: "POST", Body: text}, turns(says(401)), ""},
		{"401 at home", rule.AuthenticationPrompt, Applied, app, own, turns(says(401)), ""},
		{"401 across origins, without credentials", rule.AuthenticationPrompt, Unreached, app,
			get, turns(says(401, "Access-Control-Allow-Origin", "*")), ""},
		{"401 with a password at hand", rule.AuthenticationRetry, Applied, app,
			corsim.XHR{URL: "/", Username: "me", Password: "pw"}, turns(says(401), says(200)), ""},
		{"401 without a password at hand", rule.AuthenticationRetry, Unreached, app,
			corsim.XHR{URL: "/"}, turns(says(401)), ""},
		{"a proxy asks, and nobody is there", rule.ProxyAuthenticationNoPrompt, Stopped, at(appURL, worker),
			own, turns(says(407)), "blocked TypeError"},
		{"403, and nobody is there", rule.ProxyAuthenticationNoPrompt, Unreached, at(appURL, worker),
			own, turns(says(403)), ""},
		{"a server asks that is no proxy", rule.ProxyAuthenticationUnexpected, Stopped, chromium,
			own, turns(says(407)), "blocked TypeError"},
		{"a server refuses", rule.ProxyAuthenticationUnexpected, Unreached, chromium, own, turns(says(403)), ""},
		{"the wrong server of several", rule.MisdirectedRetry, Applied, app, own, turns(says(421), says(200)), ""},
		{"the right server", rule.MisdirectedRetry, Unreached, app, own, ok, ""},
		{"GET with CORS", rule.OriginHeaderCORS, Applied, app, get, readable, ""},
		{"GET at home", rule.OriginHeaderCORS, Unreached, app, own, ok, ""},
		{"POST at home", rule.OriginHeaderMethod, Applied, app, corsim.Request{URL: "/", Method: "POST"}, ok, ""},
		{"GET at home", rule.OriginHeaderMethod, Unreached, app, own, ok, ""},
		{"POST without CORS and referrer", rule.OriginHeaderReferrerPolicy, Applied, app,
			corsim.Request{URL: apiURL, Method: "POST", Mode: corsim.NoCORS, ReferrerPolicy: "no-referrer"}, ok, ""},
		{"POST without CORS", rule.OriginHeaderReferrerPolicy, Unreached, app,
			corsim.Request{URL: apiURL, Method: "POST", Mode: corsim.NoCORS}, ok, ""},
		{"a cookie for all", rule.CookieSent, Applied,
			holding(corsim.Cookie{SameSite: policy.SameSiteNone, Secure: true}),
			include, withCredentials, ""},
		{"a cookie for its own site", rule.CookieSent, Unreached,
			holding(corsim.Cookie{SameSite: policy.SameSiteStrict, Secure: true}),
			include, withCredentials, ""},
		{"a cookie for its own site", rule.CookieWithheld, Applied,
			holding(corsim.Cookie{SameSite: policy.SameSiteStrict}),
			include, withCredentials, ""},
		{"a cookie for all", rule.CookieWithheld, Unreached,
			holding(corsim.Cookie{SameSite: policy.SameSiteNone, Secure: true}),
			include, withCredentials, ""},
		{"a cookie is set", rule.CookieStored, Applied, app, own, turns(says(200, "Set-Cookie", "id=1")), ""},
		{"a cookie is set for somebody else", rule.CookieStored, Unreached, app,
			own, turns(says(200, "Set-Cookie", "id=1; Domain=api.example")), ""},
		{"a cookie is set for somebody else", rule.CookieIgnored, Applied, app,
			own, turns(says(200, "Set-Cookie", "id=1; Domain=api.example")), ""},
		{"a cookie is set", rule.CookieIgnored, Unreached, app, own, turns(says(200, "Set-Cookie", "id=1")), ""},

		// HTTP-network fetch.
		{"nobody listens", rule.NetworkFailure, Stopped, app,
			own, turns(corsim.Answer{Failure: "connection refused"}), "blocked TypeError"},
		{"somebody listens", rule.NetworkFailure, Unreached, app, own, ok, ""},
		{"a stream over an old connection", rule.NetworkStreamConnection, Stopped, overHTTP1,
			corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"}, ok, "blocked TypeError"},
		{"a stream over HTTP/2", rule.NetworkStreamConnection, Unreached, app,
			corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"}, ok, ""},
		{"an answer with a status of two digits", rule.NetworkStatusInvalid, Stopped, app,
			own, turns(says(99)), "blocked TypeError"},
		{"an answer with a status of three digits", rule.NetworkStatusInvalid, Unreached, app,
			own, turns(says(999)), ""},
		{"an answer with a bad header", rule.NetworkHeaderInvalid, Stopped, app,
			own, turns(says(200, "X A", "1")), "blocked TypeError"},
		{"an answer with a good header", rule.NetworkHeaderInvalid, Unreached, app,
			own, turns(says(200, "X-A", "1")), ""},
	}
}
