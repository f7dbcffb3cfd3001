package recording_test

import (
	"testing"

	"github.com/corsim/corsim/internal/conformance/recording"
)

func TestOctets(t *testing.T) {
	for _, test := range []struct{ about, characters, octets string }{
		{"nothing", "", ""},
		{"ASCII", "a\r\n", "a\r\n"},
		{"bytes", "\u00e9\u00ff", "\xe9\xff"},
	} {
		if got := recording.Octets(test.characters); got != test.octets {
			t.Errorf("%s: %q, want %q", test.about, got, test.octets)
		}
		if got := recording.Characters(test.octets); got != test.characters {
			t.Errorf("%s: %q, want %q", test.about, got, test.characters)
		}
	}
	if got := recording.Octets("\u20ac"); got != "\u20ac" {
		t.Errorf("a character that is no byte: %q", got)
	}
}
