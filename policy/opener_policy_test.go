package policy_test

import (
	"testing"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

func TestParseOpenerPolicy(t *testing.T) {
	tests := []struct {
		about    string
		value    string
		embedder policy.EmbedderPolicy
		want     policy.OpenerPolicy
	}{
		{"none", "", "", policy.OpenerUnsafeNone},
		{"alone", "same-origin", "", policy.OpenerSameOrigin},
		{"isolated", "same-origin", policy.EmbedderCredentialless, policy.OpenerSameOriginPlusCOEP},
		{"with popups", "same-origin-allow-popups", policy.EmbedderRequireCORP, policy.OpenerSameOriginAllowPopups},
		{"without an opener", "noopener-allow-popups", "", policy.OpenerNoopenerAllowPopups},
		{"with a parameter", `same-origin; report-to="x"`, "", policy.OpenerSameOrigin},
		{"a list", "same-origin, same-origin", "", policy.OpenerUnsafeNone},
		{"in upper case", "Same-Origin", "", policy.OpenerUnsafeNone},
		{"what is never written", "same-origin-plus-COEP", "", policy.OpenerUnsafeNone},
	}
	for _, test := range tests {
		list := header.List{{Name: "Cross-Origin-Opener-Policy", Value: test.value}}
		if got := policy.ParseOpenerPolicy(list, test.embedder); got != test.want {
			t.Errorf("%s: %s", test.about, got)
		}
	}
	list := header.List{{Name: "Cross-Origin-Opener-Policy-Report-Only", Value: "same-origin"}}
	if got := policy.ParseOpenerPolicyReportOnly(list, "", policy.EmbedderRequireCORP); got != policy.OpenerSameOriginPlusCOEP {
		t.Errorf("reported with a reported embedder policy: %s", got)
	}
}

// TestSwitchesBrowsingContextGroup holds each pair of an opener's policy and a popup's against what windows have been
// seen to do: true where they keep each other, and "same" where they do within one origin.
func TestSwitchesBrowsingContextGroup(t *testing.T) {
	const none, alone, popups, noopener = policy.OpenerUnsafeNone, policy.OpenerSameOrigin,
		policy.OpenerSameOriginAllowPopups, policy.OpenerNoopenerAllowPopups
	type pair struct{ opener, popup policy.OpenerPolicy }
	always := map[pair]bool{{none, none}: true, {popups, none}: true, {noopener, none}: true, {"", ""}: true}
	within := map[pair]bool{{alone, alone}: true, {popups, popups}: true}
	a, b := origin.MustParseOrigin("https://a.example"), origin.MustParseOrigin("https://b.example")
	for _, opener := range []policy.OpenerPolicy{none, alone, popups, noopener, ""} {
		for _, popup := range []policy.OpenerPolicy{none, alone, popups, noopener, ""} {
			for _, other := range []origin.Origin{a, b} {
				d := policy.SwitchesBrowsingContextGroup(true,
					policy.OpenerDocument{Origin: a, Policy: opener}, policy.OpenerDocument{Origin: other, Policy: popup})
				spelled := pair{orNone(opener), orNone(popup)}
				if want := always[spelled] || within[spelled] && other == a; d.OK() != want {
					t.Errorf("%q opens %q of %s: %v", opener, popup, other, d)
				}
			}
		}
	}
	// Without a popup nothing but the same will do.
	d := policy.SwitchesBrowsingContextGroup(false, policy.OpenerDocument{Origin: a, Policy: popups}, policy.OpenerDocument{Origin: a})
	if d.OK() {
		t.Errorf("a navigation away from %s: %v", popups, d)
	}
}

func orNone(p policy.OpenerPolicy) policy.OpenerPolicy {
	if p == "" {
		return policy.OpenerUnsafeNone
	}
	return p
}

func TestWouldSwitchBrowsingContextGroup(t *testing.T) {
	a := origin.MustParseOrigin("https://a.example")
	reports := policy.OpenerDocument{Origin: a, ReportOnly: policy.OpenerSameOrigin}
	for _, test := range []struct {
		about              string
		document, response policy.OpenerDocument
		want               bool
	}{
		{"neither reports", policy.OpenerDocument{Origin: a}, policy.OpenerDocument{Origin: a}, false},
		{"both report the same", reports, reports, false},
		{"the document reports", reports, policy.OpenerDocument{Origin: a}, true},
		{"the response reports", policy.OpenerDocument{Origin: a}, reports, true},
	} {
		if got := policy.WouldSwitchBrowsingContextGroup(true, test.document, test.response); got != test.want {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}
