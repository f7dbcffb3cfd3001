package policy

import "github.com/corsim/corsim/origin"

// SecFetchSite returns the value of Sec-Fetch-Site for a request that its page's script made: how the origins of
// all its URLs, the first one first, stand to the request's origin.
//
// https://w3c.github.io/webappsec-fetch-metadata/#abstract-opdef-set-site
func SecFetchSite(request origin.Origin, urls []origin.Origin, list origin.PublicSuffixList) string {
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

// SecFetchDest returns the value of Sec-Fetch-Dest, which says empty for the empty destination.
//
// https://w3c.github.io/webappsec-fetch-metadata/#abstract-opdef-set-dest
func SecFetchDest(destination Destination) string {
	if destination == "" {
		return "empty"
	}
	return string(destination)
}
