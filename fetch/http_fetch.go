package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// httpFetch is HTTP fetch. There are no service workers in a simulated browser.
//
// https://fetch.spec.whatwg.org/#concept-http-fetch
func (f *fetching) httpFetch(makeCORSPreflight bool) response {
	// Ask the server first, unless the cache remembers its answer.
	if makeCORSPreflight {
		if r := f.preflightUnlessCached(); r.ended() {
			return r
		}
	}
	r := f.networkOrCacheFetch(false, false)
	if r.ended() {
		return r
	}
	// With response tainting cors the answer itself must allow the origin.
	if f.tainting == policy.TaintingCORS {
		d := policy.CORSCheck(f.checkedCredentials(&r), f.serializedOrigin(), r.Header)
		if !f.note(d) {
			f.forgetCORSFailure()
			return response{networkError: d.Rule}
		}
		f.record.Decided = d.Rule
	}
	f.checkTiming(&r)
	// An opaque answer may still be kept from the page by its resource policy, and a document from the one around it.
	if f.tainting == policy.TaintingOpaque || f.isNested() {
		request := policy.ResourceRequest{
			Origin:              f.client.Origin,
			EmbedderPolicy:      f.embedderPolicy(),
			IncludesCredentials: r.includesCredentials,
			Navigation:          f.isNested(),
			PublicSuffixes:      f.agent.PublicSuffixes,
			UnknownValueAllows:  f.has(engine.UnknownResourcePolicyAllows),
		}
		if d := policy.CORPCheck(request, f.url, r.Header); !f.note(d) {
			return response{networkError: d.Rule}
		}
		f.reportResourcePolicy(request, &r)
	}
	if policy.IsRedirectStatus(r.Status) {
		return f.redirectStatus(r)
	}
	return r
}

// reportResourcePolicy notes where the report-only embedder policy would have kept the response from the page.
//
// https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check
func (f *fetching) reportResourcePolicy(request policy.ResourceRequest, r *response) {
	if f.client.ReportedEmbedderPolicy == "" {
		return
	}
	request.EmbedderPolicy = f.client.ReportedEmbedderPolicy.In(f.agent.Profile)
	if d := policy.CORPCheck(request, f.url, r.Header); !d.OK() {
		f.note(rule.Apply(rule.EmbedderPolicyReported, f.url.Href(), string(request.EmbedderPolicy)))
	}
}

// checkTiming sets the timing allow failed flag where the TAO check fails.
func (f *fetching) checkTiming(r *response) {
	d := policy.TAOCheck(policy.TimingRequest{
		Failed:           f.timingFailed,
		SerializedOrigin: f.serializedOrigin(),
		Mode:             f.mode,
		Tainting:         f.tainting,
		SameOrigin:       f.sameOriginNow(),
	}, r.Header)
	f.timingFailed = d.Rule == rule.TAOFailed
	f.note(d)
}

// preflightUnlessCached makes a CORS-preflight fetch if the CORS-preflight cache does not cover the request.
//
// https://fetch.spec.whatwg.org/#concept-http-fetch step 4.1
func (f *fetching) preflightUnlessCached() response {
	f.agent.preflights.expire(f.agent.Now)
	key := f.preflightKey()
	var room [8]string
	unsafe := policy.CORSUnsafeRequestHeaderNames(&f.agent.Profile, f.unsafeHeaders(), room[:0])
	if f.asksPreflightCache() && f.coveredByPreflightCache(&key, unsafe) && !f.preflightsUnasked(unsafe) {
		f.note(rule.Apply(rule.PreflightCacheHit, "", ""))
		return response{}
	}
	return f.preflightFetch(&key, unsafe)
}

// remembersPreflights says whether the browser has a CORS-preflight cache for the request.
func (f *fetching) remembersPreflights() bool {
	profile := &f.agent.Profile
	return !(f.client.Origin.IsOpaque() && profile.Has(engine.PreflightNotForOpaqueOrigins) ||
		f.cache == policy.CacheNoStore && profile.Has(engine.PreflightCacheModeStrict))
}

// asksPreflightCache says whether the CORS-preflight cache is asked: in some browsers that is for the cache mode to
// say.
func (f *fetching) asksPreflightCache() bool {
	profile := &f.agent.Profile
	if profile.Has(engine.PreflightCacheModePasses) {
		f.leaveCacheOut()
		switch f.cache {
		case policy.CacheNoStore, policy.CacheReload:
			return false
		case policy.CacheNoCache:
			return !profile.Has(engine.PreflightCacheModeStrict)
		}
	}
	return f.remembersPreflights()
}

// coveredByPreflightCache says whether the CORS-preflight cache covers the request's method and its CORS-unsafe
// request-header names.
func (f *fetching) coveredByPreflightCache(key *preflightKey, unsafe []string) bool {
	cache, profile := &f.agent.preflights, &f.agent.Profile
	simple := policy.IsCORSSafelistedMethod(f.method)
	switch {
	// An answer as a whole grants all simple methods, and what does not cover the request is forgotten.
	case profile.Has(engine.PreflightAnswerAsWhole):
		covered := cache.matchesMethod(profile, key, anyAnswer) &&
			(simple || cache.matchesMethod(profile, key, f.method)) && cache.matchesHeaders(profile, key, unsafe)
		if !covered {
			cache.clear(key)
		}
		return covered
	case f.useCORSPreflight, f.method == "HEAD" && profile.Has(engine.PreflightRemembersSimpleMethods):
		simple = false
	}
	return (simple || cache.matchesMethod(profile, key, f.method)) && cache.matchesHeaders(profile, key, unsafe)
}

// redirectStatus does with a redirect what the redirect mode says.
//
// https://fetch.spec.whatwg.org/#concept-http-fetch step 6
func (f *fetching) redirectStatus(r response) response {
	switch f.redirect {
	case policy.RedirectError:
		// Some fail only where they know where it leads.
		if !hasLocation(r.Header) && f.has(engine.ErrorNeedsLocation) {
			return r
		}
		return f.networkError(rule.Stop(rule.RedirectModeError, "", ""))
	case policy.RedirectManual:
		// A navigation goes from one URL to the next by itself.
		if f.mode == policy.ModeNavigate {
			return f.redirectFetch(r)
		}
		// Some look at the Location though they do not follow it.
		if location, found, ok := f.locationURL(&r); found && f.failsUnfollowed(location, ok) {
			return f.networkError(f.mayRedirect(&r, location, ok))
		}
		f.note(rule.Apply(rule.RedirectManual, "", ""))
		r.opaqueRedirect = true
		return r
	}
	return f.redirectFetch(r)
}
