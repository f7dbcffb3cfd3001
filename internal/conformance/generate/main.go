// Generate makes scenarios for a browser from a seed, one line of JSON a scenario:
//
//	go run ./internal/conformance/generate -seed 5 -n 1000 -out scenarios.jsonl
package main

import (
	"errors"
	"flag"
	"log"
	"os"

	"github.com/corsim/corsim/internal/conformance/generator"
	"github.com/corsim/corsim/internal/conformance/recording"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	seed := flag.Uint64("seed", 1, "`seed` of the scenarios")
	n := flag.Int("n", 300, "`number` of scenarios")
	out := flag.String("out", "scenarios.jsonl", "`file` for the scenarios")
	flag.Parse()
	if err := generate(*seed, *n, *out); err != nil {
		log.Fatal(err)
	}
}

func generate(seed uint64, n int, out string) error {
	file, err := os.Create(out)
	if err != nil {
		return err
	}
	return errors.Join(recording.Write(file, generator.Generate(seed, n)), file.Close())
}
