package policy

import "github.com/corsim/corsim/header"

// ReferrerPolicyAttribute returns the policy that an element's referrerpolicy attribute names, in any case; the empty
// string for a value that names none.
//
// https://html.spec.whatwg.org/multipage/urls-and-fetching.html#referrer-policy-attribute
func ReferrerPolicyAttribute(value string) ReferrerPolicy {
	if p := ReferrerPolicy(header.Lower(value)); IsReferrerPolicy(p) {
		return p
	}
	return ""
}
