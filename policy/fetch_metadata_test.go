package policy_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

const (
	appOrigin   = "https://app.example"
	wwwOrigin   = "https://www.app.example"
	apiOrigin   = "https://api.example"
	plainOrigin = "http://app.example"
)

// origins parses origins.
func origins(list ...string) []origin.Origin {
	var origins []origin.Origin
	for _, o := range list {
		origins = append(origins, origin.MustParseOrigin(o))
	}
	return origins
}

func TestSecFetchSite(t *testing.T) {
	tests := []struct {
		urls []string
		want string
	}{
		{[]string{appOrigin}, "same-origin"},
		{[]string{wwwOrigin}, "same-site"},
		{[]string{appOrigin + ":8443"}, "same-site"},
		{[]string{apiOrigin}, "cross-site"},
		{[]string{plainOrigin}, "cross-site"},
		{[]string{appOrigin, appOrigin}, "same-origin"},
		{[]string{appOrigin, wwwOrigin}, "same-site"},
		{[]string{wwwOrigin, appOrigin}, "same-site"},
		{[]string{apiOrigin, appOrigin}, "cross-site"},
		{[]string{wwwOrigin, apiOrigin, appOrigin}, "cross-site"},
	}
	for _, test := range tests {
		if got := policy.SecFetchSite(engine.Standard, origin.MustParseOrigin(appOrigin), origins(test.urls...), nil); got != test.want {
			t.Errorf("%v: %s, want %s", test.urls, got, test.want)
		}
	}
	if got := policy.SecFetchSite(engine.Standard, new(origin.Mint).Opaque(), origins(appOrigin), nil); got != "cross-site" {
		t.Errorf("from a sandbox: %s", got)
	}
}

func TestSecFetchDest(t *testing.T) {
	for destination, want := range map[policy.Destination]string{"": "empty", "image": "image", "script": "script"} {
		if got := policy.SecFetchDest(destination); got != want {
			t.Errorf("%q: %s, want %s", destination, got, want)
		}
	}
}

// The walk of a request from URL to URL, which the same places matter to.
func TestComputeRedirectTaint(t *testing.T) {
	tests := []struct {
		urls []string
		want policy.RedirectTaint
	}{
		{[]string{appOrigin}, policy.TaintSameOrigin},
		{[]string{appOrigin, appOrigin}, policy.TaintSameOrigin},
		{[]string{appOrigin, apiOrigin}, policy.TaintSameOrigin},
		{[]string{apiOrigin, apiOrigin}, policy.TaintSameOrigin},
		{[]string{wwwOrigin, appOrigin}, policy.TaintSameSite},
		{[]string{wwwOrigin, apiOrigin}, policy.TaintSameSite},
		{[]string{apiOrigin, appOrigin}, policy.TaintCrossSite},
		{[]string{appOrigin, apiOrigin, appOrigin}, policy.TaintCrossSite},
		{[]string{apiOrigin, "https://www.api.example"}, policy.TaintSameSite},
		{[]string{wwwOrigin, appOrigin, apiOrigin, "https://c.example"}, policy.TaintCrossSite},
	}
	for _, test := range tests {
		if got := policy.ComputeRedirectTaint(origin.MustParseOrigin(appOrigin), origins(test.urls...), nil); got != test.want {
			t.Errorf("%v: %d, want %d", test.urls, got, test.want)
		}
	}
}
