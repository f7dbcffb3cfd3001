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

// The selection holds, for each fact, the scenarios that its entry names as evidence, and some of each family; extra
// holds scenarios from further recordings, for facts that the others do not show.
const (
	selection = "testdata/selection-"
	extra     = "testdata/extra-"
)

// TestSelection holds corsim against the recordings that every clone has.
func TestSelection(t *testing.T) {
	if *update {
		writeSelection(t)
	}
	for _, name := range [...]string{selection, extra} {
		set := readSet(t, name)
		for browser, profile := range recorded {
			for i := range set.scenarios {
				predicted := recording.Predict(&set.scenarios[i], profile.WithSettings(recording.Settings))
				found := recording.Compare(&set.scenarios[i], &set.traces[browser][i], &predicted)
				// The further recordings were made without the console.
				if name == selection {
					found = append(found, recording.CompareConsole(&set.scenarios[i], &set.traces[browser][i], &predicted)...)
				}
				for _, d := range found {
					t.Errorf("%s: %s", browser, d)
				}
			}
		}
	}
}

// writeSelection chooses the scenarios from all that were recorded, and writes them and their traces; what facts name
// beside, it keeps, or chooses from the further recordings.
func writeSelection(t *testing.T) {
	evidence := map[string]bool{}
	for entry := range engine.Facts() {
		for _, id := range entry.Evidence {
			evidence[id] = true
		}
	}
	families := map[string]int{}
	shared := readAll(t).choose(func(s *recording.Scenario) bool {
		families[s.Family]++
		return evidence[s.ID] || families[s.Family] <= perFamily
	})
	writeSet(t, selection, shared)
	// One scenario is enough, wherever it is found.
	named := func(s *recording.Scenario) bool {
		wanted := evidence[s.ID]
		evidence[s.ID] = false
		return wanted
	}
	shared.choose(named)
	further := readSet(t, extra).choose(named)
	if *more != "" {
		for path := range strings.SplitSeq(*more, ",") {
			*recordings = path
			further.add(readAll(t).choose(named))
		}
	}
	writeSet(t, extra, further)
}

// A set is scenarios and, for each engine, their traces.
type set struct {
	scenarios []recording.Scenario
	traces    map[string][]recording.Trace
}

func (s *set) add(other *set) {
	s.scenarios = append(s.scenarios, other.scenarios...)
	if s.traces == nil {
		s.traces = map[string][]recording.Trace{}
	}
	for name, traces := range other.traces {
		s.traces[name] = append(s.traces[name], traces...)
	}
}

// choose returns the scenarios that are wanted, with their traces.
func (s *set) choose(wanted func(*recording.Scenario) bool) *set {
	chosen := &set{traces: map[string][]recording.Trace{}}
	for i := range s.scenarios {
		if !wanted(&s.scenarios[i]) {
			continue
		}
		chosen.scenarios = append(chosen.scenarios, s.scenarios[i])
		for name, traces := range s.traces {
			chosen.traces[name] = append(chosen.traces[name], traces[i])
		}
	}
	return chosen
}

// readAll reads all recordings.
func readAll(t *testing.T) *set {
	t.Helper()
	all := &set{scenarios: read[recording.Scenario](t, "scenarios"), traces: map[string][]recording.Trace{}}
	for name := range recorded {
		all.traces[name] = read[recording.Trace](t, name)
	}
	return all
}

func writeSet(t *testing.T, name string, s *set) {
	t.Helper()
	writeValues(t, name+"scenarios", s.scenarios)
	for engine, traces := range s.traces {
		writeValues(t, name+engine, traces)
	}
}

// readSet reads a set of testdata.
func readSet(t *testing.T, name string) *set {
	t.Helper()
	s := &set{scenarios: readValues[recording.Scenario](t, name+"scenarios"), traces: map[string][]recording.Trace{}}
	for browser := range recorded {
		s.traces[browser] = readValues[recording.Trace](t, name+browser)
	}
	return s
}

func readValues[T any](t *testing.T, name string) []T {
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
