package fetch

import (
	"math"
	"time"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// An httpCache remembers which answers the HTTP cache may hold, so that it is known where it would have a say; what it
// would say is not modelled. An answer that is stale counts as absent, unless the cache mode asks for it: the condition
// that a browser would ask with for a newer one, such as If-None-Match, is left out. The zero value is empty.
type httpCache struct {
	// freshUntil says when the answers become stale, on the browser's clock. What exceeds maxStoredAnswers is all
	// under the zero key, and may be anything.
	freshUntil map[storedURL]time.Duration
	// last is the latest answer, which is not looked at before there is another request.
	last storedAnswer
}

// A storedURL is what finds an answer.
type storedURL struct {
	site origin.Site // of the HTTP cache partition
	url  string
}

// A storedAnswer is an answer and when it came. The zero value is none.
type storedAnswer struct {
	exchange *Exchange
	client   *Environment
	at       time.Duration
}

// maxStoredAnswers bounds what is remembered.
const maxStoredAnswers = 4096

// leaveCacheOut sets the cache mode to no-store where the caller makes a conditional request of its own.
//
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
	// What answers GET answers HEAD, too.
	if f.method != "GET" && f.method != "HEAD" {
		return false
	}
	switch f.cache {
	case policy.CacheNoStore, policy.CacheReload, policy.CacheNoCache:
		return false
	}
	stored := f.agent.storedAnswers()
	if stored == nil {
		return false
	}
	until, found := stored[f.agent.storedURL(f.client, f.wireURL())]
	if !found {
		until, found = stored[storedURL{}]
	}
	// Only the modes that say so take what is stale.
	return found && (f.cache != policy.CacheDefault || f.agent.Now < until)
}

// updateCache does to the HTTP cache what the answer to the latest exchange does.
func (f *fetching) updateCache(answer *response) {
	switch {
	// Mode no-store does as though there were no cache.
	case f.method == "GET" && f.cache != policy.CacheNoStore:
		f.agent.storedAnswers()
		f.agent.httpCache.last = storedAnswer{&f.record.Exchanges[len(f.record.Exchanges)-1], f.client, f.agent.Now}
	// A request that changes something makes the cache forget.
	// https://httpwg.org/specs/rfc9111.html#invalidation
	case !policy.IsSafeMethod(f.method) && 200 <= answer.Status && answer.Status <= 399:
		if stored := f.agent.storedAnswers(); stored != nil {
			delete(stored, f.agent.storedURL(f.client, f.wireURL()))
		}
	}
}

// storedAnswers returns what is stored, the latest answer too; nil for nothing.
func (a *UserAgent) storedAnswers() map[storedURL]time.Duration {
	if a.httpCache.last.exchange != nil {
		a.httpCache.store(a)
	}
	return a.httpCache.freshUntil
}

func (a *UserAgent) storedURL(client *Environment, url origin.URL) storedURL {
	return storedURL{client.TopLevelOrigin.Site(a.PublicSuffixes), url.Href()}
}

// store puts the latest answer in the place of an older one.
func (c *httpCache) store(a *UserAgent) {
	last := c.last
	c.last = storedAnswer{}
	lifetime, stored := policy.FreshnessLifetime(last.exchange.Answer.Status, last.exchange.Answer.Header, a.Cookies.date(last.at))
	if !stored {
		return
	}
	until := last.at + min(lifetime, math.MaxInt64-last.at)
	if c.freshUntil == nil {
		c.freshUntil = map[storedURL]time.Duration{}
	}
	key := a.storedURL(last.client, last.exchange.Request.URL)
	if _, replaces := c.freshUntil[key]; !replaces && len(c.freshUntil) >= maxStoredAnswers {
		key = storedURL{}
		until = max(until, c.freshUntil[key])
	}
	c.freshUntil[key] = until
}
