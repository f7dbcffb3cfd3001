package policy

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// Framing says whether a response, whose policies and header list are given, lets its document of an origin be in a
// frame of the ancestors, of which there is at least one. The last decision decides.
func Framing(
	profile engine.Profile, policies []SecurityPolicy, response header.List,
	destination origin.Origin, ancestors []origin.Origin,
) []rule.Decision {
	d, found := FrameAncestors(profile, policies, ancestors)
	switch {
	case !found:
		return []rule.Decision{FrameOptions(response, destination, ancestors)}
	case d.OK() && response.Contains("X-Frame-Options"):
		return []rule.Decision{rule.Apply(rule.FrameOptionsOverridden, "", ""), d}
	}
	return []rule.Decision{d}
}

// FrameOptions says whether the X-Frame-Options header of a response lets its document, whose origin is given, be in
// a frame of the ancestors, of which there is at least one. A directive frame-ancestors that is enforced goes before
// it: then the header is not to be asked.
//
// https://html.spec.whatwg.org/#the-x-frame-options-header
func FrameOptions(response header.List, destination origin.Origin, ancestors []origin.Origin) rule.Decision {
	raw, _ := response.Get("X-Frame-Options")
	options := frameOptions(raw)
	// Several values that mean something, but not the same, mean no.
	if len(options) > 1 {
		for _, option := range []string{"deny", "allowall", "sameorigin"} {
			if options[option] {
				return rule.Stop(rule.FrameOptionsConflict, raw, "")
			}
		}
		return rule.Apply(rule.FrameOptionsIgnored, raw, "")
	}
	switch {
	case options["deny"]:
		return rule.Stop(rule.FrameOptionsDeny, raw, "")
	case options["sameorigin"]:
		// Each ancestor counts, not the parent alone.
		for _, ancestor := range ancestors {
			if !origin.SameOrigin(ancestor, destination) {
				return rule.Stop(rule.FrameOptionsSameOrigin, ancestor.String(), destination.String())
			}
		}
		return rule.Pass(rule.FrameOptionsSameOrigin)
	case options[""]:
		return rule.Pass(rule.FrameOptionsDeny)
	}
	return rule.Apply(rule.FrameOptionsIgnored, raw, "")
}

// frameOptions is the set of the values of a header.
func frameOptions(raw string) map[string]bool {
	options := map[string]bool{}
	for value := range header.DecodeSplit(raw) {
		options[header.Lower(value)] = true
	}
	return options
}
