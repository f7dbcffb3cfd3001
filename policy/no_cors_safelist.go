package policy

import "github.com/corsim/corsim/header"

// IsNoCORSSafelistedRequestHeaderName reports whether a request of mode no-cors can carry the header at all.
//
// https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header-name
func IsNoCORSSafelistedRequestHeaderName(name string) bool {
	return isOneOf(name, "Accept", "Accept-Language", "Content-Language", "Content-Type")
}

// IsNoCORSSafelistedRequestHeader reports whether a request of mode no-cors can carry the header with that
// value. Any other header that script sets is dropped without a word.
//
// https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header
func IsNoCORSSafelistedRequestHeader(name, value string) bool {
	return IsNoCORSSafelistedRequestHeaderName(name) && IsCORSSafelistedRequestHeader(name, value)
}

// IsPrivilegedNoCORSRequestHeaderName reports whether only the browser itself may put the header on a request of
// mode no-cors. It is lost as soon as script changes the request's headers.
//
// https://fetch.spec.whatwg.org/#privileged-no-cors-request-header-name
func IsPrivilegedNoCORSRequestHeaderName(name string) bool {
	return header.EqualFold(name, "Range")
}
