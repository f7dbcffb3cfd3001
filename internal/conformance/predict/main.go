// Predict writes what corsim says of a file of cases, one line of JSON a case.
//
//	go run ./internal/conformance/predict -format wpt -engine spec -in cases.json -out traces.jsonl
//
// The name "-" stands for the standard input and output.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"

	"github.com/corsim/corsim/internal/conformance"
)

func main() {
	var p conformance.Prediction
	flag.StringVar(&p.Format, "format", "wpt", "format of the cases")
	flag.StringVar(&p.Engine, "engine", "spec", "engine to predict")
	flag.StringVar(&p.Name, "in", "-", "file of the cases")
	out := flag.String("out", "-", "file for the traces")
	flag.Parse()
	if err := run(p, *out); err != nil {
		fmt.Fprintln(os.Stderr, "predict:", err)
		os.Exit(1)
	}
}

// run opens the input, and writes the output once all of it is there.
func run(p conformance.Prediction, out string) error {
	p.In = os.Stdin
	if p.Name != "-" {
		file, err := os.Open(p.Name)
		if err != nil {
			return err
		}
		defer file.Close()
		p.In = file
	}
	var traces bytes.Buffer
	p.Out = &traces
	if err := conformance.Predict(p); err != nil {
		return err
	}
	if out == "-" {
		_, err := traces.WriteTo(os.Stdout)
		return err
	}
	return os.WriteFile(out, traces.Bytes(), 0o644)
}
