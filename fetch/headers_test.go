package fetch_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/rule"
)

// headerList makes a list of names and values in turn.
func headerList(namesAndValues ...string) header.List {
	var list header.List
	for pair := range slices.Chunk(namesAndValues, 2) {
		list = append(list, header.Field{Name: pair[0], Value: pair[1]})
	}
	return list
}

func TestHeadersAppend(t *testing.T) {
	over := strings.Repeat("a", 100)
	tests := []struct {
		about string
		guard fetch.Guard
		start header.List
		name  string
		value string
		want  string
	}{
		{"anything goes without a guard", fetch.GuardNone, nil, "Cookie", "a=b", "[{Cookie a=b}]"},
		{"whitespace around the value is taken off", fetch.GuardNone, nil, "a", "\r\n b\t", "[{a b}]"},
		{"form feed is not whitespace", fetch.GuardNone, nil, "a", "\fb", "[{a \fb}]"},
		{"the first spelling of a name stays", fetch.GuardNone, headerList("X-A", "1"), "x-a", "2", "[{X-A 1} {X-A 2}]"},

		{"a request drops forbidden names", fetch.GuardRequest, nil, "Cookie", "a=b", "[]"},
		{"a request drops forbidden methods", fetch.GuardRequest, nil, "X-HTTP-Method", "GET, trace", "[]"},
		{"a request keeps any other header", fetch.GuardRequest, nil, "X-A", "1", "[{X-A 1}]"},

		{"no-cors keeps what a form could send", fetch.GuardRequestNoCORS, nil, "Content-Type", "text/plain", "[{Content-Type text/plain}]"},
		{"no-cors drops JSON", fetch.GuardRequestNoCORS, nil, "Content-Type", "application/json", "[]"},
		{"no-cors drops names of one's own", fetch.GuardRequestNoCORS, nil, "X-A", "1", "[]"},
		{"no-cors looks at all values together", fetch.GuardRequestNoCORS, headerList("Accept", over), "accept", over, "[{Accept " + over + "}]"},
		{"no-cors loses Range on a change", fetch.GuardRequestNoCORS, headerList("Range", "bytes=0-"), "Accept", "a", "[{Accept a}]"},
		{"no-cors keeps Range when nothing changes", fetch.GuardRequestNoCORS, headerList("Range", "bytes=0-"), "X-A", "1", "[{Range bytes=0-}]"},
	}
	for _, test := range tests {
		headers := fetch.Headers{List: slices.Clone(test.start), Guard: test.guard}
		if d := headers.Append(test.name, test.value); !d.OK() {
			t.Errorf("%s: %+v", test.about, d)
		}
		if got := fmt.Sprint(headers.List); got != test.want {
			t.Errorf("%s: got %q, want %q", test.about, got, test.want)
		}
	}
}

func TestHeadersRefuse(t *testing.T) {
	tests := []struct {
		about       string
		guard       fetch.Guard
		name, value string
		want        rule.Decision
	}{
		{"a name is not empty", fetch.GuardNone, "", "1", rule.Stop(rule.HeaderNameInvalid, "", "")},
		{"a name is a token", fetch.GuardRequest, "a b", "1", rule.Stop(rule.HeaderNameInvalid, "a b", "")},
		{"a name is of ASCII", fetch.GuardNone, "é", "1", rule.Stop(rule.HeaderNameInvalid, "é", "")},
		{"a value has no line break", fetch.GuardNone, "a", "1\n2", rule.Stop(rule.HeaderValueInvalid, "1\n2", "")},
		{"a value has no NUL", fetch.GuardRequestNoCORS, "a", "\x00", rule.Stop(rule.HeaderValueInvalid, "\x00", "")},
		{"what is forbidden is dropped", fetch.GuardRequest, "Cookie", "a=b", rule.Apply(rule.HeaderForbidden, "Cookie", "a=b")},
		{"what no-cors does not let through is dropped", fetch.GuardRequestNoCORS, "X-A", "1", rule.Apply(rule.HeaderNotNoCORSSafelisted, "X-A", "1")},
	}
	for _, test := range tests {
		appended, set := fetch.Headers{Guard: test.guard}, fetch.Headers{Guard: test.guard}
		if got := appended.Append(test.name, test.value); got != test.want || appended.List != nil {
			t.Errorf("%s: append: %+v, %v", test.about, got, appended.List)
		}
		if got := set.Set(test.name, test.value); got != test.want || set.List != nil {
			t.Errorf("%s: set: %+v, %v", test.about, got, set.List)
		}
	}
}

func ExampleHeaders() {
	headers := fetch.Headers{Guard: fetch.GuardRequestNoCORS}
	headers.Set("Content-Type", "application/json") // dropped: a form could not send it
	headers.Set("Accept-Language", "de")
	fmt.Println(headers.List)
	// Output: [{Accept-Language de}]
}

func TestWPTNoCORSSafelisted(t *testing.T) {
	type row struct {
		ID     string
		Ops    [][3]string
		Result map[string]*string
	}
	for _, row := range outside.Rows[row](t, "pure/no-cors-safelisted.json") {
		headers := fetch.Headers{Guard: fetch.GuardRequestNoCORS}
		for _, op := range row.Ops {
			change := headers.Append
			if op[0] == "set" {
				change = headers.Set
			}
			if d := change(op[1], op[2]); !d.OK() {
				t.Errorf("%s: %+v", row.ID, d)
			}
		}
		for name, want := range row.Result {
			got, ok := headers.List.Get(name)
			if ok != (want != nil) || ok && got != *want {
				t.Errorf("%s: %s: got %q, %v; want %v", row.ID, name, got, ok, row.Result)
			}
		}
	}
}
