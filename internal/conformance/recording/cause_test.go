package recording_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/internal/conformance/recording"
)

// TestCausesOfRecordings holds that every verdict about a recorded scenario has a cause, and that it and its hints
// are plain sentences.
func TestCausesOfRecordings(t *testing.T) {
	scenarios := read[recording.Scenario](t, "scenarios")
	for name, profile := range recorded {
		sentences := 0
		for i := range scenarios {
			trace := recording.Predict(&scenarios[i], profile.WithSettings(recording.Settings))
			for _, verdict := range trace.Verdicts() {
				if verdict.Rule() == 0 {
					continue
				}
				e := explain.Of(verdict)
				said := []string{e.Cause}
				for _, hint := range e.Hints {
					said = append(said, hint.Sentence)
				}
				for _, sentence := range said {
					sentences++
					if !isSentence(sentence) {
						t.Errorf("%s: %s: %s: %q", name, scenarios[i].ID, verdict.Rule(), sentence)
					}
				}
			}
		}
		t.Logf("%s: %d sentences", name, sentences)
	}
}

// isSentence reports whether a text is a sentence of a length that can be read, with nothing in it for machines only.
func isSentence(s string) bool {
	length := utf8.RuneCountInString(s)
	return 20 <= length && length <= 400 && strings.HasSuffix(s, ".") && utf8.ValidString(s) &&
		!strings.ContainsFunc(s, unicode.IsControl) && !strings.Contains(s, "protects")
}
