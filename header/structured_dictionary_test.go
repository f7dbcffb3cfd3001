package header_test

import (
	"slices"
	"testing"

	"github.com/corsim/corsim/header"
)

func TestDictionaryMember(t *testing.T) {
	tests := []struct {
		about string
		value string
		want  []string
		ok    bool
	}{
		{"an empty list", "a=()", nil, true},
		{"items", `a=(self "https://a.example" 1)`, []string{"self", `"https://a.example"`, "1"}, true},
		{"spaces in a list", "a=(  self   b )", []string{"self", "b"}, true},
		{"one item", "a=*", []string{"*"}, true},
		{"no value", "a", []string{"?1"}, true},
		{"parameters everywhere", `a=(self;x "b";y=1);z, c;d`, []string{"self", `"b"`}, true},
		{"among others", "b=1, a=2 ,\tc=3", []string{"2"}, true},
		{"twice", "a=1, a=2", []string{"2"}, true},
		{"spaces around", "  a=1  ", []string{"1"}, true},

		{"another key", "b=1", nil, false},
		{"nothing", "", nil, false},
		{"a comma at the end", "a=1,", nil, false},
		{"a comma at the beginning", ",a=1", nil, false},
		{"no comma", "a=1 b=2", nil, false},
		{"a list that does not end", "a=(self", nil, false},
		{"a list without spaces", `a=("b""c")`, nil, false},
		{"a key in upper case", "A=1", nil, false},
		{"no item", "a=", nil, false},
		{"something broken behind it", "a=1, b=é", nil, false},
	}
	for _, test := range tests {
		list := header.List{{Name: "permissions-policy", Value: test.value}}
		got, ok := list.DictionaryMember("Permissions-Policy", "a")
		if ok != test.ok || ok && !slices.Equal(got, test.want) {
			t.Errorf("%s: %q is %q, %v", test.about, test.value, got, ok)
		}
	}
	two := header.List{{Name: "P", Value: "a=1"}, {Name: "P", Value: "b=2"}}
	if got, ok := two.DictionaryMember("p", "b"); !ok || !slices.Equal(got, []string{"2"}) {
		t.Errorf("two fields: %q, %v", got, ok)
	}
}

func TestItemBoolean(t *testing.T) {
	tests := []struct {
		value     string
		truth, ok bool
	}{
		{"?1", true, true},
		{"?0", false, true},
		{" ?1 ", true, true},
		{"?1; a=b", true, true},
		{"", false, false},
		{"1", false, false},
		{"?2", false, false},
		{"true", false, false},
		{"?1, ?1", false, false},
		{"?1\t", false, false},
	}
	for _, test := range tests {
		list := header.List{{Name: "origin-agent-cluster", Value: test.value}}
		if truth, ok := list.ItemBoolean("Origin-Agent-Cluster"); truth != test.truth || ok != test.ok {
			t.Errorf("%q is %v, %v", test.value, truth, ok)
		}
	}
	if _, ok := (header.List{}).ItemBoolean("a"); ok {
		t.Error("a header that is not there is a boolean")
	}
}

func FuzzDictionaryMember(f *testing.F) {
	f.Add(`a=(self "b";c=1), d;e=?0`)
	f.Add("a=1, a=(), b")
	f.Fuzz(func(t *testing.T, value string) {
		list := header.List{{Name: "a", Value: value}}
		if items, ok := list.DictionaryMember("a", "a"); !ok && items != nil {
			t.Errorf("%q: %q", value, items)
		}
	})
}
