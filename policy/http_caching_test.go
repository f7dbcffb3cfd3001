package policy_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

func TestFreshnessLifetime(t *testing.T) {
	const notStored = "not stored"
	const hour, year, guess = "1h0m0s", "8760h0m0s", "5260h48m0s"
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
		{"stale for an hour", 200, []string{"Cache-Control: max-age=0, stale-while-revalidate=3600"}, "0s + 1h0m0s"},
		{"but not where it must be validated", 200, []string{"Cache-Control: max-age=0, must-revalidate, stale-while-revalidate=3600"}, "0s"},
		{"what is not found, for an hour", 404, []string{"Cache-Control: max-age=3600"}, hour},
		{"a status that nothing is known of", 599, nil, notStored},
		{"but a header says so", 599, []string{"Cache-Control: private"}, "0s"},
		{"a part", 206, []string{"Cache-Control: max-age=3600"}, notStored},
		{"news that nothing has changed", 304, []string{"Cache-Control: max-age=3600"}, notStored},
		{"what is gone for good", 410, nil, "2562047h47m16.854775807s"},
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
		{"a redirect for now", 302, []string{"Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT"}, notStored},
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
		if policy.IsStorable(engine.Standard, test.status, list, date) {
			freshness := policy.ReadFreshness(engine.Standard, test.status, list, date)
			got = freshness.Lifetime.String()
			if freshness.WhileRevalidating != 0 {
				got += " + " + freshness.WhileRevalidating.String()
			}
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
		for _, profile := range []engine.Profile{engine.Standard, engine.Chromium, engine.Firefox, engine.WebKit} {
			freshness := policy.ReadFreshness(profile, status, list, time.Unix(0, 0))
			if freshness.Lifetime < 0 || freshness.WhileRevalidating < 0 {
				t.Errorf("%v: %q: %v", profile, list, freshness)
			}
			if age := policy.CurrentAge(list, time.Unix(0, 0), math.MaxInt64); age < math.MaxInt64 {
				t.Errorf("%q: an age of %v", list, age)
			}
			// An answer that is not to be stored, or not to be used without asking, never is.
			if policy.IsStorable(profile, status, append(headerList("Cache-Control", "no-store"), list...), time.Unix(0, 0)) {
				t.Errorf("%v: %q is stored", profile, list)
			}
			if got := policy.ReadFreshness(profile, status, append(headerList("Cache-Control", "no-cache"), list...), time.Unix(0, 0)); got != (policy.Freshness{}) {
				t.Errorf("%v: %q: %v", profile, list, got)
			}
		}
	})
}

func TestWhatEnginesStore(t *testing.T) {
	const no, yes = "not stored", "asked each time"
	tests := []struct {
		about                               string
		status                              int
		header                              []string
		standard, chromium, firefox, webkit string
	}{
		{"a lifetime", 200, []string{"Cache-Control", "max-age=60"}, "1m0s", "1m0s", "1m0s", "1m0s"},
		{"nothing", 200, nil, yes, yes, yes, no},
		{"a validator", 200, []string{"ETag", `"a"`}, yes, yes, yes, yes},
		{"an error", 500, nil, no, yes, yes, no},
		{"an error with a lifetime", 500, []string{"Cache-Control", "max-age=60"}, "1m0s", "1m0s", yes, no},
		{"nothing there, with a lifetime", 404, []string{"Cache-Control", "max-age=60"}, "1m0s", "1m0s", yes, "1m0s"},
		{"nothing there, as for long", 404, []string{"Last-Modified", "Wed, 22 Apr 2026 00:00:00 GMT"}, "24h0m0s", yes, yes, "24h0m0s"},
		{"as for ten days", 200, []string{"Last-Modified", "Wed, 22 Apr 2026 00:00:00 GMT"}, "24h0m0s", "24h0m0s", "24h0m0s", "24h0m0s"},
		{"as for long", 200, []string{"Last-Modified", "Mon, 02 May 2016 00:00:00 GMT"}, "8764h48m0s", "8764h48m0s", "168h0m0s", "8764h48m0s"},
		{"an old habit", 200, []string{"Cache-Control", "max-age=60", "Pragma", "no-cache", "ETag", "e"}, "1m0s", yes, yes, yes},
		{"moved for good", 301, nil, yes, "2562047h47m16.854775807s", yes, "2562047h47m16.854775807s"},
		{"moved for now", 302, []string{"Cache-Control", "max-age=60"}, "1m0s", "1m0s", "1m0s", "1m0s"},
		{"moved for good, the second", 308, []string{"Cache-Control", "max-age=60"}, "1m0s", "1m0s", "1m0s", no},
		{"who are you", 401, []string{"Cache-Control", "max-age=60"}, "1m0s", no, yes, no},
	}
	received := time.Date(2026, time.May, 2, 0, 0, 0, 0, time.UTC)
	for _, test := range tests {
		list := headerList(test.header...)
		for _, of := range []struct {
			profile engine.Profile
			want    string
		}{{engine.Standard, test.standard}, {engine.Chromium, test.chromium}, {engine.Firefox, test.firefox}, {engine.WebKit, test.webkit}} {
			got := no
			if policy.IsStorable(of.profile, test.status, list, received) {
				got = yes
				if freshness := policy.ReadFreshness(of.profile, test.status, list, received); freshness.Lifetime > 0 {
					got = freshness.Lifetime.String()
				}
			}
			if got != of.want {
				t.Errorf("%v, %s: %s, want %s", of.profile, test.about, got, of.want)
			}
		}
	}
}

func TestCurrentAge(t *testing.T) {
	received := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		about    string
		header   []string
		resident time.Duration
		want     time.Duration
	}{
		{"new", nil, 0, 0},
		{"here for a minute", nil, time.Minute, time.Minute},
		{"a cache on the way had it", []string{"Age", "30"}, time.Minute, 90 * time.Second},
		{"made an hour ago", []string{"Date", "Wed, 31 Dec 2025 23:00:00 GMT"}, 0, time.Hour},
		{"the greater counts", []string{"Date", "Wed, 31 Dec 2025 23:00:00 GMT", "Age", "30"}, 0, time.Hour},
		{"made tomorrow", []string{"Date", "Fri, 02 Jan 2026 00:00:00 GMT"}, time.Second, time.Second},
		{"no number", []string{"Age", "x"}, 0, 0},
	}
	for _, test := range tests {
		if got := policy.CurrentAge(headerList(test.header...), received, test.resident); got != test.want {
			t.Errorf("%s: %v, want %v", test.about, got, test.want)
		}
	}
}

func TestReadRequestCaching(t *testing.T) {
	tests := []struct {
		value string
		want  policy.RequestCaching
	}{
		{"", policy.RequestCaching{}},
		{"no-cache", policy.RequestCaching{NoCache: true}},
		{"Max-Age=60, x", policy.RequestCaching{HasMaxAge: true, MaxAge: time.Minute}},
		{"max-stale", policy.RequestCaching{Other: "max-stale"}},
		{"public, min-fresh=3", policy.RequestCaching{Other: "min-fresh"}},
	}
	for _, test := range tests {
		if got := policy.ReadRequestCaching(headerList("Cache-Control", test.value)); got != test.want {
			t.Errorf("%s: %+v, want %+v", test.value, got, test.want)
		}
	}
}
