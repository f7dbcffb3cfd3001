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

// hints returns the well-known mistakes that the verdict shows. The cause must have been said before.
func (d *decision) hints() []Hint {
	var hints []Hint
	tell := func(slug, sentence, detail string) {
		var room [maxCause]byte
		hints = append(hints, Hint{slug, string(d.append(room[:0], sentence, detail))})
	}
	for _, mistake := range d.mistakes {
		tell(mistake.slug, mistake.hint, "")
	}
	if int(d.step.Rule) >= len(mistakesByRule) {
		return hints
	}
	for _, known := range mistakesByRule[d.step.Rule] {
		if detail, made := known.holds(d); made {
			tell(known.slug, known.sentence, detail)
		}
	}
	return hints
}

// mistakesByRule are the mistakes that may be behind each rule.
var mistakesByRule = func() (byRule [][]*knownMistake) {
	byRule = append(byRule, nil)
	for id := range rule.All {
		var may []*knownMistake
		for _, topic := range knownMistakes {
			for i := range topic {
				if known := &topic[i]; known.rules == nil || slices.Contains(known.rules, id) {
					may = append(may, known)
				}
			}
		}
		byRule = append(byRule, may)
	}
	return byRule
}()

// so is a mistake without a detail.
func so(made bool) (string, bool) { return "", made }

// always holds where its rule decides.
func always(*decision) (string, bool) { return so(true) }

// quoted is a value of a header, or the name of one, as a detail.
func quoted(s string) string { return string(appendQuoted(nil, s)) }

// plain is a name or a URL as a detail.
func plain(s string) string { return string(appendPlain(nil, s)) }
