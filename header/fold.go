package header

import "slices"

// EqualFold reports whether a is a byte-case-insensitive match for b: equal once A to Z are lowered. Unlike
// strings.EqualFold it knows no other alphabet, so that the Kelvin sign is not a k.
//
// https://infra.spec.whatwg.org/#byte-case-insensitive
func EqualFold(a, b string) bool { return len(a) == len(b) && (a == b || equalFoldBytes(a, b)) }

// equalFoldBytes is EqualFold for strings of the same length.
func equalFoldBytes(a, b string) bool {
	for i := range len(a) {
		if lowerByte(a[i]) != lowerByte(b[i]) {
			return false
		}
	}
	return true
}

// Lower byte-lowercases s. It allocates only for a string that has upper-case letters and is not the name of
// a well-known header.
//
// https://infra.spec.whatwg.org/#byte-lowercase
func Lower(s string) string {
	if !hasUpper(s) {
		return s
	}
	if len(s) < len(wellKnown) {
		for _, name := range wellKnown[len(s)] {
			if EqualFold(name, s) {
				return name
			}
		}
	}
	lower := make([]byte, len(s))
	for i := range lower {
		lower[i] = lowerByte(s[i])
	}
	return string(lower)
}

func hasUpper(s string) bool {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

func lowerByte(c byte) byte { return lowerBytes[c] }

var lowerBytes = func() (lower [256]byte) {
	for c := range lower {
		lower[c] = byte(c)
		if 'A' <= c && c <= 'Z' {
			lower[c] = byte(c) + ('a' - 'A')
		}
	}
	return lower
}()

// wellKnown holds the lower-case names of headers that requests and responses usually carry, by length.
var wellKnown = [...][]string{
	2:  {"te"},
	3:  {"age", "dnt", "via"},
	4:  {"date", "etag", "from", "host", "link", "vary"},
	5:  {"allow", "range"},
	6:  {"accept", "cookie", "expect", "origin", "pragma", "server"},
	7:  {"baggage", "expires", "referer", "refresh", "trailer", "upgrade"},
	8:  {"if-match", "if-range", "location", "priority"},
	9:  {"save-data", "x-api-key"},
	10: {"connection", "keep-alive", "set-cookie", "tracestate", "user-agent"},
	11: {"traceparent"},
	12: {"content-type", "sentry-trace", "x-csrf-token", "x-request-id", "x-xsrf-token"},
	13: {"accept-ranges", "authorization", "cache-control", "content-range", "if-none-match", "last-event-id", "last-modified", "x-http-method"},
	14: {"accept-charset", "content-length", "sec-fetch-dest", "sec-fetch-mode", "sec-fetch-site", "sec-fetch-user"},
	15: {"accept-encoding", "accept-language", "idempotency-key", "referrer-policy", "x-forwarded-for", "x-frame-options"},
	16: {"content-encoding", "content-language", "content-location", "www-authenticate", "x-correlation-id", "x-forwarded-host", "x-requested-with"},
	17: {"if-modified-since", "transfer-encoding", "x-forwarded-proto", "x-method-override"},
	19: {"content-disposition", "if-unmodified-since", "proxy-authorization", "timing-allow-origin"},
	20: {"origin-agent-cluster"},
	22: {"access-control-max-age", "x-content-type-options", "x-http-method-override"},
	23: {"content-security-policy"},
	25: {"strict-transport-security", "upgrade-insecure-requests"},
	26: {"cross-origin-opener-policy"},
	27: {"access-control-allow-origin"},
	28: {"access-control-allow-headers", "access-control-allow-methods", "cross-origin-embedder-policy", "cross-origin-resource-policy"},
	29: {"access-control-expose-headers", "access-control-request-method"},
	30: {"access-control-request-headers"},
	32: {"access-control-allow-credentials"},
}

// ContainsFold reports whether one of the names is equal to the given one, whatever their case.
func ContainsFold(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return EqualFold(n, name) })
}
