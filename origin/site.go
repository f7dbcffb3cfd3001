package origin

import "strings"

// Site is a site: an opaque origin, or a scheme and a host that is the
// registrable domain where there is one. It is comparable; == is "same site",
// but for the zero Site, which is none.
//
// https://html.spec.whatwg.org/#site
type Site struct {
	// The scheme of an opaque origin is empty, and its identity is the host.
	scheme, host string
}

// Site obtains the site of o.
//
// https://html.spec.whatwg.org/#obtain-a-site
func (o Origin) Site(list PublicSuffixList) Site {
	if o.tuple() == "" {
		return Site{host: o.identity}
	}
	return Site{scheme: o.Scheme(), host: registrableDomainOrHost(o.Host(), list)}
}

func registrableDomainOrHost(host string, list PublicSuffixList) string {
	if domain, ok := RegistrableDomain(host, list); ok {
		return domain
	}
	return host
}

// IsZero reports whether s is the site of no origin.
func (s Site) IsZero() bool { return s == Site{} }

// String serializes the site: "https://example.com", or "null" if it is an
// opaque origin. The zero Site is "".
//
// https://html.spec.whatwg.org/#serialization-of-a-site
func (s Site) String() string {
	switch {
	case s.IsZero():
		return ""
	case s.scheme == "":
		return "null"
	}
	return s.scheme + "://" + s.host
}

// SameSite reports whether a and b are same site: schemelessly same site, and
// with the same scheme.
//
// https://html.spec.whatwg.org/#same-site
func SameSite(a, b Origin, list PublicSuffixList) bool {
	return SchemelesslySameSite(a, b, list) && a.Scheme() == b.Scheme()
}

// SchemelesslySameSite reports whether a and b are the same opaque origin, or
// tuple origins with the same registrable domain, or the same host where that
// has none.
//
// https://html.spec.whatwg.org/#schemelessly-same-site
func SchemelesslySameSite(a, b Origin, list PublicSuffixList) bool {
	tupleA, tupleB := a.tuple(), b.tuple()
	if tupleA == "" || tupleB == "" {
		return SameOrigin(a, b)
	}
	// Hosts without a port that end in different letters have nothing in common.
	lastA, lastB := tupleA[len(tupleA)-1], tupleB[len(tupleB)-1]
	if lastA != lastB && !isDigit(lastA) && !isDigit(lastB) {
		return false
	}
	hostA, hostB := a.Host(), b.Host()
	// Equal hosts have equal registrable domains, or none.
	if hostA == hostB {
		return true
	}
	// A registrable domain has two labels at the least, so the last two decide
	// most cases without the list.
	if lastTwoLabels(hostA) != lastTwoLabels(hostB) {
		return false
	}
	domainA, okA := RegistrableDomain(hostA, list)
	domainB, okB := RegistrableDomain(hostB, list)
	return okA && okB && domainA == domainB
}

func lastTwoLabels(host string) string {
	if host == "" {
		return host
	}
	dot := strings.LastIndexByte(host[:len(host)-1], '.')
	if dot < 0 {
		return host
	}
	return host[strings.LastIndexByte(host[:dot], '.')+1:]
}
