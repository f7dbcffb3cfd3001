package fix

import (
	"slices"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// An impasse is a verdict that no answer could change.
type impasse struct {
	verdict corsim.Verdict
	// redirected says that something else in the place of a redirect did not help either.
	redirected bool
}

// reason says why no answer of a server can help.
func (i *impasse) reason() string {
	v := i.verdict
	reason, known := reasons[v.Rule()]
	switch {
	case v.Call() == nil && v.Page() != nil:
		return noRequest
	case v.Outcome() != corsim.Blocked:
		return searchEnded
	case slices.Contains(corsChecks, v.Rule()):
		reason = noOrigin(v)
	case !known:
		reason = noneTried
	}
	if i.redirected {
		reason += " " + afterRedirect
	}
	return reason
}

// corsChecks are the rules of the CORS check.
var corsChecks = []rule.ID{
	rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch, rule.CORSAllowOriginMultiple,
	rule.CORSWildcardWithCredentials, rule.CORSAllowCredentialsNotTrue,
}

// noOrigin says why nobody may be allowed.
func noOrigin(v corsim.Verdict) string {
	if v.Page().Origin().IsOpaque() {
		return "No answer can help that does not trust too much: the page's origin is opaque, which is sent as null, and " +
			"credentials are included. To allow null is to allow every sandboxed document. Give the page an origin of " +
			"its own, or leave the credentials out."
	}
	return "No answer can help that does not trust too much: after redirects across origins the browser sends null in " +
		"the place of the page's origin, and credentials are included. To allow null is to allow every sandboxed " +
		"document. Ask for the last URL directly, or leave the credentials out."
}
