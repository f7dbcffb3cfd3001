package policy_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

func TestObtainStorageKey(t *testing.T) {
	a, b := origin.MustParseOrigin("https://www.a.example"), origin.MustParseOrigin("https://b.example")
	top := policy.StorageClient{Origin: a, TopLevelOrigin: origin.MustParseOrigin("https://a.example")}
	embedded := policy.StorageClient{Origin: a, TopLevelOrigin: b, CrossSiteAncestor: true}
	nested := top
	nested.CrossSiteAncestor = true
	tests := []struct {
		about                    string
		partitioned, byAncestors bool
		sharedBelow, sharedAgain bool // with a frame of another site, and with one of its own site in that
	}{
		{"the standard", false, false, true, true},
		{"by site", true, false, false, true},
		{"by site and ancestors", true, true, false, false},
	}
	for _, test := range tests {
		key := func(client policy.StorageClient) policy.StorageKey {
			client.Partitioned, client.ByAncestors = test.partitioned, test.byAncestors
			key, d := policy.ObtainStorageKey(client)
			if !d.OK() {
				t.Fatalf("%s: %+v", test.about, d)
			}
			return key
		}
		got := [2]bool{key(top) == key(embedded), key(top) == key(nested)}
		if want := [2]bool{test.sharedBelow, test.sharedAgain}; got != want {
			t.Errorf("%s: %v", test.about, got)
		}
	}
	if key, d := policy.ObtainStorageKey(policy.StorageClient{Origin: new(origin.Mint).Opaque()}); d.OK() || key != (policy.StorageKey{}) {
		t.Errorf("opaque: %+v, %+v", key, d)
	}
}
