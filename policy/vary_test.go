package policy_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

func TestVaryMatches(t *testing.T) {
	tests := []struct {
		about        string
		vary         []string
		stored, asks header.List
		want         bool
	}{
		{"nothing is said", nil, headerList("A", "1"), headerList("A", "2"), true},
		{"the same", []string{"a"}, headerList("A", "1"), headerList("a", " 1"), true},
		{"another value", []string{"B, A"}, headerList("A", "1"), headerList("A", "2"), false},
		{"in a second field", []string{"B", "A"}, headerList("A", "1"), headerList("A", "2"), false},
		{"another header", []string{"B"}, headerList("A", "1"), headerList("A", "2"), true},
		{"not there before", []string{"A"}, nil, headerList("A", ""), false},
		{"no longer there", []string{"A"}, headerList("A", ""), nil, false},
		{"in either case there", []string{"A"}, headerList("A", "x"), headerList("A", "X"), false},
		{"anything", []string{"*"}, nil, nil, false},
		{"anything, among others", []string{"A, *"}, nil, nil, false},
	}
	for _, test := range tests {
		var answer header.List
		for _, value := range test.vary {
			answer = append(answer, header.Field{Name: "Vary", Value: value})
		}
		if got := policy.VaryMatches(answer, test.stored, test.asks); got != test.want {
			t.Errorf("%s: %v, want %v", test.about, got, test.want)
		}
	}
}

func FuzzVaryMatches(f *testing.F) {
	f.Add("a, b", "a", "1")
	f.Add("*", "", "")
	f.Add("\"a,b\", c", "C", " ")
	f.Fuzz(func(t *testing.T, vary, name, value string) {
		request := headerList(name, value)
		// A request is like itself, unless nothing is like anything.
		if !policy.VaryMatches(headerList("Vary", vary), request, request) && !strings.Contains(vary, "*") {
			t.Errorf("Vary %q: %q is not like itself", vary, request)
		}
	})
}
