package policy

import (
	"strings"

	"github.com/corsim/corsim/header"
)

// ReplaceCharset replaces the charset in a Content-Type wherever the text has one, and leaves the rest as it is
// written, as a browser does that does not parse and serialize it.
func ReplaceCharset(contentType, charset string) string {
	var b strings.Builder
	for {
		start, end := findCharset(contentType)
		if start == end {
			return b.String() + contentType
		}
		b.WriteString(contentType[:start] + charset)
		// What follows is not at the head any more.
		contentType = contentType[end:]
	}
}

// findCharset finds the value of the first parameter charset, without quotes; start and end are equal where there is
// none.
func findCharset(s string) (start, end int) {
	const name = "charset"
	for i := 0; i+len(name) < len(s); i++ {
		// A blank or a semicolon stands before it.
		if i == 0 || s[i-1] > ' ' && s[i-1] != ';' || !header.EqualFold(s[i:i+len(name)], name) {
			continue
		}
		rest, found := strings.CutPrefix(trimBlanks(s[i+len(name):]), "=")
		if !found {
			continue
		}
		rest = strings.TrimLeftFunc(rest, func(r rune) bool { return r <= ' ' || r == '"' || r == '\'' })
		length := strings.IndexFunc(rest, func(r rune) bool { return r <= ' ' || r == '"' || r == '\'' || r == ';' })
		if length < 0 {
			length = len(rest)
		}
		start = len(s) - len(rest)
		return start, start + length
	}
	return 0, 0
}

func trimBlanks(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool { return r <= ' ' })
}
