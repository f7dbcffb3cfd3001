package main

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim/origin"
)

// versionFacts are what the command says, in JSON.
type versionFacts struct {
	Version          string `json:"version"`
	Go               string `json:"go"`
	PublicSuffixList string `json:"publicSuffixList"`
}

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, and which public suffix list is built in",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			facts := versionFacts{Version: "unknown", Go: "unknown", PublicSuffixList: origin.PublicSuffixListVersion()}
			if info, ok := debug.ReadBuildInfo(); ok {
				facts.Version, facts.Go = info.Main.Version, info.GoVersion
			}
			if wantsJSON(cmd) {
				return writeJSON(cmd.OutOrStdout(), facts)
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "corsim %s, built with %s\npublic suffix list:\n  %s\n",
				facts.Version, facts.Go, strings.ReplaceAll(facts.PublicSuffixList, ", ", ",\n  "))
			return err
		},
	}
}
