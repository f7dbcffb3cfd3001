package header_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

func TestItemToken(t *testing.T) {
	tests := []struct {
		value string
		want  string // empty for null
	}{
		{"require-corp", "require-corp"},
		{"  require-corp  ", "require-corp"},
		{"Require-Corp", "Require-Corp"},
		{"*", "*"},
		{"a:b/c", "a:b/c"},

		{"", ""},
		{"\trequire-corp", ""},
		{"require-corp\t", ""},
		{"require-corp, require-corp", ""},
		{"require corp", ""},
		{`"require-corp"`, ""},
		{"1", ""},
		{"?1", ""},
		{"-a", ""},
		{"é", ""},

		{"a;b", "a"},
		{"a; b;  c", "a"},
		{`a;b="c;d, e \" \\"`, "a"},
		{"a;b=c;b=d", "a"},
		{"a;b=1;c=-2.345;d=999999999999999;e=123456789012.1", "a"},
		{"a;b=?0;c=@1659578233;d=:aGk=:;e=:aGk:;f=::", "a"},
		{`a;b=%"f%c3%bc"`, "a"},
		{"a;*b-c_d.e1=*", "a"},

		{"a ;b", ""},
		{"a;\tb", ""},
		{"a;", ""},
		{"a;b=", ""},
		{"a;b= c", ""},
		{"a;B", ""},
		{"a;1", ""},
		{`a;b="c`, ""},
		{`a;b="c\d"`, ""},
		{`a;b="ü"`, ""},
		{"a;b=1.", ""},
		{"a;b=.1", ""},
		{"a;b=-", ""},
		{"a;b=1.2345", ""},
		{"a;b=1000000000000000", ""},
		{"a;b=1234567890123.1", ""},
		{"a;b=@1.5", ""},
		{"a;b=?2", ""},
		{"a;b=:a:", ""},
		{"a;b=:aGk", ""},
		{"a;b=:aGk-:", ""},
		{"a;b=:aG=k:", ""},
		{`a;b=%"%C3%BC"`, ""},
		{`a;b=%"%c3"`, ""},
		{`a;b=%"%c"`, ""},
		{`a;b=%"c`, ""},
		{"a;b=%c", ""},
		{"a;b=(c)", ""},
	}
	for _, test := range tests {
		got, ok := header.List{{"Cross-Origin-Embedder-Policy", test.value}}.ItemToken("cross-origin-embedder-policy")
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%q: got %q, %v; want %q", test.value, got, ok, test.want)
		}
	}
}

func TestItemTokenOfSeveralFields(t *testing.T) {
	if got, ok := (header.List{{"a", "b"}, {"a", "b"}}).ItemToken("a"); ok {
		t.Errorf("two fields: got %q", got)
	}
	if got, ok := (header.List{}).ItemToken("a"); ok {
		t.Errorf("no field: got %q", got)
	}
	if got, ok := (header.List{{"a", `b;c="d`}, {"a", `e"`}}).ItemToken("a"); got != "b" || !ok {
		t.Errorf("a comma inside of a string: got %q, %v", got, ok)
	}
}

func TestItemTokenIsLinear(t *testing.T) {
	for _, piece := range []string{" ", "a", ";a", ";a=1", ",", `"`, `\"`, "%c3%bc", ":", "="} {
		for _, start := range []string{"", "a", "a;b=", `a;b="`, "a;b=:", `a;b=%"`} {
			header.List{{"a", start + strings.Repeat(piece, 1<<20/len(piece))}}.ItemToken("a")
		}
	}
}

// itemToken is the grammar of RFC 9651 as one regular expression, without display strings.
var itemToken = regexp.MustCompile("^ *([A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*)" +
	`(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:` +
	`-?[0-9]{1,12}\.[0-9]{1,3}|@?-?[0-9]{1,15}|"(?:[ !#-\[\]-~]|\\["\\])*"|` +
	"[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*|" +
	`:(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?:|\?[01]))?)* *$`)

func FuzzItemToken(f *testing.F) {
	for _, seed := range []string{"a", " a;b=c ", `a;b="\"";c=1.5;d=:aGk=:;e=?1;f=@-1`, "a;b=:YQ:", "a;b=1.;c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		if strings.Contains(value, `%"`) {
			t.Skip("display strings are not in the expression")
		}
		want := ""
		if match := itemToken.FindStringSubmatch(value); match != nil {
			want = match[1]
		}
		got, ok := header.List{{"a", value}}.ItemToken("a")
		if got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", value, got, ok, want)
		}
	})
}
