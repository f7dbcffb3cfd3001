package console

import "testing"

// TestFill holds that holes are filled once, whatever the values hold.
func TestFill(t *testing.T) {
	tests := []struct {
		about, text string
		pairs       []string
		want        string
	}{
		{"no hole", "It does not have HTTP ok status.", []string{"url", "x"}, "It does not have HTTP ok status."},
		{"two holes", "{a} and {b}", []string{"a", "1", "b", "2"}, "1 and 2"},
		{"one hole twice", "{a}{a}", []string{"a", "1"}, "11"},
		{"a value with a hole", "{a} {b}", []string{"a", "{b}", "b", "2"}, "{b} 2"},
		{"a hole without a value", "'{a}'", nil, "''"},
		{"a name without a value", "'{a}'", []string{"a"}, "''"},
		{"a hole without an end", "x{a", []string{"a", "1"}, "x1"},
	}
	for _, test := range tests {
		if got := (template{text: test.text}).fill(test.pairs...); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
