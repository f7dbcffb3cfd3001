package rule

import "fmt"

// An ID names a rule of the catalogue. It is an index that may change from one release to the next: what
// is written down is the slug. The zero value names no rule.
type ID uint16

// A Rule is one thing that can decide, or change, the course of a fetch.
type Rule struct {
	// Slug is the rule's stable name, "algorithm/what", such as "cors-check/allow-origin-missing".
	Slug string
	// Algorithm is where the rule stands.
	Algorithm Algorithm
	// Step is the step's number in the text of Algorithm.Standard().Read; empty where the text has none.
	// Numbers drift from one text to the next; slugs do not.
	Step string
	// Ways says how the rule can come out.
	Ways Ways
	// Lesson says in a sentence or two what the rule does.
	Lesson string
}

// Ways is the set of Results a rule can have.
type Ways uint8

// The ways a rule can come out; a rule has one or two.
const (
	CanPass  Ways = 1 << Passed
	CanStop  Ways = 1 << Stopped
	CanApply Ways = 1 << Applied
)

// Has reports whether result is among the ways.
func (w Ways) Has(result Result) bool { return w&(1<<result) != 0 }

// Rule returns what the catalogue says of id. It is the zero Rule for an id that names none.
func (id ID) Rule() Rule {
	if int(id) >= len(catalogue) {
		return Rule{}
	}
	return catalogue[id]
}

// Slug returns the rule's stable name, and "" for an id that names no rule.
func (id ID) Slug() string { return id.Rule().Slug }

// String returns the slug.
func (id ID) String() string { return id.Slug() }

// MarshalText returns the slug, so that a rule is written by its name in JSON and YAML.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.Slug()), nil }

// UnmarshalText sets id to the rule whose slug is text.
func (id *ID) UnmarshalText(text []byte) error {
	found, err := Parse(string(text))
	if err != nil {
		return err
	}
	*id = found
	return nil
}

// Link returns the address of the rule's algorithm in its standard, or of what corsim says of its own rules;
// "" for the zero Rule.
func (r Rule) Link() string {
	if r.Slug == "" {
		return ""
	}
	return r.Algorithm.Link()
}

// Parse returns the rule whose slug is given. The error names the nearest slug there is.
func Parse(slug string) (ID, error) {
	for id := range All {
		if id.Slug() == slug {
			return id, nil
		}
	}
	return 0, fmt.Errorf("rule: %q: no such rule; the nearest is %q", slug, nearest(slug))
}

// All yields every rule of the catalogue, in the order of the algorithms.
func All(yield func(ID) bool) {
	for i := 1; i < len(catalogue); i++ {
		if !yield(ID(i)) {
			return
		}
	}
}

// nearest returns the slug that shares the longest beginning or end with the one given.
func nearest(slug string) string {
	best, most := "", -1
	for id := range All {
		candidate := id.Slug()
		if shared := sharedEnds(candidate, slug); shared > most {
			best, most = candidate, shared
		}
	}
	return best
}

func sharedEnds(a, b string) int {
	shortest := min(len(a), len(b))
	head := 0
	for head < shortest && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < shortest-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head + tail
}
