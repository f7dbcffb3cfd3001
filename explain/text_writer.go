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

// painted writes words of ours in a color.
func (t *text) painted(color, words string) {
	t.paint(color)
	t.words(words)
	t.paint(normal)
}

// end ends a line, without spaces behind it.
func (t *text) end() {
	for len(t.dst) > 0 && t.dst[len(t.dst)-1] == ' ' {
		t.dst = t.dst[:len(t.dst)-1]
	}
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
		t.paint(bold)
		t.put(word)
		t.paint(normal)
	}
	t.space(labelled - t.column)
}

// words writes words of ours, which are printable ASCII.
func (t *text) words(s string) {
	t.dst = append(t.dst, s...)
	t.column += len(s)
}

// put writes s as it is, but for what is not printable.
func (t *text) put(s string) {
	if !isPrintableASCII(s) {
		t.escape(s)
		return
	}
	t.words(s)
}

// isPrintableASCII reports whether s is of printable ASCII alone.
func isPrintableASCII(s string) bool {
	if len(s) < 8 {
		for i := range len(s) {
			if s[i] < ' ' || s[i] > '~' {
				return false
			}
		}
		return true
	}
	last := s[len(s)-8:]
	for ; len(s) >= 8; s = s[8:] {
		if !isPrintable8(s) {
			return false
		}
	}
	return isPrintable8(last)
}

// isPrintable8 reports whether the first eight bytes of s are printable ASCII.
func isPrintable8(s string) bool {
	const each = 0x0101010101010101
	_ = s[7]
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	// The highest bit of a byte is set in the first for what is beyond ASCII, in the second for what is below a space,
	// and in the third for DEL.
	return (x|(x-each*' ')|(x+each))&(each*0x80) == 0
}

// escape writes s rune by rune, and as Go escapes it what is not printable.
func (t *text) escape(s string) {
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		t.column += runeWidth(r, s[:size])
		t.dst = appendCharacter(t.dst, r, s[:size])
		s = s[size:]
	}
}

// runeWidth returns how many columns appendCharacter needs.
func runeWidth(r rune, of string) int {
	if shows(r, len(of)) {
		return 1
	}
	var room [16]byte
	return len(appendCharacter(room[:0], r, of))
}

// width returns how many columns put needs.
func width(s string) int {
	if isPrintableASCII(s) {
		return len(s)
	}
	return escapedWidth(s)
}

func escapedWidth(s string) int {
	n := 0
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		n += runeWidth(r, s[:size])
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
func (t *text) wrapValue(s string, indent int) { t.wrapBeginning(s, maxValue, indent) }

// wrapBeginning is wrap of at most n bytes, and a sign that there is more.
func (t *text) wrapBeginning(s string, n, indent int) {
	t.wrap(beginning(s, n), indent)
	if len(s) > n {
		t.put("…")
	}
}

// wrap writes s, broken into lines at its spaces; all but the first begin at the column indent.
func (t *text) wrap(s string, indent int) {
	if isPrintableASCII(s) {
		t.wrapPlain(s, indent)
		return
	}
	for first := true; s != ""; first = false {
		word, rest, _ := strings.Cut(s, " ")
		needed := width(word)
		switch {
		case first && t.column+needed > columns && t.column > indent, !first && t.column+1+needed > columns:
			t.next(indent)
		case !first:
			t.space(1)
		}
		t.put(word)
		s = rest
	}
}

// also writes more words on a line, or on the next if the first of them does not fit.
func (t *text) also(words string, indent int) {
	first, _, _ := strings.Cut(words, " ")
	if t.column+1+width(first) > columns {
		t.next(indent)
	} else {
		t.space(1)
	}
	t.wrap(words, indent)
}

// wrapPlain is wrap for printable ASCII.
func (t *text) wrapPlain(s string, indent int) {
	for {
		room := columns - t.column
		if len(s) <= room {
			break
		}
		cut := strings.LastIndexByte(s[:max(room+1, 0)], ' ')
		switch {
		case cut >= 0:
			t.dst = append(t.dst, s[:cut]...)
		// A word that is too long for any line stands on one of its own.
		case t.column > indent:
			t.next(indent)
			continue
		default:
			if cut = strings.IndexByte(s, ' '); cut < 0 {
				t.dst = append(t.dst, s...)
				t.column += len(s)
				return
			}
			t.dst = append(t.dst, s[:cut]...)
		}
		t.next(indent)
		s = s[cut+1:]
	}
	t.dst = append(t.dst, s...)
	t.column += len(s)
}

// next begins a line at the column indent.
func (t *text) next(indent int) {
	t.end()
	if indent > 0 {
		t.space(indent)
	}
}

func (t *text) number(n int) {
	before := len(t.dst)
	t.dst = strconv.AppendInt(t.dst, int64(n), 10)
	t.column += len(t.dst) - before
}
