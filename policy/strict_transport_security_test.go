package policy_test

import (
	"testing"
	"time"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

func TestParseStrictTransport(t *testing.T) {
	for _, test := range []struct {
		value string
		want  policy.StrictTransport
		ok    bool
	}{
		{"max-age=60", policy.StrictTransport{MaxAge: time.Minute}, true},
		{`Max-Age = "60" ; includeSubDomains; preload`, policy.StrictTransport{MaxAge: time.Minute, IncludeSubDomains: true}, true},
		{"; max-age=0;", policy.StrictTransport{}, true},
		{"", policy.StrictTransport{}, false},
		{"includeSubDomains", policy.StrictTransport{IncludeSubDomains: true}, false},
		{"max-age", policy.StrictTransport{}, false},
		{"max-age=-1", policy.StrictTransport{}, false},
		{"max-age=1, max-age=2", policy.StrictTransport{}, false},
		{"max-age=1; max-age=2", policy.StrictTransport{}, false},
		{`max-age="1`, policy.StrictTransport{}, false},
		{`max-age=""1""`, policy.StrictTransport{}, false},
		{"max-age=1; a b", policy.StrictTransport{}, false},
	} {
		got, ok := policy.ParseStrictTransport(headerList("Strict-Transport-Security", test.value))
		if got != test.want || ok != test.ok {
			t.Errorf("%q: %+v %v", test.value, got, ok)
		}
	}
	list := headerList("Strict-Transport-Security", "max-age=60", "Strict-Transport-Security", "max-age=0")
	if got, _ := policy.ParseStrictTransport(list); got.MaxAge != time.Minute {
		t.Errorf("of two headers the first counts: %+v", got)
	}
}

func TestUpgradesToStrictTransport(t *testing.T) {
	hosts := policy.StrictTransportHosts{"strict.example": true, "lone.example": false, "localhost": true, "192.0.2.1": true}
	for url, want := range map[string]bool{
		"http://strict.example/":     true,
		"http://strict.example./":    true,
		"http://a.b.strict.example/": true,
		"http://notstrict.example/":  false,
		"http://lone.example:8080/":  true,
		"http://a.lone.example/":     false,
		"https://strict.example/":    false,
		"http://a.localhost/":        false,
		"http://192.0.2.1/":          false,
		"http://example/":            false,
	} {
		if got := policy.UpgradesToStrictTransport(hosts, origin.MustParse(url)); got != want {
			t.Errorf("%s: %v", url, got)
		}
	}
	if policy.UpgradesToStrictTransport(nil, origin.MustParse("http://strict.example/")) {
		t.Error("no host is known")
	}
}

func FuzzParseStrictTransport(f *testing.F) {
	f.Add(`max-age="1"; includeSubDomains`)
	f.Add("max-age=99999999999999999999999999")
	f.Fuzz(func(t *testing.T, value string) {
		if got, ok := policy.ParseStrictTransport(headerList("Strict-Transport-Security", value)); ok && got.MaxAge < 0 {
			t.Fatalf("%q: %v", value, got)
		}
	})
}
