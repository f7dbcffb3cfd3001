package origin_test

import (
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim/origin"
)

// A mebibyte of anything takes linear time, and no more than nine times its
// size.
func TestHostileInput(t *testing.T) {
	const size = 1 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for _, c := range []struct{ about, input string }{
		{"a long path", "https://h/" + fill("segment/")},
		{"dot segments", "https://h/" + fill("../")},
		{"segments and dot segments", "https://h/" + fill("a/../")},
		{"many segments, then as many dot segments", "https://h/" + fill("a/") + fill("../")},
		{"encoded dot segments", "https://h/" + fill("%2e%2E/")},
		{"percent signs", "https://h/" + fill("%2e")},
		{"dots", "https://h/" + fill(".")},
		{"names that begin with a dot", "https://h/" + fill("/.a")},
		{"slashes", "https:" + fill("/") + "h"},
		{"backslashes", "https://h" + fill(`\`)},
		{"backslashes that are none", "git://h/" + fill(`\`)},
		{"tabs", "https://h/" + fill("\t")},
		{"spaces around", fill(" ") + "https://h/" + fill(" ")},
		{"spaces inside", "data:x" + fill(" ") + "#"},
		{"at signs", "https://" + fill("@") + "h/"},
		{"colons", "https://u" + fill(":") + "@h/"},
		{"a query to encode", "https://h/?" + fill("é")},
		{"bytes that are not UTF-8", "https://h/" + fill("\xff")},
		{"a long host", "https://" + fill("a") + "/"},
		{"a host of dots", "https://a" + fill(".") + "/"},
		{"a host of digits", "https://" + fill("1") + "/"},
		{"a host of numbers", "https://" + fill("1.") + "/"},
		{"a port of zeros", "https://h:" + fill("0") + "1/"},
		{"a port of nines", "https://h:" + fill("9") + "/"},
		{"an IDNA host of one letter", "https://" + fill("ü") + "/"},
		{"an IDNA host of many letters", "https://" + manyLetters(size) + "/"},
		{"an IDNA host of labels", "https://" + fill("ü.") + "/"},
		{"an encoded IDNA host", "https://" + fill("%C3%BC") + "/"},
		{"IPv6", "http://[" + fill("0:") + "]/"},
		{"brackets", "http://" + fill("[") + "/"},
		{"no URL at all", fill("x")},
	} {
		start := time.Now()
		u, err := origin.Parse(c.input)
		if took := time.Since(start); took > 15*time.Second {
			t.Errorf("%s: %v", c.about, took)
		}
		if err == nil && len(u.Href()) > 9*len(c.input) {
			t.Errorf("%s: %d bytes become %d", c.about, len(c.input), len(u.Href()))
		}
		if err != nil && len(err.Error()) > 3000 {
			t.Errorf("%s: a message of %d bytes", c.about, len(err.Error()))
		}
	}
}

// manyLetters is what makes Punycode slow: no character comes twice soon.
func manyLetters(size int) string {
	var s strings.Builder
	for r := rune(0x4E00); s.Len() < size; r++ {
		s.WriteRune(0x4E00 + (r-0x4E00)%0x5000)
	}
	return s.String()
}

// The longest domain that IDNA is tried on.
func TestLongestUnicodeDomain(t *testing.T) {
	start := time.Now()
	if _, err := origin.DomainToASCII(manyLetters(4093)); err != nil {
		t.Error(err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if _, err := origin.DomainToASCII(manyLetters(4097)); err == nil {
		t.Error("a longer one is not refused")
	}
}
