//go:build browsers

package conformance_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/internal/conformance/browser"
	"github.com/corsim/corsim/internal/conformance/generator"
	"github.com/corsim/corsim/internal/conformance/recording"
)

// TestBrowsers asks the browsers on this machine what they do with scenarios nobody has seen before, and holds corsim
// against it. CORSIM_LIVE_SEED is the seed of the scenarios, the clock where it is absent, and CORSIM_LIVE_SCENARIOS
// their number.
func TestBrowsers(t *testing.T) {
	seed := environment(t, "CORSIM_LIVE_SEED", uint64(time.Now().Unix()))
	n := environment(t, "CORSIM_LIVE_SCENARIOS", 300)
	t.Logf("CORSIM_LIVE_SEED=%d CORSIM_LIVE_SCENARIOS=%d", seed, n)
	scenarios := generator.Generate(seed, int(n))
	for _, profile := range []engine.Profile{corsim.Chromium, corsim.Firefox, corsim.WebKit} {
		t.Run(profile.String(), func(t *testing.T) {
			askBrowser(t, profile, scenarios)
		})
	}
}

// environment is the number in an environment variable, or another one where it is absent.
func environment(t *testing.T, name string, otherwise uint64) uint64 {
	text, set := os.LookupEnv(name)
	if !set {
		return otherwise
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// askBrowser fails where a call ends otherwise than predicted, and shows all other differences.
func askBrowser(t *testing.T, profile engine.Profile, scenarios []recording.Scenario) {
	began := time.Now()
	traces := record(t, profile.String(), scenarios)
	t.Logf("version %s, %d scenarios, %v each", version(traces), len(traces), time.Since(began)/time.Duration(max(1,
		len(traces))))
	var differing []recording.Scenario
	for _, c := range comparisons(profile, scenarios, traces) {
		if len(c.differences) > 0 {
			differing = append(differing, *c.scenario)
		}
	}
	if len(differing) == 0 {
		return
	}
	// What a browser does only now and then is no reason to say anything else.
	again := record(t, profile.String(), differing)
	flaky := 0
	for i, c := range comparisons(profile, differing, again) {
		first := traces[slices.IndexFunc(traces, func(trace recording.Trace) bool { return trace.ID == c.recorded.ID })]
		if unlike := recording.Compare(c.scenario, &first, &again[i]); len(unlike) > 0 {
			t.Logf("%s is recorded in two ways: %s", c.scenario.Family, unlike[0])
			flaky++
			continue
		}
		for _, difference := range c.differences {
			t.Log(c.scenario.Family, difference.Level, difference)
		}
		if c.endsOtherwise() {
			t.Errorf("%s (%s %q): a call ends otherwise than predicted", c.scenario.ID, c.scenario.Family, c.scenario.Tags)
		}
	}
	t.Logf("%d of %d scenarios differ in something, %d others differ from one recording to the next",
		len(differing)-flaky, len(traces), flaky)
}

// record runs scenarios in a browser, and skips the test where there is none.
func record(t *testing.T, engineName string, scenarios []recording.Scenario) []recording.Trace {
	t.Helper()
	const patience = 10 * time.Minute
	if _, err := browser.Find(engineName); errors.Is(err, browser.ErrNotFound) {
		t.Skip(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	traces, err := browser.Record(ctx, engineName, scenarios, t.Logf)
	if err != nil {
		t.Fatal(err)
	}
	return traces
}

func version(traces []recording.Trace) string {
	if len(traces) == 0 {
		return "unknown"
	}
	return traces[0].EngineVersion
}

// A comparison is of a recording with a prediction.
type comparison struct {
	scenario            *recording.Scenario
	recorded, predicted *recording.Trace
	differences         []recording.Difference
}

// comparisons compares the recordings, some scenarios may have none, with predictions.
func comparisons(profile engine.Profile, scenarios []recording.Scenario, traces []recording.Trace) []comparison {
	var all []comparison
	for i := range traces {
		at := slices.IndexFunc(scenarios, func(s recording.Scenario) bool { return s.ID == traces[i].ID })
		predicted := recording.Predict(&scenarios[at], profile.WithSettings(recording.Settings))
		all = append(all, comparison{
			scenario: &scenarios[at], recorded: &traces[i], predicted: &predicted,
			differences: recording.Compare(&scenarios[at], &traces[i], &predicted),
		})
	}
	return all
}

// endsOtherwise reports whether a call resolves, loads, is rejected, fails or throws where it was predicted to do
// something else. Of what is not modelled nothing was predicted, and of a timeout nothing is known.
func (c *comparison) endsOtherwise() bool {
	for i := range min(len(c.recorded.Calls), len(c.predicted.Calls)) {
		if recorded := c.recorded.Calls[i].Outcome; recorded != "timeout" && recorded != c.predicted.Calls[i].Outcome {
			return true
		}
	}
	return false
}
