package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// xhrCases are about XMLHttpRequest and EventSource.
func xhrCases() []Example {
	events := turns(says(200, "Content-Type", "text/event-stream"))
	return []Example{
		// XMLHttpRequest.
		{"a method with a space", rule.XHRMethodInvalid, Stopped, app,
			corsim.XHR{URL: "/", Method: "GET IT"}, ok, "threw SyntaxError"},
		{"a method without a space", rule.XHRMethodInvalid, Unreached, app,
			corsim.XHR{URL: "/", Method: "GETIT"}, ok, ""},
		{"the method TRACK", rule.XHRMethodForbidden, Stopped, app,
			corsim.XHR{URL: "/", Method: "TRACK"}, ok, "threw SecurityError"},
		{"the method OPTIONS", rule.XHRMethodForbidden, Unreached, app,
			corsim.XHR{URL: "/", Method: "OPTIONS"}, ok, ""},
		{"a URL without a host", rule.XHRURLInvalid, Stopped, app,
			corsim.XHR{URL: "https://"}, ok, "threw SyntaxError"},
		{"a URL with a host", rule.XHRURLInvalid, Unreached, app, corsim.XHR{URL: apiURL}, readable, ""},
		{"a header name with a space", rule.XHRHeaderInvalid, Stopped, app,
			corsim.XHR{URL: "/", Header: fields("X A", "1")}, ok, "threw SyntaxError"},
		{"a header name with a hyphen", rule.XHRHeaderInvalid, Unreached, app,
			corsim.XHR{URL: "/", Header: fields("X-A", "1")}, ok, ""},
		{"GET with a body", rule.XHRBodyDropped, Applied, app, corsim.XHR{URL: "/", Body: text}, ok, ""},
		{"POST with a body", rule.XHRBodyDropped, Unreached, app,
			corsim.XHR{URL: "/", Method: "POST", Body: text}, ok, ""},
		{"a string as Latin-1", rule.XHRCharset, Applied, app,
			corsim.XHR{URL: "/", Method: "POST", Body: text, Header: fields("Content-Type", "text/plain;charset=latin1")},
			ok, ""},
		{"a string as UTF-8", rule.XHRCharset, Unreached, app,
			corsim.XHR{URL: "/", Method: "POST", Body: text, Header: fields("Content-Type", "text/plain;charset=UTF-8")},
			ok, ""},
		{"a listener to the upload", rule.XHRUploadListener, Applied, app,
			corsim.XHR{URL: apiURL, Method: "POST", Body: text, UploadListener: true},
			turns(grants("", ""), allowed), ""},
		{"nobody listens to the upload", rule.XHRUploadListener, Unreached, app,
			corsim.XHR{URL: apiURL, Method: "POST", Body: text}, readable, ""},

		// EventSource.
		{"a URL without a host", rule.EventSourceURLInvalid, Stopped, app,
			corsim.EventSource{URL: "https://"}, ok, "threw SyntaxError"},
		{"a URL with a host", rule.EventSourceURLInvalid, Unreached, app,
			corsim.EventSource{URL: "https://app.example/events"}, events, ""},
		{"an event stream that is not found", rule.EventSourceStatus, Stopped, app,
			corsim.EventSource{URL: "/"}, turns(says(404)), "blocked"},
		{"an event stream that is found", rule.EventSourceStatus, Unreached, app,
			corsim.EventSource{URL: "/"}, events, ""},
		{"an event stream in plain text", rule.EventSourceContentType, Stopped, app,
			corsim.EventSource{URL: "/"}, turns(says(200, "Content-Type", "text/plain")), "blocked"},
		{"an event stream that says what it is", rule.EventSourceContentType, Unreached, app,
			corsim.EventSource{URL: "/"}, events, ""},
	}
}
