package explain

import (
	"slices"

	"github.com/corsim/corsim/rule"
)

// A knownMistake is a well-known mistake that may be behind a verdict.
type knownMistake struct {
	slug string
	// rules are the rules that can decide where it has been made; nil for all.
	rules []rule.ID
	// holds reports whether it has been made, with a detail for the sentence.
	holds func(d *decision) (detail string, made bool)
	// sentence is a template for [decision.append].
	sentence string
}

// knownMistakes are those of all topics, in the order in which they are told.
var knownMistakes = [...][]knownMistake{corsMistakes, preflightMistakes, redirectMistakes, requestMistakes}

// hints returns the well-known mistakes that the verdict shows.
func (d *decision) hints() []Hint {
	var hints []Hint
	tell := func(slug, sentence, detail string) {
		hints = append(hints, Hint{slug, string(d.append(nil, sentence, detail))})
	}
	if d.step.Rule == rule.CORSAllowOriginMismatch {
		for _, mistake := range originMistakesOf(d.found, d.against) {
			tell(mistake.slug, mistake.hint, "")
		}
	}
	for _, topic := range knownMistakes {
		for i := range topic {
			known := &topic[i]
			if known.rules != nil && !slices.Contains(known.rules, d.step.Rule) {
				continue
			}
			if detail, made := known.holds(d); made {
				tell(known.slug, known.sentence, detail)
			}
		}
	}
	return hints
}

// so is a mistake without a detail.
func so(made bool) (string, bool) { return "", made }

// always holds where its rule decides.
func always(*decision) (string, bool) { return so(true) }

// quoted is a value of a header, or the name of one, as a detail.
func quoted(s string) string { return string(appendQuoted(nil, s)) }

// plain is a name or a URL as a detail.
func plain(s string) string { return string(appendPlain(nil, s)) }
