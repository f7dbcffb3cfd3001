package recording

import (
	"fmt"
	"slices"
	"strings"
)

// A Level is what two traces can differ in.
type Level string

// The levels.
const (
	Visible  Level = "visible"  // what script can see
	Sequence Level = "sequence" // the methods and URLs of the requests
	Headers  Level = "headers"  // the headers of the requests
	Console  Level = "console"  // what the console says of cross-origin requests
	Errors   Level = "errors"   // the messages of the errors that script gets
)

// A Difference is one between a recording and a prediction.
type Difference struct {
	ID    string
	Level Level
	// What names the field, Recorded and Predicted are its values.
	What, Recorded, Predicted string
	// Rules are the rules that decided the calls of the prediction.
	Rules []string
}

// String returns the scenario's id, the two values and the rules that were applied, in a line.
func (d Difference) String() string {
	return fmt.Sprintf("%s %s: recorded %s, predicted %s, by %s",
		d.ID, d.What, d.Recorded, d.Predicted, strings.Join(d.Rules, ", "))
}

// Compare compares a recording of a scenario with a prediction, at most one difference a level. What was flaky in the
// recording, and calls where nothing happened, are left out.
func Compare(s *Scenario, recorded, predicted *Trace) []Difference {
	c := comparison{scenario: s, recorded: recorded, predicted: predicted}
	if predicted.NotModelled != "" {
		for _, level := range [...]Level{Visible, Sequence, Headers} {
			c.add(level, "model", "a trace", "not modelled: "+predicted.NotModelled)
		}
		return c.differences
	}
	if !slices.Contains(recorded.Flaky, "calls") {
		c.compareCalls()
	}
	if !slices.Contains(recorded.Flaky, "requests") && c.compareSequence() {
		c.compareHeaders()
	}
	return c.differences
}

type comparison struct {
	scenario            *Scenario
	recorded, predicted *Trace
	differences         []Difference
}

func (c *comparison) add(level Level, what, recorded, predicted string) {
	c.differences = append(c.differences, Difference{
		ID: c.scenario.ID, Level: level, What: what, Recorded: recorded, Predicted: predicted, Rules: c.predicted.rules,
	})
}

func (c *comparison) compareCalls() {
	if len(c.recorded.Calls) != len(c.predicted.Calls) {
		c.add(Visible, "number of calls", fmt.Sprint(len(c.recorded.Calls)), fmt.Sprint(len(c.predicted.Calls)))
		return
	}
	for i := range c.recorded.Calls {
		recorded, predicted := &c.recorded.Calls[i], &c.predicted.Calls[i]
		if recorded.Outcome == "timeout" {
			continue
		}
		then, now := recorded.visible(c.recorded.Engine), predicted.visible(c.recorded.Engine)
		if !slices.Equal(then, now) {
			c.add(Visible, fmt.Sprintf("call %d", i), differing(then, now), differing(now, then))
			return
		}
	}
}

// differing are the elements of a that b does not have in their places.
func differing(a, b []string) string {
	var result []string
	for i := range a {
		if a[i] != b[i] {
			result = append(result, a[i])
		}
	}
	return strings.Join(result, " ")
}

// visible is what script can see of a call. When WebKit applies a style sheet is not certain.
func (r *Result) visible(engine string) []string {
	applied := r.Applied
	if engine == "webkit" {
		applied = nil
	}
	name := ""
	if r.Error != nil {
		name = r.Error.Name
	}
	return []string{
		"outcome=" + r.Outcome, "error=" + name, "type=" + r.Type,
		"status=" + shown(r.Status), "url=" + shown(r.URL), "redirected=" + shown(r.Redirected),
		fmt.Sprintf("headers=%q", r.Headers), fmt.Sprintf("bodyNull=%v", r.BodyNull),
		"tainted=" + shown(r.Tainted), "executed=" + shown(r.Executed),
		"cssReadable=" + shown(r.CSSReadable), "applied=" + shown(applied),
	}
}

func shown[T any](value *T) string {
	if value == nil {
		return "-"
	}
	return fmt.Sprint(*value)
}

func (c *comparison) compareSequence() (equal bool) {
	then, now := c.recorded.sequence(), c.predicted.sequence()
	if slices.Equal(then, now) {
		return true
	}
	c.add(Sequence, "requests", fmt.Sprintf("%q", then), fmt.Sprintf("%q", now))
	return false
}

func (t *Trace) sequence() []string {
	var result []string
	for _, request := range t.Requests {
		result = append(result, request.Method+" "+request.URL)
	}
	return result
}

// comparedHeaders are compared in every request, beside those that the author sets.
var comparedHeaders = []string{
	"accept", "origin", "referer", "cookie", "sec-fetch-dest", "sec-fetch-mode", "sec-fetch-site", "sec-fetch-user",
	"access-control-request-method", "access-control-request-headers", "authorization", "content-type", "range",
}

func (c *comparison) compareHeaders() {
	names := slices.Clone(comparedHeaders)
	for _, call := range c.scenario.Calls {
		for _, field := range call.Headers {
			names = append(names, strings.ToLower(field[0]))
		}
	}
	for i := range c.recorded.Requests {
		then, now := c.recorded.Requests[i].compared(names), c.predicted.Requests[i].compared(names)
		if !slices.Equal(then, now) {
			c.add(Headers, fmt.Sprintf("request %d", i), without(then, now), without(now, then))
			return
		}
	}
}

// compared are the headers of the given names. Spaces around a value are no part of it.
func (r *Request) compared(names []string) []Field {
	var result []Field
	for _, field := range r.Headers {
		if slices.Contains(names, field[0]) {
			result = append(result, Field{field[0], strings.Trim(field[1], " \t")})
		}
	}
	return result
}

// without are the elements of a that are not in b.
func without(a, b []Field) string {
	return fmt.Sprintf("%q", slices.DeleteFunc(slices.Clone(a), func(f Field) bool { return slices.Contains(b, f) }))
}
