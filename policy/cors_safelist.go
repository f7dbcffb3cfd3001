package policy

import (
	"slices"

	"github.com/corsim/corsim/header"
)

// IsCORSSafelistedRequestHeader reports whether script may send the header to another origin without asking
// by a CORS-preflight request. The 1024 bytes that all such headers may have together are
// [CORSUnsafeRequestHeaderNames]' to count.
//
// https://fetch.spec.whatwg.org/#cors-safelisted-request-header
func IsCORSSafelistedRequestHeader(name, value string) bool {
	reason, _ := CORSSafelistReason(name, value)
	return reason == Safelisted
}

// A SafelistReason says why a header is not a CORS-safelisted request-header, or that it is one.
type SafelistReason uint8

const (
	// UnsafeName: no value makes this name safe.
	UnsafeName SafelistReason = iota
	// UnsafeLength: the value has more than 128 bytes.
	UnsafeLength
	// UnsafeByte: the value has a CORS-unsafe request-header byte.
	UnsafeByte
	// UnsafeLanguageByte: the value has a byte that languages do not need.
	UnsafeLanguageByte
	// UnsafeMIMEType: the value does not parse as a MIME type.
	UnsafeMIMEType
	// UnsafeEssence: the MIME type is none of the three that a form can send.
	UnsafeEssence
	// UnsafeRange: the value is not a single range header value.
	UnsafeRange
	// UnsafeRangeWithoutStart: the range counts from the end, as in "bytes=-500".
	UnsafeRangeWithoutStart
	// Safelisted: the header is a CORS-safelisted request-header.
	Safelisted
)

var safelistReasons = [...]string{
	UnsafeName:              "name not on the safelist",
	UnsafeLength:            "value longer than 128 bytes",
	UnsafeByte:              "CORS-unsafe request-header byte in the value",
	UnsafeLanguageByte:      "byte not allowed in a language value",
	UnsafeMIMEType:          "value not a MIME type",
	UnsafeEssence:           "essence not one that a form can send",
	UnsafeRange:             "value not a single range",
	UnsafeRangeWithoutStart: "range without a start",
	Safelisted:              "safelisted",
}

// String returns the reason in a few words.
func (r SafelistReason) String() string {
	if int(r) < len(safelistReasons) {
		return safelistReasons[r]
	}
	return "unknown"
}

// maxSafelistedValue is the size that one value may have, maxSafelistedValues the size of all together.
const (
	maxSafelistedValue  = 128
	maxSafelistedValues = 1024
)

// CORSSafelistReason says whether the header is a CORS-safelisted request-header, and if not, why. at is the
// index of the byte that is one too many or not allowed, or -1.
//
// The text looks at the length first and the name last. Here the name comes first, because who reads that a
// token in Authorization is too long would shorten it, in vain; the result is the same.
//
// https://fetch.spec.whatwg.org/#cors-safelisted-request-header
func CORSSafelistReason(name, value string) (reason SafelistReason, at int) {
	check := safelistCheck(name)

	// A name that is not on the list is unsafe.
	if check == nil {
		return UnsafeName, -1
	}

	// A value longer than 128 bytes is unsafe.
	if len(value) > maxSafelistedValue {
		return UnsafeLength, maxSafelistedValue
	}

	// Otherwise the name says what the value may be.
	return check(value)
}

// safelistCheck returns what the safelist demands of the values of that name, or nil.
func safelistCheck(name string) func(value string) (reason SafelistReason, at int) {
	switch {
	case header.EqualFold(name, "accept"):
		return checkBytes
	case header.EqualFold(name, "accept-language"), header.EqualFold(name, "content-language"):
		return checkLanguage
	case header.EqualFold(name, "content-type"):
		return checkContentType
	case header.EqualFold(name, "range"):
		return checkRange
	}
	return nil
}

func checkBytes(value string) (reason SafelistReason, at int) {
	for i := range len(value) {
		if IsCORSUnsafeRequestHeaderByte(value[i]) {
			return UnsafeByte, i
		}
	}
	return Safelisted, -1
}

func checkLanguage(value string) (reason SafelistReason, at int) {
	for i := range len(value) {
		if !isLanguageByte(value[i]) {
			return UnsafeLanguageByte, i
		}
	}
	return Safelisted, -1
}

func checkContentType(value string) (reason SafelistReason, at int) {
	// No byte is a CORS-unsafe request-header byte.
	if reason, at := checkBytes(value); reason != Safelisted {
		return reason, at
	}

	// The value as a whole is a MIME type; a list of them is none.
	essence, ok := header.MIMEEssence(value)
	if !ok {
		return UnsafeMIMEType, -1
	}

	// Its essence is one that a form can send without script.
	if !isOneOf(essence, "application/x-www-form-urlencoded", "multipart/form-data", "text/plain") {
		return UnsafeEssence, -1
	}
	return Safelisted, -1
}

func checkRange(value string) (reason SafelistReason, at int) {
	// The value is a single range, written without white space.
	r, ok := header.ParseRange(value, false)
	if !ok {
		return UnsafeRange, -1
	}

	// The range has a start; browsers do not send ranges without.
	if !r.HasStart {
		return UnsafeRangeWithoutStart, -1
	}
	return Safelisted, -1
}

// IsCORSUnsafeRequestHeaderByte reports whether a byte makes a value of Accept or Content-Type unsafe: the
// delimiters of HTTP without comma, slash, semicolon and equals sign, and control characters without tab.
//
// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
func IsCORSUnsafeRequestHeaderByte(c byte) bool {
	switch c {
	case '\t':
		return false
	case '"', '(', ')', ':', '<', '>', '?', '@', '[', '\\', ']', '{', '}', 0x7F:
		return true
	}
	return c < ' '
}

// isLanguageByte reports whether a byte may stand in the value of Accept-Language or Content-Language.
func isLanguageByte(c byte) bool {
	switch c {
	case ' ', '*', ',', '-', '.', ';', '=':
		return true
	}
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
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
