package fix_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/rule"
)

const (
	allowApp = "Access-Control-Allow-Origin: https://app.example"
	allow    = "Access-Control-Allow-Origin"
	methods  = "Access-Control-Allow-Methods"
	headers  = "Access-Control-Allow-Headers"
	corp     = "Cross-Origin-Resource-Policy"
	svg      = `<svg xmlns="http://www.w3.org/2000/svg"/>`
)

var (
	get      = corsim.Request{URL: api}
	include  = corsim.Request{URL: api, Credentials: corsim.Include}
	put      = corsim.Request{URL: api, Method: "PUT"}
	image    = corsim.Load{Kind: corsim.Image, URL: api}
	frame    = corsim.Navigation{Navigable: corsim.IframeElement, URL: api}
	upload   = &corsim.Body{Kind: fetch.StreamBody, Size: 1}
	sandbox  = []corsim.PageOption{corsim.Sandboxed()}
	isolated = []corsim.PageOption{corsim.EmbedderPolicy("require-corp")}
)

// picture is an answer with an image.
func picture(namesAndValues ...string) corsim.Answer {
	return bearing(svg, 200, append(namesAndValues, "Content-Type", "image/svg+xml")...)
}

// repairCases has a case for each rule that an answer can satisfy.
var repairCases = []struct {
	about string
	rule  rule.ID
	scene scene
	want  string
}{
	{"nobody is allowed", rule.CORSAllowOriginMissing, scene{call: get, server: answers{api: says(200)}},
		lines("GET "+api+" + "+allowApp, "GET "+api+" + Vary: Origin")},
	{"the answer varies already", rule.CORSAllowOriginMissing,
		scene{call: get, server: answers{api: says(200, "Vary", "Accept, origin")}}, lines("GET " + api + " + " + allowApp)},
	{"the answer varies by something else", rule.CORSAllowOriginMissing,
		scene{call: get, server: answers{api: says(200, "Vary", "Accept")}},
		lines("GET "+api+" + "+allowApp, "GET "+api+" Vary: Accept -> Accept, Origin")},
	{"another origin is allowed", rule.CORSAllowOriginMismatch,
		scene{call: get, server: answers{api: says(200, allow, "https://other.example")}},
		lines("GET "+api+" "+allow+": https://other.example -> https://app.example", "GET "+api+" + Vary: Origin")},
	{"two values", rule.CORSAllowOriginMultiple, scene{call: get, server: answers{api: says(200, allow, "*", allow, "*")}},
		lines("GET "+api+" "+allow+": *, * -> https://app.example", "GET "+api+" + Vary: Origin")},
	{"everyone, and credentials", rule.CORSWildcardWithCredentials,
		scene{call: include, server: answers{api: says(200, allow, "*")}},
		lines("GET "+api+" "+allow+": * -> https://app.example", "GET "+api+" + Vary: Origin",
			"GET "+api+" + Access-Control-Allow-Credentials: true")},
	{"True", rule.CORSAllowCredentialsNotTrue,
		scene{call: include, server: answers{
			api: says(200, allow, "https://app.example", "Access-Control-Allow-Credentials", "True"),
		}},
		lines("GET " + api + " Access-Control-Allow-Credentials: True -> true")},
	{"an opaque origin has no name", rule.CORSAllowOriginMissing,
		scene{options: sandbox, call: get, server: answers{api: says(200)}}, lines("GET " + api + " + " + allow + ": *")},
	{"an origin that redirects hide", rule.CORSAllowOriginMismatch,
		scene{call: get, server: answers{
			api: says(302, "Location", other, allow, "*"), other: says(200, allow, "https://app.example", "Vary", "Origin"),
		}},
		lines("GET " + other + " " + allow + ": https://app.example -> *")},

	{"the preflight is not found", rule.PreflightStatus,
		scene{call: put, server: answers{
			"OPTIONS " + api: says(404, allow, "*", methods, "PUT"), api: says(200, allow, "*"),
		}},
		lines("OPTIONS " + api + " 404 -> 204")},
	{"a list that is none", rule.PreflightSyntax,
		scene{call: put, server: answers{
			"OPTIONS " + api: says(200, allow, "*", methods, "GET, P U T"), api: says(200, allow, "*"),
		}},
		lines("OPTIONS " + api + " " + methods + ": GET, P U T -> GET, PUT")},
	{"PUT is not listed", rule.PreflightMethod,
		scene{call: put, server: answers{"OPTIONS " + api: says(200, allow, "*"), api: says(200, allow, "*")}},
		lines("OPTIONS " + api + " + " + methods + ": PUT")},
	{"a header is not listed", rule.PreflightHeader,
		scene{
			call: corsim.Request{URL: api, Header: says(0, "X-One", "1", "X-Two", "2").Header},
			server: answers{
				"OPTIONS " + api: says(200, allow, "*", headers, "x-one"), api: says(200, allow, "*"),
			},
		},
		lines("OPTIONS " + api + " " + headers + ": x-one -> x-one, X-Two")},
	{"a wildcard is not for Authorization", rule.PreflightAuthorization,
		scene{
			call: corsim.Request{URL: api, Header: says(0, "Authorization", "Bearer 1").Header},
			server: answers{
				"OPTIONS " + api: says(200, allow, "*", headers, "*"), api: says(200, allow, "*"),
			},
		},
		lines("OPTIONS " + api + " " + headers + ": * -> *, Authorization")},
	{"nobody knows what the PUT is answered", rule.PreflightMethod,
		scene{call: put, server: answers{"OPTIONS " + api: says(200, allow, "*")}},
		lines("OPTIONS "+api+" + "+methods+": PUT", "PUT "+api+" 0 -> 200", "PUT "+api+" + "+allowApp,
			"PUT "+api+" + Vary: Origin")},

	{"for its own origin", rule.CORPSameOrigin,
		scene{call: image, server: answers{api: picture(corp, "same-origin")}},
		lines("GET " + api + " " + corp + ": same-origin -> cross-origin")},
	{"for its own site, elsewhere", rule.CORPSameSite,
		scene{call: image, server: answers{api: picture(corp, "same-site")}},
		lines("GET " + api + " " + corp + ": same-site -> cross-origin")},
	{"for its own origin, asked by its site", rule.CORPSameOrigin,
		scene{page: "https://www.api.example/", call: image, server: answers{api: picture(corp, "same-origin")}},
		lines("GET " + api + " " + corp + ": same-origin -> same-site")},
	{"a page that isolates", rule.CORPEmbedderPolicy,
		scene{options: isolated, call: image, server: answers{api: picture()}},
		lines("GET " + api + " + " + corp + ": cross-origin")},

	{"a script as an image", rule.MIMETypeBlocked,
		scene{call: corsim.Load{Kind: corsim.Script, URL: api}, server: answers{api: says(200, "Content-Type", "image/png")}},
		lines("GET " + api + " Content-Type: image/png -> text/javascript")},
	{"a style sheet as text, and nosniff", rule.NosniffBlocked,
		scene{call: corsim.Load{Kind: corsim.Stylesheet, URL: api}, server: answers{
			api: says(200, "Content-Type", "text/plain", "X-Content-Type-Options", "nosniff"),
		}},
		lines("GET " + api + " Content-Type: text/plain -> text/css")},
	{"a module as text", rule.LoadModuleType,
		scene{call: corsim.Load{Kind: corsim.ModuleScript, URL: app}, server: answers{
			app: says(200, "Content-Type", "text/plain"),
		}},
		lines("GET " + app + " Content-Type: text/plain -> text/javascript")},
	{"a style sheet as text", rule.LoadStylesheetType,
		scene{call: corsim.Load{Kind: corsim.Stylesheet, URL: app}, server: answers{
			app: says(200, "Content-Type", "text/plain"),
		}},
		lines("GET " + app + " Content-Type: text/plain -> text/css")},
	{"an SVG image as text", rule.LoadImage,
		scene{call: corsim.Load{Kind: corsim.Image, URL: app}, server: answers{
			app: bearing(svg, 200, "Content-Type", "text/plain"),
		}},
		lines("GET " + app + " Content-Type: text/plain -> image/svg+xml")},
	{"a stream as text", rule.EventSourceContentType,
		scene{call: corsim.EventSource{URL: app}, server: answers{app: says(200, "Content-Type", "text/plain")}},
		lines("GET " + app + " Content-Type: text/plain -> text/event-stream")},
	{"a script as HTML, and nosniff", rule.OpaqueResponseBlocked,
		scene{
			profile: corsim.Chromium,
			call:    corsim.Load{Kind: corsim.Script, URL: api},
			server:  answers{api: says(200, "Content-Type", "text/html", "X-Content-Type-Options", "nosniff")},
		},
		lines("GET " + api + " Content-Type: text/html -> text/javascript")},

	{"a script that is not found", rule.LoadStatus,
		scene{call: corsim.Load{Kind: corsim.Script, URL: app}, server: answers{
			app: says(404, "Content-Type", "text/javascript"),
		}},
		lines("GET " + app + " 404 -> 200")},
	{"a stream that is not found", rule.EventSourceStatus,
		scene{call: corsim.EventSource{URL: app}, server: answers{app: says(404, "Content-Type", "text/event-stream")}},
		lines("GET " + app + " 404 -> 200")},
	{"no status", rule.NetworkStatusInvalid,
		scene{call: corsim.Request{URL: app}, server: answers{app: says(99)}}, lines("GET " + app + " 99 -> 200")},
	{"a proxy asks, and nobody is there", rule.ProxyAuthenticationNoPrompt,
		scene{
			call:   corsim.Request{URL: app, Window: fetch.WindowNull},
			server: answers{app: says(407, "Proxy-Authenticate", "Basic")},
		},
		lines("GET " + app + " 407 -> 200")},
	{"a server plays a proxy", rule.ProxyAuthenticationUnexpected,
		scene{profile: corsim.Chromium, call: corsim.Request{URL: app}, server: answers{app: says(407)}},
		lines("GET " + app + " 407 -> 200")},
	{"401 to a stream", rule.AuthenticationStreamBody,
		scene{
			call:   corsim.Request{URL: app, Method: "POST", Body: upload, Duplex: "half"},
			server: answers{app: says(401, "WWW-Authenticate", "Basic")},
		},
		lines("POST " + app + " 401 -> 200")},

	{"two places", rule.RedirectLocationInvalid,
		scene{call: corsim.Request{URL: app}, server: answers{
			app: says(302, "Location", "/a", "Location", "/b"), app + "a": says(200),
		}},
		lines("GET " + app + " Location: /a, /b -> /a")},
	{"no place", rule.RedirectLocationInvalid,
		scene{call: corsim.Request{URL: app}, server: answers{app: says(302, "Location", "https://[")}},
		lines("GET " + app + " 302 -> 200")},
	{"to mail", rule.RedirectScheme,
		scene{call: corsim.Request{URL: app}, server: answers{app: says(302, "Location", "mailto:a@b.example")}},
		lines("GET " + app + " 302 -> 200")},
	{"in a circle", rule.RedirectLimit,
		scene{call: corsim.Request{URL: app}, server: answers{app: says(302, "Location", app)}},
		lines("GET " + app + " 302 -> 200")},
	{"a redirect that is not wanted", rule.RedirectModeError,
		scene{call: corsim.Request{URL: app, Redirect: corsim.Fail}, server: answers{app: says(302, "Location", "/a")}},
		lines("GET " + app + " 302 -> 200")},
	{"a stream that is redirected", rule.RedirectStreamBody,
		scene{
			call:   corsim.Request{URL: app, Method: "POST", Body: upload, Duplex: "half"},
			server: answers{app: says(307, "Location", "/a")},
		},
		lines("POST " + app + " 307 -> 200")},
	{"to a password", rule.RedirectCredentials,
		scene{call: corsim.Request{URL: app}, server: answers{
			app: says(302, "Location", "https://me:pw@api.example/"), api: says(200, allow, "*"),
		}},
		lines("GET " + app + " Location: https://me:pw@api.example/ -> " + api)},
	{"home, with a password", rule.RedirectCredentialsTainted,
		scene{call: get, server: answers{
			api: says(302, "Location", "https://me:pw@app.example/", allow, "*"), app: says(200, allow, "*"),
		}},
		lines("GET " + api + " Location: https://me:pw@app.example/ -> " + app)},
	{"a redirect to http:", rule.MixedContentBlocked,
		scene{call: get, server: answers{
			api: says(302, "Location", "http://other.example/", allow, "*"), other: says(200, allow, "*"),
		}},
		lines("GET " + api + " Location: http://other.example/ -> " + other)},
	{"a redirect to http:, and nobody answers over https:", rule.MixedContentBlocked,
		scene{call: get, server: answers{
			api:   says(302, "Location", "http://other.example/", allow, "*"),
			other: {Failure: "connection refused"},
		}},
		lines("GET " + api + " 302 -> 200")},
	{"a name that is none", rule.NetworkHeaderInvalid,
		scene{call: corsim.Request{URL: app}, server: answers{app: says(200, "X A", "1")}}, lines("GET " + app + " - X A: 1")},

	{"a frame that does not isolate", rule.NavigationEmbedderPolicy,
		scene{options: isolated, call: frame, server: answers{api: says(200, corp, "cross-origin")}},
		lines("GET " + api + " + Cross-Origin-Embedder-Policy: require-corp")},
	{"other ancestors", rule.FrameAncestors,
		scene{call: frame, server: answers{
			api: says(200, "Content-Security-Policy", "frame-ancestors 'none'; img-src *, frame-ancestors other.example"),
		}},
		lines("GET " + api + " Content-Security-Policy: frame-ancestors 'none'; img-src *, frame-ancestors other.example" +
			" -> frame-ancestors https://app.example; img-src *, frame-ancestors other.example https://app.example")},
	{"a page in a page", rule.FrameAncestors,
		scene{options: []corsim.PageOption{corsim.Ancestors(other)}, call: frame, server: answers{
			api: says(200, "Content-Security-Policy", "frame-ancestors 'none'"),
		}},
		lines("GET " + api + " Content-Security-Policy: frame-ancestors 'none' -> " +
			"frame-ancestors https://app.example https://other.example")},
	{"no frame", rule.FrameOptionsDeny, scene{call: frame, server: answers{api: says(200, "X-Frame-Options", "DENY")}},
		lines("GET " + api + " + Content-Security-Policy: frame-ancestors https://app.example")},
	{"no frame elsewhere", rule.FrameOptionsSameOrigin,
		scene{call: frame, server: answers{
			api: says(200, "X-Frame-Options", "SAMEORIGIN", "Content-Security-Policy", "img-src *"),
		}},
		lines("GET " + api + " Content-Security-Policy: img-src * -> img-src *; frame-ancestors https://app.example")},
	{"two options", rule.FrameOptionsConflict,
		scene{call: frame, server: answers{api: says(200, "X-Frame-Options", "ALLOWALL, SAMEORIGIN")}},
		lines("GET " + api + " + Content-Security-Policy: frame-ancestors https://app.example")},
	{"a page for a WebSocket", rule.WebSocketStatus,
		scene{call: corsim.WebSocket{URL: "wss://api.example/"}, server: answers{api: says(200)}},
		lines("GET " + api + " 200 -> 101")},
	{"a subprotocol that nobody wants", rule.WebSocketProtocol,
		scene{
			call:   corsim.WebSocket{URL: "wss://api.example/", Protocols: []string{"chat", "talk"}},
			server: answers{api: says(101, "Sec-WebSocket-Protocol", "mail")},
		},
		lines("GET " + api + " Sec-WebSocket-Protocol: mail -> chat")},
}

func TestRepairs(t *testing.T) {
	reached := map[rule.ID]bool{rule.UnknownAnswer: true} // it does not block, so that a case for it begins elsewhere
	for _, c := range repairCases {
		v := c.scene.verdict(t)
		reached[v.Rule()] = true
		if v.Outcome() != corsim.Blocked || v.Rule() != c.rule {
			t.Errorf("%s: not blocked by %s:\n%s", c.about, c.rule.Slug(), v)
			continue
		}
		advice := fix.Advise(v)
		if len(advice.Fixes) != 1 {
			t.Errorf("%s: %d fixes, %s", c.about, len(advice.Fixes), advice.Nothing)
			continue
		}
		f := advice.Fixes[0]
		if got := written(f.Edits); got != c.want {
			t.Errorf("%s: the edits are\n%swant\n%s", c.about, got, c.want)
		}
		if after := v.ReplayWith(v.Profile(), corsim.Change{Answer: f.Apply}); !gets(after) {
			t.Errorf("%s: it does not help:\n%s", c.about, after)
		}
	}
	for id := range fix.Repairs {
		if !reached[id] {
			t.Errorf("no case for %s", id.Slug())
		}
	}
}

func gets(v corsim.Verdict) bool {
	return v.Outcome().Granted()
}
