package header_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

func TestListGet(t *testing.T) {
	tests := []struct {
		about string
		list  header.List
		want  string
		ok    bool
	}{
		{"no list", nil, "", false},
		{"another name", header.List{{"b", "1"}}, "", false},
		{"one field", header.List{{"A", "1"}, {"b", "2"}}, "1", true},
		{"one field, empty", header.List{{"a", ""}}, "", true},
		{"two fields are joined", header.List{{"a", "1"}, {"b", "2"}, {"A", "3"}}, "1, 3", true},
		{"empty ones too", header.List{{"a", ""}, {"a", ""}}, ", ", true},
	}
	for _, test := range tests {
		got, ok := test.list.Get("a")
		if got != test.want || ok != test.ok {
			t.Errorf("%s: got %q, %v; want %q, %v", test.about, got, ok, test.want, test.ok)
		}
		if test.list.Contains("a") != test.ok {
			t.Errorf("%s: contains: want %v", test.about, test.ok)
		}
		if values := slices.Collect(test.list.Values("a")); strings.Join(values, ", ") != test.want || test.list.Count("a") != len(values) {
			t.Errorf("%s: got values %q", test.about, values)
		}
	}
}

func TestListChanges(t *testing.T) {
	tests := []struct {
		about  string
		change func(*header.List)
		want   string
	}{
		{"append reuses the first spelling", func(l *header.List) { l.Append("x-a", "4") }, "[{X-A 1} {b 2} {X-A 3} {X-A 4}]"},
		{"append a new name", func(l *header.List) { l.Append("C", "4") }, "[{X-A 1} {b 2} {X-A 3} {C 4}]"},
		{"set replaces the first and removes the rest", func(l *header.List) { l.Set("x-a", "4") }, "[{X-A 4} {b 2}]"},
		{"set a new name", func(l *header.List) { l.Set("C", "4") }, "[{X-A 1} {b 2} {X-A 3} {C 4}]"},
		{"delete all of a name", func(l *header.List) { l.Delete("x-a") }, "[{b 2}]"},
		{"delete what is not there", func(l *header.List) { l.Delete("c") }, "[{X-A 1} {b 2} {X-A 3}]"},
		{"combine with the first", func(l *header.List) { l.Combine("x-a", "4") }, "[{X-A 1, 4} {b 2} {X-A 3}]"},
		{"combine a new name", func(l *header.List) { l.Combine("C", "4") }, "[{X-A 1} {b 2} {X-A 3} {C 4}]"},
	}
	for _, test := range tests {
		list := header.List{{"X-A", "1"}, {"b", "2"}, {"X-A", "3"}}
		test.change(&list)
		if got := fmt.Sprint(list); got != test.want {
			t.Errorf("%s: got %s, want %s", test.about, got, test.want)
		}
	}
}

func TestSortAndCombine(t *testing.T) {
	tests := []struct {
		about string
		list  header.List
		want  string
	}{
		{"nothing", nil, "[]"},
		{"lower-case and in order", header.List{{"X-B", "1"}, {"X-A", "2"}}, "[{x-a 2} {x-b 1}]"},
		{"one field a name", header.List{{"b", "1"}, {"a", "2"}, {"B", "3"}}, "[{a 2} {b 1, 3}]"},
		{"cookies stay apart", header.List{{"Set-Cookie", "b"}, {"a", "1"}, {"set-cookie", "a"}}, "[{a 1} {set-cookie b} {set-cookie a}]"},
	}
	for _, test := range tests {
		before := fmt.Sprint(test.list)
		if got := fmt.Sprint(test.list.SortAndCombine()); got != test.want {
			t.Errorf("%s: got %s, want %s", test.about, got, test.want)
		}
		if after := fmt.Sprint(test.list); after != before {
			t.Errorf("%s: the list changed from %s to %s", test.about, before, after)
		}
	}
}

func TestManyFieldsAreLinear(t *testing.T) {
	list := slices.Repeat(header.List{{"A", ""}}, 1<<18)
	list.SortAndCombine()
	list.Get("a")
	list.Tokens("a").Contains("b")
	list.MIMEType()
	list.Delete("a")
}

func TestAllocations(t *testing.T) {
	list := header.List{
		{"Content-Type", "text/html; charset=utf-8"},
		{"Access-Control-Allow-Headers", "content-type, authorization"},
		{"Access-Control-Allow-Headers", "x-requested-with"},
		{"Access-Control-Max-Age", "600"},
		{"X-Content-Type-Options", "nosniff"},
		{"Cross-Origin-Embedder-Policy", `require-corp; report-to="a"`},
	}
	for about, run := range map[string]func(){
		"get one field":   func() { list.Get("content-type") },
		"get no field":    func() { list.Get("x") },
		"count":           func() { list.Count("access-control-allow-headers") },
		"tokens":          func() { list.Tokens("access-control-allow-headers").ContainsFold("X-Requested-With") },
		"tokens, exactly": func() { list.Tokens("access-control-allow-headers").Contains("*") },
		"all tokens": func() {
			for range list.Tokens("access-control-allow-headers").All() {
			}
		},
		"integer":                 func() { list.Integer("access-control-max-age") },
		"single":                  func() { list.Single("location") },
		"nosniff":                 func() { list.NoSniff() },
		"item":                    func() { list.ItemToken("cross-origin-embedder-policy") },
		"essence":                 func() { header.MIMEEssence("Text/Plain;charset=utf-8") },
		"range":                   func() { header.ParseRange("bytes=0-99", true) },
		"lower, known":            func() { header.Lower("X-Requested-With") },
		"lower, lower":            func() { header.Lower("x-own") },
		"MIME type, no parameter": func() { header.ParseMIMEType("text/html") },
	} {
		if allocations := testing.AllocsPerRun(100, run); allocations != 0 {
			t.Errorf("%s: %v allocations", about, allocations)
		}
	}
}
