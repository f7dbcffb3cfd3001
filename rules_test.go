package corsim_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/explain/lesson"
	"github.com/corsim/corsim/rule"
)

// TestEveryRule plays the examples that teach the rules: in each its rule comes out as the example says, or is not
// reached, and no rule of the catalogue is left out in any of its ways.
func TestEveryRule(t *testing.T) {
	type way struct {
		rule   rule.ID
		result rule.Result
	}
	seen := map[way]bool{}
	said := causes{}
	for _, example := range lesson.All() {
		verdict := example.Run()
		want, reaches := example.Way.Result()
		came := map[rule.Result]bool{}
		for step := range verdict.Steps() {
			if step.Rule == example.Rule {
				came[step.Result] = true
			}
			if !step.Rule.Rule().Ways.Has(step.Result) {
				t.Errorf("%s: %s %v, which the catalogue says it cannot be", example.About, step.Rule, step.Result)
			}
		}
		if reaches && !came[want] || !reaches && len(came) > 0 {
			t.Errorf("%s: %s is not %s:\n%s", example.About, example.Rule, example.Way, verdict)
		}
		decided := strings.TrimSpace(verdict.Outcome().String() + " " + verdict.Exception())
		if example.Decided != "" && (verdict.Rule() != example.Rule || decided != example.Decided) {
			t.Errorf("%s: %s by %s, want %s by %s", example.About, decided, verdict.Rule(), example.Decided, example.Rule)
		}
		if example.Way == lesson.Stopped && example.Decided == "" {
			t.Errorf("%s: a rule that stops decides; the example does not say what", example.About)
		}
		said.check(t, example.About, verdict)
		if reaches {
			seen[way{example.Rule, want}] = true
		}
	}
	for id := range rule.All {
		for _, result := range []rule.Result{rule.Passed, rule.Stopped, rule.Applied} {
			if id.Rule().Ways.Has(result) && !seen[way{id, result}] {
				t.Errorf("no example of %s being %v", id, result)
			}
		}
	}
}
