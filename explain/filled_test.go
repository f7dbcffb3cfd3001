package explain

import (
	"reflect"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/rule"
)

// filled is an explanation whose strings all are the one given.
func filled(s string) Explanation {
	line := func(mark Mark) Line { return Line{Name: s, Value: s, Mark: mark, Remark: s} }
	lines := func() []Line { return []Line{line(Neutral), line(OK), line(Wrong), line(Missing)} }
	e := Explanation{
		Call:     Call{API: s, Method: s, URL: s, Origin: s, Page: s},
		Outcome:  corsim.Blocked,
		Engine:   s,
		Result:   s,
		Rule:     rule.CORSAllowOriginMismatch,
		Cause:    s,
		Hints:    []Hint{{Slug: s, Sentence: s}},
		Happened: []string{s},
		Exchanges: []Exchange{
			{
				Preflight: true, Method: s, URL: s, Why: s, Sent: true, Request: lines(),
				Status: 200, StatusMark: Wrong, StatusRemark: s, Answer: lines(),
			},
			{Method: s, URL: "https://" + s + "/", Sent: true, NoAnswer: s},
			{Method: s, URL: "https://a.example/" + s, Why: s},
		},
		Browsers: []Browser{{
			Name: s, Outcome: corsim.Readable, Console: []string{s}, Error: s, Difference: s,
		}},
		Snippets: []fix.Snippet{{Server: s, Language: s, Text: s}},
		Advice: &fix.Advice{
			Fixes: []fix.Fix{{
				Edits: []fix.Edit{
					{Method: s, URL: s, Header: s, From: s, To: s}, {Method: s, URL: s, FromStatus: 500, ToStatus: 200},
				},
				Engines: []string{s, s}, Caution: s,
			}},
			Ways:    []fix.Way{{Advice: s, Engines: []string{s}}},
			Nothing: s,
		},
	}
	for _, id := range []rule.ID{rule.MainFetchPreflightMethod, rule.CORSAllowOriginMismatch, rule.UnknownAnswer} {
		step := rule.Step{Rule: id, Operands: []string{s, s}}
		e.Steps = append(e.Steps, Step{Step: step, Decisive: true, Lead: true})
	}
	return e
}

// countStrings returns how many strings there are in a value that are not empty.
func countStrings(v reflect.Value) int {
	n := 0
	switch v.Kind() {
	case reflect.String:
		if v.Len() > 0 {
			n = 1
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			n = countStrings(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			n += countStrings(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			n += countStrings(v.Field(i))
		}
	}
	return n
}

// TestFilledForgetsNothing holds that each field of a string is filled somewhere, so that tests which fill it with an
// attack try every one.
func TestFilledForgetsNothing(t *testing.T) {
	seen := map[string]bool{}
	e := filled("x")
	noteStrings(reflect.ValueOf(e), "Explanation", seen)
	for field, filled := range seen {
		if !filled {
			t.Errorf("%s is empty", field)
		}
	}
}

// noteStrings notes of each field whether it ever is not empty.
func noteStrings(v reflect.Value, field string, seen map[string]bool) {
	switch v.Kind() {
	case reflect.String:
		seen[field] = seen[field] || v.Len() > 0
	case reflect.Pointer:
		seen[field] = seen[field] || !v.IsNil()
		if !v.IsNil() {
			noteStrings(v.Elem(), field, seen)
		}
	case reflect.Slice:
		seen[field] = seen[field] || v.Len() > 0
		for i := range v.Len() {
			noteStrings(v.Index(i), field, seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			noteStrings(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, seen)
		}
	}
}
