package conformance

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/internal/conformance/recording"
)

// A Prediction says what to predict: which engine, for which cases.
type Prediction struct {
	Format string // of the cases: "wpt", or "recording" for scenarios that browsers were recorded with
	Engine string // "spec" for the standards, or "chromium", "firefox", "webkit"
	In     string // the file of the cases, "-" for the standard input
	Out    string // the file for the traces, "-" for the standard output
}

// formats are the formats that cases can have. Each writes what the engine does with the cases in data.
var formats = map[string]func(p *Prediction, profile engine.Profile, data io.Reader, out io.Writer) error{
	"wpt":       (*Prediction).predictCases,
	"recording": (*Prediction).predictRecordings,
}

// profile returns the profile of an engine; "spec" is the name of the standards here.
func profile(name string) (engine.Profile, error) {
	if name == "spec" {
		return engine.Standard, nil
	}
	return engine.Named(name)
}

// Predict reads the cases and writes the traces. Nothing is written if there is an error in the cases.
func (p *Prediction) Predict(stdin io.Reader, stdout io.Writer) error {
	predict, known := formats[p.Format]
	if !known {
		return fmt.Errorf("format %q: there is only %s", p.Format, names(formats))
	}
	profile, err := profile(p.Engine)
	if err != nil {
		return err
	}
	in := stdin
	if p.In != "-" {
		file, err := os.Open(p.In)
		if err != nil {
			return err
		}
		defer file.Close()
		in = file
	}
	var traces bytes.Buffer
	if err := predict(p, profile, in, &traces); err != nil {
		return err
	}
	if p.Out != "-" {
		return os.WriteFile(p.Out, traces.Bytes(), 0o644)
	}
	_, err = traces.WriteTo(stdout)
	return err
}

// predictCases writes a line of JSON for each case, in their order.
func (p *Prediction) predictCases(profile engine.Profile, in io.Reader, out io.Writer) error {
	cases, err := ReadCases(p.In, in)
	if err != nil {
		return err
	}
	traces := make([]Trace, len(cases))
	for i := range cases {
		traces[i] = Play(&cases[i], profile).Trace(p.Engine)
	}
	return recording.Write(out, traces)
}

// predictRecordings writes the trace of each scenario on a line, as though a browser had been recorded.
func (p *Prediction) predictRecordings(profile engine.Profile, in io.Reader, out io.Writer) error {
	scenarios, err := recording.Read[recording.Scenario](p.In, in)
	if err != nil {
		return err
	}
	traces := make([]recording.Trace, len(scenarios))
	for i := range scenarios {
		traces[i] = recording.Predict(&scenarios[i], profile.WithSettings(recording.Settings))
		traces[i].Engine = p.Engine
	}
	return recording.Write(out, traces)
}

// names lists the keys of a map.
func names[V any](m map[string]V) string {
	return strings.Join(slices.Sorted(maps.Keys(m)), ", ")
}
