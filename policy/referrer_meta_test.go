package policy_test

import (
	"testing"

	"github.com/corsim/corsim/policy"
)

func TestMetaReferrerPolicy(t *testing.T) {
	for _, test := range []struct {
		about, content string
		want           policy.ReferrerPolicy
	}{
		{"a policy", "same-origin", "same-origin"},
		{"in upper case", "ORIGIN", "origin"},
		{"never", "never", "no-referrer"},
		{"default", "Default", "strict-origin-when-cross-origin"},
		{"always", "always", "unsafe-url"},
		{"without a hyphen", "origin-when-crossorigin", "origin-when-cross-origin"},
		{"a list", "origin, same-origin", ""},
		{"nothing", "", ""},
		{"something else", "sometimes", ""},
	} {
		if got := policy.MetaReferrerPolicy(test.content); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
