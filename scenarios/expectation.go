package scenarios

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/rule"
)

// An Expectation is what a file expects of a verdict. What is left out can be anything, so the zero Expectation is
// always met.
type Expectation struct {
	Outcome    *corsim.Outcome    `json:"outcome,omitempty" jsonschema:"What script gets."`
	Rule       rule.ID            `json:"rule,omitempty" jsonschema:"The rule that decides."`
	Steps      []rule.ID          `json:"steps,omitempty" jsonschema:"Rules that are reached on the way."`
	Exception  *string            `json:"exception,omitempty" jsonschema:"The name of the exception that script gets; the empty string for none."`
	Event      *fetch.Event       `json:"event,omitempty" jsonschema:"The event that the element fires."`
	Type       fetch.ResponseType `json:"type,omitempty" jsonschema:"The type of the response that script gets."`
	Status     *int               `json:"status,omitempty" jsonschema:"The status that script sees."`
	Headers    SeenHeaders        `json:"headers,omitempty" jsonschema:"Headers that script sees, each with its value, or null for one that script does not see."`
	Sent       *bool              `json:"sent,omitempty" jsonschema:"Whether a request other than a CORS-preflight reaches the server."`
	Preflights *int               `json:"preflights,omitempty" jsonschema:"The number of CORS-preflight requests."`

	place
	keys map[string]place
}

// setPlace keeps where the expectation stands.
func (e *Expectation) setPlace(at place, keys map[string]place) { e.place, e.keys = at, keys }

// decodeScalar takes an outcome.
func (e *Expectation) decodeScalar(d *decoder, n *node, path string) {
	e.keys["outcome"] = n.place
	d.decode(n, path, reflect.ValueOf(&e.Outcome).Elem())
}

// SeenHeaders are headers that script sees, by name; nil stands for one that it does not see.
type SeenHeaders map[string]*string

// decodeNode takes a mapping of names to values or null.
func (h *SeenHeaders) decodeNode(d *decoder, n *node, path string) {
	if !d.want(n, path, mappingNode) {
		return
	}
	*h = SeenHeaders{}
	for _, p := range n.pairs {
		switch p.value.kind {
		case nullNode:
			(*h)[p.key.text] = nil
		case scalarNode:
			(*h)[p.key.text] = &p.value.text
		default:
			d.problem(p.value.place, join(path, p.key.text), "here stands the value that script sees, or null for none")
		}
	}
}

// An Unmet is an expectation that a verdict does not meet.
type Unmet struct {
	// Call is the index of the call.
	Call int `json:"call"`
	// Key is what is expected of the verdict: "outcome", "rule", …
	Key string `json:"key"`
	// Expected and Got are in words.
	Expected string `json:"expected"`
	Got      string `json:"got"`
	// File, Line and Column say where the expectation stands.
	File   string `json:"file,omitempty"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// String returns the place, and what was expected and came, on one line.
func (u Unmet) String() string {
	return fmt.Sprintf("%s:%d:%d: calls[%d]: expected %s %s, got %s",
		printable(u.File), u.Line, u.Column, u.Call, u.Key, printable(u.Expected), printable(u.Got))
}

// compare returns what of the expectation the verdict does not meet. File and Call are left out.
func (e *Expectation) compare(v corsim.Verdict) []Unmet {
	var unmet []Unmet
	expect := func(key string, met bool, expected, got string) {
		if met {
			return
		}
		at, ok := e.keys[key]
		if !ok {
			at = e.place
		}
		unmet = append(unmet, Unmet{Key: key, Expected: expected, Got: got, Line: at.line, Column: at.column})
	}
	response := v.Response()
	if e.Outcome != nil {
		expect("outcome", *e.Outcome == v.Outcome(), e.Outcome.String(), v.Outcome().String())
	}
	if e.Rule != 0 {
		expect("rule", e.Rule == v.Rule(), e.Rule.Slug(), v.Rule().Slug())
	}
	for _, step := range e.Steps {
		expect("steps", reached(v, step), step.Slug(), "none")
	}
	if e.Exception != nil {
		expect("exception", *e.Exception == v.Exception(), orNone(*e.Exception), orNone(v.Exception()))
	}
	if e.Event != nil {
		event := v.Effect().Event
		expect("event", *e.Event == event, orNone(e.Event.String()), orNone(event.String()))
	}
	if e.Type != "" {
		expect("type", e.Type == response.Type, string(e.Type), orNone(string(response.Type)))
	}
	if e.Status != nil {
		expect("status", *e.Status == response.Status, strconv.Itoa(*e.Status), strconv.Itoa(response.Status))
	}
	for _, name := range slices.Sorted(maps.Keys(e.Headers)) {
		got := seen(response, name)
		expected := e.Headers[name]
		met := got == expected || got != nil && expected != nil && *got == *expected
		expect("headers", met, name+": "+orNull(expected), orNull(got))
	}
	if e.Sent != nil {
		expect("sent", *e.Sent == v.Sent(), strconv.FormatBool(*e.Sent), strconv.FormatBool(v.Sent()))
	}
	if e.Preflights != nil {
		expect("preflights", *e.Preflights == v.Preflights(), strconv.Itoa(*e.Preflights), strconv.Itoa(v.Preflights()))
	}
	return unmet
}

// reached reports whether a rule is among the steps of a verdict.
func reached(v corsim.Verdict, id rule.ID) bool {
	for step := range v.Steps() {
		if step.Rule == id {
			return true
		}
	}
	return false
}

// seen returns the value of a header as script gets it, nil for null.
func seen(response *fetch.Response, name string) *string {
	if value, ok := response.Header().Get(name); ok {
		return &value
	}
	return nil
}

func orNone(s string) string { return cmp.Or(s, "none") }

func orNull(s *string) string {
	if s == nil {
		return "null"
	}
	return quote(*s)
}
