// Package lesson holds the examples that teach the rules of the catalogue: for every way in which a rule can come out
// the smallest scene in which it does, and for a rule with one way a scene, as near to that as can be, in which it is
// not reached. Nothing of what comes of a scene is written down: [Example.Run] asks the simulator.
package lesson

import (
	"slices"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// A Way says how a rule comes out in an example.
type Way uint8

// The ways: the results of package rule, and that the rule is not reached.
const (
	Passed    = Way(rule.Passed)
	Stopped   = Way(rule.Stopped)
	Applied   = Way(rule.Applied)
	Unreached = Applied + 1
)

// Result returns the result that the rule has; ok is false where it is not reached.
func (w Way) Result() (result rule.Result, ok bool) { return rule.Result(w), w < Unreached }

// String returns "passed", "stopped", "applied" or "unreached".
func (w Way) String() string {
	if result, ok := w.Result(); ok {
		return result.String()
	}
	return "unreached"
}

// An Example is a scene: a page, what it does, and what is answered. The zero value has no page and does nothing.
type Example struct {
	// About says what is special about it, in a few words.
	About string
	// Rule is the rule that it is about, Way how the rule comes out.
	Rule rule.ID
	Way  Way

	scene scene
	// call is what the page does: a value of [corsim.Verdict.Call], a sequence of them, or an act.
	call    any
	answers []corsim.Answer

	// Decided is the outcome and the exception, such as "blocked TypeError", where the rule decides; "" where it does
	// not.
	Decided string
}

// All returns every example, by chapters. A rule can have several of a way: what is best to begin with comes first.
func All() []Example {
	return slices.Concat(requestCases(), xhrCases(), loadCases(), navigationCases(), mainFetchCases(), policyCases(),
		localNetworkCases(), schemeCases(), preflightCases(), corsCases(), redirectCases(), networkCases(), cacheCases(),
		responseCases(), webSocketCases(), documentCases(), openerCases(), unknownCases())
}

// Examples returns the examples that teach a rule, one for each way: those in which it lets pass or is not reached
// first, then the one in which it stops or changes something. It returns nil for an id that names no rule.
func Examples(id rule.ID) []Example {
	var chosen []Example
	for _, example := range All() {
		taken := slices.ContainsFunc(chosen, func(c Example) bool { return c.Way == example.Way })
		if example.Rule == id && !taken {
			chosen = append(chosen, example)
		}
	}
	slices.SortStableFunc(chosen, func(a, b Example) int { return a.Way.place() - b.Way.place() })
	return chosen
}

// place is where an example of the way stands among others.
func (w Way) place() int {
	if w == Unreached {
		return -1
	}
	return int(w)
}

// Run plays the scene in a new browser and returns the verdict of what the page does last.
func (e *Example) Run() corsim.Verdict {
	verdicts := e.RunAll()
	return verdicts[len(verdicts)-1]
}

// RunAll plays the scene in a new browser and returns the verdict of each thing that the page does; there is at least
// one.
func (e *Example) RunAll() []corsim.Verdict {
	browser := corsim.New(e.scene.profile)
	for _, t := range e.scene.traits {
		if t.prepare != nil {
			t.prepare(browser)
		}
	}
	page := browser.Open(e.scene.url, e.scene.options()...)
	if act, ok := e.call.(act); ok {
		return []corsim.Verdict{act.do(browser, page)}
	}
	server := inTurn(e.answers)
	var verdicts []corsim.Verdict
	for _, call := range e.calls() {
		verdicts = append(verdicts, page.Do(server, call))
		browser.Advance(time.Second)
	}
	return verdicts
}

// calls are the calls of the page, in order.
func (e *Example) calls() []any {
	if calls, ok := e.call.(sequence); ok {
		return calls
	}
	return []any{e.call}
}

// Page returns the URL of the page.
func (e *Example) Page() string { return e.scene.url }

// Setting says what else is to be known of the page and its browser, a line each: headers of the page's own answer,
// the frame it is in, the engine where that is not the standard.
func (e *Example) Setting() []string {
	var words []string
	if name := e.scene.profile.Name; name != "" && name != corsim.Standard.Name {
		words = append(words, "in the browser "+name)
	}
	for _, t := range e.scene.traits {
		words = append(words, t.words...)
	}
	return words
}

// Script says what the page does as a line of script or markup for each call, a second between them.
func (e *Example) Script() []string {
	if act, ok := e.call.(act); ok {
		return act.script
	}
	var lines []string
	for _, call := range e.calls() {
		lines = append(lines, script(call))
	}
	return lines
}
