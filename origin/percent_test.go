package origin_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/origin"
)

func TestPercentEncode(t *testing.T) {
	const in = "a ~\"#<>?^`{}/:;=@[\\]|$%&+,!'()*\x00\x7fé"
	for _, c := range []struct {
		about string
		set   origin.EncodeSet
		want  string
	}{
		{"C0 control", origin.C0ControlPercentEncodeSet, "a ~\"#<>?^`{}/:;=@[\\]|$%&+,!'()*%00%7F%C3%A9"},
		{"fragment", origin.FragmentPercentEncodeSet, "a%20~%22#%3C%3E?^%60{}/:;=@[\\]|$%&+,!'()*%00%7F%C3%A9"},
		{"query", origin.QueryPercentEncodeSet, "a%20~%22%23%3C%3E?^`{}/:;=@[\\]|$%&+,!'()*%00%7F%C3%A9"},
		{"special-query", origin.SpecialQueryPercentEncodeSet, "a%20~%22%23%3C%3E?^`{}/:;=@[\\]|$%&+,!%27()*%00%7F%C3%A9"},
		{"path", origin.PathPercentEncodeSet, "a%20~%22%23%3C%3E%3F%5E%60%7B%7D/:;=@[\\]|$%&+,!'()*%00%7F%C3%A9"},
		{"userinfo", origin.UserinfoPercentEncodeSet, "a%20~%22%23%3C%3E%3F%5E%60%7B%7D%2F%3A%3B%3D%40%5B%5C%5D%7C$%&+,!'()*%00%7F%C3%A9"},
		{"component", origin.ComponentPercentEncodeSet, "a%20~%22%23%3C%3E%3F%5E%60%7B%7D%2F%3A%3B%3D%40%5B%5C%5D%7C%24%25%26%2B%2C!'()*%00%7F%C3%A9"},
		{"form", origin.FormURLEncodedPercentEncodeSet, "a+%7E%22%23%3C%3E%3F%5E%60%7B%7D%2F%3A%3B%3D%40%5B%5C%5D%7C%24%25%26%2B%2C%21%27%28%29*%00%7F%C3%A9"},
	} {
		if got := origin.PercentEncode(in, c.set); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.about, got, c.want)
		}
	}
	if got := origin.PercentEncode("\xff", origin.C0ControlPercentEncodeSet); got != "%EF%BF%BD" {
		t.Errorf("a byte that is not UTF-8 is %q", got)
	}
}

func TestPercentDecode(t *testing.T) {
	for in, want := range map[string]string{
		"":          "",
		"abc":       "abc",
		"%41%6a%6A": "Ajj",
		"%":         "%",
		"%4":        "%4",
		"%4g%41":    "%4gA",
		"%%41":      "%A",
		"%C3%A9%ff": "é\xff",
		"a+b":       "a+b",
	} {
		if got := string(origin.PercentDecode(in)); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// FuzzPercentDecode checks that decoding undoes encoding, and leaves alone what has no percent sign.
func FuzzPercentDecode(f *testing.F) {
	for _, seed := range []string{"", "a b", "%", "%4", "%zz", "é", "\xff", "100%25"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := string([]rune(s)) // a byte that is not UTF-8 counts as U+FFFD
		if got := string(origin.PercentDecode(origin.PercentEncode(s, origin.ComponentPercentEncodeSet))); got != want {
			t.Errorf("%q: got %q", s, got)
		}
		if got := string(origin.PercentDecode(s)); len(got) > len(s) || !strings.Contains(s, "%") && got != s {
			t.Errorf("%q: decoded %q", s, got)
		}
	})
}
