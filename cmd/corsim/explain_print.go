package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/rule"
	"github.com/corsim/corsim/scenarios"
)

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
	} else if p.rendering != nil {
		err = p.render(scenario, result)
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
	return "--preflight and --answer say what the URL of --request answers; for other URLs,\n" +
		"after a redirect, write a scenario file\n"
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
	if scenario.Expects() && len(result.Unmet) == 0 {
		b.WriteString("as expected\n")
	}
	return b.String() + unmet(result)
}

// unmet says what is not as a scenario expects.
func unmet(result scenarios.Result) string {
	if len(result.Unmet) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("not as expected:\n")
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

// render writes the explanations in another form than text. What is not as expected is no part of them.
func (p *printer) render(scenario *scenarios.Scenario, result scenarios.Result) error {
	if p.rendering.single && len(result.Verdicts) != 1 {
		return fmt.Errorf("--format %s shows one call, and %s has %d", p.rendering.name,
			named(scenario.Title), len(result.Verdicts))
	}
	for i, verdict := range result.Verdicts {
		if i > 0 {
			fmt.Fprint(p.cmd.OutOrStdout(), p.separator())
		}
		rendered, err := p.rendering.render(explain.Fully(verdict))
		if err != nil {
			return err
		}
		if _, err := io.WriteString(p.cmd.OutOrStdout(), rendered); err != nil {
			return err
		}
	}
	_, err := io.WriteString(p.cmd.ErrOrStderr(), unmet(result))
	return err
}

// named is a scenario by its title, if it has one.
func named(title string) string {
	if title == "" {
		return "the scenario"
	}
	return strconv.Quote(title)
}
