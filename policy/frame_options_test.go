package policy_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// TestFrameOptions has what Chromium, Firefox and WebKit have shown of a document in a frame of its own origin and of
// another.
func TestFrameOptions(t *testing.T) {
	own, other := origin.MustParseOrigin("http://localhost:8000"), origin.MustParseOrigin("http://127.0.0.1:8000")
	tests := []struct {
		fields         []string
		shown, shownIn bool // in a frame of its own origin, and of another
	}{
		{nil, true, true},
		{[]string{""}, true, true},
		{[]string{","}, true, true},
		{[]string{"DENY"}, false, false},
		{[]string{" deny "}, false, false},
		{[]string{"SAMEORIGIN"}, true, false},
		{[]string{"ALLOWALL"}, true, true},
		{[]string{"INVALID"}, true, true},
		{[]string{"ALLOW-FROM http://localhost:8000"}, true, true},
		{[]string{"DENY;"}, true, true},
		{[]string{"DENY DENY"}, true, true},
		{[]string{`"DENY"`}, true, true},
		{[]string{`"DENY`}, true, true},
		{[]string{"DENY, DENY"}, false, false},
		{[]string{"SAMEORIGIN, sameorigin"}, true, false},
		{[]string{"SAMEORIGIN", "SAMEORIGIN"}, true, false},
		{[]string{"ALLOWALL, ALLOWALL"}, true, true},
		{[]string{"INVALID, OTHER"}, true, true},
		{[]string{"INVALID, INVALID"}, true, true},
		{[]string{"DENY, SAMEORIGIN"}, false, false},
		{[]string{"ALLOWALL, DENY"}, false, false},
		{[]string{"ALLOWALL, SAMEORIGIN"}, false, false},
		{[]string{"ALLOWALL, INVALID"}, false, false},
		{[]string{"SAMEORIGIN, INVALID"}, false, false},
		{[]string{"SAMEORIGIN", "DENY"}, false, false},
		{[]string{"DENY", "INVALID"}, false, false},
		{[]string{"DENY,"}, false, false},
		{[]string{",SAMEORIGIN"}, false, false},
	}
	for _, test := range tests {
		var list header.List
		for _, field := range test.fields {
			list.Append("X-Frame-Options", field)
		}
		got := [2]bool{
			policy.FrameOptions(list, own, []origin.Origin{own}).OK(),
			policy.FrameOptions(list, own, []origin.Origin{other}).OK(),
		}
		if want := [2]bool{test.shown, test.shownIn}; got != want {
			t.Errorf("%q: %v", test.fields, got)
		}
	}
	nested := policy.FrameOptions(header.List{{Name: "X-Frame-Options", Value: "SAMEORIGIN"}}, own, []origin.Origin{own, other, own})
	if nested.Rule != rule.FrameOptionsSameOrigin || nested.OK() {
		t.Errorf("an ancestor in between: %+v", nested)
	}
}

func TestFrameAncestors(t *testing.T) {
	const top = "http://localhost:8000"
	tests := []struct {
		about     string
		policy    string
		self      string
		ancestors []string
		want      bool
	}{
		{"everybody", "frame-ancestors *", top, []string{top}, true},
		{"nobody", "frame-ancestors 'none'", top, []string{top}, false},
		{"nothing", "frame-ancestors", top, []string{top}, false},
		{"'none' among others", "frame-ancestors 'none' localhost:8000", top, []string{top}, true},
		{"itself", "frame-ancestors 'SELF'", top, []string{top}, true},
		{"itself, elsewhere", "frame-ancestors 'self'", "http://a.example", []string{top}, false},
		{"itself, more securely", "frame-ancestors 'self'", "http://a.example", []string{"https://a.example"}, true},
		{"itself, less securely", "frame-ancestors 'self'", "https://a.example", []string{"http://a.example"}, false},
		{"a scheme", "frame-ancestors http:", top, []string{top}, true},
		{"a more secure scheme", "frame-ancestors HTTP:", top, []string{"https://a.example"}, true},
		{"a less secure scheme", "frame-ancestors https:", top, []string{top}, false},
		{"a host", "frame-ancestors a.example", "https://b.example", []string{"https://a.example"}, true},
		{"a host of a page that is not secure", "frame-ancestors a.example", "http://b.example", []string{"https://a.example"}, true},
		{"a host that is not secure", "frame-ancestors a.example", "https://b.example", []string{"http://a.example"}, false},
		{"a host with a scheme", "frame-ancestors https://a.example", "http://b.example", []string{"https://a.example"}, true},
		{"a host without its port", "frame-ancestors localhost", top, []string{top}, false},
		{"a host with its port", "frame-ancestors LOCALHOST:8000", top, []string{top}, true},
		{"a host with a port that need not be there", "frame-ancestors https://a.example:443", top, []string{"https://a.example"}, true},
		{"a host with any port", "frame-ancestors localhost:*", top, []string{top}, true},
		{"any host", "frame-ancestors http://*:8000", top, []string{top}, true},
		{"a host below", "frame-ancestors *.example", "https://b.example", []string{"https://a.example"}, true},
		{"the host itself is not below", "frame-ancestors *.a.example", "https://b.example", []string{"https://a.example"}, false},
		{"a slash", "frame-ancestors localhost:8000/", top, []string{top}, true},
		{"a path", "frame-ancestors localhost:8000/path", top, []string{top}, false},
		{"an address", "frame-ancestors http://127.0.0.1:8000", top, []string{"http://127.0.0.1:8000"}, false},
		{"a keyword of others", "frame-ancestors 'unsafe-inline'", top, []string{top}, false},
		{"each ancestor counts", "frame-ancestors localhost:8000", top, []string{top, "https://a.example"}, false},
		{"each policy counts", "frame-ancestors *, frame-ancestors 'none'", top, []string{top}, false},
		{"the first of a policy counts", "Frame-Ancestors *; frame-ancestors 'none'", top, []string{top}, true},
		{"opaque", "frame-ancestors *", top, []string{"null"}, false},
		{"another directive", "default-src 'none'", top, []string{top}, true},
	}
	for _, test := range tests {
		list := header.List{{Name: "Content-Security-Policy", Value: test.policy}}
		var ancestors []origin.Origin
		for _, ancestor := range test.ancestors {
			if ancestor == "null" {
				ancestors = append(ancestors, new(origin.Mint).Opaque())
				continue
			}
			ancestors = append(ancestors, origin.MustParseOrigin(ancestor))
		}
		if d, _ := policy.FrameAncestors(engine.Standard, policy.ParseSecurityPolicies(list, origin.MustParseOrigin(test.self)), ancestors); d.OK() != test.want {
			t.Errorf("%s: %+v", test.about, d)
		}
	}
}

func TestFrameAncestorsInEngines(t *testing.T) {
	const local, address = "http://localhost:8000", "http://127.0.0.1:8000"
	tests := []struct {
		about, sources, ancestor  string
		chromium, firefox, webKit bool
	}{
		{"an address", "http://127.0.0.1:8000", address, true, true, true},
		{"a path", "localhost:8000/path", local, false, true, false},
		{"a sandbox", "*", "null", false, true, false},
		{"a sandbox, and a scheme", "http:", "null", false, false, false},
	}
	for _, test := range tests {
		ancestor := new(origin.Mint).Opaque()
		if test.ancestor != "null" {
			ancestor = origin.MustParseOrigin(test.ancestor)
		}
		list := header.List{{Name: "Content-Security-Policy", Value: "frame-ancestors " + test.sources}}
		for profile, want := range map[engine.Profile]bool{
			engine.Chromium: test.chromium, engine.Firefox: test.firefox, engine.WebKit: test.webKit,
		} {
			if d, _ := policy.FrameAncestors(profile, policy.ParseSecurityPolicies(list, origin.MustParseOrigin(local)), []origin.Origin{ancestor}); d.OK() != want {
				t.Errorf("%s in %s: %+v", test.about, profile, d)
			}
		}
	}
}

func TestSandboxTokens(t *testing.T) {
	tests := []struct {
		about     string
		value     string
		tokens    int
		sandboxed bool
	}{
		{"no sandbox", "default-src *", 0, false},
		{"a sandbox", "sandbox", 0, true},
		{"tokens", "sandbox allow-scripts\tallow-same-origin", 2, true},
		{"the last policy", "sandbox allow-scripts, sandbox", 0, true},
	}
	for _, test := range tests {
		tokens, sandboxed := policy.SandboxTokens(policy.ParseSecurityPolicies(headerList("Content-Security-Policy", test.value), origin.Origin{}))
		if len(tokens) != test.tokens || sandboxed != test.sandboxed {
			t.Errorf("%s: %q, %v", test.about, tokens, sandboxed)
		}
	}
}

func FuzzFraming(f *testing.F) {
	f.Add("frame-ancestors https://*.a.example:443/x 'self'; sandbox", "DENY, sameorigin")
	f.Add("frame-ancestors ://:*/ *.: http:", `"`)
	self := origin.MustParseOrigin("https://a.example")
	f.Fuzz(func(t *testing.T, security, options string) {
		list := header.List{{Name: "Content-Security-Policy", Value: security}, {Name: "X-Frame-Options", Value: options}}
		if len(policy.Framing(engine.Firefox, policy.ParseSecurityPolicies(list, self), list, self, []origin.Origin{self})) == 0 {
			t.Error("nothing was decided")
		}
		policy.SandboxTokens(policy.ParseSecurityPolicies(list, self))
	})
}
