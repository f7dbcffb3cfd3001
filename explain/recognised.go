package explain

import (
	"slices"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/internal/lines"
	"github.com/corsim/corsim/rule"
)

// A Recognised is a message of a browser in words: what was behind it, as far as it says, and what helps.
type Recognised struct {
	// Browser is who prints it, "" for several browsers.
	Browser string `json:"browser"`
	// Old is true for the wording of an earlier release, Cut for a message whose end is missing.
	Old     bool   `json:"old"`
	Cut     bool   `json:"cut"`
	Message string `json:"message"`
	// Values are what stands in the message's holes.
	Values []RecognisedValue `json:"values"`
	Causes []RecognisedCause `json:"causes"`
	// Unsaid is what the message leaves out.
	Unsaid []string `json:"unsaid"`
}

// A RecognisedValue is what stands in a hole of a message.
type RecognisedValue struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// A RecognisedCause is a rule that can be behind a message.
type RecognisedCause struct {
	Rule rule.ID `json:"rule"`
	Link string  `json:"link"`
	// Sentence says what happened, in the message's own values.
	Sentence string `json:"sentence"`
	// Fixes are what usually helps.
	Fixes []string `json:"fixes"`
}

// Recognise explains the messages of browsers in a text, such as a line from a console; there are none in a text that
// no browser prints.
func Recognise(text string) []Recognised {
	found := console.Recognise(text)
	explained := make([]Recognised, len(found))
	for i := range found {
		explained[i] = recognised(&found[i])
	}
	return explained
}

// recognised explains a message.
func recognised(r *console.Recognition) Recognised {
	e := Recognised{
		Browser: engine.Title(r.Engine),
		Old:     r.Old,
		Cut:     r.Cut,
		Message: r.Message,
		Values:  make([]RecognisedValue, 0, len(r.Values)),
		Causes:  make([]RecognisedCause, 0, len(r.Rules)),
		Unsaid:  unsaid(r),
	}
	for _, value := range r.Values {
		e.Values = append(e.Values, RecognisedValue{Name: value.Name, Text: value.Text})
	}
	for _, id := range r.Rules {
		e.Causes = append(e.Causes, RecognisedCause{
			Rule: id, Link: id.Rule().Link(), Sentence: said(r, id), Fixes: fixesOf(r, id),
		})
	}
	// What the message names comes before what it may have left out.
	if len(r.Rules) == 2 && r.Rules[0] == rule.PreflightAuthorization {
		slices.Reverse(e.Causes)
	}
	return e
}

// maxCauses is up to how many causes are explained one by one.
const maxCauses = 3

// Text returns the explanation as text of 80 columns, where its words allow it.
func (e *Recognised) Text() string {
	var b strings.Builder
	b.WriteString(e.title() + "\n\n")
	switch n := len(e.Causes); {
	case n == 0:
		b.WriteString(wrapped(saysNothing, "", "") + "\n")
	case n > maxCauses:
		b.WriteString(wrapped("The message fits many causes, and says none of them:", "", ""))
		for _, cause := range e.Causes {
			b.WriteString("  " + cause.Rule.Slug() + "\n")
		}
		b.WriteString("corsim rules SLUG says what each does.\n\n")
	default:
		if n > 1 {
			b.WriteString("The message fits several causes.\n\n")
		}
		for i := range e.Causes {
			e.Causes[i].text(&b)
		}
	}
	for i, sentence := range e.Unsaid {
		label := "Unsaid    "
		if i > 0 {
			label = "          "
		}
		b.WriteString(wrapped(sentence, label, "          "))
	}
	return b.String()
}

// saysNothing is said of a message that has no cause in it.
const saysNothing = "The message says nothing of the cause: every failure looks like this, so that a page learns no " +
	"more. Another line on the browser's console says why: look for CORS in it."

// title says who prints it.
func (e *Recognised) title() string {
	name := e.Browser
	if name == "" {
		name = "Several browsers"
	}
	if e.Old {
		name += ", in an earlier release"
	}
	if e.Cut {
		name += " (the end of the message is missing)"
	}
	return name
}

// text writes a cause, what helps, and where more is.
func (c *RecognisedCause) text(b *strings.Builder) {
	b.WriteString(wrapped(c.Sentence, "", ""))
	for i, fix := range c.Fixes {
		label := "Fix       "
		if i > 0 {
			label = "      or  "
		}
		b.WriteString(wrapped(fix, label, "          "))
	}
	b.WriteString("Rule      " + c.Rule.Slug() + "\n")
	if c.Link != "" {
		b.WriteString("          " + c.Link + "\n")
	}
	b.WriteString("\n")
}

// wrapped is a sentence as lines, with what a terminal would take for a command made visible.
func wrapped(sentence, first, rest string) string {
	return lines.Wrap(visible(sentence), first, rest, columns)
}
