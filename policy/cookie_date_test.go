package policy

import (
	"testing"
	"time"
)

func TestCookieDate(t *testing.T) {
	const none = ""
	for _, test := range []struct{ about, value, want string }{
		{"The form of HTTP", "Wed, 09 Jun 2027 10:18:14 GMT", "2027-06-09T10:18:14Z"},
		{"The form of Netscape", "Wed, 09-Jun-2027 10:18:14 GMT", "2027-06-09T10:18:14Z"},
		{"The form of asctime", "Wed Jun  9 10:18:14 2027", "2027-06-09T10:18:14Z"},
		{"The time first", "10:18:14 9 jun 2027", "2027-06-09T10:18:14Z"},
		{"The zone is not read", "9 Jun 2027 10:18:14 +0200", "2027-06-09T10:18:14Z"},
		{"Letters after a number", "9th Jun 2027AD 10:18:14pm", "2027-06-09T10:18:14Z"},
		{"Letters after the month", "9 JUNE 2027 10:18:14", "2027-06-09T10:18:14Z"},
		{"One digit each", "9 Jun 2027 1:2:3", "2027-06-09T01:02:03Z"},
		{"A day and a year that could be days", "1 Jan 02 00:00:00", "2002-01-01T00:00:00Z"},
		{"The first of each counts", "1 Jan 2027 00:00:00 2 Feb 2028 11:11:11", "2027-01-01T00:00:00Z"},
		{"Two digits up to 69", "1 Jan 69 00:00:00", "2069-01-01T00:00:00Z"},
		{"Two digits from 70", "1 Jan 70 00:00:00", "1970-01-01T00:00:00Z"},
		{"Three digits", "1 Jan 099 00:00:00", "1999-01-01T00:00:00Z"},
		{"The first year", "1 Jan 1601 00:00:00", "1601-01-01T00:00:00Z"},
		{"The last year", "31 Dec 9999 23:59:59", "9999-12-31T23:59:59Z"},
		{"A leap day", "29 Feb 2028 00:00:00", "2028-02-29T00:00:00Z"},
		{"Control characters are part of a token", "9\x01 Jun 2027 10:18:14", "2027-06-09T10:18:14Z"},

		{"Nothing", "", none},
		{"No time", "9 Jun 2027", none},
		{"No seconds", "9 Jun 2027 10:18", none},
		{"No day", "Jun 2027 10:18:14", none},
		{"No month", "9 2027 10:18:14", none},
		{"No year", "9 Jun 10:18:14", none},
		{"Three digits are no day", "009 Jun 2027 10:18:14", none},
		{"Five digits are no year", "9 Jun 12027 10:18:14", none},
		{"Three digits are no hour", "9 Jun 2027 010:18:14", none},
		{"A year too early", "1 Jan 1600 00:00:00", none},
		{"A year of three digits that is none", "1 Jan 100 00:00:00", none},
		{"Day 0", "0 Jan 2027 00:00:00", none},
		{"Day 32", "32 Jan 2027 00:00:00", none},
		{"A day its month does not have", "29 Feb 2027 00:00:00", none},
		{"Hour 24", "1 Jan 2027 24:00:00", none},
		{"Minute 60", "1 Jan 2027 00:60:00", none},
		{"A leap second", "1 Jan 2027 23:59:60", none},
		{"Another language", "9 Mai 2027 10:18:14", none},
	} {
		got := none
		if date, ok := parseCookieDate(test.value); ok {
			got = date.Format(time.RFC3339)
		}
		if got != test.want {
			t.Errorf("%s: %q: %q, want %q", test.about, test.value, got, test.want)
		}
	}
}

func FuzzCookieDate(f *testing.F) {
	f.Add("Wed, 09 Jun 2027 10:18:14 GMT")
	f.Add("1 Jan 70 0:0:0")
	f.Fuzz(func(t *testing.T, value string) {
		date, ok := parseCookieDate(value)
		if !ok {
			return
		}
		again, ok := parseCookieDate(date.Format(time.RFC1123))
		if !ok || !again.Equal(date) {
			t.Fatalf("%q: %v, then %v", value, date, again)
		}
	})
}
