package fetch

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
)

func TestNormalizePercent(t *testing.T) {
	for _, test := range []struct{ about, url, want string }{
		{"nothing to do", "https://a.example/b", "https://a.example/b"},
		{"unreserved", "https://a.example/%41%2e%7E?%2d", "https://a.example/A.~?-"},
		{"reserved", "https://a.example/%2f%c3%A9", "https://a.example/%2F%C3%A9"},
		{"no percent-encoding", "https://a.example/%zz%4", "https://a.example/%zz%4"},
	} {
		if got := normalizePercent(origin.MustParse(test.url)).Href(); got != test.want {
			t.Errorf("%s: %s became %s, want %s", test.about, test.url, got, test.want)
		}
	}
}

func TestParseAsEngine(t *testing.T) {
	agent := UserAgent{Profile: engine.Chromium}
	f := fetching{agent: &agent}
	for _, test := range []struct{ about, url, want string }{
		{"a bar in the path", "https://a.example/b|c?d|e#f|g", "https://a.example/b%7Cc?d|e#f|g"},
		{"a space in the host", "http://A b/c", "http://a%20b/c"},
		{"both", "http://a b:81/c|d", "http://a%20b:81/c%7Cd"},
		{"a space elsewhere", "http:///", ""},
		{"another forbidden character", "http://a b<c/", ""},
	} {
		url, err := f.parse(origin.URL{}, test.url)
		if got := url.Href(); got != test.want || err == nil && test.want == "" {
			t.Errorf("%s: %s is %q (%v), want %q", test.about, test.url, got, err, test.want)
		}
	}
}

func FuzzParseAsEngine(f *testing.F) {
	f.Add("http://a b:81/c|d")
	f.Add("//a%20b|/|")
	base := origin.MustParse("https://app.example/")
	agent := UserAgent{Profile: engine.Chromium}
	f.Fuzz(func(_ *testing.T, reference string) {
		fetching := fetching{agent: &agent}
		if url, err := fetching.parse(base, reference); err == nil {
			if url.IsHTTP() {
				normalizePercent(url)
			}
			fetching.parse(url, "x|y")
		}
	})
}
