package recording

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// crossOriginWords are in the lines on a console that say something of requests across origins.
var crossOriginWords = regexp.MustCompile("(?i)cors|cross-origin|access control|access-control")

// CompareConsole compares what the consoles say of requests across origins; the result has one difference at most.
//
// WebKit's recordings can attach a line to another scenario or miss it: what was recorded must be predicted, and what
// was predicted beside it is at most a line for each call, and none where none was recorded.
func CompareConsole(s *Scenario, recorded, predicted *Trace) []Difference {
	c := comparison{scenario: s, recorded: recorded, predicted: predicted}
	if len(recorded.Flaky) > 0 {
		return nil
	}
	then, now := recorded.crossOriginLines(), predicted.crossOriginLines()
	missing, beside := withoutLines(then, now), withoutLines(now, then)
	if recorded.Engine == "webkit" && len(then) > 0 && len(beside) <= len(s.Calls) {
		beside = nil
	}
	if len(missing)+len(beside) > 0 {
		c.add(Console, "console", fmt.Sprintf("%q", missing), fmt.Sprintf("%q", beside))
	}
	return c.differences
}

// garbled is what is left of a character in the recordings of WebKit's console; such lines cannot be compared.
const garbled = "ï¿½"

// crossOriginLines is the set of the lines that say something of requests across origins.
func (t *Trace) crossOriginLines() []string {
	var lines []string
	for _, message := range t.Console {
		if crossOriginWords.MatchString(message.Text) && !strings.Contains(message.Text, garbled) {
			lines = append(lines, message.Text)
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// withoutLines are the elements of a that are not in b.
func withoutLines(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(line string) bool { return slices.Contains(b, line) })
}
