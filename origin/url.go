package origin

import "strings"

// URL is a URL record of the URL Standard: the result of parsing, in normal
// form. It is immutable and comparable; == is the standard's "equals". The
// zero value is no URL.
//
// https://url.spec.whatwg.org/#concept-url
type URL struct {
	// href is the serialization, and the offsets say where its parts begin
	// or end, so that every getter is a slice of it:
	//
	//	https://user:password@example.com:8080/path?query#fragment
	//	      │     │         │          │    │    │     │
	//	      │     │         │          │    │    │     hashStart
	//	      │     │         │          │    │    searchStart
	//	      │     │         │          │    pathStart
	//	      │     │         │          hostEnd
	//	      │     │         hostStart
	//	      │     usernameEnd
	//	      protocolEnd
	//
	// A null host has usernameEnd, hostStart and hostEnd at protocolEnd. A
	// null query begins where the fragment begins, a null fragment at the end.
	href        string
	protocolEnd uint32
	usernameEnd uint32
	hostStart   uint32
	hostEnd     uint32
	pathStart   uint32
	searchStart uint32
	hashStart   uint32
	port        uint16 // with hasPort
	special     specialScheme
	host        HostKind
}

// HostKind says what the host of a URL is.
//
// https://url.spec.whatwg.org/#host-representation
type HostKind uint8

const (
	NoHost     HostKind = iota // null
	EmptyHost                  // the empty string, as in file:///
	Domain                     // of a special URL, in ASCII form
	IPv4                       // four decimal numbers
	IPv6                       // in brackets
	OpaqueHost                 // of a URL that is not special, as it was written
)

func (k HostKind) String() string {
	return [...]string{"no host", "empty host", "domain", "IPv4 address", "IPv6 address", "opaque host"}[k]
}

// IsZero reports whether u is no URL.
func (u URL) IsZero() bool { return u.href == "" }

// Href is the serialization of u, or "" for the zero URL.
//
// https://url.spec.whatwg.org/#concept-url-serializer
func (u URL) Href() string { return u.href }

// String returns [URL.Href].
func (u URL) String() string { return u.href }

// Scheme returns the scheme, without the colon that [URL.Protocol] has.
func (u URL) Scheme() string {
	if u.IsZero() {
		return ""
	}
	return u.href[:u.protocolEnd-1]
}

// The getters below are those of the URL API, which returns the empty string
// for a part that is null.

// Protocol returns the scheme and its colon: "https:".
func (u URL) Protocol() string { return u.href[:u.protocolEnd] }

// Username returns the percent-encoded username.
func (u URL) Username() string {
	if u.host == NoHost {
		return ""
	}
	return u.href[u.protocolEnd+2 : u.usernameEnd]
}

// Password returns the percent-encoded password.
func (u URL) Password() string {
	if u.hostStart < u.usernameEnd+2 {
		return ""
	}
	return u.href[u.usernameEnd+1 : u.hostStart-1]
}

// Host returns the host and, unless it is null, the port: "example.com:8080".
func (u URL) Host() string {
	if u.host == NoHost {
		return ""
	}
	return u.href[u.hostStart:u.pathStart]
}

// Hostname returns the host without the port. An IPv6 address keeps its
// brackets.
func (u URL) Hostname() string { return u.href[u.hostStart:u.hostEnd] }

// Port returns the port, "" if it is null: not written, or the default of the
// scheme.
func (u URL) Port() string {
	if !u.hasPort() {
		return ""
	}
	return u.href[u.hostEnd+1 : u.pathStart]
}

// Pathname returns the path.
func (u URL) Pathname() string { return u.href[u.pathStart:u.searchStart] }

// Search returns the query after a "?", or "" if the query is null or empty.
func (u URL) Search() string { return lone(u.href[u.searchStart:u.hashStart]) }

// Hash returns the fragment after a "#", or "" if the fragment is null or
// empty.
func (u URL) Hash() string { return lone(u.href[u.hashStart:]) }

// lone drops a delimiter with nothing after it.
func lone(part string) string {
	if len(part) == 1 {
		return ""
	}
	return part
}

// Query returns the query without "?". It is false for a null query, which is
// something else than an empty one.
func (u URL) Query() (string, bool) { return strings.CutPrefix(u.href[u.searchStart:u.hashStart], "?") }

// Fragment returns the fragment without "#". It is false for a null fragment.
func (u URL) Fragment() (string, bool) { return strings.CutPrefix(u.href[u.hashStart:], "#") }

// EffectivePort returns the port, or else the default port of the scheme. It
// is false if there is neither.
func (u URL) EffectivePort() (uint16, bool) {
	if u.hasPort() {
		return u.port, true
	}
	port := u.special.defaultPort()
	return port, port != 0
}

func (u URL) hasPort() bool {
	return u.hostEnd < u.pathStart && u.href[u.hostEnd] == ':'
}

// HostKind says what [URL.Hostname] is.
func (u URL) HostKind() HostKind { return u.host }

// IsSpecial reports whether the scheme is http, https, ws, wss, ftp or file.
//
// https://url.spec.whatwg.org/#is-special
func (u URL) IsSpecial() bool { return u.special != notSpecial }

// IsHTTP reports whether the scheme is an HTTP(S) scheme.
//
// https://fetch.spec.whatwg.org/#http-scheme
func (u URL) IsHTTP() bool { return u.special == schemeHTTPS || u.special == schemeHTTP }

// IsLocal reports whether the scheme is a local scheme: about, blob or data.
//
// https://fetch.spec.whatwg.org/#local-scheme
func (u URL) IsLocal() bool {
	switch u.Scheme() {
	case "about", "blob", "data":
		return true
	}
	return false
}

// HasOpaquePath reports whether the path is a string without structure, as in
// "data:text/plain,x" and "about:blank".
//
// https://url.spec.whatwg.org/#url-opaque-path
func (u URL) HasOpaquePath() bool {
	return u.host == NoHost && !u.IsZero() && !strings.HasPrefix(u.Pathname(), "/")
}

// IncludesCredentials reports whether there is a username or a password.
//
// https://url.spec.whatwg.org/#include-credentials
func (u URL) IncludesCredentials() bool { return u.hostStart > u.usernameEnd }
