package policy

import (
	"strings"

	"github.com/corsim/corsim/engine"
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
func ParseReferrerPolicy(profile *engine.Profile, response header.List) ReferrerPolicy {
	var policy ReferrerPolicy
	for token := range response.Tokens("Referrer-Policy").All() {
		// A policy, known or to come, is written in letters and hyphens; anything else spoils the list.
		if strings.IndexFunc(token, isNoReferrerPolicyChar) >= 0 {
			return ""
		}
		// Browsers do not mind the case.
		if profile.Has(engine.ReferrerPolicyInAnyCase) {
			token = header.Lower(token)
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

// A ReferrerRequest is what decides the Referer header of a request.
type ReferrerRequest struct {
	Policy ReferrerPolicy
	// Source is the referrer source, and Current the current URL.
	Source, Current origin.URL
	// Opaque says that the request's origin is opaque, so that nothing is of it.
	Opaque bool
	// Profile says which browser it is. The zero value follows the text.
	Profile engine.Profile
	// PublicSuffixes is nil for the default list.
	PublicSuffixes origin.PublicSuffixList
}

// Referrer returns the value of the Referer header; "" means that none is sent.
//
// https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer
func Referrer(r ReferrerRequest) string {
	source := r.Source
	// Documents of local schemes have nothing to give.
	if source.IsLocal() {
		return ""
	}
	sameOrigin := !r.Opaque && origin.SameOrigin(source.Origin(nil), r.Current.Origin(nil))
	downgrade := r.isDowngrade()
	switch r.effectivePolicy() {
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

// isDowngrade reports whether the referrer would leave a secure page for a URL that is not.
func (r *ReferrerRequest) isDowngrade() bool {
	if r.Profile.Has(engine.ReferrerDowngradeFromTLS) {
		return r.Source.Scheme() == "https" && r.Current.Scheme() != "https"
	}
	return r.Source.PotentiallyTrustworthy() && !r.Current.PotentiallyTrustworthy()
}

// effectivePolicy is the policy, or the default where a browser does not take a laxer one for another site.
func (r *ReferrerRequest) effectivePolicy() ReferrerPolicy {
	switch r.Policy {
	case ReferrerUnsafeURL, ReferrerNoReferrerWhenDowngrade, ReferrerOriginWhenCrossOrigin:
		sameSite := !r.Opaque && origin.SchemelesslySameSite(r.Source.Origin(nil), r.Current.Origin(nil), r.PublicSuffixes)
		if r.Profile.Has(engine.ReferrerNotLaxerAcrossSites) && !sameSite {
			return DefaultReferrerPolicy
		}
	}
	return r.Policy
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
