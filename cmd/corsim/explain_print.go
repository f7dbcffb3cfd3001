package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/rule"
	"github.com/corsim/corsim/scenarios"
)

// styleFlags say how an explanation is printed.
type styleFlags struct{ steps string }

// stepLevels are the values of --steps, in the order of the levels.
var stepLevels = []string{explain.Path: "path", explain.AllSteps: "all", explain.NoSteps: "none"}

// add adds the flags to a command.
func (f *styleFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.steps, "steps", stepLevels[0], "which `steps`: "+strings.Join(stepLevels, ", "))
}

// A printer prints explanations.
type printer struct {
	cmd   *cobra.Command
	style explain.TextStyle
}

// printer returns what prints as the flags say.
func (f *styleFlags) printer(cmd *cobra.Command) (*printer, error) {
	level := slices.Index(stepLevels, f.steps)
	if level < 0 {
		return nil, fmt.Errorf("--steps is %q; it is one of %s", f.steps, strings.Join(stepLevels, ", "))
	}
	return &printer{cmd, explain.TextStyle{Steps: explain.Level(level), Color: showsColor(cmd.OutOrStdout())}}, nil
}

// showsColor reports whether the output is a terminal that colors are wanted on.
//
// https://no-color.org
func showsColor(out io.Writer) bool {
	file, ok := out.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// report runs a scenario and writes what came of it.
func (p *printer) report(profile engine.Profile, file string, scenario *scenarios.Scenario) error {
	result := scenario.Run(profile)
	var err error
	if wantsJSON(p.cmd) {
		out := explanation{file, scenario.Title, result.Verdicts, scenario.Expects(), result.Unmet}
		if out.Unmet == nil {
			out.Unmet = []scenarios.Unmet{}
		}
		err = writeJSON(p.cmd.OutOrStdout(), out)
	} else {
		_, err = io.WriteString(p.cmd.OutOrStdout(), p.text(scenario, result)+flagsHint(file, result))
	}
	if err == nil && len(result.Unmet) > 0 {
		return status(statusUnexpected)
	}
	return err
}

// flagsHint says how to say what is not known, where flags and no file say what is.
func flagsHint(file string, result scenarios.Result) string {
	if file != "" || result.Verdicts[0].Rule() != rule.UnknownAnswer {
		return ""
	}
	return "--preflight and --answer say what the URL of --request answers; for other URLs,\nafter a redirect, write a scenario file\n"
}

// text is a scenario's title, its verdicts, and whether they are as expected.
func (p *printer) text(scenario *scenarios.Scenario, result scenarios.Result) string {
	var b strings.Builder
	if scenario.Title != "" {
		b.WriteString(strings.ReplaceAll(printable(scenario.Title), "\n", " ") + "\n\n")
	}
	for _, verdict := range result.Verdicts {
		b.Write(p.explanation(verdict))
		b.WriteByte('\n')
	}
	switch {
	case len(result.Unmet) > 0:
		b.WriteString("not as expected:\n")
	case scenario.Expects():
		b.WriteString("as expected\n")
	}
	for _, u := range result.Unmet {
		fmt.Fprintf(&b, "  %s:%d:%d: %s of call %d\n    expected %s\n    got      %s\n",
			printable(u.File), u.Line, u.Column, u.Key, u.Call+1, printable(u.Expected), printable(u.Got))
	}
	return b.String()
}

// explanation is a verdict's explanation.
func (p *printer) explanation(verdict corsim.Verdict) []byte {
	return explain.Fully(verdict).AppendText(nil, p.style)
}
