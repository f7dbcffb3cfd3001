package fetch

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// An Outcome is what a script gets from a fetch.
type Outcome uint8

// The outcomes.
const (
	// Undetermined: what is known does not decide. The deciding rule says what is missing.
	Undetermined Outcome = iota
	// Readable: script gets a response and may read it.
	Readable
	// Opaque: script gets a response that it can use but not read.
	Opaque
	// Blocked: script gets a network error. What was sent was sent all the same.
	Blocked
	// Threw: the call itself was refused for its arguments, and nothing was sent.
	Threw
)

// String returns the outcome in one lower-case word.
func (o Outcome) String() string {
	return [...]string{"undetermined", "readable", "opaque", "blocked", "threw"}[o]
}

// Granted reports whether script gets what it asked for, to read or to use: whether the outcome is Readable or Opaque.
func (o Outcome) Granted() bool { return o == Readable || o == Opaque }

// MarshalText returns the word of String.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// An Exchange is one HTTP request and what came back.
type Exchange struct {
	// Preflight is true for a CORS-preflight request.
	Preflight bool
	Request   HTTPRequest
	Answer    Answer
}

// A Record is everything there is to tell about one fetch. It must not be copied.
type Record struct {
	Outcome Outcome
	// Decided is the rule that decided the outcome.
	Decided rule.ID
	// Effect is what becomes of the element, where one has asked.
	Effect Effect
	// used is how many fields of the room, or of more, are taken.
	used uint8
	// Exception is the name of the exception that script gets, "" where it gets none.
	Exception string
	// Response is what script sees where the outcome is Readable or Opaque.
	Response Response
	// Exchanges are the requests that went to the server, in order.
	Exchanges []Exchange
	// Trace holds the rules that were reached, in order.
	Trace rule.Trace

	// Forks says where the server's description allowed several answers; nil where it never did.
	Forks *Forks

	// room is what a fetch of one exchange needs, so that it takes no memory of its own; more is for the others.
	more *moreRoom
	room struct {
		exchanges [1]Exchange
		fields    [6]header.Field
		origins   [1]origin.Origin
	}
}

// moreRoom is what a fetch with a CORS-preflight, or with one redirect, needs beyond a record's own room.
type moreRoom struct {
	exchanges [2]Exchange
	fields    [16]header.Field
	trace     rule.MoreTrace
}

// note adds a decision to the trace and reports whether the fetch goes on.
func (r *Record) note(d rule.Decision) bool {
	r.Trace.Add(len(r.Exchanges)-1, d)
	return d.OK()
}

// stop ends the fetch with an outcome that a rule decided.
func (r *Record) stop(outcome Outcome, exception string, d rule.Decision) {
	r.note(d)
	r.Outcome, r.Decided, r.Exception = outcome, d.Rule, exception
}

// exchange begins the record of an exchange.
func (r *Record) exchange() *Exchange {
	if r.Exchanges == nil {
		r.Exchanges = r.room.exchanges[:0]
	} else if r.more == nil && len(r.Exchanges) == len(r.room.exchanges) {
		r.expand()
	}
	r.Exchanges = append(r.Exchanges, Exchange{})
	return &r.Exchanges[len(r.Exchanges)-1]
}

// firstOfSeveral begins the record of an exchange that another one is to follow.
func (r *Record) firstOfSeveral() *Exchange {
	if r.more == nil {
		r.expand()
	}
	return r.exchange()
}

// expand makes room for a fetch of several exchanges.
func (r *Record) expand() {
	r.more, r.used = new(moreRoom), 0
	r.Exchanges = append(r.more.exchanges[:0], r.Exchanges...)
	r.Trace.Extend(&r.more.trace)
}

// freeFields is the room for header lists that is left.
func (r *Record) freeFields() header.List {
	if r.more != nil {
		return r.more.fields[r.used:]
	}
	return r.room.fields[r.used:]
}

// newHeader returns an empty header list with room for n fields. Keep must be told of it when it is complete.
func (r *Record) newHeader(n int) header.List {
	free := r.freeFields()
	if len(free) < n {
		return make(header.List, 0, n)
	}
	return free[:0]
}

// keep takes the room of a complete header list, and makes sure that appending to it does not touch the next.
func (r *Record) keep(list header.List) header.List {
	if free := r.freeFields(); len(list) > 0 && len(free) > 0 && &list[0] == &free[0] {
		r.used += uint8(len(list))
	}
	return list[:len(list):len(list)]
}

// Forks says which answers were taken where a server's description allows several.
type Forks struct {
	// Choices names, for the n-th such place, which of the Alternatives to take, 0 for the answer itself; past
	// its end the answer itself is taken.
	Choices []int
	// Counts holds the number of possibilities at each such place that was met.
	Counts []int
}

// choose returns the answer, or the one of its alternatives that the choices name.
func (r *Record) choose(answer Answer) Answer {
	if r.Forks == nil {
		r.Forks = new(Forks)
	}
	n := len(r.Forks.Counts)
	r.Forks.Counts = append(r.Forks.Counts, 1+len(answer.Alternatives))
	if n < len(r.Forks.Choices) && r.Forks.Choices[n] > 0 {
		return answer.Alternatives[r.Forks.Choices[n]-1]
	}
	return answer
}
