package policy

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// An OriginHeaderRequest is what decides the Origin header of a request.
type OriginHeaderRequest struct {
	Mode             Mode
	Method           string
	Tainting         Tainting
	ReferrerPolicy   ReferrerPolicy
	Origin           origin.Origin
	SerializedOrigin string // "null" when redirects tainted it
	CurrentURL       origin.URL
	Element          bool // an element asks, not script
	Profile          engine.Profile
}

// OriginHeader returns the value of the Origin header; ok is false where none is sent.
//
// https://fetch.spec.whatwg.org/#append-a-request-origin-header
func OriginHeader(r OriginHeaderRequest) (value string, d rule.Decision, ok bool) {
	// With response tainting cors it is always sent, and by a WebSocket.
	if r.Tainting == TaintingCORS {
		return r.SerializedOrigin, rule.Apply(rule.OriginHeaderCORS, r.SerializedOrigin, ""), true
	}
	if r.Mode == ModeWebSocket {
		return r.SerializedOrigin, rule.Apply(rule.OriginHeaderWebSocket, r.SerializedOrigin, ""), true
	}
	// Elements that ask for CORS may send it to their own origin too.
	if r.Element && r.Mode == ModeCORS && r.Profile.Has(engine.OriginOfElementsToOwn) {
		return r.SerializedOrigin, rule.Apply(rule.OriginHeaderCORS, r.SerializedOrigin, ""), true
	}
	// Otherwise only with methods other than GET and HEAD.
	if r.Method == "GET" || r.Method == "HEAD" {
		return "", rule.Decision{}, false
	}
	// A fetch that did not ask to share its origin has it hidden where the referrer would be.
	if r.Mode != ModeCORS && hidesOrigin(&r) && r.SerializedOrigin != "null" {
		return "null", rule.Apply(rule.OriginHeaderReferrerPolicy, string(r.ReferrerPolicy), ""), true
	}
	return r.SerializedOrigin, rule.Apply(rule.OriginHeaderMethod, r.SerializedOrigin, r.Method), true
}

func hidesOrigin(r *OriginHeaderRequest) bool {
	if r.Profile.Has(engine.OriginNotHidden) {
		return false
	}
	switch r.ReferrerPolicy {
	case ReferrerNoReferrer:
		return true
	case ReferrerNoReferrerWhenDowngrade, ReferrerStrictOrigin, ReferrerStrictOriginWhenCrossOrigin:
		return r.Origin.Scheme() == "https" && r.CurrentURL.Scheme() != "https"
	case ReferrerSameOrigin:
		return !origin.SameOrigin(r.Origin, r.CurrentURL.Origin(nil))
	}
	return false
}
