package header

import (
	"slices"
	"testing"
)

func TestWellKnownNamesAreAtTheirLength(t *testing.T) {
	for length, names := range wellKnown {
		for _, name := range names {
			if len(name) != length || hasUpper(name) || !IsName(name) {
				t.Errorf("%q is listed at length %d", name, length)
			}
		}
		if !slices.IsSorted(names) {
			t.Errorf("names of length %d are not in order", length)
		}
	}
}
