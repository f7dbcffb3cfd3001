package header_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

func TestIsToken(t *testing.T) {
	const others = "!#$%&'*+-.^_`|~"
	for c := range 256 {
		s := string([]byte{byte(c)})
		want := '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || strings.Contains(others, s)
		if got := header.IsToken(s); got != want {
			t.Errorf("%q: got %v, want %v", s, got, want)
		}
	}
	if header.IsToken("") {
		t.Error("the empty string is no token")
	}
}

func TestIsValue(t *testing.T) {
	tests := []struct {
		value string
		want  bool
	}{
		{"", true},
		{"a b\tc", true},
		{"\x01\v\f\x7f\xff", true},
		{" a", false},
		{"a\t", false},
		{"a\x00b", false},
		{"a\r\nb", false},
	}
	for _, test := range tests {
		if got := header.IsValue(test.value); got != test.want {
			t.Errorf("%q: got %v, want %v", test.value, got, test.want)
		}
	}
}

func TestNormalize(t *testing.T) {
	tests := [][2]string{
		{"", ""},
		{" \t\r\n", ""},
		{"\n a b \r", "a b"},
		{"\fa\v", "\fa\v"},
		{"\u00a0a", "\u00a0a"},
	}
	for _, test := range tests {
		if got := header.Normalize(test[0]); got != test[1] {
			t.Errorf("%q: got %q, want %q", test[0], got, test[1])
		}
	}
}
