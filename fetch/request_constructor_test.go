package fetch_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

func TestFetchThrows(t *testing.T) {
	stream := &fetch.Body{Kind: fetch.StreamBody}
	tests := []struct {
		name string
		init fetch.Init
		want string // the rule, "" where nothing is wrong
	}{
		{"nothing at all", fetch.Init{}, ""},
		{"a user name", fetch.Init{URL: "https://me@app.example/"}, "request/url-credentials"},
		{"a port that is none", fetch.Init{URL: "https://app.example:65536/"}, "request/url-invalid"},
		{"window: null", fetch.Init{Window: fetch.WindowNull}, ""},
		{"window: 1", fetch.Init{Window: fetch.WindowOther}, "request/window"},
		{"a bad URL comes before a bad window", fetch.Init{URL: "https://", Window: fetch.WindowOther}, "request/url-invalid"},
		{"a bad enumeration comes before everything", fetch.Init{URL: "https://", Cache: "none"}, "request/enumeration"},
		{"credentials: true", fetch.Init{Credentials: "true"}, "request/enumeration"},
		{"redirect: Follow", fetch.Init{Redirect: "Follow"}, "request/enumeration"},
		{"duplex: full", fetch.Init{Duplex: "full"}, "request/enumeration"},
		{"referrerPolicy: never", fetch.Init{ReferrerPolicy: "never"}, "request/enumeration"},
		{"mode: websocket", fetch.Init{Mode: "websocket"}, "request/enumeration"},
		{"mode: navigate", fetch.Init{Mode: "navigate"}, "request/mode-navigate"},
		{"an empty method is GET here", fetch.Init{Method: ""}, ""},
		{"method: g.e.t", fetch.Init{Method: "g.e.t"}, ""},
		{"method: é", fetch.Init{Method: "é"}, "request/method-invalid"},
		{"method: connect", fetch.Init{Method: "connect"}, "request/method-forbidden"},
		{"method: head in mode no-cors", fetch.Init{Method: "head", Mode: "no-cors"}, ""},
		{"method: OPTIONS in mode no-cors", fetch.Init{Method: "OPTIONS", Mode: "no-cors"}, "request/no-cors-method"},
		{"a bad method comes before bad headers", fetch.Init{Method: "é", Header: headerList("é", "1")}, "request/method-invalid"},
		{"bad headers come before a body with GET", fetch.Init{Header: headerList("é", "1"), Body: &fetch.Body{}}, "request/header-name-invalid"},
		{"a header without a name", fetch.Init{Header: headerList("", "1")}, "request/header-name-invalid"},
		{"a NUL in a value", fetch.Init{Header: headerList("A", "\x00")}, "request/header-value-invalid"},
		{"a line break at its end", fetch.Init{Header: headerList("A", "1\r\n")}, ""},
		{"a body with HEAD", fetch.Init{Method: "HEAD", Body: &fetch.Body{}}, "request/body-with-get"},
		{"a body with DELETE", fetch.Init{Method: "DELETE", Body: &fetch.Body{}}, ""},
		{"a stream without duplex", fetch.Init{Method: "POST", Body: stream}, "request/stream-duplex"},
		{"a stream with it", fetch.Init{Method: "POST", Body: stream, Duplex: "half"}, ""},
		{"only-if-cached in mode same-origin", fetch.Init{Cache: "force-cache", Mode: "same-origin"}, ""},
	}
	for _, test := range tests {
		record := fetched(test.init, answer(200))
		want := "threw TypeError " + test.want
		if test.want == "" {
			want = "readable main-fetch/same-origin"
		}
		if got := summary(record); got != want {
			t.Errorf("%s: %s, want %s", test.name, got, want)
		}
		if test.want != "" && len(record.Exchanges) > 0 {
			t.Errorf("%s: something was sent", test.name)
		}
	}
}

func TestRelativeURLs(t *testing.T) {
	based := document(appURL)
	based.BaseURL = new(origin.MustParse("https://cdn.example/lib/"))
	tests := []struct {
		client *fetch.Environment
		url    string
		want   string
	}{
		{document(appURL), "", "GET https://app.example/dir/page?q"},
		{document(appURL), "x", "GET https://app.example/dir/x"},
		{document(appURL), "//api.example/#a", "GET https://api.example/"},
		{document(appURL), "\tHTTPS:\\\\API.example:443/..//b ", "GET https://api.example//b"},
		{based, "x", "GET https://cdn.example/lib/x"},
	}
	for _, test := range tests {
		record := fetchedBy(new(fetch.UserAgent), test.client, fetch.Init{URL: test.url}, shared(200))
		if got := requests(record); got != test.want {
			t.Errorf("%q: %s, want %s", test.url, got, test.want)
		}
	}
}

func TestMethodNormalized(t *testing.T) {
	for method, want := range map[string]string{"": "GET", "get": "GET", "Delete": "DELETE", "patch": "patch", "PATCH": "PATCH", "chicken": "chicken"} {
		if got := fetched(fetch.Init{URL: "/", Method: method}, answer(200)).Exchanges[0].Request.Method; got != want {
			t.Errorf("%q: %s, want %s", method, got, want)
		}
	}
}

// What of the caller's headers reaches the wire.
func TestRequestHeadersKept(t *testing.T) {
	given := headerList("X-A", " 1\t", "Cookie", "a=b", "Accept-Language", "de", "Sec-A", "1", "x-a", "2",
		"Content-Type", "application/json", "Origin", "https://b.example", "X-HTTP-Method-Override", "TRACE", "Range", "bytes=0-")
	tests := []struct {
		mode string
		want header.List
	}{
		{"cors", headerList("X-A", "1", "Accept-Language", "de", "X-A", "2", "Content-Type", "application/json", "Range", "bytes=0-")},
		{"no-cors", headerList("Accept-Language", "de")},
	}
	for _, test := range tests {
		init := fetch.Init{URL: "/", Method: "POST", Header: given}
		if test.mode == "no-cors" {
			init.Mode = "no-cors"
		}
		record := fetched(init, answer(200))
		request := record.Exchanges[0].Request.Header
		if got := request[:min(len(test.want), len(request))]; !slices.Equal(got, test.want) || request[len(test.want)].Name != "Accept" {
			t.Errorf("mode %s: %v, want %v and then Accept", test.mode, request, test.want)
		}
	}
}

func TestBodyBringsItsType(t *testing.T) {
	tests := []struct {
		body fetch.Body
		want string
	}{
		{fetch.Body{}, "text/plain;charset=UTF-8"},
		{fetch.Body{Kind: fetch.URLSearchParamsBody}, "application/x-www-form-urlencoded;charset=UTF-8"},
		{fetch.Body{Kind: fetch.FormDataBody, Type: "b"}, "multipart/form-data; boundary=b"},
		{fetch.Body{Kind: fetch.BlobBody, Type: "Image/PNG"}, "image/png"},
		{fetch.Body{Kind: fetch.BlobBody}, "-"},
		{fetch.Body{Kind: fetch.BufferSourceBody}, "-"},
	}
	for _, test := range tests {
		record := fetched(fetch.Init{URL: "/", Method: "POST", Body: &test.body}, answer(200))
		if got := sent(record, "Content-Type"); got != test.want {
			t.Errorf("kind %d: %s, want %s", test.body.Kind, got, test.want)
		}
	}
	// The caller's own comes first, and in mode no-cors an unsafe one is dropped.
	own := fetch.Init{URL: "/", Method: "POST", Body: &fetch.Body{}, Header: headerList("content-type", "a/b")}
	blob := fetch.Init{URL: "/", Method: "POST", Body: &fetch.Body{Kind: fetch.BlobBody, Type: "a/b"}, Mode: "no-cors"}
	if got := sent(fetched(own, answer(200)), "Content-Type") + sent(fetched(blob, answer(200)), "Content-Type"); got != "a/b-" {
		t.Error(got)
	}
}

func TestKeepaliveBodies(t *testing.T) {
	for size, want := range map[int64]string{0: "readable", 65536: "readable", 65537: "blocked"} {
		init := fetch.Init{URL: "/", Method: "POST", Keepalive: true, Body: &fetch.Body{Size: size}}
		if got := fetched(init, answer(200)).Outcome.String(); got != want {
			t.Errorf("%d bytes: %s, want %s", size, got, want)
		}
		init.Body = &fetch.Body{Bytes: []byte(strings.Repeat("a", int(size)))}
		if got := fetched(init, answer(200)).Outcome.String(); got != want {
			t.Errorf("%d bytes of content: %s, want %s", size, got, want)
		}
	}
}

func TestRequestReferrer(t *testing.T) {
	const page = "https://app.example/dir/page?q"
	tests := []struct {
		name    string
		init    fetch.Init
		want    string
		ignored bool
	}{
		{"the page itself", fetch.Init{}, page, false},
		{"by its other name", fetch.Init{Referrer: "about:client"}, page, false},
		{"another of the origin", fetch.Init{Referrer: "/a#b"}, "https://app.example/a", false},
		{"one of another origin", fetch.Init{Referrer: "https://api.example/"}, page, true},
		{"none", fetch.Init{NoReferrer: true}, "-", false},
	}
	for _, test := range tests {
		test.init.URL = "/"
		record := fetched(test.init, answer(200))
		ignored := false
		for step := range record.Trace.Steps {
			ignored = ignored || step.Rule == rule.RequestReferrerIgnored
		}
		if got := sent(record, "Referer"); got != test.want || ignored != test.ignored {
			t.Errorf("%s: %s, ignored %v; want %s, %v", test.name, got, ignored, test.want, test.ignored)
		}
	}
}

func TestStreamsOfEngines(t *testing.T) {
	init := fetch.Init{URL: "/", Method: "POST", Duplex: "half", Body: &fetch.Body{Kind: fetch.StreamBody}}
	overHTTP1 := engine.Standard.WithSettings(engine.Settings{HTTP1: true})
	tests := []struct {
		about       string
		profile     engine.Profile
		outcome     fetch.Outcome
		exception   string
		contentType string
	}{
		{"a stream", engine.Standard, fetch.Readable, "", "-"},
		{"over HTTP/1.1", overHTTP1, fetch.Blocked, "TypeError", ""},
		{"as text", overHTTP1.With(engine.StreamAsText), fetch.Readable, "", "text/plain;charset=UTF-8"},
		{"refused", engine.Standard.With(engine.StreamRefused), fetch.Threw, "NotSupportedError", ""},
	}
	for _, test := range tests {
		record := fetchedBy(&fetch.UserAgent{Profile: test.profile}, document(appURL), init, answer(200))
		if record.Outcome != test.outcome || record.Exception != test.exception {
			t.Errorf("%s: %v %s, want %v %s", test.about, record.Outcome, record.Exception, test.outcome, test.exception)
		}
		if got := sent(record, "Content-Type"); got != test.contentType {
			t.Errorf("%s: Content-Type %q, want %q", test.about, got, test.contentType)
		}
	}
}
