package fetch_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
)

var storeTests = []struct {
	sentence  string
	from, url string // as in a query
	setCookie string
	want      policy.CookieReason
}{
	{"A cookie", "", "https://site.example/", "a=b", policy.CookieOK},
	{"A header that does not parse", "", "https://site.example/", "a=b\x01", policy.CookieControlCharacter},
	{"A header with nothing in it", "", "https://site.example/", "=", policy.CookieEmpty},
	{"A cookie too long", "", "https://site.example/", strings.Repeat("x", 4097), policy.CookieTooLong},

	{"A domain not in Punycode", "", "https://xn--bcher-kva.example/", "a=b; Domain=b\u00fccher.example", policy.CookieDomainNotASCII},
	{"The same in Punycode", "", "https://b\u00fccher.example/", "a=b; Domain=xn--bcher-kva.example", policy.CookieOK},
	{"The domain of everybody", "", "https://site.com/", "a=b; Domain=com", policy.CookiePublicSuffix},
	{"with a dot at the end", "", "https://site.com./", "a=b; Domain=com.", policy.CookiePublicSuffix},
	{"The domain of a host's customers", "", "https://me.github.io/", "a=b; Domain=github.io", policy.CookiePublicSuffix},
	{"A public suffix for itself", "", "https://github.io/", "a=b; Domain=github.io", policy.CookieOK},
	{"localhost for itself", "", "https://localhost/", "a=b; Domain=localhost", policy.CookieOK},
	{"Another site", "", "https://site.example/", "a=b; Domain=other.example", policy.CookieDomainMismatch},
	{"A domain below the host", "", "https://site.example/", "a=b; Domain=app.site.example", policy.CookieDomainMismatch},

	{"Secure without TLS", "", "http://site.example/", "a=b; Secure", policy.CookieSecureFromInsecure},
	{"HttpOnly by script", "script", "https://site.example/", "a=b; HttpOnly", policy.CookieHTTPOnlyFromScript},
	{"What script may set", "script", "https://site.example/", "a=b; SameSite=Strict", policy.CookieOK},

	{"A cookie that hides a Secure one", "", "http://site.example/", "secure=x", policy.CookieOverlaysSecure},
	{"from above", "", "http://site.example/", "secure=x; Domain=site.example", policy.CookieOverlaysSecure},
	{"from below", "", "http://app.site.example/", "secure=x", policy.CookieOverlaysSecure},
	{"by a longer path", "", "http://site.example/docs/intro", "secure=x", policy.CookieOverlaysSecure},
	{"over a secure connection it may", "", "https://site.example/", "secure=x", policy.CookieOK},
	{"at a shorter path it may", "", "http://site.example/", "docs=x", policy.CookieOK},

	{"Lax by another site's request", "cross-site", "https://site.example/", "a=b; SameSite=Lax", policy.CookieCrossSite},
	{"the same without SameSite", "cross-site", "https://site.example/", "a=b", policy.CookieCrossSite},
	{"where Lax is not the default", "cross-site, Lax not the default", "https://site.example/", "a=b", policy.CookieOK},
	{"and Strict is Strict", "cross-site, Lax not the default", "https://site.example/", "a=b; SameSite=Strict", policy.CookieCrossSite},
	{"None by another site's request", "cross-site", "https://site.example/", "a=b; SameSite=None; Secure", policy.CookieOK},
	{"Strict by a page that another site links to", "cross-site link", "https://site.example/", "a=b; SameSite=Strict", policy.CookieOK},
	{"None without Secure", "", "https://site.example/", "a=b; SameSite=None", policy.CookieNoneWithoutSecure},

	{"A prefix that promises too much", "", "https://site.example/", "__Secure-a=b", policy.CookieSecurePrefix},
	{"A default path is not __Host-'s", "", "https://site.example/", "__Host-a=b; Secure", policy.CookieHostPrefix},
	{"A public suffix's Domain is no Domain to __Host-", "", "https://github.io/", "__Host-a=b; Secure; Path=/; Domain=github.io", policy.CookieOK},
	{"__Http- without HttpOnly", "", "https://site.example/", "__Http-a=b; Secure", policy.CookieHTTPPrefix},
	{"A prefix in the value", "", "https://site.example/", "__Host-a", policy.CookieNamelessPrefix},

	{"HttpOnly cookies are not for script to replace", "script", "https://site.example/", "httponly=x", policy.CookieReplacesHTTPOnly},
	{"nor to delete", "script", "https://site.example/", "httponly=; Max-Age=0", policy.CookieReplacesHTTPOnly},
	{"A partition of its own", "", "https://site.example/", "a=b; Secure; Partitioned", policy.CookieOK},
	{"A partition without Secure", "", "https://site.example/", "a=b; Partitioned", policy.CookiePartitionedWithoutSecure},
	{"A cookie of yesterday", "", "https://site.example/", "a=b; Expires=Wed, 31 Dec 2025 00:00:00 GMT", policy.CookieExpired},
	{"A cookie of tomorrow", "", "https://site.example/", "a=b; Expires=Fri, 02 Jan 2026 00:00:00 GMT", policy.CookieOK},
}

// storeJar is a jar with the cookies that the rows above run into.
func storeJar() *fetch.CookieJar {
	var jar fetch.CookieJar
	jar.Add(fetch.Cookie{Name: "secure", Domain: "site.example", Secure: true})
	jar.Add(fetch.Cookie{Name: "docs", Domain: "site.example", Path: "/docs", Secure: true})
	jar.Add(fetch.Cookie{Name: "httponly", Domain: "site.example", HostOnly: true, HTTPOnly: true})
	return &jar
}

func TestStore(t *testing.T) {
	untouched := content(storeJar())
	for _, test := range storeTests {
		jar := storeJar()
		got := jar.Store(query{from: test.from, url: test.url}.context(t), test.setCookie)
		if got != test.want {
			t.Errorf("%s: %.100s: %v, want %v", test.sentence, test.setCookie, got, test.want)
		}
		if stored := content(jar) != untouched; stored != (got == policy.CookieOK) {
			t.Errorf("%s: %.100s: %v, and the jar has %s", test.sentence, test.setCookie, got, content(jar))
		}
	}
}

func TestTooManyCookies(t *testing.T) {
	c := sameSite(t, "https://site.example/")
	var jar fetch.CookieJar
	store := func(format string, n int) (reason policy.CookieReason) {
		for i := range n {
			reason = jar.Store(c, fmt.Sprintf(format, i))
		}
		return reason
	}
	// Of 51 cookies the one that was used least lately goes.
	store("a%d=; Path=/a", 1)
	store("b%d=", 49)
	store("c%d=", 1)
	if got := content(&jar); strings.Contains(got, "a0") || !strings.Contains(got, "b0") || !strings.Contains(got, "c0") {
		t.Errorf("by last access: %s", got)
	}
	// A cookie that has been sent lately stays.
	jar = fetch.CookieJar{}
	store("a%d=; Path=/a", 1)
	store("b%d=; Path=/b", 49)
	sent := c
	sent.Path = "/a"
	jar.Retrieve(sent)
	jar.Store(c, "b0=again; Path=/b")
	store("c%d=", 1)
	if got := content(&jar); !strings.Contains(got, "a0") || !strings.Contains(got, "b0") || strings.Contains(got, "b1=") {
		t.Errorf("after a use: %s", got)
	}
	// Cookies that are not Secure go before those that are, even new before old.
	jar = fetch.CookieJar{}
	store("a%d=; Secure", 50)
	if reason := store("b%d=", 1); reason != policy.CookieEvicted {
		t.Errorf("Secure cookies stay: %v", reason)
	}
	if reason := store("c%d=; Secure", 1); reason != policy.CookieOK {
		t.Errorf("a Secure cookie takes a Secure cookie's place: %v", reason)
	}
	// 3,000 cookies are enough.
	jar = fetch.CookieJar{}
	for i := range 61 {
		c.Host = fmt.Sprintf("h%d.example", i)
		store("a%d=", 50)
	}
	all := slices.Collect(jar.All())
	if len(all) != 3000 || all[0].Domain != "h1.example" {
		t.Errorf("%d cookies, the first of %s", len(all), all[0].Domain)
	}
}

// Every reason is the answer to some row; CookieEvicted is that of TestTooManyCookies, and those about partitions are
// those of TestPartitionedCookies.
func TestEveryCookieReason(t *testing.T) {
	reached := map[policy.CookieReason]bool{
		policy.CookieEvicted:        true,
		policy.CookieThirdParty:     true,
		policy.CookieOtherPartition: true,
	}
	for _, test := range storeTests {
		reached[test.want] = true
	}
	for _, reason := range withheldReasons {
		reached[reason] = true
	}
	for reason := policy.CookieOK; !strings.HasPrefix(reason.String(), "CookieReason("); reason++ {
		if !reached[reason] {
			t.Errorf("no row is answered with %q", reason)
		}
	}
}

func FuzzStoreCookie(f *testing.F) {
	for _, test := range storeTests {
		f.Add(test.url, test.setCookie)
	}
	f.Fuzz(func(t *testing.T, path, setCookie string) {
		var jar fetch.CookieJar
		c := fetch.CookieContext{Host: "app.site.example", Path: "/" + path, Secure: true, Mode: policy.StrictOrLess}
		reason := jar.Store(c, setCookie)
		parsed, _ := policy.ParseSetCookie(setCookie)
		stored := false
		for cookie := range jar.All() {
			stored = true
			if cookie.Name != parsed.Name || cookie.Value != parsed.Value || cookie.Path == "" {
				t.Fatalf("%q: %+v", setCookie, cookie)
			}
			// What is stored goes back to where its domain and path say.
			c.Host, c.Path = cookie.Domain, cookie.Path
			want := cookie.Value
			if cookie.Name != "" {
				want = cookie.Name + "=" + want
			}
			if got := jar.Retrieve(c); got != want {
				t.Fatalf("%q: sends %q, want %q", setCookie, got, want)
			}
		}
		if stored != (reason == policy.CookieOK) {
			t.Fatalf("%q: %v, stored %v", setCookie, reason, stored)
		}
	})
}
