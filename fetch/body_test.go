package fetch_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/fetch"
)

// TestBodyThatTheInterfaceDoesNotTake passes objects to the one interface that does not know them, which makes strings
// of them.
func TestBodyThatTheInterfaceDoesNotTake(t *testing.T) {
	const text = "text/plain;charset=UTF-8"
	tests := []struct {
		kind       fetch.BodyKind
		fetch, xhr string // Content-Type and Content-Length
	}{
		{fetch.StringBody, text + " 9", text + " 9"},
		{fetch.BlobBody, "- 9", "- 9"},
		{fetch.StreamBody, "- -", text + " 23"},
		{fetch.HTMLDocumentBody, text + " 21", "text/html;charset=UTF-8 9"},
		{fetch.XMLDocumentBody, text + " 20", "application/xml;charset=UTF-8 9"},
	}
	for _, test := range tests {
		body := &fetch.Body{Kind: test.kind, Size: 9}
		record := fetched(fetch.Init{URL: "/", Method: "POST", Body: body, Duplex: "half"}, answer(200))
		if got := sent(record, "Content-Type") + " " + sent(record, "Content-Length"); got != test.fetch {
			t.Errorf("kind %d with fetch(): %s, want %s", test.kind, got, test.fetch)
		}
		record = asked(fetch.XHR{URL: "/", Method: "POST", Body: body}, answer(200))
		if got := sent(record, "Content-Type") + " " + sent(record, "Content-Length"); got != test.xhr {
			t.Errorf("kind %d with XMLHttpRequest: %s, want %s", test.kind, got, test.xhr)
		}
	}
	// What is sent is the name of the object's interface.
	record := asked(fetch.XHR{URL: "/", Method: "POST", Body: &fetch.Body{Kind: fetch.StreamBody}}, answer(200))
	if got := string(record.Exchanges[0].Request.Body.Bytes); got != "[object ReadableStream]" {
		t.Errorf("a stream becomes %q", got)
	}
}

func TestBodyOfAKeepaliveRequest(t *testing.T) {
	tests := []struct {
		name string
		body fetch.Body
		want string
	}{
		{"64 KiB", fetch.Body{Size: 64 << 10}, "readable main-fetch/same-origin"},
		{"a byte more", fetch.Body{Bytes: []byte(strings.Repeat("a", 64<<10+1))}, "blocked TypeError keepalive/limit"},
		{"a byte more of FormData, whose length is open", fetch.Body{Kind: fetch.FormDataBody, Size: 64<<10 + 1}, "readable main-fetch/same-origin"},
	}
	for _, test := range tests {
		record := fetched(fetch.Init{URL: "/", Method: "POST", Keepalive: true, Body: &test.body}, answer(200))
		if got := summary(record); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
