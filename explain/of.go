package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// Of explains a verdict, without asking other browsers and without advice: that is cheap.
func Of(v corsim.Verdict) *Explanation {
	m := &maker{verdict: v, call: v.Call()}
	m.e.Outcome, m.e.Engine, m.e.Rule = v.Outcome(), v.Profile().String(), v.Rule()
	m.decision = newDecision(v, m.call)
	m.e.Call = callOf(v, m.decision.call.api)
	m.begin()
	v.Steps()(m.step)
	m.finish()
	return &m.e
}

// A maker makes an explanation, of the steps of a verdict that it is told in order. What is made of it shares its
// memory, so that an explanation needs little.
type maker struct {
	e       Explanation
	verdict corsim.Verdict
	call    any
	words
	decision  decision
	exchanges exchanges
	happening happening
	// room is what most explanations need, so that they take no other memory.
	room struct {
		exchanges [1]Exchange
		lines     [6]Line
		steps     [8]Step
	}
}

// usualWords is how many bytes of sentences most explanations have.
const usualWords = 320

func (m *maker) begin() {
	m.text.Grow(usualWords)
	m.e.Result = m.resultOf(m.verdict, m.call)
	x := &m.exchanges
	x.words, x.set, x.records, x.method = &m.words, m.decision.call.header, m.verdict.Exchanges(), m.e.Call.Method
	x.done, x.lines = m.room.exchanges[:0], m.room.lines[:0]
	m.happening.words = &m.words
	m.e.Steps = m.room.steps[:0]
	// A second exchange comes with twice of everything.
	if n := len(x.records); n > 1 {
		x.done = make([]Exchange, 0, n)
		x.lines = make([]Line, 0, len(m.room.lines)*n)
		m.e.Steps = make([]Step, 0, len(m.room.steps)*n)
	}
}

// step learns from a step.
func (m *maker) step(step rule.Step) bool {
	m.e.Steps = append(m.e.Steps, Step{Step: step, Lead: isLead(step.Rule, m.e.Rule)})
	m.decision.note(&step)
	m.exchanges.step(&step)
	m.happening.step(step.Rule)
	return true
}

func (m *maker) finish() {
	mark(m.e.Steps, m.e.Rule)
	m.e.Cause, m.e.Hints = m.decision.cause(), m.decision.hints()
	m.e.Exchanges = m.exchanges.finish(m.verdict, &m.e.Call)
	m.e.Happened = m.happening.sentences(m.verdict, m.call)
}
