package fetch_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
)

// TestCORSOfStoredResponses asks for an answer that was stored for a request without CORS.
func TestCORSOfStoredResponses(t *testing.T) {
	const api = "https://api.example/"
	opaque := fetch.Init{URL: api, Mode: "no-cors"}
	tests := []struct {
		about   string
		answers []fetch.Answer
		want    string
	}{
		{"without CORS headers", []fetch.Answer{minute, shared(200)}, "opaque(GET), blocked"},
		{"with them", []fetch.Answer{shared(200, "Cache-Control", "max-age=60")}, "opaque(GET), 1"},
		{"by Origin", []fetch.Answer{answer(200, "Cache-Control", "max-age=60", "Vary", "Origin"), shared(200)}, "opaque(GET), 2(GET)"},
		{"a 304 brings them", []fetch.Answer{tagged, shared(304)}, "opaque(GET), 1(GET tag e)"},
	}
	for _, test := range tests {
		if got := cached(engine.Standard, document(appURL), again(opaque, fetch.Init{URL: api}), test.answers...); got != test.want {
			t.Errorf("%s: %s, want %s", test.about, got, test.want)
		}
	}
}

func TestValidationUpdatesHeaders(t *testing.T) {
	agent := new(fetch.UserAgent)
	first := answer(200, "ETag", "e", "X-A", "1", "X-A", "2", "X-B", "b", "Content-Type", "text/plain")
	fetchedBy(agent, document(appURL), get, first)
	record := fetchedBy(agent, document(appURL), get, answer(304, "x-a", "3", "Content-Type", "text/html", "X-C", "c", "ETag", "f"))
	var got []string
	for _, field := range record.Response.Header() {
		got = append(got, field.Name+"="+field.Value)
	}
	if want := "content-type=text/plain etag=e x-a=3 x-b=b x-c=c"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if got := first.Header[1].Value; got != "1" {
		t.Errorf("the server's own answer has become %v", first.Header)
	}
}

func TestStoredRedirects(t *testing.T) {
	for cache, want := range map[string]string{"max-age=60": "3", "no-store": "4"} {
		agent, exchanges := new(fetch.UserAgent), 0
		server := fetch.ServerFunc(func(request *fetch.HTTPRequest) fetch.Answer {
			exchanges++
			if request.URL.Pathname() == "/" {
				return hop(302, "/b", "Cache-Control", cache)
			}
			return answer(200)
		})
		for range 2 {
			record := new(fetch.Record)
			agent.Fetch(document(appURL), server, &get, record)
			if got := record.Response.URL; got != "https://app.example/b" {
				t.Errorf("%s: ended at %s", cache, got)
			}
		}
		if got := strconv.Itoa(exchanges); got != want {
			t.Errorf("%s: %s exchanges, want %s", cache, got, want)
		}
	}
}

func TestAnswerToTheRightPasswordIsStored(t *testing.T) {
	agent := new(fetch.UserAgent)
	unauthorized := answer(401)
	for i, want := range []int{2, 0} {
		record := new(fetch.Record)
		agent.XHR(document(appURL), inTurn(unauthorized, minute), fetch.XHR{URL: "https://me:pw@app.example/"}, record)
		if got := len(record.Exchanges); got != want {
			t.Errorf("request %d: %d exchanges, want %d", i+1, got, want)
		}
	}
}

func TestManyStoredResponses(t *testing.T) {
	agent := new(fetch.UserAgent)
	ask := func(n int, server fetch.Answer) string {
		return summary(fetchedBy(agent, document(appURL), fetch.Init{URL: "/" + strconv.Itoa(n)}, server))
	}
	for n := range 5000 {
		ask(n, answer(200, "Cache-Control", "no-store"))
	}
	if got := ask(7000, answer(200)); got != "readable main-fetch/same-origin" {
		t.Errorf("what is not stored fills the cache: %s", got)
	}
	for n := range 5000 {
		ask(n, minute)
	}
	// What was left out for want of room may be there in a browser.
	if got := ask(4999, answer(200)); got != "undetermined not-modelled/http-cache" {
		t.Errorf("an answer that was left out: %s", got)
	}
	if got := ask(1, answer(200)); got != "readable main-fetch/same-origin" {
		t.Errorf("an answer that is stored: %s", got)
	}
}
