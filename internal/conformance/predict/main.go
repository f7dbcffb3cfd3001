// Predict writes what corsim says of a file of cases, one line of JSON a case.
//
//	go run ./internal/conformance/predict -format wpt -engine spec -in cases.json -out traces.jsonl
//
// The name "-" stands for the standard input and output.
package main

import (
	"flag"
	"fmt"
	"io"
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

// run opens the files. What was there before is kept until the cases have been read.
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
	if out == "-" {
		p.Out = os.Stdout
		return conformance.Predict(p)
	}
	file, err := os.Create(out)
	if err != nil {
		return err
	}
	p.Out = io.Writer(file)
	if err := conformance.Predict(p); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
