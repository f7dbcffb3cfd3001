package recording_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/internal/conformance/recording"
	"github.com/corsim/corsim/internal/outside"
)

var (
	differences = flag.String("differences", "", "write all differences from the recordings to files that begin with this `path`")
	recordings  = flag.String("recordings", "", "compare with the files that begin with this `path`: -scenarios.jsonl, -chromium.jsonl and so on")
)

// recorded are the profiles of the browsers that were recorded.
var recorded = map[string]engine.Profile{"chromium": engine.Chromium, "firefox": engine.Firefox, "webkit": engine.WebKit}

// TestRecordings holds corsim against all recordings: what script sees, the requests with their headers, what the
// console says of requests across origins, and the messages of errors.
func TestRecordings(t *testing.T) {
	scenarios := read[recording.Scenario](t, "scenarios")
	for name, profile := range recorded {
		t.Run(name, func(t *testing.T) {
			traces := read[recording.Trace](t, name)
			counts := map[recording.Level]int{}
			var log strings.Builder
			messages, equalMessages := 0, 0
			for i := range scenarios {
				predicted := recording.Predict(&scenarios[i], profile.WithSettings(recording.Settings))
				errors, equal := recording.CompareErrors(&scenarios[i], &traces[i], &predicted)
				messages, equalMessages = messages+traces[i].Messages(), equalMessages+equal
				for _, d := range slices.Concat(recording.Compare(&scenarios[i], &traces[i], &predicted),
					recording.CompareConsole(&scenarios[i], &traces[i], &predicted), errors) {
					counts[d.Level]++
					fmt.Fprintln(&log, scenarios[i].Family, d.Level, d)
				}
			}
			t.Logf("%d scenarios, differences: %v; messages of errors: %d, %d of them predicted",
				len(scenarios), counts, messages, equalMessages)
			if *differences != "" {
				if err := os.WriteFile(*differences+"."+name, []byte(log.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if len(counts) > 0 {
				t.Errorf("corsim does not do as %s did (-differences writes down all):\n%s",
					name, log.String()[:min(log.Len(), 10_000)])
			}
		})
	}
}

// read reads a file of the recordings.
func read[T any](t *testing.T, what string) []T {
	t.Helper()
	name := *recordings + "-" + what + ".jsonl"
	if *recordings == "" {
		name = filepath.Join(outside.Folder(t, "browsers"), "open-s1-"+what+".jsonl.gz")
	}
	values, err := recording.ReadFile[T](name)
	if err != nil {
		t.Fatal(err)
	}
	return values
}
