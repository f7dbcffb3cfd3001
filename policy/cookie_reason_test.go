package policy_test

import (
	"testing"

	"github.com/corsim/corsim/policy"
)

func TestCookieReasonString(t *testing.T) {
	seen := map[string]policy.CookieReason{}
	for reason := range policy.CookieReason(255) {
		words := reason.String()
		if other, twice := seen[words]; twice || words == "" {
			t.Errorf("%d and %d are both %q", other, reason, words)
		}
		seen[words] = reason
	}
}
