package header_test

import (
	"math"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

func TestParseRange(t *testing.T) {
	const huge = "100000000000000000000" // more than fits
	tests := []struct {
		value string
		want  header.Range
		ok    bool
	}{
		{"bytes=9-21", header.Range{9, 21, true, true}, true},
		{"bytes=9-", header.Range{9, 0, true, false}, true},
		{"bytes=-21", header.Range{0, 21, false, true}, true},
		{"bytes=7-7", header.Range{7, 7, true, true}, true},
		{"bytes=007-8", header.Range{7, 8, true, true}, true},
		{"bytes=0-" + huge, header.Range{0, math.MaxUint64, true, true}, true},
		{"bytes=" + huge + "-" + huge + "0", header.Range{math.MaxUint64, math.MaxUint64, true, true}, true},

		{"bytes=" + huge + "0-" + huge, header.Range{}, false},
		{"bytes=8-7", header.Range{}, false},
		{"bytes=-", header.Range{}, false},
		{"bytes=", header.Range{}, false},
		{"bytes", header.Range{}, false},
		{"", header.Range{}, false},
		{"Bytes=9-21", header.Range{}, false},
		{"bytes=9-21,30-", header.Range{}, false},
		{"bytes=9-21 ", header.Range{}, false},
		{"bytes=+9-21", header.Range{}, false},
		{"seconds=9-21", header.Range{}, false},
	}
	for _, test := range tests {
		got, ok := header.ParseRange(test.value, false)
		if got != test.want || ok != test.ok {
			t.Errorf("%q: got %v, %v; want %v, %v", test.value, got, ok, test.want, test.ok)
		}
	}
}

func TestParseRangeWhitespace(t *testing.T) {
	for value, want := range map[string]bool{
		"bytes =9-21":      true,
		"bytes= \t9-21":    true,
		"bytes=9 -21":      true,
		"bytes=9-\t21":     true,
		"bytes=9-21 ":      false,
		" bytes=9-21":      false,
		"bytes=\n9-21":     false,
		"bytes = 9 - 2 1 ": false,
	} {
		if _, got := header.ParseRange(value, true); got != want {
			t.Errorf("%q: got %v, want %v", value, got, want)
		}
		if _, got := header.ParseRange(value, false); got {
			t.Errorf("%q: allowed without whitespace", value)
		}
	}
}

func TestRangeWithin(t *testing.T) {
	tests := []struct {
		value      string
		length     int64
		start, end int64
		ok         bool
	}{
		{"bytes=0-4", 10, 0, 4, true},
		{"bytes=5-", 10, 5, 9, true},
		{"bytes=5-99", 10, 5, 9, true},
		{"bytes=9-9", 10, 9, 9, true},
		{"bytes=-3", 10, 7, 9, true},
		{"bytes=-99", 10, 0, 9, true},
		{"bytes=0-99999999999999999999", 10, 0, 9, true},
		{"bytes=10-", 10, 0, 0, false},
		{"bytes=99999999999999999999-", 10, 0, 0, false},
		{"bytes=0-", 0, 0, 0, false},
		{"bytes=-0", 10, 10, 9, true}, // no byte is left, as the text's arithmetic has it
		{"bytes=-5", 0, 0, -1, true},  // nor here
	}
	for _, test := range tests {
		r, parsed := header.ParseRange(test.value, false)
		start, end, ok := r.Within(test.length)
		if !parsed || start != test.start || end != test.end || ok != test.ok {
			t.Errorf("%s of %d: got %d, %d, %v; want %d, %d, %v", test.value, test.length, start, end, ok, test.start, test.end, test.ok)
		}
	}
}

func TestBuildContentRange(t *testing.T) {
	if got, want := header.BuildContentRange(9, 21, 30), "bytes 9-21/30"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestParseRangeIsLinear(t *testing.T) {
	for _, piece := range []string{" ", "0", "9", "-", ",", "="} {
		header.ParseRange("bytes="+strings.Repeat(piece, 1<<20/len(piece)), true)
		header.ParseRange("bytes="+strings.Repeat(piece, 1<<20/len(piece))+"-"+strings.Repeat(piece, 1<<20/len(piece)), true)
	}
}

// parseRangeSlowly is the grammar as regular expressions, with numbers of any size.
func parseRangeSlowly(value string, allowWhitespace bool) bool {
	expression := strictRange
	if allowWhitespace {
		expression = looseRange
	}
	match := expression.FindStringSubmatch(value)
	if match == nil || match[1] == "" && match[2] == "" {
		return false
	}
	start, hasStart := new(big.Int).SetString(match[1], 10)
	end, hasEnd := new(big.Int).SetString(match[2], 10)
	return !hasStart || !hasEnd || start.Cmp(end) <= 0
}

var (
	strictRange = regexp.MustCompile(`^bytes=([0-9]*)-([0-9]*)$`)
	looseRange  = regexp.MustCompile(`^bytes[\t ]*=[\t ]*([0-9]*)[\t ]*-[\t ]*([0-9]*)$`)
)

func FuzzParseRange(f *testing.F) {
	for _, seed := range []string{"bytes=0-", "bytes=-5", "bytes = 5 - 10", "bytes=00010-9", "bytes=99999999999999999999-100000000000000000000"} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, value string, allowWhitespace bool) {
		r, got := header.ParseRange(value, allowWhitespace)
		if want := parseRangeSlowly(value, allowWhitespace); got != want {
			t.Errorf("%q, %v: got %v, want %v", value, allowWhitespace, got, want)
		}
		if r.HasStart && r.HasEnd && r.Start > r.End {
			t.Errorf("%q: start behind end", value)
		}
	})
}
