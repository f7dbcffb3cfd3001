package origin

import "strings"

// SameOrigin reports whether a and b are the same opaque origin, or tuple
// origins with the same scheme, host and port. The zero Origin is same origin
// with nothing, itself included.
//
// https://html.spec.whatwg.org/#same-origin
func SameOrigin(a, b Origin) bool { return a == b && !a.IsZero() }

// SameOriginDomain reports whether documents with the origins a and b are same
// origin-domain, that is, whether they may touch each other's objects. The
// domains are what the documents have set document.domain to, "" for null.
//
// https://html.spec.whatwg.org/#same-origin-domain
func SameOriginDomain(a, b Origin, domainA, domainB string) bool {
	// The same opaque origin: nothing else counts.
	if a.IsOpaque() || b.IsOpaque() || a.IsZero() || b.IsZero() {
		return SameOrigin(a, b)
	}
	// Both have set the same domain: the scheme counts, the port does not.
	if domainA != "" && domainA == domainB {
		return a.Scheme() == b.Scheme()
	}
	// Neither has set one: same origin.
	return domainA == "" && domainB == "" && SameOrigin(a, b)
}

// Parts is a set of parts in which two origins can differ.
type Parts uint8

const (
	SchemePart Parts = 1 << iota
	HostPart
	PortPart
	OpaquePart // one of them is opaque, or no origin, and they are not the same
)

// Differ returns the parts that keep a and b from being same origin; it is
// empty if they are. A null port is a port of its own: http://example.com and
// https://example.com differ in the scheme only.
func Differ(a, b Origin) Parts {
	switch {
	case SameOrigin(a, b):
		return 0
	case a.tuple() == "" || b.tuple() == "":
		return OpaquePart
	}
	var parts Parts
	hostA, portA := a.hostPort()
	hostB, portB := b.hostPort()
	if a.Scheme() != b.Scheme() {
		parts |= SchemePart
	}
	if hostA != hostB {
		parts |= HostPart
	}
	if portA != portB {
		parts |= PortPart
	}
	return parts
}

// String lists the parts in words: "scheme and port". It is "nothing" for the
// empty set.
func (p Parts) String() string {
	var words []string
	for i, word := range [...]string{"scheme", "host", "port", "opaque origin"} {
		if p&(1<<i) != 0 {
			words = append(words, word)
		}
	}
	switch n := len(words); n {
	case 0:
		return "nothing"
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}
