package fetch_test

import (
	"reflect"
	"testing"

	"github.com/corsim/corsim/fetch"
)

// listened is what comes of an EventSource in a new browser, on the page at appURL.
func listened(e fetch.EventSource, answers ...fetch.Answer) *fetch.Record {
	record := new(fetch.Record)
	new(fetch.UserAgent).EventSource(document(appURL), inTurn(answers...), e, record)
	return record
}

func TestEventSourceOutcome(t *testing.T) {
	const api = "https://api.example/"
	stream := shared(200, "Content-Type", "text/event-stream")
	tests := []struct {
		name   string
		source fetch.EventSource
		answer fetch.Answer
		want   string
	}{
		{"at home", fetch.EventSource{URL: "/"}, stream, "readable main-fetch/same-origin"},
		{"with CORS", fetch.EventSource{URL: api}, stream, "readable cors-check/wildcard"},
		{"the type may have parameters", fetch.EventSource{URL: "/"}, answer(200, "Content-Type", "Text/Event-Stream; charset=a"), "readable main-fetch/same-origin"},
		{"without CORS", fetch.EventSource{URL: api}, answer(200, "Content-Type", "text/event-stream"), "blocked cors-check/allow-origin-missing"},
		{"with credentials", fetch.EventSource{URL: api, WithCredentials: true}, stream, "blocked cors-check/wildcard-with-credentials"},
		{"with a custom header no CORS-preflight", fetch.EventSource{URL: api, LastEventID: "7"}, stream, "readable cors-check/wildcard"},
		{"no URL", fetch.EventSource{URL: "https://"}, stream, "threw SyntaxError event-source/url-invalid"},
		{"204 ends it", fetch.EventSource{URL: "/"}, answer(204, "Content-Type", "text/event-stream"), "blocked event-source/status"},
		{"so does 500", fetch.EventSource{URL: "/"}, answer(500, "Content-Type", "text/event-stream"), "blocked event-source/status"},
		{"another type", fetch.EventSource{URL: "/"}, answer(200, "Content-Type", "text/html"), "blocked event-source/content-type"},
		{"no type", fetch.EventSource{URL: "/"}, answer(200), "blocked event-source/content-type"},
		{"a data: URL", fetch.EventSource{URL: "data:text/event-stream,data:a"}, stream, "readable main-fetch/data-url"},
	}
	for _, test := range tests {
		record := listened(test.source, test.answer)
		if got := summary(record); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if record.Outcome == fetch.Blocked && !reflect.DeepEqual(record.Response, fetch.Response{}) {
			t.Errorf("%s: script sees %+v", test.name, record.Response)
		}
		for i := range record.Exchanges {
			if record.Exchanges[i].Preflight {
				t.Errorf("%s: asked first", test.name)
			}
		}
	}
}

func TestEventSourceSends(t *testing.T) {
	record := listened(fetch.EventSource{URL: "https://api.example/", LastEventID: "7"}, shared(200))
	for name, want := range map[string]string{
		"Accept": "text/event-stream", "Last-Event-ID": "7", "Cache-Control": "no-cache", "Pragma": "no-cache",
		"Origin": "https://app.example", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty",
	} {
		if got := sent(record, name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if got := sent(listened(fetch.EventSource{URL: "/"}, shared(200)), "Last-Event-ID"); got != "-" {
		t.Errorf("a new stream says where it was: %s", got)
	}
}

func TestEventSourceUsesThePasswordOfItsURL(t *testing.T) {
	record := listened(fetch.EventSource{URL: "https://me:pw@app.example/"}, answer(401), answer(200, "Content-Type", "text/event-stream"))
	if got := summary(record) + ": " + sent(record, "Authorization"); got != "readable main-fetch/same-origin: - Basic bWU6cHc=" {
		t.Error(got)
	}
}
