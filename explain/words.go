package explain

import (
	"strings"
	"unicode/utf8"
)

// words makes sentences of their parts, in memory that all the sentences of an explanation share.
type words struct {
	text strings.Builder
}

// say returns the parts, one after the other.
func (w *words) say(parts ...string) string {
	start := w.text.Len()
	for _, part := range parts {
		w.text.WriteString(part)
	}
	return w.text.String()[start:]
}

// keep returns what has been written.
func (w *words) keep(written []byte) string {
	start := w.text.Len()
	w.text.Write(written)
	return w.text.String()[start:]
}

// maxQuoted is the length, in bytes, beyond which a value in a sentence is cut.
const maxQuoted = 120

// cut returns s, or its beginning and a sign that there is more.
func (w *words) cut(s string) string {
	if len(s) <= maxQuoted {
		return s
	}
	return w.say(beginning(s, maxQuoted), "…")
}

// beginning returns at most n bytes of s, and no half of a character.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
