package policy

import (
	"slices"
	"strings"

	"github.com/corsim/corsim/header"
)

// maxSafelistedValue is the size in bytes that one value may have, maxSafelistedValues that of all together.
const (
	maxSafelistedValue  = 128
	maxSafelistedValues = 1024
)

// IsCORSSafelistedRequestHeader reports whether script may send the header to another origin without asking
// by a CORS-preflight request. The 1024 bytes that all such headers may have together are
// [CORSUnsafeRequestHeaderNames]' to count.
//
// https://fetch.spec.whatwg.org/#cors-safelisted-request-header
func IsCORSSafelistedRequestHeader(name, value string) bool {
	// A value longer than 128 bytes is unsafe.
	if len(value) > maxSafelistedValue {
		return false
	}

	// Otherwise the name says what the value may be. Most names are unsafe with any.
	switch {
	case header.EqualFold(name, "accept"):
		return !hasCORSUnsafeByte(value)
	case header.EqualFold(name, "accept-language"), header.EqualFold(name, "content-language"):
		return isLanguageValue(value)
	case header.EqualFold(name, "content-type"):
		return !hasCORSUnsafeByte(value) && isFormMIMEType(value)
	case header.EqualFold(name, "range"):
		// Browsers do not send ranges that count from the end, as in "bytes=-500".
		r, ok := header.ParseRange(value, false)
		return ok && r.HasStart
	}
	return false
}

// hasCORSUnsafeByte reports whether the value has a CORS-unsafe request-header byte: a delimiter of HTTP other than
// comma, slash, semicolon and equals sign, or a control character other than the tab.
//
// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
func hasCORSUnsafeByte(value string) bool {
	for i := range len(value) {
		switch c := value[i]; c {
		case '\t':
		case '"', '(', ')', ':', '<', '>', '?', '@', '[', '\\', ']', '{', '}', 0x7F:
			return true
		default:
			if c < ' ' {
				return true
			}
		}
	}
	return false
}

// isLanguageValue reports whether the value has only bytes that Accept-Language and Content-Language need.
func isLanguageValue(value string) bool {
	for i := range len(value) {
		switch c := value[i]; {
		case '0' <= c && c <= '9', 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z':
		case strings.IndexByte(" *,-.;=", c) >= 0:
		default:
			return false
		}
	}
	return true
}

// isFormMIMEType reports whether the value as a whole is a MIME type, and one that a form can send without script.
func isFormMIMEType(value string) bool {
	essence, ok := header.MIMEEssence(value)
	return ok && isOneOf(essence, "application/x-www-form-urlencoded", "multipart/form-data", "text/plain")
}

// CORSUnsafeRequestHeaderNames appends the CORS-unsafe request-header names of the list to into: lower-case,
// sorted, each once. They are what Access-Control-Request-Headers asks for. It allocates only for names that
// have no room in into, or whose lower-case form [header.Lower] does not know.
//
// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
func CORSUnsafeRequestHeaderNames(list header.List, into []string) []string {
	start := len(into)
	safelistValueSize := 0

	// Each header is unsafe, or its value counts.
	for _, field := range list {
		if IsCORSSafelistedRequestHeader(field.Name, field.Value) {
			safelistValueSize += len(field.Value)
		} else {
			into = append(into, header.Lower(field.Name))
		}
	}

	// Safelisted values that have more than 1024 bytes together are all unsafe.
	if safelistValueSize > maxSafelistedValues {
		into = into[:start]
		for _, field := range list {
			into = append(into, header.Lower(field.Name))
		}
	}

	// The names as a set, in order.
	names := into[start:]
	slices.Sort(names)
	return into[:start+len(slices.Compact(names))]
}

// HasCORSUnsafeRequestHeader reports whether the list has CORS-unsafe request-header names, and so needs a
// CORS-preflight request.
//
// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
func HasCORSUnsafeRequestHeader(list header.List) bool {
	safelistValueSize := 0
	for _, field := range list {
		if !IsCORSSafelistedRequestHeader(field.Name, field.Value) {
			return true
		}
		safelistValueSize += len(field.Value)
	}
	return safelistValueSize > maxSafelistedValues
}

// IsCORSNonWildcardRequestHeaderName reports whether the wildcard of Access-Control-Allow-Headers does not
// cover the name, so that a server has to list it.
//
// https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
func IsCORSNonWildcardRequestHeaderName(name string) bool {
	return header.EqualFold(name, "Authorization")
}
