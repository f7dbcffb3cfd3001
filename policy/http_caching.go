package policy

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
)

// maxDeltaSeconds is the greatest number of seconds that counts, a bit more than 68 years.
//
// https://httpwg.org/specs/rfc9111.html#delta-seconds
const maxDeltaSeconds = 1 << 31

// IsStorable reports whether a browser's cache keeps an answer. received is the date it came at.
//
// https://httpwg.org/specs/rfc9111.html#response.cacheability
func IsStorable(profile engine.Profile, status int, response header.List, received time.Time) bool {
	control := readCacheControl(response)
	switch {
	case control.noStore:
		return false
	// A part of a resource, and the news that there is none, are for who understands them.
	case status == 206, status == 304:
		return false
	// The page's own business with the server is not kept.
	case profile.Has(engine.CacheNotUnauthorized) && slices.Contains(refusals, status):
		return false
	case profile.Has(engine.CacheStoresAnyStatus):
		return true
	case profile.Has(engine.CacheStoresWhatIsReusable):
		return isReusable(profile, status, response, &control, received)
	}
	// Something must say that it can be kept: a header, or what the status means.
	return control.explicit() || response.Contains("Expires") || isHeuristicallyCacheableStatus(status)
}

// refusals are the statuses of answers to a request that was not as the server wants it.
var refusals = []int{401, 407, 416}

// keptStatuses are those that are stored where few are, and lifetimeStatuses those that are if a header gives a
// lifetime.
var (
	keptStatuses     = []int{200, 203, 204, 300, 301, 404, 405, 410, 414, 501}
	lifetimeStatuses = []int{201, 202, 205, 302, 303, 307, 403, 406, 415}
)

// isReusable reports whether an answer will be of any use: it has a lifetime, or can be validated.
func isReusable(
	profile engine.Profile, status int, response header.List, control *cacheControl, received time.Time,
) bool {
	if !slices.Contains(keptStatuses, status) {
		expires := control.hasMaxAge || response.Contains("Expires")
		if !expires || !slices.Contains(lifetimeStatuses, status) {
			return false
		}
	}
	freshness := ReadFreshness(profile, status, response, received)
	return freshness != Freshness{} || response.Contains("ETag") || response.Contains("Last-Modified")
}

// RequestCaching is what the author of a request says to caches.
type RequestCaching struct {
	// MaxAge is how old an answer may be, and HasMaxAge whether that is said. no-cache is an age of nothing.
	MaxAge    time.Duration
	HasMaxAge bool
	// NoCache is true where the cache is not to answer by itself.
	NoCache bool
	// Other names a directive that browsers take in different ways; "" for none.
	Other string
}

// ReadRequestCaching reads the Cache-Control fields of a request.
//
// https://httpwg.org/specs/rfc9111.html#cache-request-directive
func ReadRequestCaching(request header.List) RequestCaching {
	var caching RequestCaching
	for name, argument := range directives(request) {
		switch {
		case header.EqualFold(name, "no-cache"):
			caching.NoCache = true
		case header.EqualFold(name, "max-age"):
			caching.HasMaxAge, caching.MaxAge = true, deltaSeconds(argument)
		case header.EqualFold(name, "max-stale"), header.EqualFold(name, "min-fresh"), header.EqualFold(name, "no-store"):
			caching.Other = name
		}
	}
	return caching
}

// cacheControl is what Cache-Control says to a browser.
type cacheControl struct {
	noStore, noCache, public, private, mustRevalidate, hasMaxAge bool
	maxAge, staleWhileRevalidate                                 time.Duration
}

// explicit reports whether a directive says that an answer can be stored.
func (c *cacheControl) explicit() bool { return c.public || c.private || c.hasMaxAge }

// readCacheControl reads the Cache-Control fields of an answer; the first of several lifetimes counts.
//
// https://httpwg.org/specs/rfc9111.html#cache-response-directive
func readCacheControl(response header.List) cacheControl {
	var control cacheControl
	for name, argument := range directives(response) {
		switch {
		case header.EqualFold(name, "no-store"):
			control.noStore = true
		// With an argument it is about those headers only.
		case header.EqualFold(name, "no-cache"):
			control.noCache = control.noCache || argument == ""
		case header.EqualFold(name, "public"):
			control.public = true
		case header.EqualFold(name, "private"):
			control.private = true
		case header.EqualFold(name, "must-revalidate"):
			control.mustRevalidate = true
		case header.EqualFold(name, "max-age") && !control.hasMaxAge:
			control.hasMaxAge, control.maxAge = true, deltaSeconds(argument)
		case header.EqualFold(name, "stale-while-revalidate"):
			control.staleWhileRevalidate = deltaSeconds(argument)
		}
	}
	return control
}

// directives yields the names and arguments in the Cache-Control fields of a request or an answer.
func directives(list header.List) func(yield func(name, argument string) bool) {
	return func(yield func(name, argument string) bool) {
		for value := range list.Values("Cache-Control") {
			for directive := range header.DecodeSplit(value) {
				name, argument, _ := strings.Cut(directive, "=")
				if !yield(name, argument) {
					return
				}
			}
		}
	}
}

// deltaSeconds reads a number of seconds, with or without quotes. What is none is nothing; what is too great is as
// much as there can be.
func deltaSeconds(argument string) time.Duration {
	seconds, _ := strconv.ParseUint(strings.Trim(argument, `"`), 10, 64)
	return time.Duration(min(seconds, maxDeltaSeconds)) * time.Second
}

// MayKeepPart reports whether a cache may keep a part of a resource: what has a lifetime or a validator.
func MayKeepPart(status int, answer header.List) bool {
	control := readCacheControl(answer)
	return status == 206 && !control.noStore &&
		(control.hasMaxAge || answer.Contains("Expires") || answer.Contains("ETag") || answer.Contains("Last-Modified"))
}

// IsKeptByValidation reports whether the stored answer keeps its header with this name when a 304 has one too: those
// that say how the stored body is to be read, and the entity tag that the server was asked about.
//
// https://httpwg.org/specs/rfc9111.html#update
func IsKeptByValidation(name string) bool {
	switch header.Lower(name) {
	case "connection", "content-encoding", "content-length", "content-range", "content-type", "etag",
		"keep-alive", "transfer-encoding", "upgrade":
		return true
	}
	return false
}
