package corsim

import (
	"iter"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/rule"
)

// A Verdict says what became of one call of a page: what the page gets, which rule decided, what went over the wire,
// and every rule that was reached on the way. It is a small value that can be copied.
//
// The zero Verdict belongs to no call; its Outcome is Undetermined.
type Verdict struct {
	call *call
}

// record returns what the verdict is about.
func (v Verdict) record() *fetch.Record {
	if v.call == nil {
		return noRecord()
	}
	return &v.call.record
}

// noRecord is that of the zero Verdict. Inlined, it would have every caller clear a whole record of its stack.
//
//go:noinline
func noRecord() *fetch.Record { return new(fetch.Record) }

// Outcome returns what the page gets.
func (v Verdict) Outcome() Outcome { return v.record().Outcome }

// Readable reports whether the outcome is Readable.
func (v Verdict) Readable() bool { return v.Outcome() == Readable }

// Rule returns the rule that decided the outcome. Its zero value means that nothing did, which is so in the zero
// Verdict only.
func (v Verdict) Rule() rule.ID { return v.record().Decided }

// Exception returns the name of the exception that script gets ("TypeError"), or "" for none. A promise that is
// rejected counts as one; the error event of an asynchronous XMLHttpRequest does not.
func (v Verdict) Exception() string { return v.record().Exception }

// Response returns what script sees of the response. It is the zero Response unless the outcome is Readable or
// Opaque.
func (v Verdict) Response() *fetch.Response { return &v.record().Response }

// Effect returns what script learns without a response: what becomes of the element that has loaded something, or
// whose frame was navigated, and whether a beacon is queued. For the other APIs it is the zero Effect.
func (v Verdict) Effect() Effect { return v.record().Effect }

// Exchanges returns the requests that went to the server and its answers, in order, CORS-preflights among them.
// A blocked request may well have been sent: CORS guards the reading, not the server.
func (v Verdict) Exchanges() []Exchange { return v.record().Exchanges }

// Exchange returns the exchange that a step of the verdict belongs to; nil for a step before the first.
func (v Verdict) Exchange(step *rule.Step) *Exchange {
	if exchanges := v.Exchanges(); 0 <= step.Exchange && step.Exchange < len(exchanges) {
		return &exchanges[step.Exchange]
	}
	return nil
}

// Sent reports whether a request other than a CORS-preflight reached the server.
func (v Verdict) Sent() bool {
	return v.Preflights() < len(v.Exchanges())
}

// Preflights returns the number of CORS-preflight requests that were sent.
func (v Verdict) Preflights() int {
	n := 0
	for i := range v.Exchanges() {
		if v.Exchanges()[i].Preflight {
			n++
		}
	}
	return n
}

// Steps yields the rules that were reached, in order.
func (v Verdict) Steps() iter.Seq[rule.Step] { return v.record().Trace.Steps }

// Decisive returns the last step of the trace that the deciding rule made, with its operands.
func (v Verdict) Decisive() rule.Step {
	var decisive rule.Step
	for step := range v.Steps() {
		if step.Rule == v.Rule() {
			decisive = step
		}
	}
	return decisive
}
