package explain

import "github.com/corsim/corsim/explain/fix"

// advice is what helps.
func (t *text) advice(advice *fix.Advice) {
	if advice == nil {
		return
	}
	t.blank()
	n := 0
	for i := range advice.Fixes {
		t.fix(&advice.Fixes[i], n)
		n++
	}
	for i := range advice.Ways {
		t.label(n, "Fix")
		t.wrap(advice.Ways[i].Advice, labelled)
		t.end()
		t.checked(advice.Ways[i].Engines)
		n++
	}
	if advice.Nothing != "" {
		t.label(n, "Fix")
		t.wrap(advice.Nothing, labelled)
		t.end()
	}
}

func (t *text) fix(f *fix.Fix, n int) {
	for i := range f.Edits {
		t.label(n+i, "Fix")
		t.edit(&f.Edits[i])
	}
	t.checked(f.Engines)
}

// edit is a change of an answer.
func (t *text) edit(edit *fix.Edit) {
	switch {
	case edit.Header == "":
		t.put("give ")
		t.number(edit.ToStatus)
		t.put(" instead of ")
		t.number(edit.FromStatus)
	case edit.From == "":
		t.put("add")
	case edit.To == "":
		t.put("remove")
	default:
		t.put("change")
	}
	switch {
	case edit.Header == "":
		t.put(" as the status")
	case edit.To == "":
		t.put(" from")
	case edit.From == "":
		t.put(" to")
	default:
		t.put(" in")
	}
	t.put(" the answer of ")
	t.put(edit.Method)
	t.space(1)
	t.value(edit.URL)
	t.end()
	if edit.Header == "" {
		return
	}
	t.space(labelled + 2)
	t.put(edit.Header)
	if edit.To != "" {
		t.put(": ")
		t.value(edit.To)
	}
	t.end()
}

// checked says in which browsers a change was tried.
func (t *text) checked(engines []string) {
	if len(engines) == 0 {
		return
	}
	t.space(labelled)
	t.put("checked: the page can then read the answer in ")
	for i, name := range engines {
		switch {
		case i == 0:
		case i == len(engines)-1:
			t.put(" and ")
		default:
			t.put(", ")
		}
		t.put(browserName(name))
	}
	t.end()
}
