package policy

import (
	"math"
	"slices"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
)

// heuristicFraction is what part of a resource's age a browser guesses that it will stay as it is.
//
// https://httpwg.org/specs/rfc9111.html#heuristic.freshness
const heuristicFraction = 10

// A Freshness says for how long a stored answer may be used without asking the server. The zero value is never.
type Freshness struct {
	// Lifetime is how old an answer that is fresh may be.
	Lifetime time.Duration
	// WhileRevalidating is how much older it may be if the browser asks the server behind the page's back.
	WhileRevalidating time.Duration
}

// ReadFreshness returns how long an answer stays fresh that came at the given date.
//
// https://httpwg.org/specs/rfc9111.html#calculating.freshness.lifetime
func ReadFreshness(profile engine.Profile, status int, response header.List, received time.Time) Freshness {
	control := readCacheControl(response)
	// Some answers are not used without asking, however new they are.
	if control.noCache || mustValidate(profile, status, response) {
		return Freshness{}
	}
	freshness := Freshness{Lifetime: lifetime(profile, status, response, &control, received)}
	if !control.mustRevalidate {
		freshness.WhileRevalidating = control.staleWhileRevalidate
	}
	return freshness
}

// lifetime is the freshness lifetime: what the answer says, or else what the browser guesses.
func lifetime(
	profile engine.Profile, status int, response header.List, control *cacheControl, received time.Time,
) time.Duration {
	switch {
	case control.hasMaxAge:
		return control.maxAge
	case response.Contains("Expires"):
		return untilExpires(response, received)
	// What is gone needs no further question: this guess is every browser's. What has moved for good may.
	case status == 410, IsPermanentRedirectStatus(status) && profile.Has(engine.CacheMovedForGood):
		return math.MaxInt64
	// One browser makes no guess of what may not be used when it is stale.
	case control.mustRevalidate && profile.Has(engine.CacheMustRevalidateNotGuessed):
		return 0
	case control.public || isHeuristicallyFreshStatus(profile, status):
		return heuristicLifetime(profile, response, received)
	}
	return 0
}

// heuristicLifetime guesses from how long ago the resource was changed.
func heuristicLifetime(profile engine.Profile, response header.List, received time.Time) time.Duration {
	modified, ok := httpDate(response, "Last-Modified")
	if !ok {
		return 0
	}
	guess := max(0, dateValue(response, received).Sub(modified)/heuristicFraction)
	if profile.Has(engine.CacheHeuristicWeek) {
		guess = min(guess, 7*24*time.Hour)
	}
	return guess
}

// CurrentAge returns how old an answer is that the browser has had for the given time, and that came at the given
// date.
//
// https://httpwg.org/specs/rfc9111.html#age.calculations
func CurrentAge(response header.List, received time.Time, resident time.Duration) time.Duration {
	// It was under way before, as Date or the caches on the way say.
	apparent := max(0, received.Sub(dateValue(response, received)))
	for value := range response.Values("Age") {
		apparent = max(apparent, deltaSeconds(value))
		break
	}
	return apparent + min(resident, math.MaxInt64-apparent)
}

// untilExpires is the lifetime that an Expires header gives, counted from Date where there is one. What is no date,
// such as 0, lies in the past.
//
// https://httpwg.org/specs/rfc9111.html#field.expires
func untilExpires(response header.List, received time.Time) time.Duration {
	expires, ok := httpDate(response, "Expires")
	if !ok {
		return 0
	}
	return min(max(0, expires.Sub(dateValue(response, received))), maxDeltaSeconds*time.Second)
}

// dateValue is the date that the server gives for its answer, or else when it came.
func dateValue(response header.List, received time.Time) time.Time {
	if sent, ok := httpDate(response, "Date"); ok {
		return sent
	}
	return received
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

// mustValidate reports whether a browser asks the server each time for what the standard has no such rule.
func mustValidate(profile engine.Profile, status int, response header.List) bool {
	if profile.Has(engine.CachePragmaInAnswer) && response.Tokens("Pragma").ContainsFold("no-cache") {
		return true
	}
	return profile.Has(engine.CacheValidatesUnusualStatus) && !slices.Contains(usualStatuses, status)
}

// usualStatuses are those that are used again without asking where others are not.
var usualStatuses = []int{200, 203, 204, 206, 300, 301, 302, 307, 308, 410}

// isHeuristicallyFreshStatus reports whether a browser guesses how long an answer with this status stays fresh.
func isHeuristicallyFreshStatus(profile engine.Profile, status int) bool {
	if profile.Has(engine.CacheHeuristicFewStatuses) {
		return status == 200 || status == 203
	}
	return isHeuristicallyCacheableStatus(status)
}

// isHeuristicallyCacheableStatus reports whether a cache may guess the lifetime of an answer with this status.
//
// https://httpwg.org/specs/rfc9110.html#overview.of.status.codes
func isHeuristicallyCacheableStatus(status int) bool {
	switch status {
	case 200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501:
		return true
	}
	return false
}
