package recording

import (
	"fmt"
	"slices"
)

// CompareErrors compares the messages of the errors that script gets; there is one difference at most. A message that
// was not predicted, because it is not known, is none: equal is the number of those that were, and are equal.
func CompareErrors(s *Scenario, recorded, predicted *Trace) (differences []Difference, equal int) {
	c := comparison{scenario: s, recorded: recorded, predicted: predicted}
	if slices.Contains(recorded.Flaky, "calls") {
		return nil, 0
	}
	for i := range min(len(recorded.Calls), len(predicted.Calls)) {
		then, now := recorded.Calls[i].message(), predicted.Calls[i].message()
		switch {
		case now == "":
		case then == now:
			equal++
		default:
			c.add(Errors, fmt.Sprintf("message %d", i), fmt.Sprintf("%q", then), fmt.Sprintf("%q", now))
		}
	}
	return c.differences, equal
}

// message is that of the error that script gets.
func (r *Result) message() string {
	if r.Error == nil {
		return ""
	}
	return r.Error.Message
}

// Messages is the number of errors with messages that script got.
func (t *Trace) Messages() int {
	n := 0
	for i := range t.Calls {
		if t.Calls[i].message() != "" {
			n++
		}
	}
	return n
}
