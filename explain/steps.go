package explain

import "github.com/corsim/corsim/rule"

// A Level says which steps are shown.
type Level uint8

// The levels.
const (
	// Path shows the steps that led to the outcome: what changed the course, and what decided.
	Path Level = iota
	// AllSteps shows every rule that was reached.
	AllSteps
	// NoSteps shows none.
	NoSteps
)

// shows reports whether a step is shown at the level.
func (l Level) shows(step *Step) bool {
	return l == AllSteps || l == Path && (step.Lead || step.Decisive)
}

// leads has true for the rules that change the course of a request: without them what decides in the end is not
// understood.
var leads = setOf(
	rule.RequestReferrerIgnored, rule.RequestStreamPreflight, rule.RequestMethodKept, rule.HeaderForbidden,
	rule.HeaderNotNoCORSSafelisted, rule.XHRUploadListener, rule.XHRBodyDropped,
	rule.InsecureRequestUpgraded, rule.MixedContentUpgraded, rule.StrictTransportUpgraded,
	rule.MainFetchNoCORS, rule.MainFetchNavigate, rule.MainFetchWebSocket, rule.MainFetchDataURL,
	rule.MainFetchPreflightFlag, rule.MainFetchPreflightMethod, rule.MainFetchPreflightHeaders,
	rule.MainFetchPreflightAgain, rule.PreflightCacheHit,
	rule.RedirectFollowed, rule.RedirectLocationMissing, rule.RedirectMethodRewritten,
	rule.RedirectAuthorizationDropped, rule.RedirectOriginTainted,
	rule.CredentialsEmbedderPolicy, rule.OriginHeaderReferrerPolicy,
	rule.HTTPCacheHit, rule.HTTPCacheStale, rule.HTTPCacheValidated, rule.HTTPCacheRange, rule.HTTPCacheVariant,
	rule.AuthenticationRetry, rule.AuthenticationPrompt, rule.MisdirectedRetry,
	rule.FrameOptionsOverridden, rule.FrameOptionsIgnored, rule.OpenerPolicyReportOnly,
)

// aboutCredentials has true for the rules that look at whether credentials are included.
var aboutCredentials = setOf(
	rule.CORSWildcard, rule.CORSWildcardWithCredentials, rule.CORSAllowCredentialsNotTrue, rule.CORSAllowCredentials,
)

// setOf returns a table, by rule, of those that are given.
func setOf(ids ...rule.ID) []bool {
	var set []bool
	for _, id := range ids {
		for int(id) >= len(set) {
			set = append(set, false)
		}
		set[id] = true
	}
	return set
}

func has(set []bool, id rule.ID) bool { return int(id) < len(set) && set[id] }

// isLead reports whether a step belongs to the path to what decided.
func isLead(step, decided rule.ID) bool {
	switch step {
	case rule.CredentialsIncluded, rule.CredentialsExcluded:
		return has(aboutCredentials, decided)
	}
	return has(leads, step)
}

// mark finds the decisive step: the last that the deciding rule made.
func mark(steps []Step, decided rule.ID) {
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i].Rule == decided {
			steps[i].Decisive = true
			return
		}
	}
}
