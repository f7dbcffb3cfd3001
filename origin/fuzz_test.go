package origin

import (
	"strings"
	"testing"
)

var fuzzSeeds = []struct{ input, base string }{
	{"https://api.example.com/v1/users?id=42#top", ""},
	{"HTTPS://user:pa@ss@API.Example.COM:443/v1/./x/%2e%2E/users?id='42'#a b", ""},
	{"http://0x7F.1:8080", ""},
	{"http://256.256.256.256/", ""},
	{"http://[2001:DB8::0:1.2.3.4]:80/", ""},
	{"http://[1::2:0:0:3:0:0]/", ""},
	{"https://bücher.example/", ""},
	{"https://BÜCHER.Example..B1.", ""},
	{"https://xn--4db.é.1a", ""},
	{"https://אב.1a", ""},
	{"https://ex%61mple.com./..", ""},
	{"http:\\\\a\\b\\..\\c", ""},
	{" \t http://a/b\nc ", ""},
	{"data:text/plain,x  #y", ""},
	{"blob:https://example.com/id", ""},
	{"web+demo:/.//not-a-host/", ""},
	{"git://[::1]:9418/a/../b", ""},
	{"file:///C|/x/../..", ""},
	{"file://localhost/c:", ""},
	{"../y?z", "https://u:p@h:1/a/b/c?d#e"},
	{"?q", "file:///C:/x"},
	{"/y", "file://h/C:/x"},
	{"#f", "about:blank"},
	{"//other/p", "web+demo:/x"},
	{"", "web+demo:/.//x?y#z"},
	{"https:x", "https://h/a/b"},
	{"http://a:0/", ""},
	{"foo://\xff/\xff?\xff#\xff", ""},
	{"\\x", "ws://h/"},
}

// FuzzParse holds the parser against its slow twin.
func FuzzParse(f *testing.F) {
	for _, seed := range fuzzSeeds {
		f.Add(seed.input, seed.base)
	}
	f.Fuzz(func(t *testing.T, input, baseInput string) {
		if len(input)+len(baseInput) > 256 {
			return // the twin takes quadratic time
		}
		var base URL
		var slowBase *slowURL
		if baseInput != "" {
			var err error
			var ok bool
			base, err = Parse(baseInput)
			slowBase, ok = slowParse(baseInput, nil)
			if ok != (err == nil) {
				t.Fatalf("base %q: fast error %v, slow success %v", baseInput, err, ok)
			}
			if !ok {
				return
			}
			compareWithSlow(t, baseInput, base, slowBase)
		}
		u, err := base.Parse(input)
		slow, ok := slowParse(input, slowBase)
		if ok != (err == nil) {
			t.Fatalf("%q with base %q: fast error %v, slow success %v", input, base, err, ok)
		}
		if ok {
			compareWithSlow(t, input, u, slow)
			checkInvariants(t, u)
		}
	})
}

func compareWithSlow(t *testing.T, input string, u URL, slow *slowURL) {
	t.Helper()
	check := func(part, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q: %s %q, slow twin has %q", input, part, got, want)
		}
	}
	checkNull := func(part, got string, ok bool, want *string) {
		t.Helper()
		if ok != (want != nil) || ok && got != *want {
			t.Errorf("%q: %s %q, %v; slow twin differs", input, part, got, ok)
		}
	}
	check("href", u.Href(), slow.serialize())
	check("scheme", u.Scheme(), slow.scheme)
	check("username", u.Username(), slow.username)
	check("password", u.Password(), slow.password)
	check("pathname", u.Pathname(), slow.pathname())
	checkNull("hostname", u.Hostname(), u.HostKind() != NoHost, slow.host)
	query, ok := u.Query()
	checkNull("query", query, ok, slow.query)
	fragment, ok := u.Fragment()
	checkNull("fragment", fragment, ok, slow.fragment)
	if u.hasPort() != (slow.port != nil) || slow.port != nil && int(u.port) != *slow.port {
		t.Errorf("%q: port %q, slow twin differs", input, u.Port())
	}
	if u.HasOpaquePath() != slow.opaque || u.IsSpecial() != slow.special() {
		t.Errorf("%q: opaque path %v, special %v", input, u.HasOpaquePath(), u.IsSpecial())
	}
}

// checkInvariants checks what holds for every URL.
func checkInvariants(t *testing.T, u URL) {
	t.Helper()
	if !isASCII(u.Href()) {
		t.Errorf("%q is not ASCII", u)
	}
	same := func(what string, got URL) {
		t.Helper()
		if want, err := Parse(got.Href()); err != nil || want != got {
			t.Errorf("%q: %s is %+v, parsed again %+v, %v", u, what, got, want, err)
		}
	}
	same("URL", u)
	same("WithoutFragment", u.WithoutFragment())
	same("WithFragment", u.WithFragment("top"))
	same("WithoutCredentials", u.WithoutCredentials())
	same("WithCredentials", u.WithCredentials("a:b", "c@d"))
	same("WithCredentials, no password", u.WithCredentials("a", ""))
	same("WithCredentials, no username", u.WithCredentials("", "d"))
	if root := u.Root(); root != "" {
		want := u.Scheme() + "://" + u.Host() + "/"
		if root != want {
			t.Errorf("%q: root %q, want %q", u, root, want)
		}
	}
	if o := u.Origin(nil); !o.IsZero() {
		parsed, err := ParseOrigin(o.String())
		if err != nil || parsed != o || !SameOrigin(parsed, o) {
			t.Errorf("%q: origin %q parses as %q, %v", u, o, parsed, err)
		}
		if root, ok := strings.CutSuffix(u.Root(), "/"); ok && root != o.String() {
			t.Errorf("%q: root %q of origin %q", u, root, o)
		}
		if a, b := o.Host(), u.Hostname(); u.Scheme() != "blob" && (a != b || o.Port() != u.Port() || o.HostKind() != u.HostKind()) {
			t.Errorf("%q: host %q, port %q, %v of origin %q", u, a, o.Port(), o.HostKind(), o)
		}
	}
}

// FuzzOrigin checks that ParseOrigin takes nothing but serialized origins.
func FuzzOrigin(f *testing.F) {
	for _, c := range originErrors {
		f.Add(c.input)
	}
	f.Add("https://example.com:8443")
	f.Add("http://[::1]")
	f.Fuzz(func(t *testing.T, s string) {
		o, err := ParseOrigin(s)
		u, urlErr := Parse(s)
		isOrigin := urlErr == nil && u.Scheme() != "blob" && u.Origin(nil).String() == s
		if (err == nil) != isOrigin {
			t.Fatalf("%q: error %v, but as a URL %q with origin %q", s, err, u, u.Origin(nil))
		}
		if err != nil {
			if _, ok := err.(*Error); !ok || err.Error() == "" {
				t.Fatalf("%q: error %#v", s, err)
			}
			return
		}
		if o.String() != s || o.IsOpaque() || o.IsZero() {
			t.Fatalf("%q: got %+v", s, o)
		}
		port := o.Port()
		if port != "" {
			port = ":" + port
		}
		if parts := o.Scheme() + "://" + o.Host() + port; parts != s {
			t.Fatalf("%q: parts %q", s, parts)
		}
	})
}
