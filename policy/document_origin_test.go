package policy_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

func TestDetermineOrigin(t *testing.T) {
	var mint origin.Mint
	source, opaque := origin.MustParseOrigin("https://a.example"), mint.Opaque()
	tests := []struct {
		about     string
		url       string
		sandboxed bool
		source    origin.Origin
		want      string // "source" or the origin
	}{
		{"a URL", "https://b.example/x", false, source, "https://b.example"},
		{"a URL in a sandbox", "https://b.example/x", true, source, "null"},
		{"about:blank", "about:blank?x#y", false, source, "source"},
		{"about:blank of the user", "about:blank", false, origin.Origin{}, "null"},
		{"about:blank in a sandbox", "about:blank", true, source, "null"},
		{"about:srcdoc", "about:srcdoc", false, opaque, "source"},
		{"about:config", "about:config", false, source, "null"},
		{"javascript:", "javascript:1", false, source, "source"},
		{"data:", "data:text/html,x", false, source, "null"},
		{"blob:", "blob:https://b.example/1", false, source, "https://b.example"},
		{"blob: of an opaque origin", "blob:null/1", false, opaque, "source"},
	}
	for _, test := range tests {
		got := policy.DetermineOrigin(policy.DocumentSource{
			URL: origin.MustParse(test.url), Sandboxed: test.sandboxed, Source: test.source,
		}, &mint)
		if test.want == "source" {
			if got != test.source {
				t.Errorf("%s: %v", test.about, got)
			}
			continue
		}
		if got.String() != test.want || got == opaque {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}

func TestInheritsPolicies(t *testing.T) {
	for url, want := range map[string]bool{
		"about:blank": true, "about:srcdoc": true, "data:,x": true, "blob:https://a.example/1": true, "javascript:1": true,
		"https://a.example/": false, "file:///x": false,
	} {
		if got := policy.InheritsPolicies(origin.MustParse(url)); got != want {
			t.Errorf("%s: %v", url, got)
		}
	}
}
