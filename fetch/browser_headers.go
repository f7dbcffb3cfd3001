package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// browserFields is how many fields the browser adds to a request's own as a rule: Referer, Origin and three of
// Fetch metadata.
const browserFields = 5

// browserHeaders appends what the browser says of itself and of the request: Referer, Origin and the Fetch
// metadata headers.
func (f *fetching) browserHeaders(list header.List, method string, mode policy.Mode) header.List {
	if f.referrer != "" {
		list = append(list, header.Field{Name: "Referer", Value: f.referrer})
	}
	if value, d, ok := f.originHeader(method, mode); ok {
		f.note(d)
		list = append(list, header.Field{Name: "Origin", Value: value})
	}
	// Fetch metadata goes to trustworthy URLs only. The text asks the request's URL, and so the first of a chain; browsers
	// ask each hop's own.
	if f.url.PotentiallyTrustworthy() && !f.losesMetadata() {
		list = f.fetchMetadata(list, mode, f.secFetchSite())
	}
	return list
}

// preflightHeaders appends what the browser says of itself with a CORS-preflight, which is a request of its own in
// some browsers.
func (f *fetching) preflightHeaders(list header.List) header.List {
	profile := &f.agent.Profile
	referrer := f.referrer
	if f.redirectCount() > 0 && profile.Has(engine.PreflightReferrerFromRedirect) {
		referrer = f.chain.referrer
	}
	if referrer != "" {
		list = append(list, header.Field{Name: "Referer", Value: referrer})
	}
	if _, d, ok := f.originHeader("OPTIONS", policy.ModeCORS); ok {
		value := f.preflightOrigin()
		f.note(d)
		list = append(list, header.Field{Name: "Origin", Value: value})
	}
	fromInsecure := f.redirectCount() > 0 && !f.chain.from.PotentiallyTrustworthy()
	switch {
	case fromInsecure && profile.Has(engine.PreflightMetadataFromRedirect):
		return list
	case f.url.PotentiallyTrustworthy():
		return f.fetchMetadata(list, policy.ModeCORS, f.preflightSite())
	// The mode may be told to URLs that are not trustworthy, too.
	case profile.Has(engine.SecFetchModeOnEveryPreflight):
		return append(list, header.Field{Name: "Sec-Fetch-Mode", Value: "cors"})
	}
	return list
}

// preflightSite is the value of Sec-Fetch-Site with a CORS-preflight.
func (f *fetching) preflightSite() string {
	switch {
	// It may be a first request to the current URL,
	case f.has(engine.PreflightSiteOfCurrentURL):
		current := f.origins[len(f.origins)-1:]
		return policy.SecFetchSite(f.agent.Profile, f.client.Origin, current, f.agent.PublicSuffixes)
	// or one from an origin that redirects have made opaque.
	case f.taint != policy.TaintSameOrigin && f.has(engine.PreflightSiteOfTaintedOrigin):
		return "cross-site"
	}
	return f.secFetchSite()
}

// fetchMetadata appends the Fetch metadata headers.
//
// https://w3c.github.io/webappsec-fetch-metadata/#fetch-integration
func (f *fetching) fetchMetadata(list header.List, mode policy.Mode, site string) header.List {
	list = append(list,
		header.Field{Name: "Sec-Fetch-Dest", Value: policy.SecFetchDest(f.destination)},
		header.Field{Name: "Sec-Fetch-Mode", Value: string(mode)},
		header.Field{Name: "Sec-Fetch-Site", Value: site})
	if f.navigation != nil && f.navigation.UserActivation {
		list = append(list, header.Field{Name: "Sec-Fetch-User", Value: "?1"})
	}
	return list
}

// losesMetadata says whether a redirect to another origin has taken Fetch metadata from a CORS request.
func (f *fetching) losesMetadata() bool {
	return f.mode == policy.ModeCORS && f.leavesOrigin() && f.has(engine.FetchMetadataLostOnRedirect)
}

// leavesOrigin says whether a redirect has led to another origin just now.
func (f *fetching) leavesOrigin() bool {
	n := f.redirectCount()
	return n > 0 && !origin.SameOrigin(f.origins[n-1], f.origins[n])
}

// secFetchSite is the value of Sec-Fetch-Site, which names no site where a user has typed the address.
func (f *fetching) secFetchSite() string {
	if f.isUserInitiated() {
		return "none"
	}
	return policy.SecFetchSite(f.agent.Profile, f.client.Origin, f.origins, f.agent.PublicSuffixes)
}

// originHeader returns the value of the Origin header; ok is false where none is sent.
func (f *fetching) originHeader(method string, mode policy.Mode) (value string, d rule.Decision, ok bool) {
	if f.redirectCount() > 0 && f.tainting != policy.TaintingCORS && f.has(engine.OriginKeptOnRedirect) {
		return f.redirectedOrigin(method)
	}
	request := policy.OriginHeaderRequest{
		Mode:             mode,
		Method:           method,
		Element:          f.destination != "",
		Tainting:         f.tainting,
		ReferrerPolicy:   f.referrerPolicy,
		Origin:           f.client.Origin,
		SerializedOrigin: f.serializedOrigin(),
		CurrentURL:       f.url,
		Profile:          f.agent.Profile,
	}
	// A beacon may name the origin of the document's URL.
	if f.beacon && mode != policy.ModeCORS && f.has(engine.BeaconOriginIgnoresSandbox) {
		request.Origin = f.client.URL.Origin(nil)
		request.SerializedOrigin = request.Origin.String()
	}
	return policy.OriginHeader(request)
}

// redirectedOrigin is the Origin header of a request without CORS after a redirect, in browsers that do not determine
// it anew.
func (f *fetching) redirectedOrigin(method string) (value string, d rule.Decision, ok bool) {
	switch {
	// It stays as it was within an origin,
	case !f.leavesOrigin():
		value, ok = f.previousOrigin(method)
	case method == "GET" || method == "HEAD":
		return "", rule.Decision{}, false
	// is hidden from another,
	case f.has(engine.OriginNullOnRedirect):
		value, ok = "null", true
	// or told to it, if redirects have not tainted it.
	default:
		value, ok = f.serializedOrigin(), true
	}
	return value, rule.Apply(rule.OriginHeaderMethod, value, method), ok
}

// previousOrigin is the Origin header of the request that was redirected. As a rule it goes with the body.
func (f *fetching) previousOrigin(method string) (value string, ok bool) {
	previous := &f.previousExchange().Request
	if method != previous.Method && !f.has(engine.OriginKeptOnGET) {
		return "", false
	}
	return previous.Header.Get("Origin")
}

// previousExchange is the one before that which is being made; an empty one where a cache has answered.
func (f *fetching) previousExchange() *Exchange {
	exchanges := f.record.Exchanges
	if len(exchanges) < 2 {
		return new(Exchange)
	}
	return &exchanges[len(exchanges)-2]
}
