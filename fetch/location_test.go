package fetch

import "testing"

func TestDecodeLocation(t *testing.T) {
	for _, test := range []struct{ about, location, escaped, latin1 string }{
		{"ASCII", "/a%20b", "/a%20b", "/a%20b"},
		{"UTF-8", "/\xC3\xA9", "/%C3%A9", "/\u00C3\u00A9"},
	} {
		if got := escapeNonASCII(test.location); got != test.escaped {
			t.Errorf("%s: %q escaped is %q, want %q", test.about, test.location, got, test.escaped)
		}
		if got := latin1(test.location); got != test.latin1 {
			t.Errorf("%s: %q as Latin-1 is %q, want %q", test.about, test.location, got, test.latin1)
		}
	}
}
