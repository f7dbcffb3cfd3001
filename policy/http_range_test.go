package policy_test

import (
	"testing"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

func TestCutRange(t *testing.T) {
	tests := []struct {
		value, want string // the part and its place, "" where there is none
	}{
		{"bytes=0-2", "012 bytes 0-2/10 3"},
		{"bytes=8-", "89 bytes 8-9/10 2"},
		{"bytes=-1", "9 bytes 9-9/10 1"},
		{"bytes=5-100", "56789 bytes 5-9/10 5"},
		{"bytes=10-", ""},
		{"bytes=2-1", ""},
		{"bytes=0-1,3-4", ""},
		{"lines=0-1", ""},
	}
	whole := headerList("ETag", "e", "Content-Length", "10")
	for _, test := range tests {
		got := ""
		if part, ok := policy.CutRange(test.value, whole, []byte("0123456789")); ok {
			got = string(part.Body) + " " + value(part.Header, "Content-Range") + " " + value(part.Header, "Content-Length")
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.value, got, test.want)
		}
	}
	if got := value(whole, "Content-Length"); got != "10" {
		t.Errorf("the whole is %s long", got)
	}
}

func value(list header.List, name string) string {
	value, _ := list.Get(name)
	return value
}

func FuzzCutRange(f *testing.F) {
	f.Add("bytes=0-2", "hello")
	f.Add("bytes=-18446744073709551615", "")
	f.Fuzz(func(t *testing.T, value, body string) {
		if part, ok := policy.CutRange(value, nil, []byte(body)); ok && len(part.Body) > len(body) {
			t.Errorf("%s of %q: %q", value, body, part.Body)
		}
	})
}

func TestRewriteRange(t *testing.T) {
	for given, want := range map[string]string{
		"bytes=0-2":     "bytes=0-2",
		"BYTES = 00-02": "bytes=0-2",
		"bytes=3 -":     "bytes=3-",
		"bytes=-1":      "bytes=-1",
		"bytes=0-1,3-4": "bytes=0-1,3-4",
		"bytes=2-1":     "bytes=2-1",
		"bytes":         "bytes",
		"":              "",
	} {
		list := headerList("X-A", "bytes=00-1", "range", given)
		policy.RewriteRange(list)
		if got := value(list, "Range"); got != want || value(list, "X-A") != "bytes=00-1" {
			t.Errorf("%q: %q, want %q", given, list, want)
		}
	}
}
