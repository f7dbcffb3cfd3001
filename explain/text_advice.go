package explain

import (
	"strings"

	"github.com/corsim/corsim/explain/fix"
)

// advice is what helps.
func (t *text) advice(e *Explanation) {
	if e.Advice == nil {
		return
	}
	t.blank()
	word := "Fix"
	label := func() {
		t.label(0, word)
		word = "Or"
	}
	for i := range e.Advice.Fixes {
		label()
		t.fix(&e.Call, &e.Advice.Fixes[i])
	}
	if e.Advice.Nothing != "" {
		label()
		t.wrap(e.Advice.Nothing, labelled)
		t.end()
	}
	for i := range e.Advice.Ways {
		label()
		t.wrap(e.Advice.Ways[i].Advice, labelled)
		t.end()
		t.checked(e.Advice.Ways[i].Engines)
	}
}

// snippet is the fix in the language of a server, as it is to be copied.
func (t *text) snippet(e *Explanation, server string) {
	for i := range e.Snippets {
		if s := &e.Snippets[i]; strings.EqualFold(s.Server, server) {
			t.blank()
			t.dst = append(t.dst, block(s.Text)...)
		}
	}
}

// fix is a list of edits, answer by answer.
func (t *text) fix(call *Call, f *fix.Fix) {
	for i := range f.Edits {
		edit := &f.Edits[i]
		if i == 0 || !sameAnswer(edit, &f.Edits[i-1]) {
			if i > 0 {
				t.space(labelled)
			}
			t.words(inAnswer)
			t.value(edit.Method)
			t.space(1)
			t.value(shortURL(call, edit.URL))
			t.end()
		}
		t.edit(edit)
	}
	t.checked(f.Engines)
	t.remarked("caution: ", f.Caution)
}

func sameAnswer(a, b *fix.Edit) bool {
	return a.Preflight == b.Preflight && a.Method == b.Method && a.URL == b.URL
}

// edit is a change of an answer, on a line.
func (t *text) edit(edit *fix.Edit) {
	c := changeOf(edit)
	t.space(labelled + 2)
	t.words(c.verb)
	t.space(labelled + 10 - t.column)
	t.value(c.line(c.after))
	if c.before != "" {
		t.also("(it is "+beginning(c.before, maxQuoted)+")", labelled+4)
	}
	t.end()
}

// checked says in which browsers a change was tried.
func (t *text) checked(engines []string) { t.remarked("checked: ", checkedIn(engines)) }

// remarked is a remark on what helps, if there is one.
func (t *text) remarked(label, remark string) {
	if remark == "" {
		return
	}
	t.space(labelled)
	t.words(label)
	t.wrap(remark, labelled)
	t.end()
}
