package explain_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/scenarios"
)

// TestGolden holds each rendering of the failures in the library to what somebody has looked at; -update writes it.
func TestGolden(t *testing.T) {
	update := flag.Lookup("update").Value.String() == "true"
	n := 0
	for scenario := range scenarios.Library() {
		verdict, found := failure(scenario)
		if !found {
			t.Errorf("%s: nothing fails", scenario.Title)
			continue
		}
		n++
		name := strings.ToLower(strings.Join(strings.FieldsFunc(scenario.Title, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		}), "-"))
		for extension, got := range renderings(t, explain.Fully(verdict)) {
			file := filepath.Join("testdata", "golden", name+extension)
			if update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s is no longer what comes out; look at it, and write it with -update:\n%s", file, got)
			}
		}
	}
	if n < 10 {
		t.Errorf("%d scenarios", n)
	}
	files, err := filepath.Glob(filepath.Join("testdata", "golden", "*"))
	if err != nil || len(files) != n*len(renderings(t, new(explain.Explanation))) {
		t.Errorf("%d files of %d scenarios: %v", len(files), n, err)
	}
}

// failure is the first verdict of a scenario that the page cannot read.
func failure(scenario *scenarios.Scenario) (verdict corsim.Verdict, found bool) {
	for _, verdict := range scenario.Run(corsim.Standard).Verdicts {
		if !verdict.Readable() {
			return verdict, true
		}
	}
	return corsim.Verdict{}, false
}

// renderings are those of an explanation by the extension of their files.
func renderings(t *testing.T, e *explain.Explanation) map[string]string {
	t.Helper()
	compact, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, compact, "", "  "); err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		".txt": e.Text(), ".md": e.Markdown(), ".html": e.HTML(), ".svg": e.SVG(), ".mmd": e.Mermaid(),
		".json": indented.String() + "\n",
	}
}
