package origin

import "strings"

// PotentiallyTrustworthy reports whether o is a potentially trustworthy
// origin: one that nobody on the way can have tampered with. Names below
// "localhost" are trusted, as in browsers, which do not ask the network for
// them.
//
// https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
func (o Origin) PotentiallyTrustworthy() bool {
	switch o.Scheme() {
	case "https", "wss":
		return true
	case "":
		// Opaque, or no origin.
		return false
	}
	switch host := o.Host(); hostKindOf(host) {
	case IPv4:
		// The loopback network is 127.0.0.0/8.
		return strings.HasPrefix(host, "127.")
	case IPv6:
		return host == "[::1]"
	default:
		return isLocalhost(host)
	}
}

func isLocalhost(host string) bool {
	host = strings.TrimSuffix(host, ".")
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}

// PotentiallyTrustworthy reports whether u is a potentially trustworthy URL. A
// file: URL is: it counts by its scheme, which browsers trust although they
// keep its origin opaque.
//
// https://w3c.github.io/webappsec-secure-contexts/#is-url-trustworthy
func (u URL) PotentiallyTrustworthy() bool {
	return u.special == schemeHTTPS || u.special == schemeWSS || u.trustworthyOtherwise()
}

func (u URL) trustworthyOtherwise() bool {
	switch u.Scheme() {
	case "about":
		return u.Pathname() == "blank" || u.Pathname() == "srcdoc"
	case "data", "file":
		return true
	case "blob":
		path, ok := u.blobPath()
		return ok && (path.special == schemeFile || path.Origin(nil).PotentiallyTrustworthy() && path.IsHTTP())
	}
	return u.Origin(nil).PotentiallyTrustworthy()
}
