package console

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// An ending is how a call ended, as Chromium and WebKit tell it: they look at what has decided. Firefox prints as it
// goes.
type ending struct {
	verdict corsim.Verdict
	asked   asked
	place   place
	// step is the one that has decided.
	step rule.Step
	// exchange is the one that the step is about, nil before the first.
	exchange *corsim.Exchange
}

func endingOf(v corsim.Verdict) ending {
	e := ending{verdict: v, asked: askedBy(v.Call()), place: placeOf(v), step: v.Decisive()}
	e.exchange = v.Exchange(&e.step)
	return e
}

// isOwn reports whether a URL is of the page's origin.
func (e *ending) isOwn(url origin.URL) bool {
	return origin.SameOrigin(url.Origin(nil), e.verdict.Page().Origin())
}
