// Package explain says a verdict in words: what was compared with what, what really happened, the way through the
// standards, what each browser prints, and which change helps. The words are made when they are asked for.
//
// [Of] explains a verdict, [Fully] asks the three browsers, too, and looks for what helps; both return an
// [Explanation], which is rendered as text, Markdown, HTML, SVG, Mermaid or JSON. [Diff] says what sets two verdicts
// apart, and [Recognise] what is behind a message that was copied from a browser's console.
package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/rule"
)

// An Explanation is a verdict in words. Every rendering is made from it alone. The zero value explains nothing.
type Explanation struct {
	Call    Call
	Outcome corsim.Outcome
	// Engine is the name of the browser whose part was taken: standard, chromium, firefox or webkit.
	Engine string
	// Result is the outcome and what script sees, in a few words.
	Result string
	// Rule is the rule that decided.
	Rule rule.ID
	// Cause says in one sentence what the rule compared with what.
	Cause string
	// Hints are the well-known mistakes that the operands show.
	Hints []Hint
	// Happened says what really happened: what was sent, what the server may have done, what the page can read.
	Happened []string
	// Exchanges are the requests in order, the last of which may never have been sent.
	Exchanges []Exchange
	// Steps are the rules that were reached, in order.
	Steps []Step

	// Browsers are what the three browsers do, in an explanation that [Fully] has made.
	Browsers []Browser
	// Advice is what helps, in an explanation that [Fully] has made of a verdict for which there is any; else nil.
	Advice *fix.Advice
	// Snippets are the first fix in the languages of servers, in an explanation that [Fully] has made.
	Snippets []fix.Snippet
}

// Text returns a verdict's full explanation as text.
func Text(v corsim.Verdict) string { return Fully(v).Text() }

// A Call is what a page has asked for.
type Call struct {
	// API is the interface by its name: fetch, XMLHttpRequest, EventSource, img, …
	API         string
	Method, URL string
	// Origin is the page's origin, "null" for an opaque one.
	Origin string
	// Page is the page's URL.
	Page string
}

// A Hint is a well-known mistake that may be behind a cause.
type Hint struct {
	// Slug is the mistake's stable name, such as trailing-slash.
	Slug string
	// Sentence says what it is and what would be right.
	Sentence string
}

// An Exchange is a request, with the headers that mattered.
type Exchange struct {
	Preflight   bool
	Method, URL string
	// Why says why the request was made, or not made; "" where that is plain.
	Why string
	// Sent is false for a request that was never sent.
	Sent    bool
	Request []Line
	// Status is 0 where there was no answer; then NoAnswer says why.
	Status   int
	NoAnswer string
	// StatusMark and StatusRemark say how the status was found.
	StatusMark   Mark
	StatusRemark string
	Answer       []Line
}

// A Line is a header with what is to be said of it.
type Line struct {
	Name, Value string
	Mark        Mark
	Remark      string
}

// A Mark says how a header was found.
type Mark uint8

// The marks of headers.
const (
	Neutral Mark = iota
	OK
	Wrong
	Missing
)

// A Step is a rule that was reached.
type Step struct {
	rule.Step
	// Decisive is true for the step that decided, Lead for one that changed the course before it.
	Decisive, Lead bool
}

// A Browser is what one of the three browsers makes of the same call.
type Browser struct {
	Name    string
	Outcome corsim.Outcome
	Rule    rule.ID
	// Console are the lines on its console, Error what script gets as an error, such as "TypeError: Failed to fetch".
	Console []string
	Error   string
	// Difference says in a sentence what is different from the verdict; "" where nothing is.
	Difference string
}
