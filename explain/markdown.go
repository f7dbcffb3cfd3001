package explain

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/fix"
)

// Markdown returns the explanation in GitHub's Markdown, for a comment or a document. What comes from input stands in
// code spans, wherever it could be taken for anything but text.
//
// https://github.github.com/gfm/
func (e *Explanation) Markdown() string {
	m := new(markdown)
	m.line("### " + code(e.Call.Method+" "+e.Call.URL) + " from " + code(e.Call.Origin) + ": " + e.Outcome.String())
	m.paragraph(e.Cause)
	m.items(len(e.Hints), func(i int) string { return prose(e.Hints[i].Sentence) })
	m.exchanges(e)
	m.heading(len(e.Happened), "What really happened")
	m.items(len(e.Happened), func(i int) string { return prose(e.Happened[i]) })
	m.steps(e)
	m.advice(e.Advice)
	m.snippets(e.Snippets)
	m.browsers(e.Browsers)
	return m.b.String()
}

// A markdown is a text while it is written.
type markdown struct{ b strings.Builder }

func (m *markdown) line(text string) { m.b.WriteString(text + "\n") }

func (m *markdown) paragraph(sentence string) {
	if sentence != "" {
		m.line("\n" + prose(sentence))
	}
}

// heading stands before so many things, and before none of them not at all.
func (m *markdown) heading(things int, text string) {
	if things > 0 {
		m.line("\n#### " + text)
	}
}

// items is a list.
func (m *markdown) items(n int, item func(i int) string) {
	for i := range n {
		if i == 0 {
			m.line("")
		}
		m.line("- " + item(i))
	}
}

// exchanges is the list of the requests, with the headers that mattered below each.
func (m *markdown) exchanges(e *Explanation) {
	m.heading(len(e.Exchanges), "The exchange")
	whole := len(e.servers()) > 1
	for i := range e.Exchanges {
		x := &e.Exchanges[i]
		number := strconv.Itoa(i+1) + "."
		_, rest := cutOrigin(x.URL)
		if whole || rest == "" {
			rest = x.URL
		}
		words := code(x.Method + " " + rest)
		if x.Preflight {
			words += " (preflight)"
		}
		if !x.Sent {
			words += ", " + prose(x.answered())
		}
		m.line("\n" + number + " " + words)
		indent := strings.Repeat(" ", len(number)+1)
		if x.Sent && x.Why != "" {
			m.line("\n" + indent + prose(x.Why) + "\n")
		}
		m.headers(indent, x.Request)
		if x.Sent {
			m.headers(indent, []Line{{Value: x.answered(), Mark: x.StatusMark, Remark: x.StatusRemark}})
		}
		m.headers(indent, x.Answer)
	}
}

// headers are lines of a list; one without a name is the answer itself.
func (m *markdown) headers(indent string, lines []Line) {
	for i := range lines {
		line := &lines[i]
		text := "answer: **" + prose(line.Value) + "**"
		switch {
		case line.Name != "" && line.Value != "":
			text = code(line.Name + ": " + line.Value)
		case line.Name != "":
			text = code(line.Name)
		}
		if remark := line.said(); remark != "" {
			text += ", " + prose(remark)
		}
		m.line(indent + "- " + line.Mark.sign() + text)
	}
}

// steps is the path to what decided.
func (m *markdown) steps(e *Explanation) {
	n := 0
	for i := range e.Steps {
		step := &e.Steps[i]
		if !Path.shows(step) {
			continue
		}
		if n++; n == 1 {
			m.heading(1, "Why")
			m.line("")
		}
		m.line(strconv.Itoa(n) + ". " + prose(step.Rule.Rule().Lesson) + " " + ruleLink(step))
	}
}

// ruleLink is a rule's name, and its place in the standard where it has one.
func ruleLink(step *Step) string {
	r := step.Rule.Rule()
	name := code(r.Slug)
	if r.Link() != "" {
		name = "[" + name + "](<" + r.Link() + ">)"
	}
	if r.Step != "" {
		name += " step " + prose(r.Step)
	}
	return "(" + name + ")"
}

// advice is what helps.
func (m *markdown) advice(advice *fix.Advice) {
	if advice == nil {
		return
	}
	m.heading(1, "Fix")
	for i := range advice.Fixes {
		f := &advice.Fixes[i]
		m.items(len(f.Edits), func(i int) string { return editItem(&f.Edits[i]) })
		m.checked(f.Engines)
		if f.Caution != "" {
			m.line("\n  " + prose("Caution: "+f.Caution))
		}
	}
	for i := range advice.Ways {
		m.items(1, func(int) string { return "In the page: " + prose(advice.Ways[i].Advice) })
		m.checked(advice.Ways[i].Engines)
	}
	m.paragraph(advice.Nothing)
}

// snippets are blocks of code, behind fences that are longer than what is in them.
func (m *markdown) snippets(snippets []fix.Snippet) {
	m.heading(len(snippets), "The fix for a server")
	for i := range snippets {
		s := &snippets[i]
		fence := strings.Repeat("`", max(3, longestRun(s.Text, '`')+1))
		m.paragraph(s.Server)
		m.line("\n" + fence + letters(s.Language) + "\n" + block(s.Text) + fence)
	}
}

// letters are those of the name of a language.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r
		}
		return -1
	}, name)
}

func (m *markdown) checked(engines []string) {
	if words := checkedIn(engines); words != "" {
		m.line("\n  " + prose("Checked: "+words+"."))
	}
}

// editItem is a change of an answer.
func editItem(edit *fix.Edit) string {
	c := changeOf(edit)
	item := inAnswer + code(edit.Method+" "+edit.URL) + ": " + c.verb + " " + code(c.line(c.after))
	if c.before != "" {
		item += " (it is " + code(c.before) + ")"
	}
	return item
}

// browsers is what the three browsers do, and what they print.
func (m *markdown) browsers(browsers []Browser) {
	m.heading(len(browsers), "In the browsers")
	for i := range browsers {
		b := &browsers[i]
		if i == 0 {
			m.line("")
		}
		m.line("- " + prose(engine.Title(b.Name)) + ": " + b.Outcome.String())
		if b.Difference != "" {
			m.line("  - " + prose(b.Difference))
		}
		if b.Error != "" {
			m.line("  - script gets " + code(b.Error))
		}
		for _, line := range b.Console {
			m.line("  - the console says " + code(line))
		}
	}
}
