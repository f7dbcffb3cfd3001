package fetch

import (
	"math"
	"strconv"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// preflightFetch is CORS-preflight fetch: it asks the server whether it knows CORS and would take the request, whose
// CORS-unsafe request-header names are given.
//
// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
func (f *fetching) preflightFetch(key *preflightKey, unsafe []string) response {
	r := f.localNetworkAccess()
	if r.ended() {
		return r
	}
	r = f.sendPreflight(unsafe)
	if r.hasStatus(421) {
		f.note(rule.Apply(rule.MisdirectedRetry, "", ""))
		r = f.sendPreflight(unsafe)
	}
	if r.hasStatus(407) {
		r = f.proxyAuthenticate(r)
	}
	if r.ended() {
		return r
	}
	// The CORS check is that of the request itself, with its credentials mode; then the status must be ok.
	// One that speaks for the page's origin needs no leave of that origin.
	if !f.has(engine.PreflightKeepsOrigin) || !f.sameOriginNow() {
		if d := policy.CORSCheck(f.credentials, f.preflightOrigin(), r.Header); !f.note(d) {
			return response{networkError: d.Rule}
		}
	}
	if !policy.IsOKStatus(r.Status) {
		return f.networkError(rule.Stop(rule.PreflightStatus, strconv.Itoa(r.Status), ""))
	}
	f.note(rule.Pass(rule.PreflightStatus))
	// Then the answer must grant the method and the header names.
	grant, syntax := policy.ReadGrant(r.Header)
	if !f.note(syntax) {
		return response{networkError: syntax.Rule}
	}
	keptBeforeCheck := f.has(engine.PreflightKeptBeforeCheck)
	if keptBeforeCheck {
		f.storeGrant(key, grant, r.Header)
	}
	for _, d := range [...]rule.Decision{
		grant.AllowsMethod(&f.agent.Profile, f.method, f.credentials, f.useCORSPreflight),
		grant.AllowsHeaders(&f.agent.Profile, f.unsafeHeaders(), unsafe, f.credentials),
	} {
		if !f.note(d) {
			return response{networkError: d.Rule}
		}
	}
	if !keptBeforeCheck {
		f.storeGrant(key, grant, r.Header)
	}
	return r
}

// storeGrant remembers what the answer grants, for as long as it says and the browser allows.
func (f *fetching) storeGrant(key *preflightKey, grant policy.Grant, answer header.List) {
	profile := &f.agent.Profile
	maxAge := policy.PreflightMaxAge(profile, answer)
	if !f.remembersPreflights() || maxAge == 0 && profile.Has(engine.PreflightAgeMalformed) {
		return
	}
	if limit := profile.PreflightAgeLimit(); limit != 0 {
		maxAge = min(maxAge, limit)
	}
	switch {
	case profile.Has(engine.PreflightAnswerAsWhole):
		// What was known before is gone, and the answer is there whether or not it lists anything.
		f.agent.preflights.clear(key)
		f.agent.preflights.storeName(profile, key, anyAnswer, false, maxAge, f.agent.Now)
	case profile.Has(engine.PreflightRemembersSimpleMethods):
		f.agent.preflights.storeName(profile, key, "GET", false, math.MaxUint64, f.agent.Now)
		f.agent.preflights.storeName(profile, key, "POST", false, math.MaxUint64, f.agent.Now)
	case grant.Methods.Extraction() == header.Null && f.useCORSPreflight:
		// What was allowed without a list is remembered as though it had been listed.
		f.agent.preflights.storeName(profile, key, f.method, false, maxAge, f.agent.Now)
	}
	f.agent.preflights.store(profile, key, grant, maxAge, f.agent.Now)
	f.note(rule.Apply(rule.PreflightCacheStored, strconv.FormatUint(maxAge, 10), ""))
}

// sendPreflight sends the CORS-preflight request: OPTIONS, without credentials and without the author's headers.
func (f *fetching) sendPreflight(unsafe []string) response {
	x := f.record.firstOfSeveral()
	x.Preflight = true
	x.Request.Method, x.Request.URL = "OPTIONS", f.wireURL()
	list := append(f.record.newHeader(3+browserFields),
		header.Field{Name: "Accept", Value: "*/*"},
		header.Field{Name: "Access-Control-Request-Method", Value: f.method})
	// The names are joined by a comma alone.
	if len(unsafe) > 0 {
		list = append(list, header.Field{Name: "Access-Control-Request-Headers", Value: strings.Join(unsafe, ",")})
	}
	list = f.preflightHeaders(list)
	if f.has(engine.PreflightSaysCacheMode) {
		f.leaveCacheOut()
		list = f.cacheHeaders(list)
	}
	x.Request.Header = f.record.keep(list)
	return f.networkFetch(x, false)
}
