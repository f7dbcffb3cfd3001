package header

import "strings"

// quotedStringEnd collects the HTTP quoted string that starts at the quotation mark s[start], and returns
// the position behind it. A string that is not closed ends with s.
//
// https://fetch.spec.whatwg.org/#collect-an-http-quoted-string
func quotedStringEnd(s string, start int) int {
	for i := start + 1; i < len(s); i++ {
		switch s[i] {
		// A backslash takes the next byte with it, whichever that is.
		case '\\':
			i++
		// The second quotation mark is the end.
		case '"':
			return i + 1
		}
	}
	return len(s)
}

// quotedStringValue returns the value of a quoted string as [quotedStringEnd] delimits it: what is between the
// quotation marks, without the backslashes that protect a byte. It allocates only if there are any.
func quotedStringValue(quoted string) string {
	if !strings.Contains(quoted, `\`) {
		return strings.TrimSuffix(quoted[1:], `"`)
	}
	value := make([]byte, 0, len(quoted))
	for i := 1; i < len(quoted) && quoted[i] != '"'; i++ {
		// A backslash stands for the byte behind it; at the very end it stands for itself.
		if quoted[i] == '\\' && i+1 < len(quoted) {
			i++
		}
		value = append(value, quoted[i])
	}
	return string(value)
}
