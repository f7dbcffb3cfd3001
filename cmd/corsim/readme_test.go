package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// shown matches a marker of the README, "file: PATH" or "output: ARGUMENTS", and the code block below it.
var shown = regexp.MustCompile("(?s)<!-- (file|output): ([^\n]*) -->\n```([a-z]*)\n(.*?)```")

// word matches an argument of a command line, which may stand in single quotes.
var word = regexp.MustCompile(`'[^']*'|\S+`)

// TestReadme holds that the files and outputs in the README are what they are said to be.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := 0
	updated := shown.ReplaceAllStringFunc(string(readme), func(block string) string {
		blocks++
		part := shown.FindStringSubmatch(block)
		want := produce(t, part[1], part[2])
		if part[4] != want && !*update {
			t.Errorf("README.md shows as %s %s:\n%s\nbut it is:\n%s\n(go test ./cmd/corsim -update writes it)", part[1], part[2], part[4], want)
		}
		return "<!-- " + part[1] + ": " + part[2] + " -->\n```" + part[3] + "\n" + want + "```"
	})
	if blocks != 5 {
		t.Errorf("README.md has %d blocks that are checked, want 5", blocks)
	}
	if *update {
		if err := os.WriteFile("README.md", []byte(updated), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// produce returns the content of a file, or the output of corsim with the given arguments.
func produce(t *testing.T, kind, what string) string {
	if kind == "file" {
		data, err := os.ReadFile(what)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	var output strings.Builder
	arguments := word.FindAllString(what, -1)
	for i := range arguments {
		arguments[i] = strings.Trim(arguments[i], "'")
	}
	if status := run(arguments, strings.NewReader(""), &output, os.Stderr); status != 0 {
		t.Errorf("corsim %s: exit status %d", what, status)
	}
	return output.String()
}
