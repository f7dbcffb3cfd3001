package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
)

// local is what script sees of a response that no server gave, in a line.
func local(record *fetch.Record) string {
	if record.Outcome != fetch.Readable {
		return summary(record)
	}
	response := &record.Response
	text := response.StatusText + " " + string(response.Body())
	for _, field := range response.Header() {
		text += "; " + field.Name + ": " + field.Value
	}
	return text
}

func TestFetchDataURL(t *testing.T) {
	tests := []struct{ url, want string }{
		{"data:,hello", "OK hello; content-type: text/plain;charset=US-ASCII"},
		{"data:text/html,a%20b#c", "OK a b; content-type: text/html"},
		{"data:;base64,aGk=", "OK hi; content-type: text/plain;charset=US-ASCII"},
		{"data:text/html", "blocked TypeError scheme-fetch/data"},
		{"data:;base64,a", "blocked TypeError scheme-fetch/data"},
	}
	for _, test := range tests {
		record := fetched(fetch.Init{URL: test.url}, answer(200))
		if got := local(record); got != test.want {
			t.Errorf("%s: %s, want %s", test.url, got, test.want)
		}
		if len(record.Exchanges) > 0 {
			t.Errorf("%s: something was sent", test.url)
		}
	}
	if record := fetched(fetch.Init{URL: "data:,a", Method: "PUT", Header: headerList("X-A", "1")}, answer(200)); local(record) != "OK a; content-type: text/plain;charset=US-ASCII" {
		t.Errorf("PUT: %s", local(record))
	}
	if record := fetched(fetch.Init{URL: "data:,a#f"}, answer(200)); record.Response.Type != fetch.TypeBasic || record.Response.URL != "data:,a" {
		t.Errorf("%s response of %s", record.Response.Type, record.Response.URL)
	}
}

func TestFetchBlobURL(t *testing.T) {
	const url = "blob:https://app.example/1"
	client := document(appURL)
	client.Blobs = map[string]fetch.Blob{
		url:                            {Type: "text/plain", Bytes: []byte("hello")},
		"blob:https://app.example/big": {Type: "a/b", Size: 1 << 40},
		"blob:https://app.example/0":   {Bytes: []byte{}},
		"blob:https://b.example/1":     {Bytes: []byte("foreign")},
	}
	get := func(url string, namesAndValues ...string) fetch.Init {
		return fetch.Init{URL: url, Header: headerList(namesAndValues...)}
	}
	tests := []struct {
		name string
		init fetch.Init
		want string
	}{
		{"the whole", get(url), "OK hello; content-length: 5; content-type: text/plain"},
		{"with a fragment", get(url + "#a"), "OK hello; content-length: 5; content-type: text/plain"},
		{"an empty one", get("blob:https://app.example/0"), "OK ; content-length: 0; content-type: "},
		{"one of which only the size is known", get("blob:https://app.example/big"), "OK ; content-length: 1099511627776; content-type: a/b"},
		{"the first byte", get(url, "Range", "bytes=0-0"), "Partial Content h; content-length: 1; content-range: bytes 0-0/5; content-type: text/plain"},
		{"from the middle on", get(url, "Range", "bytes=2-"), "Partial Content llo; content-length: 3; content-range: bytes 2-4/5; content-type: text/plain"},
		{"beyond the end", get(url, "Range", "bytes=3-99"), "Partial Content lo; content-length: 2; content-range: bytes 3-4/5; content-type: text/plain"},
		{"the last two", get(url, "Range", "bytes=-2"), "Partial Content lo; content-length: 2; content-range: bytes 3-4/5; content-type: text/plain"},
		{"white space in it", get(url, "Range", "bytes= 1 - 2"), "Partial Content el; content-length: 2; content-range: bytes 1-2/5; content-type: text/plain"},
		{"a part of a big one", get("blob:https://app.example/big", "Range", "bytes=1-2"), "Partial Content ; content-length: 2; content-range: bytes 1-2/1099511627776; content-type: a/b"},
		{"behind the end", get(url, "Range", "bytes=5-"), "blocked TypeError scheme-fetch/blob-range"},
		{"backwards", get(url, "Range", "bytes=2-1"), "blocked TypeError scheme-fetch/blob-range"},
		{"two ranges", get(url, "Range", "bytes=0-1,3-4"), "blocked TypeError scheme-fetch/blob-range"},
		{"another unit", get(url, "Range", "lines=0-1"), "blocked TypeError scheme-fetch/blob-range"},
		{"another method", fetch.Init{URL: url, Method: "HEAD"}, "blocked TypeError scheme-fetch/blob-method"},
		{"one that is not there", get("blob:https://app.example/2"), "blocked TypeError scheme-fetch/blob-missing"},
		{"one of another origin", get("blob:https://b.example/1"), "blocked TypeError main-fetch/scheme"},
	}
	for _, test := range tests {
		if got := local(fetchedBy(new(fetch.UserAgent), client, test.init, answer(200))); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestFetchOtherSchemes(t *testing.T) {
	tests := []struct {
		url  string
		mode policy.Mode
		want string
	}{
		{"about:blank", "cors", "blocked TypeError main-fetch/scheme"},
		{"about:blank", "no-cors", "opaque response/opaque"},
		{"about:blank?q#f", "no-cors", "opaque response/opaque"},
		{"about:srcdoc", "no-cors", "blocked TypeError scheme-fetch/about"},
		{"about:blank/", "no-cors", "blocked TypeError scheme-fetch/about"},
		{"file:///a", "cors", "blocked TypeError main-fetch/scheme"},
		{"file:///a", "no-cors", "blocked TypeError scheme-fetch/file"},
		{"file:///a", "same-origin", "blocked TypeError main-fetch/mode-same-origin"},
		{"ftp://a.example/", "no-cors", "blocked TypeError scheme-fetch/unknown-scheme"},
		{"mailto:a@b", "no-cors", "blocked TypeError scheme-fetch/unknown-scheme"},
		{"javascript:alert()", "cors", "blocked TypeError main-fetch/scheme"},
	}
	for _, test := range tests {
		record := fetchedBy(new(fetch.UserAgent), document("http://plain.example/"), fetch.Init{URL: test.url, Mode: test.mode}, answer(200))
		if got := summary(record); got != test.want || len(record.Exchanges) > 0 {
			t.Errorf("%s in mode %s: %s, want %s", test.url, test.mode, got, test.want)
		}
	}
}

func TestPageOfBlobIsAtHomeThere(t *testing.T) {
	client := document("blob:https://app.example/1")
	record := fetchedBy(new(fetch.UserAgent), client, fetch.Init{URL: "https://app.example/"}, answer(200))
	if got := summary(record); got != "readable main-fetch/same-origin" {
		t.Error(got)
	}
	if got := sent(record, "Referer"); got != "-" {
		t.Errorf("a local scheme is no referrer, but %s was sent", got)
	}
}

func TestFetchBlobURLOfAnOpaqueOrigin(t *testing.T) {
	const url = "blob:null/1"
	sandboxed := document("data:,a")
	sandboxed.Blobs = map[string]fetch.Blob{url: {Type: "a/b", Bytes: []byte("hello")}}
	secure := *sandboxed
	secure.RestrictsMixedContent = policy.HTTPSRestriction
	tests := []struct {
		name   string
		client *fetch.Environment
		init   fetch.Init
		want   string
	}{
		{"its own", sandboxed, fetch.Init{URL: url}, "OK hello; content-length: 5; content-type: a/b"},
		{"in every mode", sandboxed, fetch.Init{URL: url + "#a", Mode: "same-origin"}, "OK hello; content-length: 5; content-type: a/b"},
		{"one that it did not make", sandboxed, fetch.Init{URL: "blob:null/2"}, "blocked TypeError main-fetch/scheme"},
		{"in a frame of a secure page", &secure, fetch.Init{URL: url}, "blocked TypeError main-fetch/mixed-content"},
	}
	for _, test := range tests {
		if got := local(fetchedBy(new(fetch.UserAgent), test.client, test.init, answer(200))); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
