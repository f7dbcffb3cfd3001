//go:build !go1.27

package origin

import "strings"

// amendMapping maps what Unicode 17's IdnaMappingTable maps and Unicode 15's,
// the one x/net/idna has before Go 1.27, does not. Characters that map to
// something assigned since Unicode 15 are left out: the result is invalid
// either way.
func amendMapping(domain string) string {
	for _, r := range domain {
		if r >= amendments[0].first {
			return strings.Map(amend, domain)
		}
	}
	return domain
}

// amend returns what r maps to, or a negative number if it is ignored.
func amend(r rune) rune {
	for _, a := range amendments {
		if r < a.first {
			break
		}
		if r <= a.last {
			if a.to == ignored {
				return ignored
			}
			return a.to + r - a.first
		}
	}
	return r
}

const ignored = -1

// amendments are in the order of the code points. A range maps to the range
// that begins with to.
var amendments = []struct{ first, last, to rune }{
	{0x04C0, 0x04C0, 0x04CF},    // Cyrillic palochka
	{0x10A0, 0x10C5, 0x2D00},    // Georgian capitals
	{0x115F, 0x1160, ignored},   // Hangul fillers
	{0x17B4, 0x17B5, ignored},   // Khmer inherent vowels
	{0x180E, 0x180E, ignored},   // Mongolian vowel separator
	{0x1E9E, 0x1E9E, 0x00DF},    // capital sharp s
	{0x2061, 0x2063, ignored},   // invisible operators
	{0x206A, 0x206F, ignored},   // deprecated format characters
	{0x2132, 0x2132, 0x214E},    // turned capital F
	{0x2183, 0x2183, 0x2184},    // Roman numeral reversed one hundred
	{0x3164, 0x3164, ignored},   // Hangul filler
	{0xA7CB, 0xA7CB, 0x0264},    // capital rams horn
	{0xA7DC, 0xA7DC, 0x019B},    // capital lambda with stroke
	{0xA7F1, 0xA7F1, 's'},       // modifier capital S
	{0xFFA0, 0xFFA0, ignored},   // half-width Hangul filler
	{0x1CCD6, 0x1CCEF, 'a'},     // outlined letters
	{0x1CCF0, 0x1CCF9, '0'},     // outlined digits
	{0x1D173, 0x1D17A, ignored}, // musical format characters
	{0x2F868, 0x2F868, 0x36FC},  // CJK compatibility ideographs
	{0x2F874, 0x2F874, 0x5F53},
	{0x2F91F, 0x2F91F, 0x243AB},
	{0x2F95F, 0x2F95F, 0x7AEE},
	{0x2F9BF, 0x2F9BF, 0x45D7},
}
