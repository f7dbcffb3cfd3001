package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/explain/fix"
)

// Fully explains a verdict, and says what Chromium, Firefox and WebKit make of the same call and what helps. For
// that it is replayed many times.
func Fully(v corsim.Verdict) *Explanation {
	e := Of(v)
	if v.Page() == nil {
		return e
	}
	for _, profile := range engine.Browsers {
		again := v.ReplayWith(profile.WithSettings(v.Profile().Settings), corsim.Change{})
		e.Browsers = append(e.Browsers, Browser{
			Name:       profile.Name,
			Outcome:    again.Outcome(),
			Rule:       again.Rule(),
			Console:    console.Lines(again),
			Error:      console.Error(again),
			Difference: difference(v, again),
		})
	}
	if advice := fix.Advise(v); len(advice.Fixes)+len(advice.Ways) > 0 || advice.Nothing != "" {
		e.Advice = &advice
	}
	if e.Advice != nil && len(e.Advice.Fixes) > 0 {
		e.Snippets = e.Advice.Fixes[0].Snippets(v)
	}
	return e
}
