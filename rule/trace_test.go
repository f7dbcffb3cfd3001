package rule_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/corsim/corsim/rule"
)

func TestTrace(t *testing.T) {
	var trace rule.Trace
	steps := []struct {
		exchange int
		decision rule.Decision
		operands []string
	}{
		{-1, rule.Pass(rule.BadPort), nil},
		{-1, rule.Apply(rule.RequestMethodKept, "patch", "PATCH"), []string{"patch", "PATCH"}},
		{0, rule.Apply(rule.CORSWildcard, "*", ""), []string{"*"}},
		{1, rule.Stop(rule.CORSAllowOriginMissing, "", "https://app.example"), []string{"", "https://app.example"}},
	}
	for _, step := range steps {
		trace.Add(step.exchange, step.decision)
	}
	noted := slices.Collect(trace.Steps)
	if len(noted) != len(steps) {
		t.Fatalf("%d steps, want %d", len(noted), len(steps))
	}
	for i, want := range steps {
		got := noted[i]
		if got.Rule != want.decision.Rule || got.Result != want.decision.Result || got.Exchange != want.exchange || !slices.Equal(got.Operands, want.operands) {
			t.Errorf("step %d: %+v, want %+v", i, got, want)
		}
	}
}

// TestLongTrace keeps what it has when it outgrows its room.
func TestLongTrace(t *testing.T) {
	var trace rule.Trace
	for i := range 1000 {
		trace.Add(i, rule.Stop(rule.BadPort, strconv.Itoa(i), "x"))
	}
	i := 0
	for step := range trace.Steps {
		if step.Exchange != i || step.Operands[0] != strconv.Itoa(i) || step.Operands[1] != "x" {
			t.Fatalf("step %d: %+v", i, step)
		}
		if i++; i == 900 {
			break
		}
	}
	if i != 900 {
		t.Errorf("%d steps", i)
	}
}

// TestEndlessTrace holds memory bounded, with every operand still its step's.
func TestEndlessTrace(t *testing.T) {
	var trace rule.Trace
	for i := range 100_000 {
		trace.Add(0, rule.Stop(rule.BadPort, strconv.Itoa(i), "x"))
	}
	steps := slices.Collect(trace.Steps)
	last := len(steps) - 1
	if last >= 99_999 || steps[last].Operands[0] != strconv.Itoa(last) {
		t.Errorf("%d steps, the last one %+v", len(steps), steps[last])
	}
}

func TestDecisionOK(t *testing.T) {
	for _, d := range []rule.Decision{{}, rule.Pass(rule.BadPort), rule.Apply(rule.BadPort, "", "")} {
		if !d.OK() {
			t.Errorf("%+v ends the fetch", d)
		}
	}
	if rule.Stop(rule.BadPort, "25", "").OK() {
		t.Error("a stop does not end the fetch")
	}
}

func TestShortTraceTakesNoMemory(t *testing.T) {
	var trace rule.Trace
	if n := testing.AllocsPerRun(10, func() {
		trace = rule.Trace{}
		for range 6 {
			trace.Add(0, rule.Apply(rule.CORSWildcard, "*", ""))
		}
	}); n > 0 {
		t.Errorf("%v allocations, want none", n)
	}
}
