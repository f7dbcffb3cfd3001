package policy

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// An OpenerPolicy is the value of a document's opener policy. The zero value means unsafe-none.
//
// https://html.spec.whatwg.org/#cross-origin-opener-policy-value
type OpenerPolicy string

// The opener policy values. The last one is never written: it is same-origin where the embedder policy is compatible
// with cross-origin isolation.
const (
	OpenerUnsafeNone            OpenerPolicy = "unsafe-none"
	OpenerSameOriginAllowPopups OpenerPolicy = "same-origin-allow-popups"
	OpenerSameOrigin            OpenerPolicy = "same-origin"
	OpenerNoopenerAllowPopups   OpenerPolicy = "noopener-allow-popups"
	OpenerSameOriginPlusCOEP    OpenerPolicy = "same-origin-plus-COEP"
)

// ParseOpenerPolicy reads Cross-Origin-Opener-Policy, where the embedder policy is that of the same response.
// Anything but a lone known token is unsafe-none. The header counts in a secure context only.
//
// https://html.spec.whatwg.org/#obtain-coop
func ParseOpenerPolicy(response header.List, embedder EmbedderPolicy) OpenerPolicy {
	token, _ := response.ItemToken("Cross-Origin-Opener-Policy")
	switch value := OpenerPolicy(token); value {
	case OpenerSameOrigin:
		return value.plus(embedder)
	case OpenerSameOriginAllowPopups, OpenerNoopenerAllowPopups:
		return value
	}
	return OpenerUnsafeNone
}

// ParseOpenerPolicyReportOnly reads Cross-Origin-Opener-Policy-Report-Only, where the embedder policies are those of
// the same response: one that is only reported counts here.
//
// https://html.spec.whatwg.org/#obtain-coop
func ParseOpenerPolicyReportOnly(response header.List, embedder, embedderReportOnly EmbedderPolicy) OpenerPolicy {
	token, _ := response.ItemToken("Cross-Origin-Opener-Policy-Report-Only")
	switch value := OpenerPolicy(token); value {
	case OpenerSameOrigin:
		return value.plus(embedder).plus(embedderReportOnly)
	case OpenerSameOriginAllowPopups:
		return value
	}
	return OpenerUnsafeNone
}

// plus is the value that same-origin becomes by an embedder policy.
func (p OpenerPolicy) plus(embedder EmbedderPolicy) OpenerPolicy {
	if embedder.IsolatesOrigins() {
		return OpenerSameOriginPlusCOEP
	}
	return p
}

// orUnsafeNone is the value that the zero value stands for.
func (p OpenerPolicy) orUnsafeNone() OpenerPolicy {
	if p == "" {
		return OpenerUnsafeNone
	}
	return p
}

// An OpenerDocument is what counts of a top-level document when a window goes from one to another.
type OpenerDocument struct {
	Origin origin.Origin
	Policy OpenerPolicy
	// ReportOnly is the report-only value.
	ReportOnly OpenerPolicy
}

// MatchOpenerPolicies reports whether two documents can follow one another in a browsing context group.
//
// https://html.spec.whatwg.org/#matching-coop
func MatchOpenerPolicies(document, response OpenerDocument) bool {
	a, b := document.Policy.orUnsafeNone(), response.Policy.orUnsafeNone()
	// Either neither has a policy,
	if a == OpenerUnsafeNone || b == OpenerUnsafeNone {
		return a == b
	}
	// or both have the same, and the same origin.
	return a == b && origin.SameOrigin(document.Origin, response.Origin)
}

// SwitchesBrowsingContextGroup says whether a response is shown in another browsing context group than the document
// before it in its window. In a popup that is the initial about:blank document, which has its opener's origin and
// policy. A decision that stops means that every reference between the windows is cut: opener is null, and the
// window that was opened seems closed.
//
// https://html.spec.whatwg.org/#check-browsing-context-group-switch-coop-value
func SwitchesBrowsingContextGroup(popup bool, document, response OpenerDocument) rule.Decision {
	switch {
	// A popup that wants no opener has none.
	case popup && response.Policy == OpenerNoopenerAllowPopups:
	// An opener that allows popups keeps those without a policy.
	case popup && allowsPopups(document.Policy) && response.Policy.orUnsafeNone() == OpenerUnsafeNone:
		return rule.Pass(rule.OpenerPolicySwitch)
	case MatchOpenerPolicies(document, response):
		return rule.Pass(rule.OpenerPolicySwitch)
	}
	theirs, ours := response.Policy.orUnsafeNone(), document.Policy.orUnsafeNone()
	return rule.Stop(rule.OpenerPolicySwitch, string(theirs), string(ours))
}

func allowsPopups(p OpenerPolicy) bool {
	return p == OpenerSameOriginAllowPopups || p == OpenerNoopenerAllowPopups
}

// WouldSwitchBrowsingContextGroup reports whether the report-only values would have made the switch.
//
// https://html.spec.whatwg.org/#check-bcg-switch-navigation-report-only
func WouldSwitchBrowsingContextGroup(popup bool, document, response OpenerDocument) bool {
	switches := func(documentPolicy, responsePolicy OpenerPolicy) bool {
		document.Policy, response.Policy = documentPolicy, responsePolicy
		return !SwitchesBrowsingContextGroup(popup, document, response).OK()
	}
	enforced, enforcedOfDocument := response.Policy, document.Policy
	// Where both only report the same, there is nothing to report.
	return switches(document.ReportOnly, response.ReportOnly) &&
		(switches(document.ReportOnly, enforced) || switches(enforcedOfDocument, response.ReportOnly))
}
