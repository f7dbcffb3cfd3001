package fetch_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

const mayBeCached = "undetermined not-modelled/http-cache"

func TestAnswersThatMayBeCached(t *testing.T) {
	tests := []struct {
		name   string
		header []string
		want   bool
	}{
		{"nothing is said", nil, false},
		{"a minute", []string{"Cache-Control", "max-age=60"}, true},
		{"among others, in any case", []string{"Cache-Control", "public,\tMAX-AGE=60 , immutable"}, true},
		{"in quotes", []string{"Cache-Control", `max-age="60"`}, true},
		{"no time at all", []string{"Cache-Control", "max-age=0"}, false},
		{"not to be stored", []string{"Cache-Control", "max-age=60, no-store"}, false},
		{"to be validated", []string{"Cache-Control", "max-age=60", "Cache-Control", "no-cache"}, false},
		{"a date", []string{"Expires", "Thu, 01 Jan 2099 00:00:00 GMT"}, true},
		{"a date that does not count", []string{"Expires", "Thu, 01 Jan 2099 00:00:00 GMT", "Cache-Control", "max-age=0"}, false},
	}
	for _, test := range tests {
		agent := new(fetch.UserAgent)
		fetchedBy(agent, document(appURL), fetch.Init{URL: "/"}, answer(200, test.header...))
		second := fetchedBy(agent, document(appURL), fetch.Init{URL: "/#f"}, answer(200))
		if got := summary(second) == mayBeCached; got != test.want {
			t.Errorf("%s: %s", test.name, summary(second))
		}
	}
}

func TestRequestsThatTheCacheMayAnswer(t *testing.T) {
	const url = "https://app.example/x"
	app, embedded := document(appURL), document(appURL)
	embedded.TopLevelOrigin = origin.MustParseOrigin("https://top.example")
	tests := []struct {
		name   string
		client *fetch.Environment
		init   fetch.Init
		want   string
	}{
		{"the same", app, fetch.Init{URL: url}, mayBeCached},
		{"even if it is stale", app, fetch.Init{URL: url, Cache: "force-cache"}, mayBeCached},
		{"from the cache alone", app, fetch.Init{URL: url, Mode: "same-origin", Cache: "only-if-cached"}, mayBeCached},
		{"what is not there", app, fetch.Init{URL: "/y", Mode: "same-origin", Cache: "only-if-cached"}, "blocked TypeError cache/only-if-cached"},
		{"past the cache", app, fetch.Init{URL: url, Cache: "no-store"}, "readable main-fetch/same-origin"},
		{"over it", app, fetch.Init{URL: url, Cache: "reload"}, "readable main-fetch/same-origin"},
		{"with a condition of its own", app, fetch.Init{URL: url, Header: headerList("If-Modified-Since", "x")}, "readable main-fetch/same-origin"},
		{"another method", app, fetch.Init{URL: url, Method: "POST"}, "readable main-fetch/same-origin"},
		{"another query", app, fetch.Init{URL: url + "?"}, "readable main-fetch/same-origin"},
		{"another page of the site", document("https://www.app.example/"), fetch.Init{URL: url, Mode: "no-cors"}, mayBeCached},
		{"under another top-level site", embedded, fetch.Init{URL: url}, "readable main-fetch/same-origin"},
	}
	for _, test := range tests {
		agent := new(fetch.UserAgent)
		fetchedBy(agent, app, fetch.Init{URL: url}, answer(200, "Cache-Control", "max-age=60"))
		if got := summary(fetchedBy(agent, test.client, test.init, answer(200))); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestWhatIsNotStored(t *testing.T) {
	fresh := []string{"Cache-Control", "max-age=60"}
	for name, first := range map[string]fetch.Init{
		"the answer to a POST":            {URL: "/", Method: "POST"},
		"the answer in mode no-store":     {URL: "/", Cache: "no-store"},
		"the answer to a conditional GET": {URL: "/", Header: headerList("If-None-Match", "x")},
	} {
		agent := new(fetch.UserAgent)
		fetchedBy(agent, document(appURL), first, answer(200, fresh...))
		if got := summary(fetchedBy(agent, document(appURL), fetch.Init{URL: "/"}, answer(200))); got == mayBeCached {
			t.Errorf("%s is taken for stored", name)
		}
	}
}

func TestConditionsLeaveTheCacheOut(t *testing.T) {
	for _, name := range []string{"If-Modified-Since", "if-none-match", "If-Unmodified-Since", "If-Match", "If-Range"} {
		agent := new(fetch.UserAgent)
		fetchedBy(agent, document(appURL), fetch.Init{URL: "/"}, answer(200, "Cache-Control", "max-age=60"))
		record := fetchedBy(agent, document(appURL), fetch.Init{URL: "/", Header: headerList(name, "x")}, answer(304))
		if got := summary(record) + ", " + sent(record, "Cache-Control"); got != "readable main-fetch/same-origin, no-cache" {
			t.Errorf("%s: %s", name, got)
		}
	}
	// Whoever names a cache mode keeps it.
	init := fetch.Init{URL: "/", Cache: "force-cache", Header: headerList("If-Match", "x")}
	if got := sent(fetched(init, answer(200)), "Cache-Control"); got != "-" {
		t.Errorf("force-cache: Cache-Control %s", got)
	}
}

// TestCacheModesThatTakeWhatIsStale asks for an answer that is stored but not fresh.
func TestCacheModesThatTakeWhatIsStale(t *testing.T) {
	const readable = "readable main-fetch/same-origin"
	tests := []struct {
		cache  policy.Cache
		header []string
		want   string
	}{
		{"default", nil, readable},
		{"no-cache", nil, readable},
		{"force-cache", nil, mayBeCached},
		{"only-if-cached", nil, mayBeCached},
		{"force-cache", []string{"Cache-Control", "no-cache"}, mayBeCached},
		{"force-cache", []string{"Cache-Control", "no-store"}, readable},
		{"only-if-cached", []string{"Cache-Control", "no-store"}, "blocked TypeError cache/only-if-cached"},
	}
	for _, test := range tests {
		agent := new(fetch.UserAgent)
		fetchedBy(agent, document(appURL), fetch.Init{URL: "/"}, answer(200, test.header...))
		if got := summary(fetchedBy(agent, document(appURL), fetch.Init{URL: "/", Cache: test.cache, Mode: "same-origin"}, answer(200))); got != test.want {
			t.Errorf("%s after %v: %s, want %s", test.cache, test.header, got, test.want)
		}
	}
}

// TestSequencesOfRequestsAndTheCache makes several requests for one URL, and asks whether the cache might answer the
// last.
func TestSequencesOfRequestsAndTheCache(t *testing.T) {
	type step struct {
		init   fetch.Init
		answer fetch.Answer
	}
	fresh := answer(200, "Cache-Control", "max-age=60")
	get, head := fetch.Init{URL: "/"}, fetch.Init{URL: "/", Method: "HEAD"}
	post := fetch.Init{URL: "/", Method: "POST"}
	tests := []struct {
		name  string
		steps []step
		after time.Duration
		last  fetch.Init
		want  bool
	}{
		{"GET", []step{{get, fresh}}, 0, get, true},
		{"a GET answers HEAD", []step{{get, fresh}}, 0, head, true},
		{"a HEAD answers nothing", []step{{head, fresh}}, 0, get, false},
		{"until it is stale", []step{{get, fresh}}, time.Minute, get, false},
		{"a second before", []step{{get, fresh}}, 59 * time.Second, get, true},
		{"a newer answer counts", []step{{get, fresh}, {fetch.Init{URL: "/", Cache: "reload"}, answer(200)}}, 0, get, false},
		{"unless it is not stored", []step{{get, fresh}, {fetch.Init{URL: "/", Cache: "no-store"}, answer(200)}}, 0, get, true},
		{"POST makes it forgotten", []step{{get, fresh}, {post, answer(204)}}, 0, get, false},
		{"also if it redirects", []step{{get, fresh}, {post, answer(303)}}, 0, get, false},
		{"but not if it fails", []step{{get, fresh}, {post, answer(500)}}, 0, get, true},
		{"nor elsewhere", []step{{get, fresh}, {fetch.Init{URL: "/b", Method: "POST"}, answer(204)}}, 0, get, true},
		{"OPTIONS changes nothing", []step{{get, fresh}, {fetch.Init{URL: "/", Method: "OPTIONS"}, answer(204)}}, 0, get, true},
		{"two URLs", []step{{get, fresh}, {fetch.Init{URL: "/b"}, answer(200)}}, 0, get, true},
		{"an answer that says when it was changed", []step{{get, answer(200, "Last-Modified", "Wed, 01 Jan 2020 00:00:00 GMT")}}, 1000 * time.Hour, get, true},
		{"an answer that expired at once", []step{{get, answer(200, "Expires", "0")}}, 0, get, false},
	}
	for _, test := range tests {
		agent := new(fetch.UserAgent)
		for _, step := range test.steps {
			fetchedBy(agent, document(appURL), step.init, step.answer)
		}
		agent.Now += test.after
		got := summary(fetchedBy(agent, document(appURL), test.last, answer(200)))
		if (got == mayBeCached) != test.want {
			t.Errorf("%s: %s", test.name, got)
		}
	}
}

func TestAnswerToTheRightPasswordMayBeCached(t *testing.T) {
	agent := new(fetch.UserAgent)
	unauthorized := answer(401, "Cache-Control", "max-age=60")
	for i, want := range []string{"readable main-fetch/same-origin", mayBeCached} {
		record := new(fetch.Record)
		agent.XHR(document(appURL), inTurn(unauthorized, answer(200, "Cache-Control", "max-age=60")), fetch.XHR{URL: "https://me:pw@app.example/"}, record)
		if got := summary(record); got != want {
			t.Errorf("request %d: %s, want %s", i+1, got, want)
		}
	}
}

func TestManyAnswersMayBeCached(t *testing.T) {
	agent := new(fetch.UserAgent)
	ask := func(n int, server fetch.Answer) string {
		return summary(fetchedBy(agent, document(appURL), fetch.Init{URL: "/" + strconv.Itoa(n)}, server))
	}
	for n := range 5000 {
		ask(n, answer(200))
	}
	if got := ask(1, answer(200)); got == mayBeCached {
		t.Error("an answer that is not fresh may be cached")
	}
	// What is forgotten for want of room may be anything.
	ask(6000, answer(200, "Cache-Control", "max-age=60"))
	if got := ask(7000, answer(200)); got != mayBeCached {
		t.Errorf("an answer that was forgotten is not in the cache: %s", got)
	}
}
