package policy_test

import (
	"testing"

	"github.com/corsim/corsim/policy"
)

func TestStatuses(t *testing.T) {
	tests := []struct {
		status                   int
		nullBody, ok, isRedirect bool
	}{
		{101, true, false, false},
		{103, true, false, false},
		{200, false, true, false},
		{204, true, true, false},
		{205, true, true, false},
		{206, false, true, false},
		{299, false, true, false},
		{300, false, false, false},
		{301, false, false, true},
		{302, false, false, true},
		{303, false, false, true},
		{304, true, false, false},
		{305, false, false, false},
		{307, false, false, true},
		{308, false, false, true},
		{404, false, false, false},
	}
	for _, test := range tests {
		got := test
		got.nullBody, got.ok = policy.IsNullBodyStatus(test.status), policy.IsOKStatus(test.status)
		got.isRedirect = policy.IsRedirectStatus(test.status)
		if got != test {
			t.Errorf("%d: got %v, want %v", test.status, got, test)
		}
	}
}
