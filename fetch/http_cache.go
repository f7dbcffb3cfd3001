package fetch

import (
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A storedURL is the URL of an answer that the HTTP cache may hold. corsim does not model the HTTP cache; it only
// remembers where one would have a say.
type storedURL struct {
	site origin.Site // of the HTTP cache partition
	url  string
}

// maxStoredURLs bounds what is remembered.
const maxStoredURLs = 4096

// leaveCacheOut sets the cache mode to no-store where the caller makes a conditional request of its own.
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 8.16
func (f *fetching) leaveCacheOut() {
	if f.cache != policy.CacheDefault {
		return
	}
	for _, name := range [...]string{"If-Modified-Since", "If-None-Match", "If-Unmodified-Since", "If-Match", "If-Range"} {
		if f.header.Contains(name) {
			f.cache = policy.CacheNoStore
		}
	}
}

// mayBeCached reports whether an earlier answer could answer this request without the server.
func (f *fetching) mayBeCached() bool {
	if f.method != "GET" || f.cache == policy.CacheNoStore || f.cache == policy.CacheReload || f.cache == policy.CacheNoCache {
		return false
	}
	if len(f.agent.httpCache) == 0 {
		return false
	}
	key := f.storedURL()
	for _, stored := range f.agent.httpCache {
		if stored == key {
			return true
		}
	}
	return false
}

// rememberCached remembers the URL of an answer that says of itself that it stays fresh.
func (f *fetching) rememberCached(answer *response) {
	if f.method != "GET" || f.cache == policy.CacheNoStore || !isFresh(answer.Header) || len(f.agent.httpCache) == maxStoredURLs {
		return
	}
	f.agent.httpCache = append(f.agent.httpCache, f.storedURL())
}

func (f *fetching) storedURL() storedURL {
	return storedURL{f.client.TopLevelOrigin.Site(f.agent.PublicSuffixes), f.currentURL().WithoutFragment().Href()}
}

// isFresh reports whether an answer declares an explicit freshness lifetime of more than nothing.
// https://httpwg.org/specs/rfc9111.html#calculating.freshness.lifetime
func isFresh(list header.List) bool {
	value, found := list.Get("Cache-Control")
	if !found {
		return list.Contains("Expires")
	}
	fresh := list.Contains("Expires")
	for directive := range strings.SplitSeq(value, ",") {
		name, argument, _ := strings.Cut(strings.Trim(directive, " \t"), "=")
		switch {
		case header.EqualFold(name, "no-store"), header.EqualFold(name, "no-cache"):
			return false
		case header.EqualFold(name, "max-age"):
			fresh = strings.Trim(argument, `"0`) != ""
		}
	}
	return fresh
}
