package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/console"
)

// profiles are the browsers that a full explanation asks.
var profiles = [...]engine.Profile{corsim.Chromium, corsim.Firefox, corsim.WebKit}

// Fully explains a verdict, and says what Chromium, Firefox and WebKit make of the same call and what helps. For that it
// is replayed many times.
func Fully(v corsim.Verdict) *Explanation {
	e := Of(v)
	if v.Page() == nil {
		return e
	}
	for _, profile := range profiles {
		again := v.ReplayWith(profile.WithSettings(v.Profile().Settings), corsim.Change{})
		e.Browsers = append(e.Browsers, Browser{
			Name:       profile.Name,
			Outcome:    again.Outcome(),
			Rule:       again.Rule(),
			Console:    console.Lines(again),
			Difference: difference(e, again),
		})
	}
	return e
}

// difference says what another browser makes of the call, where that is not what the explanation says.
func difference(e *Explanation, again corsim.Verdict) string {
	if again.Outcome() == e.Outcome && again.Rule() == e.Rule {
		return ""
	}
	return outcomeWords[again.Outcome()] + ": " + again.Rule().Rule().Lesson
}

// outcomeWords say what a browser does.
var outcomeWords = [...]string{
	corsim.Undetermined: "It cannot be said what it does",
	corsim.Readable:     "It lets the page read the answer",
	corsim.Opaque:       "It lets the page use what it cannot read",
	corsim.Blocked:      "It blocks",
	corsim.Threw:        "It refuses the call",
}
