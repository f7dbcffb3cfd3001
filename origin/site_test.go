package origin_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/origin"
)

// The rows of the table at https://url.spec.whatwg.org/#example-host-psl, and
// some more. An empty string is null.
func TestRegistrableDomain(t *testing.T) {
	for _, c := range []struct{ host, suffix, domain string }{
		{"com", "com", ""},
		{"example.com", "com", "example.com"},
		{"www.example.com", "com", "example.com"},
		{"sub.www.example.com", "com", "example.com"},
		{"EXAMPLE.COM", "com", "example.com"},
		{"example.com.", "com.", "example.com."},
		{"com.", "com.", ""},
		{"github.io", "github.io", ""},
		{"whatwg.github.io", "github.io", "whatwg.github.io"},
		{"إختبار", "xn--kgbechtv", ""},
		{"example.إختبار", "xn--kgbechtv", "example.xn--kgbechtv"},
		{"sub.example.إختبار", "xn--kgbechtv", "example.xn--kgbechtv"},
		{"[2001:0db8:85a3:0000:0000:8a2e:0370:7334]", "", ""},

		{"www.example.co.uk", "co.uk", "example.co.uk"},
		{"食狮.公司.cn", "xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"},
		{"city.kawasaki.jp", "kawasaki.jp", "city.kawasaki.jp"}, // an exception
		{"www.city.kawasaki.jp", "kawasaki.jp", "city.kawasaki.jp"},
		{"c.kawasaki.jp", "c.kawasaki.jp", ""}, // a wildcard
		{"a.b.c.kawasaki.jp", "c.kawasaki.jp", "b.c.kawasaki.jp"},
		{"kawasaki.jp", "jp", "kawasaki.jp"},
		{"localhost", "localhost", ""}, // the default rule
		{"app.localhost", "localhost", "app.localhost"},
		{"a.b.unlisted", "unlisted", "b.unlisted"},
		{"127.0.0.1", "", ""},
		{"", "", ""},
		{"not a host", "", ""},
		{".", ".", ""},
		{".com", "com", ""},
		{"a..com", "com", ""},
	} {
		suffix, ok := origin.PublicSuffix(c.host, nil)
		if suffix != c.suffix || ok != (suffix != "") {
			t.Errorf("public suffix of %q is %q, %v; want %q", c.host, suffix, ok, c.suffix)
		}
		domain, ok := origin.RegistrableDomain(c.host, nil)
		if ok != (c.domain != "") || ok && domain != c.domain {
			t.Errorf("registrable domain of %q is %q, %v; want %q", c.host, domain, ok, c.domain)
		}
	}
}

func TestPublicSuffixListVersion(t *testing.T) {
	if version := origin.PublicSuffixListVersion(); !strings.Contains(version, "publicsuffix.org") {
		t.Errorf("the list says of itself: %q", version)
	}
}

func TestSites(t *testing.T) {
	for _, c := range []struct {
		a, b                       string
		sameSite, schemelesslySame bool
	}{
		{"https://a.example", "https://a.example", true, true},
		{"https://www.a.example", "https://api.a.example:8443", true, true},
		{"https://a.example", "http://a.example", false, true},
		{"https://a.example", "https://b.example", false, false},
		{"https://alice.github.io", "https://bob.github.io", false, false},
		{"https://github.io", "https://github.io", true, true},
		{"https://github.io", "https://alice.github.io", false, false},
		{"http://192.0.2.1", "http://192.0.2.1:8080", true, true},
		{"http://192.0.2.1", "http://192.0.3.1", false, false},
		{"http://localhost:3000", "http://localhost:8080", true, true},
		{"http://localhost", "http://app.localhost", false, false},
		{"https://a.example", "https://a.example.", false, false},
		{"null", "https://a.example", false, false},
	} {
		var mint origin.Mint
		parse := func(s string) origin.Origin {
			if s == "null" {
				return mint.Opaque()
			}
			return origin.MustParseOrigin(s)
		}
		a, b := parse(c.a), parse(c.b)
		if got := origin.SameSite(a, b, nil); got != c.sameSite {
			t.Errorf("%s and %s same site: %v", a, b, got)
		}
		if got := a.Site(nil) == b.Site(nil); got != c.sameSite {
			t.Errorf("sites %s and %s equal: %v", a.Site(nil), b.Site(nil), got)
		}
		if got := origin.SchemelesslySameSite(a, b, nil); got != c.schemelesslySame {
			t.Errorf("%s and %s schemelessly same site: %v", a, b, got)
		}
	}
}

func TestSiteString(t *testing.T) {
	for o, want := range map[origin.Origin]string{
		{}:                        "",
		new(origin.Mint).Opaque(): "null",
		origin.MustParseOrigin("https://www.example.com:8443"): "https://example.com",
		origin.MustParseOrigin("http://[::1]:8080"):            "http://[::1]",
		origin.MustParseOrigin("https://github.io"):            "https://github.io",
	} {
		if got := o.Site(nil).String(); got != want {
			t.Errorf("site of %q is %q, want %q", o, got, want)
		}
	}
}

// A list can be injected, and a list without an answer makes no site.
func TestInjectedList(t *testing.T) {
	a, b := origin.MustParseOrigin("https://a.corp.example"), origin.MustParseOrigin("https://b.corp.example")
	if !origin.SameSite(a, b, fewRules{"example"}) || origin.SameSite(a, b, fewRules{"corp.example"}) {
		t.Error("the injected list is not asked")
	}
	if domain, ok := origin.RegistrableDomain("a.example", oddList{}); ok {
		t.Errorf("%q out of a suffix that is none", domain)
	}
}

type oddList struct{}

func (oddList) PublicSuffix(string) string { return "much.longer.than.the.host.example" }
func (oddList) String() string             { return "odd" }

func TestIsRegistrableDomainSuffixOrEqual(t *testing.T) {
	for _, c := range []struct {
		about, suffix, host string
		want                bool
	}{
		{"itself", "example.com", "example.com", true},
		{"the registrable domain", "example.com", "www.example.com", true},
		{"one between", "b.example.com", "a.b.example.com", true},
		{"is parsed as a host", "EXAMPLE.com", "www.example.com", true},
		{"a sub-domain", "www.example.com", "example.com", false},
		{"a stranger", "example.org", "example.com", false},
		{"half a label", "ample.com", "example.com", false},
		{"a public suffix", "com", "example.com", false},
		{"a private public suffix", "github.io", "alice.github.io", false},
		{"a public suffix that is the host", "github.io", "github.io", true},
		{"a dot more", "example.com.", "example.com", false},
		{"an address", "127.0.0.1", "127.0.0.1", true},
		{"the end of an address", "0.1", "127.0.0.1", false},
		{"an address in brackets", "[::0:1]", "[::1]", true},
		{"nothing", "", "example.com", false},
		{"no host", "exa mple.com", "example.com", false},
	} {
		if got := origin.IsRegistrableDomainSuffixOrEqual(c.suffix, c.host, nil); got != c.want {
			t.Errorf("%s: %q of %q: %v", c.about, c.suffix, c.host, got)
		}
	}
}
