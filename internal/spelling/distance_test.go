package spelling_test

import (
	"testing"

	"github.com/corsim/corsim/internal/spelling"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		about, a, b string
		want        int
	}{
		{"the same", "header", "header", 0},
		{"one is empty", "", "abc", 3},
		{"a letter more", "headers", "header", 1},
		{"a letter less", "heder", "header", 1},
		{"another letter", "heeder", "header", 1},
		{"two letters in the other order", "haeder", "header", 2},
		{"nothing in common", "abc", "xyz", 3},
	} {
		if got := spelling.Distance(c.a, c.b); got != c.want {
			t.Errorf("%s: %q and %q: %d, want %d", c.about, c.a, c.b, got, c.want)
		}
		if got := spelling.Distance(c.b, c.a); got != c.want {
			t.Errorf("%s: %q and %q: %d, want %d", c.about, c.b, c.a, got, c.want)
		}
	}
}
