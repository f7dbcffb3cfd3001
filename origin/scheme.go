package origin

// A specialScheme is one of the six schemes the URL Standard treats apart, or
// notSpecial.
//
// https://url.spec.whatwg.org/#special-scheme
type specialScheme uint8

const (
	notSpecial specialScheme = iota
	schemeHTTPS
	schemeHTTP
	schemeWSS
	schemeWS
	schemeFTP
	schemeFile
)

func toSpecialScheme(scheme string) specialScheme {
	switch scheme {
	case "https":
		return schemeHTTPS
	case "http":
		return schemeHTTP
	case "wss":
		return schemeWSS
	case "ws":
		return schemeWS
	case "ftp":
		return schemeFTP
	case "file":
		return schemeFile
	}
	return notSpecial
}

// defaultPort is 0 for null; no scheme has port 0 for default.
//
// https://url.spec.whatwg.org/#default-port
func (s specialScheme) defaultPort() uint16 {
	switch s {
	case schemeHTTPS, schemeWSS:
		return 443
	case schemeHTTP, schemeWS:
		return 80
	case schemeFTP:
		return 21
	}
	return 0
}
