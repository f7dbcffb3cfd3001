package policy_test

import (
	"testing"

	"github.com/corsim/corsim/policy"
)

func TestDomainMatch(t *testing.T) {
	for _, test := range []struct {
		about, host, domain string
		want                bool
	}{
		{"A host matches itself", "site.example", "site.example", true},
		{"and the domain above it", "app.site.example", "site.example", true},
		{"and every domain above it", "a.b.site.example", "example", true},
		{"but none below it", "site.example", "app.site.example", false},
		{"and no neighbour", "other.example", "site.example", false},
		{"A common end is not enough", "evilsite.example", "site.example", false},
		{"A dot at the end makes another host", "site.example.", "site.example", false},
		{"An IPv4 address matches itself", "192.0.2.1", "192.0.2.1", true},
		{"but not its end", "192.0.2.1", "2.1", false},
		{"An IPv6 address matches itself", "[2001:db8::1]", "[2001:db8::1]", true},
		{"A domain may end in a digit", "app.xn--n3h1", "xn--n3h1", true},
	} {
		if got := policy.DomainMatch(test.host, test.domain); got != test.want {
			t.Errorf("%s: %s, %s: %v", test.about, test.host, test.domain, got)
		}
	}
}

func TestIsCookiePublicSuffix(t *testing.T) {
	for _, test := range []struct {
		about, domain string
		want          bool
	}{
		{"A top-level domain", "com", true},
		{"with a dot at the end", "com.", true},
		{"A suffix of two labels", "co.uk", true},
		{"A suffix that a company has given to the list", "github.io", true},
		{"A label that no rule knows", "localhost", true},
		{"A site", "site.example", false},
		{"An IPv4 address", "192.0.2.1", false},
		{"An IPv6 address", "[::1]", false},
	} {
		if got := policy.IsCookiePublicSuffix(test.domain, nil); got != test.want {
			t.Errorf("%s: %s: %v", test.about, test.domain, got)
		}
	}
}

func TestPathMatch(t *testing.T) {
	for _, test := range []struct {
		about, request, cookie string
		want                   bool
	}{
		{"The root matches everything", "/docs/", "/", true},
		{"A path matches itself", "/docs", "/docs", true},
		{"and what is below", "/docs/intro", "/docs", true},
		{"with a slash at its end too", "/docs/intro", "/docs/", true},
		{"but then not without it", "/docs", "/docs/", false},
		{"A segment is whole", "/docsets", "/docs", false},
		{"The path above does not match", "/", "/docs", false},
		{"Upper case is another path", "/Docs", "/docs", false},
		{"No escape is decoded", "/d%6Fcs", "/docs", false},
	} {
		if got := policy.PathMatch(test.request, test.cookie); got != test.want {
			t.Errorf("%s: %s, %s: %v", test.about, test.request, test.cookie, got)
		}
	}
}

func TestDefaultCookiePath(t *testing.T) {
	for _, test := range []struct{ about, path, want string }{
		{"The root", "/", "/"},
		{"A file in the root", "/index.html", "/"},
		{"A file in a directory", "/docs/index.html", "/docs"},
		{"A directory", "/docs/", "/docs"},
		{"Two slashes", "//", "/"},
		{"No path", "", "/"},
		{"No slash in front", "docs/index.html", "/"},
	} {
		if got := policy.DefaultCookiePath(test.path); got != test.want {
			t.Errorf("%s: %q: %q, want %q", test.about, test.path, got, test.want)
		}
	}
}

func TestCheckCookiePrefix(t *testing.T) {
	for _, test := range []struct {
		about, value string
		want         policy.CookieReason
	}{
		{"__Secure- with Secure", "__Secure-a=b; Secure; Domain=site.example", policy.CookieOK},
		{"__Secure- without", "__Secure-a=b", policy.CookieSecurePrefix},
		{"in other letters", "__sEcUrE-a=b", policy.CookieSecurePrefix},
		{"without a name after it", "__Secure-=b", policy.CookieSecurePrefix},
		{"__Host- with all it needs", "__Host-a=b; Secure; Path=/", policy.CookieOK},
		{"__Host- without Secure", "__Host-a=b; Path=/", policy.CookieHostPrefix},
		{"__Host- with a Domain", "__Host-a=b; Secure; Path=/; Domain=site.example", policy.CookieHostPrefix},
		{"__Host- without Path, though the default is /", "__Host-a=b; Secure", policy.CookieHostPrefix},
		{"__Host- with a Path that means the default", "__Host-a=b; Secure; Path", policy.CookieOK},
		{"__Host- with another Path", "__HOST-a=b; Secure; Path=/docs", policy.CookieHostPrefix},
		{"__Http- with all it needs", "__Http-a=b; Secure; HttpOnly", policy.CookieOK},
		{"__Http- without Secure", "__Http-a=b; HttpOnly", policy.CookieHTTPPrefix},
		{"__Http- without HttpOnly", "__http-a=b; Secure", policy.CookieHTTPPrefix},
		{"__Host-Http- with all it needs", "__Host-Http-a=b; Secure; HttpOnly; Path=/", policy.CookieOK},
		{"__Host-Http- without HttpOnly", "__Host-Http-a=b; Secure; Path=/", policy.CookieHTTPPrefix},
		{"__Host-Http- without Path", "__Host-Http-a=b; Secure; HttpOnly", policy.CookieHostPrefix},
		{"A prefix without its hyphen is none", "__Host=b", policy.CookieOK},
		{"A value that looks like a prefixed name", "=__Secure-a=b; Secure", policy.CookieNamelessPrefix},
		{"without the equals sign", "__host-a; Secure; Path=/", policy.CookieNamelessPrefix},
		{"with the newer prefix", "=__Http-a", policy.CookieNamelessPrefix},
		{"A value after a name may look like anything", "a=__Host-b", policy.CookieOK},
	} {
		cookie, reason := policy.ParseSetCookie(test.value)
		if reason != policy.CookieOK {
			t.Fatalf("%q: %v", test.value, reason)
		}
		path := cookie.Path
		if path == "" {
			path = "/"
		}
		if got := policy.CheckCookiePrefix(cookie, cookie.Domain == "", path); got != test.want {
			t.Errorf("%s: %q: %v, want %v", test.about, test.value, got, test.want)
		}
	}
}
