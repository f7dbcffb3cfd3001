package policy

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/corsim/corsim/header"
)

// maxDeltaSeconds is the greatest number of seconds that counts, a bit more than 68 years.
//
// https://httpwg.org/specs/rfc9111.html#delta-seconds
const maxDeltaSeconds = 1 << 31

// FreshnessLifetime says for how long a browser may use an answer again without asking the server, or while it asks
// behind the page's back; stored is false where no cache may keep it. date is what the browser's clock shows.
// Where a browser is free to choose, there is no end to it.
//
// https://httpwg.org/specs/rfc9111.html#calculating.freshness.lifetime
func FreshnessLifetime(status int, response header.List, date time.Time) (lifetime time.Duration, stored bool) {
	control := readCacheControl(response)
	switch {
	// Some answers are for nobody else, and some are not used without asking.
	case control.noStore:
		return 0, false
	case control.noCache:
		return 0, true
	// An explicit lifetime stands in max-age, or else in Expires.
	case control.hasMaxAge:
		lifetime = control.maxAge
	case response.Contains("Expires"):
		lifetime = untilExpires(response, date)
	// Without one the browser guesses from how long ago the resource was changed.
	case response.Contains("Last-Modified") && (control.public || isHeuristicallyCacheableStatus(status)):
		return math.MaxInt64, true
	}
	return lifetime + control.staleWhileRevalidate, true
}

// untilExpires is the lifetime that an Expires header gives, counted from Date where there is one. What is no date,
// such as 0, lies in the past.
//
// https://httpwg.org/specs/rfc9111.html#field.expires
func untilExpires(response header.List, date time.Time) time.Duration {
	expires, ok := httpDate(response, "Expires")
	if !ok {
		return 0
	}
	if sent, ok := httpDate(response, "Date"); ok {
		date = sent
	}
	return min(max(0, expires.Sub(date)), maxDeltaSeconds*time.Second)
}

// httpDate reads the date in a header; of several the first counts.
func httpDate(response header.List, name string) (date time.Time, ok bool) {
	for value := range response.Values(name) {
		return parseHTTPDate(value)
	}
	return time.Time{}, false
}

// parseHTTPDate parses a date in any of the three forms that HTTP has had.
//
// https://httpwg.org/specs/rfc9110.html#http.date
func parseHTTPDate(value string) (date time.Time, ok bool) {
	if len(value) > len("Wednesday, 01-Jan-26 00:00:00 GMT") {
		return time.Time{}, false
	}
	for _, layout := range [...]string{"Mon, 02 Jan 2006 15:04:05 GMT", "Monday, 02-Jan-06 15:04:05 GMT", time.ANSIC} {
		if date, err := time.Parse(layout, value); err == nil {
			return date, true
		}
	}
	return time.Time{}, false
}

// cacheControl is what Cache-Control says to a browser.
type cacheControl struct {
	noStore, noCache, public, hasMaxAge bool
	maxAge, staleWhileRevalidate        time.Duration
}

// readCacheControl reads the Cache-Control fields of an answer; the first of several lifetimes counts.
//
// https://httpwg.org/specs/rfc9111.html#cache-response-directive
func readCacheControl(response header.List) cacheControl {
	var control cacheControl
	for value := range response.Values("Cache-Control") {
		for directive := range header.DecodeSplit(value) {
			name, argument, _ := strings.Cut(directive, "=")
			switch {
			case header.EqualFold(name, "no-store"):
				control.noStore = true
			// With an argument it is about those headers only.
			case header.EqualFold(name, "no-cache"):
				control.noCache = control.noCache || argument == ""
			case header.EqualFold(name, "public"):
				control.public = true
			case header.EqualFold(name, "max-age") && !control.hasMaxAge:
				control.hasMaxAge, control.maxAge = true, deltaSeconds(argument)
			case header.EqualFold(name, "stale-while-revalidate"):
				control.staleWhileRevalidate = deltaSeconds(argument)
			}
		}
	}
	return control
}

// deltaSeconds reads a number of seconds, with or without quotes. What is none is nothing; what is too great is as much
// as there can be.
func deltaSeconds(argument string) time.Duration {
	seconds, _ := strconv.ParseUint(strings.Trim(argument, `"`), 10, 64)
	return time.Duration(min(seconds, maxDeltaSeconds)) * time.Second
}

// isHeuristicallyCacheableStatus reports whether a browser may guess the lifetime of an answer with this status.
//
// https://httpwg.org/specs/rfc9110.html#overview.of.status.codes
func isHeuristicallyCacheableStatus(status int) bool {
	switch status {
	case 200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501:
		return true
	}
	return false
}
