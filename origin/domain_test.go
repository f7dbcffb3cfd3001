package origin_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/origin"
)

func TestDomainToASCII(t *testing.T) {
	for _, c := range []struct{ about, in, want string }{
		{"ASCII is lower-cased", "Example.COM", "example.com"},
		{"whatever its Punycode says", "xn--8i7caa", "xn--8i7caa"},
		{"no STD3 rules", "a_b--c.", "a_b--c."},
		{"mapping and Punycode", "BÜCHER.example", "xn--bcher-kva.example"},
		{"full-width dots separate labels", "a。b", "a.b"},
		{"not transitional", "faß.de", "xn--fa-hia.de"},
		{"capital sharp s, as in Unicode 17", "ẞ", "xn--zca"},
		{"Georgian capitals, as in Unicode 17", "\u10a0", "xn--rkj"},
		{"ignored characters, as in Unicode 17", "a\u3164b", "ab"},
		{"an emoji", "☕.example", "xn--53h.example"},
	} {
		if got, err := origin.DomainToASCII(c.in); got != c.want || err != nil {
			t.Errorf("%s: %q is %q, %v; want %q", c.about, c.in, got, err, c.want)
		}
	}
	for about, in := range map[string]string{
		"empty":                        "",
		"a forbidden code point":       "a%b",
		"a code point mapped to one":   "℀",
		"nothing left":                 "\u00ad",
		"not UTF-8":                    "\xff",
		"left and right in one label":  "אa",
		"a joiner without its context": "é\u200db",
		"Punycode of nothing":          "é.xn--",
		"the same in full width":       "é。ｘn\u00ad--",
	} {
		if got, err := origin.DomainToASCII(in); err == nil {
			t.Errorf("%s: %q is %q", about, in, got)
		}
	}
}

// FuzzDomainToASCII checks that the result is ASCII in lower case, and a domain that stays as it is.
func FuzzDomainToASCII(f *testing.F) {
	for _, seed := range []string{"example.com", "EXAMPLE.com.", "bücher.example", "xn--bcher-kva.example", "a\u00ADb", "faß.de", "א.com", "％", "a b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, domain string) {
		ascii, err := origin.DomainToASCII(domain)
		if err != nil {
			return
		}
		for _, c := range []byte(ascii) {
			if c <= ' ' || c > '~' || 'A' <= c && c <= 'Z' || strings.IndexByte("#%/:<>?@[\\]^|", c) >= 0 {
				t.Fatalf("%q: %q holds %q", domain, ascii, c)
			}
		}
		if again, err := origin.DomainToASCII(ascii); again != ascii || err != nil {
			t.Errorf("%q: %q, then %q, %v", domain, ascii, again, err)
		}
	})
}
