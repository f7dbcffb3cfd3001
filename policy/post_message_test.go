package policy_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

func TestPostMessage(t *testing.T) {
	a, b := origin.MustParseOrigin("https://a.example"), origin.MustParseOrigin("https://b.example:8443")
	opaque := new(origin.Mint).Opaque()
	tests := []struct {
		about     string
		message   policy.PostMessage
		exception string
		rule      rule.ID
		delivered bool
	}{
		{"to anyone", policy.PostMessage{TargetOrigin: "*", Source: a, Target: opaque}, "", rule.PostMessageAnyone, true},
		{"to the same origin", policy.PostMessage{TargetOrigin: "/", Source: a, Target: a}, "", rule.PostMessageOrigin, true},
		{"to the same origin, which is not there", policy.PostMessage{TargetOrigin: "/", Source: a, Target: b}, "", rule.PostMessageOrigin, false},
		{"from a sandbox to itself", policy.PostMessage{TargetOrigin: "/", Source: opaque, Target: opaque}, "", rule.PostMessageOrigin, true},
		{"to a URL", policy.PostMessage{TargetOrigin: "https://B.example:8443/path", Source: a, Target: b}, "", rule.PostMessageOrigin, true},
		{"to another port", policy.PostMessage{TargetOrigin: "https://b.example", Source: a, Target: b}, "", rule.PostMessageOrigin, false},
		{"to a word", policy.PostMessage{TargetOrigin: "null", Source: a, Target: opaque}, "SyntaxError", rule.PostMessageTargetInvalid, false},
		{"to nothing", policy.PostMessage{Source: a, Target: a}, "SyntaxError", rule.PostMessageTargetInvalid, false},
		{"to data", policy.PostMessage{TargetOrigin: "data:,x", Source: a, Target: opaque}, "", rule.PostMessageOrigin, false},
		{"to data, refused", policy.PostMessage{TargetOrigin: "data:,x", Source: a, Target: opaque, RefusesOpaque: true}, "SyntaxError", rule.PostMessageTargetInvalid, false},
		{"to a Blob", policy.PostMessage{TargetOrigin: "blob:https://a.example/1", Source: b, Target: a}, "", rule.PostMessageOrigin, true},
		{"to a Blob, which is opaque", policy.PostMessage{TargetOrigin: "blob:https://a.example/1", Source: b, Target: a, BlobIsOpaque: true}, "", rule.PostMessageOrigin, false},
	}
	for _, test := range tests {
		exception, d := test.message.Deliver()
		if exception != test.exception || d.Rule != test.rule || d.OK() != test.delivered {
			t.Errorf("%s: %q, %+v", test.about, exception, d)
		}
	}
}
