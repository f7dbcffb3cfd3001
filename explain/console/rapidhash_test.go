package console

import "testing"

// TestRapidhash holds the hash against places that Chromium was seen to give: in a table of eight these two names
// meet. Names of every length have a hash.
func TestRapidhash(t *testing.T) {
	if a, b := stringHash("x-custom")%8, stringHash("x-abc")%8; a != b {
		t.Errorf("x-custom comes to %d, x-abc to %d", a, b)
	}
	for length := range 130 {
		rapidhash(make([]byte, 2*length))
	}
}
