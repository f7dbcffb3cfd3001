// Predict writes what corsim says of a file of cases, one line of JSON a case:
//
//	go run ./internal/conformance/predict -format wpt -engine spec -in cases.json -out traces.jsonl
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/corsim/corsim/internal/conformance"
)

func main() {
	var p conformance.Prediction
	flag.StringVar(&p.Format, "format", "wpt", "`format` of the cases")
	flag.StringVar(&p.Engine, "engine", "spec", "`engine` to predict")
	flag.StringVar(&p.In, "in", "-", "`file` of the cases, - for the standard input")
	flag.StringVar(&p.Out, "out", "-", "`file` for the traces, - for the standard output")
	flag.Parse()
	if err := p.Predict(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "predict:", err)
		os.Exit(1)
	}
}
