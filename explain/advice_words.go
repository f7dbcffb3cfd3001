package explain

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim/explain/fix"
)

// changeOf says what an edit does, up to the name of the request whose answer it changes.
func changeOf(edit *fix.Edit) string {
	switch {
	case edit.Header == "":
		return "answer " + strconv.Itoa(edit.ToStatus) + " instead of " + strconv.Itoa(edit.FromStatus) + " to"
	case edit.From == "":
		return "add to the answer of"
	case edit.To == "":
		return "remove from the answer of"
	}
	return "change in the answer of"
}

// editLines are the header of an edit before and after; there is none where the status is changed.
func editLines(edit *fix.Edit) (before, after string) {
	if edit.Header == "" {
		return "", ""
	}
	if edit.From != "" {
		before = edit.Header + ": " + edit.From
	}
	if edit.To != "" {
		after = edit.Header + ": " + edit.To
	}
	return before, after
}

// checkedIn says in which browsers a change was tried, "" where in none.
func checkedIn(engines []string) string {
	if len(engines) == 0 {
		return ""
	}
	names := make([]string, len(engines))
	for i, name := range engines {
		names[i] = browserName(name)
	}
	last := len(names) - 1
	words := names[last]
	if last > 0 {
		words = strings.Join(names[:last], ", ") + " and " + words
	}
	return "Checked: the page can then read the answer in " + words + "."
}
