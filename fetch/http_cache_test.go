package fetch_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A cacheStep is a request, some time after the one before.
type cacheStep struct {
	init  fetch.Init
	after time.Duration
}

// conditionsSent are the conditions of a request, in short.
func conditionsSent(request *fetch.HTTPRequest) string {
	var sent strings.Builder
	for _, field := range request.Header {
		switch header.Lower(field.Name) {
		case "if-none-match":
			sent.WriteString(" tag " + field.Value)
		case "if-modified-since":
			sent.WriteString(" date")
		case "range":
			sent.WriteString(" range " + field.Value)
		case "cache-control":
			sent.WriteString(" " + field.Value)
		}
	}
	return sent.String()
}

// cached makes the requests one after another and tells for each what the page got, the body or the outcome, and in
// parentheses what went to the server. The answers have the bodies 1, 2 and so on; the last is repeated.
func cached(profile engine.Profile, client *fetch.Environment, steps []cacheStep, answers ...fetch.Answer) string {
	agent := &fetch.UserAgent{Profile: profile}
	asked := 0
	server := fetch.ServerFunc(func(request *fetch.HTTPRequest) fetch.Answer {
		if request.Header.Contains("Access-Control-Request-Method") {
			return credentialed(204, "Access-Control-Allow-Methods", "PUT, DELETE", "Access-Control-Allow-Headers", "*")
		}
		answer := answers[min(asked, len(answers)-1)]
		asked++
		if answer.Status != 304 && answer.Body == nil {
			answer.Body = []byte(strconv.Itoa(asked))
		}
		return answer
	})
	var told []string
	for _, step := range steps {
		agent.Now += step.after
		record := new(fetch.Record)
		agent.Fetch(client, server, &step.init, record)
		got := record.Outcome.String()
		if record.Outcome == fetch.Readable {
			got = string(record.Response.Body())
			if record.Response.Status != 200 {
				got = strconv.Itoa(record.Response.Status) + ":" + got
			}
		}
		for i := range record.Exchanges {
			if x := &record.Exchanges[i]; !x.Preflight {
				got += "(" + x.Request.Method + conditionsSent(&x.Request) + ")"
			}
		}
		told = append(told, got)
	}
	return strings.Join(told, ", ")
}

// again is a list of requests without time between them.
func again(inits ...fetch.Init) []cacheStep {
	var steps []cacheStep
	for _, init := range inits {
		steps = append(steps, cacheStep{init: init})
	}
	return steps
}

// inMode is a GET in a cache mode.
func inMode(mode policy.Cache) fetch.Init {
	init := fetch.Init{URL: "/", Cache: mode}
	if mode == policy.CacheOnlyIfCached {
		init.Mode = policy.ModeSameOrigin
	}
	return init
}

var (
	get, post, head = fetch.Init{URL: "/"}, fetch.Init{URL: "/", Method: "POST"}, fetch.Init{URL: "/", Method: "HEAD"}

	minute    = answer(200, "Cache-Control", "max-age=60")
	tagged    = answer(200, "Cache-Control", "max-age=0", "ETag", "e")
	unchanged = answer(304)
)

func TestHTTPCache(t *testing.T) {
	with := func(namesAndValues ...string) fetch.Init {
		return fetch.Init{URL: "/", Header: headerList(namesAndValues...)}
	}
	varied := answer(200, "Cache-Control", "max-age=60", "Vary", "x-a", "ETag", "e")
	tests := []struct {
		about   string
		steps   []cacheStep
		answers []fetch.Answer
		want    string
	}{
		{"fresh", again(get, get), []fetch.Answer{minute}, "1(GET), 1"},
		{"nothing is said", again(get, get), []fetch.Answer{answer(200)}, "1(GET), 2(GET)"},
		{"not to be stored", again(get, get, inMode("force-cache")), []fetch.Answer{answer(200, "Cache-Control", "max-age=60, no-store")}, "1(GET), 2(GET), 3(GET)"},
		{"a second before", []cacheStep{{init: get}, {get, 59 * time.Second}}, []fetch.Answer{minute}, "1(GET), 1"},
		{"until it is stale", []cacheStep{{init: get}, {get, time.Minute}}, []fetch.Answer{minute}, "1(GET), 2(GET)"},
		{"until a guess is over", []cacheStep{{init: get}, {get, 23 * time.Hour}, {get, time.Hour}}, []fetch.Answer{answer(200, "Last-Modified", "Mon, 22 Dec 2025 00:00:00 GMT")}, "1(GET), 1, 2(GET date)"},
		{"another query", again(get, fetch.Init{URL: "/?"}), []fetch.Answer{minute}, "1(GET), 2(GET)"},
		{"another fragment", again(get, fetch.Init{URL: "/#f"}), []fetch.Answer{minute}, "1(GET), 1"},

		{"mode no-store", again(get, inMode("no-store"), get), []fetch.Answer{minute}, "1(GET), 2(GET no-cache), 1"},
		{"mode no-store, first", again(inMode("no-store"), get), []fetch.Answer{minute}, "1(GET no-cache), 2(GET)"},
		{"mode reload", again(get, inMode("reload"), get), []fetch.Answer{minute}, "1(GET), 2(GET no-cache), 2"},
		{"mode no-cache", again(get, inMode("no-cache"), get), []fetch.Answer{minute}, "1(GET), 2(GET max-age=0), 2"},
		{"mode force-cache", again(get, inMode("force-cache"), get), []fetch.Answer{answer(200)}, "1(GET), 1, 2(GET)"},
		{"mode force-cache without anything", again(inMode("force-cache")), []fetch.Answer{minute}, "1(GET)"},
		{"mode only-if-cached", again(get, inMode("only-if-cached")), []fetch.Answer{answer(200)}, "1(GET), 1"},
		{"mode only-if-cached without anything", again(inMode("only-if-cached")), []fetch.Answer{minute}, "blocked"},

		{"validated", again(get, get, get), []fetch.Answer{tagged, unchanged}, "1(GET), 1(GET tag e), 1(GET tag e)"},
		{"validated, and fresh again", again(get, get, get), []fetch.Answer{tagged, answer(304, "Cache-Control", "max-age=60")}, "1(GET), 1(GET tag e), 1"},
		{"validated, and no longer to be kept", again(get, get, get), []fetch.Answer{tagged, answer(304, "Cache-Control", "no-store"), minute}, "1(GET), 1(GET tag e), 3(GET)"},
		{"changed", again(get, get, get), []fetch.Answer{tagged, minute}, "1(GET), 2(GET tag e), 2"},
		{"by date", again(get, get), []fetch.Answer{answer(200, "Last-Modified", "x"), unchanged}, "1(GET), 1(GET date)"},
		{"an empty tag is none", again(get, get), []fetch.Answer{answer(200, "ETag", ""), unchanged}, "1(GET), 1(GET)"},
		{"without a validator", again(get, get), []fetch.Answer{answer(200), unchanged}, "1(GET), 1(GET)"},
		{"a server error", again(get, get, get), []fetch.Answer{tagged, answer(500), minute}, "1(GET), 500:2(GET tag e), 3(GET)"},
		{"304 without being asked", again(get, inMode("reload")), []fetch.Answer{tagged, unchanged}, "1(GET), 304:(GET no-cache)"},
		{"behind the page's back", again(get, get, get), []fetch.Answer{answer(200, "Cache-Control", "max-age=0, stale-while-revalidate=60", "ETag", "e"), minute}, "1(GET), 1(GET tag e), 2"},
		{"behind the page's back, the same", again(get, get, get), []fetch.Answer{answer(200, "Cache-Control", "max-age=0, stale-while-revalidate=60", "ETag", "e"), answer(304, "Cache-Control", "max-age=60")}, "1(GET), 1(GET tag e), 1"},

		{"Vary, the same", again(with("X-A", "1"), with("X-A", "1")), []fetch.Answer{varied}, "1(GET), 1"},
		{"Vary, another", again(with("X-A", "1"), with("X-A", "2"), with("X-A", "2")), []fetch.Answer{varied}, "1(GET), 2(GET), 2"},
		{"Vary: Cookie", again(get, get, get), []fetch.Answer{answer(200, "Cache-Control", "max-age=60", "Vary", "Cookie", "Set-Cookie", "a=1")}, "1(GET), 2(GET), 2"},
		{"Vary: *", again(get, get), []fetch.Answer{answer(200, "Cache-Control", "max-age=60", "Vary", "*")}, "1(GET), 2(GET)"},

		{"the author asks for a new one", again(get, with("Cache-Control", "no-cache"), get), []fetch.Answer{answer(200, "Cache-Control", "max-age=60", "ETag", "e"), unchanged}, "1(GET), 1(GET no-cache tag e), 1"},
		{"or for one that is new enough", []cacheStep{{init: get}, {with("Cache-Control", "max-age=10"), 9 * time.Second}, {with("Cache-Control", "max-age=10"), time.Second}}, []fetch.Answer{minute}, "1(GET), 1, 2(GET max-age=10)"},
		{"or for what nobody is sure of", again(get, with("Cache-Control", "max-stale")), []fetch.Answer{minute}, "1(GET), undetermined"},
		{"a condition of the author's", again(get, with("If-None-Match", "a"), get), []fetch.Answer{minute}, "1(GET), 2(GET tag a no-cache), 1"},

		{"HEAD from GET", again(get, head), []fetch.Answer{minute}, "1(GET), "},
		{"not GET from HEAD", again(head, get), []fetch.Answer{minute}, "(HEAD), 2(GET)"},
		{"POST", again(get, post, get), []fetch.Answer{minute}, "1(GET), 2(POST), 3(GET)"},
		{"POST that redirects", again(get, post, get), []fetch.Answer{minute, answer(303), minute}, "1(GET), 303:2(POST), 3(GET)"},
		{"POST that fails", again(get, post, get), []fetch.Answer{minute, answer(500)}, "1(GET), 500:2(POST), 1"},
		{"POST elsewhere", again(get, fetch.Init{URL: "/b", Method: "POST"}, get), []fetch.Answer{minute}, "1(GET), 2(POST), 1"},
		{"POST is not answered", again(post, post, get), []fetch.Answer{minute}, "1(POST), 2(POST), 3(GET)"},
		{"OPTIONS changes nothing", again(get, fetch.Init{URL: "/", Method: "OPTIONS"}, get), []fetch.Answer{minute}, "1(GET), 2(OPTIONS), 1"},

		{"a part is not the whole", again(with("Range", "bytes=0-1"), get), []fetch.Answer{answer(206, "Cache-Control", "max-age=60"), minute}, "206:1(GET range bytes=0-1), 2(GET)"},
		{"a part after a change", again(with("Range", "bytes=0-1"), post, with("Range", "bytes=0-1")),
			[]fetch.Answer{answer(206, "Cache-Control", "max-age=60"), answer(200), answer(200)}, "206:1(GET range bytes=0-1), 2(POST), 3(GET range bytes=0-1)"},
		{"a part again", again(with("Range", "bytes=0-1"), with("Range", "bytes=0-1")), []fetch.Answer{answer(206, "Cache-Control", "max-age=60")}, "206:1(GET range bytes=0-1), undetermined"},
		{"a part of the whole", again(get, with("Range", "bytes=0-1")), []fetch.Answer{minute}, "1(GET), 2(GET range bytes=0-1)"},
	}
	for _, test := range tests {
		if got := cached(engine.Standard, document(appURL), test.steps, test.answers...); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.about, got, test.want)
		}
	}
}

// TestHTTPCacheOfEngines takes a fact from the engines that have it, and compares.
func TestHTTPCacheOfEngines(t *testing.T) {
	const api = "https://api.example/"
	with := func(url string, namesAndValues ...string) fetch.Init {
		return fetch.Init{URL: url, Header: headerList(namesAndValues...)}
	}
	include := fetch.Init{URL: api, Credentials: "include"}
	sandboxed := document(appURL)
	sandboxed.Origin = new(origin.Mint).Opaque()
	credentialless := document(appURL)
	credentialless.EmbedderPolicy = policy.EmbedderCredentialless
	kept := answer(200, "Cache-Control", "max-age=60", "ETag", "e")
	tests := []struct {
		fact    engine.Fact
		client  *fetch.Environment
		steps   []cacheStep
		answers []fetch.Answer
		with    string
		without string
	}{
		{engine.CacheNotForOpaqueOrigin, sandboxed, again(fetch.Init{URL: api}, fetch.Init{URL: api}), []fetch.Answer{shared(200, "Cache-Control", "max-age=60")},
			"1(GET), 2(GET)", "1(GET), 1"},
		{engine.CacheByCredentials, nil, again(include, fetch.Init{URL: api}, include), []fetch.Answer{credentialed(200, "Cache-Control", "max-age=60")},
			"1(GET), 2(GET), 1", "1(GET), 1, 1"},
		{engine.CacheByMethod, nil, again(get, head, head), []fetch.Answer{minute}, "1(GET), (HEAD), ", "1(GET), , "},
		{engine.CacheNotForHEAD, nil, again(get, head, get), []fetch.Answer{minute}, "1(GET), (HEAD), 3(GET)", "1(GET), , 1"},
		{engine.CacheOnlyIfCachedAsks, nil, again(inMode("only-if-cached")), []fetch.Answer{minute}, "1(GET)", "blocked"},
		{engine.CacheConditionValidates, nil, again(get, with("/", "If-None-Match", "a"), get), []fetch.Answer{minute},
			"1(GET), 2(GET tag a max-age=0), 2", "1(GET), 2(GET tag a no-cache), 1"},
		{engine.CacheConditionAsks, nil, again(get, fetch.Init{URL: "/", Cache: "force-cache", Header: headerList("If-Match", "a")}), []fetch.Answer{minute},
			"1(GET), 2(GET)", "1(GET), 1"},
		{engine.CacheNoCacheReloads, nil, again(get, with("/", "Cache-Control", "no-cache")), []fetch.Answer{kept},
			"1(GET), 2(GET no-cache)", "1(GET), 2(GET no-cache tag e)"},
		{engine.CacheAuthorizationValidates, nil, again(get, with("/", "Authorization", "a")), []fetch.Answer{kept, unchanged},
			"1(GET), 1(GET tag e)", "1(GET), 1"},
		{engine.CacheVariantValidates, nil, again(get, with("/", "X-A", "1")), []fetch.Answer{answer(200, "Vary", "X-A", "ETag", "e", "Last-Modified", "x"), unchanged},
			"1(GET), 1(GET tag e)", "1(GET), 304:(GET)"},
		{engine.CacheUnaskedNotModified, nil, again(get, get), []fetch.Answer{answer(200, "Expires", "0", "Cache-Control", "stale-while-revalidate=0"), unchanged},
			"1(GET), 304:(GET)", "1(GET), 1(GET)"},
		{engine.CacheCORSFailureNotStored, nil, again(fetch.Init{URL: api}, fetch.Init{URL: api}), []fetch.Answer{minute, shared(200)},
			"blocked(GET), 2(GET)", "blocked(GET), blocked"},
		{engine.CacheServesRanges, nil, again(get, with("/", "Range", "bytes=0-0")), []fetch.Answer{minute}, "1(GET), 206:1", "1(GET), 2(GET range bytes=0-0)"},
		{engine.CacheForgetsAfterErrors, nil, again(get, post, get), []fetch.Answer{minute, answer(404), minute},
			"1(GET), 404:2(POST), 3(GET)", "1(GET), 404:2(POST), 1"},
		{engine.CacheNoStoreChangesNothing, nil, again(get, fetch.Init{URL: "/", Method: "POST", Cache: "no-store"}, get), []fetch.Answer{minute},
			"1(GET), 2(POST no-cache), 1", "1(GET), 2(POST no-cache), 3(GET)"},
		{engine.CacheStoresAnyStatus, nil, again(get, inMode("force-cache")), []fetch.Answer{answer(500)}, "500:1(GET), 500:1", "500:1(GET), 500:2(GET)"},
		{engine.CacheStoresWhatIsReusable, nil, again(get, inMode("force-cache")), []fetch.Answer{answer(200)}, "1(GET), 2(GET)", "1(GET), 1"},
		{engine.CacheNotUnauthorized, nil, again(get, get), []fetch.Answer{answer(416, "Cache-Control", "max-age=60")}, "416:1(GET), 416:2(GET)", "416:1(GET), 416:1"},
		{engine.CacheValidatesUnusualStatus, nil, again(get, get), []fetch.Answer{answer(404, "Cache-Control", "max-age=60")}, "404:1(GET), 404:2(GET)", "404:1(GET), 404:1"},
		{engine.CachePragmaInAnswer, nil, again(get, get), []fetch.Answer{answer(200, "Cache-Control", "max-age=60", "Pragma", "No-Cache")}, "1(GET), 2(GET)", "1(GET), 1"},
		{engine.CacheHeuristicFewStatuses, nil, again(get, get), []fetch.Answer{answer(404, "Last-Modified", "Wed, 01 Jan 2020 00:00:00 GMT")},
			"404:1(GET), 404:2(GET date)", "404:1(GET), 404:1"},
		{engine.CacheHeuristicWeek, nil, []cacheStep{{init: get}, {get, 8 * 24 * time.Hour}}, []fetch.Answer{answer(200, "Last-Modified", "Wed, 01 Jan 2020 00:00:00 GMT")},
			"1(GET), 2(GET date)", "1(GET), 1"},
		{engine.CacheForgetsAfterFewMethods, nil, again(get, fetch.Init{URL: "/", Method: "PURGE"}, get), []fetch.Answer{minute},
			"1(GET), 2(PURGE), 1", "1(GET), 2(PURGE), 3(GET)"},
		{engine.CacheRewritesRange, nil, again(with("/", "Range", "Bytes= 00-1")), []fetch.Answer{minute}, "1(GET range bytes=0-1)", "1(GET range Bytes= 00-1)"},
		{engine.CacheSaysRevalidating, nil, again(get, get), []fetch.Answer{answer(200, "Cache-Control", "stale-while-revalidate=60")},
			"1(GET), 1(GET max-age=0)", "1(GET), 1(GET)"},
		{engine.CacheReloadsCredentialless, credentialless, again(fetch.Init{URL: api, Mode: "no-cors"}), []fetch.Answer{answer(200)}, "opaque(GET no-cache)", "opaque(GET)"},
		{engine.CacheVariesByCookieJar, nil, again(get, get), []fetch.Answer{answer(200, "Cache-Control", "max-age=60", "Vary", "Cookie", "Set-Cookie", "a=1")},
			"1(GET), 1", "1(GET), 2(GET)"},
		{engine.CacheMovedForGood, nil, again(get, get), []fetch.Answer{answer(301)}, "301:1(GET), 301:1", "301:1(GET), 301:2(GET)"},
	}
	for _, test := range tests {
		client := test.client
		if client == nil {
			client = document(appURL)
		}
		if got := cached(engine.Standard.With(test.fact), client, test.steps, test.answers...); got != test.with {
			t.Errorf("%v:\ngot  %s\nwant %s", test.fact, got, test.with)
		}
		if got := cached(engine.Standard, client, test.steps, test.answers...); got != test.without {
			t.Errorf("without %v:\ngot  %s\nwant %s", test.fact, got, test.without)
		}
	}
}

func TestHTTPCachePartitions(t *testing.T) {
	const url = "https://api.example/x"
	top, framed := document(appURL), document("https://www.app.example/")
	framed.TopLevelOrigin = origin.MustParseOrigin("https://top.example")
	frame := document("https://frame.example/")
	frame.TopLevelOrigin = top.TopLevelOrigin
	tests := []struct {
		about   string
		profile engine.Profile
		client  *fetch.Environment
		want    int // exchanges of the second request
	}{
		{"the same page", engine.Standard, top, 0},
		{"another page of the site", engine.Standard, document("https://www.app.example/"), 0},
		{"under another top-level site", engine.Standard, framed, 1},
		{"a frame of another site", engine.Standard, frame, 0},
		{"a frame of another site, in an engine that tells them apart", engine.Standard.With(engine.CacheByFrameSite), frame, 1},
	}
	for _, test := range tests {
		agent := &fetch.UserAgent{Profile: test.profile}
		fetchedBy(agent, top, fetch.Init{URL: url}, shared(200, "Cache-Control", "max-age=60"))
		record := fetchedBy(agent, test.client, fetch.Init{URL: url}, shared(200))
		if got := len(record.Exchanges); got != test.want {
			t.Errorf("%s: %d exchanges, want %d", test.about, got, test.want)
		}
	}
}

func TestConditionsOfXHR(t *testing.T) {
	for profile, want := range map[engine.Profile]string{engine.Standard: "no-cache 1", engine.Standard.With(engine.CacheConditionOfXHR): "- 2"} {
		agent := &fetch.UserAgent{Profile: profile}
		first, second := minute, minute
		first.Body, second.Body = []byte("1"), []byte("2")
		server := inTurn(first, second)
		record := new(fetch.Record)
		agent.Fetch(document(appURL), server, &get, new(fetch.Record))
		agent.XHR(document(appURL), server, fetch.XHR{URL: "/", Header: headerList("If-None-Match", "a")}, record)
		last := new(fetch.Record)
		agent.Fetch(document(appURL), server, &get, last)
		if got := sent(record, "Cache-Control") + " " + string(last.Response.Body()); got != want {
			t.Errorf("%v: %s, want %s", profile, got, want)
		}
	}
}

func TestConditionsLeaveTheCacheOut(t *testing.T) {
	for _, name := range []string{"If-Modified-Since", "if-none-match", "If-Unmodified-Since", "If-Match", "If-Range"} {
		agent := new(fetch.UserAgent)
		fetchedBy(agent, document(appURL), get, minute)
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

func TestPreflightsSayTheCacheMode(t *testing.T) {
	reload := fetch.Init{URL: "https://api.example/", Method: "PUT", Cache: "reload"}
	conditional := fetch.Init{URL: "https://api.example/", Header: headerList("If-None-Match", "a")}
	tests := []struct {
		profile engine.Profile
		init    fetch.Init
		want    string // of the CORS-preflight and of the request
	}{
		{engine.Standard, reload, "- no-cache"},
		{engine.Standard.With(engine.PreflightSaysCacheMode), reload, "no-cache no-cache"},
		{engine.Standard.With(engine.PreflightSaysCacheMode), conditional, "no-cache no-cache"},
	}
	for _, test := range tests {
		agent := &fetch.UserAgent{Profile: test.profile}
		allowed := credentialed(204, "Access-Control-Allow-Methods", "PUT", "Access-Control-Allow-Headers", "*")
		record := fetchedBy(agent, document(appURL), test.init, allowed)
		if got := sent(record, "Cache-Control"); got != test.want {
			t.Errorf("%v, %v: %s, want %s", test.profile, test.init, got, test.want)
		}
	}
}
