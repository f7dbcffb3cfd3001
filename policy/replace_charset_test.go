package policy_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/policy"
)

func TestReplaceCharset(t *testing.T) {
	tests := []struct{ about, contentType, want string }{
		{"none", "text/plain", "text/plain"},
		{"another", "text/plain;charset=latin1", "text/plain;charset=UTF-8"},
		{"the same", "text/plain; charset=utf-8", "text/plain; charset=UTF-8"},
		{"in quotes", `text/plain; charset="utf-8"; a=b`, `text/plain; charset="UTF-8"; a=b`},
		{"twice", "a/b;charset=x; charset = y", "a/b;charset=UTF-8; charset = UTF-8"},
		{"in upper case", "a/b;CHARSET=x", "a/b;CHARSET=UTF-8"},
		{"another name", "a/b;xcharset=x;charsets=y", "a/b;xcharset=x;charsets=y"},
		{"at the head", "charset=x", "charset=x"},
		{"no value", "a/b;charset=", "a/b;charset="},
	}
	for _, test := range tests {
		if got := policy.ReplaceCharset(test.contentType, "UTF-8"); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}

func FuzzReplaceCharset(f *testing.F) {
	f.Add("text/plain; charset=\"utf-8\"")
	f.Fuzz(func(t *testing.T, contentType string) {
		got := policy.ReplaceCharset(contentType, "UTF-8")
		if !strings.Contains(strings.ToLower(contentType), "charset") && got != contentType {
			t.Errorf("%q became %q", contentType, got)
		}
	})
}
