package corsim_test

import (
	"fmt"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A CORS-preflight cache remembers what a server allows, for as long as Access-Control-Max-Age says.
func ExampleBrowser_Advance() {
	server := corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		return corsim.Answer{Status: 200, Header: header.List{
			{Name: "Access-Control-Allow-Origin", Value: "*"},
			{Name: "Access-Control-Allow-Methods", Value: "PUT"},
			{Name: "Access-Control-Max-Age", Value: "60"},
		}}
	})
	browser := corsim.New(corsim.Standard)
	page := browser.Open("https://app.example/")
	request := corsim.Request{Method: "PUT", URL: "https://api.example/users/1"}
	fmt.Println("CORS-preflights of the first:", page.Fetch(server, request).Preflights())
	fmt.Println("of the second:", page.Fetch(server, request).Preflights())
	browser.Advance(time.Minute)
	fmt.Println("a minute later:", page.Fetch(server, request).Preflights())
	// Output:
	// CORS-preflights of the first: 1
	// of the second: 0
	// a minute later: 1
}

// A cookie goes along on a request to its site, and stays at home on one from another site.
func ExampleBrowser_AddCookie() {
	browser := corsim.New(corsim.Standard)
	browser.AddCookie(corsim.Cookie{
		Name: "id", Value: "1", Domain: "api.app.example", HostOnly: true, Secure: true, SameSite: policy.SameSiteLax,
	})
	request := corsim.Request{URL: "https://api.app.example/", Credentials: corsim.Include}
	for _, url := range []string{"https://app.example/", "https://other.example/"} {
		verdict := browser.Open(url).Fetch(api, request)
		cookies, sent := verdict.Exchanges()[0].Request.Header.Get("Cookie")
		fmt.Printf("from %s: %q, %v\n", url, cookies, sent)
	}
	// Output:
	// from https://app.example/: "id=1", true
	// from https://other.example/: "", false
}

// A frame with a sandbox attribute has an opaque origin: it is not even same origin with where it comes from.
func ExampleSandboxed() {
	page := corsim.New(corsim.Standard).Open("https://app.example/widget", corsim.Sandboxed())
	fmt.Print(page.Fetch(api, corsim.Request{URL: "https://app.example/data"}))
	// Output:
	// GET https://app.example/data
	//   from an opaque origin (https://app.example/widget): blocked, TypeError
	//   cors-check/allow-origin-mismatch: Access-Control-Allow-Origin must be the
	//     page's origin byte for byte: no slash at the end, no pattern, the same
	//     scheme and port.
	//     the server allows "https://app.example"; the origin is "null"
	//   1  GET https://app.example/data -> 200
	//   the request was sent, and the server may have acted on it
}

// A page in a frame of another site does not get the cookies that SameSite keeps at home.
func ExampleAncestors() {
	browser := corsim.New(corsim.Standard)
	browser.AddCookie(corsim.Cookie{Name: "id", Value: "1", Domain: "app.example", SameSite: policy.SameSiteLax})
	framed := browser.Open("https://app.example/", corsim.Ancestors("https://portal.example/"))
	for step := range framed.Fetch(api, corsim.Request{URL: "/data"}).Steps() {
		if step.Rule.Slug() == "cookie/withheld" {
			fmt.Println(step.Rule.Rule().Lesson, step.Operands)
		}
	}
	// Output:
	// A stored cookie of this host was not sent. [id its SameSite keeps it from a cross-site request]
}

// What happened before anything was sent?
func ExampleVerdict_Steps() {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	verdict := page.Fetch(api, corsim.Request{Method: "put", URL: "https://api.example/users/1"})
	for step := range verdict.Steps() {
		if step.Exchange < 0 && step.Result == rule.Applied {
			fmt.Println(step.Rule.Slug(), step.Operands)
		}
	}
	// Output:
	// request/method-normalized [put PUT]
	// main-fetch/preflight-method [PUT]
}

// Would another server help? The same request is made again, as the same page makes it.
func ExampleVerdict_Replay() {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	verdict := page.Fetch(api, corsim.Request{
		Method: "PUT",
		URL:    "https://api.example/users/1",
		Header: header.List{{Name: "Content-Type", Value: "application/json"}},
	})
	mended := corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		answer := api(request)
		answer.Header.Append("Access-Control-Allow-Headers", "Content-Type")
		return answer
	})
	fmt.Println(verdict.Outcome(), verdict.Rule().Slug())
	again := verdict.Replay(corsim.Standard, mended)
	fmt.Println(again.Outcome(), again.Rule().Slug())
	// Output:
	// blocked preflight/header
	// readable cors-check/allow-origin-match
}

// A listener on xhr.upload makes a CORS-preflight of what needs none without it.
func ExamplePage_XHR() {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	request := corsim.XHR{Method: "POST", URL: "https://api.example/upload", Body: &corsim.Body{Bytes: []byte("x")}}
	fmt.Println("CORS-preflights without a listener:", page.XHR(api, request).Preflights())
	request.UploadListener = true
	fmt.Println("with one:", page.XHR(api, request).Preflights())
	// Output:
	// CORS-preflights without a listener: 0
	// with one: 1
}

func ExamplePage_EventSource() {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	fmt.Print(page.EventSource(api, corsim.EventSource{URL: "https://api.example/events"}))
	// Output:
	// GET https://api.example/events from https://app.example: blocked
	//   event-source/content-type: An event stream must have the MIME type
	//     text/event-stream.
	//     found nothing; needed "text/event-stream"
	//   1  GET https://api.example/events -> 200
	//   the request was sent, and the server may have acted on it
}

// An image from elsewhere can be shown without CORS, but a canvas that it is drawn on cannot be read then. With a
// crossorigin attribute the server must allow it; the image is then as good as the page's own, or not there at all.
func ExamplePage_Load() {
	image := func(allowed string) corsim.Server {
		return corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
			return corsim.Answer{Status: 200, Header: header.List{
				{Name: "Content-Type", Value: "image/png"}, {Name: "Access-Control-Allow-Origin", Value: allowed},
			}}
		})
	}
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	load := corsim.Load{Kind: corsim.Image, URL: "https://cdn.example/logo.png"}
	show := func(about string, verdict corsim.Verdict) {
		fmt.Printf("%s: %s, %s, tainted: %v\n", about, verdict.Outcome(), verdict.Effect().Event, verdict.Effect().Tainted)
	}
	show("without crossorigin", page.Load(image("*"), load))
	load.CrossOrigin = corsim.Anonymous
	show("with crossorigin", page.Load(image("*"), load))
	show("allowed to another page", page.Load(image("https://other.example"), load))
	// Output:
	// without crossorigin: opaque, load, tainted: true
	// with crossorigin: readable, load, tainted: false
	// allowed to another page: blocked, error, tainted: false
}

// A server that forbids sniffing must say of its scripts that they are JavaScript.
func ExamplePage_Load_nosniff() {
	server := corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		return corsim.Answer{Status: 200, Header: header.List{
			{Name: "Content-Type", Value: "text/plain"}, {Name: "X-Content-Type-Options", Value: "nosniff"},
		}}
	})
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	fmt.Print(page.Load(server, corsim.Load{Kind: corsim.Script, URL: "/app.js"}))
	// Output:
	// GET /app.js from https://app.example: blocked, fires error
	//   main-fetch/nosniff: With X-Content-Type-Options: nosniff a script needs a
	//     JavaScript MIME type, and a style sheet text/css.
	//     found "text/plain"; needed "script"
	//   1  GET https://app.example/app.js -> 200
	//   the request was sent, and the server may have acted on it
}

// A link from another site brings the cookies that are Lax, but not those that are Strict; a form that is posted brings
// neither.
func ExamplePage_Navigate() {
	browser := corsim.New(corsim.Standard)
	browser.SetCookie("https://shop.example/", "cart=1; SameSite=Lax; Secure")
	browser.SetCookie("https://shop.example/", "admin=1; SameSite=Strict; Secure")
	page := browser.Open("https://app.example/")
	for _, method := range []string{"GET", "POST"} {
		verdict := page.Navigate(api, corsim.Navigation{Method: method, URL: "https://shop.example/"})
		cookies, _ := verdict.Exchanges()[0].Request.Header.Get("Cookie")
		fmt.Printf("%s: %q\n", method, cookies)
	}
	// Output:
	// GET: "cart=1"
	// POST: ""
}

// A page that is cross-origin isolated can share that with a frame of another origin: by the allow attribute.
func ExampleAllow() {
	isolated := header.List{
		{Name: "Cross-Origin-Opener-Policy", Value: "same-origin"},
		{Name: "Cross-Origin-Embedder-Policy", Value: "require-corp"},
	}
	browser := corsim.New(corsim.Standard)
	page := browser.Open("https://app.example/", corsim.DocumentHeader(isolated))
	frame := []corsim.PageOption{corsim.FrameOf(page), corsim.DocumentHeader(isolated)}
	fmt.Println(browser.Open("https://player.example/", frame...).Isolation().Outcome())
	frame = append(frame, corsim.Allow("cross-origin-isolated"))
	fmt.Println(browser.Open("https://player.example/", frame...).Isolation().Outcome())
	// Output:
	// blocked
	// readable
}

// By the standard a server must list Authorization by name, but the browsers take a * for it. The answer to a request
// that was never made is not known, so the server is asked again.
func ExampleVerdict_Replay_engine() {
	server := corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		return corsim.Answer{Status: 200, Header: header.List{
			{Name: "Access-Control-Allow-Origin", Value: "*"}, {Name: "Access-Control-Allow-Headers", Value: "*"},
		}}
	})
	verdict := corsim.New(corsim.Standard).Open("https://app.example/").Fetch(server, corsim.Request{
		URL:    "https://api.example/users",
		Header: header.List{{Name: "Authorization", Value: "Bearer 1"}},
	})
	fmt.Println("standard:", verdict.Outcome(), verdict.Rule().Slug())
	for _, profile := range []engine.Profile{corsim.Chromium, corsim.Firefox, corsim.WebKit} {
		again := verdict.Replay(profile, server)
		fmt.Printf("%s: %s %s\n", profile, again.Outcome(), again.Rule().Slug())
	}
	fmt.Println(engine.PreflightWildcardCoversAuthorization.Entry().Sentence)
	// Output:
	// standard: blocked preflight/authorization
	// chromium: readable cors-check/wildcard
	// firefox: readable cors-check/wildcard
	// webkit: readable cors-check/wildcard
	// Access-Control-Allow-Headers: * grants Authorization; in the standard it has to be listed by name.
}
