package header

import (
	"strings"
	"unicode/utf8"
)

// bareItem parses a bare item and reports whether it is well-formed. The first byte says of which type it is.
//
// https://httpwg.org/specs/rfc9651.html#parse-bare-item
func (s *scanner) bareItem() bool {
	switch {
	case s.startsWith(func(c byte) bool { return isDigit(c) || c == '-' }):
		_, ok := s.number()
		return ok
	case s.take('"'):
		return s.str()
	case s.take(':'):
		return s.byteSequence()
	case s.take('?'):
		return s.take('0') || s.take('1')
	case s.take('@'):
		isInteger, ok := s.number()
		return ok && isInteger
	case s.take('%'):
		return s.take('"') && s.displayString()
	}
	_, ok := s.token()
	return ok
}

// number parses an integer of up to 15 digits, or a decimal of up to 12 digits before the point and one to three
// behind it.
//
// https://httpwg.org/specs/rfc9651.html#parse-number
func (s *scanner) number() (isInteger, ok bool) {
	s.take('-')
	whole := len(s.takeWhile(isDigit))
	if !s.take('.') {
		return true, 1 <= whole && whole <= 15
	}
	fraction := len(s.takeWhile(isDigit))
	return false, 1 <= whole && whole <= 12 && 1 <= fraction && fraction <= 3
}

// str parses a string behind its opening quotation mark. Only the quotation mark and the backslash can, and have
// to, be escaped.
//
// https://httpwg.org/specs/rfc9651.html#parse-string
func (s *scanner) str() bool {
	for !s.take('"') {
		if s.take('\\') {
			if !s.take('"') && !s.take('\\') {
				return false
			}
			continue
		}
		if !s.startsWith(isPrintable) {
			return false
		}
		*s = (*s)[1:]
	}
	return true
}

// byteSequence parses a byte sequence behind its opening colon: base64, whose padding may be missing.
//
// https://httpwg.org/specs/rfc9651.html#parse-binary
func (s *scanner) byteSequence() bool {
	digits := s.takeWhile(func(c byte) bool { return isLetter(c) || isDigit(c) || c == '+' || c == '/' })
	padding := s.takeWhile(func(c byte) bool { return c == '=' })
	if !s.take(':') {
		return false
	}
	return len(digits)%4 != 1 && (padding == "" || len(padding) <= 2 && (len(digits)+len(padding))%4 == 0)
}

// displayString parses a display string behind its opening quotation mark: ASCII in which %xx is a byte, and the
// bytes are UTF-8.
//
// https://httpwg.org/specs/rfc9651.html#parse-display
func (s *scanner) displayString() bool {
	var text strings.Builder
	for !s.take('"') {
		if !s.startsWith(isPrintable) {
			return false
		}
		c := (*s)[0]
		*s = (*s)[1:]

		// A percent sign stands before two hexadecimal digits, in lower case.
		if c == '%' {
			if len(*s) < 2 || !isLowerHexDigit((*s)[0]) || !isLowerHexDigit((*s)[1]) {
				return false
			}
			c = hexValue((*s)[0])<<4 | hexValue((*s)[1])
			*s = (*s)[2:]
		}
		text.WriteByte(c)
	}
	return utf8.ValidString(text.String())
}

func isPrintable(c byte) bool { return ' ' <= c && c <= '~' }

func isLowerHexDigit(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'f' }

// hexValue returns the value of a lower-case hexadecimal digit.
func hexValue(c byte) byte {
	if isDigit(c) {
		return c - '0'
	}
	return c - 'a' + 10
}
