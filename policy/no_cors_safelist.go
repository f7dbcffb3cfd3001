package policy

import "github.com/corsim/corsim/engine"

// IsNoCORSSafelistedRequestHeader reports whether a request of mode no-cors can carry the header with that
// value. Any other header that script sets is dropped without a word.
//
// https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header
func IsNoCORSSafelistedRequestHeader(profile *engine.Profile, name, value string) bool {
	return isOneOf(name, "Accept", "Accept-Language", "Content-Language", "Content-Type") &&
		IsCORSSafelistedRequestHeader(profile, name, value)
}
