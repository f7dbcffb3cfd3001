package fetch

import (
	"strconv"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// storesAnswer reports whether the cache learns of the answer to the request.
func (f *fetching) storesAnswer(includeCredentials bool) bool {
	switch {
	case f.cache == policy.CacheNoStore, !f.hasCache():
		return false
	case f.hasCondition() && f.has(engine.CacheConditionValidates):
		return f.validatesStored(includeCredentials)
	}
	return f.method == "GET" || f.method == "HEAD" && f.has(engine.CacheByMethod)
}

// validatesStored reports whether the author's condition is one on what is stored: whether something is, and has no
// other validator than the author gives.
func (f *fetching) validatesStored(includeCredentials bool) bool {
	for _, name := range conditionHeaders[2:] {
		if f.header.Contains(name) {
			return false
		}
	}
	f.agent.httpCache.settle(f.agent)
	stored := f.agent.httpCache.responses[f.cacheKey(f.method, includeCredentials)]
	if stored == nil {
		return false
	}
	agree := func(condition, validator string) bool {
		given, has := f.header.Get(condition)
		kept := stored.validator(validator)
		return !has || given != "" && (kept == "" || kept == given)
	}
	return agree("If-None-Match", "ETag") && agree("If-Modified-Since", "Last-Modified")
}

// updateCache does to the HTTP cache what the answer to the latest exchange does, and returns the response: the
// stored one where the server says that it still holds.
//
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 11.3
func (f *fetching) updateCache(r response, stored *storedResponse, includeCredentials bool) response {
	x := &f.record.Exchanges[len(f.record.Exchanges)-1]
	switch {
	case stored != nil && r.Status == 304 && f.confirms(stored):
		return f.freshenStored(x, stored, includeCredentials)
	// To news that nothing has changed since a time that is not known, nothing can be done.
	case r.Status == 304 && !f.has(engine.CacheStoresAnyStatus):
	case f.storesAnswer(includeCredentials):
		f.agent.httpCache.settle(f.agent)
		f.agent.httpCache.last = cacheable{x, f.varying(&x.Request.Header), f.partitionClient(), !includeCredentials, f.agent.Now}
	// An answer to HEAD says that what is stored is no longer so, but not what is.
	case stored != nil && f.method == "HEAD", f.invalidates(&r):
		f.forgetStored(includeCredentials)
	}
	return r
}

// confirms reports whether a 304 means the stored response.
func (f *fetching) confirms(stored *storedResponse) bool {
	return stored.hasValidator() || !f.has(engine.CacheUnaskedNotModified)
}

// freshenStored gives the stored response the headers of the 304, and answers with it.
//
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 11.4
func (f *fetching) freshenStored(x *Exchange, stored *storedResponse, includeCredentials bool) response {
	f.note(rule.Apply(rule.HTTPCacheValidated, strconv.Itoa(stored.answer.Status), ""))
	stored.freshen(*f.varying(&x.Request.Header), x, f.agent.Now)
	answer := stored.answer
	// What is no longer to be kept is forgotten.
	if !policy.IsStorable(f.agent.Profile, answer.Status, answer.Header, f.agent.Cookies.date(f.agent.Now)) {
		delete(f.agent.httpCache.responses, f.cacheKey(f.method, includeCredentials))
	}
	return response{Answer: &answer, includesCredentials: includeCredentials}
}

// invalidates reports whether the answer makes the cache forget what it has of the URL.
//
// https://httpwg.org/specs/rfc9111.html#invalidation
func (f *fetching) invalidates(r *response) bool {
	switch {
	case !f.isInvalidatingMethod():
		return false
	case f.cache == policy.CacheNoStore && f.has(engine.CacheNoStoreChangesNothing):
		return false
	case f.has(engine.CacheForgetsAfterErrors):
		return r.Status != 304
	}
	return 200 <= r.Status && r.Status <= 399
}

// isInvalidatingMethod reports whether a request with this method changes something.
func (f *fetching) isInvalidatingMethod() bool {
	if !f.has(engine.CacheForgetsAfterFewMethods) {
		return !policy.IsSafeMethod(f.method) || f.method == "HEAD" && f.has(engine.CacheNotForHEAD)
	}
	switch f.method {
	case "POST", "DELETE", "PATCH":
		return true
	}
	return f.method == "PUT" && f.body != nil
}

// forgetStored forgets what is stored of the URL.
func (f *fetching) forgetStored(includeCredentials bool) {
	cache := &f.agent.httpCache
	cache.settle(f.agent)
	if len(cache.responses) == 0 || !includeCredentials && f.has(engine.CacheForgetsWithCredentials) {
		return
	}
	key := f.cacheKey("GET", includeCredentials)
	part := key
	part.part = true
	if cache.responses[key] != nil || cache.responses[part] != nil {
		delete(cache.responses, key)
		delete(cache.responses, part)
		f.note(rule.Apply(rule.HTTPCacheForgotten, key.url, ""))
	}
}

// forgetCORSFailure forgets the latest answer, which has failed the CORS check, where the browser stops reading it.
func (f *fetching) forgetCORSFailure() {
	if f.agent.httpCache.last.exchange != nil && f.has(engine.CacheCORSFailureNotStored) {
		f.agent.httpCache.forget(f.agent)
	}
}
