package origin

import (
	"strings"
	"unicode/utf8"
)

// An EncodeSet is a percent-encode set: the code points that may not stand as
// themselves in some part of a URL. Every set holds all code points above
// U+007E.
//
// https://url.spec.whatwg.org/#percent-encode-set
type EncodeSet uint16

// The percent-encode sets of the URL Standard.
const (
	C0ControlPercentEncodeSet EncodeSet = 1 << iota
	FragmentPercentEncodeSet
	QueryPercentEncodeSet
	SpecialQueryPercentEncodeSet
	PathPercentEncodeSet
	UserinfoPercentEncodeSet
	ComponentPercentEncodeSet
	FormURLEncodedPercentEncodeSet // application/x-www-form-urlencoded; a space becomes "+"
)

// PercentEncode is UTF-8 percent-encode. A "%" is not in any set below
// [ComponentPercentEncodeSet], so that what is encoded already stays as it is.
//
// https://url.spec.whatwg.org/#string-utf-8-percent-encode
func PercentEncode(s string, set EncodeSet) string {
	if scan(s, 0, class(set)) == len(s) {
		return s
	}
	return string(appendPercentEncoded(make([]byte, 0, len(s)+16), s, set))
}

func appendPercentEncoded(dst []byte, s string, set EncodeSet) []byte {
	for i := 0; ; {
		plain := scan(s, i, class(set))
		dst = append(dst, s[i:plain]...)
		if plain == len(s) {
			return dst
		}
		i = plain
		switch c := s[i]; {
		case c == ' ' && set == FormURLEncodedPercentEncodeSet:
			dst = append(dst, '+')
			i++
		case c < utf8.RuneSelf:
			dst = appendPercentEncodedByte(dst, c)
			i++
		default:
			// A byte that is not UTF-8 counts as U+FFFD, in three bytes.
			r, size := utf8.DecodeRuneInString(s[i:])
			var encoded [utf8.UTFMax]byte
			for _, b := range encoded[:utf8.EncodeRune(encoded[:], r)] {
				dst = appendPercentEncodedByte(dst, b)
			}
			i += size
		}
	}
}

// appendPercentEncodedByte is percent-encode for a byte.
//
// https://url.spec.whatwg.org/#percent-encode
func appendPercentEncodedByte(dst []byte, b byte) []byte {
	const upperHex = "0123456789ABCDEF"
	return append(dst, '%', upperHex[b>>4], upperHex[b&15])
}

// PercentDecode turns percent-encoded bytes into bytes. A "%" without two hex
// digits after it stays a "%".
//
// https://url.spec.whatwg.org/#string-percent-decode
func PercentDecode(s string) []byte {
	decoded := make([]byte, 0, len(s))
	for {
		percent := strings.IndexByte(s, '%')
		if percent < 0 {
			return append(decoded, s...)
		}
		decoded = append(decoded, s[:percent]...)
		s = s[percent:]
		if len(s) >= 3 && is(s[1], hexDigit) && is(s[2], hexDigit) {
			decoded = append(decoded, hexValue(s[1])<<4|hexValue(s[2]))
			s = s[3:]
		} else {
			decoded = append(decoded, '%')
			s = s[1:]
		}
	}
}

// hexValue is the value of an ASCII hex digit.
func hexValue(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}
