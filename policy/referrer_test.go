package policy_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// referrer is the standard's.
func referrer(p policy.ReferrerPolicy, source, current origin.URL) string {
	return policy.Referrer(policy.ReferrerRequest{Policy: p, Source: source, Current: current})
}

func TestReferrer(t *testing.T) {
	const (
		source = "https://me:pw@app.example/a/b?q#f"
		full   = "https://app.example/a/b?q"
		root   = "https://app.example/"
	)
	// What is sent to the same origin, to another one, and to one that is not secure.
	tests := []struct {
		policy            policy.ReferrerPolicy
		same, cross, down string
	}{
		{"no-referrer", "", "", ""},
		{"no-referrer-when-downgrade", full, full, ""},
		{"same-origin", full, "", ""},
		{"origin", root, root, root},
		{"strict-origin", root, root, ""},
		{"origin-when-cross-origin", full, root, root},
		{"strict-origin-when-cross-origin", full, root, ""},
		{"unsafe-url", full, full, full},
	}
	for _, test := range tests {
		for url, want := range map[string]string{
			"https://app.example/x":        test.same,
			"https://api.example/":         test.cross,
			"https://app.example:8443/":    test.cross,
			"http://app.example/":          test.down,
			"http://127.0.0.1/":            test.cross,
			"https://me:pw@app.example/y#": test.same,
		} {
			if got := referrer(test.policy, origin.MustParse(source), origin.MustParse(url)); got != want {
				t.Errorf("%s to %s: %q, want %q", test.policy, url, got, want)
			}
		}
	}
}

func TestReferrerFromAPageThatIsNotSecure(t *testing.T) {
	source := origin.MustParse("http://app.example/a?q")
	for p, want := range map[policy.ReferrerPolicy]string{
		"no-referrer-when-downgrade":      "http://app.example/a?q",
		"strict-origin":                   "http://app.example/",
		"strict-origin-when-cross-origin": "http://app.example/",
	} {
		if got := referrer(p, source, origin.MustParse("http://api.example/")); got != want {
			t.Errorf("%s: %q, want %q", p, got, want)
		}
	}
}

func TestReferrerOfLocalSchemes(t *testing.T) {
	for _, source := range []string{"about:blank", "about:srcdoc", "data:,a", "blob:https://app.example/1"} {
		if got := referrer(policy.ReferrerUnsafeURL, origin.MustParse(source), origin.MustParse("https://app.example/")); got != "" {
			t.Errorf("%s: %q was sent", source, got)
		}
	}
}

func TestLongReferrerIsCutDown(t *testing.T) {
	const root = "https://app.example/"
	for length, want := range map[int]int{4096: 4096, 4097: len(root)} {
		source := origin.MustParse(root + strings.Repeat("a", length-len(root)) + "#fragment")
		if got := referrer(policy.ReferrerUnsafeURL, source, origin.MustParse(root)); len(got) != want {
			t.Errorf("of %d characters %d are sent, want %d", length, len(got), want)
		}
	}
}

func TestParseReferrerPolicy(t *testing.T) {
	tests := []struct {
		values []string
		want   policy.ReferrerPolicy
	}{
		{nil, ""},
		{[]string{""}, ""},
		{[]string{"origin"}, "origin"},
		{[]string{"no-referrer, strict-origin"}, "strict-origin"},
		{[]string{"no-referrer", "strict-origin"}, "strict-origin"},
		{[]string{"no-referrer, what-is-this"}, "no-referrer"},
		{[]string{"Origin"}, ""},
		{[]string{"never"}, ""},
		{[]string{"origin same-origin"}, ""},
		{[]string{"origin, (a)"}, ""},
	}
	for _, test := range tests {
		response := headerList()
		for _, value := range test.values {
			response.Append("Referrer-Policy", value)
		}
		if got := policy.ParseReferrerPolicy(&engine.Standard, response); got != test.want {
			t.Errorf("%q: %q, want %q", test.values, got, test.want)
		}
	}
	if got := policy.ParseReferrerPolicy(&engine.Firefox, headerList("Referrer-Policy", "Origin")); got != policy.ReferrerOrigin {
		t.Errorf("in Firefox: %q", got)
	}
}

func FuzzParseReferrerPolicy(f *testing.F) {
	for _, seed := range []string{"", "no-referrer", "origin, unknown", "origin,,unsafe-url", "origin, a_b", "origin unsafe-url", "ORIGIN"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		// The last policy that is known counts, in a list of nothing but letters, hyphens, commas and white space.
		const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-"
		var want policy.ReferrerPolicy
		for element := range strings.SplitSeq(value, ",") {
			element = strings.Trim(element, " \t")
			if strings.Trim(element, letters) != "" {
				want = ""
				break
			}
			if p := policy.ReferrerPolicy(element); policy.IsReferrerPolicy(p) {
				want = p
			}
		}
		if got := policy.ParseReferrerPolicy(&engine.Standard, headerList("Referrer-Policy", value)); got != want {
			t.Errorf("%q: got %q, want %q", value, got, want)
		}
	})
}
