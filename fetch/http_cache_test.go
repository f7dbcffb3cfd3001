package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
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
