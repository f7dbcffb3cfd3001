package fetch

import (
	"strconv"

	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// EventSource opens an event stream, and records what comes of it. No header of an EventSource makes it need a
// CORS-preflight, because its unsafe-request flag is unset.
//
// https://html.spec.whatwg.org/multipage/server-sent-events.html#the-eventsource-interface
func (a *UserAgent) EventSource(client *Environment, server Server, e EventSource, record *Record) {
	var f fetching
	f.agent, f.client, f.server, f.record = a, client, server, record
	// The URL must parse.
	url, err := f.parse(client.APIBaseURL(), e.URL)
	if err != nil {
		f.throw("SyntaxError", rule.Stop(rule.EventSourceURLInvalid, e.URL, err.Error()))
		return
	}
	// It is a potential-CORS request that always asks for CORS.
	f.begin(url)
	f.referFromDocument()
	f.method = "GET"
	f.mode = policy.ModeCORS
	f.useURLCredentials = true
	if e.WithCredentials {
		f.credentials = policy.CredentialsInclude
	}
	f.header = record.newHeader(2)
	f.header.Append("Accept", "text/event-stream")
	// The cache has no part in it.
	f.cache = policy.CacheNoStore
	// A stream that reconnects says where it was.
	if e.LastEventID != "" {
		f.header.Append("Last-Event-ID", e.LastEventID)
	}
	f.run()
	if record.Outcome == Readable && !f.announce() {
		// What fails the connection is not seen by script.
		record.Response = Response{}
	}
}

// announce holds the answer against what an event stream must be, and reports whether it is one.
//
// https://html.spec.whatwg.org/multipage/server-sent-events.html#dom-eventsource step 15.3
func (f *fetching) announce() bool {
	response := &f.record.Response
	// The status must be 200.
	if response.Status != 200 {
		f.record.stop(Blocked, "", rule.Stop(rule.EventSourceStatus, strconv.Itoa(response.Status), "200"))
		return false
	}
	// The MIME type must be that of event streams.
	if mimeType, ok := response.internal.Header.MIMEType(); !ok || mimeType.Essence() != "text/event-stream" {
		value, _ := response.internal.Header.Get("Content-Type")
		f.record.stop(Blocked, "", rule.Stop(rule.EventSourceContentType, value, "text/event-stream"))
		return false
	}
	return true
}
