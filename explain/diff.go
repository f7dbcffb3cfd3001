package explain

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// A Difference is what sets two verdicts apart: what was changed, and what that changed for the page. The zero value
// is no difference.
type Difference struct {
	// Call is the call of the verdict after.
	Call Call `json:"-"`
	// Changes are what was changed: in the page, its request, what went over the wire, and the answers.
	Changes []Change `json:"changes"`
	// Before and After are the two verdicts in short.
	Before Side `json:"before"`
	After  Side `json:"after"`
	// Page is what that changed for the page; it is empty where nothing did.
	Page []Change `json:"page"`
	// Parting is where the steps of the two part; nil where they are the same.
	Parting *Parting `json:"parting"`
}

// A Side is one of the two verdicts in short.
type Side struct {
	Outcome corsim.Outcome `json:"outcome"`
	// Result is the outcome and what script sees, in a few words.
	Result string `json:"result"`
	// Rule is the rule that decided, and Cause what it compared with what.
	Rule  rule.ID `json:"rule"`
	Cause string  `json:"cause"`
}

// A Change is something that is not the same. From is empty for what was added, To for what was removed; where a
// value itself is empty, Kind tells which it is.
type Change struct {
	// Where is what it belongs to, such as "answer 1 to OPTIONS https://api.example/".
	Where string     `json:"where"`
	Name  string     `json:"name"`
	Kind  ChangeKind `json:"kind"`
	From  string     `json:"from"`
	To    string     `json:"to"`
}

// A ChangeKind says how something was changed.
type ChangeKind string

// The kinds of changes.
const (
	Changed ChangeKind = "changed"
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
)

// A Parting is the first step that is not the same in two traces.
type Parting struct {
	// Number is the number of the step in both, from 1.
	Number int `json:"number"`
	// Before and After are the steps; a trace that has ended has the zero Step.
	Before PartingStep `json:"before"`
	After  PartingStep `json:"after"`
}

// A PartingStep is a step in words, each empty where there is none.
type PartingStep struct {
	Rule     string   `json:"rule"`
	Result   string   `json:"result"`
	Operands []string `json:"operands"`
}

// Changed reports whether anything changed for the page.
func (d *Difference) Changed() bool { return len(d.Page) > 0 }

// Diff says what sets two verdicts apart. They may be of the same call with other answers, or of two calls. That the
// page gets the same does not mean that the server does: Changes say what went over the wire.
func Diff(before, after corsim.Verdict) Difference {
	was, is := Of(before), Of(after)
	d := Difference{
		Call:    is.Call,
		Before:  Side{was.Outcome, was.Result, was.Rule, was.Cause},
		After:   Side{is.Outcome, is.Result, is.Rule, is.Cause},
		Parting: partingOf(before, after),
	}
	var made changes
	made.change("browser", "engine", was.Engine, is.Engine)
	made.change("page", "URL", was.Call.Page, is.Call.Page)
	made.change("page", "origin", was.Call.Origin, is.Call.Origin)
	made.call(before, after, was, is)
	made.exchanges(before.Exchanges(), after.Exchanges())
	d.Changes = made.list
	d.Page = pageChanges(before, after)
	return d
}

// pageChanges are the changes of what the page gets.
func pageChanges(before, after corsim.Verdict) []Change {
	const where = "the page"
	var made changes
	made.change(where, "outcome", before.Outcome().String(), after.Outcome().String())
	made.change(where, "exception", before.Exception(), after.Exception())
	made.change(where, "effect", before.Effect().String(), after.Effect().String())
	if !before.Outcome().Granted() || !after.Outcome().Granted() {
		return made.list
	}
	was, is := before.Response(), after.Response()
	made.change(where, "response type", string(was.Type), string(is.Type))
	made.change(where, "status", statusText(was.Status), statusText(is.Status))
	made.change(where, "status text", was.StatusText, is.StatusText)
	made.change(where, "response URL", was.URL, is.URL)
	made.change(where, "redirected", strconv.FormatBool(was.Redirected), strconv.FormatBool(is.Redirected))
	made.headers(where, was.Header(), is.Header())
	if !bytes.Equal(was.Body(), is.Body()) {
		made.add(where, "body", Changed, sizeOf(was.Body()), sizeOf(is.Body()))
	}
	return made.list
}

// sizeOf is how much there is of a body.
func sizeOf(body []byte) string { return strconv.Itoa(len(body)) + " bytes" }

// partingOf finds the first step that differs.
func partingOf(before, after corsim.Verdict) *Parting {
	was, is := slices.Collect(before.Steps()), slices.Collect(after.Steps())
	n := 0
	for n < len(was) && n < len(is) && sameStep(&was[n], &is[n]) {
		n++
	}
	if n == len(was) && n == len(is) {
		return nil
	}
	return &Parting{Number: n + 1, Before: partingStep(was, n), After: partingStep(is, n)}
}

func sameStep(a, b *rule.Step) bool {
	return a.Rule == b.Rule && a.Result == b.Result && a.Exchange == b.Exchange &&
		slices.Equal(a.Operands, b.Operands)
}

func partingStep(steps []rule.Step, n int) PartingStep {
	if n >= len(steps) {
		return PartingStep{Operands: []string{}}
	}
	step := &steps[n]
	return PartingStep{step.Rule.Slug(), step.Result.String(), slices.Clone(step.Operands)}
}
