package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// mainFetchCases are about which way a request takes.
func mainFetchCases() []Example {
	return []Example{
		// Main fetch.
		{"the port of mail", rule.BadPort, Stopped, app,
			corsim.Request{URL: "https://api.example:25/"}, ok, "blocked TypeError"},
		{"a port that is no other protocol's", rule.BadPort, Passed, app,
			corsim.Request{URL: "https://api.example:8443/"}, readable, ""},
		{"http: from a secure page", rule.MixedContentBlocked, Stopped, app,
			corsim.Request{URL: plainURL}, ok, "blocked TypeError"},
		{"https: from a page that is not secure", rule.MixedContentBlocked, Passed, plain, get, readable, ""},
		{"the page's own server", rule.MainFetchSameOrigin, Applied, app, own, ok, "readable"},
		{"another server", rule.MainFetchSameOrigin, Unreached, app, get, readable, ""},
		{"a data: URL", rule.MainFetchDataURL, Applied, app, corsim.Request{URL: "data:,hello"}, ok, "readable"},
		{"an https: URL of another origin", rule.MainFetchDataURL, Unreached, app, get, readable, ""},
		{"another origin in mode same-origin", rule.MainFetchModeSameOrigin, Stopped, app,
			corsim.Request{URL: apiURL, Mode: corsim.SameOrigin}, ok, "blocked TypeError"},
		{"the page's own origin in mode same-origin", rule.MainFetchModeSameOrigin, Unreached, app,
			corsim.Request{URL: "/", Mode: corsim.SameOrigin}, ok, ""},
		{"mode no-cors with redirect mode manual", rule.MainFetchNoCORSRedirectMode, Stopped, app,
			corsim.Request{URL: apiURL, Mode: corsim.NoCORS, Redirect: corsim.Manual}, ok, "blocked TypeError"},
		{"mode no-cors with redirect mode follow", rule.MainFetchNoCORSRedirectMode, Unreached, app, noCORS, ok, ""},
		{"another origin in mode no-cors", rule.MainFetchNoCORS, Applied, app, noCORS, ok, ""},
		{"another origin in mode cors", rule.MainFetchNoCORS, Unreached, app, get, ok, ""},
		{"CORS with a file", rule.MainFetchScheme, Stopped, app,
			corsim.Request{URL: "file:///etc/passwd"}, ok, "blocked TypeError"},
		{"CORS with https:", rule.MainFetchScheme, Unreached, app, get, readable, ""},
		{"a listener to an upload across origins", rule.MainFetchPreflightFlag, Applied, app,
			corsim.XHR{URL: apiURL, Method: "POST", UploadListener: true}, readable, ""},
		{"nobody listens to the upload", rule.MainFetchPreflightFlag, Unreached, app,
			corsim.XHR{URL: apiURL, Method: "POST"}, readable, ""},
		{"PUT across origins", rule.MainFetchPreflightMethod, Applied, app, put, readable, ""},
		{"POST across origins", rule.MainFetchPreflightMethod, Unreached, app,
			corsim.Request{URL: apiURL, Method: "POST"}, readable, ""},
		{"a custom header across origins", rule.MainFetchPreflightHeaders, Applied, app,
			corsim.Request{URL: apiURL, Header: fields("X-A", "1")}, readable, ""},
		{"a CORS-safelisted header across origins", rule.MainFetchPreflightHeaders, Unreached, app,
			corsim.Request{URL: apiURL, Header: fields("Accept-Language", "de")}, readable, ""},
		{"GET across origins", rule.MainFetchSimple, Applied, app, get, readable, ""},
		{"PUT across origins", rule.MainFetchSimple, Unreached, app, put, turns(grants("PUT", ""), allowed), ""},
		{"the integrity of what cannot be read", rule.MainFetchIntegrity, Stopped, app,
			corsim.Request{URL: apiURL, Mode: corsim.NoCORS, Integrity: "sha256-AAAA"}, ok, "blocked TypeError"},
		{"the integrity of what can be read", rule.MainFetchIntegrity, Unreached, app,
			corsim.Request{URL: "data:,hello", Integrity: helloHash}, ok, ""},
		{"the integrity of the right bytes", rule.IntegrityMatch, Passed, app,
			corsim.Request{URL: "data:,hello", Integrity: helloHash}, ok, ""},
		{"the integrity of other bytes", rule.IntegrityMatch, Stopped, app,
			corsim.Request{URL: "data:,good bye", Integrity: helloHash}, ok, "blocked TypeError"},
	}
}
