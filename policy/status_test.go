package policy_test

import (
	"testing"

	"github.com/corsim/corsim/policy"
)

func TestStatuses(t *testing.T) {
	tests := []struct {
		status                            int
		nullBody, ok, isRange, isRedirect bool
	}{
		{101, true, false, false, false},
		{103, true, false, false, false},
		{200, false, true, false, false},
		{204, true, true, false, false},
		{205, true, true, false, false},
		{206, false, true, true, false},
		{299, false, true, false, false},
		{300, false, false, false, false},
		{301, false, false, false, true},
		{302, false, false, false, true},
		{303, false, false, false, true},
		{304, true, false, false, false},
		{305, false, false, false, false},
		{307, false, false, false, true},
		{308, false, false, false, true},
		{404, false, false, false, false},
		{416, false, false, true, false},
	}
	for _, test := range tests {
		got := test
		got.nullBody, got.ok = policy.IsNullBodyStatus(test.status), policy.IsOKStatus(test.status)
		got.isRange, got.isRedirect = policy.IsRangeStatus(test.status), policy.IsRedirectStatus(test.status)
		if got != test {
			t.Errorf("%d: got %v, want %v", test.status, got, test)
		}
	}
}
