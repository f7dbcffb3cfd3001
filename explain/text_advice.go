package explain

import "github.com/corsim/corsim/explain/fix"

// advice is what helps.
func (t *text) advice(e *Explanation) {
	if e.Advice == nil {
		return
	}
	t.blank()
	word := "Fix"
	for i := range e.Advice.Fixes {
		t.label(0, word)
		t.fix(&e.Call, &e.Advice.Fixes[i])
		word = "Or"
	}
	if e.Advice.Nothing != "" {
		t.label(0, word)
		t.wrap(e.Advice.Nothing, labelled)
		t.end()
		word = "Or"
	}
	for i := range e.Advice.Ways {
		t.label(0, word)
		t.wrap(e.Advice.Ways[i].Advice, labelled)
		t.end()
		t.checked(e.Advice.Ways[i].Engines)
		word = "Or"
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
			t.words("in the answer of ")
			t.value(edit.Method)
			t.space(1)
			t.value(shortURL(call, edit.URL))
			t.end()
		}
		t.edit(edit)
	}
	t.checked(f.Engines)
	if f.Caution != "" {
		t.space(labelled)
		t.put("caution: ")
		t.wrap(f.Caution, labelled)
		t.end()
	}
}

func sameAnswer(a, b *fix.Edit) bool {
	return a.Preflight == b.Preflight && a.Method == b.Method && a.URL == b.URL
}

// edit is a change of an answer, on a line.
func (t *text) edit(edit *fix.Edit) {
	t.space(labelled + 2)
	switch {
	case edit.Header == "" && edit.FromStatus == 0:
		t.words("status ")
		t.number(edit.ToStatus)
	case edit.Header == "":
		t.words("status ")
		t.number(edit.ToStatus)
		t.words(" instead of ")
		t.number(edit.FromStatus)
	case edit.To == "":
		t.words("remove  ")
		t.value(edit.Header)
	case edit.From == "":
		t.words("add     ")
		t.header(edit.Header, edit.To)
	default:
		t.words("change  ")
		t.header(edit.Header, edit.To)
		t.also("(it is "+beginning(edit.From, maxQuoted)+")", labelled+4)
	}
	t.end()
}

// header is a header with its whole value: it is for copying.
func (t *text) header(name, value string) {
	t.value(name)
	t.words(": ")
	t.value(value)
}

// checked says in which browsers a change was tried.
func (t *text) checked(engines []string) {
	if len(engines) == 0 {
		return
	}
	t.space(labelled)
	t.words("checked: the page then gets it in ")
	for i, name := range engines {
		switch {
		case i == 0:
		case i == len(engines)-1:
			t.also("and ", labelled)
		default:
			t.words(",")
			t.space(1)
		}
		t.wrap(browserName(name), labelled)
	}
	t.end()
}
