package fetch

import (
	"slices"
	"strconv"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A cacheUse is what a stored response is good for.
type cacheUse uint8

const (
	cacheMissed   cacheUse = iota // nothing is stored
	cacheHit                      // it answers the request
	cacheStale                    // it answers the request while the server is asked for a newer one
	cacheValidate                 // the server is asked whether it still holds
	cacheVariant                  // the same, though it was made for another request
	cacheUnknown                  // what happens is not known
)

// conditionHeaders are the headers by which an author makes a request a conditional one.
var conditionHeaders = [...]string{"If-Modified-Since", "If-None-Match", "If-Unmodified-Since", "If-Match", "If-Range"}

// hasCondition reports whether the author makes a conditional request.
func (f *fetching) hasCondition() bool {
	for i := range f.header {
		if isConditionHeader(f.header[i].Name) {
			return true
		}
	}
	return false
}

// isConditionHeader reports whether a name is one of the conditionHeaders, which begin with If- alone.
func isConditionHeader(name string) bool {
	return len(name) > len("If-") && name[len("If")] == '-' &&
		header.ContainsFold(conditionHeaders[:], name)
}

// leaveCacheOut sets the cache mode to no-store where the caller makes a conditional request of its own.
//
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 8.16
func (f *fetching) leaveCacheOut() {
	switch {
	case f.reloadsCredentialless():
		f.cache = policy.CacheReload
	case f.cache != policy.CacheDefault || !f.hasCondition():
	case f.isXHR && f.has(engine.CacheConditionOfXHR):
	case f.has(engine.CacheConditionValidates):
		f.cache = policy.CacheNoCache
	default:
		f.cache = policy.CacheNoStore
	}
}

// reloadsCredentialless reports whether the embedder policy keeps credentials from the request, and what is cached too.
func (f *fetching) reloadsCredentialless() bool {
	return f.cache != policy.CacheNoStore && f.has(engine.CacheReloadsCredentialless) &&
		!policy.EmbedderAllowsCredentials(f.mode, f.embedderPolicy(), f.sameOriginNow(), f.taint)
}

// hasCache reports whether there is an HTTP cache for the request.
//
// https://fetch.spec.whatwg.org/#determine-the-http-cache-partition
func (f *fetching) hasCache() bool {
	return !f.client.Origin.IsOpaque() || !f.has(engine.CacheNotForOpaqueOrigin)
}

// asksCache reports whether an answer is looked for in the cache.
func (f *fetching) asksCache() bool {
	switch f.cache {
	case policy.CacheNoStore, policy.CacheReload:
		return false
	}
	// What answers GET answers HEAD, too.
	if f.method != "GET" && (f.method != "HEAD" || f.has(engine.CacheNotForHEAD)) {
		return false
	}
	return f.hasCache() && !(f.hasCondition() && f.conditionAsks())
}

// conditionAsks reports whether a condition of the author's goes to the server.
func (f *fetching) conditionAsks() bool {
	return f.has(engine.CacheConditionAsks) || f.isXHR && f.has(engine.CacheConditionOfXHR)
}

// consultCache looks for a stored response that answers the request, and says what it is good for.
//
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 8.26
func (f *fetching) consultCache(includeCredentials bool) (*storedResponse, cacheUse) {
	cache := &f.agent.httpCache
	if !f.asksCache() {
		return nil, cacheMissed
	}
	cache.settle(f.agent)
	if len(cache.responses) == 0 {
		return nil, cacheMissed
	}
	key := f.cacheKey(f.method, includeCredentials)
	ranged := f.header.Contains("Range")
	stored := cache.responses[key]
	key.part = true
	switch part := cache.responses[key]; {
	// A part may answer a request for a part, or help with the whole.
	case part != nil && (ranged || f.has(engine.CacheServesRanges)):
		return nil, cacheUnknown
	case stored == nil && cache.full:
		return nil, cacheUnknown
	case stored == nil, ranged && !f.cutsRanges():
		return nil, cacheMissed
	}
	use := f.useOf(stored, includeCredentials)
	switch {
	case use == cacheMissed:
		return nil, use
	case use == cacheValidate, use == cacheVariant:
		f.note(rule.Apply(rule.HTTPCacheValidating, "", ""))
	}
	return stored, use
}

// cacheKey returns the key of what is stored of the URL for requests of the method.
func (f *fetching) cacheKey(method string, includeCredentials bool) cacheKey {
	return f.agent.cacheKey(f.partitionClient(), f.wireURL(), method, !includeCredentials)
}

// cutsRanges reports whether a part is cut out of what is stored: one range of bytes, and not in mode only-if-cached.
func (f *fetching) cutsRanges() bool {
	value, _ := f.header.Get("Range")
	_, ok := policy.ParseRangeHeader(value)
	return ok && f.has(engine.CacheServesRanges) && f.cache != policy.CacheOnlyIfCached
}

// useOf says what the stored response is good for.
//
// https://httpwg.org/specs/rfc9111.html#constructing.responses.from.caches
func (f *fetching) useOf(stored *storedResponse, includeCredentials bool) cacheUse {
	// It must have been made for a request like this one.
	if !f.matchesVary(stored, includeCredentials) {
		vary, _ := stored.answer.Header.Get("Vary")
		f.note(rule.Apply(rule.HTTPCacheVariant, vary, ""))
		if f.has(engine.CacheVariantValidates) && stored.validator("ETag") != "" {
			return cacheVariant
		}
		return cacheMissed
	}
	// The author may make demands on caches.
	demands := policy.ReadRequestCaching(f.header)
	switch {
	case demands.Other != "":
		return cacheUnknown
	case demands.NoCache && f.has(engine.CacheNoCacheReloads):
		return cacheMissed
	case f.cache == policy.CacheForceCache, f.cache == policy.CacheOnlyIfCached:
		return cacheHit
	case f.cache == policy.CacheNoCache, demands.NoCache,
		f.header.Contains("Authorization") && f.has(engine.CacheAuthorizationValidates):
		return cacheValidate
	}
	received := f.agent.Cookies.date(stored.at)
	age := policy.CurrentAge(stored.answer.Header, received, f.agent.Now-stored.at)
	freshness := policy.ReadFreshness(f.agent.Profile, stored.answer.Status, stored.answer.Header, received)
	switch {
	case demands.HasMaxAge && age >= demands.MaxAge:
		return cacheValidate
	case age < freshness.Lifetime:
		return cacheHit
	case age-freshness.Lifetime < freshness.WhileRevalidating:
		return cacheStale
	}
	return cacheValidate
}

// matchesVary holds the request as it would be sent against the one that the stored response answered.
func (f *fetching) matchesVary(stored *storedResponse, includeCredentials bool) bool {
	if !stored.answer.Header.Contains("Vary") {
		return true
	}
	// Nothing is sent yet, and nothing recorded.
	draft := *f
	draft.record = new(Record)
	request := draft.requestHeader(includeCredentials, false)
	return policy.VaryMatches(stored.answer.Header, stored.request, *draft.varying(&request))
}

// varying is the header of a request as Vary compares it.
func (f *fetching) varying(request *header.List) *header.List {
	if !f.has(engine.CacheVariesByCookieJar) || f.agent.Cookies.Empty() && !request.Contains("Cookie") {
		return request
	}
	draft := *f
	draft.record = new(Record)
	varying := slices.Clone(*request)
	varying.Delete("Cookie")
	if cookies := draft.cookies(); cookies != "" {
		varying.Append("Cookie", cookies)
	}
	return &varying
}

// answerFromCache answers the request with what is stored.
func (f *fetching) answerFromCache(stored *storedResponse, use cacheUse, includeCredentials bool) response {
	answer := stored.answer
	if use == cacheStale {
		f.note(rule.Apply(rule.HTTPCacheStale, strconv.Itoa(answer.Status), ""))
		f.revalidateBehind(stored, includeCredentials)
	} else {
		f.note(rule.Apply(rule.HTTPCacheHit, strconv.Itoa(answer.Status), ""))
	}
	if f.header.Contains("Range") && answer.Status == 200 {
		return f.cut(answer, includeCredentials)
	}
	return response{Answer: &answer, includesCredentials: includeCredentials}
}

// cut answers a request for a range from the whole.
//
// https://httpwg.org/specs/rfc9110.html#status.206
func (f *fetching) cut(whole Answer, includeCredentials bool) response {
	value, _ := f.header.Get("Range")
	// What lies behind the end is no range: the whole it is.
	if part, ok := policy.CutRange(value, whole.Header, whole.Body); ok {
		f.note(rule.Apply(rule.HTTPCacheRange, value, ""))
		whole.Status, whole.Reason, whole.Header, whole.Body = 206, "Partial Content", part.Header, part.Body
	}
	return response{Answer: &whole, includesCredentials: includeCredentials}
}

// revalidateBehind asks the server for a newer response than the one that is stored, while the page goes on with that
// one. It is taken to be over before the next fetch begins.
//
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 8.26.2.1
func (f *fetching) revalidateBehind(stored *storedResponse, includeCredentials bool) {
	// What becomes of it is the cache's business alone; what was sent is on record.
	behind := *f
	behind.record = new(Record)
	if f.has(engine.CacheSaysRevalidating) {
		behind.cache = policy.CacheNoCache
	}
	behind.askServer(stored, cacheValidate, includeCredentials, false)
	f.record.Exchanges = append(f.record.Exchanges, behind.record.Exchanges...)
}

// cacheHeaders appends what the cache mode makes the browser say to caches on the way.
func (f *fetching) cacheHeaders(list header.List) header.List {
	add := func(name, value string) {
		if !list.Contains(name) {
			list = append(list, header.Field{Name: name, Value: value})
		}
	}
	switch f.cache {
	case policy.CacheNoCache:
		add("Cache-Control", "max-age=0")
	case policy.CacheNoStore, policy.CacheReload:
		add("Pragma", "no-cache")
		add("Cache-Control", "no-cache")
	}
	return list
}
