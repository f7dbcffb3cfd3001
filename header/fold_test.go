package header_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

func TestEqualFold(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"", "", true},
		{"Content-Type", "cONTENT-tYPE", true},
		{"a", "b", false},
		{"a", "aa", false},
		{"[", "{", false},
		{"@", "`", false},
		{"K", "\u212a", false}, // the Kelvin sign
		{"\xc1", "\xe1", false},
	}
	for _, test := range tests {
		if got := header.EqualFold(test.a, test.b); got != test.want {
			t.Errorf("%q, %q: got %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

func TestLower(t *testing.T) {
	tests := [][2]string{
		{"", ""},
		{"x-own", "x-own"},
		{"X-Own", "x-own"},
		{"Content-Type", "content-type"},
		{"CONTENT-TYPO", "content-typo"},
		{"ÉA\xc1", "Éa\xc1"},
		{strings.Repeat("A", 100), strings.Repeat("a", 100)},
	}
	for _, test := range tests {
		if got := header.Lower(test[0]); got != test[1] {
			t.Errorf("%q: got %q, want %q", test[0], got, test[1])
		}
	}
}

func FuzzLower(f *testing.F) {
	for _, seed := range []string{"", "Content-Type", "X-Own", "É"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := string(bytes.Map(func(r rune) rune {
			if 'A' <= r && r <= 'Z' {
				return r + 'a' - 'A'
			}
			return r
		}, []byte(strings.ToValidUTF8(s, "?"))))
		if got := header.Lower(strings.ToValidUTF8(s, "?")); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
		if !header.EqualFold(s, header.Lower(s)) {
			t.Errorf("%q does not match its own lower case", s)
		}
	})
}
