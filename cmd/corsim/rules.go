package main

import (
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/lesson"
	"github.com/corsim/corsim/rule"
)

func newRules() *cobra.Command {
	return &cobra.Command{
		Use:   "rules [SLUG ...]",
		Short: "List the rules that browsers go by, or teach one",
		Long: `rules lists what can decide or change the course of a request, by the algorithm
of the standard that it belongs to.

A SLUG teaches the rule of that name: what it does, why it exists, where it
stands, and examples of how it comes out. They are played by the simulator when
the command runs. The beginning of slugs, or a pattern such as '*/status', lists
the rules that it fits.

With --json it writes an object for each rule:

  {"slug", "algorithm", "standard", "read", "step", "link", "ways", "lesson",
   "why", "examples"}

examples, of a SLUG only: [{"about", "way", "page", "setting", "script",
"verdict"}]. The way is that of the rule: passed, stopped, applied or unreached.`,
		Example: `  corsim rules preflight
  corsim rules cors-check/wildcard-with-credentials`,
		RunE: func(cmd *cobra.Command, names []string) error {
			if len(names) == 0 {
				names = []string{""}
			}
			var chosen []selection
			for _, name := range names {
				s, err := selectRules(name)
				if err != nil {
					return err
				}
				chosen = append(chosen, s)
			}
			for i := range chosen {
				if err := chosen[i].write(cmd, i > 0); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// A selection is the rules that an argument names. A slug names one that is to be taught.
type selection struct {
	rules  []rule.ID
	taught bool
}

// selectRules returns the rule of the slug, or those whose slugs begin with the name or match it as a pattern.
func selectRules(name string) (selection, error) {
	id, err := rule.Parse(name)
	if err == nil {
		return selection{[]rule.ID{id}, true}, nil
	}
	var fitting []rule.ID
	for id := range rule.All {
		matches, _ := path.Match(name, id.Slug())
		if matches || strings.HasPrefix(id.Slug(), name) {
			fitting = append(fitting, id)
		}
	}
	switch {
	case fitting == nil && strings.ContainsAny(name, `*?[`):
		return selection{}, fmt.Errorf("no rule fits the pattern %q; corsim rules lists them", name)
	case fitting == nil:
		return selection{}, fmt.Errorf("%w; corsim rules lists them", err)
	}
	return selection{byAlgorithm(fitting), false}, nil
}

// byAlgorithm puts rules of the same algorithm next to each other, where the first of them stands.
func byAlgorithm(rules []rule.ID) []rule.ID {
	var order []rule.Algorithm
	groups := map[rule.Algorithm][]rule.ID{}
	for _, id := range rules {
		algorithm := id.Rule().Algorithm
		if groups[algorithm] == nil {
			order = append(order, algorithm)
		}
		groups[algorithm] = append(groups[algorithm], id)
	}
	sorted := make([]rule.ID, 0, len(rules))
	for _, algorithm := range order {
		sorted = append(sorted, groups[algorithm]...)
	}
	return sorted
}

// write writes the rules, behind an empty line where something stands before them.
func (s selection) write(cmd *cobra.Command, behind bool) error {
	if wantsJSON(cmd) {
		for _, id := range s.rules {
			if err := writeJSON(cmd.OutOrStdout(), s.json(id)); err != nil {
				return err
			}
		}
		return nil
	}
	text := listing(s.rules)
	if s.taught {
		text = lessonText(s.rules[0])
	}
	if behind {
		text = "\n" + text
	}
	_, err := io.WriteString(cmd.OutOrStdout(), text)
	return err
}

// ruleJSON is what --json writes of a rule.
type ruleJSON struct {
	Slug      string        `json:"slug"`
	Algorithm string        `json:"algorithm"`
	Standard  string        `json:"standard"`
	Read      string        `json:"read"`
	Step      string        `json:"step"`
	Link      string        `json:"link"`
	Ways      []string      `json:"ways"`
	Lesson    string        `json:"lesson"`
	Why       string        `json:"why"`
	Examples  []exampleJSON `json:"examples,omitempty"`
}

type exampleJSON struct {
	About   string         `json:"about"`
	Way     string         `json:"way"`
	Page    string         `json:"page"`
	Setting []string       `json:"setting"`
	Script  []string       `json:"script"`
	Verdict corsim.Verdict `json:"verdict"`
}

func (s selection) json(id rule.ID) ruleJSON {
	entry := id.Rule()
	standard := entry.Algorithm.Standard()
	out := ruleJSON{
		Slug: entry.Slug, Algorithm: entry.Algorithm.Name(), Standard: standard.Name, Read: standard.Read,
		Step: entry.Step, Link: entry.Link(), Lesson: entry.Lesson, Why: id.Why(),
	}
	for _, result := range []rule.Result{rule.Passed, rule.Stopped, rule.Applied} {
		if entry.Ways.Has(result) {
			out.Ways = append(out.Ways, result.String())
		}
	}
	if !s.taught {
		return out
	}
	for _, example := range lesson.Examples(id) {
		setting := append([]string{}, example.Setting()...)
		out.Examples = append(out.Examples, exampleJSON{
			About: example.About, Way: example.Way.String(), Page: example.Page(), Setting: setting,
			Script: example.Script(), Verdict: example.Run(),
		})
	}
	return out
}
