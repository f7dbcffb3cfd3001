package main

import (
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim/explain"
)

// maxPaste bounds what is read from the standard input.
const maxPaste = 1 << 20

// unrecognised is said of a text without a message of a browser.
const unrecognised = `no message of a browser is recognised. Known are what
Chromium (Chrome, Edge), Firefox and WebKit (Safari) print on their consoles
about CORS, today and in earlier releases:
  Access to fetch at URL from origin … has been blocked by CORS policy: …
  Cross-Origin Request Blocked: The Same Origin Policy disallows …
  Origin … is not allowed by Access-Control-Allow-Origin.
and what script gets, such as TypeError: Failed to fetch`

// explainError explains the messages of browsers in a text; - stands for the standard input.
func explainError(cmd *cobra.Command, text string) error {
	if text == "-" {
		pasted, err := io.ReadAll(io.LimitReader(cmd.InOrStdin(), maxPaste))
		if err != nil {
			return err
		}
		text = string(pasted)
	}
	found := explain.Recognise(text)
	if len(found) == 0 {
		return errors.New(unrecognised)
	}
	for i := range found {
		if wantsJSON(cmd) {
			if err := writeJSON(cmd.OutOrStdout(), &found[i]); err != nil {
				return err
			}
			continue
		}
		separator := ""
		if i > 0 {
			separator = "\n" + strings.Repeat("-", textWidth) + "\n\n"
		}
		if _, err := io.WriteString(cmd.OutOrStdout(), separator+found[i].Text()); err != nil {
			return err
		}
	}
	return nil
}
