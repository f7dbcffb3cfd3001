package policy

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
)

// A SameSite is a cookie's same-site-flag, the value of its SameSite attribute.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#strict-lax
type SameSite uint8

// The same-site-flags. RFC 6265bis calls the first one "Default", the Fetch Standard's draft "unset".
const (
	SameSiteUnset SameSite = iota // no SameSite attribute, or one with another value
	SameSiteNone
	SameSiteLax
	SameSiteStrict
)

// String returns the attribute's value, and "unset" where there is none.
func (s SameSite) String() string {
	return [...]string{"unset", "None", "Lax", "Strict"}[s&3]
}

// enforced returns what a cookie without the attribute is taken for: Lax, or None in a browser that does not
// have Lax by default.
func (s SameSite) enforced(laxByDefault bool) SameSite {
	switch {
	case s != SameSiteUnset:
		return s
	case laxByDefault:
		return SameSiteLax
	}
	return SameSiteNone
}

// A SameSiteMode says which cookies a request asks for, by their same-site-flag. The zero value asks for the
// fewest.
//
// https://fetch.spec.whatwg.org/#determine-the-same-site-mode
type SameSiteMode uint8

// The same-site modes.
const (
	UnsetOrLess  SameSiteMode = iota // a cross-site request
	LaxOrLess                        // a cross-site navigation at the top level, with a safe method
	StrictOrLess                     // a same-site request
)

// String returns the mode as the Fetch Standard spells it.
func (m SameSiteMode) String() string {
	return [...]string{"unset-or-less", "lax-or-less", "strict-or-less", "?"}[m&3]
}

// IsSameSiteRequest reports whether a request for current, which is its current URL's origin, is "same-site":
// client is the origin of the document or worker that makes it, and of the one that starts a navigation;
// crossSiteAncestor says that another site embeds it. That comes to the same as the "site for cookies" of the
// text, which is the top-level origin, or an opaque one if any document on the way down is of another site.
//
// A sandboxed document has an opaque origin, so that all it requests is cross-site, as in browsers. RFC 6265bis
// would take the origin of its URL: a caller who wants that gives that origin.
//
// Reloads by the user, which keep the status of the navigation before them, are not modelled.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#same-site-requests
func IsSameSiteRequest(
	profile engine.Profile, current, client origin.Origin, crossSiteAncestor bool, list origin.PublicSuffixList,
) bool {
	sameSite := origin.SameSite
	if profile.Has(engine.SameSiteIgnoresScheme) {
		sameSite = origin.SchemelesslySameSite
	}
	return !crossSiteAncestor && sameSite(current, client, list)
}

// DetermineSameSiteMode returns the mode of a request: sameSite is what [IsSameSiteRequest] says, and true for
// a request without a client; topLevelNavigation says whether it navigates a top-level traversable.
//
// It follows the retrieval algorithm of RFC 6265bis. The steps of the Fetch Standard do not compare the URL of
// a subresource with its page, and return before they let a cross-site navigation have its Lax cookies. They
// also make a request cross-site whose redirect-taint is "cross-site", which browsers do not: a caller who
// wants that makes sameSite false.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#retrieval-algorithm
func DetermineSameSiteMode(sameSite, topLevelNavigation bool, method string) SameSiteMode {
	// A same-site request has all cookies.
	if sameSite {
		return StrictOrLess
	}
	// A cross-site one has the Lax ones if it moves the whole page and its method is safe.
	if topLevelNavigation && IsSafeMethod(method) {
		return LaxOrLess
	}
	return UnsetOrLess
}

// Allows reports whether a request in this mode has a cookie with the given same-site-flag. Without the
// attribute a cookie counts as Lax in RFC 6265bis, and as None where laxByDefault is false: so in the Fetch
// Standard's mode, which is named after it, and in the browsers that have not followed.
func (m SameSiteMode) Allows(cookie SameSite, laxByDefault bool) bool {
	switch cookie.enforced(laxByDefault) {
	case SameSiteStrict:
		return m == StrictOrLess
	case SameSiteLax:
		return m >= LaxOrLess
	}
	return true
}

// AllowsSetting reports whether the response to a request in this mode may set a cookie with the given
// same-site-flag: a navigation at the top level may set any cookie, also one that it could not have sent.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#storage-model step 18
func (m SameSiteMode) AllowsSetting(cookie SameSite, laxByDefault, topLevelNavigation bool) bool {
	return m == StrictOrLess || topLevelNavigation || cookie.enforced(laxByDefault) == SameSiteNone
}
