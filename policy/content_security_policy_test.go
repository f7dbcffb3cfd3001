package policy_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

func TestMatchesSourceList(t *testing.T) {
	for _, test := range []struct {
		about, list, url string
		redirected, want bool
	}{
		{"The page's origin", "'self'", "https://app.example/a", false, true},
		{"in upper case", "'SELF'", "https://app.example/a", false, true},
		{"Another origin", "'self'", "https://api.example/", false, false},
		{"The same host, in the clear", "'self'", "http://app.example/", false, false},
		{"The same host, by another protocol", "'self'", "wss://app.example/", false, true},
		{"The same host at another port", "'self'", "https://app.example:8443/", false, false},
		{"Nothing", "", "https://app.example/", false, false},
		{"None", "'none'", "https://app.example/", false, false},
		{"Everything", "*", "https://api.example/", false, true},
		{"Everything, but not what is no place", "*", "data:,a", false, false},
		{"A scheme", "data:", "data:,a", false, true},
		{"A less secure scheme", "http:", "https://api.example/", false, true},
		{"A more secure scheme", "https:", "http://api.example/", false, false},
		{"A scheme for sockets", "ws:", "wss://api.example/", false, true},
		{"A host", "api.example", "https://api.example/a", false, true},
		{"in upper case", "API.example", "https://api.example/a", false, true},
		{"and no other", "api.example", "https://api.example.com/", false, false},
		{"A host without a scheme, in the clear", "api.example", "http://api.example/", false, false},
		{"A host with a less secure scheme", "http://api.example", "https://api.example/", false, true},
		{"A host of all", "https://*", "https://api.example/", false, true},
		{"All below a host", "*.example", "https://api.example/", false, true},
		{"but not itself", "*.api.example", "https://api.example/", false, false},
		{"An IP address", "127.0.0.1", "https://127.0.0.1/", false, false},
		{"No port", "api.example", "https://api.example:8443/", false, false},
		{"The port", "api.example:8443", "https://api.example:8443/", false, true},
		{"The default port", "api.example:443", "https://api.example/", false, true},
		{"The default port of another scheme", "http://api.example:80", "https://api.example/", false, false},
		{"Any port", "api.example:*", "https://api.example:8443/", false, true},
		{"No port, though a colon", "api.example:", "https://api.example/", false, false},
		{"A path", "api.example/a", "https://api.example/a?q", false, true},
		{"not below it", "api.example/a", "https://api.example/a/b", false, false},
		{"A directory", "api.example/a/", "https://api.example/a/b", false, true},
		{"not itself", "api.example/a/", "https://api.example/a", false, false},
		{"An escaped path", "api.example/%61", "https://api.example/a", false, true},
		{"Another path", "api.example/a", "https://api.example/b", false, false},
		{"Another path after a redirect", "api.example/a", "https://api.example/b", true, true},
		{"One of several", "'none' api.example 'self'", "https://api.example/", false, true},
		{"No host", "*a.example", "https://a.example/", false, false},
		{"No scheme", "1a:", "data:,a", false, false},
	} {
		self := origin.MustParseOrigin("https://app.example")
		got := policy.MatchesSourceList(strings.Fields(test.list), origin.MustParse(test.url), self, test.redirected)
		if got != test.want {
			t.Errorf("%s: %q, %s: %v", test.about, test.list, test.url, got)
		}
	}
}

func TestCheckSecurityPolicies(t *testing.T) {
	const hash = "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="
	script := policy.SecuredRequest{Destination: "script"}
	for _, test := range []struct {
		about, header string
		request       policy.SecuredRequest
		want          string // the directive that stops the request
	}{
		{"No policy", "", script, ""},
		{"The directive itself", "script-src-elem 'none'; script-src *", script, "script-src-elem 'none'"},
		{"One that stands for it", "script-src 'none'; default-src *", script, "script-src 'none'"},
		{"The last resort", "default-src 'self'", script, "default-src 'self'"},
		{"Directives for others", "img-src 'none'; connect-src 'none'", script, ""},
		{"A directive that is there twice", "script-src *; Script-Src 'none'", script, ""},
		{"Two policies", "script-src *, script-src 'none'", script, "script-src 'none'"},
		{"fetch()", "connect-src 'none'", policy.SecuredRequest{}, "connect-src 'none'"},
		{"An image", "img-src 'none'", policy.SecuredRequest{Destination: "image"}, "img-src 'none'"},
		{"A frame", "child-src 'none'", policy.SecuredRequest{Destination: "iframe"}, "child-src 'none'"},
		{"A worker", "script-src 'none'", policy.SecuredRequest{Destination: "worker"}, "script-src 'none'"},
		{"A video", "media-src 'none'", policy.SecuredRequest{Destination: "video"}, "media-src 'none'"},
		{"A font", "font-src 'none'", policy.SecuredRequest{Destination: "font"}, "font-src 'none'"},
		{"A plug-in", "object-src 'none'", policy.SecuredRequest{Destination: "embed"}, "object-src 'none'"},
		{"A manifest", "manifest-src 'none'", policy.SecuredRequest{Destination: "manifest"}, "manifest-src 'none'"},
		{"A navigation", "default-src 'none'", policy.SecuredRequest{Destination: "document"}, ""},
		{"A nonce", "script-src 'nonce-abc'", policy.SecuredRequest{Destination: "script", Nonce: "abc"}, ""},
		{"Another nonce", "script-src 'nonce-abc'", policy.SecuredRequest{Destination: "script", Nonce: "ABC"}, "script-src 'nonce-abc'"},
		{"The nonce of a style sheet", "style-src 'nonce-abc'", policy.SecuredRequest{Destination: "style", Nonce: "abc"}, ""},
		{"A hash", "script-src '" + hash + "'", policy.SecuredRequest{Destination: "script", Integrity: hash}, ""},
		{"A hash too many", "script-src '" + hash + "'", policy.SecuredRequest{Destination: "script", Integrity: hash + " sha384-a"},
			"script-src '" + hash + "'"},
		{"A script of a script", "script-src 'strict-dynamic'", script, ""},
		{"A script of the parser", "script-src 'strict-dynamic' *",
			policy.SecuredRequest{Destination: "script", ParserInserted: true}, "script-src 'strict-dynamic' *"},
		{"A worker of a script", "script-src 'strict-dynamic'", policy.SecuredRequest{Destination: "worker"}, ""},
		{"A worker, by the last resort", "default-src 'strict-dynamic'", policy.SecuredRequest{Destination: "worker"},
			"default-src 'strict-dynamic'"},
		{"A script, by the last resort", "default-src 'strict-dynamic'", script, ""},
		{"A hash in base64url", "script-src 'sha256-_w=='", policy.SecuredRequest{Destination: "script", Integrity: "sha256-/w=="},
			"script-src 'sha256-_w=='"},
		{"A directive beyond ASCII", "script-src 'none' \u00e9", script, ""},
	} {
		self := origin.MustParseOrigin("https://app.example")
		test.request.URL = origin.MustParse("https://api.example/a")
		policies := policy.ParseSecurityPolicies(headerList("Content-Security-Policy", test.header), self)
		d := policy.CheckSecurityPolicies(policies, &test.request)
		if d.Rule != rule.ContentSecurityPolicy || d.OK() != (test.want == "") || !d.OK() && d.Against != test.want {
			t.Errorf("%s: %v, %q", test.about, d.Result, d.Against)
		}
		reports := policy.ParseSecurityPolicies(headerList("Content-Security-Policy-Report-Only", test.header), self)
		if !policy.CheckSecurityPolicies(reports, &test.request).OK() {
			t.Errorf("%s: a report blocks", test.about)
		}
		if directive := policy.ReportedSecurityPolicy(reports, &test.request); (directive != nil) != (test.want != "") {
			t.Errorf("%s: reported %v", test.about, directive)
		}
	}
}

func TestAllowsFormAction(t *testing.T) {
	self := origin.MustParseOrigin("https://app.example")
	policies := policy.ParseSecurityPolicies(headerList("Content-Security-Policy", "default-src 'none'; form-action 'self'"), self)
	for url, want := range map[string]bool{"https://app.example/": true, "https://api.example/": false} {
		if policy.AllowsFormAction(policies, origin.MustParse(url), false).OK() != want {
			t.Errorf("%s: want %v", url, want)
		}
	}
}

func TestUpgradesInsecureRequests(t *testing.T) {
	for value, want := range map[string]bool{
		"upgrade-insecure-requests": true, "img-src *; UPGRADE-insecure-requests": true, "img-src upgrade-insecure-requests": false,
	} {
		policies := policy.ParseSecurityPolicies(headerList("Content-Security-Policy", value), origin.Origin{})
		if policy.UpgradesInsecureRequests(policies) != want {
			t.Errorf("%s: want %v", value, want)
		}
	}
}

func FuzzSecurityPolicies(f *testing.F) {
	f.Add("default-src 'self' *.a.example:*/b/ data:; script-src 'nonce-a' 'sha256-b', img-src 'none'")
	f.Fuzz(func(t *testing.T, value string) {
		self := origin.MustParseOrigin("https://app.example")
		request := policy.SecuredRequest{URL: origin.MustParse("https://a.example/b"), Destination: "script", Nonce: "a"}
		policies := policy.ParseSecurityPolicies(headerList("Content-Security-Policy", value), self)
		for _, parsed := range policies {
			names := map[string]bool{}
			for _, directive := range parsed.Directives {
				if directive.Name == "" || names[directive.Name] {
					t.Fatalf("%q: %q", value, directive.Name)
				}
				names[directive.Name] = true
			}
		}
		policy.CheckSecurityPolicies(policies, &request)
	})
}
