package fetch_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
)

// everything is a response with a header of each kind.
func everything(namesAndValues ...string) fetch.Answer {
	full := credentialed(200, "Content-Type", "text/plain", "Cache-Control", "no-store", "Content-Language", "de", "Content-Length", "5",
		"Expires", "0", "Last-Modified", "x", "Pragma", "x", "X-A", "1", "x-a", "2", "X-B", "3", "ETag", "e", "Set-Cookie", "a=1", "Set-Cookie2", "b")
	full.Reason, full.Body = "Fine", []byte("hello")
	full.Header = append(full.Header, headerList(namesAndValues...)...)
	return full
}

const safelisted = "cache-control content-language content-length content-type expires last-modified pragma"

func TestFilteredResponse(t *testing.T) {
	const api = "https://api.example/a?q#f"
	tests := []struct {
		name       string
		init       fetch.Init
		answers    []fetch.Answer
		want       string // type, status, reason, URL, redirected, body
		wantHeader string
	}{
		{"basic", fetch.Init{URL: "/a#f"}, []fetch.Answer{everything()},
			"basic 200 Fine https://app.example/a false hello",
			"access-control-allow-credentials access-control-allow-origin cache-control content-language content-length content-type etag expires last-modified pragma x-a x-b"},
		{"cors", fetch.Init{URL: api}, []fetch.Answer{everything()},
			"cors 200 Fine https://api.example/a?q false hello", safelisted},
		{"opaque", fetch.Init{URL: api, Mode: "no-cors"}, []fetch.Answer{everything()},
			"opaque 0   false ", ""},
		{"opaque after a redirect", fetch.Init{URL: api, Mode: "no-cors"}, []fetch.Answer{hop(302, "/b"), everything()},
			"opaque 0   false ", ""},
		{"opaque once it left home, also back there", fetch.Init{URL: "/", Mode: "no-cors"}, []fetch.Answer{hop(302, api), hop(302, appURL), everything()},
			"opaque 0   false ", ""},
		{"opaqueredirect", fetch.Init{URL: "/a#f", Redirect: "manual"}, []fetch.Answer{hop(302, "/b")},
			"opaqueredirect 0  https://app.example/a false ", ""},
		{"basic after a redirect", fetch.Init{URL: "/"}, []fetch.Answer{hop(302, "/b"), answer(404)},
			"basic 404  https://app.example/b true ", ""},
		{"cors after a redirect from home", fetch.Init{URL: "/"}, []fetch.Answer{hop(302, api), everything()},
			"cors 200 Fine https://api.example/a?q true hello", safelisted},
		{"HEAD has no body", fetch.Init{URL: "/", Method: "HEAD"}, []fetch.Answer{{Status: 200, Body: []byte("hello")}},
			"basic 200  https://app.example/ false ", ""},
		{"nor has 204", fetch.Init{URL: "/"}, []fetch.Answer{{Status: 204, Body: []byte("hello")}},
			"basic 204  https://app.example/ false ", ""},
	}
	for _, test := range tests {
		record := fetched(test.init, test.answers...)
		r := &record.Response
		got := strings.Join([]string{string(r.Type), strconv.Itoa(r.Status), r.StatusText, r.URL, strconv.FormatBool(r.Redirected), string(r.Body())}, " ")
		if got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
		if got := names(r.Header()); got != test.wantHeader {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.wantHeader)
		}
	}
}

func TestExposedHeaders(t *testing.T) {
	const all = "access-control-allow-credentials access-control-allow-origin access-control-expose-headers cache-control content-language " +
		"content-length content-type etag expires last-modified pragma x-a x-b"
	tests := []struct {
		name    string
		expose  []string
		include bool
		want    string // beside the safelisted ones
	}{
		{"one", []string{"X-A"}, false, "x-a"},
		{"whatever its case, and absent ones", []string{"etag,, x-z , X-B"}, false, "etag x-b"},
		{"in two fields", []string{"X-A", "X-B"}, false, "x-a x-b"},
		{"with credentials", []string{"X-A"}, true, "x-a"},
		{"all", []string{"*"}, false, all},
		{"all, and one", []string{"X-A, *"}, false, all},
		{"no wildcard with credentials", []string{"*"}, true, ""},
		{"but the others count", []string{"*, X-B"}, true, "x-b"},
		{"one element that is no name spoils it", []string{"X-A, X B"}, false, ""},
		{"in whichever field", []string{"X-A", "\"X-B\""}, false, ""},
		{"nothing", []string{""}, false, ""},
		{"never cookies", []string{"Set-Cookie, Set-Cookie2"}, false, ""},
	}
	for _, test := range tests {
		full := everything()
		for _, value := range test.expose {
			full.Header = append(full.Header, headerList("Access-Control-Expose-Headers", value)...)
		}
		init := fetch.Init{URL: "https://api.example/"}
		if test.include {
			init.Credentials = "include"
		}
		got := names(fetched(init, full).Response.Header())
		want := all
		if test.want != all {
			words := strings.Fields(safelisted + " " + test.want)
			slices.Sort(words)
			want = strings.Join(words, " ")
		}
		if got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, want)
		}
	}
}

func TestCombinedHeaders(t *testing.T) {
	response := fetched(fetch.Init{URL: "/"}, answer(200, "X-A", "1", "b", "2", "x-a", "3")).Response
	if got := response.Header(); len(got) != 2 || got[1].Name != "x-a" || got[1].Value != "1, 3" {
		t.Errorf("%v", got)
	}
}

func TestTimingAllowed(t *testing.T) {
	tests := []struct {
		name    string
		url     string
		answers []fetch.Answer
		want    bool
	}{
		{"at home", "/", []fetch.Answer{answer(200)}, true},
		{"across origins", "https://api.example/", []fetch.Answer{shared(200)}, false},
		{"with leave", "https://api.example/", []fetch.Answer{shared(200, "Timing-Allow-Origin", "https://b.example, https://app.example")}, true},
		{"with leave for all", "https://api.example/", []fetch.Answer{shared(200, "Timing-Allow-Origin", "*")}, true},
		{"each hop must give it", "/", []fetch.Answer{hop(302, "https://api.example/"), hop(302, "/b"), shared(200, "Timing-Allow-Origin", "*")}, false},
	}
	for _, test := range tests {
		if got := fetched(fetch.Init{URL: test.url}, test.answers...).Response.TimingAllowed(); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestNullBodies(t *testing.T) {
	head, status := engine.Standard.With(engine.BodyOfHEAD), engine.Standard.With(engine.BodyOfNullBodyStatus)
	tests := []struct {
		about   string
		profile engine.Profile
		method  string
		status  int
		want    bool
	}{
		{"HEAD", engine.Standard, "HEAD", 200, true},
		{"204", engine.Standard, "GET", 204, true},
		{"HEAD has an empty body", head, "HEAD", 200, false},
		{"whatever the status", head, "HEAD", 204, false},
		{"204 has none", head, "GET", 204, true},
		{"204 has an empty body", status, "GET", 204, false},
		{"HEAD has none", status, "HEAD", 204, true},
	}
	for _, test := range tests {
		agent := &fetch.UserAgent{Profile: test.profile}
		response := fetchedBy(agent, document(appURL), fetch.Init{URL: "/", Method: test.method},
			fetch.Answer{Status: test.status, Body: []byte("x")}).Response
		if response.BodyNull != test.want || len(response.Body()) > 0 {
			t.Errorf("%s: null %v, want %v; %q", test.about, response.BodyNull, test.want, response.Body())
		}
	}
}
