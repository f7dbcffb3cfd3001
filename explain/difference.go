package explain

import (
	"sort"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
)

// difference says what another browser makes of a verdict's call, and the fact it comes from, where that is not what
// the verdict says.
func difference(v, again corsim.Verdict) string {
	if sameReason(v, again) {
		return ""
	}
	words := outcomeWords[again.Outcome()]
	if again.Outcome() == v.Outcome() {
		words = sameOutcomeWords[again.Outcome()]
	}
	fact := decidingFact(v, again)
	switch sentence := fact.Entry().Sentence; {
	case sentence == "":
		return words + ": " + again.Rule().Rule().Lesson
	case again.Profile().Has(fact):
		return words + ": " + sentence
	default:
		return words + ". It does not do as " + engine.Title(v.Profile().Name) + " does: " + sentence
	}
}

// sameReason reports whether two verdicts have the same outcome by the same rule.
func sameReason(a, b corsim.Verdict) bool { return a.Outcome() == b.Outcome() && a.Rule() == b.Rule() }

// decidingFact returns the fact that makes another browser differ from the verdict. The other is made like the
// verdict's browser, fact by fact, and what has made it agree in the end is found by bisection. It is none where the
// facts do not make them agree.
func decidingFact(v, again corsim.Verdict) engine.Fact {
	var apart []engine.Fact
	for entry := range engine.Facts() {
		if v.Profile().Has(entry.Fact) != again.Profile().Has(entry.Fact) {
			apart = append(apart, entry.Fact)
		}
	}
	at := sort.Search(len(apart), func(n int) bool {
		profile := again.Profile()
		for _, fact := range apart[:n+1] {
			if v.Profile().Has(fact) {
				profile = profile.With(fact)
			} else {
				profile = profile.Without(fact)
			}
		}
		return sameReason(v, v.ReplayWith(profile, corsim.Change{}))
	})
	if at == len(apart) {
		return noFact
	}
	return apart[at]
}

// noFact has no entry.
const noFact = ^engine.Fact(0)

// outcomeWords say what a browser does.
var outcomeWords = [...]string{
	corsim.Undetermined: "It cannot be said what it does",
	corsim.Readable:     "It lets the page read the answer",
	corsim.Opaque:       "It lets the page use what it cannot read",
	corsim.Blocked:      "It blocks",
	corsim.Threw:        "It refuses the call",
}

// sameOutcomeWords say what a browser does by another rule.
var sameOutcomeWords = [...]string{
	corsim.Undetermined: "It cannot be said what it does, for another reason",
	corsim.Readable:     "It lets the page read the answer, too, for another reason",
	corsim.Opaque:       "It lets the page use what it cannot read, too, for another reason",
	corsim.Blocked:      "It blocks, too, for another reason",
	corsim.Threw:        "It refuses the call, too, for another reason",
}
