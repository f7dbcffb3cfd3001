package fetch_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

const appURL = "https://app.example/dir/page?q#f"

// document is the environment of a top-level document.
func document(url string) *fetch.Environment {
	parsed := origin.MustParse(url)
	o := parsed.Origin(new(origin.Mint))
	return &fetch.Environment{URL: parsed, Origin: o, TopLevelOrigin: o, RestrictsMixedContent: policy.RestrictsMixedContent(o)}
}

// answer is an answer with a status and a header.
func answer(status int, namesAndValues ...string) fetch.Answer {
	return fetch.Answer{Status: status, Header: headerList(namesAndValues...)}
}

// shared is an answer that every origin may read.
func shared(status int, namesAndValues ...string) fetch.Answer {
	return answer(status, append([]string{"Access-Control-Allow-Origin", "*"}, namesAndValues...)...)
}

// credentialed is an answer that https://app.example may read with credentials.
func credentialed(status int, namesAndValues ...string) fetch.Answer {
	return answer(status, append([]string{"Access-Control-Allow-Origin", "https://app.example", "Access-Control-Allow-Credentials", "true"}, namesAndValues...)...)
}

// inTurn gives each answer once, and the last one for ever.
func inTurn(answers ...fetch.Answer) fetch.Server {
	return fetch.ServerFunc(func(*fetch.HTTPRequest) fetch.Answer {
		next := answers[0]
		if len(answers) > 1 {
			answers = answers[1:]
		}
		return next
	})
}

// fetched is what comes of fetch() in a new browser, on the page at appURL.
func fetched(init fetch.Init, answers ...fetch.Answer) *fetch.Record {
	return fetchedBy(new(fetch.UserAgent), document(appURL), init, answers...)
}

func fetchedBy(agent *fetch.UserAgent, client *fetch.Environment, init fetch.Init, answers ...fetch.Answer) *fetch.Record {
	record := new(fetch.Record)
	agent.Fetch(client, inTurn(answers...), &init, record)
	return record
}

// summary is the outcome, the exception if any, and the rule that decided.
func summary(record *fetch.Record) string {
	return strings.Join(strings.Fields(record.Outcome.String()+" "+record.Exception+" "+record.Decided.Slug()), " ")
}

// requests are the methods and URLs that were sent.
func requests(record *fetch.Record) string {
	var sent []string
	for i := range record.Exchanges {
		request := &record.Exchanges[i].Request
		sent = append(sent, request.Method+" "+request.URL.Href())
	}
	return strings.Join(sent, ", ")
}

// sent are the values of a request-header in all requests, "-" where it is absent.
func sent(record *fetch.Record, name string) string {
	var values []string
	for i := range record.Exchanges {
		value, ok := record.Exchanges[i].Request.Header.Get(name)
		if !ok {
			value = "-"
		}
		values = append(values, value)
	}
	return strings.Join(values, " ")
}

// names are the names of a header list.
func names(list header.List) string {
	var names []string
	for _, field := range list {
		names = append(names, field.Name)
	}
	return strings.Join(names, " ")
}

func TestMainFetchChoosesABranch(t *testing.T) {
	const app, api = "https://app.example/", "https://api.example/"
	tests := []struct {
		name string
		page string
		init fetch.Init
		want string
	}{
		{"the same origin needs no leave", app, fetch.Init{URL: "/"}, "readable main-fetch/same-origin"},
		{"so in every mode", app, fetch.Init{URL: "/", Mode: "no-cors"}, "readable main-fetch/same-origin"},
		{"another port is another origin", app, fetch.Init{URL: "https://app.example:8443/"}, "blocked TypeError cors-check/allow-origin-missing"},
		{"so is a host below", app, fetch.Init{URL: "https://www.app.example/"}, "blocked TypeError cors-check/allow-origin-missing"},
		{"and another scheme", "http://app.example/", fetch.Init{URL: app}, "blocked TypeError cors-check/allow-origin-missing"},
		{"data: is never far", app, fetch.Init{URL: "data:,a", Mode: "same-origin"}, "readable main-fetch/data-url"},
		{"mode same-origin stays at home", app, fetch.Init{URL: api, Mode: "same-origin"}, "blocked TypeError main-fetch/mode-same-origin"},
		{"mode no-cors goes out blindly", app, fetch.Init{URL: api, Mode: "no-cors"}, "opaque response/opaque"},
		{"and must follow redirects", app, fetch.Init{URL: api, Mode: "no-cors", Redirect: "error"}, "blocked TypeError main-fetch/no-cors-redirect-mode"},
		{"though not at home", app, fetch.Init{URL: "/", Mode: "no-cors", Redirect: "error"}, "readable main-fetch/same-origin"},
		{"CORS is for HTTP(S)", "http://app.example/", fetch.Init{URL: "ftp://app.example/"}, "blocked TypeError main-fetch/scheme"},
		{"a data: page is at home nowhere", "data:,a", fetch.Init{URL: api}, "blocked TypeError cors-check/allow-origin-missing"},
		{"mixed content", app, fetch.Init{URL: "http://app.example/"}, "blocked TypeError main-fetch/mixed-content"},
		{"but for the machine itself", app, fetch.Init{URL: "http://127.0.0.1/"}, "blocked TypeError cors-check/allow-origin-missing"},
		{"a port of another protocol", app, fetch.Init{URL: "https://app.example:22/"}, "blocked TypeError main-fetch/bad-port"},
		{"a bad port comes before mixed content", app, fetch.Init{URL: "http://app.example:22/"}, "blocked TypeError main-fetch/bad-port"},
	}
	for _, test := range tests {
		record := fetchedBy(new(fetch.UserAgent), document(test.page), test.init, answer(200))
		if got := summary(record); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestMainFetchAsksFirst(t *testing.T) {
	const api = "https://api.example/"
	tests := []struct {
		name string
		init fetch.Init
		want string // Access-Control-Request-Method and -Headers, "" for no CORS-preflight
	}{
		{"GET is simple", fetch.Init{URL: api}, ""},
		{"so is POST with a string", fetch.Init{URL: api, Method: "POST", Body: &fetch.Body{}}, ""},
		{"PUT is not", fetch.Init{URL: api, Method: "PUT"}, "PUT -"},
		{"nor is patch, which is not PATCH", fetch.Init{URL: api, Method: "patch"}, "patch -"},
		{"nor a custom header", fetch.Init{URL: api, Header: headerList("X-B", "1", "X-A", "1", "x-a", "2")}, "GET x-a,x-b"},
		{"nor JSON", fetch.Init{URL: api, Method: "POST", Header: headerList("Content-Type", "application/json")}, "POST content-type"},
		{"nor a Blob of JSON", fetch.Init{URL: api, Method: "POST", Body: &fetch.Body{Kind: fetch.BlobBody, Type: "application/json"}}, "POST content-type"},
		{"nor a stream", fetch.Init{URL: api, Method: "POST", Body: &fetch.Body{Kind: fetch.StreamBody}, Duplex: "half"}, "POST -"},
		{"at home nobody is asked", fetch.Init{URL: "/", Method: "PUT"}, ""},
		{"nor in mode no-cors", fetch.Init{URL: api, Mode: "no-cors", Header: headerList("X-A", "1")}, ""},
	}
	for _, test := range tests {
		record := fetched(test.init, shared(200, "Access-Control-Allow-Headers", "*", "Access-Control-Allow-Methods", "*"))
		first, got := &record.Exchanges[0], ""
		if first.Preflight {
			method, _ := first.Request.Header.Get("Access-Control-Request-Method")
			names, found := first.Request.Header.Get("Access-Control-Request-Headers")
			if !found {
				names = "-"
			}
			got = method + " " + names
		}
		if got != test.want {
			t.Errorf("%s: asked for %q, want %q", test.name, got, test.want)
		}
	}
}

// What goes on the wire, field by field: the caller's headers, and then the browser's.
func TestHeadersSent(t *testing.T) {
	const api = "https://api.example/"
	tests := []struct {
		name string
		init fetch.Init
		want string
	}{
		{"GET at home", fetch.Init{URL: "/"},
			"Accept: */*; Referer: https://app.example/dir/page?q; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: cors; Sec-Fetch-Site: same-origin"},
		{"GET with CORS", fetch.Init{URL: api, Header: headerList("Accept", "text/html")},
			"Accept: text/html; Referer: https://app.example/; Origin: https://app.example; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: cors; Sec-Fetch-Site: cross-site"},
		{"GET in mode no-cors", fetch.Init{URL: "https://www.app.example/", Mode: "no-cors"},
			"Accept: */*; Referer: https://app.example/; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: no-cors; Sec-Fetch-Site: same-site"},
		{"POST without a body", fetch.Init{URL: "/", Method: "POST", NoReferrer: true},
			"Accept: */*; Content-Length: 0; Origin: https://app.example; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: cors; Sec-Fetch-Site: same-origin"},
		{"PUT with a body", fetch.Init{URL: "/", Method: "PUT", Body: &fetch.Body{Bytes: []byte("hi")}, NoReferrer: true},
			"Content-Type: text/plain;charset=UTF-8; Accept: */*; Content-Length: 2; Origin: https://app.example; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: cors; Sec-Fetch-Site: same-origin"},
		{"DELETE without a body has no length", fetch.Init{URL: "/", Method: "DELETE", Mode: "same-origin", NoReferrer: true},
			"Accept: */*; Origin: https://app.example; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: same-origin; Sec-Fetch-Site: same-origin"},
		{"a range, which nobody is to compress", fetch.Init{URL: "/", Header: headerList("Range", "bytes=0-"), NoReferrer: true},
			"Range: bytes=0-; Accept: */*; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: cors; Sec-Fetch-Site: same-origin; Accept-Encoding: identity"},
		{"past all caches", fetch.Init{URL: "/", Cache: "reload", NoReferrer: true},
			"Accept: */*; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: cors; Sec-Fetch-Site: same-origin; Pragma: no-cache; Cache-Control: no-cache"},
		{"past what is stale", fetch.Init{URL: "/", Cache: "no-cache", NoReferrer: true},
			"Accept: */*; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: cors; Sec-Fetch-Site: same-origin; Cache-Control: max-age=0"},
		{"a Cache-Control of the caller's", fetch.Init{URL: "/", Cache: "no-cache", Header: headerList("Cache-Control", "a"), NoReferrer: true},
			"Cache-Control: a; Accept: */*; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: cors; Sec-Fetch-Site: same-origin"},
		{"a condition of the caller's", fetch.Init{URL: "/", Header: headerList("If-None-Match", "a"), NoReferrer: true},
			"If-None-Match: a; Accept: */*; Sec-Fetch-Dest: empty; Sec-Fetch-Mode: cors; Sec-Fetch-Site: same-origin; Pragma: no-cache; Cache-Control: no-cache"},
	}
	for _, test := range tests {
		var fields []string
		for _, field := range fetched(test.init, shared(200)).Exchanges[0].Request.Header {
			fields = append(fields, field.Name+": "+field.Value)
		}
		if got := strings.Join(fields, "; "); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestFetchMetadataIsForTrustworthyURLsOnly(t *testing.T) {
	client := document("http://plain.example/")
	for url, want := range map[string]string{"http://plain.example/": "-", "http://localhost/": "cross-site", "https://plain.example/": "cross-site"} {
		if got := sent(fetchedBy(new(fetch.UserAgent), client, fetch.Init{URL: url}, answer(200)), "Sec-Fetch-Site"); got != want {
			t.Errorf("%s: Sec-Fetch-Site %q, want %q", url, got, want)
		}
	}
}

func TestPreflightSent(t *testing.T) {
	record := fetched(fetch.Init{URL: "https://me.api.example/a", Method: "PUT", Credentials: "include", Header: headerList("Authorization", "x")},
		credentialed(204, "Access-Control-Allow-Methods", "PUT", "Access-Control-Allow-Headers", "authorization"))
	want := headerList("Accept", "*/*", "Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "authorization",
		"Referer", "https://app.example/", "Origin", "https://app.example",
		"Sec-Fetch-Dest", "empty", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "cross-site")
	if got := record.Exchanges[0].Request.Header; !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if summary(record) != "readable cors-check/allow-credentials" {
		t.Error(summary(record))
	}
}

func TestOriginHeaderSent(t *testing.T) {
	const api, own = "https://api.example/", "/"
	tests := []struct {
		method, mode, url, referrerPolicy string
		want                              string
	}{
		{"GET", "cors", own, "", "-"},
		{"HEAD", "cors", own, "", "-"},
		{"POST", "cors", own, "", "https://app.example"},
		{"POST", "same-origin", own, "", "https://app.example"},
		{"GET", "cors", api, "", "https://app.example"},
		{"GET", "cors", api, "no-referrer", "https://app.example"},
		{"POST", "cors", api, "no-referrer", "https://app.example"},
		{"GET", "no-cors", api, "", "-"},
		{"POST", "no-cors", api, "", "https://app.example"},
		{"POST", "no-cors", api, "no-referrer", "null"},
		{"POST", "no-cors", api, "same-origin", "null"},
		{"POST", "no-cors", own, "same-origin", "https://app.example"},
		{"POST", "no-cors", own, "no-referrer", "null"},
		{"POST", "same-origin", own, "no-referrer", "null"},
		{"POST", "no-cors", "http://localhost/", "strict-origin", "null"},
		{"POST", "no-cors", "http://localhost/", "unsafe-url", "https://app.example"},
	}
	for _, test := range tests {
		record := fetched(fetch.Init{
			URL: test.url, Method: test.method, Mode: policy.Mode(test.mode), ReferrerPolicy: policy.ReferrerPolicy(test.referrerPolicy),
		}, shared(200))
		if got := sent(record, "Origin"); got != test.want {
			t.Errorf("%s %s in mode %s, referrer policy %q: Origin %q, want %q",
				test.method, test.url, test.mode, test.referrerPolicy, got, test.want)
		}
	}
}

func TestRefererSent(t *testing.T) {
	const api = "https://api.example/"
	srcdoc := document(appURL)
	srcdoc.URL, srcdoc.Referrer = origin.MustParse("about:srcdoc"), new(origin.MustParse("https://app.example/outer"))
	srcdoc.BaseURL = srcdoc.Referrer
	sandboxed := document(appURL)
	sandboxed.Origin = new(origin.Mint).Opaque()
	worker := document(appURL)
	worker.Worker = true
	strict := document(appURL)
	strict.ReferrerPolicy = policy.ReferrerNoReferrer
	tests := []struct {
		name   string
		client *fetch.Environment
		init   fetch.Init
		want   string
	}{
		{"everything but the fragment, at home", document(appURL), fetch.Init{URL: "/"}, "https://app.example/dir/page?q"},
		{"the origin, across origins", document(appURL), fetch.Init{URL: api}, "https://app.example/"},
		{"everything for those who ask", document(appURL), fetch.Init{URL: api, ReferrerPolicy: "unsafe-url"}, "https://app.example/dir/page?q"},
		{"the page's policy", strict, fetch.Init{URL: "/"}, "-"},
		{"which the request's replaces", strict, fetch.Init{URL: "/", ReferrerPolicy: "origin"}, "https://app.example/"},
		{"no referrer", document(appURL), fetch.Init{URL: "/", NoReferrer: true}, "-"},
		{"another page of the origin", document(appURL), fetch.Init{URL: "/", Referrer: "../other"}, "https://app.example/other"},
		{"a page of another origin", document(appURL), fetch.Init{URL: "/", Referrer: api}, "https://app.example/dir/page?q"},
		{"about:client", document(appURL), fetch.Init{URL: "/", Referrer: "about:client"}, "https://app.example/dir/page?q"},
		{"a worker", worker, fetch.Init{URL: "/"}, "https://app.example/dir/page?q"},
		{"a srcdoc document", srcdoc, fetch.Init{URL: "/"}, "https://app.example/outer"},
		{"a sandbox", sandboxed, fetch.Init{URL: "https://app.example/"}, "-"},
		{"a data: page", document("data:,a"), fetch.Init{URL: api}, "-"},
	}
	for _, test := range tests {
		if got := sent(fetchedBy(new(fetch.UserAgent), test.client, test.init, shared(200)), "Referer"); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
