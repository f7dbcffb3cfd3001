package origin

import (
	"strconv"
	"strings"
)

// Origin is an origin: a tuple of scheme, host and port, or an opaque origin.
// It is comparable; == is "same origin", but for the zero Origin, which is no
// origin at all. Use [SameOrigin] where a zero Origin may turn up.
//
// https://html.spec.whatwg.org/#concept-origin
type Origin struct {
	// The ASCII serialization of a tuple origin is injective, so it can stand
	// for the tuple. An opaque origin has an identity instead, which begins as
	// no serialization does.
	identity string
}

const opaqueMark = "\x00"

// Mint makes opaque origins. Its zero value is ready to use. Identities are
// counted, so that the same calls make the same origins; those of different
// Mints must not meet. A Mint is not safe for concurrent use.
type Mint struct{ minted uint64 }

// Opaque returns a new opaque origin, same origin with itself only.
func (m *Mint) Opaque() Origin {
	m.minted++
	return Origin{opaqueMark + strconv.FormatUint(m.minted, 10)}
}

// IsZero reports whether o is no origin.
func (o Origin) IsZero() bool { return o == Origin{} }

// IsOpaque reports whether o is an opaque origin.
func (o Origin) IsOpaque() bool { return strings.HasPrefix(o.identity, opaqueMark) }

// tuple is the serialization of a tuple origin, otherwise "".
func (o Origin) tuple() string {
	if o.IsOpaque() {
		return ""
	}
	return o.identity
}

// String is the ASCII serialization: "https://example.com" for a tuple origin,
// "null" for any opaque origin. The zero Origin, which is none, is "".
//
// https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin
func (o Origin) String() string {
	if o.IsOpaque() {
		return "null"
	}
	return o.identity
}

// AppendText implements encoding.TextAppender with [Origin.String].
func (o Origin) AppendText(b []byte) ([]byte, error) { return append(b, o.String()...), nil }

// MarshalText implements encoding.TextMarshaler with [Origin.String].
func (o Origin) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// Scheme returns the scheme of a tuple origin, otherwise "".
func (o Origin) Scheme() string {
	return o.identity[:max(strings.IndexByte(o.identity, ':'), 0)]
}

// Host returns the serialized host of a tuple origin, otherwise "".
func (o Origin) Host() string {
	host, _ := o.hostPort()
	return host
}

// Port returns the port of a tuple origin as it is serialized: "" for null,
// which means the default port of the scheme.
func (o Origin) Port() string {
	_, port := o.hostPort()
	return port
}

func (o Origin) hostPort() (host, port string) {
	tuple := o.tuple()
	if tuple == "" {
		return "", ""
	}
	authority := tuple[strings.IndexByte(tuple, ':')+len("://"):]
	// Only a port has digits alone at the end: an IPv6 address ends in "]".
	i := len(authority)
	for i > 0 && isDigit(authority[i-1]) {
		i--
	}
	if i > 0 && authority[i-1] == ':' {
		return authority[:i-1], authority[i:]
	}
	return authority, ""
}

// EffectivePort returns the port, or else the default port of the scheme. It
// is false if o is no tuple origin.
func (o Origin) EffectivePort() (uint16, bool) {
	_, port := o.hostPort()
	if port == "" {
		number := toSpecialScheme(o.Scheme()).defaultPort()
		return number, number != 0
	}
	number := uint16(0)
	for i := range len(port) {
		number = number*10 + uint16(port[i]-'0')
	}
	return number, true
}

// HostKind says what [Origin.Host] is: a Domain, an IPv4 or an IPv6 address,
// or NoHost if o is no tuple origin.
func (o Origin) HostKind() HostKind { return hostKindOf(o.Host()) }

// hostKindOf is the kind of a serialized host of a special URL.
func hostKindOf(host string) HostKind {
	switch {
	case host == "":
		return NoHost
	case host[0] == '[':
		return IPv6
	case endsInNumber(host):
		return IPv4
	}
	return Domain
}
