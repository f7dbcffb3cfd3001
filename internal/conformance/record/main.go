// Record runs a file of scenarios in a browser and writes down what it did, one line of JSON a scenario:
//
//	go run ./internal/conformance/record -engine chromium -in scenarios.jsonl -out traces.jsonl
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/corsim/corsim/internal/conformance/browser"
	"github.com/corsim/corsim/internal/conformance/recording"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("record: ")
	engine := flag.String("engine", "chromium", "`engine` of the browser: "+strings.Join(browser.Engines(), ", "))
	in := flag.String("in", "scenarios.jsonl", "`file` of the scenarios")
	out := flag.String("out", "traces.jsonl", "`file` for the traces")
	limit := flag.Int("limit", 0, "run no more than the first `n` scenarios, 0 for all")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := record(ctx, *engine, *in, *out, *limit); err != nil {
		log.Fatal(err)
	}
}

func record(ctx context.Context, engine, in, out string, limit int) error {
	scenarios, err := recording.ReadFile[recording.Scenario](in)
	if err != nil {
		return err
	}
	if limit > 0 {
		scenarios = scenarios[:min(limit, len(scenarios))]
	}
	began := time.Now()
	traces, err := browser.Record(ctx, engine, scenarios, log.Printf)
	if err != nil {
		return err
	}
	log.Printf("%d scenarios in %.1f s", len(traces), time.Since(began).Seconds())
	file, err := os.Create(out)
	if err != nil {
		return err
	}
	return errors.Join(recording.Write(file, traces), file.Close())
}
