package origin_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ about, input, base, want string }{
		{"normal form stays", "https://api.example.com/v1/users?id=42#top", "", "https://api.example.com/v1/users?id=42#top"},
		{"a special URL has a path", "https://example.com", "", "https://example.com/"},
		{"with a query too", "https://example.com?q", "", "https://example.com/?q"},
		{"scheme and host are lower-cased, the path is not", "HTTPS://API.Example.COM/A", "", "https://api.example.com/A"},
		{"the default port goes", "https://example.com:443/", "", "https://example.com/"},
		{"another port stays", "http://example.com:443/", "", "http://example.com:443/"},
		{"leading zeros of a port go", "http://example.com:00080/", "", "http://example.com/"},
		{"port 0 is a port", "http://example.com:0/", "", "http://example.com:0/"},
		{"an empty port is none", "https://example.com:/", "", "https://example.com/"},
		{"dot segments", "https://example.com/a/./b/../c", "", "https://example.com/a/c"},
		{"encoded dot segments", "https://example.com/a/%2e/b/%2E./c", "", "https://example.com/a/c"},
		{"not above the root", "https://example.com/../../a", "", "https://example.com/a"},
		{"three dots are a name", "https://example.com/.../.a", "", "https://example.com/.../.a"},
		{"a dot segment at the end leaves a slash", "https://example.com/a/..", "", "https://example.com/"},
		{"backslashes are slashes", `https:\\example.com\a\b`, "", "https://example.com/a/b"},
		{"any number of slashes", "https:////example.com/", "", "https://example.com/"},
		{"or none", "https:example.com/", "", "https://example.com/"},
		{"spaces around it", "  https://example.com/ \n", "", "https://example.com/"},
		{"newlines inside", "https://exam\nple.com/\ta", "", "https://example.com/a"},
		{"what a path has to encode", "https://example.com/a b{c}^\"", "", "https://example.com/a%20b%7Bc%7D%5E%22"},
		{"what a query has to encode", "https://example.com/?a b'c{d}", "", "https://example.com/?a%20b%27c{d}"},
		{"what a fragment has to encode", "https://example.com/#a b'c`", "", "https://example.com/#a%20b'c%60"},
		{"characters become UTF-8 bytes", "https://example.com/é", "", "https://example.com/%C3%A9"},
		{"what is no UTF-8 becomes U+FFFD", "https://example.com/\xff", "", "https://example.com/%EF%BF%BD"},
		{"percent signs are left alone", "https://example.com/%zz%4?%", "", "https://example.com/%zz%4?%"},
		{"userinfo", "https://user:pass@example.com/", "", "https://user:pass@example.com/"},
		{"the last @ counts", "https://a@b@example.com/", "", "https://a%40b@example.com/"},
		{"empty userinfo goes", "https://:@example.com/", "", "https://example.com/"},
		{"a password alone", "https://:p@example.com/", "", "https://:p@example.com/"},

		{"an encoded host", "https://ex%61mple.com/", "", "https://example.com/"},
		{"IDNA", "https://bücher.example/", "", "https://xn--bcher-kva.example/"},
		{"sharp s is its own letter", "https://faß.example/", "", "https://xn--fa-hia.example/"},
		{"an ASCII domain is not checked for Punycode", "https://xn--a/", "", "https://xn--a/"},
		{"a dot at the end stays", "https://example.com./", "", "https://example.com./"},
		{"IPv4 in parts of all kinds", "http://0x7F.1/", "", "http://127.0.0.1/"},
		{"IPv4 in one number", "http://2130706433/", "", "http://127.0.0.1/"},
		{"IPv4 in octal", "http://0177.0.0.01/", "", "http://127.0.0.1/"},
		{"a digit at the start is no number yet", "http://1.2.3.4a/", "", "http://1.2.3.4a/"},
		{"IPv6 is compressed", "http://[2001:DB8:0:0:0:0:0:1]/", "", "http://[2001:db8::1]/"},
		{"IPv6 with IPv4", "http://[::ffff:127.0.0.1]/", "", "http://[::ffff:7f00:1]/"},

		{"an opaque path", "data:text/plain,a b", "", "data:text/plain,a b"},
		{"a space before the fragment is kept safe", "data:x  #f", "", "data:x %20#f"},
		{"an opaque host keeps its case", "git://Example.com/A b", "", "git://Example.com/A%20b"},
		{"no authority comes out of a path", "web+demo:/.//not-a-host/", "", "web+demo:/.//not-a-host/"},
		{"nor out of dot segments", "web+demo:/a/..//not-a-host/", "", "web+demo:/.//not-a-host/"},
		{"a drive letter", "file:///C|/x/../..", "", "file:///C:/"},
		{"a drive letter is no host", "file://C:/x", "", "file:///C:/x"},
		{"localhost is no host of a file", "file://localhost/x", "", "file:///x"},

		{"a relative path", "../d?e", "https://example.com/a/b/c?q#f", "https://example.com/a/d?e"},
		{"an absolute path", "/d", "https://u:p@example.com:8443/a/b", "https://u:p@example.com:8443/d"},
		{"another host", "//other.example/d", "https://example.com/a", "https://other.example/d"},
		{"another query", "?e", "https://example.com/a?q#f", "https://example.com/a?e"},
		{"another fragment", "#g", "https://example.com/a?q#f", "https://example.com/a?q#g"},
		{"nothing drops the fragment", "", "https://example.com/a?q#f", "https://example.com/a?q"},
		{"the same scheme without slashes is relative", "https:d", "https://example.com/a/b", "https://example.com/a/d"},
		{"another scheme is not", "http:d", "https://example.com/a/b", "http://d/"},
		{"a fragment of an opaque path", "#top", "about:blank", "about:blank#top"},
		{"the drive of the base", "/x", "file:///C:/a/b", "file:///C:/x"},
		{"another drive", "D:/x", "file:///C:/a/b", "d:/x"},
		{"a path below nothing", "x", "web+demo:/.//a", "web+demo:/.//x"},
	} {
		var base origin.URL
		if c.base != "" {
			base = origin.MustParse(c.base)
		}
		u, err := base.Parse(c.input)
		if err != nil || u.Href() != c.want {
			t.Errorf("%s: %q with base %q is %q, %v; want %q", c.about, c.input, c.base, u, err, c.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ input, base, want string }{
		{"", "", `origin: "": no scheme; without a base URL it has to begin with one, like "https://"`},
		{"/path", "", `origin: "/path": no scheme; without a base URL it has to begin with one, like "https://"`},
		{"x", "data:,y", `origin: "x": the base URL "data:,y" has no path to start from, only "#fragment" can be resolved`},
		{"https://", "", `origin: "https://": no host`},
		{"https://user@/x", "", `origin: "https://user@/x": no host after the userinfo (at "user@")`},
		{"https://:80/", "", `origin: "https://:80/": no host (at ":80")`},
		{"https://example.com:8o/", "", `origin: "https://example.com:8o/": a port is made of digits (at "o")`},
		{"https://example.com:65536/", "", `origin: "https://example.com:65536/": a port is at most 65535 (at "65536")`},
		{"https://ex ample.com/", "", `origin: "https://ex ample.com/": a domain cannot hold a space (at " ample.com")`},
		{"https://a<b/", "", `origin: "https://a<b/": a domain cannot hold "<" (at "<b")`},
		{"https://a%00b/", "", "origin: \"https://a%00b/\": a domain cannot hold a control character (at \"\\x00b\")"},
		{"https://\u00ad/", "", "origin: \"https://\\u00ad/\": nothing is left of the domain once IDNA has mapped it (at \"\\u00ad\")"},
		{"https://%ff/", "", "origin: \"https://%ff/\": a domain has to be UTF-8 (at \"\\xff\")"},
		{"https://\u2100.example/", "", `origin: "https://℀.example/": a domain cannot hold "/", which IDNA maps part of this one to (at "℀.example")`},
		{"git://a b/", "", `origin: "git://a b/": a host cannot hold a space (at " b")`},
		{"http://1.2.3.256/", "", `origin: "http://1.2.3.256/": too large for the last part of an IPv4 address (at "256")`},
		{"http://1.2.3.4.5/", "", `origin: "http://1.2.3.4.5/": an IPv4 address has four parts at most (at ".5")`},
		{"http://a.1/", "", `origin: "http://a.1/": a host with a number at the end is an IPv4 address, and this part of it is no number (at "a.1")`},
		{"http://[::1", "", `origin: "http://[::1": no closing bracket (at "[::1")`},
		{"http://[1::2::3]/", "", `origin: "http://[1::2::3]/": an IPv6 address can hold "::" once (at ":3")`},
		{"http://[::1%eth0]/", "", `origin: "http://[::1%eth0]/": a piece of an IPv6 address is one to four hex digits (at "%eth0")`},
		{"http://[1:2]/", "", `origin: "http://[1:2]/": an IPv6 address has eight pieces, or "::" for pieces of zero (at "1:2")`},
	} {
		var base origin.URL
		if c.base != "" {
			base = origin.MustParse(c.base)
		}
		if _, err := base.Parse(c.input); err == nil || err.Error() != c.want {
			t.Errorf("%q:\n got %v\nwant %s", c.input, err, c.want)
		}
	}
}
