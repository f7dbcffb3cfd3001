package origin_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
)

func TestAllocations(t *testing.T) {
	page := origin.MustParse("https://app.example.com/page#top")
	other := origin.MustParse("https://app.example.com/api")
	credentials := origin.MustParse("https://user:pass@example.com/")
	blob := origin.MustParse("blob:https://example.com/id")
	pageOrigin, otherOrigin := page.Origin(nil), origin.MustParseOrigin("https://www.example.co.uk")
	for _, c := range []struct {
		about string
		most  float64
		f     func()
	}{
		{"parse a URL in normal form", 0, func() { sinkURL, _ = origin.Parse(urlCases[1].input) }},
		{"parse one without path", 1, func() { sinkURL, _ = origin.Parse(urlCases[0].input) }},
		{"parse a messy one", 2, func() { sinkURL, _ = origin.Parse(urlCases[2].input) }},
		{"parse IPv4", 0, func() { sinkURL, _ = origin.Parse(urlCases[3].input) }},
		{"parse IPv6", 0, func() { sinkURL, _ = origin.Parse(urlCases[4].input) }},
		{"parse IDNA", 5, func() { sinkURL, _ = origin.Parse(urlCases[5].input) }},
		{"parse a long one", 0, func() { sinkURL, _ = origin.Parse(urlCases[6].input) }},
		{"parse a relative one", 1, func() { sinkURL, _ = page.Parse("/api/items?q=1") }},
		{"origin of a URL", 0, func() { sinkOrigin = page.Origin(nil) }},
		{"origin of a URL with userinfo", 1, func() { sinkOrigin = credentials.Origin(nil) }},
		{"origin of a blob: URL", 0, func() { sinkOrigin = blob.Origin(nil) }},
		{"root", 0, func() { sinkString = page.Root() }},
		{"without fragment", 0, func() { sinkURL = page.WithoutFragment() }},
		{"same origin", 0, func() { sinkBool = origin.SameOrigin(page.Origin(nil), other.Origin(nil)) }},
		{"parse an origin", 0, func() { sinkOrigin, _ = origin.ParseOrigin("https://example.com:8443") }},
		{"differ", 0, func() { sinkBool = origin.Differ(pageOrigin, otherOrigin) == 0 }},
		{"trustworthy", 0, func() { sinkBool = page.PotentiallyTrustworthy() }},
	} {
		if got := testing.AllocsPerRun(100, c.f); got > c.most {
			t.Errorf("%s: %v allocations, want %v at most", c.about, got, c.most)
		}
	}
}

var sinkOrigin origin.Origin
