package policy_test

import (
	"testing"

	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

func TestTAOCheck(t *testing.T) {
	const basic, cors, opaque = policy.TaintingBasic, policy.TaintingCORS, policy.TaintingOpaque
	tests := []struct {
		about    string
		failed   bool
		tainting policy.Tainting
		mode     policy.Mode
		origin   string // serialized
		values   []string
		want     bool
	}{
		{"what stays at home is open", false, basic, "cors", appOrigin, nil, true},
		{"other origins keep it to themselves", false, cors, "cors", appOrigin, nil, false},
		{"with or without CORS", false, opaque, "no-cors", appOrigin, nil, false},
		{"unless they open it to all", false, opaque, "no-cors", appOrigin, []string{"*"}, true},
		{"or to the origin", false, cors, "cors", appOrigin, []string{appOrigin}, true},
		{"among others", false, cors, "cors", appOrigin, []string{apiOrigin + ",\t" + appOrigin}, true},
		{"in another field", false, cors, "cors", appOrigin, []string{apiOrigin, appOrigin}, true},
		{"but to no other", false, cors, "cors", appOrigin, []string{apiOrigin}, false},
		{"nor to one spelt differently", false, cors, "cors", appOrigin, []string{appOrigin + "/"}, false},
		{"to null, where the origin is null", false, cors, "cors", "null", []string{"null"}, true},
		{"one failure on the way is enough", true, basic, "cors", appOrigin, []string{"*"}, false},
		{"a navigation to another origin", false, basic, "navigate", appOrigin, nil, false},
	}
	for _, test := range tests {
		response := headerList()
		for _, value := range test.values {
			response.Append("Timing-Allow-Origin", value)
		}
		d := policy.TAOCheck(policy.TimingRequest{
			Failed: test.failed, SerializedOrigin: test.origin, Mode: test.mode, Tainting: test.tainting,
		}, response)
		if got := d.Rule == rule.TAOPassed; got != test.want || !d.OK() {
			t.Errorf("%s: %s, want passed %v", test.about, d.Rule, test.want)
		}
	}
}
