package explain

import "github.com/corsim/corsim/rule"

// steps is the numbered walk through the steps that the level shows.
func (t *text) steps(e *Explanation, level Level) {
	n := 0
	for i := range e.Steps {
		step := &e.Steps[i]
		if !level.shows(step) {
			continue
		}
		if n == 0 {
			t.blank()
		}
		t.label(n, "Why")
		n++
		t.step(step, n, e.Cause != step.Rule.Rule().Lesson)
	}
}

// stepAt is the column in which steps begin.
const stepAt = labelled + 3

// step is one step. The lesson of the one that decided is left out where the cause says nothing else.
func (t *text) step(step *Step, n int, lesson bool) {
	r := step.Rule.Rule()
	t.number(n)
	t.space(stepAt - t.column)
	if !step.Decisive || lesson {
		t.wrap(r.Lesson, stepAt)
		if !step.Decisive {
			t.operands(step)
		}
		t.next(stepAt)
	}
	t.paint(faint)
	t.words(r.Slug)
	if step.Result != rule.Applied {
		t.space(1)
		t.words(step.Result.String())
	}
	if link := r.Link(); link != "" {
		t.words(": ")
		if r.Step != "" {
			t.words("step ")
			t.words(r.Step)
			t.words(" of ")
		}
		t.words(link)
	}
	t.paint(normal)
	t.end()
}

// operands says what a step looked at.
func (t *text) operands(step *Step) {
	found, against := step.Found(), step.Against()
	if found == "" && against == "" {
		return
	}
	before, between := operandWords(step.Rule)
	t.also("Here: ", stepAt)
	t.wrap(before, stepAt)
	t.operand(found)
	if against != "" {
		t.wrap(between, stepAt)
		t.operand(against)
	}
}

// operand writes a value, cut if it is enormous.
func (t *text) operand(value string) {
	if value == "" {
		value = "nothing"
	}
	t.wrapBeginning(value, maxQuoted, stepAt)
}

// operandWords are the words before what a step found, and between that and what it was held against.
func operandWords(id rule.ID) (before, between string) {
	switch id {
	case rule.CredentialsIncluded, rule.CredentialsExcluded:
		return "credentials mode ", ""
	case rule.RequestMethodKept:
		return "", ", not "
	case rule.RequestMethodNormalized, rule.RedirectMethodRewritten, rule.XHRCharset:
		return "", " becomes "
	case rule.HeaderForbidden, rule.HeaderNotNoCORSSafelisted, rule.CookieIgnored, rule.CookieWithheld:
		return "", ": "
	case rule.PreflightCacheStored:
		return "seconds: ", ""
	}
	return "", "; "
}
