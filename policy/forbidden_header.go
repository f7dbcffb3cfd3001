package policy

import "github.com/corsim/corsim/header"

// IsForbiddenRequestHeader reports whether script may not set the header because it is the browser's to set.
// The value matters only to the three headers with which a server can be told to take another method.
//
// https://fetch.spec.whatwg.org/#forbidden-request-header
func IsForbiddenRequestHeader(name, value string) bool {
	// Some names are forbidden whatever their value.
	if isOneOf(name,
		"Accept-Charset",
		"Accept-Encoding",
		"Access-Control-Request-Headers",
		"Access-Control-Request-Method",
		"Connection",
		"Content-Length",
		"Cookie",
		"Cookie2",
		"Date",
		"DNT",
		"Expect",
		"Host",
		"Keep-Alive",
		"Origin",
		"Referer",
		"Set-Cookie",
		"TE",
		"Trailer",
		"Transfer-Encoding",
		"Upgrade",
		"Via",
	) {
		return true
	}

	// So are all names with one of two prefixes.
	if hasPrefixFold(name, "proxy-") || hasPrefixFold(name, "sec-") {
		return true
	}

	// An overriding method must not be a forbidden method, wherever it stands in the list.
	if isOneOf(name, "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override") {
		for method := range header.DecodeSplit(value) {
			if IsForbiddenMethod(method) {
				return true
			}
		}
	}
	return false
}

// IsForbiddenResponseHeaderName reports whether script never sees the header, even if a server exposes it.
//
// https://fetch.spec.whatwg.org/#forbidden-response-header-name
func IsForbiddenResponseHeaderName(name string) bool {
	return isOneOf(name, "Set-Cookie", "Set-Cookie2")
}

// isOneOf reports whether s is a byte-case-insensitive match for one of the items.
func isOneOf(s string, items ...string) bool {
	for _, item := range items {
		if header.EqualFold(s, item) {
			return true
		}
	}
	return false
}

// hasPrefixFold reports whether s, byte-lowercased, starts with prefix.
func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && header.EqualFold(s[:len(prefix)], prefix)
}
