package policy_test

import (
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

func TestFreshnessLifetime(t *testing.T) {
	const notStored = "not stored"
	const hour, year, guess = "1h0m0s", "8760h0m0s", "2562047h47m16.854775807s"
	// The browser's clock shows the first of January 2026.
	date := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		about  string
		status int
		header []string // "Name: value"
		want   string
	}{
		{"nothing is said", 200, nil, "0s"},
		{"an hour", 200, []string{"Cache-Control: max-age=3600"}, hour},
		{"among others, in any case, in quotes", 200, []string{"Cache-Control: public,\tMAX-AGE=\"3600\" , immutable"}, hour},
		{"the first of two", 200, []string{"Cache-Control: max-age=3600", "Cache-Control: max-age=1"}, hour},
		{"no time at all", 200, []string{"Cache-Control: max-age=0"}, "0s"},
		{"no number", 200, []string{"Cache-Control: max-age=-1"}, "0s"},
		{"a number beyond all bounds", 200, []string{"Cache-Control: max-age=99999999999999999999"}, "596523h14m8s"},
		{"for proxies", 200, []string{"Cache-Control: s-maxage=3600"}, "0s"},
		{"not to be stored", 200, []string{"Cache-Control: max-age=3600, no-store"}, notStored},
		{"to be validated", 200, []string{"Cache-Control: no-cache, max-age=3600"}, "0s"},
		{"without one of its headers", 200, []string{"Cache-Control: max-age=3600, no-cache=\"set-cookie\""}, hour},
		{"a word in quotes", 200, []string{"Cache-Control: max-age=3600, private=\"a, no-store, b\""}, hour},
		{"stale for an hour", 200, []string{"Cache-Control: max-age=0, stale-while-revalidate=3600"}, hour},
		{"a date", 200, []string{"Expires: Thu, 01 Jan 2026 01:00:00 GMT"}, hour},
		{"in its second form", 200, []string{"Expires: Thursday, 01-Jan-26 01:00:00 GMT"}, hour},
		{"in its third form", 200, []string{"Expires: Thu Jan  1 01:00:00 2026"}, hour},
		{"a date, after Date", 200, []string{"Expires: Fri, 01 Jan 2021 00:00:00 GMT", "Date: Wed, 01 Jan 2020 01:00:00 GMT"}, "8783h0m0s"},
		{"a date, after a Date that is none", 200, []string{"Expires: Thu, 01 Jan 2026 01:00:00 GMT", "Date: now"}, hour},
		{"a date in the past", 200, []string{"Expires: Wed, 31 Dec 2025 23:59:59 GMT"}, "0s"},
		{"a date before Date", 200, []string{"Expires: Fri, 01 Jan 2027 00:00:00 GMT", "Date: Sat, 01 Jan 2028 00:00:00 GMT"}, "0s"},
		{"0", 200, []string{"Expires: 0"}, "0s"},
		{"the first of two dates", 200, []string{"Expires: Thu, 01 Jan 2026 01:00:00 GMT", "Expires: Fri, 01 Jan 2027 00:00:00 GMT"}, hour},
		{"the first of two, which is none", 200, []string{"Expires: 0", "Expires: Fri, 01 Jan 2027 00:00:00 GMT"}, "0s"},
		{"a year", 200, []string{"Expires: Fri, 01 Jan 2027 00:00:00 GMT"}, year},
		{"a date that does not count", 200, []string{"Expires: Fri, 01 Jan 2027 00:00:00 GMT", "Cache-Control: max-age=0"}, "0s"},
		{"a guess", 200, []string{"Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT"}, guess},
		{"a guess about what is not found", 404, []string{"Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT"}, guess},
		{"no guess about a redirect for now", 302, []string{"Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT"}, "0s"},
		{"a guess about one that all may keep", 302, []string{"Cache-Control: public", "Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT"}, guess},
		{"no guess where it is said", 200, []string{"Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT", "Expires: 0"}, "0s"},
	}
	for _, test := range tests {
		var list header.List
		for _, line := range test.header {
			name, value, _ := strings.Cut(line, ": ")
			list.Append(name, value)
		}
		got := notStored
		if lifetime, stored := policy.FreshnessLifetime(test.status, list, date); stored {
			got = lifetime.String()
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.about, got, test.want)
		}
	}
}

func FuzzFreshnessLifetime(f *testing.F) {
	f.Add(200, "max-age=3600, no-cache=\"a,b\"", "0", "")
	f.Add(302, "public", "", "Thu, 01 Jan 2026 01:00:00 GMT")
	f.Add(404, "no-store", "Thursday, 01-Jan-26 01:00:00 GMT", "Thu Jan  1 01:00:00 2026")
	f.Fuzz(func(t *testing.T, status int, control, expires, sent string) {
		list := headerList("Cache-Control", control, "Expires", expires, "Date", sent)
		lifetime, stored := policy.FreshnessLifetime(status, list, time.Unix(0, 0))
		if lifetime < 0 || !stored && lifetime != 0 {
			t.Errorf("%q: %v, stored %v", list, lifetime, stored)
		}
		// An answer that is not to be stored, or not to be used without asking, never is.
		for directive, wantStored := range map[string]bool{"no-store": false, "no-cache": true} {
			list := append(headerList("Cache-Control", directive), list...)
			if lifetime, stored := policy.FreshnessLifetime(status, list, time.Unix(0, 0)); lifetime != 0 || stored && !wantStored {
				t.Errorf("%q: %v, stored %v", list, lifetime, stored)
			}
		}
	})
}
