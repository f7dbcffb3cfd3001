package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/scenarios"
)

// differences is what --diff writes of two scenarios.
type differences struct {
	Before  string           `json:"before"`
	After   string           `json:"after"`
	Changed bool             `json:"changed"` // for the page, in any call
	Setting []explain.Change `json:"setting"` // of the page and the browser, that no call shows
	Calls   []comparedCall   `json:"calls"`
}

// A comparedCall is what changed about a call; In names the file of one that is in one file only.
type comparedCall struct {
	Call    int    `json:"call"`
	In      string `json:"in,omitempty"`
	Changed bool   `json:"changed"`
	*explain.Difference
}

// explainDiff says what sets two scenario files apart, and what that changes for the page.
func explainDiff(cmd *cobra.Command, profile engine.Profile, files []string) error {
	if len(files) != 2 {
		return errors.New("explain --diff needs two scenario files, the one before and the one after")
	}
	if files[0] == "-" && files[1] == "-" {
		return errors.New("explain --diff can read one file only from the standard input")
	}
	var loaded [2]*scenarios.Scenario
	for i, file := range files {
		scenario, err := load(file, cmd.InOrStdin())
		if err != nil {
			return reportProblems(cmd, file, err)
		}
		loaded[i] = scenario
	}
	compared := compare(profile, files, loaded)
	var err error
	if wantsJSON(cmd) {
		err = writeJSON(cmd.OutOrStdout(), compared)
	} else {
		_, err = io.WriteString(cmd.OutOrStdout(), compared.text())
	}
	if err == nil && compared.Changed {
		return status(statusUnexpected)
	}
	return err
}

// compare runs both scenarios and holds their calls against each other, in order.
func compare(profile engine.Profile, files []string, loaded [2]*scenarios.Scenario) *differences {
	before, after := loaded[0].Run(profile).Verdicts, loaded[1].Run(profile).Verdicts
	c := &differences{Before: files[0], After: files[1], Setting: settingChanges(loaded[0], loaded[1])}
	for i := range max(len(before), len(after)) {
		call := comparedCall{Call: i + 1}
		switch {
		case i >= len(before):
			call.In, call.Changed = files[1], true
		case i >= len(after):
			call.In, call.Changed = files[0], true
		default:
			difference := explain.Diff(before[i], after[i])
			call.Difference, call.Changed = &difference, difference.Changed()
		}
		c.Changed = c.Changed || call.Changed
		c.Calls = append(c.Calls, call)
	}
	return c
}

// settingChanges are the changes of what a scenario says of the page and its browser.
func settingChanges(before, after *scenarios.Scenario) []explain.Change {
	list := []explain.Change{}
	was, is := settings(before), settings(after)
	both := maps.Clone(was)
	maps.Copy(both, is)
	for _, name := range slices.Sorted(maps.Keys(both)) {
		change := explain.Change{Where: "setting", Name: name, Kind: explain.Changed, From: was[name], To: is[name]}
		switch {
		case change.From == change.To:
			continue
		case change.From == "":
			change.Kind = explain.Added
		case change.To == "":
			change.Kind = explain.Removed
		}
		list = append(list, change)
	}
	return list
}

// settings are the members of a page, but for its URL, and of the browser, as JSON.
func settings(scenario *scenarios.Scenario) map[string]string {
	members := map[string]json.RawMessage{}
	if page, err := json.Marshal(scenario.Page); err == nil {
		_ = json.Unmarshal(page, &members)
	}
	delete(members, "url")
	for name, value := range map[string]any{"cookies": scenario.Cookies, "addresses": scenario.Addresses} {
		if text, err := json.Marshal(value); err == nil && string(text) != "null" {
			members[name] = text
		}
	}
	texts := map[string]string{}
	for name, value := range members {
		texts[name] = strings.Trim(string(value), `"`)
	}
	return texts
}

// text is the differences in lines.
func (c *differences) text() string {
	var b strings.Builder
	if len(c.Setting) > 0 {
		b.WriteString("Page and browser\n")
		for _, change := range c.Setting {
			fmt.Fprintf(&b, "    %s: %s\n", change.Name, printable(change.FromTo()))
		}
		b.WriteString("\n")
	}
	for i := range c.Calls {
		call := &c.Calls[i]
		if i > 0 {
			b.WriteString("\n")
		}
		if len(c.Calls) > 1 {
			fmt.Fprintf(&b, "Call %d: ", call.Call)
		}
		if call.In != "" {
			b.WriteString("only in " + printable(call.In) + "\n")
			continue
		}
		b.WriteString(call.Text())
	}
	return b.String()
}
