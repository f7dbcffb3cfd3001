package explain

import (
	"encoding/json"

	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/internal/escape"
	"github.com/corsim/corsim/rule"
)

// formatVersion is that of the JSON object: it changes where a member gets another meaning or goes away.
const formatVersion = 1

// MarshalJSON returns the explanation as a JSON object; explain.schema.json, beside this file, says what each member
// holds. Bytes that are not UTF-8 become U+FFFD, and what a terminal would not print is escaped. There is no error.
//
// https://json-schema.org/draft/2020-12
func (e Explanation) MarshalJSON() ([]byte, error) {
	data, err := json.Marshal(e.document())
	if err != nil {
		return nil, err
	}
	return escape.JSON(data), nil
}

// document returns what the JSON object holds.
func (e *Explanation) document() documentJSON {
	return documentJSON{
		Version:   formatVersion,
		Call:      callJSON(e.Call),
		Engine:    e.Engine,
		Outcome:   e.Outcome,
		Result:    e.Result,
		Rule:      ruleOf(e.Rule),
		Cause:     e.Cause,
		Hints:     mapped(e.Hints, func(h Hint) hintJSON { return hintJSON(h) }),
		Happened:  mapped(e.Happened, func(s string) string { return s }),
		Exchanges: mapped(e.Exchanges, exchangeOf),
		Steps:     mapped(e.Steps, stepOf),
		Browsers:  mapped(e.Browsers, browserOf),
		Advice:    adviceOf(e.Advice),
		Snippets:  mapped(e.Snippets, func(s fix.Snippet) snippetJSON { return snippetJSON(s) }),
	}
}

// mapped returns a list that is never null.
func mapped[From, To any](list []From, to func(From) To) []To {
	all := make([]To, len(list))
	for i := range list {
		all[i] = to(list[i])
	}
	return all
}

func ruleOf(id rule.ID) ruleJSON {
	r := id.Rule()
	return ruleJSON{
		Slug: r.Slug, Lesson: r.Lesson,
		Standard: r.Algorithm.Standard().Name, Algorithm: r.Algorithm.Name(), Step: r.Step, Link: r.Link(),
	}
}

func exchangeOf(x Exchange) exchangeJSON {
	return exchangeJSON{
		Preflight: x.Preflight, Method: x.Method, URL: x.URL, Why: x.Why, Sent: x.Sent,
		Request: mapped(x.Request, lineOf),
		Status:  x.Status, StatusMark: markNames[min(x.StatusMark, Missing)], StatusRemark: x.StatusRemark,
		NoAnswer: x.NoAnswer,
		Answer:   mapped(x.Answer, lineOf),
	}
}

// markNames are the names of the marks.
var markNames = [...]markName{Neutral: "neutral", OK: "ok", Wrong: "wrong", Missing: "missing"}

func lineOf(l Line) lineJSON {
	return lineJSON{Name: l.Name, Value: l.Value, Mark: markNames[min(l.Mark, Missing)], Remark: l.Remark}
}

func stepOf(s Step) stepJSON {
	return stepJSON{
		Rule: ruleOf(s.Rule), Result: resultName(s.Result.String()), Exchange: s.Exchange,
		Operands: mapped(s.Operands, func(s string) string { return s }), Decisive: s.Decisive, Lead: s.Lead,
	}
}

func browserOf(b Browser) browserJSON {
	return browserJSON{
		Name: b.Name, Outcome: b.Outcome, Rule: b.Rule.Slug(),
		Console: mapped(b.Console, func(s string) string { return s }), Error: b.Error, Difference: b.Difference,
	}
}

func adviceOf(a *fix.Advice) *adviceJSON {
	if a == nil {
		return nil
	}
	return &adviceJSON{
		Fixes: mapped(a.Fixes, func(f fix.Fix) fixJSON {
			return fixJSON{
				Edits:   mapped(f.Edits, func(e fix.Edit) editJSON { return editJSON(e) }),
				Engines: mapped(f.Engines, func(s string) string { return s }), Caution: f.Caution,
			}
		}),
		Ways: mapped(a.Ways, func(w fix.Way) wayJSON {
			return wayJSON{Advice: w.Advice, Engines: mapped(w.Engines, func(s string) string { return s })}
		}),
		Nothing: a.Nothing,
	}
}
