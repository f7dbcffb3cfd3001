package console

import (
	"strings"

	"github.com/corsim/corsim/rule"
)

// A template is a message in an engine's wording, with named holes: "Method {method} is not allowed by …".
type template struct {
	text string
	// rules are the rules that can be behind the message.
	rules []rule.ID
	// old is true for a wording that only earlier releases print.
	old bool
}

// fill returns the message with its holes filled, from pairs of names and values.
func (t template) fill(pairs ...string) string {
	var b strings.Builder
	rest := t.text
	for {
		before, hole, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(hole, "}")
		b.WriteString(valueOf(name, pairs))
		rest = after
	}
}

// valueOf returns the value of a name, from pairs of both.
func valueOf(name string, pairs []string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1]
		}
	}
	return ""
}
