package policy

import (
	"slices"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// FrameAncestors says whether the directives frame-ancestors of the policies that a document has come with let it be
// in a frame of the ancestors. There is no such directive where found is false.
//
// https://w3c.github.io/webappsec-csp/#frame-ancestors-navigation-response
func FrameAncestors(
	profile engine.Profile, policies []SecurityPolicy, ancestors []origin.Origin,
) (d rule.Decision, found bool) {
	// Each policy must allow each ancestor.
	for i := range policies {
		directive := policies[i].Directive("frame-ancestors")
		if directive == nil || policies[i].ReportOnly {
			continue
		}
		found = true
		for _, ancestor := range ancestors {
			if !directive.allowsAncestor(profile, ancestor, policies[i].Self) {
				return rule.Stop(rule.FrameAncestors, directive.String(), ancestor.String()), true
			}
		}
	}
	return rule.Pass(rule.FrameAncestors), found
}

// allowsAncestor reports whether an ancestor matches one of the directive's sources.
func (d *SecurityDirective) allowsAncestor(profile engine.Profile, ancestor, self origin.Origin) bool {
	url, err := origin.Parse(ancestor.String())
	// An opaque origin makes no URL, which could match.
	if err != nil {
		return profile.Has(engine.FrameAncestorsStarOpaque) && slices.Contains(d.Values, "*")
	}
	ignoresPath, addresses := profile.Has(engine.FrameAncestorsIgnorePath), profile.Has(engine.FrameAncestorsByIP)
	return matchesSourceList(d.Values, url, self, ignoresPath, addresses)
}

// SandboxTokens returns the tokens of the sandbox that policies put a document in: those of the last one that has the
// directive. sandboxed is false where none has.
//
// https://html.spec.whatwg.org/#csp-derived-sandboxing-flags
func SandboxTokens(policies []SecurityPolicy) (tokens []string, sandboxed bool) {
	for i := range policies {
		if directive := policies[i].Directive("sandbox"); directive != nil && !policies[i].ReportOnly {
			tokens, sandboxed = directive.Values, true
		}
	}
	return tokens, sandboxed
}
