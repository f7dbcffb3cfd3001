package policy_test

import (
	"testing"

	"github.com/corsim/corsim/policy"
)

func TestIsRequestBodyHeaderName(t *testing.T) {
	for name, want := range map[string]bool{
		"Content-Encoding":  true,
		"content-language":  true,
		"CONTENT-LOCATION":  true,
		"Content-Type":      true,
		"Content-Length":    false,
		"Transfer-Encoding": false,
	} {
		if got := policy.IsRequestBodyHeaderName(name); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}
