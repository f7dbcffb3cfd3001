package origin_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
)

func TestURLOrigin(t *testing.T) {
	for _, c := range []struct{ about, url, want string }{
		{"scheme, host, port", "https://example.com:8443/a?b#c", "https://example.com:8443"},
		{"the default port is null", "wss://example.com:443/", "wss://example.com"},
		{"userinfo takes no part", "https://user:pass@example.com/", "https://example.com"},
		{"data: is opaque", "data:text/html,x", "null"},
		{"file: is opaque", "file:///etc/hosts", "null"},
		{"about: is opaque", "about:blank", "null"},
		{"a scheme that is not special is opaque", "git://example.com/", "null"},
		{"blob: has the origin of its path", "blob:https://example.com/id", "https://example.com"},
		{"a blob of a data: URL is opaque", "blob:data:,x", "null"},
		{"a blob of an ftp: URL is opaque", "blob:ftp://example.com/", "null"},
		{"a blob of a blob is opaque", "blob:blob:https://example.com/id", "null"},
		{"a blob of a sandboxed page is opaque", "blob:null/id", "null"},
	} {
		u := origin.MustParse(c.url)
		if got := u.Origin(new(origin.Mint)).String(); got != c.want {
			t.Errorf("%s: origin of %s is %q, want %q", c.about, u, got, c.want)
		}
		if o := u.Origin(nil); o.IsZero() != (c.want == "null") {
			t.Errorf("%s: without a mint, origin of %s is %q", c.about, u, o)
		}
	}
}

func TestOpaqueOrigins(t *testing.T) {
	var mint origin.Mint
	a, b := mint.Opaque(), mint.Opaque()
	if !origin.SameOrigin(a, a) || origin.SameOrigin(a, b) {
		t.Error("an opaque origin is same origin with itself, and with itself only")
	}
	if again := new(origin.Mint).Opaque(); again != a {
		t.Error("another mint does not count from the same start")
	}
	if a.String() != "null" || a.Scheme() != "" || a.Host() != "" || a.HostKind() != origin.NoHost {
		t.Errorf("an opaque origin has parts: %q", a)
	}
	data := origin.MustParse("data:,x")
	if origin.SameOrigin(data.Origin(&mint), data.Origin(&mint)) {
		t.Error("a data: URL is same origin with itself")
	}
}

func TestZeroOrigin(t *testing.T) {
	var zero origin.Origin
	if origin.SameOrigin(zero, zero) || origin.SameSite(zero, zero, nil) || origin.SameOriginDomain(zero, zero, "", "") {
		t.Error("the zero Origin is the same as something")
	}
	text, err := zero.MarshalText()
	if zero.String() != "" || len(text) != 0 || err != nil || zero.IsOpaque() || zero.PotentiallyTrustworthy() || !zero.Site(nil).IsZero() {
		t.Errorf("the zero Origin is %q", zero)
	}
}

func TestOriginParts(t *testing.T) {
	for _, c := range []struct {
		origin, scheme, host, port string
		effectivePort              uint16
		kind                       origin.HostKind
	}{
		{"https://example.com", "https", "example.com", "", 443, origin.Domain},
		{"http://example.com:8080", "http", "example.com", "8080", 8080, origin.Domain},
		{"http://127.0.0.1:3000", "http", "127.0.0.1", "3000", 3000, origin.IPv4},
		{"http://[::1]", "http", "[::1]", "", 80, origin.IPv6},
		{"ws://[::1]:1", "ws", "[::1]", "1", 1, origin.IPv6},
	} {
		o := origin.MustParseOrigin(c.origin)
		effective, ok := o.EffectivePort()
		if o.Scheme() != c.scheme || o.Host() != c.host || o.Port() != c.port || effective != c.effectivePort || !ok || o.HostKind() != c.kind {
			t.Errorf("%s: %q, %q, %q, %d, %v", c.origin, o.Scheme(), o.Host(), o.Port(), effective, o.HostKind())
		}
		if text, err := o.AppendText([]byte("Origin: ")); string(text) != "Origin: "+c.origin || err != nil {
			t.Errorf("%s: text %q, %v", c.origin, text, err)
		}
	}
}

func TestDiffer(t *testing.T) {
	var mint origin.Mint
	opaque := mint.Opaque()
	parse := origin.MustParseOrigin
	for _, c := range []struct {
		a, b origin.Origin
		want string
	}{
		{parse("https://example.com"), parse("https://example.com"), "nothing"},
		{parse("https://example.com"), parse("http://example.com"), "scheme"},
		{parse("https://example.com"), parse("https://www.example.com"), "host"},
		{parse("https://example.com"), parse("https://example.com:8443"), "port"},
		{parse("https://example.com"), parse("http://example.com:8080"), "scheme and port"},
		{parse("https://example.com"), parse("http://localhost:3000"), "scheme, host and port"},
		{opaque, opaque, "nothing"},
		{opaque, mint.Opaque(), "opaque origin"},
		{opaque, parse("https://example.com"), "opaque origin"},
		{origin.Origin{}, origin.Origin{}, "opaque origin"},
	} {
		got := origin.Differ(c.a, c.b)
		if got.String() != c.want {
			t.Errorf("%q and %q differ in %v, want %s", c.a, c.b, got, c.want)
		}
		if (got == 0) != origin.SameOrigin(c.a, c.b) || got != origin.Differ(c.b, c.a) {
			t.Errorf("%q and %q: SameOrigin and Differ disagree", c.a, c.b)
		}
	}
}

func TestSameOriginDomain(t *testing.T) {
	var mint origin.Mint
	opaque := mint.Opaque()
	parse := origin.MustParseOrigin
	for _, c := range []struct {
		about            string
		a, b             origin.Origin
		domainA, domainB string
		want             bool
	}{
		{"same origin, no domain set", parse("https://a.example"), parse("https://a.example"), "", "", true},
		{"same origin, one has set it", parse("https://a.example"), parse("https://a.example"), "a.example", "", false},
		{"other hosts, same domain", parse("https://x.a.example"), parse("https://y.a.example"), "a.example", "a.example", true},
		{"the port is ignored", parse("http://a.example:1"), parse("http://a.example:2"), "a.example", "a.example", true},
		{"the scheme is not", parse("http://a.example"), parse("https://a.example"), "a.example", "a.example", false},
		{"other domains", parse("https://a.example"), parse("https://a.example"), "a.example", "example", false},
		{"the same opaque origin", opaque, opaque, "", "", true},
		{"other opaque origins", opaque, mint.Opaque(), "", "", false},
		{"an opaque origin and a tuple", opaque, parse("https://a.example"), "", "", false},
	} {
		if got := origin.SameOriginDomain(c.a, c.b, c.domainA, c.domainB); got != c.want {
			t.Errorf("%s: %v", c.about, got)
		}
	}
}

func TestPotentiallyTrustworthy(t *testing.T) {
	for url, want := range map[string]bool{
		"https://example.com/":           true,
		"wss://example.com/":             true,
		"http://example.com/":            false,
		"ftp://example.com/":             false,
		"http://127.0.0.1/":              true,
		"http://127.8.8.8:8080/":         true,
		"http://128.0.0.1/":              false,
		"http://127.example/":            false,
		"http://[::1]/":                  true,
		"http://[::2]/":                  false,
		"http://[::ffff:127.0.0.1]/":     false,
		"http://localhost/":              true,
		"http://app.localhost:3000/":     true,
		"http://localhost./":             true,
		"http://notlocalhost/":           false,
		"http://localhost.example/":      false,
		"about:blank":                    true,
		"about:srcdoc":                   true,
		"about:config":                   false,
		"data:,x":                        true,
		"file:///x":                      true,
		"blob:https://example.com/id":    true,
		"blob:http://example.com/id":     false,
		"blob:null/id":                   false,
		"chrome-extension://abcdefghij/": false,
	} {
		u := origin.MustParse(url)
		if got := u.PotentiallyTrustworthy(); got != want {
			t.Errorf("%s: %v", url, got)
		}
		if o := u.Origin(nil); !o.IsZero() && o.PotentiallyTrustworthy() != want {
			t.Errorf("origin of %s: %v", url, !want)
		}
	}
}
