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
