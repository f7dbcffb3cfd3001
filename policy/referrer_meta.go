package policy

import "github.com/corsim/corsim/header"

// MetaReferrerPolicy returns the policy that the content of a meta element with name=referrer sets, in any case and
// also by the words that it once had; the empty string for content that changes nothing.
//
// https://html.spec.whatwg.org/multipage/semantics.html#meta-referrer
func MetaReferrerPolicy(content string) ReferrerPolicy {
	value := header.Lower(content)
	// Four words stand for policies that have other names by now.
	switch value {
	case "never":
		return ReferrerNoReferrer
	case "default":
		return DefaultReferrerPolicy
	case "always":
		return ReferrerUnsafeURL
	case "origin-when-crossorigin":
		return ReferrerOriginWhenCrossOrigin
	}
	return ReferrerPolicyAttribute(value)
}
