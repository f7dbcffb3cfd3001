package conformance

import (
	"strconv"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// A Trace is what happens in a case, as its prediction is written down.
type Trace struct {
	ID     string `json:"id"`
	Engine string `json:"engine"`
	// NotModelled is the reason why there are no Calls and Requests.
	NotModelled string    `json:"notModelled,omitempty"`
	Calls       []Result  `json:"calls,omitzero"`
	Requests    []Request `json:"requests,omitzero"`
}

// A Result is what script gets from a call.
type Result struct {
	// Outcome is "resolved", "rejected" or "threw" for fetch(), "true", "false" or "threw" for a beacon, and "load",
	// "error" or "threw" for the others.
	Outcome string     `json:"outcome"`
	Error   *Exception `json:"error,omitempty"`
	*View
	TAOPassed *bool `json:"taoPassed,omitempty"`
}

// An Exception is an exception, or what a promise is rejected with.
type Exception struct {
	Name string `json:"name"`
}

// A View is what script sees of a response.
type View struct {
	Type       string `json:"type"`
	Status     int    `json:"status"`
	URL        string `json:"url"`
	Redirected bool   `json:"redirected"`
	Headers    []Pair `json:"headers"`
}

// A Request is a request on the wire.
type Request struct {
	Method    string `json:"method"`
	URL       string `json:"url"`
	Headers   []Pair `json:"headers"`
	Call      int    `json:"call"` // the index of the call that caused it
	Preflight bool   `json:"preflight"`
}

// Trace returns what happened as a prediction of the engine with the given name.
func (p *Playing) Trace(engineName string) Trace {
	trace := Trace{ID: p.Case.ID, Engine: engineName, NotModelled: p.NotModelled}
	if p.NotModelled != "" {
		return trace
	}
	trace.Calls, trace.Requests = []Result{}, []Request{}
	for i, verdict := range p.Verdicts {
		trace.Calls = append(trace.Calls, p.result(i))
		for _, x := range verdict.Exchanges() {
			trace.Requests = append(trace.Requests, Request{
				Method:    x.Request.Method,
				URL:       x.Request.URL.Href(),
				Headers:   pairs(x.Request.Header),
				Call:      i,
				Preflight: x.Preflight,
			})
		}
	}
	return trace
}

// result is what script gets from the i-th call.
func (p *Playing) result(i int) Result {
	verdict, api := p.Verdicts[i], p.Case.Calls[i].API
	result := Result{Outcome: outcome(verdict, api)}
	name := verdict.Exception()
	if verdict.Outcome() == corsim.Threw && p.exceptions[i] != "" {
		name = p.exceptions[i]
	}
	if name != "" {
		result.Error = &Exception{Name: name}
	}
	if !verdict.Outcome().Granted() {
		return result
	}
	// Only these two show script the response.
	if api == "fetch" || api == "xhr" {
		response := verdict.Response()
		result.View = &View{
			Type:       string(response.Type),
			Status:     response.Status,
			URL:        response.URL,
			Redirected: response.Redirected,
			Headers:    pairs(response.Header()),
		}
	}
	if checksTiming(verdict) {
		passed := verdict.Response().TimingAllowed()
		result.TAOPassed = &passed
	}
	return result
}

// outcome is the word for a verdict's outcome.
func outcome(verdict corsim.Verdict, api string) string {
	isFetch := api == "fetch"
	switch {
	case verdict.Outcome() == corsim.Threw:
		return "threw"
	// What becomes of its data a beacon does not tell.
	case api == "beacon":
		return strconv.FormatBool(verdict.Effect().Queued)
	case verdict.Outcome() == corsim.Blocked:
		switch {
		case isFetch:
			return "rejected"
		// A synchronous XMLHttpRequest throws.
		case verdict.Exception() != "":
			return "threw"
		}
		return "error"
	}
	if isFetch {
		return "resolved"
	}
	return "load"
}

// checksTiming reports whether a TAO check took place.
func checksTiming(verdict corsim.Verdict) bool {
	for step := range verdict.Steps() {
		if step.Rule == rule.TAOPassed || step.Rule == rule.TAOFailed {
			return true
		}
	}
	return false
}
