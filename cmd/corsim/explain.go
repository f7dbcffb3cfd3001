package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/rule"
	"github.com/corsim/corsim/scenarios"
)

func newExplain() *cobra.Command {
	var request requestFlags
	var engineName string
	cmd := &cobra.Command{
		Use:   "explain [FILE ...]",
		Short: "Say what a page gets of a request, and why",
		Long: `explain makes the calls of scenario files, or the one that its flags say, and
prints what the page gets, the rule that decided, and what went over the wire.
The file - is the standard input.

With --engine it takes the part of chromium, firefox or webkit; corsim engines
lists what is different there.

If a file says what it expects, explain says whether it is so, and exits with
status 1 if it is not.

With --json it writes an object for each file:

  {"file", "title", "verdicts": [...], "expects": true, "unmet": [...]}

or {"file", "problems": [...]} for one that cannot be understood.`,
		Example: `  corsim explain upload.yaml

  corsim explain --page https://app.example \
    --request 'PUT https://api.example/users/1' \
    --header 'Content-Type: application/json' \
    --preflight 204 \
    --preflight-header 'Access-Control-Allow-Origin: https://app.example' \
    --preflight-header 'Access-Control-Allow-Methods: PUT' \
    --answer 200`,
		RunE: func(cmd *cobra.Command, files []string) error {
			profile, err := engine.Named(engineName)
			if err != nil {
				return err
			}
			if request.used(cmd) {
				if len(files) > 0 {
					return errors.New("explain takes files or flags, not both")
				}
				scenario, err := request.scenario()
				if err != nil {
					return err
				}
				return report(cmd, profile, "", scenario)
			}
			if len(files) == 0 {
				return errors.New("explain needs a scenario file (- for standard input), or --page and\n--request; see corsim explain --help")
			}
			return explainFiles(cmd, profile, files)
		},
	}
	request.add(cmd)
	cmd.Flags().StringVar(&engineName, "engine", "standard", "the `name` of an engine")
	return cmd
}

// explainFiles runs the scenarios in the files. The worst status of all is returned.
func explainFiles(cmd *cobra.Command, profile engine.Profile, files []string) error {
	worst := statusOK
	for i, file := range files {
		if i > 0 && !wantsJSON(cmd) {
			fmt.Fprintln(cmd.OutOrStdout())
		}
		scenario, err := load(file, cmd.InOrStdin())
		if err == nil {
			err = report(cmd, profile, file, scenario)
		} else {
			err = reportProblems(cmd, file, err)
		}
		var s status
		switch {
		case errors.As(err, &s):
			worst = max(worst, int(s))
		case err != nil:
			return err
		}
	}
	if worst != statusOK {
		return status(worst)
	}
	return nil
}

// load reads a scenario.
func load(file string, stdin io.Reader) (*scenarios.Scenario, error) {
	if file == "-" {
		return scenarios.Read(file, stdin)
	}
	return scenarios.Load(file)
}

// explanation is what --json writes of a file.
type explanation struct {
	File     string            `json:"file,omitempty"`
	Title    string            `json:"title,omitempty"`
	Verdicts []corsim.Verdict  `json:"verdicts,omitempty"`
	Expects  bool              `json:"expects"`
	Unmet    []scenarios.Unmet `json:"unmet"`
}

// misunderstanding is what --json writes of a file with mistakes.
type misunderstanding struct {
	File     string             `json:"file"`
	Problems scenarios.Problems `json:"problems"`
}

// reportProblems says why a file cannot be understood.
func reportProblems(cmd *cobra.Command, file string, err error) error {
	var problems scenarios.Problems
	errors.As(err, &problems)
	if problems != nil && wantsJSON(cmd) {
		if err := writeJSON(cmd.OutOrStdout(), misunderstanding{file, problems}); err != nil {
			return err
		}
		return status(statusBadInput)
	}
	if problems != nil {
		fmt.Fprintln(cmd.ErrOrStderr(), err)
	} else {
		complain(cmd.ErrOrStderr(), err)
	}
	return status(statusBadInput)
}

// report runs a scenario and writes what came of it.
func report(cmd *cobra.Command, profile engine.Profile, file string, scenario *scenarios.Scenario) error {
	result := scenario.Run(profile)
	var err error
	if wantsJSON(cmd) {
		out := explanation{file, scenario.Title, result.Verdicts, scenario.Expects(), result.Unmet}
		if out.Unmet == nil {
			out.Unmet = []scenarios.Unmet{}
		}
		err = writeJSON(cmd.OutOrStdout(), out)
	} else {
		_, err = io.WriteString(cmd.OutOrStdout(), text(scenario, result)+flagsHint(file, result))
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
func text(scenario *scenarios.Scenario, result scenarios.Result) string {
	var b strings.Builder
	if scenario.Title != "" {
		b.WriteString(strings.ReplaceAll(printable(scenario.Title), "\n", " ") + "\n\n")
	}
	for _, verdict := range result.Verdicts {
		b.WriteString(verdict.String() + "\n")
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
