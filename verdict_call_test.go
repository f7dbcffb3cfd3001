package corsim_test

import (
	"testing"

	"github.com/corsim/corsim"
)

// TestVerdictURL holds that a verdict tells the URL that was asked for as its browser reads it.
func TestVerdictURL(t *testing.T) {
	tests := []struct {
		about, page string
		call        any
		want        string
	}{
		{"a URL", appURL, corsim.Request{URL: "HTTPS://api.example:443/a|b#c"}, "https://api.example/a%7Cb#c"},
		{"relative to the page", appURL, corsim.XHR{URL: "/a?b"}, "https://app.example/a?b"},
		{"relative to a style sheet", appURL,
			corsim.Load{Kind: corsim.Font, URL: "a.woff", Stylesheet: "https://cdn.example/css/a.css"},
			"https://cdn.example/css/a.woff"},
		{"none", appURL, corsim.Request{URL: "https://["}, ""},
	}
	for _, test := range tests {
		page := corsim.New(corsim.Chromium).Open(test.page)
		if got := page.Do(turns(says(200)), test.call).URL().Href(); got != test.want {
			t.Errorf("%s: %s, want %s", test.about, got, test.want)
		}
	}
	if url := (corsim.Verdict{}).URL(); !url.IsZero() {
		t.Errorf("the zero Verdict has the URL %s", url)
	}
}
