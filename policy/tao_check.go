package policy

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// A TimingRequest is what the TAO check needs to know of a request.
type TimingRequest struct {
	Failed           bool // the timing allow failed flag, which an earlier hop may have set
	SerializedOrigin string
	Mode             Mode
	Tainting         Tainting
	SameOrigin       bool // its current URL is same origin with its origin
}

// TAOCheck says whether the page may read the timing of a response in detail. It fails without ending the
// fetch: its decision is always applied, as rule.TAOPassed or rule.TAOFailed.
//
// https://fetch.spec.whatwg.org/#concept-tao-check
func TAOCheck(r TimingRequest, response header.List) rule.Decision {
	// One failure on the way is enough.
	if r.Failed {
		return rule.Apply(rule.TAOFailed, "", "")
	}
	// The wildcard or the request's origin among the values lets it pass.
	if value, found := response.Get("Timing-Allow-Origin"); found {
		for allowed := range header.DecodeSplit(value) {
			if allowed == "*" || allowed == r.SerializedOrigin {
				return rule.Apply(rule.TAOPassed, allowed, "")
			}
		}
	}
	// A navigation to another origin keeps its timing to itself.
	if r.Mode == ModeNavigate && !r.SameOrigin {
		return rule.Apply(rule.TAOFailed, "", "")
	}
	// What never left the origin is open.
	if r.Tainting == TaintingBasic {
		return rule.Apply(rule.TAOPassed, "", "")
	}
	return rule.Apply(rule.TAOFailed, "", r.SerializedOrigin)
}
