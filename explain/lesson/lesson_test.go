package lesson_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/explain/lesson"
	"github.com/corsim/corsim/rule"
)

// Every rule is taught by an example of each of its ways, and one with a single way by one that does not reach it.
func TestEveryRuleIsTaught(t *testing.T) {
	for id := range rule.All {
		ways := map[lesson.Way]int{}
		examples := lesson.Examples(id)
		for i := range examples {
			ways[examples[i].Way]++
		}
		claimed := 0
		for _, result := range []rule.Result{rule.Passed, rule.Stopped, rule.Applied} {
			if id.Rule().Ways.Has(result) {
				claimed++
				if ways[lesson.Way(result)] != 1 {
					t.Errorf("%s: %d examples in which it is %s, want 1", id, ways[lesson.Way(result)], result)
				}
			}
		}
		if claimed == 1 && ways[lesson.Unreached] != 1 {
			t.Errorf("%s: %d examples that do not reach it, want 1", id, ways[lesson.Unreached])
		}
		if len(examples) < 2 || examples[0].Way != lesson.Unreached && examples[0].Way != lesson.Passed {
			t.Errorf("%s: the examples do not begin with one in which nothing happens", id)
		}
	}
	if lesson.Examples(0) != nil {
		t.Error("there are examples of no rule")
	}
}

// The words of an example are there, and fit on lines; running it twice gives the same.
func TestExamples(t *testing.T) {
	for _, example := range lesson.All() {
		if example.About == "" || example.Page() == "" {
			t.Errorf("%s %s: %q on %q", example.Rule, example.Way, example.About, example.Page())
		}
		lines := append(example.Setting(), example.Script()...)
		if len(example.Script()) == 0 {
			t.Errorf("%s: no script", example.About)
		}
		for _, line := range lines {
			if strings.TrimSpace(line) == "" || strings.ContainsAny(line, "\n\t%") {
				t.Errorf("%s: %q", example.About, line)
			}
		}
		if first, second := example.Run().String(), example.Run().String(); first != second {
			t.Errorf("%s: first\n%sthen\n%s", example.About, first, second)
		}
	}
}
