package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// Of explains a verdict, without asking other browsers and without advice: that is cheap.
func Of(v corsim.Verdict) *Explanation {
	m := &maker{verdict: v, call: v.Call()}
	m.e = Explanation{
		Call:    callOf(v, m.call),
		Outcome: v.Outcome(),
		Engine:  v.Profile().String(),
		Rule:    v.Rule(),
	}
	m.decision = newDecision(v, m.call)
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
}

// How much there is of everything in most explanations: bytes of sentences, headers and steps of each exchange.
const (
	usualWords = 320
	usualLines = 6
	usualSteps = 8
)

func (m *maker) begin() {
	m.text.Grow(usualWords)
	m.e.Result = m.resultOf(m.verdict, m.call)
	records := m.verdict.Exchanges()
	m.exchanges = exchanges{words: &m.words, call: m.call, records: records, method: m.e.Call.Method}
	m.exchanges.done = make([]Exchange, 0, len(records)+unsent(records))
	m.exchanges.lines = make([]Line, 0, usualLines*len(records))
	m.happening.words = &m.words
	m.e.Steps = make([]Step, 0, usualSteps*max(len(records), 1))
}

// unsent is how many requests there are most likely that were never sent.
func unsent(records []corsim.Exchange) int {
	if last := len(records) - 1; last < 0 || records[last].Preflight {
		return 1
	}
	return 0
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
