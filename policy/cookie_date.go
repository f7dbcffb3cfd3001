package policy

import (
	"slices"
	"strings"
	"time"

	"github.com/corsim/corsim/header"
)

// A cookieDate collects the parts of a cookie-date; a part not found yet is negative.
type cookieDate struct {
	hour, minute, second int
	day, month, year     int
}

// parseCookieDate parses a cookie-date, the value of an Expires attribute. It takes the parts wherever they
// stand and skips everything it does not know, such as the weekday and the time zone: the time is UTC.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#cookie-date
func parseCookieDate(value string) (time.Time, bool) {
	date := cookieDate{hour: -1, day: -1, month: -1, year: -1}
	// Look at each token between delimiters in turn.
	for token := range strings.FieldsFuncSeq(value, isDateDelimiter) {
		date.take(token)
	}
	// A year of two digits lies between 1970 and 2069.
	switch {
	case 70 <= date.year && date.year <= 99:
		date.year += 1900
	case 0 <= date.year && date.year <= 69:
		date.year += 2000
	}
	// Every part must be there and within its range.
	if date.hour < 0 || date.month < 0 || date.day < 1 || date.day > 31 || date.year < 1601 ||
		date.hour > 23 || date.minute > 59 || date.second > 59 {
		return time.Time{}, false
	}
	// The day must exist in its month.
	t := time.Date(date.year, time.Month(date.month), date.day, date.hour, date.minute, date.second, 0, time.UTC)
	if t.Day() != date.day {
		return time.Time{}, false
	}
	return t, true
}

func isDateDelimiter(r rune) bool {
	return r == '\t' || ' ' <= r && r <= '/' || ';' <= r && r <= '@' || '[' <= r && r <= '`' || '{' <= r && r <= '~'
}

// take gives a token to the first part, of those still missing, whose form it has.
func (d *cookieDate) take(token string) {
	// The time comes first,
	if d.hour < 0 {
		if hour, minute, second, ok := parseDateTime(token); ok {
			d.hour, d.minute, d.second = hour, minute, second
			return
		}
	}
	// then the day of the month,
	if d.day < 0 {
		if day, _, ok := cutDateNumber(token, 1, 2); ok {
			d.day = day
			return
		}
	}
	// then the month, by its first three letters,
	if d.month < 0 && len(token) >= 3 {
		if i := slices.Index(dateMonths[:], header.Lower(token[:3])); i >= 0 {
			d.month = i + 1
			return
		}
	}
	// then the year.
	if d.year < 0 {
		if year, _, ok := cutDateNumber(token, 2, 4); ok {
			d.year = year
		}
	}
}

var dateMonths = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// parseDateTime reads a time of three fields with colons between them; anything but a digit may follow.
func parseDateTime(token string) (hour, minute, second int, ok bool) {
	var fields [3]int
	for i := range fields {
		if i > 0 {
			if token, ok = strings.CutPrefix(token, ":"); !ok {
				return 0, 0, 0, false
			}
		}
		if fields[i], token, ok = cutDateNumber(token, 1, 2); !ok {
			return 0, 0, 0, false
		}
	}
	return fields[0], fields[1], fields[2], true
}

// cutDateNumber cuts the digits from the front of a token; ok if there are no fewer than least and no more
// than most of them.
func cutDateNumber(token string, least, most int) (n int, rest string, ok bool) {
	digits := 0
	for digits < len(token) && digits <= most && '0' <= token[digits] && token[digits] <= '9' {
		n = n*10 + int(token[digits]-'0')
		digits++
	}
	return n, token[digits:], least <= digits && digits <= most
}
