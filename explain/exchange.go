package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// exchanges makes the Exchanges of an explanation out of a verdict's and of its steps, which it is told in order.
type exchanges struct {
	*words
	// set are the headers that script has set.
	set     header.List
	records []corsim.Exchange
	done    []Exchange
	// lines are those of all exchanges; the answer's of the last begin at answer.
	lines  []Line
	answer int
	// reason says why the next request is made; location is the redirect it follows, if it does.
	reason, location string
	method           string
	asks             asks
	cached           bool
}

// step learns from a step what there is to say of the exchange it belongs to, and of the next.
func (x *exchanges) step(step *rule.Step) {
	for step.Exchange >= len(x.done) && len(x.done) < len(x.records) {
		x.open()
	}
	found, against := step.Found(), step.Against()
	x.why(step.Rule, found)
	if n := len(x.done); n > 0 && !x.cached {
		x.look(&x.done[n-1], &x.records[n-1], step, found, against)
	}
}

// open begins with the next exchange.
func (x *exchanges) open() {
	x.close()
	record := &x.records[len(x.done)]
	exchange := Exchange{
		Preflight: record.Preflight,
		Method:    record.Request.Method,
		URL:       record.Request.URL.Href(),
		Why:       x.reason,
		Sent:      true,
		Status:    record.Answer.Status,
	}
	if record.Answer.Status == 0 {
		exchange.NoAnswer = x.noAnswer(&record.Answer)
	}
	if record.Preflight {
		x.method, _ = record.Request.Header.Get("Access-Control-Request-Method")
		exchange.Why = x.whyAsked(record.Request.Header)
	}
	start := len(x.lines)
	x.lookAtRequest(record)
	exchange.Request = x.lines[start:len(x.lines):len(x.lines)]
	x.answer = len(x.lines)
	x.done = append(x.done, exchange)
	x.reason, x.location, x.asks = "", "", asks{}
}

// close ends the exchange that was begun last.
func (x *exchanges) close() {
	if n := len(x.done); n > 0 {
		x.done[n-1].Answer = x.lines[x.answer:len(x.lines):len(x.lines)]
	}
}

// finish ends the last exchange and adds the request that was never sent, if there is one.
func (x *exchanges) finish(v corsim.Verdict, call *Call) []Exchange {
	for len(x.done) < len(x.records) {
		x.open()
	}
	x.close()
	if call.API == "" || v.Outcome() == corsim.Threw {
		return x.done
	}
	last := len(x.records) - 1
	switch {
	case x.cached:
		x.done = append(x.done, Exchange{Method: call.Method, URL: x.pending(call), Why: x.reason})
	case v.Outcome().Granted():
	case last < 0:
		x.done = append(x.done, Exchange{Method: call.Method, URL: call.URL, Why: notSent(v)})
	case x.records[last].Preflight:
		x.done = append(x.done, Exchange{Method: x.method, URL: x.done[last].URL, Why: notSent(v)})
	case x.location != "":
		why := x.say(x.reason, ", ", notSent(v))
		x.done = append(x.done, Exchange{Method: x.done[last].Method, URL: x.location, Why: why})
	}
	return x.done
}

// neverSent says that a request was not made.
const neverSent = "never sent"

// notSent says of a request that was not made whether it would have been.
func notSent(v corsim.Verdict) string {
	if v.Outcome() == corsim.Undetermined {
		return "nobody knows whether it is sent"
	}
	return neverSent
}

// pending is the URL of the request that would be made next.
func (x *exchanges) pending(call *Call) string {
	if x.location != "" {
		return x.location
	}
	return call.URL
}

// noAnswer says why there is none.
func (x *exchanges) noAnswer(answer *corsim.Answer) string {
	switch {
	case answer.Failure != "":
		return x.cut(answer.Failure)
	case answer.Unknown != nil && answer.Unknown.What != "":
		return x.say("nothing says what it is (", x.unknown(answer.Unknown), ")")
	}
	return "nothing says what it is"
}
