package fetch_test

import (
	"strconv"
	"testing"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// hop is a redirect that every origin may read.
func hop(status int, location string, namesAndValues ...string) fetch.Answer {
	return shared(status, append([]string{"Location", location}, namesAndValues...)...)
}

func TestRedirectRewritesTheMethod(t *testing.T) {
	tests := []struct {
		status    int
		method    string
		want      string
		keepsBody bool
	}{
		{301, "GET", "GET", false},
		{301, "POST", "GET", false},
		{301, "PUT", "PUT", true},
		{302, "POST", "GET", false},
		{302, "DELETE", "DELETE", true},
		{302, "HEAD", "HEAD", false},
		{303, "GET", "GET", false},
		{303, "HEAD", "HEAD", false},
		{303, "POST", "GET", false},
		{303, "PUT", "GET", false},
		{303, "patch", "GET", false},
		{307, "POST", "POST", true},
		{307, "PUT", "PUT", true},
		{308, "POST", "POST", true},
		{308, "GET", "GET", false},
	}
	for _, test := range tests {
		init := fetch.Init{URL: "/", Method: test.method, Header: headerList("X-A", "1")}
		if test.method != "GET" && test.method != "HEAD" {
			init.Body = &fetch.Body{Bytes: []byte("hello")}
			init.Header = headerList("X-A", "1", "Content-Type", "a/b", "Content-Language", "de", "Content-Encoding", "x", "Content-Location", "/")
		}
		record := fetched(init, hop(test.status, "/next"), answer(200))
		second := &record.Exchanges[1].Request
		if second.Method != test.want || (second.Body != nil) != test.keepsBody {
			t.Errorf("%d to a %s: %s with body %v, want %s with body %v",
				test.status, test.method, second.Method, second.Body != nil, test.want, test.keepsBody)
		}
		for _, name := range []string{"Content-Type", "Content-Language", "Content-Encoding", "Content-Location", "Content-Length"} {
			if second.Header.Contains(name) != test.keepsBody {
				t.Errorf("%d to a %s: has %s %v, want %v", test.status, test.method, name, !test.keepsBody, test.keepsBody)
			}
		}
		if !second.Header.Contains("X-A") {
			t.Errorf("%d to a %s: X-A is lost", test.status, test.method)
		}
	}
}

func TestOtherStatusesDoNotRedirect(t *testing.T) {
	for _, status := range []int{200, 201, 300, 304, 305, 306, 309, 404} {
		record := fetched(fetch.Init{URL: "/"}, hop(status, "/next"))
		if len(record.Exchanges) != 1 || record.Response.Status != status || record.Response.Redirected {
			t.Errorf("%d: %s, %s", status, summary(record), requests(record))
		}
	}
}

func TestLocation(t *testing.T) {
	tests := []struct {
		name     string
		location []string
		want     string // where it leads, fragment and all, or the rule that is against it
	}{
		{"relative to the URL, not to the page", []string{"b"}, "https://app.example/a/b#f"},
		{"nothing is the same URL", []string{""}, "https://app.example/a/x#f"},
		{"the fragment lives on", []string{"/b"}, "https://app.example/b#f"},
		{"but for another one", []string{"/b#g"}, "https://app.example/b#g"},
		{"even if it is empty", []string{"/b#"}, "https://app.example/b#"},
		{"without a scheme", []string{"//app.example/c"}, "https://app.example/c#f"},
		{"two", []string{"/b", "/b"}, "redirect/location-invalid"},
		{"none", nil, "redirect/location-missing"},
		{"no URL", []string{"https://"}, "redirect/location-invalid"},
		{"mail", []string{"mailto:a@b"}, "redirect/scheme"},
		{"data", []string{"data:,a"}, "redirect/scheme"},
		{"about:blank", []string{"about:blank"}, "redirect/scheme"},
	}
	for _, test := range tests {
		first := shared(302)
		for _, location := range test.location {
			first.Header = append(first.Header, headerList("Location", location)...)
		}
		record := fetched(fetch.Init{URL: "/a/x#f"}, first, answer(200))
		got := "no redirect"
		for step := range record.Trace.Steps {
			switch {
			case step.Rule == rule.RedirectFollowed:
				got = step.Operands[0]
			case step.Rule == rule.RedirectLocationMissing, step.Result == rule.Stopped:
				got = step.Rule.Slug()
			}
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestRedirectLimit(t *testing.T) {
	for redirects, want := range map[int]string{1: "readable main-fetch/same-origin", 20: "readable main-fetch/same-origin", 21: "blocked TypeError redirect/limit"} {
		var answers []fetch.Answer
		for i := range redirects {
			answers = append(answers, hop(302, "/"+strconv.Itoa(i)))
		}
		record := fetched(fetch.Init{URL: "/"}, append(answers, answer(200))...)
		if got := summary(record); got != want || len(record.Exchanges) > 21 {
			t.Errorf("%d redirects: %s after %d requests, want %s", redirects, got, len(record.Exchanges), want)
		}
	}
}

func TestRedirectUserinfo(t *testing.T) {
	const own, other = "https://me:pw@app.example/x", "https://me:pw@api.example/x"
	tests := []struct {
		name     string
		mode     policy.Mode
		url      string
		location string
		want     string
	}{
		{"at home", "cors", "/", own, "readable main-fetch/same-origin"},
		{"to another origin", "cors", "/", other, "blocked TypeError redirect/credentials"},
		{"on another origin", "cors", "https://api.example/", other, "blocked TypeError redirect/credentials"},
		{"back home", "cors", "https://api.example/", own, "blocked TypeError redirect/credentials-tainted"},
		{"to another origin without CORS", "no-cors", "/", other, "opaque response/opaque"},
		{"on another origin without CORS", "no-cors", "https://api.example/", other, "opaque response/opaque"},
		{"at home in mode same-origin", "same-origin", "/", own, "readable main-fetch/same-origin"},
	}
	for _, test := range tests {
		record := fetched(fetch.Init{URL: test.url, Mode: test.mode}, hop(302, test.location), shared(200))
		if got := summary(record); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		for i := range record.Exchanges {
			if record.Exchanges[i].Request.URL.IncludesCredentials() {
				t.Errorf("%s: the password went over the wire", test.name)
			}
		}
	}
}

func TestRedirectTaintsTheOrigin(t *testing.T) {
	const a, b, b2, c = "https://app.example/", "https://api.example/", "https://api.example/2", "https://third.example/"
	tests := []struct {
		name  string
		hops  []string
		want  string // the Origin headers
		cross string // the Sec-Fetch-Site headers
	}{
		{"at home", []string{a, a}, "- -", "same-origin same-origin"},
		{"away", []string{a, b}, "- https://app.example", "same-origin cross-site"},
		{"away and back", []string{a, b, a}, "- https://app.example null", "same-origin cross-site cross-site"},
		{"back at once", []string{b, a}, "https://app.example null", "cross-site cross-site"},
		{"within another origin", []string{b, b2}, "https://app.example https://app.example", "cross-site cross-site"},
		{"on to a third", []string{b, c}, "https://app.example null", "cross-site cross-site"},
		{"on to a third and back", []string{b, c, b}, "https://app.example null null", "cross-site cross-site cross-site"},
		{"on to the same site", []string{"https://www.app.example/", a}, "https://app.example null", "same-site same-site"},
	}
	for _, test := range tests {
		var answers []fetch.Answer
		for _, location := range test.hops[1:] {
			answers = append(answers, hop(307, location))
		}
		record := fetched(fetch.Init{URL: test.hops[0]}, append(answers, shared(200))...)
		if got := sent(record, "Origin"); got != test.want {
			t.Errorf("%s: Origin %s, want %s", test.name, got, test.want)
		}
		if got := sent(record, "Sec-Fetch-Site"); got != test.cross {
			t.Errorf("%s: Sec-Fetch-Site %s, want %s", test.name, got, test.cross)
		}
	}
}

func TestTaintedRequestIsReadAsNull(t *testing.T) {
	tests := []struct{ allowed, want string }{
		{"https://app.example", "blocked TypeError cors-check/allow-origin-mismatch"},
		{"null", "readable cors-check/allow-origin-match"},
		{"*", "readable cors-check/wildcard"},
	}
	for _, test := range tests {
		record := fetched(fetch.Init{URL: "https://api.example/"}, hop(302, "https://app.example/"), answer(200, "Access-Control-Allow-Origin", test.allowed))
		if got := summary(record); got != test.want {
			t.Errorf("back at home with %s: %s, want %s", test.allowed, got, test.want)
		}
	}
}

func TestRedirectDropsAuthorization(t *testing.T) {
	tests := []struct {
		name      string
		locations []string
		want      string
	}{
		{"at home it stays", []string{"/a"}, "x x"},
		{"away it is dropped", []string{"https://api.example/"}, "x -"},
		{"and does not come back", []string{"https://api.example/", "https://app.example/"}, "x - -"},
		{"another port is away", []string{"https://app.example:8443/"}, "x -"},
	}
	for _, test := range tests {
		var answers []fetch.Answer
		for _, location := range test.locations {
			answers = append(answers, hop(302, location))
		}
		record := fetched(fetch.Init{URL: "/", Header: headerList("Authorization", "x")}, append(answers, shared(200))...)
		if got := sent(record, "Authorization"); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestEachHopIsAskedFirst(t *testing.T) {
	grant := shared(204, "Access-Control-Allow-Methods", "PUT")
	put := fetch.Init{URL: "https://api.example/", Method: "PUT"}
	record := fetched(put, grant, hop(307, "https://third.example/"), grant, shared(200))
	want := "OPTIONS https://api.example/, PUT https://api.example/, OPTIONS https://third.example/, PUT https://third.example/"
	if got := requests(record); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := sent(record, "Origin"); got != "https://app.example https://app.example null null" {
		t.Errorf("Origin %s", got)
	}
	// A redirect from home: the first hop needs no leave.
	record = fetched(fetch.Init{URL: "/", Method: "PUT"}, hop(307, "https://api.example/"), grant, shared(200))
	want = "PUT https://app.example/, OPTIONS https://api.example/, PUT https://api.example/"
	if got := requests(record); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// The answer to a CORS-preflight is not followed.
	record = fetched(put, hop(307, "/elsewhere"), shared(200))
	if got := summary(record); got != "blocked TypeError preflight/status" || len(record.Exchanges) != 1 {
		t.Errorf("%s after %s", got, requests(record))
	}
}

func TestRedirectNeedsLeaveItself(t *testing.T) {
	record := fetched(fetch.Init{URL: "https://api.example/"}, answer(302, "Location", "/b"), shared(200))
	if got := summary(record); got != "blocked TypeError cors-check/allow-origin-missing" || len(record.Exchanges) != 1 {
		t.Errorf("%s after %s", got, requests(record))
	}
}

func TestRedirectModes(t *testing.T) {
	tests := []struct {
		url      string
		redirect policy.Redirect
		want     string
	}{
		{"/", "follow", "readable main-fetch/same-origin"},
		{"/", "error", "blocked TypeError redirect/mode-error"},
		{"/", "manual", "opaque redirect/manual"},
		{"https://api.example/", "manual", "opaque redirect/manual"},
		{"https://api.example/", "error", "blocked TypeError redirect/mode-error"},
	}
	for _, test := range tests {
		record := fetched(fetch.Init{URL: test.url, Redirect: test.redirect}, hop(302, "/next"), shared(200))
		if got := summary(record); got != test.want {
			t.Errorf("%s in redirect mode %s: %s, want %s", test.url, test.redirect, got, test.want)
		}
	}
}

func TestRedirectSetsTheReferrerPolicy(t *testing.T) {
	record := fetched(fetch.Init{URL: "/", ReferrerPolicy: "unsafe-url"},
		hop(302, "/a", "Referrer-Policy", "origin, what-is-this"), hop(302, "/b", "Referrer-Policy", "unsafe-url"), answer(200))
	// What was cut short stays short.
	if got := sent(record, "Referer"); got != "https://app.example/dir/page?q https://app.example/ https://app.example/" {
		t.Errorf("Referer %s", got)
	}
}
