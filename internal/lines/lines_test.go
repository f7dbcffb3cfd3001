package lines_test

import (
	"testing"

	"github.com/corsim/corsim/internal/lines"
)

func TestWrap(t *testing.T) {
	for _, test := range []struct{ about, text, want string }{
		{"nothing", "", "- \n"},
		{"a line", "a b", "- a b\n"},
		{"as long as can be", "one two th", "- one two th\n"},
		{"too long", "one two thr", "- one two\n  thr\n"},
		{"letters of two bytes", "öné twö th", "- öné twö th\n"},
		{"a word that is too long", "a 123456789012345 b", "- a\n  123456789012345\n  b\n"},
	} {
		if got := lines.Wrap(test.text, "- ", "  ", 12); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
