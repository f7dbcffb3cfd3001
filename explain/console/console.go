// Package console says what browsers print on their consoles about a verdict, to the letter, and what a line that was
// printed there means.
package console

import "github.com/corsim/corsim"

// Lines returns what the browser whose part was taken prints on its console about the verdict, in order: the lines
// that tell why the page does not get what it asked for, and its warnings. The standards know no console: for their
// profile there are none.
func Lines(v corsim.Verdict) []string {
	if print := printers[v.Profile().Name]; print != nil {
		return print(v)
	}
	return nil
}

// printers are the engines' ways of saying it, by the names of their profiles.
var printers = map[string]func(v corsim.Verdict) []string{
	"chromium": chromium,
	"firefox":  firefox,
	"webkit":   webKit,
}
