//go:build browsers

package conformance_test

import (
	"slices"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/internal/conformance/generator"
	"github.com/corsim/corsim/internal/conformance/recording"
	"github.com/corsim/corsim/origin"
)

// fixesAsked is how many fixes the browser is asked about.
const fixesAsked = 200

// TestFixesInChromium blocks calls in new scenarios, applies the fix to the scenario's server, and asks Chromium
// whether the page now gets what it asked for. CORSIM_LIVE_SEED is the seed of the scenarios.
func TestFixesInChromium(t *testing.T) {
	seed := environment(t, "CORSIM_LIVE_SEED", 20261123)
	profile := corsim.Chromium.WithSettings(recording.Settings)
	var fixed []recording.Scenario
	for _, scenario := range generator.Generate(seed, 20*fixesAsked) {
		trace := recording.Predict(&scenario, profile)
		last := len(trace.Verdicts()) - 1
		if last < 0 || trace.Verdicts()[last].Outcome() != corsim.Blocked || scenario.Calls[last].Kind == "beacon" {
			continue
		}
		advice := fix.Advise(trace.Verdicts()[last])
		if len(advice.Fixes) == 0 || !ofScenario(&scenario, advice.Fixes[0].Edits) {
			continue
		}
		fixed = append(fixed, *scenario.WithEdits(advice.Fixes[0].Edits))
		if len(fixed) == fixesAsked {
			break
		}
	}
	traces := record(t, "chromium", fixed)
	passed := 0
	for i := range traces {
		calls := traces[i].Calls
		switch outcome := calls[len(calls)-1].Outcome; outcome {
		case "resolved", "load":
			passed++
		default:
			t.Errorf("%s: with its fix the last call is %q: %+v", traces[i].ID, outcome, scenarioOf(fixed, traces[i].ID))
		}
	}
	t.Logf("%s: %d of %d pages get what they asked for", version(traces), passed, len(fixed))
	if len(traces) < len(fixed) || len(fixed) < fixesAsked {
		t.Errorf("%d fixes were asked about, %d answers came; want %d", len(fixed), len(traces), fixesAsked)
	}
}

// ofScenario reports whether the edits are of answers that the scenario gives, and not of those for paths that it
// does not have.
func ofScenario(s *recording.Scenario, edits []fix.Edit) bool {
	return !slices.ContainsFunc(edits, func(e fix.Edit) bool {
		url, err := origin.Parse(e.URL)
		return err != nil || !slices.ContainsFunc(s.Server, func(p recording.Path) bool { return p.Path == url.Pathname() })
	})
}

func scenarioOf(scenarios []recording.Scenario, id string) *recording.Scenario {
	for i := range scenarios {
		if scenarios[i].ID == id {
			return &scenarios[i]
		}
	}
	return nil
}
