package conformance_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/internal/conformance"
)

// play plays a single case that is written as JSON.
func play(t *testing.T, text string) *conformance.Playing {
	t.Helper()
	cases, err := conformance.ReadCases("case", strings.NewReader("["+text+"]"))
	if err != nil {
		t.Fatal(err)
	}
	return conformance.Play(&cases[0], corsim.Standard)
}

// An EventSource must not be answered from a cache, eventsource/request-cache-control.any.js.
func TestEventSourceCache(t *testing.T) {
	playing := play(t, `{"page": {"url": "https://a.example/"},
		"calls": [{"api": "eventsource", "url": "/"}],
		"server": {"GET https://a.example/": {"status": 200, "headers": [["Content-Type", "text/event-stream"]]}}}`)
	trace := playing.Trace("spec")
	for _, name := range []string{"Cache-Control", "Pragma"} {
		if got := valuesOf(trace.Requests[0].Headers, name); !slices.Equal(got, []string{"no-cache"}) {
			t.Errorf("%s is %q, want no-cache", name, got)
		}
	}
}

func TestAnswersAreUsedInOrder(t *testing.T) {
	call := `{"api": "fetch", "url": "/"}`
	trace := play(t, `{"page": {"url": "https://a.example/"}, "calls": [`+call+","+call+","+call+`],
		"server": {"GET https://a.example/": [{"status": 200, "headers": []}, {"status": 404, "headers": []}]}}`).Trace("spec")
	var statuses []int
	for _, result := range trace.Calls {
		statuses = append(statuses, result.Status)
	}
	if want := []int{200, 404, 404}; !slices.Equal(statuses, want) {
		t.Errorf("statuses are %v, want %v", statuses, want)
	}
}

func TestStrays(t *testing.T) {
	playing := play(t, `{"page": {"url": "https://a.example/"}, "server": {},
		"calls": [{"api": "fetch", "url": "https://b.example/?q", "method": "PUT"}]}`)
	if want := []string{"OPTIONS https://b.example/?q"}; !slices.Equal(playing.Strays, want) {
		t.Errorf("strays are %q, want %q", playing.Strays, want)
	}
}

// A disagreement must be found: a comparison that never fails holds nothing.
func TestDisagreements(t *testing.T) {
	const text = `{"page": {"url": "https://a.example/"},
		"calls": [{"api": "fetch", "url": "https://b.example/", "method": "PUT"}],
		"server": {
			"OPTIONS https://b.example/": {"status": 204, "headers": [["Access-Control-Allow-Origin", "*"], ["Access-Control-Allow-Methods", "PUT"]]},
			"PUT https://b.example/": {"status": 200, "headers": [["Access-Control-Allow-Origin", "*"], ["Content-Type", "a/b"]]}},
		"derived": [{"requests": []}],
		"expect": [%]}`
	tests := []struct{ expect, want string }{
		{`{"outcome": "ok", "preflight": true, "response": {"status": 200, "type": "cors", "headers": [["content-type", "a/b"]]},
			"requests": [{"method": "PUT", "headers": [["origin", "https://a.example"]], "absent": ["Cookie"]}]}`, ""},
		{`{"outcome": "network-error"}`, "outcome"},
		{`{"outcome": "throws"}`, "outcome"},
		{`{"outcome": "ok", "error": "TypeError"}`, "error"},
		{`{"outcome": "ok", "preflight": false}`, "preflight"},
		{`{"outcome": "ok", "taoPassed": true}`, "taoPassed"},
		{`{"outcome": "ok", "response": {"type": "basic"}}`, "response.type"},
		{`{"outcome": "ok", "response": {"status": 201}}`, "response.status"},
		{`{"outcome": "ok", "response": {"url": ""}}`, "response.url"},
		{`{"outcome": "ok", "response": {"redirected": true}}`, "response.redirected"},
		{`{"outcome": "ok", "response": {"headers": [["Content-Type", "a/c"]]}}`, "response.header Content-Type"},
		{`{"outcome": "ok", "response": {"absent": ["Content-Type"]}}`, "response.header Content-Type"},
		{`{"outcome": "ok", "requests": [{"method": "PUT"}, {"method": "OPTIONS"}]}`, "requests[1]"},
		{`{"outcome": "ok", "requests": [{"url": "https://b.example"}]}`, "requests[0]"},
		{`{"outcome": "ok", "requests": [{"headers": [["Origin", "null"]]}]}`, "requests[0]"},
		{`{"outcome": "ok", "requests": [{"absent": ["Origin"]}]}`, "requests[0]"},
	}
	for _, test := range tests {
		playing := play(t, strings.Replace(text, "%", test.expect, 1))
		trace := playing.Trace("spec")
		var got []string
		for _, d := range disagreements(t, playing.Case, &trace)[0] {
			got = append(got, d.what)
		}
		want := []string{"derived requests"}
		if test.want != "" {
			want = []string{test.want, "derived requests"}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: disagreements are %q, want %q", test.expect, got, want)
		}
	}
}

func TestNotModelled(t *testing.T) {
	tests := []struct{ page, call, want string }{
		{``, `{"api": "paintworklet", "url": "/"}`, `api: "paintworklet"`},
		{``, `{"api": "script", "url": "/", "initiator": "imageset"}`, `initiator: "imageset"`},
		{``, `{"api": "fetch", "url": "/", "priority": "high"}`, `unknown field "priority"`},
		{``, `{"api": "fetch", "url": 1}`, `field calls.url: unexpected number`},
		{``, `{"api": "fetch", "url": "/", "remoteAddressSpace": "far"}`, `remoteAddressSpace: "far"`},
		{``, `{"api": "fetch", "url": "/", "method": "POST", "body": {"type": "string"}}`, `body string of type: ""`},
		{`, "permissions": {"local-network": "perhaps"}`, `{"api": "fetch", "url": "/"}`, `page.permissions: "perhaps"`},
		{`, "addressSpace": "far"`, `{"api": "fetch", "url": "/"}`, `page.addressSpace: "far"`},
		{`, "csp": ""`, `{"api": "fetch", "url": "/"}`, `unknown field "csp"`},
		{`, "kind": "worklet"`, `{"api": "fetch", "url": "/"}`, `page.kind: "worklet"`},
		{`, "baseURL": "x"`, `{"api": "fetch", "url": "/"}`, `page/url-invalid`},
		{``, `{"api": "fetch", "url": "https://a.example/zero"}`, `undetermined/answer-unknown`},
	}
	for _, test := range tests {
		playing := play(t, `{"page": {"url": "https://a.example/"`+test.page+`}, "calls": [`+test.call+`],
			"server": {"GET https://a.example/zero": {"headers": []}}}`)
		if playing.NotModelled != test.want {
			t.Errorf("%s %s: %q, want %q", test.page, test.call, playing.NotModelled, test.want)
		}
	}
}

// What is no byte is a TypeError, though XMLHttpRequest has a SyntaxError for what is no header.
func TestCharactersThatAreNoBytes(t *testing.T) {
	tests := []struct{ call, want string }{
		{`"api": "fetch", "headers": [["x", "\u0100"]]`, "TypeError"},
		{`"api": "xhr", "headers": [["x", "\u0100"]]`, "TypeError"},
		{`"api": "xhr", "headers": [["x y", "z"]]`, "SyntaxError"},
		{`"api": "xhr", "method": "\u0100"`, "TypeError"},
		{`"api": "xhr", "method": ""`, "SyntaxError"},
	}
	for _, test := range tests {
		trace := play(t, `{"page": {"url": "https://a.example/"}, "server": {},
			"calls": [{"url": "/", `+test.call+`}]}`).Trace("spec")
		got := trace.Calls[0]
		if got.Outcome != "threw" || got.Error == nil || got.Error.Name != test.want {
			t.Errorf("%s: %+v, want %s", test.call, got, test.want)
		}
	}
}

func TestBodies(t *testing.T) {
	tests := []struct{ api, body, want string }{
		{"fetch", `{"type": "string", "length": 1, "contentType": "text/plain;charset=UTF-8"}`, "text/plain;charset=UTF-8 1"},
		{"fetch", `{"type": "urlsearchparams", "length": 1, "contentType": "application/x-www-form-urlencoded;charset=UTF-8"}`,
			"application/x-www-form-urlencoded;charset=UTF-8 1"},
		{"fetch", `{"type": "formdata", "length": 1, "contentType": "multipart/form-data; boundary=X"}`, "multipart/form-data; boundary=X 1"},
		{"fetch", `{"type": "blob", "length": 1, "contentType": "a/b"}`, "a/b 1"},
		{"fetch", `{"type": "blob", "length": 1}`, " 1"},
		{"fetch", `{"type": "Uint8Array", "length": 1}`, " 1"},
		{"xhr", `{"type": "document", "length": 1, "contentType": "text/html;charset=UTF-8"}`, "text/html;charset=UTF-8 1"},
		{"fetch", `{"type": "stream", "stream": true}`, " "},
		{"fetch", `null`, " 0"},
	}
	for _, test := range tests {
		trace := play(t, `{"page": {"url": "https://a.example/"},
			"server": {"POST https://a.example/": {"status": 200, "headers": []}},
			"calls": [{"api": "`+test.api+`", "url": "/", "method": "POST", "duplex": "half", "body": `+test.body+`}]}`).Trace("spec")
		if len(trace.Requests) != 1 {
			t.Errorf("%s: %+v", test.body, trace)
			continue
		}
		list := trace.Requests[0].Headers
		got := strings.Join(valuesOf(list, "Content-Type"), "") + " " + strings.Join(valuesOf(list, "Content-Length"), "")
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.body, got, test.want)
		}
	}
}
