package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim/internal/escape"
	"github.com/corsim/corsim/internal/lines"
)

// The exit statuses.
const (
	statusOK         = 0
	statusUnexpected = 1 // a verdict is not as the scenario expects, or as that of another scenario
	statusBadInput   = 2 // the input cannot be understood
)

// A status is an error that has been reported already: what is left to do is to exit with it.
type status int

func (s status) Error() string { return "exit status " + strconv.Itoa(int(s)) }

// run runs the command line and returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	var reported status
	switch {
	case err == nil:
		return statusOK
	case errors.As(err, &reported):
		return int(reported)
	}
	complain(stderr, err)
	return statusBadInput
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "corsim",
		Short: "What a browser would do with a request, and why",
		Long: `corsim says what a browser would do with a request of a page, by the same-origin
policy and CORS, and why. It works offline: nothing is sent.

The exit status is 0 if all is as expected, 1 if a verdict is not as a scenario
expects or explain --diff finds that the page gets something else, and 2 if the
input cannot be understood.`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.PersistentFlags().Bool("json", false, "write JSON, one object a line")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	})
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newExplain(), newRules(), newEngines(), newOrigin(), newVersion())
	return root
}

// wantsJSON reports whether the flag --json is set.
func wantsJSON(cmd *cobra.Command) bool {
	set, err := cmd.Flags().GetBool("json")
	return err == nil && set
}

// writeJSON writes a value on a line. What a terminal would take for a command is escaped, as it can be in JSON.
func writeJSON(w io.Writer, value any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(escape.JSON(b.Bytes()))
	return err
}

// printable replaces what a terminal would take for a command.
func printable(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || strconv.IsPrint(r):
			b.WriteRune(r)
		case r == '\t':
			b.WriteString("  ")
		default:
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		}
	}
	return b.String()
}

// complain writes an error, in lines of at most 80 columns where its words allow it.
func complain(w io.Writer, err error) {
	text := strings.TrimSpace(printable(err.Error()))
	for line := range strings.SplitSeq("corsim: "+text, "\n") {
		io.WriteString(w, lines.Wrap(line, "", "    ", textWidth))
	}
}
