package explain

import (
	"strconv"
	"unicode/utf8"
)

// appendPlain appends a name, a number or a URL as it is, and anything else in quotes.
func appendPlain(dst []byte, s string) []byte {
	if s == "" || len(s) > maxQuoted {
		return appendQuoted(dst, s)
	}
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '"' {
			return appendQuoted(dst, s)
		}
	}
	return append(dst, s...)
}

// appendQuoted appends a value in quotes.
func appendQuoted(dst []byte, s string) []byte {
	dst = append(dst, '"')
	dst = appendPrintable(dst, s)
	return append(dst, '"')
}

// appendPrintable appends a text of which nothing can be taken for a command: what is not printable is escaped, and
// what is too long is cut.
func appendPrintable(dst []byte, s string) []byte {
	if len(s) <= maxQuoted && isPrintableASCII(s) {
		return append(dst, s...)
	}
	start := len(dst)
	for {
		// Most is ASCII and stays as it is.
		n := 0
		for most := min(len(s), maxQuoted-(len(dst)-start)); n < most && ' ' <= s[n] && s[n] <= '~'; n++ {
		}
		dst, s = append(dst, s[:n]...), s[n:]
		switch {
		case s == "":
			return dst
		case len(dst)-start >= maxQuoted:
			return append(dst, "…"...)
		}
		r, size := utf8.DecodeRuneInString(s)
		dst = appendCharacter(dst, r, s[:size])
		s = s[size:]
	}
}

// appendCharacter appends a character of a text, which stands for the given bytes.
func appendCharacter(dst []byte, r rune, of string) []byte {
	switch {
	case r == utf8.RuneError && len(of) == 1:
		const digits = "0123456789abcdef"
		return append(dst, '\\', 'x', digits[of[0]>>4], digits[of[0]&0xF])
	case strconv.IsPrint(r):
		return append(dst, of...)
	}
	quoted := strconv.AppendQuoteRuneToASCII(nil, r)
	return append(dst, quoted[1:len(quoted)-1]...)
}
