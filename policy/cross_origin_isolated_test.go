package policy_test

import (
	"testing"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

func TestCrossOriginIsolated(t *testing.T) {
	tests := []struct {
		about     string
		topLevel  policy.OpenerPolicy
		permitted bool
		rule      rule.ID
		want      bool
	}{
		{"isolated", policy.OpenerSameOriginPlusCOEP, true, rule.IsolatedPermission, true},
		{"not permitted", policy.OpenerSameOriginPlusCOEP, false, rule.IsolatedPermission, false},
		{"without an embedder policy", policy.OpenerSameOrigin, true, rule.IsolatedTopLevel, false},
		{"without anything", "", true, rule.IsolatedTopLevel, false},
	}
	for _, test := range tests {
		if d := policy.CrossOriginIsolated(test.topLevel, test.permitted); d.Rule != test.rule || d.OK() != test.want {
			t.Errorf("%s: %+v", test.about, d)
		}
	}
}

func TestAllowsFeature(t *testing.T) {
	own, other := origin.MustParseOrigin("https://a.example"), origin.MustParseOrigin("https://b.example")
	tests := []struct {
		about              string
		value              string
		forOwn, forAnother bool
	}{
		{"no header", "", true, false},
		{"another feature", "camera=()", true, false},
		{"nobody", "f=()", false, false},
		{"itself", "f=(self)", true, false},
		{"everybody", "f=*", true, true},
		{"everybody in a list", "f=(*)", true, true},
		{"another", `f=("https://b.example")`, false, true},
		{"both", `f=(self "https://b.example")`, true, true},
		{"a header that cannot be read", "f=(", true, false},
		{"a string that is no URL", `f=("b")`, false, false},
	}
	for _, test := range tests {
		list := header.List{{Name: "Permissions-Policy", Value: test.value}}
		got := [2]bool{policy.AllowsFeature(list, "f", own, own), policy.AllowsFeature(list, "f", own, other)}
		if want := [2]bool{test.forOwn, test.forAnother}; got != want {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}
