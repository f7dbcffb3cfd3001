package conformance_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/internal/conformance"
)

// counts are the numbers of the cases of a family: those that must agree, those that are tentative, so that they
// may disagree, and those that do, and those that corsim does not model.
type counts struct{ held, tentative, disagreeing, notModelled int }

// families are the files of cases. Nothing drops out of a file without a change here.
var families = map[string]counts{
	"cookies-samesite":     {held: 20, tentative: 6},
	"corp":                 {held: 18, tentative: 8},
	"cors-dir":             {held: 129},
	"eventsource":          {held: 3},
	"fetch-cors":           {held: 116},
	"fetch-credentials":    {held: 7},
	"fetch-metadata":       {held: 99, tentative: 6},
	"fetch-origin":         {held: 19},
	"fetch-redirect":       {held: 121, tentative: 1},
	"fetch-request":        {held: 113},
	"local-network-access": {tentative: 1},
	"mixed-content":        {held: 14, tentative: 1},
	"nosniff":              {held: 35},
	"orb":                  {tentative: 38, disagreeing: 5}, // fetch(), which browsers do not block either
	"timing-allow-origin":  {held: 5},
	"xhr":                  {held: 78},
}

func TestCases(t *testing.T) {
	files := caseFiles(t)
	for family := range families {
		if files[family] == "" {
			t.Errorf("there is no file of the family %s", family)
		}
	}
	for family, path := range files {
		t.Run(family, func(t *testing.T) {
			got := runFamily(t, readCases(t, path))
			if want, known := families[family]; !known || got != want {
				t.Errorf("counts are %+v, want %+v", got, want)
			}
		})
	}
}

func readCases(t *testing.T, path string) []conformance.Case {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cases, err := conformance.ReadCases(path, file)
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// runFamily plays the cases of a family and reports where they disagree.
func runFamily(t *testing.T, cases []conformance.Case) counts {
	t.Helper()
	var n counts
	reasons := map[string]int{}
	for i := range cases {
		c := &cases[i]
		playing := conformance.Play(c, corsim.Standard)
		trace := playing.Trace("spec")
		if trace.NotModelled != "" {
			n.notModelled++
			reasons[trace.NotModelled]++
			continue
		}
		report := t.Errorf
		// What a tentative case asserts binds nobody, unless it says what the text asks.
		if string(c.Tentative) == "true" && c.SpecExpect == nil {
			n.tentative++
			report = t.Logf
			if len(playing.Strays) > 0 || slices.ContainsFunc(disagreements(t, c, &trace), isDisagreement) {
				n.disagreeing++
			}
		} else {
			n.held++
		}
		for _, stray := range playing.Strays {
			report("%s: %s must not be requested", c.ID, stray)
		}
		for i, list := range disagreements(t, c, &trace) {
			for _, d := range list {
				report("%s: %s%s is %s, want %s; corsim applied %s", c.ID, callLabel(c, i), d.what, d.got, d.want,
					playing.Verdicts[i].Rule())
			}
		}
	}
	if n.notModelled > 0 {
		t.Logf("not modelled: %v", reasons)
	}
	return n
}

func isDisagreement(list []disagreement) bool { return len(list) > 0 }

// callLabel names a call where there are several.
func callLabel(c *conformance.Case, i int) string {
	if len(c.Calls) == 1 {
		return ""
	}
	return fmt.Sprintf("call %d: ", i)
}
