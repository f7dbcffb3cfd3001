package policy_test

import (
	"testing"

	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/policy"
)

func TestIsBadPort(t *testing.T) {
	for port, want := range map[uint16]bool{
		0: true, 1: true, 2: false, 22: true, 25: true, 80: false, 443: false, 6000: true, 6001: false,
		6665: true, 6670: false, 8080: false, 10080: true, 65535: false,
	} {
		if got := policy.IsBadPort(port); got != want {
			t.Errorf("%d: got %v, want %v", port, got, want)
		}
	}
}

func TestIsBadPortCount(t *testing.T) {
	count := 0
	for port := range 1 << 16 {
		if policy.IsBadPort(uint16(port)) {
			count++
		}
	}
	// A table out of order would lose some to the search.
	if count != 83 {
		t.Errorf("got %d bad ports, want the standard's 83", count)
	}
}

func TestWPTBadPorts(t *testing.T) {
	type row struct {
		ID      string
		Port    uint16
		Blocked bool
	}
	for _, row := range outside.Rows[row](t, "pure/bad-ports.json") {
		if got := policy.IsBadPort(row.Port); got != row.Blocked {
			t.Errorf("%s: %d: got %v, want %v", row.ID, row.Port, got, row.Blocked)
		}
	}
}
