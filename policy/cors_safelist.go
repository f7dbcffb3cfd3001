package policy

import (
	"math"
	"slices"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
)

// maxSafelistedValue is the size in bytes that one value may have, maxSafelistedValues that of all together.
const (
	maxSafelistedValue  = 128
	maxSafelistedValues = 1024
)

// IsCORSSafelistedRequestHeader reports whether script may send the header to another origin without asking by a
// CORS-preflight request, in a browser of the given profile. The 1024 bytes that all such headers may have together
// are [CORSUnsafeRequestHeaderNames]' to count.
//
// https://fetch.spec.whatwg.org/#cors-safelisted-request-header
func IsCORSSafelistedRequestHeader(profile *engine.Profile, name, value string) bool {
	if profile.Has(engine.SafelistUserAgent) && header.EqualFold(name, "user-agent") {
		return true
	}
	// A value longer than 128 bytes is unsafe.
	if len(value) > maxSafelistedValue {
		return false
	}

	// Otherwise the name says what the value may be. Most names are unsafe with any.
	switch {
	case header.EqualFold(name, "accept"):
		return !hasCORSUnsafeByte(profile, value)
	case header.EqualFold(name, "accept-language"), header.EqualFold(name, "content-language"):
		return isLanguageValue(value)
	case header.EqualFold(name, "content-type"):
		return !hasCORSUnsafeByte(profile, value) && isFormMIMEType(value)
	case header.EqualFold(name, "range"):
		return isSafelistedRange(profile, value)
	}
	return profile.Has(engine.SafelistClientHints) && isClientHint(name, value)
}

// isSafelistedRange reports whether the value asks for one range, from a certain byte on.
func isSafelistedRange(profile *engine.Profile, value string) bool {
	const unit = "bytes"
	if profile.Has(engine.SafelistRangeLenient) && hasPrefixFold(value, unit) {
		value = unit + plusSigns.Replace(value[len(unit):])
	}
	// Browsers do not send ranges that count from the end, as in "bytes=-500".
	r, ok := header.ParseRange(value, false)
	if !ok || !r.HasStart {
		return false
	}
	switch most := max(r.Start, r.End); {
	case profile.Has(engine.SafelistRangeSigned):
		return most < math.MaxInt64
	case profile.Has(engine.SafelistRangeUnsigned):
		return most < math.MaxUint64
	}
	return true
}

// plusSigns removes those before the numbers of a range.
var plusSigns = strings.NewReplacer("=+", "=", "-+", "-")

// isClientHint reports whether the header is one of the old client hints, with a value that it can have, or another
// of those that Chromium sends by itself.
func isClientHint(name, value string) bool {
	switch {
	case isOneOf(name, "device-memory", "downlink", "dpr"):
		whole, fraction, found := strings.Cut(value, ".")
		return isDigits(whole) && (!found || isDigits(fraction))
	case isOneOf(name, "rtt", "viewport-width", "width"):
		return isDigits(value)
	case header.EqualFold(name, "ect"):
		return slices.Contains([]string{"slow-2g", "2g", "3g", "4g"}, value)
	case header.EqualFold(name, "save-data"):
		return header.EqualFold(value, "on")
	case header.EqualFold(name, "intervention"):
		return true
	}
	return false
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// hasCORSUnsafeByte reports whether the value has a CORS-unsafe request-header byte: a delimiter of HTTP other than
// comma, slash, semicolon and equals sign, or a control character other than the tab.
//
// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
func hasCORSUnsafeByte(profile *engine.Profile, value string) bool {
	onlyASCII := profile.Has(engine.SafelistASCII)
	for i := range len(value) {
		switch c := value[i]; c {
		case '\t':
		case '"', '(', ')', ':', '<', '>', '?', '@', '[', '\\', ']', '{', '}', 0x7F:
			return true
		default:
			if c < ' ' || c > 0x7F && onlyASCII {
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
func CORSUnsafeRequestHeaderNames(profile *engine.Profile, list header.List, into []string) []string {
	start := len(into)
	safelistValueSize := 0

	// Each header is unsafe, or its value counts.
	for _, field := range list {
		if IsCORSSafelistedRequestHeader(profile, field.Name, field.Value) {
			safelistValueSize += len(field.Value)
		} else {
			into = append(into, header.Lower(field.Name))
		}
	}

	// Safelisted values that have more than 1024 bytes together are all unsafe.
	if safelistValueSize > maxSafelistedValues && !profile.Has(engine.SafelistWithoutTotal) {
		into = into[:start]
		for _, field := range list {
			into = append(into, header.Lower(field.Name))
		}
	}

	// The names as a set, in order.
	names := into[start:]
	slices.Sort(names)
	if profile.Has(engine.PreflightRepeatsNames) {
		return into
	}
	return into[:start+len(slices.Compact(names))]
}

// HasCORSUnsafeRequestHeader reports whether the list has CORS-unsafe request-header names, and so needs a
// CORS-preflight request.
//
// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
func HasCORSUnsafeRequestHeader(profile *engine.Profile, list header.List) bool {
	safelistValueSize := 0
	for _, field := range list {
		if !IsCORSSafelistedRequestHeader(profile, field.Name, field.Value) {
			return true
		}
		safelistValueSize += len(field.Value)
	}
	return safelistValueSize > maxSafelistedValues && !profile.Has(engine.SafelistWithoutTotal)
}

// IsCORSNonWildcardRequestHeaderName reports whether the wildcard of Access-Control-Allow-Headers does not
// cover the name, so that a server has to list it.
//
// https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
func IsCORSNonWildcardRequestHeaderName(name string) bool {
	return header.EqualFold(name, "Authorization")
}
