package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/explain/fix"
)

// styleFlags say how an explanation is printed.
type styleFlags struct{ steps, format, server string }

// stepLevels are the values of --steps, in the order of the levels.
var stepLevels = []string{explain.Path: "path", explain.AllSteps: "all", explain.NoSteps: "none"}

// A rendering is what an explanation can be printed as, other than as text.
type rendering struct {
	name   string
	render func(e *explain.Explanation) (string, error)
	// single is true where a file holds one explanation.
	single bool
}

var renderings = []rendering{
	{name: "markdown", render: rendered((*explain.Explanation).Markdown)},
	{name: "html", render: rendered((*explain.Explanation).HTML)},
	{name: "svg", render: rendered((*explain.Explanation).SVG), single: true},
	{name: "mermaid", render: rendered((*explain.Explanation).Mermaid), single: true},
	{name: "json", render: func(e *explain.Explanation) (string, error) {
		data, err := json.Marshal(e)
		return string(data) + "\n", err
	}},
}

func rendered(render func(e *explain.Explanation) string) func(e *explain.Explanation) (string, error) {
	return func(e *explain.Explanation) (string, error) { return render(e), nil }
}

const formatText = "text"

// formatNames are the values of --format.
func formatNames() string {
	names := []string{formatText}
	for _, r := range renderings {
		names = append(names, r.name)
	}
	return strings.Join(names, ", ")
}

// add adds the flags to a command.
func (f *styleFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.steps, "steps", stepLevels[0], "which `steps`: "+strings.Join(stepLevels, ", "))
	flags.StringVar(&f.format, "format", formatText, formatNames())
	flags.StringVar(&f.server, "server", "", "the `fix` for "+strings.Join(fix.Servers(), ", "))
	flags.Lookup("format").DefValue = "" // text is the first of them
}

// A printer prints explanations.
type printer struct {
	cmd   *cobra.Command
	style explain.TextStyle
	// rendering is nil for text.
	rendering *rendering
}

// printer returns what prints as the flags say.
func (f *styleFlags) printer(cmd *cobra.Command) (*printer, error) {
	level := slices.Index(stepLevels, f.steps)
	if level < 0 {
		return nil, fmt.Errorf("--steps is %q; it is one of %s", f.steps, strings.Join(stepLevels, ", "))
	}
	if f.server != "" && !slices.Contains(fix.Servers(), strings.ToLower(f.server)) {
		return nil, fmt.Errorf("--server is %q; it is one of %s", f.server, strings.Join(fix.Servers(), ", "))
	}
	p := &printer{cmd: cmd}
	p.style = explain.TextStyle{Steps: explain.Level(level), Color: showsColor(cmd.OutOrStdout()), Server: f.server}
	if f.format == formatText {
		return p, nil
	}
	i := slices.IndexFunc(renderings, func(r rendering) bool { return r.name == f.format })
	switch {
	case i < 0:
		return nil, fmt.Errorf("--format is %q; it is one of %s", f.format, formatNames())
	case wantsJSON(cmd):
		return nil, errors.New("explain takes --json or --format, not both")
	case f.server != "":
		return nil, fmt.Errorf("--server is for text; --format %s has what it can of all servers", f.format)
	case cmd.Flags().Changed("steps"):
		return nil, fmt.Errorf("--steps is for text, not for --format %s", f.format)
	}
	p.rendering = &renderings[i]
	return p, nil
}

// separator stands between the calls of a file, and between files.
func (p *printer) separator() string {
	if p.rendering == nil && !wantsJSON(p.cmd) || p.rendering != nil && p.rendering.name == "markdown" {
		return "\n"
	}
	return ""
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
