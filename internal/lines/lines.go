// Package lines breaks text into lines.
package lines

import (
	"strings"
	"unicode/utf8"
)

// Wrap breaks text at its spaces into lines of at most width characters, where its words allow it. The first line
// begins with first, the others with rest; each ends with a line feed.
func Wrap(text, first, rest string, width int) string {
	var b strings.Builder
	line := first
	empty := true
	for word := range strings.SplitSeq(text, " ") {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line += word
		empty = false
	}
	return b.String() + line + "\n"
}
