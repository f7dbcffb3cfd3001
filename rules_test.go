package corsim_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

const (
	passed, stopped, applied = rule.Passed, rule.Stopped, rule.Applied

	appURL   = "https://app.example/"
	apiURL   = "https://api.example/"
	siteURL  = "https://www.app.example/"
	plainURL = "http://plain.example/"
)

// fields makes a header list of names and values in turn.
func fields(namesAndValues ...string) header.List {
	var list header.List
	for pair := range slices.Chunk(namesAndValues, 2) {
		list = append(list, header.Field{Name: pair[0], Value: pair[1]})
	}
	return list
}

// says is an answer with a status and a header.
func says(status int, namesAndValues ...string) corsim.Answer {
	return corsim.Answer{Status: status, Header: fields(namesAndValues...)}
}

// turns is a server that gives each answer once, in order, and then the last one for ever.
func turns(list ...corsim.Answer) corsim.Server {
	return corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		next := list[0]
		if len(list) > 1 {
			list = list[1:]
		}
		return next
	})
}

// redirects is an answer with a Location that every origin may read.
func redirects(status int, location string, namesAndValues ...string) corsim.Answer {
	answer := says(status, "Location", location, "Access-Control-Allow-Origin", "*")
	answer.Header = append(answer.Header, fields(namesAndValues...)...)
	return answer
}

// grants is an answer to a CORS-preflight.
func grants(methods, headers string) corsim.Answer {
	return says(204, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Methods", methods, "Access-Control-Allow-Headers", headers)
}

// A scene is a page, and what a browser that has been nowhere else does on it.
type scene struct {
	profile engine.Profile
	url     string
	options []corsim.PageOption
}

func at(url string, options ...corsim.PageOption) scene {
	return scene{url: url, options: options}
}

// in is a request in another browser.
func in(profile engine.Profile, request corsim.Request) func(*corsim.Browser, *corsim.Page, corsim.Server) corsim.Verdict {
	return func(_ *corsim.Browser, page *corsim.Page, server corsim.Server) corsim.Verdict {
		return corsim.New(profile).Open(page.URL().Href()).Fetch(server, request)
	}
}

// overHTTP1 is a browser whose servers speak HTTP/1.1.
var overHTTP1 = corsim.Standard.WithSettings(engine.Settings{HTTP1: true})

// play opens the page and makes a call: a Request, an XHR, an EventSource, or a function that makes several.
func (s scene) play(server corsim.Server, request any) corsim.Verdict {
	browser := corsim.New(s.profile)
	page := browser.Open(s.url, s.options...)
	if f, ok := request.(func(*corsim.Browser, *corsim.Page, corsim.Server) corsim.Verdict); ok {
		return f(browser, page, server)
	}
	return call(page, server, request)
}

// call makes a call on a page.
func call(page *corsim.Page, server corsim.Server, request any) corsim.Verdict {
	switch request := request.(type) {
	case corsim.Request:
		return page.Fetch(server, request)
	case corsim.XHR:
		return page.XHR(server, request)
	case corsim.EventSource:
		return page.EventSource(server, request)
	case corsim.Load:
		return page.Load(server, request)
	case corsim.Beacon:
		return page.SendBeacon(server, request)
	case corsim.WebSocket:
		return page.WebSocket(server, request)
	case corsim.Navigation:
		return page.Navigate(server, request)
	}
	panic("no such call")
}

// twice makes a request, lets a second pass, and makes another.
func twice(first, second corsim.Request) any {
	return func(browser *corsim.Browser, page *corsim.Page, server corsim.Server) corsim.Verdict {
		page.Fetch(server, first)
		browser.Advance(time.Second)
		return page.Fetch(server, second)
	}
}

// withCookie makes a request while the jar holds a cookie for api.example.
func withCookie(cookie corsim.Cookie, request corsim.Request) any {
	return func(browser *corsim.Browser, page *corsim.Page, server corsim.Server) corsim.Verdict {
		cookie.Name, cookie.Domain, cookie.Path = "id", "api.example", "/"
		browser.AddCookie(cookie)
		return page.Fetch(server, request)
	}
}

// A ruleCase is a scene in which a rule comes out in one of its ways. want is the outcome and the exception where the
// rule decides, and empty where it does not.
type ruleCase struct {
	name   string
	rule   rule.ID
	result rule.Result
	scene  scene
	call   any
	server corsim.Server
	want   string
}

// TestEveryRule is a page of the manual for each rule: the smallest scene in which it comes out so.
func TestEveryRule(t *testing.T) {
	app, plain := at(appURL), at(plainURL)
	ok := turns(says(200))
	readable := turns(says(200, "Access-Control-Allow-Origin", "*"))
	withCredentials := turns(says(200, "Access-Control-Allow-Origin", "https://app.example", "Access-Control-Allow-Credentials", "true"))
	text := &corsim.Body{Bytes: []byte("hello")}
	stream := &corsim.Body{Kind: fetch.StreamBody}
	put := corsim.Request{URL: apiURL, Method: "PUT"}
	get := corsim.Request{URL: apiURL}
	own := corsim.Request{URL: "/"}
	noCORS := corsim.Request{URL: apiURL, Mode: corsim.NoCORS}
	include := corsim.Request{URL: apiURL, Credentials: corsim.Include}
	blobs := corsim.Blobs(map[string]fetch.Blob{"blob:https://app.example/1": {Type: "text/plain", Bytes: []byte("hello")}})

	const helloHash = "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="

	tests := []ruleCase{
		{"a page without a host", rule.PageURLInvalid, stopped, at("https://"), get, ok, "undetermined"},

		// fetch() and new Request().
		{"a URL without a host", rule.RequestURLInvalid, stopped, app, corsim.Request{URL: "https://"}, ok, "threw TypeError"},
		{"a URL with a password", rule.RequestURLCredentials, stopped, app, corsim.Request{URL: "https://me:pw@api.example/"}, ok, "threw TypeError"},
		{"window: something", rule.RequestWindow, stopped, app, corsim.Request{URL: "/", Window: fetch.WindowOther}, ok, "threw TypeError"},
		{"a referrer without a host", rule.RequestReferrerInvalid, stopped, app, corsim.Request{URL: "/", Referrer: "https://"}, ok, "threw TypeError"},
		{"somebody else as the referrer", rule.RequestReferrerIgnored, applied, app, corsim.Request{URL: "/", Referrer: apiURL}, ok, ""},
		{"mode navigate", rule.RequestModeNavigate, stopped, app, corsim.Request{URL: "/", Mode: "navigate"}, ok, "threw TypeError"},
		{"only-if-cached in mode cors", rule.RequestOnlyIfCached, stopped, app, corsim.Request{URL: "/", Cache: "only-if-cached"}, ok, "threw TypeError"},
		{"a method with a space", rule.RequestMethodInvalid, stopped, app, corsim.Request{URL: "/", Method: "GET IT"}, ok, "threw TypeError"},
		{"the method TRACE", rule.RequestMethodForbidden, stopped, app, corsim.Request{URL: "/", Method: "Trace"}, ok, "threw TypeError"},
		{"the mode CORS, in upper case", rule.RequestEnumeration, stopped, app, corsim.Request{URL: "/", Mode: "CORS"}, ok, "threw TypeError"},
		{"PUT in mode no-cors", rule.RequestNoCORSMethod, stopped, app, corsim.Request{URL: "/", Method: "PUT", Mode: corsim.NoCORS}, ok, "threw TypeError"},
		{"GET with a body", rule.RequestBodyWithGET, stopped, app, corsim.Request{URL: "/", Body: text}, ok, "threw TypeError"},
		{"a string as the body", rule.RequestContentType, applied, app, corsim.Request{URL: "/", Method: "POST", Body: text}, ok, ""},
		{"a stream without duplex", rule.RequestStreamDuplex, stopped, app, corsim.Request{URL: "/", Method: "POST", Body: stream}, ok, "threw TypeError"},
		{"a stream in mode no-cors", rule.RequestStreamMode, stopped, app, corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half", Mode: corsim.NoCORS}, ok, "threw TypeError"},
		{"a stream", rule.RequestStreamPreflight, applied, app, corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"}, ok, ""},
		{"a stream that should outlive the page", rule.RequestStreamKeepalive, stopped, app, corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half", Keepalive: true}, ok, "threw TypeError"},
		{"a stream where there are none", rule.RequestStreamUnsupported, stopped, app, in(corsim.WebKit, corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"}), ok, "threw NotSupportedError"},
		{"the method put", rule.RequestMethodNormalized, applied, app, corsim.Request{URL: "/", Method: "put"}, ok, ""},
		{"the method patch", rule.RequestMethodKept, applied, app, corsim.Request{URL: "/", Method: "patch"}, ok, ""},
		{"a header name with a space", rule.HeaderNameInvalid, stopped, app, corsim.Request{URL: "/", Header: fields("X A", "1")}, ok, "threw TypeError"},
		{"a header value of two lines", rule.HeaderValueInvalid, stopped, app, corsim.Request{URL: "/", Header: fields("X-A", "1\n2")}, ok, "threw TypeError"},
		{"a Cookie header of the script's", rule.HeaderForbidden, applied, app, corsim.Request{URL: "/", Header: fields("Cookie", "a=b")}, ok, ""},
		{"a custom header in mode no-cors", rule.HeaderNotNoCORSSafelisted, applied, app, corsim.Request{URL: "/", Mode: corsim.NoCORS, Header: fields("X-A", "1")}, ok, ""},

		// XMLHttpRequest.
		{"a method with a space", rule.XHRMethodInvalid, stopped, app, corsim.XHR{URL: "/", Method: "GET IT"}, ok, "threw SyntaxError"},
		{"the method TRACK", rule.XHRMethodForbidden, stopped, app, corsim.XHR{URL: "/", Method: "TRACK"}, ok, "threw SecurityError"},
		{"a URL without a host", rule.XHRURLInvalid, stopped, app, corsim.XHR{URL: "https://"}, ok, "threw SyntaxError"},
		{"a header name with a space", rule.XHRHeaderInvalid, stopped, app, corsim.XHR{URL: "/", Header: fields("X A", "1")}, ok, "threw SyntaxError"},
		{"GET with a body", rule.XHRBodyDropped, applied, app, corsim.XHR{URL: "/", Body: text}, ok, ""},
		{"a string as Latin-1", rule.XHRCharset, applied, app, corsim.XHR{URL: "/", Method: "POST", Body: text, Header: fields("Content-Type", "text/plain;charset=latin1")}, ok, ""},
		{"a listener to the upload", rule.XHRUploadListener, applied, app, corsim.XHR{URL: "/", Method: "POST", Body: text, UploadListener: true}, ok, ""},

		// EventSource.
		{"a URL without a host", rule.EventSourceURLInvalid, stopped, app, corsim.EventSource{URL: "https://"}, ok, "threw SyntaxError"},
		{"an event stream that is not found", rule.EventSourceStatus, stopped, app, corsim.EventSource{URL: "/"}, turns(says(404)), "blocked"},
		{"an event stream in plain text", rule.EventSourceContentType, stopped, app, corsim.EventSource{URL: "/"}, turns(says(200, "Content-Type", "text/plain")), "blocked"},

		// Main fetch.
		{"the port of mail", rule.BadPort, stopped, app, corsim.Request{URL: "https://api.example:25/"}, ok, "blocked TypeError"},
		{"a port that is no other protocol's", rule.BadPort, passed, app, corsim.Request{URL: "https://api.example:8443/"}, readable, ""},
		{"http: from a secure page", rule.MixedContentBlocked, stopped, app, corsim.Request{URL: plainURL}, ok, "blocked TypeError"},
		{"https: from a page that is not secure", rule.MixedContentBlocked, passed, plain, get, readable, ""},
		{"the page's own server", rule.MainFetchSameOrigin, applied, app, own, ok, "readable"},
		{"a data: URL", rule.MainFetchDataURL, applied, app, corsim.Request{URL: "data:,hello"}, ok, "readable"},
		{"another origin in mode same-origin", rule.MainFetchModeSameOrigin, stopped, app, corsim.Request{URL: apiURL, Mode: corsim.SameOrigin}, ok, "blocked TypeError"},
		{"mode no-cors with redirect mode manual", rule.MainFetchNoCORSRedirectMode, stopped, app, corsim.Request{URL: apiURL, Mode: corsim.NoCORS, Redirect: corsim.Manual}, ok, "blocked TypeError"},
		{"another origin in mode no-cors", rule.MainFetchNoCORS, applied, app, noCORS, ok, ""},
		{"CORS with a file", rule.MainFetchScheme, stopped, app, corsim.Request{URL: "file:///etc/passwd"}, ok, "blocked TypeError"},
		{"a listener to an upload across origins", rule.MainFetchPreflightFlag, applied, app, corsim.XHR{URL: apiURL, Method: "POST", UploadListener: true}, readable, ""},
		{"PUT across origins", rule.MainFetchPreflightMethod, applied, app, put, readable, ""},
		{"a custom header across origins", rule.MainFetchPreflightHeaders, applied, app, corsim.Request{URL: apiURL, Header: fields("X-A", "1")}, readable, ""},
		{"GET across origins", rule.MainFetchSimple, applied, app, get, readable, ""},
		{"the integrity of what cannot be read", rule.MainFetchIntegrity, stopped, app, corsim.Request{URL: apiURL, Mode: corsim.NoCORS, Integrity: "sha256-AAAA"}, ok, "blocked TypeError"},

		{"the integrity of the right bytes", rule.IntegrityMatch, passed, app, corsim.Request{URL: "data:,hello", Integrity: helloHash}, ok, ""},
		{"the integrity of other bytes", rule.IntegrityMatch, stopped, app, corsim.Request{URL: "data:,good bye", Integrity: helloHash}, ok, "blocked TypeError"},

		// Scheme fetch.
		{"about:blank", rule.AboutBlank, applied, app, corsim.Request{URL: "about:blank", Mode: corsim.NoCORS}, ok, ""},
		{"about:config", rule.AboutOther, stopped, plain, corsim.Request{URL: "about:config", Mode: corsim.NoCORS}, ok, "blocked TypeError"},
		{"POST to a Blob", rule.BlobMethod, stopped, at(appURL, blobs), corsim.Request{URL: "blob:https://app.example/1", Method: "POST"}, ok, "blocked TypeError"},
		{"a Blob that was revoked", rule.BlobMissing, stopped, at(appURL, blobs), corsim.Request{URL: "blob:https://app.example/2"}, ok, "blocked TypeError"},
		{"a Blob", rule.Blob, applied, at(appURL, blobs), corsim.Request{URL: "blob:https://app.example/1"}, ok, ""},
		{"the beginning of a Blob", rule.BlobRange, passed, at(appURL, blobs), corsim.Request{URL: "blob:https://app.example/1", Header: fields("Range", "bytes=0-1")}, ok, ""},
		{"beyond the end of a Blob", rule.BlobRange, stopped, at(appURL, blobs), corsim.Request{URL: "blob:https://app.example/1", Header: fields("Range", "bytes=5-")}, ok, "blocked TypeError"},
		{"a data: URL", rule.DataURL, passed, app, corsim.Request{URL: "data:,hello"}, ok, ""},
		{"a data: URL without a comma", rule.DataURL, stopped, app, corsim.Request{URL: "data:hello"}, ok, "blocked TypeError"},
		{"a file", rule.FileURL, stopped, app, corsim.Request{URL: "file:///etc/passwd", Mode: corsim.NoCORS}, ok, "blocked TypeError"},
		{"ftp:", rule.UnknownScheme, stopped, plain, corsim.Request{URL: "ftp://api.example/", Mode: corsim.NoCORS}, ok, "blocked TypeError"},

		// HTTP fetch.
		{"PUT for the second time", rule.PreflightCacheHit, applied, app, twice(put, put), turns(grants("PUT", ""), says(200, "Access-Control-Allow-Origin", "*")), ""},
		{"a CORS-preflight that grants", rule.PreflightCacheStored, applied, app, put, turns(grants("PUT", "")), ""},
		{"a PUT that fails after a CORS-preflight that grants", rule.PreflightCacheCleared, applied, app, put, turns(grants("PUT", ""), says(200)), ""},
		{"a redirect in redirect mode error", rule.RedirectModeError, stopped, app, corsim.Request{URL: "/", Redirect: corsim.Fail}, turns(redirects(302, "/next")), "blocked TypeError"},
		{"a redirect in redirect mode manual", rule.RedirectManual, applied, app, corsim.Request{URL: "/", Redirect: corsim.Manual}, turns(redirects(302, "/next")), "opaque"},
		{"a redirect", rule.RedirectFollowed, applied, app, own, turns(redirects(302, "/next"), says(200)), ""},

		// CORS-preflight fetch.
		{"204 to a CORS-preflight", rule.PreflightStatus, passed, app, put, turns(grants("PUT", "")), ""},
		{"405 to a CORS-preflight", rule.PreflightStatus, stopped, app, put, turns(says(405, "Access-Control-Allow-Origin", "*")), "blocked TypeError"},
		{"a list of methods", rule.PreflightSyntax, passed, app, put, turns(grants("GET, PUT", "")), ""},
		{"a list of methods without commas", rule.PreflightSyntax, stopped, app, put, turns(grants("GET PUT", "")), "blocked TypeError"},
		{"PUT is allowed", rule.PreflightMethod, passed, app, put, turns(grants("PUT", "")), ""},
		{"only GET is allowed", rule.PreflightMethod, stopped, app, put, turns(grants("GET", "")), "blocked TypeError"},
		{"Authorization where all headers are allowed", rule.PreflightAuthorization, stopped, app, corsim.Request{URL: apiURL, Header: fields("Authorization", "x")}, turns(grants("", "*")), "blocked TypeError"},
		{"a header that is allowed", rule.PreflightHeader, passed, app, corsim.Request{URL: apiURL, Header: fields("X-A", "1")}, turns(grants("", "x-a")), ""},
		{"a header that is not allowed", rule.PreflightHeader, stopped, app, corsim.Request{URL: apiURL, Header: fields("X-A", "1")}, turns(grants("", "x-b")), "blocked TypeError"},

		// CORS check.
		{"nothing allows an origin", rule.CORSAllowOriginMissing, stopped, app, get, ok, "blocked TypeError"},
		{"every origin is allowed", rule.CORSWildcard, applied, app, get, readable, "readable"},
		{"every origin is allowed, but there are credentials", rule.CORSWildcardWithCredentials, stopped, app, include, readable, "blocked TypeError"},
		{"two origins are allowed", rule.CORSAllowOriginMultiple, stopped, app, get, turns(says(200, "Access-Control-Allow-Origin", "https://app.example, https://b.example")), "blocked TypeError"},
		{"another origin is allowed", rule.CORSAllowOriginMismatch, stopped, app, get, turns(says(200, "Access-Control-Allow-Origin", "https://app.example/")), "blocked TypeError"},
		{"the origin is allowed", rule.CORSAllowOriginMatch, applied, app, get, turns(says(200, "Access-Control-Allow-Origin", "https://app.example")), "readable"},
		{"credentials are not allowed", rule.CORSAllowCredentialsNotTrue, stopped, app, include, turns(says(200, "Access-Control-Allow-Origin", "https://app.example", "Access-Control-Allow-Credentials", "TRUE")), "blocked TypeError"},
		{"credentials are allowed", rule.CORSAllowCredentials, applied, app, include, withCredentials, "readable"},

		// Cross-origin resource policy.
		{"an image that says nothing", rule.CORPSameOrigin, passed, app, noCORS, ok, ""},
		{"an image for its own origin", rule.CORPSameOrigin, stopped, app, noCORS, turns(says(200, "Cross-Origin-Resource-Policy", "same-origin")), "blocked TypeError"},
		{"an image for its own site, on the site", rule.CORPSameSite, passed, app, corsim.Request{URL: siteURL, Mode: corsim.NoCORS}, turns(says(200, "Cross-Origin-Resource-Policy", "same-site")), ""},
		{"an image for its own site, elsewhere", rule.CORPSameSite, stopped, app, noCORS, turns(says(200, "Cross-Origin-Resource-Policy", "same-site")), "blocked TypeError"},
		{"an image that says nothing, for a page that asks", rule.CORPEmbedderPolicy, stopped, at(appURL, corsim.EmbedderPolicy("require-corp")), noCORS, ok, "blocked TypeError"},
		{"the page's own image by way of another origin", rule.CORPEmbedderPolicy, passed, at(appURL, corsim.EmbedderPolicy("require-corp")), noCORS, turns(redirects(302, appURL, "Cross-Origin-Resource-Policy", "cross-origin"), says(200)), ""},

		// Redirects.
		{"a redirect to nowhere", rule.RedirectLocationMissing, applied, app, own, turns(says(302)), ""},
		{"a redirect to two places", rule.RedirectLocationInvalid, stopped, app, own, turns(redirects(302, "/a", "Location", "/b")), "blocked TypeError"},
		{"a redirect to mail", rule.RedirectScheme, stopped, app, own, turns(redirects(302, "mailto:a@b.example")), "blocked TypeError"},
		{"a redirect in a circle", rule.RedirectLimit, stopped, app, own, turns(redirects(302, "/")), "blocked TypeError"},
		{"a redirect to a password of another origin", rule.RedirectCredentials, stopped, app, own, turns(redirects(302, "https://me:pw@api.example/")), "blocked TypeError"},
		{"a redirect back home with a password", rule.RedirectCredentialsTainted, stopped, app, get, turns(redirects(302, "https://me:pw@app.example/")), "blocked TypeError"},
		{"a stream that is redirected", rule.RedirectStreamBody, stopped, app, corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"}, turns(redirects(307, "/next")), "blocked TypeError"},
		{"a POST that is redirected", rule.RedirectMethodRewritten, applied, app, corsim.Request{URL: "/", Method: "POST"}, turns(redirects(302, "/next"), says(200)), ""},
		{"Authorization that is redirected away", rule.RedirectAuthorizationDropped, applied, app, corsim.Request{URL: "/", Header: fields("Authorization", "x")}, turns(redirects(302, apiURL), says(200)), ""},
		{"a redirect on to a third origin", rule.RedirectOriginTainted, applied, app, get, turns(redirects(302, "https://third.example/"), says(200)), ""},
		{"a redirect that sets a referrer policy", rule.RedirectReferrerPolicy, applied, app, own, turns(redirects(302, "/next", "Referrer-Policy", "no-referrer"), says(200)), ""},

		// HTTP-network-or-cache fetch.
		{"credentials at home", rule.CredentialsIncluded, applied, app, own, ok, ""},
		{"no credentials across origins", rule.CredentialsExcluded, applied, app, get, readable, ""},
		{"an image for a page without credentials", rule.CredentialsEmbedderPolicy, applied, at(appURL, corsim.EmbedderPolicy("credentialless")), corsim.Request{URL: apiURL, Mode: corsim.NoCORS, Credentials: corsim.Include}, ok, ""},
		{"64 KiB that outlive the page", rule.KeepaliveLimit, passed, app, corsim.Request{URL: "/", Method: "POST", Keepalive: true, Body: &corsim.Body{Size: 65536}}, ok, ""},
		{"a byte more", rule.KeepaliveLimit, stopped, app, corsim.Request{URL: "/", Method: "POST", Keepalive: true, Body: &corsim.Body{Size: 65537}}, ok, "blocked TypeError"},
		{"an empty cache, and nothing else", rule.OnlyIfCached, stopped, app, corsim.Request{URL: "/", Mode: corsim.SameOrigin, Cache: "only-if-cached"}, ok, "blocked TypeError"},
		{"401 to a stream", rule.AuthenticationStreamBody, stopped, app, corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"}, turns(says(401)), "blocked TypeError"},
		{"401 at home", rule.AuthenticationPrompt, applied, app, own, turns(says(401)), ""},
		{"401 with a password at hand", rule.AuthenticationRetry, applied, app, corsim.XHR{URL: "/", Username: "me", Password: "pw"}, turns(says(401), says(200)), ""},
		{"a proxy asks, and nobody is there", rule.ProxyAuthenticationNoPrompt, stopped, at(appURL, corsim.Worker()), own, turns(says(407)), "blocked TypeError"},
		{"a server asks that is no proxy", rule.ProxyAuthenticationUnexpected, stopped, app, in(corsim.Chromium, own), turns(says(407)), "blocked TypeError"},
		{"the wrong server of several", rule.MisdirectedRetry, applied, app, own, turns(says(421), says(200)), ""},
		{"GET with CORS", rule.OriginHeaderCORS, applied, app, get, readable, ""},
		{"POST at home", rule.OriginHeaderMethod, applied, app, corsim.Request{URL: "/", Method: "POST"}, ok, ""},
		{"POST without CORS and referrer", rule.OriginHeaderReferrerPolicy, applied, app, corsim.Request{URL: apiURL, Method: "POST", Mode: corsim.NoCORS, ReferrerPolicy: "no-referrer"}, ok, ""},
		{"a cookie for all", rule.CookieSent, applied, app, withCookie(corsim.Cookie{SameSite: policy.SameSiteNone, Secure: true}, include), withCredentials, ""},
		{"a cookie for its own site", rule.CookieWithheld, applied, app, withCookie(corsim.Cookie{SameSite: policy.SameSiteStrict}, include), withCredentials, ""},
		{"a cookie is set", rule.CookieStored, applied, app, own, turns(says(200, "Set-Cookie", "id=1")), ""},
		{"a cookie is set for somebody else", rule.CookieIgnored, applied, app, own, turns(says(200, "Set-Cookie", "id=1; Domain=api.example")), ""},

		// HTTP-network fetch.
		{"nobody listens", rule.NetworkFailure, stopped, app, own, turns(corsim.Answer{Failure: "connection refused"}), "blocked TypeError"},
		{"a stream over an old connection", rule.NetworkStreamConnection, stopped, app, in(overHTTP1, corsim.Request{URL: "/", Method: "POST", Body: stream, Duplex: "half"}), ok, "blocked TypeError"},
		{"an answer with a status of two digits", rule.NetworkStatusInvalid, stopped, app, own, turns(says(99)), "blocked TypeError"},
		{"an answer with a bad header", rule.NetworkHeaderInvalid, stopped, app, own, turns(says(200, "X A", "1")), "blocked TypeError"},

		// Timing.
		{"timing at home", rule.TAOPassed, applied, app, own, ok, ""},
		{"timing across origins", rule.TAOFailed, applied, app, get, readable, ""},

		// Filtered responses.
		{"a response at home", rule.FilterBasic, applied, app, own, ok, ""},
		{"a response across origins", rule.FilterCORS, applied, app, get, readable, ""},
		{"a response without CORS", rule.FilterOpaque, applied, app, noCORS, ok, "opaque"},
		{"every header is exposed", rule.ExposeWildcard, applied, app, get, turns(says(200, "Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "*")), ""},
		{"every header is exposed, but there are credentials", rule.ExposeWildcardWithCredentials, applied, app, include, turns(says(200, "Access-Control-Allow-Origin", "https://app.example", "Access-Control-Allow-Credentials", "true", "Access-Control-Expose-Headers", "*")), ""},
		{"a list of headers without commas", rule.ExposeSyntax, applied, app, get, turns(says(200, "Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "X-A X-B")), ""},

		// What corsim cannot say.
		{"nobody knows the answer", rule.UnknownAnswer, stopped, app, own, turns(corsim.Answer{}), "undetermined"},
		{"one of two answers is allowed", rule.AlternativesDiffer, stopped, app, get, turns(corsim.Answer{Status: 200, Alternatives: []corsim.Answer{redirects(200, "")}}), "undetermined"},
		{"the integrity of what can be read", rule.NotModelledIntegrity, stopped, app, corsim.Request{URL: "/", Integrity: "sha256-AAAA"}, ok, "undetermined"},
		{"a proxy asks", rule.NotModelledProxyAuthentication, stopped, app, own, turns(says(407)), "undetermined"},
	}

	type way struct {
		rule   rule.ID
		result rule.Result
	}
	seen := map[way]bool{}
	said := causes{}
	for _, test := range slices.Concat(tests, cacheRules(), loadRules(), policyRules(), redirectRules(), navigationRules(), webSocketRules(), documentRules(),
		localNetworkRules()) {
		verdict := test.scene.play(test.server, test.call)
		reached := false
		for step := range verdict.Steps() {
			reached = reached || step.Rule == test.rule && step.Result == test.result
			if !step.Rule.Rule().Ways.Has(step.Result) {
				t.Errorf("%s: %s %v, which the catalogue says it cannot be", test.name, step.Rule, step.Result)
			}
		}
		if !reached {
			t.Errorf("%s: %s was not %v:\n%s", test.name, test.rule, test.result, verdict)
		}
		decided := strings.TrimSpace(verdict.Outcome().String() + " " + verdict.Exception())
		if test.want != "" && (verdict.Rule() != test.rule || decided != test.want) {
			t.Errorf("%s: %s by %s, want %s by %s", test.name, decided, verdict.Rule(), test.want, test.rule)
		}
		if test.result == stopped && test.want == "" {
			t.Errorf("%s: a rule that stops decides; the row does not say what", test.name)
		}
		said.check(t, test.name, verdict)
		seen[way{test.rule, test.result}] = true
	}

	// Nothing is left out.
	for id := range rule.All {
		for _, result := range []rule.Result{passed, stopped, applied} {
			if id.Rule().Ways.Has(result) && !seen[way{id, result}] {
				t.Errorf("no case for %s to be %v", id, result)
			}
		}
	}
}
