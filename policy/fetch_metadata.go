package policy

import (
	"slices"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
)

// SecFetchSite returns the value of Sec-Fetch-Site for a request that its page's script made: how the origins of
// all its URLs, the first one first, stand to the request's origin.
//
// https://w3c.github.io/webappsec-fetch-metadata/#abstract-opdef-set-site
func SecFetchSite(
	profile engine.Profile, request origin.Origin, urls []origin.Origin, list origin.PublicSuffixList,
) string {
	if profile.Has(engine.FetchMetadataOfHosts) && !request.IsOpaque() {
		if _, found := origin.RegistrableDomain(request.Host(), list); !found {
			return hostSite(request, urls)
		}
	}
	site := "same-origin"
	for _, url := range urls {
		if origin.SameOrigin(url, request) {
			continue
		}
		// One URL of another site decides.
		if !origin.SameSite(request, url, list) {
			return "cross-site"
		}
		site = "same-site"
	}
	return site
}

// hostSite is SecFetchSite for a page whose host has no registrable domain, in a browser that compares such hosts
// without their schemes, and wants the URLs before a redirect to be https: ones.
func hostSite(request origin.Origin, urls []origin.Origin) string {
	before, last := urls[:len(urls)-1], urls[len(urls)-1]
	isSameOrigin := func(o origin.Origin) bool { return origin.SameOrigin(o, last) }
	isInsecure := func(o origin.Origin) bool { return o.Host() != last.Host() || o.Scheme() != "https" }
	switch {
	case isSameOrigin(request) && !slices.ContainsFunc(before, func(o origin.Origin) bool { return !isSameOrigin(o) }):
		return "same-origin"
	case request.Host() != last.Host(), slices.ContainsFunc(before, isInsecure):
		return "cross-site"
	}
	return "same-site"
}

// SecFetchDest returns the value of Sec-Fetch-Dest, which says empty for the empty destination.
//
// https://w3c.github.io/webappsec-fetch-metadata/#abstract-opdef-set-dest
func SecFetchDest(destination Destination) string {
	if destination == "" {
		return "empty"
	}
	return string(destination)
}
