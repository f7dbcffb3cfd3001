package origin_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
)

func TestURLGetters(t *testing.T) {
	u := origin.MustParse("https://user:pass@example.com:8443/path?query#fragment")
	for _, c := range []struct{ getter, got, want string }{
		{"Scheme", u.Scheme(), "https"},
		{"Protocol", u.Protocol(), "https:"},
		{"Username", u.Username(), "user"},
		{"Password", u.Password(), "pass"},
		{"Host", u.Host(), "example.com:8443"},
		{"Hostname", u.Hostname(), "example.com"},
		{"Port", u.Port(), "8443"},
		{"Pathname", u.Pathname(), "/path"},
		{"Search", u.Search(), "?query"},
		{"Hash", u.Hash(), "#fragment"},
		{"Root", u.Root(), "https://example.com:8443/"},
		{"Origin", u.Origin(nil).String(), "https://example.com:8443"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.getter, c.got, c.want)
		}
	}
}

func TestZeroURL(t *testing.T) {
	var u origin.URL
	if !u.IsZero() || u.HasOpaquePath() || u.IncludesCredentials() || u.IsLocal() || u.IsHTTP() || u.PotentiallyTrustworthy() {
		t.Error("the zero URL is something")
	}
	for _, part := range []string{
		u.Href(), u.Scheme(), u.Protocol(), u.Username(), u.Password(), u.Host(), u.Hostname(), u.Port(),
		u.Pathname(), u.Search(), u.Hash(), u.Root(), u.WithFragment("x").Href(), u.WithCredentials("a", "b").Href(),
	} {
		if part != "" {
			t.Errorf("the zero URL has %q", part)
		}
	}
}

// A null query or fragment is not an empty one, although the API getters say
// "" for both.
func TestURLNullAndEmpty(t *testing.T) {
	for _, c := range []struct {
		url             string
		query, fragment bool
	}{
		{"https://example.com/", false, false},
		{"https://example.com/?", true, false},
		{"https://example.com/#", false, true},
		{"https://example.com/?#", true, true},
		{"data:x?", true, false},
	} {
		u := origin.MustParse(c.url)
		if _, ok := u.Query(); ok != c.query || u.Search() != "" {
			t.Errorf("%s: query %v, search %q", c.url, ok, u.Search())
		}
		if _, ok := u.Fragment(); ok != c.fragment || u.Hash() != "" {
			t.Errorf("%s: fragment %v, hash %q", c.url, ok, u.Hash())
		}
	}
}

func TestURLEffectivePort(t *testing.T) {
	for _, c := range []struct {
		url  string
		port uint16
		ok   bool
	}{
		{"https://example.com/", 443, true},
		{"wss://example.com/", 443, true},
		{"http://example.com/", 80, true},
		{"ftp://example.com/", 21, true},
		{"http://example.com:0/", 0, true},
		{"git://example.com:9418/", 9418, true},
		{"git://example.com/", 0, false},
		{"file:///x", 0, false},
		{"data:,x", 0, false},
	} {
		if port, ok := origin.MustParse(c.url).EffectivePort(); port != c.port || ok != c.ok {
			t.Errorf("%s: %d, %v", c.url, port, ok)
		}
	}
}

func TestURLKinds(t *testing.T) {
	for _, c := range []struct {
		url                          string
		kind                         origin.HostKind
		special, http, local, opaque bool
	}{
		{"https://example.com/", origin.Domain, true, true, false, false},
		{"http://127.0.0.1/", origin.IPv4, true, true, false, false},
		{"ws://[::1]/", origin.IPv6, true, false, false, false},
		{"file:///x", origin.EmptyHost, true, false, false, false},
		{"git://example.com/", origin.OpaqueHost, false, false, false, false},
		{"git://", origin.EmptyHost, false, false, false, false},
		{"git:/x", origin.NoHost, false, false, false, false},
		{"data:,x", origin.NoHost, false, false, true, true},
		{"about:blank", origin.NoHost, false, false, true, true},
		{"blob:https://example.com/id", origin.NoHost, false, false, true, true},
	} {
		u := origin.MustParse(c.url)
		if u.HostKind() != c.kind || u.IsSpecial() != c.special || u.IsHTTP() != c.http || u.IsLocal() != c.local || u.HasOpaquePath() != c.opaque {
			t.Errorf("%s: %v, special %v, HTTP(S) %v, local %v, opaque path %v",
				c.url, u.HostKind(), u.IsSpecial(), u.IsHTTP(), u.IsLocal(), u.HasOpaquePath())
		}
	}
}

func TestURLChanges(t *testing.T) {
	parse := origin.MustParse
	for _, c := range []struct {
		about string
		got   origin.URL
		want  string
	}{
		{"drop a fragment", parse("https://example.com/?q#f").WithoutFragment(), "https://example.com/?q"},
		{"drop none", parse("https://example.com/").WithoutFragment(), "https://example.com/"},
		{"set a fragment", parse("https://example.com/?q#f").WithFragment("g"), "https://example.com/?q#g"},
		{"set an empty one", parse("https://example.com/").WithFragment(""), "https://example.com/#"},
		{"drop credentials", parse("https://u:p@example.com:1/?q#f").WithoutCredentials(), "https://example.com:1/?q#f"},
		{"set credentials", parse("https://example.com:1/?q#f").WithCredentials("u", "p"), "https://u:p@example.com:1/?q#f"},
		{"replace credentials", parse("https://user@example.com/").WithCredentials("", "p"), "https://:p@example.com/"},
		{"encode credentials", parse("https://example.com/").WithCredentials("a:b", "c@d/é"), "https://a%3Ab:c%40d%2F%C3%A9@example.com/"},
		{"a file has none", parse("file://host/x").WithCredentials("u", "p"), "file://host/x"},
		{"nor has what has no host", parse("data:,x").WithCredentials("u", "p"), "data:,x"},
	} {
		if c.got.Href() != c.want {
			t.Errorf("%s: %q, want %q", c.about, c.got, c.want)
		}
		// The offsets have to move too.
		if want := parse(c.want); c.got != want {
			t.Errorf("%s: %+v, want %+v", c.about, c.got, want)
		}
	}
}

func TestURLRoot(t *testing.T) {
	for url, want := range map[string]string{
		"https://example.com/a?b#c":    "https://example.com/",
		"https://u:p@example.com:1/a":  "https://example.com:1/",
		"data:,x":                      "",
		"git://example.com/a":          "",
		"file:///a":                    "",
		"http://[2001:db8::1]:3000/ab": "http://[2001:db8::1]:3000/",
	} {
		if got := origin.MustParse(url).Root(); got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}
