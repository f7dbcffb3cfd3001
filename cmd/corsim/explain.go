package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim/engine"
)

// explainFlags are the flags of explain.
type explainFlags struct {
	request requestFlags
	style   styleFlags
	message string
	diff    bool
	engine  string
}

func newExplain() *cobra.Command {
	var flags explainFlags
	cmd := &cobra.Command{
		Use:   "explain [FILE ...]",
		Short: "Say what a page gets of a request, and why",
		Long: `explain makes the calls of scenario files, or the one that its flags say, and
prints what the page gets and why, what went over the wire, what the server may
have done, what each browser prints on its console, and what helps. The file -
is the standard input.

If a file says what it expects, explain says whether it is so, and exits with
status 1 if it is not.

With --server it writes the fix as the configuration of nginx, apache or caddy,
or as code for express or go.

--steps says how much of the way through the standards is shown: the path to
what decided, all rules that were reached, or none.

--format writes the same in another form: as markdown; as html, a fragment for
a page of your own; as a picture of one call, svg or mermaid; or as json, which
explain.schema.json describes, an object a line for each call. What is not as a
file expects is then on the standard error.

--error takes a line from a browser's console, or a paste of several on the
standard input if that is -, and says what was behind it, what it leaves out and
what usually helps.

--diff takes two files, says what was changed from the first to the second and
what that changed for the page, and exits with status 1 if anything did. Calls
are held against each other in order.

--engine takes the part of chromium, firefox or webkit; corsim engines lists
what is different there.

--json writes what machines check: an object for each file,

  {"file", "title", "verdicts": [...], "expects": true, "unmet": [...]}

or {"file", "problems": [...]} for one that cannot be understood; with --error
an object for each message,

  {"browser", "old", "cut", "message", "values": [{"name", "text"}],
   "causes": [{"rule", "link", "sentence", "fixes": [...]}], "unsaid": [...]}

and with --diff one object,

  {"before", "after", "changed", "setting": [...], "calls": [...]}

Colors are for terminals only, and not where NO_COLOR is set.`,
		Example: `  corsim explain upload.yaml

  corsim explain --page https://app.example \
    --request 'PUT https://api.example/users/1' \
    --header 'Content-Type: application/json' \
    --preflight 204 \
    --preflight-header 'Access-Control-Allow-Origin: https://app.example' \
    --preflight-header 'Access-Control-Allow-Methods: PUT' \
    --answer 200

  corsim explain --error "Access to fetch at 'https://api.example/' from …"

  corsim explain --diff before.yaml after.yaml`,
		RunE: flags.run,
	}
	flags.request.add(cmd)
	flags.style.add(cmd)
	cmd.Flags().StringVar(&flags.message, "error", "", "a `line` of a browser's console; - reads several")
	cmd.Flags().BoolVar(&flags.diff, "diff", false, "say what changed between two files")
	cmd.Flags().StringVar(&flags.engine, "engine", "standard", "the `name` of an engine")
	return cmd
}

// run does one of the four things that explain can do: it explains a message, two files, a request, or files.
func (f *explainFlags) run(cmd *cobra.Command, files []string) error {
	profile, err := engine.Named(f.engine)
	if err != nil {
		return err
	}
	switch {
	case cmd.Flags().Changed("error"):
		if len(files) > 0 {
			return errors.New("explain --error takes a message, and no files")
		}
		if err := goesWith(cmd, "error"); err != nil {
			return err
		}
		return explainError(cmd, f.message)
	case f.diff:
		if err := goesWith(cmd, "diff", "engine"); err != nil {
			return err
		}
		return explainDiff(cmd, profile, files)
	}
	p, err := f.style.printer(cmd)
	if err != nil {
		return err
	}
	switch {
	case f.request.used(cmd):
		if len(files) > 0 {
			return errors.New("explain takes files or flags, not both")
		}
		scenario, err := f.request.scenario()
		if err != nil {
			return err
		}
		return p.report(profile, "", scenario)
	case len(files) == 0:
		return errors.New("explain needs a scenario file (- for standard input), or --page and\n--request; " +
			"see corsim explain --help")
	}
	return p.explainFiles(profile, files)
}

// goesWith returns an error that names the flags that mean nothing beside another one.
func goesWith(cmd *cobra.Command, flag string, fitting ...string) error {
	var unfit []string
	for _, name := range slices.Concat(requestFlagNames, []string{"steps", "format", "error", "diff", "engine"}) {
		if name != flag && !slices.Contains(fitting, name) && cmd.Flags().Changed(name) {
			unfit = append(unfit, "--"+name)
		}
	}
	if unfit != nil {
		return fmt.Errorf("explain --%s does not go with %s", flag, strings.Join(unfit, ", "))
	}
	return nil
}
