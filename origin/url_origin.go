package origin

// Origin returns the origin of u. Where that is a new opaque origin, it is
// minted by m; without m the result is the zero Origin.
//
// https://url.spec.whatwg.org/#concept-url-origin
func (u URL) Origin(m *Mint) Origin {
	if u.IsHTTP() && !u.IncludesCredentials() {
		return Origin{u.href[:u.pathStart]}
	}
	return u.otherOrigin(m)
}

// otherOrigin is Origin for the URLs that few origins are taken of.
func (u URL) otherOrigin(m *Mint) Origin {
	switch u.special {
	case schemeHTTPS, schemeHTTP, schemeWSS, schemeWS, schemeFTP:
		return Origin{u.tuple()}
	case notSpecial:
		// The path of a blob: URL tells who made it. Only HTTP(S) has a tuple
		// to give.
		if path, ok := u.blobPath(); ok && path.IsHTTP() {
			return Origin{path.tuple()}
		}
	}
	if m == nil {
		return Origin{}
	}
	return m.Opaque()
}

// tuple serializes scheme, host and port.
func (u URL) tuple() string {
	if u.IncludesCredentials() {
		return u.href[:u.protocolEnd+2] + u.href[u.hostStart:u.pathStart]
	}
	return u.href[:u.pathStart]
}

// blobPath parses the path of a blob: URL.
func (u URL) blobPath() (URL, bool) {
	if u.Scheme() != "blob" {
		return URL{}, false
	}
	path, err := Parse(u.Pathname())
	return path, err == nil
}
