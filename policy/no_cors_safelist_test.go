package policy_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
)

func TestIsNoCORSSafelistedRequestHeader(t *testing.T) {
	tests := []struct {
		name, value string
		want        bool
	}{
		{"Accept", "image/*", true},
		{"accept-language", "de", true},
		{"Content-Language", "de", true},
		{"Content-Type", "text/plain", true},
		{"Content-Type", "application/json", false},
		{"Range", "bytes=0-", false}, // safelisted for CORS, but not here
		{"X-A", "1", false},
	}
	for _, test := range tests {
		if got := policy.IsNoCORSSafelistedRequestHeader(&engine.Standard, test.name, test.value); got != test.want {
			t.Errorf("%s: %s: got %v, want %v", test.name, test.value, got, test.want)
		}
	}
}
