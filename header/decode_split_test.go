package header_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

func TestDecodeSplit(t *testing.T) {
	tests := []struct {
		value string
		want  []string
	}{
		{"", []string{""}},
		{"nosniff,", []string{"nosniff", ""}},
		{"x / x,,,1", []string{"x / x", "", "", "1"}},
		{" a\t, b ", []string{"a", "b"}},
		{`"1,2", 3`, []string{`"1,2"`, "3"}},
		{`text/html;", x/x`, []string{`text/html;", x/x`}},
		{`x/x;test="hi",y/y`, []string{`x/x;test="hi"`, "y/y"}},
		{`"a\",b",c`, []string{`"a\",b"`, "c"}},
		{`a\",b",c`, []string{`a\",b"`, "c"}}, // a backslash counts inside quotation marks only
		{`"a"b"c,d"`, []string{`"a"b"c,d"`}},
		{`"\`, []string{`"\`}},
	}
	for _, test := range tests {
		if got := slices.Collect(header.DecodeSplit(test.value)); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.value, got, test.want)
		}
	}
}

func TestDecodeSplitIsLinear(t *testing.T) {
	for _, piece := range []string{",", `"`, " ", `\`, `"\`, `",`, ", \t"} {
		for range header.DecodeSplit(strings.Repeat(piece, 1<<20/len(piece))) {
		}
	}
}

// decodeSplitSlowly keeps what the text calls position and temporaryValue, and goes byte by byte.
func decodeSplitSlowly(input string) []string {
	var values []string
	temporaryValue := ""
	quoted := false
	for position := 0; position < len(input); position++ {
		c := input[position : position+1]
		switch {
		case c == "," && !quoted:
			values = append(values, strings.Trim(temporaryValue, "\t "))
			temporaryValue = ""
			continue
		case c == `\` && quoted && position+1 < len(input):
			position++
			c += input[position : position+1]
		case c == `"`:
			quoted = !quoted
		}
		temporaryValue += c
	}
	return append(values, strings.Trim(temporaryValue, "\t "))
}

func FuzzDecodeSplit(f *testing.F) {
	for _, seed := range []string{"", ",", `a,"b,c", d`, `"\",\\",x`, `"`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		got, want := slices.Collect(header.DecodeSplit(value)), decodeSplitSlowly(value)
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", value, got, want)
		}
	})
}
