package policy

import (
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
)

// A ReferrerPolicy says how much of its URL a page gives away. The zero value, the empty string, is what a fetch
// has that leaves it to the page.
//
// https://w3c.github.io/webappsec-referrer-policy/#referrer-policies
type ReferrerPolicy string

// The referrer policies.
const (
	ReferrerNoReferrer                  ReferrerPolicy = "no-referrer"
	ReferrerNoReferrerWhenDowngrade     ReferrerPolicy = "no-referrer-when-downgrade"
	ReferrerSameOrigin                  ReferrerPolicy = "same-origin"
	ReferrerOrigin                      ReferrerPolicy = "origin"
	ReferrerStrictOrigin                ReferrerPolicy = "strict-origin"
	ReferrerOriginWhenCrossOrigin       ReferrerPolicy = "origin-when-cross-origin"
	ReferrerStrictOriginWhenCrossOrigin ReferrerPolicy = "strict-origin-when-cross-origin"
	ReferrerUnsafeURL                   ReferrerPolicy = "unsafe-url"
)

// DefaultReferrerPolicy is the policy of a page that sets none.
const DefaultReferrerPolicy = ReferrerStrictOriginWhenCrossOrigin

// IsReferrerPolicy reports whether p is one of the eight policies.
func IsReferrerPolicy(p ReferrerPolicy) bool {
	switch p {
	case ReferrerNoReferrer, ReferrerNoReferrerWhenDowngrade, ReferrerSameOrigin, ReferrerOrigin,
		ReferrerStrictOrigin, ReferrerOriginWhenCrossOrigin, ReferrerStrictOriginWhenCrossOrigin, ReferrerUnsafeURL:
		return true
	}
	return false
}

// ParseReferrerPolicy reads the Referrer-Policy fields of a response: the last policy that is known, and the
// empty string where there is none or the list is not one of tokens.
//
// https://w3c.github.io/webappsec-referrer-policy/#parse-referrer-policy-from-header
func ParseReferrerPolicy(response header.List) ReferrerPolicy {
	var policy ReferrerPolicy
	for token := range response.Tokens("Referrer-Policy").All() {
		// A policy, known or to come, is written in letters and hyphens; anything else spoils the list.
		if strings.IndexFunc(token, isNoReferrerPolicyChar) >= 0 {
			return ""
		}
		if p := ReferrerPolicy(token); IsReferrerPolicy(p) {
			policy = p
		}
	}
	return policy
}

// isNoReferrerPolicyChar reports whether a character stands in no extension-token of the header's grammar.
//
// https://w3c.github.io/webappsec-referrer-policy/#referrer-policy-header
func isNoReferrerPolicyChar(r rune) bool {
	return r != '-' && !('a' <= r|0x20 && r|0x20 <= 'z')
}

// maxReferrerLength is the length beyond which a referrer is cut down to its origin.
const maxReferrerLength = 4096

// Referrer returns the value of the Referer header for a request to current whose referrer source is source;
// "" means that none is sent.
//
// https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer
func Referrer(policy ReferrerPolicy, source, current origin.URL) string {
	// Documents of local schemes have nothing to give.
	if source.IsLocal() {
		return ""
	}
	sameOrigin := origin.SameOrigin(source.Origin(nil), current.Origin(nil))
	downgrade := source.PotentiallyTrustworthy() && !current.PotentiallyTrustworthy()
	switch policy {
	case ReferrerNoReferrer:
		return ""
	case ReferrerOrigin:
		return source.Root()
	case ReferrerUnsafeURL:
		return strippedReferrer(source)
	case ReferrerStrictOrigin:
		if downgrade {
			return ""
		}
		return source.Root()
	case ReferrerStrictOriginWhenCrossOrigin:
		if sameOrigin {
			return strippedReferrer(source)
		}
		if downgrade {
			return ""
		}
		return source.Root()
	case ReferrerSameOrigin:
		if sameOrigin {
			return strippedReferrer(source)
		}
		return ""
	case ReferrerOriginWhenCrossOrigin:
		if sameOrigin {
			return strippedReferrer(source)
		}
		return source.Root()
	case ReferrerNoReferrerWhenDowngrade:
		if downgrade {
			return ""
		}
		return strippedReferrer(source)
	}
	return ""
}

// strippedReferrer strips a URL for use as a referrer, and cuts a long one down to its origin.
//
// https://w3c.github.io/webappsec-referrer-policy/#strip-url
func strippedReferrer(source origin.URL) string {
	stripped := source.WithoutCredentials().WithoutFragment().String()
	if len(stripped) > maxReferrerLength {
		return source.Root()
	}
	return stripped
}
