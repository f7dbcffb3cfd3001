package console_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
)

func TestError(t *testing.T) {
	document := func(page *corsim.Page, call any) corsim.Verdict {
		silent := server(corsim.Answer{}, corsim.Answer{Failure: "connection refused"})
		return page.Do(silent, call)
	}
	stream := &corsim.Body{Kind: fetch.StreamBody}
	tests := []struct {
		about   string
		call    any
		profile engine.Profile
		options []corsim.PageOption
		want    string
	}{
		{"a network error", corsim.Request{URL: apiURL}, corsim.Chromium, nil, "TypeError: Failed to fetch"},
		{
			"a network error in Firefox", corsim.Request{URL: apiURL}, corsim.Firefox, nil,
			"TypeError: NetworkError when attempting to fetch resource.",
		},
		{"a network error in WebKit", corsim.Request{URL: apiURL}, corsim.WebKit, nil, "TypeError: Load failed"},
		{"the standard has no words", corsim.Request{URL: apiURL}, corsim.Standard, nil, "TypeError"},
		{"XMLHttpRequest gets an event", corsim.XHR{URL: apiURL}, corsim.Chromium, nil, ""},
		{"an image gets an event", corsim.Load{URL: apiURL}, corsim.Firefox, nil, ""},
		{"a beacon gets true", corsim.Beacon{URL: apiURL}, corsim.WebKit, nil, ""},
		{
			"a font", corsim.Load{Kind: corsim.Font, URL: apiURL}, corsim.Chromium, nil,
			"NetworkError: A network error occurred.",
		},
		{
			"in a worker", corsim.Request{URL: apiURL, Method: "TRACE"}, corsim.Chromium,
			[]corsim.PageOption{corsim.Worker()},
			"TypeError: Failed to execute 'fetch' on 'WorkerGlobalScope': 'TRACE' HTTP method is unsupported.",
		},
		{
			"bytes are characters", corsim.Request{URL: apiURL, Method: "F\xd6O"}, corsim.Chromium, nil,
			"TypeError: Failed to execute 'fetch' on 'Window': 'FÖO' is not a valid HTTP method.",
		},
		{
			"bytes are UTF-8", corsim.Request{URL: apiURL, Method: "F\xd6O"}, corsim.Firefox, nil,
			"TypeError: Window.fetch: Invalid request method F\uFFFDO.",
		},
		{
			"the member that comes first by its name", corsim.Request{URL: apiURL, Mode: "x", Cache: "y"},
			corsim.Chromium, nil, "TypeError: Failed to execute 'fetch' on 'Window': Failed to read the 'cache' " +
				"property from 'RequestInit': The provided value 'y' is not a valid enum value of type RequestCache.",
		},
		{
			"only-if-cached without a mode", corsim.Request{URL: apiURL, Cache: policy.CacheOnlyIfCached},
			corsim.Firefox, nil, "TypeError: Window.fetch: Request mode 'cors' was used, but request cache mode " +
				"'only-if-cached' can only be used with request mode 'same-origin'.",
		},
		{
			"the value of a header", corsim.XHR{URL: apiURL, Header: fields("X-A", "1", "X-B", "a\rb")},
			corsim.Chromium, nil, "SyntaxError: Failed to execute 'setRequestHeader' on 'XMLHttpRequest': " +
				"'a\rb' is not a valid HTTP header field value.",
		},
		{
			"the name of a header", corsim.Request{URL: apiURL, Header: fields("X A", "1")}, corsim.WebKit, nil,
			"TypeError: Invalid header name: 'X A'",
		},
		{
			"a name in lower case", corsim.Request{URL: apiURL, Header: fields("X A", "1")}, corsim.Firefox, nil,
			"TypeError: Window.fetch: x a is an invalid header name.",
		},
		{
			"a stream", corsim.Request{URL: apiURL, Method: "POST", Body: stream, Duplex: "half"}, corsim.WebKit, nil,
			"NotSupportedError: ReadableStream uploading is not supported",
		},
		{
			"a WebSocket with a fragment", corsim.WebSocket{URL: "wss://api.example/#x"}, corsim.Chromium, nil,
			"SyntaxError: Failed to construct 'WebSocket': The URL contains a fragment identifier ('x'). " +
				"Fragment identifiers are not allowed in WebSocket URLs.",
		},
		{
			"a message that is not known", corsim.WebSocket{URL: "wss://api.example/#x"}, corsim.WebKit, nil,
			"SyntaxError",
		},
	}
	for _, test := range tests {
		page := corsim.New(test.profile).Open(appPage, test.options...)
		if got := console.Error(document(page, test.call)); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
	if got := console.Error(corsim.Verdict{}); got != "" {
		t.Errorf("no verdict: %q", got)
	}
}
