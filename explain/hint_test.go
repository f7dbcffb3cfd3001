package explain

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
)

// from makes a call on a page of the URL.
func from(url string, call any, answers ...corsim.Answer) corsim.Verdict {
	return on(corsim.New(corsim.Standard).Open(url), call, answers...)
}

// on makes a call on a page.
func on(page *corsim.Page, call any, answers ...corsim.Answer) corsim.Verdict {
	verdict := page.Do(inTurn(answers...), call)
	if verdict.Page() == nil {
		panic("no such call")
	}
	return verdict
}

// app makes a call on https://app.example/.
func app(call any, answers ...corsim.Answer) corsim.Verdict {
	return from("https://app.example/", call, answers...)
}

// A hintCase is a mistake with its hint, and beside it what is nearly the same and no such mistake.
type hintCase struct {
	about string
	slug  string
	shows corsim.Verdict
	near  corsim.Verdict
	says  string // a part of the sentence
}

func hintCases() []hintCase {
	const api = "https://api.example/items"
	get, put := corsim.Request{URL: api}, corsim.Request{URL: api, Method: "PUT"}
	include := corsim.Request{URL: api, Credentials: corsim.Include}
	putIncluded := corsim.Request{URL: api, Method: "PUT", Credentials: corsim.Include}
	method := func(method string) corsim.Request { return corsim.Request{URL: api, Method: method} }
	sends := func(name, value string) corsim.Request {
		return corsim.Request{URL: api, Header: header.List{{Name: name, Value: value}}}
	}
	sendsIncluded := sends("X-A", "1")
	sendsIncluded.Credentials = corsim.Include
	putJSON := sends("Content-Type", "application/json")
	putJSON.Method = "PUT"
	authorized := sends("Authorization", "x")
	authorized.Credentials = corsim.Include
	noCORS := corsim.Request{URL: api, Mode: corsim.NoCORS}
	noCORSWith := sends("X-A", "1")
	noCORSWith.Mode = corsim.NoCORS
	noCORSPlain := sends("Accept", "text/html")
	noCORSPlain.Mode = corsim.NoCORS
	image := corsim.Load{URL: api, CrossOrigin: corsim.Anonymous}
	module := corsim.Load{URL: api, Kind: corsim.ModuleScript, CrossOrigin: corsim.Anonymous}
	upload := corsim.XHR{URL: api, Method: "POST", UploadListener: true}
	stream := corsim.Request{URL: api, Method: "POST", Body: &corsim.Body{Kind: fetch.StreamBody}, Duplex: "half"}
	const appOrigin = "https://app.example"
	allow := func(value string) corsim.Answer { return says(200, allowOrigin, value) }
	redirect := func(location string, more ...string) corsim.Answer {
		return says(302, append([]string{"Location", location}, more...)...)
	}
	credentials := func(value string) corsim.Answer {
		return says(200, allowOrigin, appOrigin, allowCredentials, value)
	}
	everyone := says(204, allowOrigin, "*")
	webkit := corsim.New(engine.WebKit).Open("https://app.example/")
	sandboxed := func() *corsim.Page {
		return corsim.New(corsim.Standard).Open("https://app.example/", corsim.Sandboxed())
	}
	embedder := func() *corsim.Page {
		return corsim.New(corsim.Standard).Open("https://app.example/", corsim.EmbedderPolicy("require-corp"))
	}
	framed := func(value string) corsim.Verdict {
		list := header.List{{Name: "X-Frame-Options", Value: value}}
		return corsim.New(corsim.Standard).Open(appOrigin, corsim.DocumentHeader(list), corsim.Ancestors(api)).Framing()
	}
	return []hintCase{
		{"quotes", "quotes", app(get, allow(`"https://app.example"`)), app(get, allow(`"https://b.example"`)), "without them"},
		{"a host in upper case", "upper-case", app(get, allow("https://App.example")), app(get, allow("https://B.example")), ""},
		{"a slash at the end", "trailing-slash", app(get, allow(appOrigin+"/")), app(get, allow("https://b.example/")), ""},
		{"a path", "path", app(get, allow(appOrigin+"/users")), app(get, allow(appOrigin+"/")), appOrigin},
		{"a default port", "default-port", app(get, allow(appOrigin+":443")), app(get, allow(appOrigin+":80")), ""},
		{"a host alone", "missing-scheme", app(get, allow("app.example")), app(get, allow("b.example")), appOrigin},
		{"http beside https", "wrong-scheme", app(get, allow("http://app.example")), app(get, allow("http://b.example")), ""},
		{"another port", "wrong-port", app(get, allow(appOrigin+":8443")), app(get, allow("https://b.example:8443")), ""},
		{"a www", "www", app(get, allow("https://www.app.example")), app(get, allow("https://ww.app.example")), ""},
		{"localhost", "localhost", from("http://127.0.0.1:3000/", get, allow("http://localhost:3000")),
			from("http://127.0.0.2:3000/", get, allow("http://localhost:3000")), ""},
		{"null", "null-value", app(get, allow("null")), from("data:text/html,a", get, allow("Null")), appOrigin},
		{"a variable", "variable", app(get, allow("$http_origin")), app(get, allow("https://http_origin")), ""},
		{"a list with a space", "list", app(get, allow(appOrigin+" https://b.example")), app(get, allow("https://b.example")), ""},
		{"a list with a comma", "list", app(get, allow(appOrigin+", https://b.example")), app(get, allow(appOrigin+", "+appOrigin)), ""},
		{"a list in two headers", "list", app(get, says(200, allowOrigin, appOrigin, allowOrigin, "https://b.example")),
			app(get, says(200, allowOrigin, appOrigin, allowOrigin, "*")), ""},
		{"a pattern", "pattern", app(get, allow("https://*.example")), app(get, allow("https://b.example")), ""},
		{"an expression", "pattern", app(get, allow(`^https://(app|b)\.example$`)), app(get, allow("(https://b.example)")), ""},

		{"the same twice", "added-twice", app(get, says(200, allowOrigin, "*", allowOrigin, "*")),
			app(get, allow("https://b.example, https://c.example")), allowOrigin},
		{"true twice", "added-twice", app(include, credentials("true, true")), app(include, credentials("True")), allowCredentials},
		{"a plural", "misspelt-header", app(get, says(200, "Access-Control-Allow-Origins", "*")),
			app(get, says(200, "Access-Control-Allow-Methods", "*")), `"Access-Control-Allow-Origins"; `},
		{"underscores", "misspelt-header", app(get, says(200, "Access_Control_Allow_Origin", "*")), app(get, allow("b")), ""},
		{"an X", "misspelt-header", app(get, says(200, "X-Access-Control-Allow-Origin", "*")), app(get, says(200, "X-Allow", "*")), ""},
		{"a singular", "misspelt-header", app(sends("X-A", "1"), says(204, allowOrigin, "*", "Access-Control-Allow-Header", "X-A")),
			app(sends("X-A", "1"), says(204, allowOrigin, "*", "Access-Control-Allow-Header", "X-A", allowHeaders, "X-B")), allowHeaders},
		{"a server that asks", "request-header-in-answer", app(get, says(200, "Origin", "*")), app(get, says(200, "Host", "*")), "Origin"},
		{"a wildcard with credentials", "wildcard-with-credentials", app(include, allow("*")), app(include, allow("https://b.example")), ""},
		{"True", "credentials-true", app(include, credentials("True")), app(include, credentials("false")), `"True"`},
		{"1", "credentials-true", app(include, credentials("1")), app(include, credentials("0")), ""},
		{"only the preflight", "preflight-only", app(put, says(204, allowOrigin, "*", allowMethods, "PUT"), says(200)),
			app(get, says(200)), "PUT"},
		{"only the answer", "answer-only", app(put, says(204)), app(put, says(404)), "PUT"},
		{"a proxy's error", "proxy-error", app(get, says(502)), app(get, says(500)), "502"},
		{"an application's error", "error-without-headers", app(get, says(500)), app(get, says(200)), "500"},
		{"a login without cookies", "cookies-not-sent", app(get, says(401)), app(include, says(401)), "401"},
		{"a token that is wrong", "error-without-headers", app(put, says(204, allowOrigin, "*", allowMethods, "PUT"), says(403)),
			app(put, says(403)), "403"},
		{"another port of the page's host", "same-host", from("http://localhost:3000/", corsim.Request{URL: "http://localhost:8080/"}, says(200)),
			from("http://localhost:3000/", corsim.Request{URL: "http://127.0.0.1:3000/"}, says(200)), "the port"},
		{"crossorigin on an image", "crossorigin-attribute", app(image, says(200)), app(module, says(200)), "the image"},

		{"a preflight that needs a login", "preflight-authentication", app(put, says(401)), app(get, says(401)), ""},
		{"a preflight that is forbidden", "preflight-forbidden", app(put, says(403, allowOrigin, "*")), app(put, says(401)), appOrigin},
		{"a preflight without a route", "preflight-route", app(put, says(405)), app(get, says(405)), api},
		{"a preflight that is not found", "preflight-not-found", app(put, says(404)), app(get, says(404)), api},
		{"a preflight that crashes", "preflight-server-error", app(put, says(500)), app(put, says(501)), "500"},
		{"methods by a wildcard", "method-wildcard-with-credentials",
			app(putIncluded, says(204, allowOrigin, appOrigin, allowCredentials, "true", allowMethods, "*")),
			app(putIncluded, says(204, allowOrigin, appOrigin, allowCredentials, "true", allowMethods, "GET")), "PUT"},
		{"patch", "lower-case-patch", app(method("patch"), says(204, allowOrigin, "*", allowMethods, "PATCH")),
			app(method("PATCH"), says(204, allowOrigin, "*", allowMethods, "GET")), ""},
		{"patch, and no PATCH in the list", "lower-case-patch", app(method("patch"), says(204, allowOrigin, "*", allowMethods, "GET")),
			app(method("patch"), says(404)), ", and have the server list PATCH"},
		{"a list in lower case", "method-case", app(put, says(204, allowOrigin, "*", allowMethods, "get, put")),
			app(put, says(204, allowOrigin, "*", allowMethods, "get, post")), "put"},
		{"Allow", "allow-header", app(put, says(204, allowOrigin, "*", "Allow", "PUT")),
			app(put, says(204, allowOrigin, "*", "Allow", "PUT", allowMethods, "GET")), ""},
		{"Authorization by a wildcard", "authorization-wildcard", app(sends("Authorization", "x"), says(204, allowOrigin, "*", allowHeaders, "*")),
			app(sends("Authorization", "x"), says(204, allowOrigin, "*", allowHeaders, "X-A")), ""},
		{"headers by a wildcard", "header-wildcard-with-credentials",
			app(sendsIncluded, says(204, allowOrigin, appOrigin, allowCredentials, "true", allowHeaders, "*")),
			app(sendsIncluded, says(204, allowOrigin, appOrigin, allowCredentials, "true", allowHeaders, "X-B")), "x-a"},
		{"exposed and not allowed", "exposed-instead-of-allowed",
			app(sends("X-A", "1"), says(204, allowOrigin, "*", "Access-Control-Expose-Headers", "X-A")),
			app(sends("X-A", "1"), says(204, allowOrigin, "*", "Access-Control-Expose-Headers", "X-B")), "x-a"},
		{"names with spaces", "list-without-commas", app(put, says(204, allowOrigin, "*", allowMethods, "GET PUT")),
			app(put, says(204, allowOrigin, "*", allowMethods, `"PUT"`)), ""},
		{"names with quotes", "quoted-names", app(put, says(204, allowOrigin, "*", allowMethods, `"PUT"`)),
			app(put, says(204, allowOrigin, "*", allowMethods, "GET PUT")), ""},
		{"JSON", "forced-by-content-type", app(sends("Content-Type", "application/json"), everyone),
			app(corsim.Request{URL: api, Method: "PUT", Header: header.List{{Name: "Content-Type", Value: "application/json"}}}, everyone),
			"application/json"},
		{"JSON by PUT", "content-type-not-safelisted", app(putJSON, says(204, allowOrigin, "*", allowMethods, "PUT")),
			app(putJSON, says(204, allowOrigin, "*", allowHeaders, "Content-Type")), "application/json"},
		{"a type of forms that is too long", "forced-by-content-type", app(sends("Content-Type", "text/csv"), everyone),
			app(sends("Content-Type", "text/plain;a="+strings.Repeat("a", 128)), everyone), "text/csv"},
		{"Authorization by a wildcard, with credentials", "header-wildcard-with-credentials",
			app(authorized, says(204, allowOrigin, appOrigin, allowCredentials, "true", allowHeaders, "*")),
			app(authorized, says(204, allowOrigin, appOrigin, allowCredentials, "true")), "Authorization"},
		{"a listener", "forced-by-upload-listener", app(upload, says(204)),
			app(corsim.XHR{URL: api, Method: "PUT", UploadListener: true}, says(204)), ""},
		{"a stream", "forced-by-stream", app(stream, says(204)), app(upload, says(204)), ""},
		{"CORS in the request", "cors-header-in-request", app(sends(allowOrigin, "*"), says(204)), app(sends("X-A", "*"), says(204)), allowOrigin},
		{"X-Requested-With", "x-requested-with", app(sends("X-Requested-With", "XMLHttpRequest"), everyone),
			app(corsim.Request{URL: api, Method: "PUT", Header: header.List{{Name: "X-Requested-With", Value: "a"}}}, says(204)), ""},
		{"no caching", "cache-headers", app(sends("Pragma", "no-cache"), everyone), app(sends("X-Pragma", "a"), everyone), "Pragma"},

		{"a slash that is added", "redirect-trailing-slash", app(put, redirect("/items/", allowOrigin, "*")),
			app(put, redirect("/item/", allowOrigin, "*")), api + "/"},
		{"a slash that is taken away", "redirect-trailing-slash", app(corsim.Request{URL: api + "/"}, redirect(api)),
			app(get, redirect("https://b.example/items/")), api},
		{"http first", "redirect-to-https", from("http://app.example/", corsim.Request{URL: "http://api.example/"}, redirect("https://api.example/")),
			from("http://app.example/", corsim.Request{URL: "http://api.example/"}, redirect("https://b.example/")), ""},
		{"http first, by its path", "redirect-to-https", from("http://app.example/", corsim.Request{URL: "http://api.example/a"}, redirect("https://api.example/a")),
			from("http://app.example/", corsim.Request{URL: "http://api.example/a"}, redirect("https://api.example/login")), ""},
		{"a login", "redirect-to-login", app(get, redirect("/accounts/login?next=/")), app(get, redirect("/logins")), "login"},
		{"a redirect without the header", "redirect-without-headers", app(get, redirect("/next")), app(put, redirect("/next")), "/next"},
		{"a preflight that is redirected", "preflight-redirect", app(put, redirect("/next")), app(get, redirect("/next")), "/next"},
		{"null after redirects", "redirect-origin-null", app(get, redirect("https://b.example/", allowOrigin, "*"), allow(appOrigin)),
			app(get, redirect("/next", allowOrigin, "*"), allow("https://b.example")), "https://b.example/"},
		{"a file", "page-from-file", from("file:///a.html", get, allow(appOrigin)), app(get, allow("file://")), ""},
		{"a sandbox", "page-sandboxed", on(sandboxed(), get, allow(appOrigin)), app(get, allow("https://b.example")), ""},
		{"a data: page", "page-from-data", from("data:text/html,a", get, allow(appOrigin)), from("file:///a.html", get, allow(appOrigin)), ""},
		{"a redirect to http", "mixed-content-redirect", app(get, redirect("http://api.example/", allowOrigin, "*")),
			app(corsim.Request{URL: "http://api.example/"}, says(200)), ""},
		{"http on localhost in WebKit", "mixed-content-loopback", on(webkit, corsim.Request{URL: "http://localhost:8080/"}, says(200)),
			app(corsim.Request{URL: "http://api.example/"}, says(200)), "WebKit"},
		{"http", "mixed-content", app(corsim.Request{URL: "http://api.example/"}, says(200)),
			app(get, redirect("http://api.example/", allowOrigin, "*")), ""},

		{"a file over http", "mixed-content", app(corsim.Request{URL: "http://api.example/"}, says(200)),
			app(corsim.Request{URL: "ftp://api.example/", Mode: corsim.NoCORS}, says(200)), ""},

		{"no-cors", "no-cors", app(noCORS, says(200)), app(corsim.Load{URL: api}, says(200)), ""},
		{"a header in no-cors", "no-cors-header", app(noCORSWith, says(200)), app(noCORSPlain, says(200)), "X-A"},
		{"every header, with credentials", "expose-wildcard-with-credentials",
			app(include, says(200, allowOrigin, appOrigin, allowCredentials, "true", "Access-Control-Expose-Headers", "*")),
			app(get, says(200, allowOrigin, "*", "Access-Control-Expose-Headers", "*")), ""},
		{"names to expose without commas", "expose-syntax",
			app(get, says(200, allowOrigin, "*", "Access-Control-Expose-Headers", "X-A X-B")),
			app(get, says(200, allowOrigin, "*", "Access-Control-Expose-Headers", "X-A, X-B")), `"X-A X-B"`},
		{"a policy that does not exist", "resource-policy-value", on(embedder(), noCORS, says(200, resourcePolicy, "crossorigin")),
			on(embedder(), noCORS, says(200)), `"crossorigin"`},
		{"a policy of one's own", "resource-policy", app(noCORS, says(200, resourcePolicy, "same-origin")),
			app(noCORS, says(200, resourcePolicy, "cross-origin")), ""},
		{"ALLOW-FROM", "allow-from", framed("ALLOW-FROM https://b.example"), framed("ALLOW"), "frame-ancestors"},
		{"a mode in upper case", "lower-case-value", app(corsim.Request{URL: api, Mode: "CORS"}, says(200)),
			app(corsim.Request{URL: api, Mode: "corss"}, says(200)), `"CORS"`},
	}
}

func TestHints(t *testing.T) {
	told := map[string]bool{}
	for _, test := range hintCases() {
		told[test.slug] = true
		at := slices.IndexFunc(Of(test.shows).Hints, func(h Hint) bool { return h.Slug == test.slug })
		if at < 0 {
			t.Errorf("%s: no hint %s among %v:\n%s", test.about, test.slug, Of(test.shows).Hints, test.shows)
			continue
		}
		said := Of(test.shows).Hints[at].Sentence
		if !isPlain(said) || strings.ContainsAny(said, "{}") || len(said) > 400 || !strings.Contains(said, test.says) {
			t.Errorf("%s: %s", test.about, said)
		}
		for _, hint := range Of(test.near).Hints {
			if hint.Slug == test.slug {
				t.Errorf("%s: a false alarm: %s\n%s", test.about, hint.Sentence, test.near)
			}
		}
	}
	for _, topic := range knownMistakes {
		for i := range topic {
			if !told[topic[i].slug] {
				t.Errorf("no case for %s", topic[i].slug)
			}
		}
	}
}

// TestOneHint holds that a single mistake in an origin has a single hint, and several have theirs.
func TestOneHint(t *testing.T) {
	tests := []struct {
		about, allowed, origin string
		slugs                  string
	}{
		{"nothing in common", "https://b.example", "https://app.example", ""},
		{"a slash", "https://app.example/", "https://app.example", "trailing-slash"},
		{"a slash and upper case", "HTTPS://app.example/", "https://app.example", "trailing-slash upper-case"},
		{"a port too few", "http://localhost", "http://localhost:3000", "wrong-port"},
		{"scheme and port", "https://localhost", "http://localhost:3000", "wrong-scheme wrong-port"},
		{"a loopback address and a port", "http://[::1]:80", "http://localhost:3000", "localhost wrong-port default-port"},
		{"a host that only begins so", "https://app.example.com", "https://app.example", ""},
		{"an origin that is null", "https://app.example/", "null", ""},
		{"nothing", "", "https://app.example", ""},
		{"a slash alone", "/", "https://app.example", ""},
		{"too long", strings.Repeat("a", 1<<20), "https://app.example", ""},
	}
	for _, test := range tests {
		var slugs []string
		for _, mistake := range originMistakesOf(test.allowed, test.origin) {
			slugs = append(slugs, mistake.slug)
		}
		if got := strings.Join(slugs, " "); got != test.slugs {
			t.Errorf("%s: %s, want %s", test.about, got, test.slugs)
		}
	}
}

func TestMisspelt(t *testing.T) {
	tests := []struct {
		about, name string
		misspelt    bool
	}{
		{"as it is written", allowOrigin, false},
		{"a plural", "Access-Control-Allow-Origins", true},
		{"without hyphens", "AccessControlAllowOrigin", true},
		{"a letter twice", "Acccess-Control-Allow-Origin", true},
		{"three letters", "Access-Control-Allow-Oregano", false},
		{"a word less", "Access-Control-Origin", true},
		{"two words less", "Allow-Origin", true},
		{"a word alone", "Origin", false},
		{"without the last word", "Access-Control-Allow", false},
		{"a word of another header", "Timing-Allow-Origin", false},
		{"another header", allowMethods, false},
		{"nothing", "", false},
		{"very long", strings.Repeat("a", 1<<20), false},
	}
	for _, test := range tests {
		if got := isMisspelt(test.name, allowOrigin); got != test.misspelt {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}
