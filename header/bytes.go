package header

import "strings"

// IsToken reports whether s matches the token production of HTTP: one byte or more, each of them a letter,
// a digit or one of !#$%&'*+-.^_`|~.
//
// https://httpwg.org/specs/rfc9110.html#tokens
func IsToken(s string) bool { return s != "" && !hasAny(s, breaksToken) }

// IsName reports whether s is a header name, which is a token.
//
// https://fetch.spec.whatwg.org/#header-name
func IsName(s string) bool { return IsToken(s) }

// IsValue reports whether s is a header value: no tab or space at either end, and no NUL, CR or LF anywhere.
// Any other byte is fine, control characters included.
//
// https://fetch.spec.whatwg.org/#header-value
func IsValue(s string) bool {
	if s == "" {
		return true
	}
	return !hasAny(s, breaksValue) && !isTabOrSpace(s[0]) && !isTabOrSpace(s[len(s)-1])
}

// Normalize removes HTTP whitespace (tab, LF, CR, space) from both ends of a potential header value. Form feed
// and vertical tab are not HTTP whitespace and stay.
//
// https://fetch.spec.whatwg.org/#concept-header-value-normalize
func Normalize(potentialValue string) string {
	return strings.Trim(potentialValue, httpWhitespace)
}

// httpWhitespace is what the standard calls HTTP whitespace. It is meant for MIME types and for values that
// come from script; inside header values only tab and space are skipped.
//
// https://fetch.spec.whatwg.org/#http-whitespace
const httpWhitespace = "\t\n\r "

// trimTabOrSpace removes HTTP tab or space from both ends.
//
// https://fetch.spec.whatwg.org/#http-tab-or-space
func trimTabOrSpace(s string) string {
	for s != "" && isTabOrSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isTabOrSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func isTabOrSpace(c byte) bool { return c == '\t' || c == ' ' }

func isTokenByte(c byte) bool { return byteClasses[c]&breaksToken == 0 }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

const (
	breaksToken = 1 << iota // stands in no token
	breaksValue             // stands in no header value
)

var byteClasses = func() (classes [256]uint8) {
	for c := range 256 {
		if !isDigit(byte(c)) && !isLetter(byte(c)) && strings.IndexByte("!#$%&'*+-.^_`|~", byte(c)) < 0 {
			classes[c] = breaksToken
		}
	}
	for _, c := range []byte("\x00\n\r") {
		classes[c] |= breaksValue
	}
	return classes
}()

// hasAny reports whether s has a byte of the class. It looks at eight bytes at a time: every field of every answer
// comes by here.
func hasAny(s string, class uint8) bool {
	var found uint8
	for len(s) >= 8 {
		found |= byteClasses[s[0]] | byteClasses[s[1]] | byteClasses[s[2]] | byteClasses[s[3]] |
			byteClasses[s[4]] | byteClasses[s[5]] | byteClasses[s[6]] | byteClasses[s[7]]
		s = s[8:]
	}
	for i := range len(s) {
		found |= byteClasses[s[i]]
	}
	return found&class != 0
}
