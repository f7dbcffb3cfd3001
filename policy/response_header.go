package policy

import "github.com/corsim/corsim/header"

// IsCORSSafelistedResponseHeaderName reports whether a page of another origin may read the header. exposed is
// what Access-Control-Expose-Headers lists; that a * in it may stand for all names is not decided here.
//
// https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
func IsCORSSafelistedResponseHeaderName(name string, exposed header.TokenList) bool {
	// Some names need no permission.
	if isOneOf(name,
		"Cache-Control",
		"Content-Language",
		"Content-Length",
		"Content-Type",
		"Expires",
		"Last-Modified",
		"Pragma",
	) {
		return true
	}

	// Others are exposed by the server, but for those that script never sees.
	return exposed.ContainsFold(name) && !IsForbiddenResponseHeaderName(name)
}
