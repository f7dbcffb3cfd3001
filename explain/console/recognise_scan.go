package console

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A hit is a place in a line where a wording stands.
type hit struct {
	*wording
	// others fit as well, where the line is cut off.
	others     []*wording
	start, end int
	cut        bool
	values     []Value
	// literal is how much of it is not in holes.
	literal int
}

// scan finds the messages in a line, from left to right.
func scan(text string) []hit {
	text = strings.TrimRight(text[:min(len(text), maxLine)], " \t\r\u00A0")
	// Dots stand for what was cut off.
	text = strings.TrimSuffix(strings.TrimSuffix(text, "…"), "...")
	line := plain(text)
	next := make([]hit, len(wordings))
	for i := range next {
		next[i] = line.find(&wordings[i], 0)
	}
	var hits []hit
	for from := 0; len(hits) < maxRecognised; {
		best := -1
		for i := range next {
			if next[i].start >= 0 && next[i].start < from {
				next[i] = line.find(&wordings[i], from)
			}
			if next[i].start >= 0 && (best < 0 || next[i].before(&next[best])) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		h := next[best]
		from = max(h.end, h.start+1)
		next[best].start = 0
		if h.cut {
			for i := range next {
				if i != best && next[i].cut && next[i].start == h.start {
					h.others = append(h.others, &wordings[i])
				}
			}
			hits = append(hits, h)
			break
		}
		hits = append(hits, h)
	}
	return hits
}

// before reports whether h is to be taken rather than another hit: a whole one, the first, the longest.
func (h *hit) before(other *hit) bool {
	switch {
	case h.cut != other.cut:
		return !h.cut
	case h.start != other.start:
		return h.start < other.start
	}
	return h.literal > other.literal
}

// A plainLine is a line with straight quotes and single spaces.
type plainLine struct {
	text string
	// at are the places of its bytes in the line as it was.
	at       []int32
	original string
}

// straight returns the character that stands for another.
func straight(r rune) (c byte, is bool) {
	switch r {
	case '‘', '’':
		return '\'', true
	case '“', '”':
		return '"', true
	case '\t', '\u00A0', '\r':
		return ' ', true
	}
	return 0, false
}

// plain makes a line plain.
func plain(original string) *plainLine {
	text := make([]byte, 0, len(original))
	at := make([]int32, 0, len(original)+1)
	for i, r := range original {
		width := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, width = utf8.DecodeRuneInString(original[i:])
		}
		replaced, is := straight(r)
		switch {
		case (r == ' ' || replaced == ' ') && len(text) > 0 && text[len(text)-1] == ' ':
		case is:
			text, at = append(text, replaced), append(at, int32(i))
		default:
			for j := range width {
				text, at = append(text, original[i+j]), append(at, int32(i+j))
			}
		}
	}
	return &plainLine{text: string(text), at: append(at, int32(len(original))), original: original}
}

// straightened is a template's text as it is in a plain line.
func straightened(text string) string { return plain(text).text }

// maxTries is how often a wording is tried in a line, from one place where it could begin to the next.
const maxTries = 16

// enough is how much of a wording must be there for a message that is cut off, and enoughWithValue where it goes on
// to what stands in a hole.
const (
	enough          = 16
	enoughWithValue = 12
)

// find finds a wording from a place on; its start is -1 where there is none.
func (l *plainLine) find(w *wording, from int) hit {
	first := w.literals[0]
	for range maxTries {
		i := strings.Index(l.text[from:], first)
		if i < 0 {
			return l.findCut(w, from)
		}
		if h, ok := l.match(w, from+i); ok {
			return h
		}
		from += i + 1
	}
	return hit{start: -1}
}

// findCut finds the beginning of a wording at the end of the line.
func (l *plainLine) findCut(w *wording, from int) hit {
	n := overlap(l.text[from:], w.literals[0])
	if n < enough {
		return hit{start: -1}
	}
	return hit{wording: w, start: len(l.text) - n, end: len(l.text), cut: true, literal: n}
}

// match matches a wording whose first literal is at a place.
func (l *plainLine) match(w *wording, start int) (h hit, ok bool) {
	h = hit{wording: w, start: start, literal: len(w.literals[0])}
	at := start + len(w.literals[0])
	for i, name := range w.holes {
		longest := longestValue(name, l.text[at:])
		literal := w.literals[i+1]
		length := longest
		if literal != "" {
			length = strings.Index(l.text[at:min(len(l.text), at+longest+len(literal))], literal)
		}
		if length < 0 {
			return l.cutIn(h, at, name, literal, longest)
		}
		if !isValue(name, l.text[at:at+length]) {
			return hit{}, false
		}
		h.values = append(h.values, l.value(name, at, at+length))
		at += length + len(literal)
		h.literal += len(literal)
	}
	h.end = at
	return h, true
}

// cutIn ends a match where the line does: in a hole, or in the literal after it.
func (l *plainLine) cutIn(h hit, at int, name, literal string, longest int) (hit, bool) {
	n := overlap(l.text[at:], literal)
	length := len(l.text) - at - n
	if length > longest || h.literal+n < enoughWithValue {
		return hit{}, false
	}
	if length > 0 {
		h.values = append(h.values, l.value(name, at, at+length))
	}
	h.cut, h.end = true, len(l.text)
	h.literal += n
	return h, true
}

// value is what stood between two places in the line as it was.
func (l *plainLine) value(name string, start, end int) Value {
	return Value{Name: name, Text: l.original[l.at[start]:l.at[end]]}
}

// overlap returns how much of the beginning of a literal the text ends with.
func overlap(text, literal string) int {
	for n := min(len(text), len(literal)-1); n > 0; n-- {
		if text[len(text)-1] == literal[n-1] && strings.HasSuffix(text, literal[:n]) {
			return n
		}
	}
	return 0
}

// isValue reports whether a text can stand in a hole.
func isValue(name, text string) bool {
	switch name {
	case "location":
		return text == "" || strings.Contains(text, ":")
	case "url", "first":
		return strings.Contains(text, ":")
	case "value", "type", "digest":
		return true
	}
	return text != ""
}

// freeHoles are the holes whose values can have spaces.
var freeHoles = []string{"value", "kind", "schemes", "reason", "type", "page", "algorithm", "digest"}

// longestValue returns how long a value at the beginning of a text can be.
func longestValue(name, text string) int {
	switch {
	case slices.Contains(freeHoles, name):
		return len(text)
	case name == "status":
		if strings.HasPrefix(text, "(null)") {
			return len("(null)")
		}
		return len(text) - len(strings.TrimLeft(text, "0123456789"))
	}
	if i := strings.IndexByte(text, ' '); i >= 0 {
		return i
	}
	return len(text)
}
