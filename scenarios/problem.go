package scenarios

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/corsim/corsim/internal/spelling"
)

// A Problem is one mistake of a scenario file.
type Problem struct {
	File string `json:"file"`
	// Line and Column say where the mistake is, counted from 1, the column in characters.
	Line   int `json:"line"`
	Column int `json:"column"`
	// Path is the place in the scenario, "calls[0].headers"; it is empty for the file as a whole.
	Path string `json:"path"`
	// Message says what is wrong and what would be right.
	Message string `json:"message"`
	// Excerpt is the line, with a caret below the mistake on a second line. It holds no control characters and
	// no more than 80 columns; it is empty where there is no such line.
	Excerpt string `json:"excerpt"`
}

// Error returns the place and the message, in lines of at most 80 columns, and the excerpt below them.
func (p Problem) Error() string {
	text := fill(fmt.Sprintf("%s:%d:%d: %s", printable(p.File), p.Line, p.Column, p.Message))
	if p.Excerpt != "" {
		text += "\n" + p.Excerpt
	}
	return text
}

// fill breaks text into lines of at most 80 columns, of which all but the first are indented. A longer word has a
// line of its own.
func fill(text string) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Split(text, " ") {
		width := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+width > 80:
			b.WriteString("\n    ")
			column = 4
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += width
	}
	return b.String()
}

// Problems are all the mistakes of a file, in the order of their places. As an error it has at least one.
type Problems []Problem

// Error returns the errors of the problems, each on lines of its own.
func (ps Problems) Error() string {
	texts := make([]string, len(ps))
	for i, p := range ps {
		texts[i] = p.Error()
	}
	return strings.Join(texts, "\n")
}

// Unwrap returns the problems one by one, for errors.As.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// The excerpt's width, and how much of a long line stands before the mistake.
const (
	excerptWidth  = 72
	excerptBefore = 40
)

// excerpt returns the given line of a text with a caret below the column.
func excerpt(text string, line, column int) string {
	for range line - 1 {
		_, rest, found := strings.Cut(text, "\n")
		if !found {
			return ""
		}
		text = rest
	}
	text, _, _ = strings.Cut(text, "\n")
	runes := []rune(text)
	if len(runes) == 0 {
		return ""
	}
	column = min(column, len(runes)+1)
	before := ""
	if len(runes) > excerptWidth && column > excerptBefore {
		cut := column - excerptBefore
		runes, column, before = runes[cut:], excerptBefore, "…"
	}
	after := ""
	if len(runes) > excerptWidth {
		runes, after = runes[:excerptWidth], "…"
	}
	for i, r := range runes {
		switch {
		case r == '\t':
			runes[i] = ' '
		case !strconv.IsPrint(r):
			runes[i] = utf8.RuneError
		}
	}
	indent := strings.Repeat(" ", utf8.RuneCountInString(before)+column-1)
	return "    " + before + string(runes) + after + "\n    " + indent + "^"
}

// maxQuoted is the length beyond which something quoted in a message is cut.
const maxQuoted = 80

// quote quotes what a file says, without control characters and not at any length.
func quote(s string) string {
	if len(s) > maxQuoted {
		return strconv.Quote(s[:maxQuoted]) + "…"
	}
	return strconv.Quote(s)
}

// printable returns s, quoted where a terminal would take some of it for a command.
func printable(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return !strconv.IsPrint(r) }) || len(s) > 2*maxQuoted {
		return quote(s)
	}
	return s
}

// maxCandidates is how many words the nearest is looked for among.
const maxCandidates = 500

// nearest returns the candidate that is likest to a word, and "" if none is like it or there are too many to tell.
func nearest(word string, candidates []string) string {
	if len(word) > maxQuoted || len(candidates) > maxCandidates {
		return ""
	}
	best, least := "", 1+len(word)/3
	for _, candidate := range candidates {
		// A word so much longer is not near, and to tell takes long.
		if len(candidate) > 2*maxQuoted {
			continue
		}
		if d := spelling.Distance(plain(word), plain(candidate)); d <= least {
			best, least = candidate, d-1
		}
	}
	return best
}

// plain is a word without what people spell differently: case, hyphens and underscores.
func plain(word string) string {
	return strings.ToLower(strings.NewReplacer("-", "", "_", "").Replace(word))
}

// oneOf says which values there are, and the nearest first where one is near.
func oneOf(word string, candidates []string) string {
	if near := nearest(word, candidates); near != "" {
		return "did you mean " + near + "?"
	}
	return "it is one of " + strings.Join(candidates, ", ")
}
