package scenarios

import (
	"embed"
	"iter"
)

//go:embed library/*.yaml
var library embed.FS

// Library yields scenarios of failures that people met, with the text of their files, in the order of the names.
// Each says in About where it was met, and expects the rule that decides.
func Library() iter.Seq2[*Scenario, []byte] {
	return func(yield func(*Scenario, []byte) bool) {
		files, err := library.ReadDir("library")
		if err != nil {
			panic(err) // the files are part of the program, as below
		}
		for _, file := range files {
			data, err := library.ReadFile("library/" + file.Name())
			if err != nil {
				panic(err)
			}
			scenario, err := Parse(file.Name(), data)
			if err != nil {
				panic(err)
			}
			if !yield(scenario, data) {
				return
			}
		}
	}
}
