package recording_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/internal/conformance/recording"
)

var (
	update = flag.Bool("update", false, "choose the selection in testdata anew, from all recordings")
	more   = flag.String("more", "", "with -update, choose scenarios that show further facts from the recordings whose files begin with these `paths`")
)

// perFamily is how many scenarios of a family are selected, beside those that show facts.
const perFamily = 3

// The selection holds, for each fact, the scenarios that its entry names as evidence, and some of each family; extra holds
// scenarios from further recordings, for facts that the others do not show.
const (
	selection = "testdata/selection-"
	extra     = "testdata/extra-"
)

// TestSelection holds corsim against the recordings that every clone has.
func TestSelection(t *testing.T) {
	if *update {
		writeSelection(t)
	}
	for _, set := range [...]string{selection, extra} {
		scenarios := readSet[recording.Scenario](t, set+"scenarios")
		for name, profile := range recorded {
			traces := readSet[recording.Trace](t, set+name)
			for i := range scenarios {
				predicted := recording.Predict(&scenarios[i], profile.WithSettings(recording.Settings))
				for _, d := range recording.Compare(&scenarios[i], &traces[i], &predicted) {
					t.Errorf("%s: %s", name, d)
				}
			}
		}
	}
}

// writeSelection chooses the scenarios from all that were recorded, and writes them and their traces; from the further
// recordings it chooses those that facts name.
func writeSelection(t *testing.T) {
	evidence := map[string]bool{}
	for entry := range engine.Facts() {
		for _, id := range entry.Evidence {
			evidence[id] = true
		}
	}
	families := map[string]int{}
	writeSet(t, selection, chosen(t, func(s *recording.Scenario) bool {
		families[s.Family]++
		return evidence[s.ID] || families[s.Family] <= perFamily
	}))
	if *more == "" {
		return
	}
	var further set
	for path := range strings.SplitSeq(*more, ",") {
		*recordings = path
		further.add(chosen(t, func(s *recording.Scenario) bool { return evidence[s.ID] }))
	}
	writeSet(t, extra, further)
}

// A set is scenarios and, for each engine, their traces.
type set struct {
	scenarios []recording.Scenario
	traces    map[string][]recording.Trace
}

func (s *set) add(other set) {
	s.scenarios = append(s.scenarios, other.scenarios...)
	if s.traces == nil {
		s.traces = map[string][]recording.Trace{}
	}
	for name, traces := range other.traces {
		s.traces[name] = append(s.traces[name], traces...)
	}
}

// chosen are the recorded scenarios that are wanted.
func chosen(t *testing.T, wanted func(*recording.Scenario) bool) set {
	t.Helper()
	scenarios := read[recording.Scenario](t, "scenarios")
	traces := map[string][]recording.Trace{}
	for name := range recorded {
		traces[name] = read[recording.Trace](t, name)
	}
	var chosen set
	for i := range scenarios {
		if wanted(&scenarios[i]) {
			one := set{scenarios: scenarios[i : i+1], traces: map[string][]recording.Trace{}}
			for name := range recorded {
				one.traces[name] = traces[name][i : i+1]
			}
			chosen.add(one)
		}
	}
	return chosen
}

func writeSet(t *testing.T, name string, s set) {
	t.Helper()
	writeValues(t, name+"scenarios", s.scenarios)
	for engine, traces := range s.traces {
		writeValues(t, name+engine, traces)
	}
}

func readSet[T any](t *testing.T, name string) []T {
	t.Helper()
	values, err := recording.ReadFile[T](name + ".jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	return values
}

func writeValues[T any](t *testing.T, name string, values []T) {
	t.Helper()
	var b bytes.Buffer
	compressed := gzip.NewWriter(&b)
	if err := errors.Join(recording.Write(compressed, values), compressed.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+".jsonl.gz", b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
