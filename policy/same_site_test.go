package policy_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

func TestIsSameSiteRequest(t *testing.T) {
	var mint origin.Mint
	page := origin.MustParseOrigin("https://app.site.example")
	for _, test := range []struct {
		about             string
		url               string
		client            origin.Origin
		crossSiteAncestor bool
		want              bool
	}{
		{"The page's own origin", "https://app.site.example", page, false, true},
		{"A sibling on another port", "https://api.site.example:8443", page, false, true},
		{"Another scheme", "http://app.site.example", page, false, false},
		{"Another site", "https://other.example", page, false, false},
		{"Its own origin, from a frame in another site's page", "https://app.site.example", page, true, false},
		{"Its own URL, from a sandboxed document", "https://app.site.example", mint.Opaque(), false, false},
	} {
		if got := policy.IsSameSiteRequest(engine.Standard, origin.MustParseOrigin(test.url), test.client, test.crossSiteAncestor, nil); got != test.want {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}

func TestSameSiteMode(t *testing.T) {
	for _, test := range []struct {
		about               string
		sameSite, topLevel  bool
		method              string
		wantMode            string
		allowed, mayBeSet   string // by SameSite: of Strict, Lax, None and unset
		unsetAsNone, setAll string // the same where Lax is not the default
	}{
		{"A same-site request", true, false, "POST", "strict-or-less", "SLNu", "SLNu", "SLNu", "SLNu"},
		{"A cross-site request", false, false, "GET", "unset-or-less", "N", "N", "Nu", "Nu"},
		{"A cross-site link", false, true, "GET", "lax-or-less", "LNu", "SLNu", "LNu", "SLNu"},
		{"A cross-site form that posts", false, true, "POST", "unset-or-less", "N", "SLNu", "Nu", "SLNu"},
		{"A method in lower case is another method", false, true, "get", "unset-or-less", "N", "SLNu", "Nu", "SLNu"},
	} {
		mode := policy.DetermineSameSiteMode(test.sameSite, test.topLevel, test.method)
		if mode.String() != test.wantMode {
			t.Errorf("%s: %v, want %v", test.about, mode, test.wantMode)
		}
		choose := func(allows func(policy.SameSite) bool) (letters string) {
			for _, cookie := range []policy.SameSite{policy.SameSiteStrict, policy.SameSiteLax, policy.SameSiteNone, policy.SameSiteUnset} {
				if allows(cookie) {
					letters += cookie.String()[:1]
				}
			}
			return letters
		}
		for laxByDefault, want := range map[bool][2]string{
			true:  {test.allowed, test.mayBeSet},
			false: {test.unsetAsNone, test.setAll},
		} {
			sent := choose(func(c policy.SameSite) bool { return mode.Allows(c, laxByDefault) })
			set := choose(func(c policy.SameSite) bool { return mode.AllowsSetting(c, laxByDefault, test.topLevel) })
			if got := [2]string{sent, set}; got != want {
				t.Errorf("%s, Lax by default %v: sent and set %q, want %q", test.about, laxByDefault, got, want)
			}
		}
	}
}
