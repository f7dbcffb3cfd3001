package policy

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// An EmbedderPolicy is the value of a document's embedder policy. The zero value means unsafe-none.
//
// https://html.spec.whatwg.org/#coep
type EmbedderPolicy string

// The embedder policy values.
const (
	EmbedderUnsafeNone     EmbedderPolicy = "unsafe-none"
	EmbedderCredentialless EmbedderPolicy = "credentialless"
	EmbedderRequireCORP    EmbedderPolicy = "require-corp"
)

// ParseEmbedderPolicy reads Cross-Origin-Embedder-Policy. Anything but a lone known token is unsafe-none.
//
// https://html.spec.whatwg.org/#obtain-an-embedder-policy
func ParseEmbedderPolicy(response header.List) EmbedderPolicy {
	token, _ := response.ItemToken("Cross-Origin-Embedder-Policy")
	return embedderPolicy(token)
}

func embedderPolicy(token string) EmbedderPolicy {
	if value := EmbedderPolicy(token); value.IsolatesOrigins() {
		return value
	}
	return EmbedderUnsafeNone
}

// IsolatesOrigins reports whether the value is compatible with cross-origin isolation.
//
// https://html.spec.whatwg.org/#compatible-with-cross-origin-isolation
func (p EmbedderPolicy) IsolatesOrigins() bool {
	return p == EmbedderCredentialless || p == EmbedderRequireCORP
}

// In returns what the value is in a browser that may not know it.
func (p EmbedderPolicy) In(profile engine.Profile) EmbedderPolicy {
	if p == EmbedderCredentialless && profile.Has(engine.NoCredentiallessEmbedding) {
		return EmbedderUnsafeNone
	}
	return p
}

// EmbedderAdherence says whether a document with an embedder policy may stand in a frame of a document with another.
//
// https://html.spec.whatwg.org/#check-a-navigation-response%27s-adherence-to-its-embedder-policy
func EmbedderAdherence(profile engine.Profile, parent, own EmbedderPolicy) rule.Decision {
	// A parent that asks for isolation must find it in all that it embeds.
	if parent.In(profile).IsolatesOrigins() && !own.In(profile).IsolatesOrigins() {
		return rule.Stop(rule.NavigationEmbedderPolicy, string(own), string(parent))
	}
	return rule.Pass(rule.NavigationEmbedderPolicy)
}

// A ResourceRequest is what the cross-origin resource policy check needs to know of a request.
type ResourceRequest struct {
	Origin              origin.Origin
	EmbedderPolicy      EmbedderPolicy
	IncludesCredentials bool // the response's request-includes-credentials
	Navigation          bool // a nested navigation
	PublicSuffixes      origin.PublicSuffixList
	// UnknownValueAllows is [engine.UnknownResourcePolicyAllows]: a value that is none of the three allows everybody.
	UnknownValueAllows bool
}

// CORPCheck is the cross-origin resource policy check of a response from url. What is only reported, and
// not enforced, is left out.
//
// https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check
func CORPCheck(request ResourceRequest, url origin.URL, response header.List) rule.Decision {
	// First as though there were no embedder policy, then with it.
	if d := corpInternalCheck(request, EmbedderUnsafeNone, url, response); !d.OK() {
		return d
	}
	return corpInternalCheck(request, request.EmbedderPolicy, url, response)
}

// corpInternalCheck is the cross-origin resource policy internal check.
//
// https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check
func corpInternalCheck(
	request ResourceRequest, embedder EmbedderPolicy, url origin.URL, response header.List,
) rule.Decision {
	// A navigation is free where the embedder asks for nothing.
	if request.Navigation && (embedder == EmbedderUnsafeNone || embedder == "") {
		return rule.Pass(rule.CORPEmbedderPolicy)
	}
	// Any value but the three is as good as none; so is a list.
	value, _ := response.Get("Cross-Origin-Resource-Policy")
	id := rule.CORPSameOrigin
	switch value {
	case "cross-origin":
		return rule.Pass(rule.CORPSameOrigin)
	case "same-origin":
	case "same-site":
		id = rule.CORPSameSite
	default:
		if value != "" && request.UnknownValueAllows {
			return rule.Pass(rule.CORPEmbedderPolicy)
		}
		// Without a policy of its own the resource falls under the embedder's.
		if !embedderAsksForCORP(request, embedder) {
			return rule.Pass(rule.CORPSameOrigin)
		}
		id = rule.CORPEmbedderPolicy
	}
	if id == rule.CORPSameSite {
		// Same site, the scheme aside; but a secure resource is not for a page that is not.
		if sameSiteForCORP(request, url) {
			return rule.Pass(id)
		}
	} else if origin.SameOrigin(request.Origin, url.Origin(nil)) {
		return rule.Pass(id)
	}
	return rule.Stop(id, value, request.Origin.String())
}

func embedderAsksForCORP(request ResourceRequest, embedder EmbedderPolicy) bool {
	switch embedder {
	case EmbedderRequireCORP:
		return true
	case EmbedderCredentialless:
		return request.IncludesCredentials || request.Navigation
	}
	return false
}

func sameSiteForCORP(request ResourceRequest, url origin.URL) bool {
	return origin.SchemelesslySameSite(request.Origin, url.Origin(nil), request.PublicSuffixes) &&
		(request.Origin.Scheme() == "https" || url.Scheme() != "https")
}

// EmbedderAllowsCredentials says whether the client's embedder policy leaves a request its credentials.
//
// The text of 2026-07-02 asks here for a redirect-taint other than same-origin, which takes the credentials
// from the page's own resources and gives them to those it was redirected to; the test is the other way
// round, as in https://github.com/whatwg/fetch/pull/1959.
// https://fetch.spec.whatwg.org/#cross-origin-embedder-policy-allows-credentials
func EmbedderAllowsCredentials(mode Mode, embedder EmbedderPolicy, sameOrigin bool, taint RedirectTaint) bool {
	// Only no-cors requests, and only under credentialless, lose them.
	if mode != ModeNoCORS || embedder != EmbedderCredentialless {
		return true
	}
	// The page's own resources keep them.
	return sameOrigin && taint == TaintSameOrigin
}
