package explain_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/corsim/corsim/explain"
)

// TestColor holds that colors change no word, and that each ends where it should.
func TestColor(t *testing.T) {
	e := explain.Fully(blockedPreflight())
	plain := string(e.AppendText(nil, explain.TextStyle{}))
	colored := string(e.AppendText(nil, explain.TextStyle{Color: true}))
	colors := regexp.MustCompile("\x1b\\[[0-9;]*m")
	if without := colors.ReplaceAllString(colored, ""); without != plain {
		t.Errorf("without its colors it is not the plain text:\n%s", without)
	}
	all, ends := strings.Count(colored, "\x1b["), strings.Count(colored, "\x1b[0m")
	if ends == 0 || all != 2*ends {
		t.Errorf("%d of %d sequences end a color", ends, all)
	}
	for _, painted := range []string{
		"\x1b[1;31mBLOCKED\x1b[0m", "\x1b[1;32mok: \x1b[0m", "\x1b[1;31mnever sent\x1b[0m",
	} {
		if !strings.Contains(colored, painted) {
			t.Errorf("%q has no %q", colored, painted)
		}
	}
}

// TestLevels holds which steps each level shows.
func TestLevels(t *testing.T) {
	e := explain.Of(blockedPreflight())
	tests := []struct {
		about string
		level explain.Level
		shows map[string]bool
	}{
		{"what led there, and what decided", explain.Path, map[string]bool{
			"main-fetch/preflight-method": true, "preflight/header stopped": true, "preflight/method passed": false}},
		{"all that was reached", explain.AllSteps, map[string]bool{
			"main-fetch/preflight-method": true, "preflight/header stopped": true, "preflight/method passed": true}},
		{"nothing", explain.NoSteps, map[string]bool{
			"main-fetch/preflight-method": false, "preflight/header stopped": false, "preflight/method passed": false}},
	}
	for _, test := range tests {
		text := string(e.AppendText(nil, explain.TextStyle{Steps: test.level}))
		for step, shown := range test.shows {
			if strings.Contains(text, step) != shown {
				t.Errorf("%s: shows %s: %v\n%s", test.about, step, !shown, text)
			}
		}
	}
}
