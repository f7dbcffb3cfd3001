package explain

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// columns is the width that text keeps to.
const columns = 80

// maxValue is the length, in bytes, beyond which URLs and the values of headers are cut.
const maxValue = 400

// text is text that is being written.
type text struct {
	dst    []byte
	column int
	color  bool
}

// The escape sequences of a terminal.
const (
	normal = "\x1b[0m"
	faint  = "\x1b[2m"
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	green  = "\x1b[1;32m"
	yellow = "\x1b[1;33m"
)

func (t *text) paint(color string) {
	if t.color {
		t.dst = append(t.dst, color...)
	}
}

func (t *text) painted(color, words string) {
	t.paint(color)
	t.put(words)
	t.paint(normal)
}

// end ends a line.
func (t *text) end() {
	t.dst = append(t.dst, '\n')
	t.column = 0
}

// blank is an empty line.
func (t *text) blank() { t.dst = append(t.dst, '\n') }

const spaces = "                                                                                "

// space is n spaces, at least one.
func (t *text) space(n int) {
	n = min(max(n, 1), len(spaces))
	t.dst = append(t.dst, spaces[:n]...)
	t.column += n
}

// label is a word before the first of several things, and space before the others.
func (t *text) label(n int, word string) {
	if n == 0 {
		t.painted(bold, word)
	}
	t.space(labelled - t.column)
}

// put writes s as it is, but for what is not printable.
func (t *text) put(s string) {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			t.dst = append(t.dst, s[:i]...)
			t.column += i
			t.escape(s[i:])
			return
		}
	}
	t.dst = append(t.dst, s...)
	t.column += len(s)
}

// escape writes s rune by rune, and as Go escapes it what is not printable.
func (t *text) escape(s string) {
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if printable(r, size) {
			t.dst = append(t.dst, s[:size]...)
			t.column++
		} else {
			before := len(t.dst)
			t.dst = appendEscape(t.dst, r, s[:size])
			t.column += len(t.dst) - before
		}
		s = s[size:]
	}
}

// printable reports whether a terminal shows a rune, and shows it as nothing else.
func printable(r rune, size int) bool {
	return strconv.IsPrint(r) && !(r == utf8.RuneError && size == 1)
}

// appendEscape appends the escape sequence of a rune that is not printable, or of the byte that is none.
func appendEscape(dst []byte, r rune, s string) []byte {
	const digits = "0123456789abcdef"
	if r == utf8.RuneError && len(s) == 1 || r < utf8.RuneSelf {
		return append(dst, '\\', 'x', digits[s[0]>>4], digits[s[0]&15])
	}
	quoted := strconv.AppendQuoteRuneToASCII(dst, r)
	// Without the quotes.
	copy(quoted[len(dst):], quoted[len(dst)+1:len(quoted)-1])
	return quoted[:len(quoted)-2]
}

// width returns how many columns put needs.
func width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return i + escapedWidth(s[i:])
		}
	}
	return len(s)
}

func escapedWidth(s string) int {
	n := 0
	var room [16]byte
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if printable(r, size) {
			n++
		} else {
			n += len(appendEscape(room[:0], r, s[:size]))
		}
		s = s[size:]
	}
	return n
}

// value writes s, or its beginning and a sign that there is more.
func (t *text) value(s string) {
	t.put(beginning(s, maxValue))
	if len(s) > maxValue {
		t.put("…")
	}
}

// wrapValue is value, broken into lines at spaces.
func (t *text) wrapValue(s string, indent int) {
	t.wrap(beginning(s, maxValue), indent)
	if len(s) > maxValue {
		t.put("…")
	}
}

// wrap writes s, broken into lines at its spaces; all but the first begin at the column indent.
func (t *text) wrap(s string, indent int) {
	for first := true; s != ""; first = false {
		word := s
		if at := strings.IndexByte(s, ' '); at >= 0 {
			word, s = s[:at], s[at+1:]
		} else {
			s = ""
		}
		needed := width(word)
		switch {
		case first && t.column+needed > columns && t.column > indent, !first && t.column+1+needed > columns:
			t.end()
			if indent > 0 {
				t.space(indent)
			}
		case !first:
			t.space(1)
		}
		t.put(word)
	}
}
