package fetch_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
)

// granting answers CORS-preflights with a grant, and everything else so that the page may read it.
func granting(namesAndValues ...string) fetch.Server {
	return fetch.ServerFunc(func(request *fetch.HTTPRequest) fetch.Answer {
		if value, _ := request.Header.Get("Origin"); value == "null" {
			return answer(200, append([]string{"Access-Control-Allow-Origin", "null", "Access-Control-Allow-Credentials", "true"}, namesAndValues...)...)
		}
		return credentialed(200, namesAndValues...)
	})
}

// asks reports whether the agent sends a CORS-preflight before the request.
func asks(agent *fetch.UserAgent, client *fetch.Environment, server fetch.Server, init fetch.Init) bool {
	record := new(fetch.Record)
	agent.Fetch(client, server, &init, record)
	return len(record.Exchanges) > 0 && record.Exchanges[0].Preflight
}

func TestPreflightCacheMatches(t *testing.T) {
	const api = "https://api.example/"
	app := document(appURL)
	embedded := document(appURL)
	embedded.TopLevelOrigin = origin.MustParseOrigin("https://top.example")
	sameSite := document(appURL)
	sameSite.TopLevelOrigin = origin.MustParseOrigin("https://www.app.example")
	put := fetch.Init{URL: api, Method: "PUT"}
	include := fetch.Init{URL: api, Method: "PUT", Credentials: "include"}
	with := func(names ...string) fetch.Init {
		init := fetch.Init{URL: api}
		for _, name := range names {
			init.Header.Append(name, "1")
		}
		return init
	}
	tests := []struct {
		name     string
		methods  string
		headers  string
		first    fetch.Init
		second   fetch.Init
		client   *fetch.Environment
		askAgain bool
	}{
		{"the same request", "PUT", "", put, put, app, false},
		{"a fragment is part of the URL", "PUT", "", put, fetch.Init{URL: api + "#a", Method: "PUT"}, app, true},
		{"another method that was listed", "PUT, DELETE", "", put, fetch.Init{URL: api, Method: "DELETE"}, app, false},
		{"one that was not", "PUT", "", put, fetch.Init{URL: api, Method: "DELETE"}, app, true},
		{"methods are compared as they are", "PUT, Patch", "", put, fetch.Init{URL: api, Method: "PATCH"}, app, true},
		{"all methods", "*", "", put, fetch.Init{URL: api, Method: "DELETE"}, app, false},
		{"another path", "PUT", "", put, fetch.Init{URL: api + "a", Method: "PUT"}, app, true},
		{"another page of the origin", "PUT", "", put, put, document("https://app.example/other"), false},
		{"another origin of the site", "PUT", "", put, put, document("https://www.app.example/"), true},
		{"under another top-level site", "PUT", "", put, put, embedded, true},
		{"under the same top-level site", "PUT", "", put, put, sameSite, false},
		{"with credentials serves with", "PUT", "", include, include, app, false},
		{"with credentials serves without", "PUT", "", include, put, app, false},
		{"without does not serve with", "PUT", "", put, include, app, true},
		{"a header that was listed", "", "x-a, x-b", with("X-A"), with("X-B"), app, false},
		{"whatever its case", "", "x-a, X-b", with("X-A"), with("x-B"), app, false},
		{"both headers must be", "", "x-a", with("X-A"), with("X-A", "X-B"), app, true},
		{"fewer headers", "", "x-a, x-b", with("X-A", "X-B"), with("X-A"), app, false},
		{"all headers", "", "*", with("X-A"), with("X-B"), app, false},
		{"all headers but Authorization", "", "*", with("X-A"), with("Authorization"), app, true},
		{"Authorization by name", "", "x-a, authorization", with("X-A"), with("Authorization"), app, false},
		{"a method is no header", "PUT, x-a", "", put, with("X-A"), app, true},
		{"nor a header a method", "", "x-a, PUT", with("X-A"), put, app, true},
	}
	for _, test := range tests {
		agent, server := new(fetch.UserAgent), granting("Access-Control-Allow-Methods", test.methods, "Access-Control-Allow-Headers", test.headers)
		if !asks(agent, app, server, test.first) {
			t.Errorf("%s: the first request does not ask", test.name)
		}
		if got := asks(agent, test.client, server, test.second); got != test.askAgain {
			t.Errorf("%s: asks again %v, want %v", test.name, got, test.askAgain)
		}
	}
}

// A grant is what a server grants to a CORS-preflight: its methods, its header names and the age.
type grant struct{ methods, headers, age string }

func (g grant) answer() fetch.Answer {
	return credentialed(204, "Access-Control-Allow-Methods", g.methods, "Access-Control-Allow-Headers", g.headers,
		"Access-Control-Max-Age", g.age)
}

func TestPreflightCacheOfEngines(t *testing.T) {
	const api = "https://api.example/"
	get, put, del := fetch.Init{URL: api}, fetch.Init{URL: api, Method: "PUT"}, fetch.Init{URL: api, Method: "DELETE"}
	include := fetch.Init{URL: api, Method: "PUT", Credentials: "include"}
	withHeader := func(method, name string) fetch.Init {
		return fetch.Init{URL: api, Method: method, Header: headerList(name, "1")}
	}
	tests := []struct {
		about  string
		facts  []engine.Fact
		grants []grant // one for each CORS-preflight
		calls  []fetch.Init
		failed int    // the call whose answer the page may not read, from 1
		asked  string // for each call, ? where there was a CORS-preflight
	}{
		{"each name on its own", nil, []grant{{"PUT", "", "9"}, {"DELETE", "", "9"}}, []fetch.Init{put, del, put}, 0, "??-"},
		{"the last answer as a whole", []engine.Fact{engine.PreflightAnswerAsWhole},
			[]grant{{"PUT", "", "9"}, {"DELETE", "", "9"}, {"PUT", "", "9"}}, []fetch.Init{put, del, put}, 0, "???"},
		{"an answer grants GET", []engine.Fact{engine.PreflightAnswerAsWhole},
			[]grant{{"PUT", "x-a", "9"}}, []fetch.Init{put, withHeader("GET", "X-A"), get}, 0, "?--"},
		{"what does not cover is forgotten", []engine.Fact{engine.PreflightAnswerAsWhole},
			[]grant{{"*", "", "9"}, {"*", "", "9"}, {"PUT", "", "9"}}, []fetch.Init{put, include, put}, 0, "???"},
		{"kept in spite of the failure", []engine.Fact{engine.PreflightKeptBeforeCheck},
			[]grant{{"DELETE", "", "9"}}, []fetch.Init{put, del}, 0, "??"},
		{"and in spite of it not forgotten", []engine.Fact{engine.PreflightKeptBeforeCheck, engine.PreflightNotForgotten},
			[]grant{{"DELETE", "", "9"}}, []fetch.Init{put, del}, 0, "?-"},
		{"forgotten after a failure", nil, []grant{{"PUT", "", "9"}}, []fetch.Init{put, put, put}, 2, "?-?"},
		{"not forgotten", []engine.Fact{engine.PreflightNotForgotten},
			[]grant{{"PUT", "", "9"}}, []fetch.Init{put, put, put}, 2, "?--"},
		{"a simple request fails", nil, []grant{{"PUT", "", "9"}}, []fetch.Init{put, get, put}, 2, "?--"},
		{"forgotten anyway", []engine.Fact{engine.PreflightForgottenAnyway},
			[]grant{{"PUT", "", "9"}}, []fetch.Init{put, get, put}, 2, "?-?"},
		{"credentials apart", []engine.Fact{engine.PreflightCredentialsApart},
			[]grant{{"PUT", "", "9"}}, []fetch.Init{include, put, include}, 0, "??-"},
		{"* not remembered", []engine.Fact{engine.PreflightWildcardNotRemembered},
			[]grant{{"*", "", "9"}}, []fetch.Init{put, put}, 0, "??"},
		{"* granted to credentials", []engine.Fact{engine.PreflightWildcardOfAnswer},
			[]grant{{"*, PUT", "", "9"}}, []fetch.Init{include, put, del}, 0, "?-?"},
		{"* for credentials", []engine.Fact{engine.PreflightWildcardOfRequest}, []grant{{"*, PUT", "", "9"}},
			[]fetch.Init{include, del, {URL: api, Method: "DELETE", Credentials: "include"}}, 0, "?-?"},
		{"HEAD is not listed", []engine.Fact{engine.PreflightRemembersSimpleMethods},
			[]grant{{"", "x-a", "9"}}, []fetch.Init{withHeader("GET", "X-A"), withHeader("HEAD", "X-A")}, 0, "??"},
		{"a remembered * and Authorization", []engine.Fact{engine.PreflightWildcardCoversAuthorization},
			[]grant{{"", "*", "9"}}, []fetch.Init{withHeader("GET", "Authorization"), withHeader("GET", "Authorization")}, 0, "??"},
		{"covers it", []engine.Fact{engine.PreflightWildcardCoversAuthorization, engine.PreflightRememberedWildcardCoversAuthorization},
			[]grant{{"", "*", "9"}}, []fetch.Init{withHeader("GET", "Authorization"), withHeader("GET", "Authorization")}, 0, "?-"},
		{"no number, no memory", []engine.Fact{engine.PreflightAgeMalformed},
			[]grant{{"PUT", "", "x"}}, []fetch.Init{put, put}, 0, "??"},
	}
	for _, test := range tests {
		agent, preflights, calls := new(fetch.UserAgent), 0, 0
		for _, fact := range test.facts {
			agent.Profile = agent.Profile.With(fact)
		}
		server := fetch.ServerFunc(func(request *fetch.HTTPRequest) fetch.Answer {
			switch {
			case request.Method == "OPTIONS":
				preflights++
				return test.grants[min(preflights, len(test.grants))-1].answer()
			case calls == test.failed:
				return answer(200)
			}
			return credentialed(200)
		})
		got := ""
		for _, init := range test.calls {
			calls++
			if asks(agent, document(appURL), server, init) {
				got += "?"
			} else {
				got += "-"
			}
		}
		if got != test.asked {
			t.Errorf("%s: %s, want %s", test.about, got, test.asked)
		}
	}
}

func TestPreflightCacheRenews(t *testing.T) {
	put, del := fetch.Init{URL: "https://api.example/", Method: "PUT"}, fetch.Init{URL: "https://api.example/", Method: "DELETE"}
	for _, test := range []struct {
		about   string
		profile engine.Profile
		want    bool // asks again
	}{
		{"the first age counts on", engine.Standard, true},
		{"the age counts anew", engine.Standard.With(engine.PreflightAgeRenewed), false},
	} {
		agent := &fetch.UserAgent{Profile: test.profile}
		server := inTurn(grant{"PUT", "", "10"}.answer(), credentialed(200), grant{"PUT, DELETE", "", "10"}.answer(), credentialed(200))
		asks(agent, document(appURL), server, put)
		agent.Now += 6 * time.Second
		asks(agent, document(appURL), server, del)
		agent.Now += 6 * time.Second
		if got := asks(agent, document(appURL), server, put); got != test.want {
			t.Errorf("%s: asks again %v", test.about, got)
		}
	}
}

func TestPreflightCacheRemembersSimpleMethods(t *testing.T) {
	agent := &fetch.UserAgent{Profile: engine.Standard.With(engine.PreflightRemembersSimpleMethods)}
	upload := func() bool {
		record := new(fetch.Record)
		post := fetch.XHR{Method: "POST", URL: "https://api.example/", UploadListener: true, Body: &fetch.Body{}}
		agent.XHR(document(appURL), granting("Access-Control-Max-Age", "1"), post, record)
		return record.Exchanges[0].Preflight
	}
	if !upload() {
		t.Error("does not ask")
	}
	agent.Now += time.Hour
	if upload() {
		t.Error("asks again")
	}
}

func TestPreflightCacheNotForOpaqueOrigins(t *testing.T) {
	agent := &fetch.UserAgent{Profile: engine.Standard.With(engine.PreflightNotForOpaqueOrigins)}
	client, put := document(appURL), fetch.Init{URL: "https://api.example/", Method: "PUT"}
	client.Origin = new(origin.Mint).Opaque()
	server := granting("Access-Control-Allow-Methods", "PUT")
	for range 2 {
		if !asks(agent, client, server, put) {
			t.Error("does not ask each time")
		}
	}
}

func TestPreflightCacheKnowsSandboxesByNull(t *testing.T) {
	agent, server := new(fetch.UserAgent), granting("Access-Control-Allow-Methods", "PUT")
	one, other := document("https://app.example/"), document("https://b.example/")
	mint := new(origin.Mint)
	one.Origin, other.Origin = mint.Opaque(), mint.Opaque()
	one.TopLevelOrigin, other.TopLevelOrigin = origin.MustParseOrigin("https://top.example"), origin.MustParseOrigin("https://top.example")
	put := fetch.Init{URL: "https://api.example/", Method: "PUT"}
	if !asks(agent, one, server, put) || asks(agent, other, server, put) {
		t.Error("two sandboxes under one top-level site do not share what null was granted")
	}
}

func TestPreflightCacheExpires(t *testing.T) {
	tests := []struct {
		maxAge string
		after  time.Duration
		want   bool // asks again
	}{
		{"10", 9 * time.Second, false},
		{"10", 10*time.Second - 1, false},
		{"10", 10 * time.Second, true},
		{"0", 0, true},
		{"", 4 * time.Second, false},
		{"", 5 * time.Second, true},
		{"-1", 4 * time.Second, false},
		{"-1", 5 * time.Second, true},
		{"1.5", 4 * time.Second, false},
		{"10, 10", 5 * time.Second, true},
		{"86400", 24*time.Hour - time.Second, false},
		{"99999999999999999999999", 1000 * time.Hour, false},
	}
	for _, test := range tests {
		server := granting("Access-Control-Allow-Methods", "PUT", "Access-Control-Max-Age", test.maxAge)
		if test.maxAge == "" {
			server = granting("Access-Control-Allow-Methods", "PUT")
		}
		agent := new(fetch.UserAgent)
		put := fetch.Init{URL: "https://api.example/", Method: "PUT"}
		asks(agent, document(appURL), server, put)
		agent.Now += test.after
		if got := asks(agent, document(appURL), server, put); got != test.want {
			t.Errorf("Max-Age %q, %v later: asks again %v, want %v", test.maxAge, test.after, got, test.want)
		}
	}
}

func TestPreflightCacheLimitOfTheBrowser(t *testing.T) {
	agent := &fetch.UserAgent{Profile: engine.Profile{Settings: engine.Settings{MaxPreflightAge: 600}}}
	server := granting("Access-Control-Allow-Methods", "PUT", "Access-Control-Max-Age", "86400")
	put := fetch.Init{URL: "https://api.example/", Method: "PUT"}
	asks(agent, document(appURL), server, put)
	agent.Now = 599 * time.Second
	if asks(agent, document(appURL), server, put) {
		t.Error("asks again before the limit")
	}
	agent.Now = 600 * time.Second
	if !asks(agent, document(appURL), server, put) {
		t.Error("does not ask again at the limit")
	}
}

func TestPreflightCacheRenewsTheAge(t *testing.T) {
	agent, client := new(fetch.UserAgent), document(appURL)
	put, remove := fetch.Init{URL: "https://api.example/", Method: "PUT"}, fetch.Init{URL: "https://api.example/", Method: "DELETE"}
	asks(agent, client, granting("Access-Control-Allow-Methods", "PUT", "Access-Control-Max-Age", "10"), put)
	agent.Now = 8 * time.Second
	// The answer to another request renews PUT as well: its age counts from when it was stored first.
	asks(agent, client, granting("Access-Control-Allow-Methods", "PUT, DELETE", "Access-Control-Max-Age", "20"), remove)
	for _, at := range []struct {
		now         time.Duration
		put, remove bool
	}{{19 * time.Second, false, false}, {20 * time.Second, true, false}} {
		agent.Now = at.now
		// Nothing listens, so that nothing is learnt.
		deaf := inTurn(fetch.Answer{})
		if got := asks(agent, client, deaf, put); got != at.put {
			t.Errorf("after %v: asks for PUT %v, want %v", at.now, got, at.put)
		}
		if got := asks(agent, client, deaf, remove); got != at.remove {
			t.Errorf("after %v: asks for DELETE %v, want %v", at.now, got, at.remove)
		}
	}
}

func TestPreflightCacheIsClearedByAFailure(t *testing.T) {
	put := fetch.Init{URL: "https://api.example/", Method: "PUT"}
	failures := map[string]fetch.Answer{
		"the connection fails":         {Failure: "connection reset"},
		"the answer allows nobody":     answer(200),
		"it redirects to a dead end":   shared(302, "Location", "mailto:a@b"),
		"it allows no origin but null": answer(200, "Access-Control-Allow-Origin", "null"),
	}
	for name, failure := range failures {
		agent, client := new(fetch.UserAgent), document(appURL)
		server := granting("Access-Control-Allow-Methods", "PUT")
		asks(agent, client, server, put)
		if asks(agent, client, inTurn(failure), put) {
			t.Errorf("%s: the first answer was not remembered", name)
		}
		if !asks(agent, client, server, put) {
			t.Errorf("%s: the grant is still remembered", name)
		}
	}
	// A 500 that the page may read is no failure, and a simple request clears nothing.
	agent, client := new(fetch.UserAgent), document(appURL)
	asks(agent, client, granting("Access-Control-Allow-Methods", "PUT"), put)
	asks(agent, client, inTurn(credentialed(500)), put)
	asks(agent, client, inTurn(answer(200)), fetch.Init{URL: put.URL})
	if asks(agent, client, inTurn(credentialed(200)), put) {
		t.Error("the grant was forgotten without need")
	}
}

func TestPreflightForAnUploadIsRemembered(t *testing.T) {
	upload := fetch.XHR{URL: "https://api.example/", Method: "POST", UploadListener: true}
	tests := []struct {
		name   string
		server fetch.Server
		want   bool // asks again
	}{
		{"without a list of methods", granting(), false},
		{"with a list that has POST", granting("Access-Control-Allow-Methods", "POST"), false},
		{"with a list that has it not", granting("Access-Control-Allow-Methods", "PUT"), true},
	}
	for _, test := range tests {
		agent, record := new(fetch.UserAgent), new(fetch.Record)
		agent.XHR(document(appURL), test.server, upload, new(fetch.Record))
		agent.XHR(document(appURL), test.server, upload, record)
		if got := record.Exchanges[0].Preflight; got != test.want || record.Outcome != fetch.Readable {
			t.Errorf("%s: asks again %v, want %v (%s)", test.name, got, test.want, summary(record))
		}
	}
}

func TestPreflightCacheIsBounded(t *testing.T) {
	agent, client := new(fetch.UserAgent), document(appURL)
	server := granting("Access-Control-Allow-Methods", "PUT", "Access-Control-Max-Age", "600")
	put := func(i int) fetch.Init {
		return fetch.Init{URL: "https://api.example/" + strconv.Itoa(i), Method: "PUT"}
	}
	for i := range 1100 {
		asks(agent, client, server, put(i))
	}
	deaf := inTurn(fetch.Answer{})
	if !asks(agent, client, deaf, put(0)) || asks(agent, client, deaf, put(1099)) {
		t.Error("of 1100 grants, the oldest is not forgotten or the newest is")
	}
	// Of one answer only so many names are kept; the request itself is granted all the same.
	long := granting("Access-Control-Allow-Headers", strings.Repeat("x-z,", 200)+"x-a")
	custom := fetch.Init{URL: "https://api.example/", Header: headerList("X-A", "1")}
	record := new(fetch.Record)
	agent.Fetch(client, long, &custom, record)
	if record.Outcome != fetch.Readable || !asks(agent, client, long, custom) {
		t.Errorf("%s, or the whole list was kept", summary(record))
	}
}
