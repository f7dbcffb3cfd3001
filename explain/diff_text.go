package explain

import (
	"strconv"
	"strings"
)

// Text returns the difference in lines of at most 80 columns, where URLs and values let them. Values are escaped for
// a terminal.
func (d *Difference) Text() string {
	var t text
	if d.Call != (Call{}) {
		t.value(d.Call.Method)
		t.space(1)
		t.value(d.Call.URL)
		t.put("   from ")
		t.value(d.Call.Origin)
		t.end()
		t.blank()
	}
	t.changes("Changed", d.Changes, "nothing")
	t.blank()
	t.pageText(d)
	if d.Parting != nil {
		t.blank()
		t.parting(d.Parting)
	}
	return string(t.dst)
}

// changes lists changes below what they belong to.
func (t *text) changes(label string, list []Change, none string) {
	if len(list) == 0 {
		t.label(0, label)
		t.put(none)
		t.end()
		return
	}
	t.put(label)
	t.end()
	where := ""
	for i := range list {
		if list[i].Where != where {
			where = list[i].Where
			t.space(2)
			t.wrap(where, 4)
			t.end()
		}
		t.change(&list[i])
	}
}

// change is a change in a line, or in several where it is long.
func (t *text) change(c *Change) {
	t.space(4)
	t.wrap(c.Name+": "+c.FromTo(), 6)
	t.end()
}

// FromTo says what was changed to what, as it is: values can have every character. Long ones are cut.
func (c *Change) FromTo() string {
	switch c.Kind {
	case Added:
		return "added, " + given(c.To)
	case Removed:
		return "removed, was " + given(c.From)
	}
	return given(c.From) + " → " + given(c.To)
}

// given is a value with quotes where it would not be seen without: with spaces at its ends, or empty.
func given(value string) string {
	value = beginning(value, maxValue)
	if value == "" || strings.TrimSpace(value) != value {
		return strconv.Quote(value)
	}
	return value
}

// pageText says what changed for the page, and by which rules.
func (t *text) pageText(d *Difference) {
	switch {
	case !d.Changed() && d.Before == d.After:
		t.put("Nothing changed for the page.")
		t.end()
		t.side("As before", &d.After)
		return
	case !d.Changed():
		t.put("Nothing changed for the page, but another reason decides.")
		t.end()
	default:
		t.put("For the page")
		t.end()
		for i := range d.Page {
			t.change(&d.Page[i])
		}
		t.blank()
	}
	t.side("Before", &d.Before)
	t.side("After", &d.After)
}

// side is a verdict in short.
func (t *text) side(label string, side *Side) {
	t.label(0, label)
	t.wrap(side.Result+", by "+side.Rule.Slug(), labelled)
	t.end()
	if side.Cause != "" {
		t.space(labelled)
		t.wrap(side.Cause, labelled)
		t.end()
	}
}

// parting says where the steps part.
func (t *text) parting(p *Parting) {
	t.put("The ways part at step ")
	t.number(p.Number)
	t.put(".")
	t.end()
	for i, step := range [...]*PartingStep{&p.Before, &p.After} {
		t.label(0, [...]string{"Before", "After"}[i])
		t.wrap(stepWords(step), labelled)
		t.end()
	}
}

// stepWords is a step with what it looked at.
func stepWords(step *PartingStep) string {
	if step.Rule == "" {
		return "there are no more steps"
	}
	words := step.Rule + " " + step.Result
	for i, operand := range step.Operands {
		if i > 0 {
			words += " and"
		}
		words += " " + strconv.Quote(beginning(operand, maxQuoted))
	}
	return words
}
