package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/internal/lines"
)

// A fact is a fact in JSON.
type fact struct {
	Name     string   `json:"name"`
	Sentence string   `json:"sentence"`
	Engines  []string `json:"engines"`
	Seen     []string `json:"seen"` // the builds
	Evidence []string `json:"evidence"`
}

func newEngines() *cobra.Command {
	return &cobra.Command{
		Use:   "engines [NAME ...]",
		Short: "List what browsers do in their own way",
		Long: `engines lists the facts that set Chromium, Firefox and WebKit apart from the
standards, and from each other: what a fact is, which engines it holds for,
which builds it was seen in, and what shows it (ids beginning with s1- are
scenarios that browsers were recorded with).

A NAME is an engine, a topic or a fact; without one, all are listed.`,
		Example: `  corsim engines firefox
  corsim engines preflight`,
		RunE: func(cmd *cobra.Command, names []string) error {
			entries, err := selectFacts(names)
			if err != nil {
				return err
			}
			for i, entry := range entries {
				switch {
				case wantsJSON(cmd):
					err = writeJSON(cmd.OutOrStdout(), factOf(entry))
				case i > 0:
					err = writeFact(cmd.OutOrStdout(), "\n", entry)
				default:
					err = writeFact(cmd.OutOrStdout(), "", entry)
				}
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// selectFacts returns the facts that the names select, all of them for no name.
func selectFacts(names []string) ([]engine.Entry, error) {
	var selected []engine.Entry
	used := map[string]bool{}
	for entry := range engine.Facts() {
		topic, _, _ := strings.Cut(entry.Name, "/")
		belongs := len(names) == 0
		for _, name := range names {
			if name == topic || name == entry.Name || slices.Contains(factOf(entry).Engines, name) {
				belongs, used[name] = true, true
			}
		}
		if belongs {
			selected = append(selected, entry)
		}
	}
	for _, name := range names {
		if !used[name] {
			return nil, fmt.Errorf("engines: %q: no engine, topic or fact of this name; corsim engines lists them", name)
		}
	}
	return selected, nil
}

func factOf(entry engine.Entry) fact {
	f := fact{Name: entry.Name, Sentence: entry.Sentence, Evidence: entry.Evidence}
	for build := range entry.In.All() {
		f.Engines = append(f.Engines, strings.ToLower(build.Engine()))
		f.Seen = append(f.Seen, build.String())
	}
	return f
}

// factWidth is the most columns that a line of a fact takes, where its words allow it.
const factWidth = 79

// writeFact writes a fact in lines of at most 80 columns, behind what sets it apart from the one before.
func writeFact(w io.Writer, before string, entry engine.Entry) error {
	engines := strings.Join(factOf(entry).Engines, ", ")
	if entry.AllEngines() {
		engines = "all engines"
	}
	wrapped := func(text string) string { return lines.Wrap(text, "  ", "  ", factWidth) }
	seen := "seen in " + strings.Join(factOf(entry).Seen, ", ") + "; shown by " + strings.Join(entry.Evidence, ", ")
	_, err := fmt.Fprintf(w, "%s%-*s %s\n%s%s", before, factWidth-len(engines), entry.Name, engines, wrapped(entry.Sentence), wrapped(seen))
	return err
}
