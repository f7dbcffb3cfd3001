package conformance_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/internal/conformance"
)

// An expectation is what web-platform-tests assert of a call.
type expectation struct {
	Outcome  string
	Error    string
	Response *struct {
		Type, URL  *string
		Status     *int
		Redirected *bool
		Headers    []conformance.Pair
		Absent     []string
	}
	Requests []struct {
		Method, URL *string
		Headers     []conformance.Pair
		Absent      []string
	}
	Preflight, TAOPassed *bool
}

// A derivation is what the standards' text adds: all requests of a call.
type derivation struct{ Requests []conformance.Request }

// A disagreement is a difference between a case and what corsim says.
type disagreement struct{ what, want, got string }

// call is what corsim says of a call.
type call struct {
	conformance.Result
	api      string
	asked    []conformance.Pair // the headers that script asked for
	requests []conformance.Request
}

// disagreements compares a case with its trace. The i-th element belongs to the i-th call.
func disagreements(t *testing.T, c *conformance.Case, trace *conformance.Trace) [][]disagreement {
	t.Helper()
	var expect []expectation
	var derived []*derivation
	decode(t, c, c.Expect, &expect)
	if c.SpecExpect != nil {
		expect = nil
		decode(t, c, c.SpecExpect, &expect)
	}
	if c.Derived != nil {
		decode(t, c, c.Derived, &derived)
	}
	if len(expect) != len(c.Calls) || len(trace.Calls) != len(c.Calls) || derived != nil && len(derived) != len(c.Calls) {
		t.Fatalf("%s: %d calls, %d expectations, %d derivations, %d results",
			c.ID, len(c.Calls), len(expect), len(derived), len(trace.Calls))
	}
	all := make([][]disagreement, len(c.Calls))
	for i := range c.Calls {
		got := call{Result: trace.Calls[i], api: c.Calls[i].API, asked: c.Calls[i].Headers}
		for _, request := range trace.Requests {
			if request.Call == i {
				got.requests = append(got.requests, request)
			}
		}
		all[i] = expect[i].compare(&got)
		if derived != nil && derived[i] != nil {
			all[i] = append(all[i], derived[i].compare(&got)...)
		}
	}
	return all
}

func decode(t *testing.T, c *conformance.Case, data json.RawMessage, v any) {
	t.Helper()
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
}

// compare compares what is asserted with what corsim says.
func (e *expectation) compare(got *call) []disagreement {
	var list []disagreement
	add := func(what string, want, got any) {
		list = append(list, disagreement{what, fmt.Sprint(want), fmt.Sprint(got)})
	}
	// What becomes of a beacon shows on the wire alone.
	if word := outcomeWord(got); word != e.Outcome && got.api != "beacon" {
		add("outcome", e.Outcome, word)
	}
	if e.Error != "" && (got.Error == nil || got.Error.Name != e.Error) {
		add("error", e.Error, got.Error)
	}
	preflights := slices.ContainsFunc(got.requests, func(r conformance.Request) bool { return r.Preflight })
	if e.Preflight != nil && *e.Preflight != preflights {
		add("preflight", *e.Preflight, preflights)
	}
	if e.TAOPassed != nil && (got.TAOPassed == nil || *got.TAOPassed != *e.TAOPassed) {
		add("taoPassed", *e.TAOPassed, got.TAOPassed)
	}
	next := 0
	for i := range e.Requests {
		found := -1
		for j := next; j < len(got.requests) && found < 0; j++ {
			if e.fulfilledBy(i, &got.requests[j], got.asked) {
				found = j
			}
		}
		if found < 0 {
			want, _ := json.Marshal(e.Requests[i])
			add(fmt.Sprintf("requests[%d]", i), string(want), lines(got.requests[next:], isOwn))
			break
		}
		next = found + 1
	}
	return append(list, e.compareResponse(got)...)
}

// outcomeWord is the word that expectations have for an outcome. A fetch() that rejects before it has sent
// anything may have done so for its arguments.
func outcomeWord(got *call) string {
	switch {
	case got.Outcome == "resolved", got.Outcome == "load":
		return "ok"
	case got.Outcome == "threw" && got.Error.Name != "NetworkError":
		return "throws"
	}
	return "network-error"
}

func (e *expectation) compareResponse(got *call) []disagreement {
	want := e.Response
	if want == nil {
		return nil
	}
	if got.View == nil {
		return []disagreement{{"response", "a response", "none"}}
	}
	var list []disagreement
	add := func(what string, want, got any) {
		list = append(list, disagreement{"response." + what, fmt.Sprint(want), fmt.Sprint(got)})
	}
	if want.Type != nil && *want.Type != got.Type {
		add("type", *want.Type, got.Type)
	}
	if want.Status != nil && *want.Status != got.Status {
		add("status", *want.Status, got.Status)
	}
	if want.URL != nil && *want.URL != got.URL {
		add("url", *want.URL, got.URL)
	}
	if want.Redirected != nil && *want.Redirected != got.Redirected {
		add("redirected", *want.Redirected, got.Redirected)
	}
	for _, pair := range want.Headers {
		if values := valuesOf(got.Headers, pair[0]); !slices.Equal(values, []string{pair[1]}) {
			add("header "+pair[0], pair[1], values)
		}
	}
	for _, name := range want.Absent {
		if values := valuesOf(got.Headers, name); values != nil {
			add("header "+name, "absent", values)
		}
	}
	return list
}

// fulfilledBy reports whether a request is what the i-th asserted one says.
func (e *expectation) fulfilledBy(i int, request *conformance.Request, asked []conformance.Pair) bool {
	want := e.Requests[i]
	if want.Method != nil && *want.Method != request.Method || want.URL != nil && *want.URL != request.URL {
		return false
	}
	for _, pair := range want.Headers {
		if !slices.Contains(valuesOf(request.Headers, pair[0]), pair[1]) {
			return false
		}
	}
	for _, name := range want.Absent {
		values := valuesOf(request.Headers, name)
		if isOwn(name) {
			// The browser may send its own value, but not the script's.
			mine := valuesOf(asked, name)
			values = slices.DeleteFunc(values, func(value string) bool { return !slices.Contains(mine, value) })
		}
		if len(values) > 0 {
			return false
		}
	}
	return true
}

// compare compares all requests of a call with those that were derived, in whatever order their headers are.
func (d *derivation) compare(got *call) []disagreement {
	omit := isOwn
	if got.api == "eventsource" {
		omit = isOwnOfEventSource
	}
	want, have := lines(d.Requests, omit), lines(got.requests, omit)
	if want == have {
		return nil
	}
	return []disagreement{{"derived requests", want, have}}
}

// isOwnOfEventSource leaves out what an EventSource sends because its cache mode is no-store. The derivations were
// made without it; TestEventSourceCache holds corsim to it.
// https://html.spec.whatwg.org/multipage/server-sent-events.html#dom-eventsource
func isOwnOfEventSource(name string) bool {
	return isOwn(name) || strings.EqualFold(name, "Pragma") || strings.EqualFold(name, "Cache-Control")
}

// lines writes requests down, a header a line, sorted, and without those to omit.
func lines(requests []conformance.Request, omit func(name string) bool) string {
	var b strings.Builder
	for _, request := range requests {
		fmt.Fprintf(&b, "\n    %s %s preflight=%v", request.Method, request.URL, request.Preflight)
		var headers []string
		for _, pair := range request.Headers {
			if !omit(pair[0]) {
				headers = append(headers, fmt.Sprintf("\n      %s: %q", strings.ToLower(pair[0]), pair[1]))
			}
		}
		slices.Sort(headers)
		b.WriteString(strings.Join(headers, ""))
	}
	return b.String()
}

// isOwn reports whether the header is one that a browser may send as it likes.
func isOwn(name string) bool {
	switch strings.ToLower(name) {
	case "accept", "accept-language", "accept-encoding", "user-agent", "host", "connection":
		return true
	}
	return false
}

func valuesOf(pairs []conformance.Pair, name string) []string {
	var values []string
	for _, pair := range pairs {
		if strings.EqualFold(pair[0], name) {
			values = append(values, pair[1])
		}
	}
	return values
}
