package explain

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/fix"
)

// A change is an edit of an answer in words, whatever they are written in.
type change struct {
	// verb says what is done with the header, or the status, that name names.
	verb, name string
	// before and after are the values that it has, "" for none.
	before, after string
}

// changeOf puts an edit in words.
func changeOf(edit *fix.Edit) change {
	switch {
	case edit.Header == "" && edit.FromStatus == 0:
		return change{"change", "status", "", strconv.Itoa(edit.ToStatus)}
	case edit.Header == "":
		return change{"change", "status", strconv.Itoa(edit.FromStatus), strconv.Itoa(edit.ToStatus)}
	case edit.To == "":
		return change{"remove", edit.Header, edit.From, ""}
	case edit.From == "":
		return change{"add", edit.Header, "", edit.To}
	}
	return change{"change", edit.Header, edit.From, edit.To}
}

// line is a header as it stands in an answer, for copying; without a value it is the name.
func (c *change) line(value string) string {
	if value == "" {
		return c.name
	}
	return c.name + ": " + value
}

// inAnswer stands before the request whose answer is changed.
const inAnswer = "in the answer of "

// checkedIn says in which browsers a change was tried, "" where in none.
func checkedIn(engines []string) string {
	if len(engines) == 0 {
		return ""
	}
	names := make([]string, len(engines))
	for i, name := range engines {
		names[i] = engine.Title(name)
	}
	last := len(names) - 1
	words := names[last]
	if last > 0 {
		words = strings.Join(names[:last], ", ") + " and " + words
	}
	return "the page then gets it in " + words
}
