package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// Of explains a verdict, without asking other browsers and without advice: that is cheap.
func Of(v corsim.Verdict) *Explanation {
	call, records := v.Call(), v.Exchanges()
	made, lines := newMade(records)
	e, d, w := &made.Explanation, &made.decision, new(words)
	e.Outcome, e.Engine, e.Rule = v.Outcome(), v.Profile().String(), v.Rule()
	*d = newDecision(v, call)
	e.Call = callOf(v, d.call.api)
	w.text.Grow(usualWords)
	e.Result = w.resultOf(v, call)
	v.Steps()(e.add)
	mark(e.Steps, e.Rule)
	x := exchanges{words: w, set: d.call.header, method: e.Call.Method}
	x.records, x.done, x.lines = records, e.Exchanges, lines
	h := happening{words: w}
	for i := range e.Steps {
		step := &e.Steps[i].Step
		d.note(step)
		x.step(step)
		h.step(step.Rule)
	}
	e.Cause, e.Hints = d.cause(w), d.hints()
	e.Exchanges = x.finish(v, &e.Call)
	e.Happened = h.sentences(e.Happened, v, call)
	return e
}

// usualWords is how many bytes of sentences most explanations have.
const usualWords = 384

// made is an explanation with what it is made from.
type made struct {
	Explanation
	decision decision
}

// newMade returns an explanation and lines that have room for what most with so many exchanges need, in one piece of
// memory.
func newMade(records []corsim.Exchange) (*made, []Line) {
	if len(records) > 1 || len(records) == 1 && records[0].Preflight {
		room := new(struct {
			made
			exchanges [2]Exchange
			lines     [11]Line
			steps     [16]Step
			happened  [3]string
		})
		room.Exchanges, room.Steps, room.Happened = room.exchanges[:0], room.steps[:0], room.happened[:0]
		return &room.made, room.lines[:0]
	}
	room := new(struct {
		made
		exchanges [1]Exchange
		lines     [5]Line
		steps     [8]Step
		happened  [2]string
	})
	room.Exchanges, room.Steps, room.Happened = room.exchanges[:0], room.steps[:0], room.happened[:0]
	return &room.made, room.lines[:0]
}

// add adds a step.
func (e *Explanation) add(step rule.Step) bool {
	e.Steps = append(e.Steps, Step{Step: step, Lead: isLead(step.Rule, e.Rule)})
	return true
}
