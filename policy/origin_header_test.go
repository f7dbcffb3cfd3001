package policy_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

func TestOriginHeader(t *testing.T) {
	const basic, cors, opaque = policy.TaintingBasic, policy.TaintingCORS, policy.TaintingOpaque
	const app, own, api, plain = "https://app.example", "https://app.example/", "https://api.example/", "http://app.example/"
	tests := []struct {
		tainting       policy.Tainting
		mode           policy.Mode
		method         string
		referrerPolicy policy.ReferrerPolicy
		origin, url    string
		want           string // "-" for none
	}{
		{cors, "cors", "GET", "no-referrer", app, api, app},
		{cors, "cors", "HEAD", "", app, api, app},
		{basic, "cors", "GET", "", app, own, "-"},
		{basic, "cors", "HEAD", "", app, own, "-"},
		{basic, "cors", "POST", "no-referrer", app, own, app},
		{basic, "cors", "OPTIONS", "", app, own, app},
		{basic, "same-origin", "POST", "", app, own, app},
		{opaque, "no-cors", "GET", "unsafe-url", app, api, "-"},

		// Without CORS the referrer policy hides the origin where it hides the referrer.
		{opaque, "no-cors", "POST", "no-referrer", app, api, "null"},
		{basic, "same-origin", "PUT", "no-referrer", app, own, "null"},
		{opaque, "no-cors", "POST", "same-origin", app, api, "null"},
		{opaque, "no-cors", "POST", "same-origin", app, own, app},
		{opaque, "no-cors", "POST", "no-referrer-when-downgrade", app, plain, "null"},
		{opaque, "no-cors", "POST", "strict-origin", app, plain, "null"},
		{opaque, "no-cors", "POST", "strict-origin-when-cross-origin", app, plain, "null"},
		{opaque, "no-cors", "POST", "strict-origin-when-cross-origin", app, api, app},
		{opaque, "no-cors", "POST", "strict-origin", "http://app.example", "http://api.example/", "http://app.example"},
		{opaque, "no-cors", "POST", "origin", app, plain, app},
		{opaque, "no-cors", "POST", "origin-when-cross-origin", app, plain, app},
		{opaque, "no-cors", "POST", "unsafe-url", app, plain, app},
	}
	for _, test := range tests {
		value, _, ok := policy.OriginHeader(policy.OriginHeaderRequest{
			Mode: test.mode, Method: test.method, Tainting: test.tainting, ReferrerPolicy: test.referrerPolicy,
			Origin: origin.MustParseOrigin(test.origin), SerializedOrigin: test.origin, CurrentURL: origin.MustParse(test.url),
		})
		if !ok {
			value = "-"
		}
		if value != test.want {
			t.Errorf("%s %s in mode %s, tainting %d, referrer policy %q: %q, want %q",
				test.method, test.url, test.mode, test.tainting, test.referrerPolicy, value, test.want)
		}
	}
}

func TestOriginHeaderOfATaintedRequest(t *testing.T) {
	for _, tainting := range []policy.Tainting{policy.TaintingBasic, policy.TaintingCORS, policy.TaintingOpaque} {
		value, _, ok := policy.OriginHeader(policy.OriginHeaderRequest{
			Mode: policy.ModeCORS, Method: "POST", Tainting: tainting, Origin: origin.MustParseOrigin("https://app.example"),
			SerializedOrigin: "null", CurrentURL: origin.MustParse("https://app.example/"),
		})
		if value != "null" || !ok {
			t.Errorf("tainting %d: %q, %v", tainting, value, ok)
		}
	}
}
