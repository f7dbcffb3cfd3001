package origin_test

import (
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/publicsuffix"

	"github.com/corsim/corsim/origin"
)

// Each group has the implementation people would reach for otherwise as its
// reference, with the same inputs in the same run.

var urlCases = []struct{ name, input string }{
	{"origin", "https://example.com"},
	{"typical", "https://api.example.com/v1/users?id=42#top"},
	{"messy", "HTTPS://API.Example.COM:443/v1/./x/../users?id=42"},
	{"ipv4", "http://127.0.0.1:8080/"},
	{"ipv6", "http://[2001:db8::1]:3000/"},
	{"idn", "https://bücher.example/"},
	{"long", "https://cdn.example.com/" + strings.Repeat("segment/", 64) + "?" + strings.Repeat("key=value%20x&", 100)},
}

// What the operations leave here cannot be optimized away.
var (
	sinkURL    origin.URL
	sinkNetURL *url.URL
	sinkString string
	sinkBool   bool
)

func BenchmarkURL(b *testing.B) {
	for _, c := range urlCases {
		b.Run(c.name+"/corsim", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkURL, _ = origin.Parse(c.input)
			}
		})
		b.Run(c.name+"/net-url", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkNetURL, _ = url.Parse(c.input)
			}
		})
	}
}

func BenchmarkOrigin(b *testing.B) {
	for _, c := range urlCases {
		b.Run(c.name+"/corsim", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				u, _ := origin.Parse(c.input)
				sinkString = u.Origin(nil).String()
			}
		})
		b.Run(c.name+"/net-url", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				u, _ := url.Parse(c.input)
				sinkString = netURLOrigin(u)
			}
		})
	}
}

// netURLOrigin is an origin as it is often made by hand.
func netURLOrigin(u *url.URL) string {
	scheme, host := strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	switch scheme {
	case "https":
		host = strings.TrimSuffix(host, ":443")
	case "http":
		host = strings.TrimSuffix(host, ":80")
	}
	return scheme + "://" + host
}

func BenchmarkSameOrigin(b *testing.B) {
	const pageURL, apiURL = "https://app.example.com/page", "https://app.example.com/api/items?q=1"
	sameNetURL := func(p, q *url.URL) bool {
		return p.Scheme == q.Scheme && p.Hostname() == q.Hostname() && p.Port() == q.Port()
	}
	b.Run("parse2/corsim", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p, _ := origin.Parse(pageURL)
			q, _ := origin.Parse(apiURL)
			sinkBool = origin.SameOrigin(p.Origin(nil), q.Origin(nil))
		}
	})
	b.Run("parse2/net-url", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p, _ := url.Parse(pageURL)
			q, _ := url.Parse(apiURL)
			sinkBool = sameNetURL(p, q)
		}
	})
	b.Run("parsed/corsim", func(b *testing.B) {
		p, q := origin.MustParse(pageURL), origin.MustParse(apiURL)
		b.ReportAllocs()
		for b.Loop() {
			sinkBool = origin.SameOrigin(p.Origin(nil), q.Origin(nil))
		}
	})
	b.Run("parsed/net-url", func(b *testing.B) {
		p, _ := url.Parse(pageURL)
		q, _ := url.Parse(apiURL)
		b.ReportAllocs()
		for b.Loop() {
			sinkBool = sameNetURL(p, q)
		}
	})
}

var siteCases = []struct{ name, host string }{
	{"com", "www.example.com"},
	{"couk", "www.example.co.uk"},
	{"private", "whatwg.github.io"},
	{"wildcard", "a.b.kawasaki.jp"},
	{"unlisted", "foo.unlisted"},
}

func BenchmarkSite(b *testing.B) {
	for _, c := range siteCases {
		b.Run(c.name+"/corsim", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkString, _ = origin.RegistrableDomain(c.host, nil)
			}
		})
		b.Run(c.name+"/x-net", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkString, _ = publicsuffix.EffectiveTLDPlusOne(c.host)
			}
		})
	}
}
