package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/scenarios"
)

func newExplain() *cobra.Command {
	var request requestFlags
	var engineName string
	var diff bool
	var message string
	var style styleFlags
	cmd := &cobra.Command{
		Use:   "explain [FILE ...]",
		Short: "Say what a page gets of a request, and why",
		Long: `explain makes the calls of scenario files, or the one that its flags say, and
prints what the page gets and why, what went over the wire, what the server may
have done, what each browser prints on its console, and what helps. The file -
is the standard input.

--steps says how much of the way through the standards is shown: the path to
what decided, all rules that were reached, or none.

--format writes the same in another form: as markdown; as html, a fragment for
a page of your own; as a picture of one call, svg or mermaid; or as json, which
explain.schema.json describes, an object a line for each call. What is not as a
file expects is then on the standard error.

With --engine it takes the part of chromium, firefox or webkit; corsim engines
lists what is different there.

If a file says what it expects, explain says whether it is so, and exits with
status 1 if it is not.

With --diff it takes two files, says what was changed from the first to the
second and what that changed for the page, and exits with status 1 if anything
did. Calls are held against each other in order. Its JSON is

  {"before", "after", "changed", "setting": [...], "calls": [...]}

With --error it takes a line from a browser's console, or a paste of several on
the standard input if that is -, and says what was behind it, what it leaves out
and what usually helps. Its JSON, for each message, is

  {"browser", "old", "cut", "message", "values": [{"name", "text"}],
   "causes": [{"rule", "link", "sentence", "fixes": [...]}], "unsaid": [...]}

With --json it writes an object for each file, for machines that check:

  {"file", "title", "verdicts": [...], "expects": true, "unmet": [...]}

or {"file", "problems": [...]} for one that cannot be understood.

Colors are for terminals only, and not where NO_COLOR is set.`,
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
			p, err := style.printer(cmd)
			if err != nil {
				return err
			}
			if cmd.Flags().Changed("error") {
				if len(files) > 0 || diff || request.used(cmd) {
					return errors.New("explain --error takes a message, and no files or flags that say a request")
				}
				return explainError(cmd, message)
			}
			if diff {
				if request.used(cmd) {
					return errors.New("explain --diff takes files, and no flags that say a request")
				}
				return explainDiff(cmd, profile, files)
			}
			if request.used(cmd) {
				if len(files) > 0 {
					return errors.New("explain takes files or flags, not both")
				}
				scenario, err := request.scenario()
				if err != nil {
					return err
				}
				return p.report(profile, "", scenario)
			}
			if len(files) == 0 {
				return errors.New("explain needs a scenario file (- for standard input), or --page and\n--request; see corsim explain --help")
			}
			return p.explainFiles(profile, files)
		},
	}
	request.add(cmd)
	style.add(cmd)
	cmd.Flags().StringVar(&message, "error", "", "a `line` of a browser's console; - reads several")
	cmd.Flags().BoolVar(&diff, "diff", false, "say what changed between two files")
	cmd.Flags().StringVar(&engineName, "engine", "standard", "the `name` of an engine")
	return cmd
}

// explainFiles runs the scenarios in the files. The worst status of all is returned.
func (p *printer) explainFiles(profile engine.Profile, files []string) error {
	cmd := p.cmd
	if p.rendering != nil && p.rendering.single && len(files) > 1 {
		return fmt.Errorf("--format %s shows one call, and there are %d files", p.rendering.name, len(files))
	}
	worst := statusOK
	for i, file := range files {
		if i > 0 {
			fmt.Fprint(cmd.OutOrStdout(), p.separator())
		}
		scenario, err := load(file, cmd.InOrStdin())
		if err == nil {
			err = p.report(profile, file, scenario)
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
