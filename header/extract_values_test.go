package header_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

func TestTokens(t *testing.T) {
	tests := []struct {
		about     string
		values    []string // one a field
		result    header.Extraction
		want      []string
		offending string
	}{
		{"no field", nil, header.Null, nil, ""},
		{"an empty field", []string{""}, header.Found, nil, ""},
		{"one token", []string{"GET"}, header.Found, []string{"GET"}, ""},
		{"several, over two fields", []string{"GET,PUT", "DELETE"}, header.Found, []string{"GET", "PUT", "DELETE"}, ""},
		{"tabs and spaces around them", []string{" GET\t, \tPUT "}, header.Found, []string{"GET", "PUT"}, ""},
		{"empty elements are skipped", []string{",,GET, ,", ","}, header.Found, []string{"GET"}, ""},
		{"a bad element", []string{"GET, P T"}, header.Failure, nil, "P T"},
		{"a bad element in another field", []string{"GET", "P@T"}, header.Failure, nil, "P@T"},
		{"form feed is no whitespace", []string{"GET\f"}, header.Failure, nil, "GET\f"},
		{"quotation marks do not help", []string{`"GET"`}, header.Failure, nil, `"GET"`},
	}
	for _, test := range tests {
		list := header.List{{"x", "before"}}
		for _, value := range test.values {
			list.Append("Access-Control-Allow-Methods", value)
		}
		tokens := list.Tokens("access-control-allow-methods")
		if tokens.Extraction() != test.result || tokens.Offending() != test.offending {
			t.Errorf("%s: got %v, %q; want %v, %q", test.about, tokens.Extraction(), tokens.Offending(), test.result, test.offending)
		}
		if got := slices.Collect(tokens.All()); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.about, got, test.want)
		}
	}
}

func TestTokenListContains(t *testing.T) {
	tokens := header.List{{"a", "PUT, x-A"}, {"a", "*"}}.Tokens("a")
	for token, want := range map[string]bool{"PUT": true, "put": false, "x-A": true, "*": true, "": false, "PU": false} {
		if got := tokens.Contains(token); got != want {
			t.Errorf("contains %q: got %v, want %v", token, got, want)
		}
	}
	for token, want := range map[string]bool{"put": true, "X-a": true, "x": false, "": false} {
		if got := tokens.ContainsFold(token); got != want {
			t.Errorf("contains %q in any case: got %v, want %v", token, got, want)
		}
	}
}

func TestTokenListString(t *testing.T) {
	for want, list := range map[string]header.List{
		"":         {{"b", "PUT"}},
		"GET,,PUT": {{"a", "GET,,PUT"}},
		"GET, PUT": {{"a", "GET"}, {"A", "PUT"}},
	} {
		if got := list.Tokens("a").String(); got != want {
			t.Errorf("%v: got %q, want %q", list, got, want)
		}
	}
}

func TestTokensAreLinear(t *testing.T) {
	for _, piece := range []string{",", `"`, " ", "a", "a,", " ,"} {
		list := header.List{{"a", strings.Repeat(piece, 1<<20/len(piece))}}
		list.Tokens("a").ContainsFold("b")
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("a, b", "c")
	f.Add(",,", "\t")
	f.Add("a b", "")
	f.Fuzz(func(t *testing.T, first, second string) {
		tokens := header.List{{"x", first}, {"X", second}}.Tokens("x")
		want := strings.FieldsFunc(first+","+second, func(r rune) bool { return r == ',' })
		for i := range want {
			want[i] = strings.Trim(want[i], "\t ")
		}
		want = slices.DeleteFunc(want, func(element string) bool { return element == "" })
		if slices.ContainsFunc(want, func(element string) bool { return !header.IsToken(element) }) {
			if tokens.Extraction() != header.Failure {
				t.Errorf("%q, %q: want failure", first, second)
			}
			want = nil
		}
		if got := slices.Collect(tokens.All()); !slices.Equal(got, want) {
			t.Errorf("%q, %q: got %q, want %q", first, second, got, want)
		}
	})
}

func TestInteger(t *testing.T) {
	tests := []struct {
		value  string
		want   uint64
		result header.Extraction
	}{
		{"0", 0, header.Found},
		{"600", 600, header.Found},
		{"0000000000000000000000600", 600, header.Found},
		{"18446744073709551615", math.MaxUint64, header.Found},
		{"18446744073709551616", math.MaxUint64, header.Found},
		{strings.Repeat("9", 1<<20), math.MaxUint64, header.Found},
		{"", 0, header.Failure},
		{"-1", 0, header.Failure},
		{"+1", 0, header.Failure},
		{"1.5", 0, header.Failure},
		{"5, 5", 0, header.Failure},
		{`"5"`, 0, header.Failure},
	}
	for _, test := range tests {
		got, result := header.List{{"a", test.value}}.Integer("A")
		if got != test.want || result != test.result {
			t.Errorf("%.30q: got %d, %v; want %d, %v", test.value, got, result, test.want, test.result)
		}
	}
	if _, result := (header.List{}).Integer("a"); result != header.Null {
		t.Errorf("no field: got %v", result)
	}
	if _, result := (header.List{{"a", "1"}, {"A", "1"}}).Integer("a"); result != header.Failure {
		t.Errorf("two fields: got %v", result)
	}
}

func TestSingle(t *testing.T) {
	tests := []struct {
		list   header.List
		want   string
		result header.Extraction
	}{
		{header.List{{"a", "1"}}, "", header.Null},
		{header.List{{"location", "/, /"}}, "/, /", header.Found},
		{header.List{{"location", ""}}, "", header.Found},
		{header.List{{"location", "/"}, {"Location", "/"}}, "", header.Failure},
	}
	for _, test := range tests {
		if got, result := test.list.Single("Location"); got != test.want || result != test.result {
			t.Errorf("%v: got %q, %v; want %q, %v", test.list, got, result, test.want, test.result)
		}
	}
}

func FuzzInteger(f *testing.F) {
	for _, seed := range []string{"", "0", "86400", "007", "-1", "1.5", " 1", "18446744073709551615", "18446744073709551616"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		got, result := header.List{{"x", value}}.Integer("x")
		if strings.Trim(value, "0123456789") != "" || value == "" {
			if result != header.Failure {
				t.Errorf("%q: got %d, %v, want failure", value, got, result)
			}
			return
		}
		// With digits only, all that can be wrong with the number is its size.
		want, err := strconv.ParseUint(value, 10, 64)
		if err != nil {
			want = math.MaxUint64
		}
		if got != want || result != header.Found {
			t.Errorf("%q: got %d, %v, want %d", value, got, result, want)
		}
	})
}
