package policy_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

func TestCORPCheck(t *testing.T) {
	const app, www, api = "https://app.example", "https://www.app.example/", "https://api.example/"
	tests := []struct {
		origin      string
		url         string
		policy      string
		embedder    policy.EmbedderPolicy
		credentials bool
		want        string // the rule that stops it
	}{
		{app, api, "", "", true, ""},
		{app, api, "cross-origin", "", true, ""},
		{app, api, "same-site", "", true, "corp/same-site"},
		{app, api, "same-origin", "", true, "corp/same-origin"},
		{app, www, "same-site", "", true, ""},
		{app, www, "same-origin", "", true, "corp/same-origin"},
		{app, app + "/", "same-origin", "", true, ""},
		{app, app + ":8443/", "same-origin", "", true, "corp/same-origin"},
		{app, app + ":8443/", "same-site", "", true, ""},

		// Same site is schemeless, but what is secure is not for a page that is not.
		{"http://app.example", www, "same-site", "", true, "corp/same-site"},
		{app, "http://www.app.example/", "same-site", "", true, ""},
		{"http://app.example", "http://www.app.example/", "same-site", "", true, ""},

		// What is none of the three is nothing.
		{app, api, "Same-Origin", "", true, ""},
		{app, api, "same-origin, same-origin", "", true, ""},
		{app, api, "what", "", true, ""},

		// The embedder asks.
		{app, api, "", "require-corp", false, "corp/embedder-policy"},
		{app, api, "what", "require-corp", false, "corp/embedder-policy"},
		{app, api, "cross-origin", "require-corp", true, ""},
		{app, app + "/", "", "require-corp", true, ""},
		{app, www, "", "require-corp", true, "corp/embedder-policy"},
		{app, www, "same-site", "require-corp", true, ""},
		{app, api, "", "credentialless", true, "corp/embedder-policy"},
		{app, api, "", "credentialless", false, ""},
		{app, api, "same-origin", "credentialless", false, "corp/same-origin"},
		{app, api, "", "unsafe-none", true, ""},
	}
	for _, test := range tests {
		response := headerList("Cross-Origin-Resource-Policy", test.policy)
		if test.policy == "" {
			response = nil
		}
		d := policy.CORPCheck(policy.ResourceRequest{
			Origin: origin.MustParseOrigin(test.origin), EmbedderPolicy: test.embedder, IncludesCredentials: test.credentials,
		}, origin.MustParse(test.url), response)
		if got := stops(d); got != test.want {
			t.Errorf("%s with policy %q for %s with embedder policy %q, credentials %v: %q, want %q",
				test.url, test.policy, test.origin, test.embedder, test.credentials, got, test.want)
		}
	}
}

func TestCORPCheckOfASandbox(t *testing.T) {
	request := policy.ResourceRequest{Origin: new(origin.Mint).Opaque()}
	for value, want := range map[string]bool{"same-origin": false, "same-site": false, "cross-origin": true, "": true} {
		d := policy.CORPCheck(request, origin.MustParse("https://app.example/"), headerList("Cross-Origin-Resource-Policy", value))
		if d.OK() != want {
			t.Errorf("%q: %v, want %v", value, d.OK(), want)
		}
	}
}

func TestParseEmbedderPolicy(t *testing.T) {
	for value, want := range map[string]policy.EmbedderPolicy{
		"require-corp":                  policy.EmbedderRequireCORP,
		`require-corp; report-to="a"`:   policy.EmbedderRequireCORP,
		"credentialless":                policy.EmbedderCredentialless,
		"unsafe-none":                   policy.EmbedderUnsafeNone,
		"Require-Corp":                  policy.EmbedderUnsafeNone,
		`"require-corp"`:                policy.EmbedderUnsafeNone,
		"require-corp, credentialless":  policy.EmbedderUnsafeNone,
		"(require-corp credentialless)": policy.EmbedderUnsafeNone,
		"":                              policy.EmbedderUnsafeNone,
	} {
		if got := policy.ParseEmbedderPolicy(headerList("Cross-Origin-Embedder-Policy", value)); got != want {
			t.Errorf("%q: %s, want %s", value, got, want)
		}
	}
}

func TestEmbedderAllowsCredentials(t *testing.T) {
	tests := []struct {
		mode       policy.Mode
		embedder   policy.EmbedderPolicy
		sameOrigin bool
		taint      policy.RedirectTaint
		want       bool
	}{
		{"no-cors", "credentialless", false, policy.TaintSameOrigin, false},
		{"no-cors", "credentialless", true, policy.TaintSameOrigin, true},
		{"no-cors", "credentialless", true, policy.TaintCrossSite, false},
		{"cors", "credentialless", false, policy.TaintSameOrigin, true},
		{"no-cors", "require-corp", false, policy.TaintSameOrigin, true},
		{"no-cors", "", false, policy.TaintSameOrigin, true},
	}
	for _, test := range tests {
		if got := policy.EmbedderAllowsCredentials(test.mode, test.embedder, test.sameOrigin, test.taint); got != test.want {
			t.Errorf("%+v: got %v", test, got)
		}
	}
}
