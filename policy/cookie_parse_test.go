package policy_test

import (
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim/policy"
)

func TestParseSetCookie(t *testing.T) {
	ab := policy.SetCookie{Name: "a", Value: "b"}
	with := func(change func(*policy.SetCookie)) policy.SetCookie {
		cookie := ab
		change(&cookie)
		return cookie
	}
	for _, test := range []struct {
		about, value string
		want         policy.SetCookie
	}{
		{"A name and a value", "a=b", ab},
		{"Space around both goes", " \ta = b\t ", ab},
		{"Space within stays", "a=b c", policy.SetCookie{Name: "a", Value: "b c"}},
		{"The first equals sign counts", "a=b=c", policy.SetCookie{Name: "a", Value: "b=c"}},
		{"A value may be missing", "a=", policy.SetCookie{Name: "a"}},
		{"A name may be missing", "=b", policy.SetCookie{Value: "b"}},
		{"What has no equals sign is a value", "b", policy.SetCookie{Value: "b"}},
		{"Quotes are part of the value", `a="b"`, policy.SetCookie{Name: "a", Value: `"b"`}},
		{"Bytes beyond ASCII are fine", "ä=\xff", policy.SetCookie{Name: "ä", Value: "\xff"}},
		{"Percent signs are not decoded", "a=%3B", policy.SetCookie{Name: "a", Value: "%3B"}},

		{"Empty attributes do nothing", "a=b;;  ; =c;", ab},
		{"Nor do unknown ones", "a=b; Priority=High", ab},
		{"Secure and HttpOnly in any case, with any value", "a=b;SECURE=no ; httponly",
			with(func(c *policy.SetCookie) { c.Secure, c.HTTPOnly = true, true })},
		{"A long s is no s", "a=b; \u017fecure; Same\u017fite=Lax", ab},
		{"A capital I with a dot is no i", "a=b; SameS\u0130te=Lax", ab},
		{"Partitioned is noted", "a=b; Partitioned", with(func(c *policy.SetCookie) { c.Partitioned = true })},

		{"A domain is lowered and loses one dot", "a=b; Domain=.Site.Example",
			with(func(c *policy.SetCookie) { c.Domain = "site.example" })},
		{"It loses one dot only", "a=b; Domain=..example", with(func(c *policy.SetCookie) { c.Domain = ".example" })},
		{"The last domain counts, an empty one too", "a=b; Domain=example; Domain=", ab},
		{"A domain too long does not", "a=b; Domain=example; Domain=" + strings.Repeat("x", 1025),
			with(func(c *policy.SetCookie) { c.Domain = "example" })},

		{"A path", "a=b; Path=/docs", with(func(c *policy.SetCookie) { c.Path, c.HasPath = "/docs", true })},
		{"A path without a slash is the default-path", "a=b; Path=docs", with(func(c *policy.SetCookie) { c.HasPath = true })},
		{"It undoes the path before it", "a=b; Path=/; Path=", with(func(c *policy.SetCookie) { c.HasPath = true })},
		{"A path of 1024 bytes", "a=b; Path=/" + strings.Repeat("x", 1023),
			with(func(c *policy.SetCookie) { c.Path, c.HasPath = "/"+strings.Repeat("x", 1023), true })},
		{"A path of 1025 bytes is no path", "a=b; Path=/" + strings.Repeat("x", 1024), ab},

		{"A number of seconds", "a=b; Max-Age=60", with(func(c *policy.SetCookie) { c.MaxAge, c.HasMaxAge = 60, true })},
		{"None at all", "a=b; Max-Age=0", with(func(c *policy.SetCookie) { c.HasMaxAge = true })},
		{"Less than none", "a=b; Max-Age=-60", with(func(c *policy.SetCookie) { c.HasMaxAge = true })},
		{"More than 400 days, and than any integer", "a=b; Max-Age=" + strings.Repeat("9", 1024),
			with(func(c *policy.SetCookie) { c.MaxAge, c.HasMaxAge = 34560000, true })},
		{"A plus is no digit", "a=b; Max-Age=+60", ab},
		{"Nor is a point", "a=b; Max-Age=1.5", ab},
		{"A minus alone is no number", "a=b; Max-Age=-", ab},
		{"Nothing is no number, and undoes none", "a=b; Max-Age=60; Max-Age=",
			with(func(c *policy.SetCookie) { c.MaxAge, c.HasMaxAge = 60, true })},
		{"A date", "a=b; Expires=Wed, 09 Jun 2027 10:18:14 GMT",
			with(func(c *policy.SetCookie) { c.Expires = time.Date(2027, 6, 9, 10, 18, 14, 0, time.UTC) })},
		{"No date undoes none", "a=b; Expires=Wed, 09 Jun 2027 10:18:14 GMT; Expires=never",
			with(func(c *policy.SetCookie) { c.Expires = time.Date(2027, 6, 9, 10, 18, 14, 0, time.UTC) })},

		{"SameSite=None", "a=b; SameSite=None", with(func(c *policy.SetCookie) { c.SameSite = policy.SameSiteNone })},
		{"SameSite=Lax in any case", "a=b; samesite=LAX", with(func(c *policy.SetCookie) { c.SameSite = policy.SameSiteLax })},
		{"SameSite=Strict", "a=b; SameSite = Strict", with(func(c *policy.SetCookie) { c.SameSite = policy.SameSiteStrict })},
		{"Another word undoes the one before", "a=b; SameSite=Strict; SameSite=Loose", ab},
	} {
		if got, reason := policy.ParseSetCookie(test.value); got != test.want || reason != policy.CookieOK {
			t.Errorf("%s: %.100q: %+v (%v), want %+v", test.about, test.value, got, reason, test.want)
		}
	}
}

func TestParseSetCookieIgnores(t *testing.T) {
	long := strings.Repeat("x", 4096)
	for _, test := range []struct {
		about, value string
		want         policy.CookieReason
	}{
		{"A line feed in the value", "a=b\nc", policy.CookieControlCharacter},
		{"A NUL in an attribute", "a=b; Path=/\x00", policy.CookieControlCharacter},
		{"A DEL", "a\x7f=b", policy.CookieControlCharacter},
		{"A tab is white space", "a=b\tc", policy.CookieOK},

		{"Nothing", "", policy.CookieEmpty},
		{"Nothing but an equals sign", " = ; Secure", policy.CookieEmpty},
		{"Nothing but attributes", "; a=b", policy.CookieEmpty},

		{"4096 bytes of value", long, policy.CookieOK},
		{"4096 bytes of name and value", "a=" + long[1:], policy.CookieOK},
		{"White space does not count", "a =\t" + long[1:] + " ", policy.CookieOK},
		{"4097 bytes", "a=" + long, policy.CookieTooLong},
	} {
		if _, got := policy.ParseSetCookie(test.value); got != test.want {
			t.Errorf("%s: %.100q: %v, want %v", test.about, test.value, got, test.want)
		}
	}
}

func FuzzParseSetCookie(f *testing.F) {
	f.Add("a=b; Domain=.site.example; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax")
	f.Add("=; Expires=Wed, 09 Jun 2027 10:18:14 GMT")
	f.Add("\tb ;;path;PARTITIONED")
	f.Fuzz(func(t *testing.T, value string) {
		cookie, reason := policy.ParseSetCookie(value)
		if reason != policy.CookieOK {
			if cookie != (policy.SetCookie{}) {
				t.Fatalf("%q: ignored (%v), but %+v", value, reason, cookie)
			}
			return
		}
		// Name and value are a fixed point of the parser.
		pair := cookie.Name + "=" + cookie.Value
		again, reason := policy.ParseSetCookie(pair)
		if reason != policy.CookieOK || again != (policy.SetCookie{Name: cookie.Name, Value: cookie.Value}) {
			t.Fatalf("%q: %+v, then %+v (%v)", value, cookie, again, reason)
		}
		if cookie.MaxAge < 0 || cookie.MaxAge > policy.MaxCookieAge || cookie.Path != "" && cookie.Path[0] != '/' {
			t.Fatalf("%q: %+v", value, cookie)
		}
	})
}
