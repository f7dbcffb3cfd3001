package header

import "strings"

// IsToken reports whether s matches the token production of HTTP: one byte or more, each of them a letter,
// a digit or one of !#$%&'*+-.^_`|~.
//
// https://httpwg.org/specs/rfc9110.html#tokens
func IsToken(s string) bool {
	for i := range len(s) {
		if !isTokenByte(s[i]) {
			return false
		}
	}
	return s != ""
}

// IsName reports whether s is a header name, which is a token.
//
// https://fetch.spec.whatwg.org/#header-name
func IsName(s string) bool { return IsToken(s) }

// IsValue reports whether s is a header value: no tab or space at either end, and no NUL, CR or LF anywhere.
// Any other byte is fine, control characters included.
//
// https://fetch.spec.whatwg.org/#header-value
func IsValue(s string) bool {
	return s == trimTabOrSpace(s) && !strings.ContainsAny(s, "\x00\n\r")
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
func trimTabOrSpace(s string) string { return strings.Trim(s, "\t ") }

func isTokenByte(c byte) bool {
	switch c {
	case '!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~':
		return true
	}
	return isDigit(c) || isLetter(c)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
