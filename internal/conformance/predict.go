package conformance

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
)

// engines are the engines that a prediction can be made for.
var engines = map[string]engine.Profile{
	"spec": corsim.Standard,
}

// formats are the formats that cases can have.
var formats = map[string]func(p *Prediction) error{
	"wpt": (*Prediction).predictCases,
}

// A Prediction reads cases and writes what corsim says of each.
type Prediction struct {
	Format string // of the input: "wpt"
	Engine string // "spec" for the standards
	Name   string // of the input, for errors
	In     io.Reader
	Out    io.Writer
}

// Predict writes the traces of all cases, in their order.
func Predict(p Prediction) error {
	predict, known := formats[p.Format]
	if !known {
		return fmt.Errorf("format %q: there is %s", p.Format, names(formats))
	}
	if _, known := engines[p.Engine]; !known {
		return fmt.Errorf("engine %q: there is %s", p.Engine, names(engines))
	}
	return predict(&p)
}

// predictCases writes a line of JSON for each case.
func (p *Prediction) predictCases() error {
	cases, err := ReadCases(p.Name, p.In)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(p.Out)
	encoder.SetEscapeHTML(false)
	for i := range cases {
		if err := encoder.Encode(Play(&cases[i], engines[p.Engine]).Trace(p.Engine)); err != nil {
			return err
		}
	}
	return nil
}

// names lists the keys of a map.
func names[V any](m map[string]V) string {
	return strings.Join(slices.Sorted(maps.Keys(m)), ", ")
}
