package policy_test

import (
	"net/netip"
	"testing"

	"github.com/corsim/corsim/policy"
)

func TestDetermineAddressSpace(t *testing.T) {
	for address, want := range map[string]policy.AddressSpace{
		"127.0.0.1": policy.LoopbackAddress, "::1": policy.LoopbackAddress, "0.0.0.0": policy.LoopbackAddress,
		"0.0.0.1": policy.LocalAddress, "10.1.2.3": policy.LocalAddress, "::ffff:10.1.2.3": policy.LocalAddress,
		"fe80::1%eth0": policy.LocalAddress, "192.0.2.1": policy.PublicAddress, "2606::1": policy.PublicAddress,
	} {
		if got := policy.DetermineAddressSpace(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

func TestLocalNetworkAccessCheck(t *testing.T) {
	const public, local, loopback = policy.PublicAddress, policy.LocalAddress, policy.LoopbackAddress
	for _, test := range []struct {
		about   string
		request policy.LocalNetworkRequest
		want    policy.LocalNetworkAccess
	}{
		{"From the world to the world", policy.LocalNetworkRequest{}, policy.LocalNetworkAllowed},
		{"From home to the world", policy.LocalNetworkRequest{Client: local}, policy.LocalNetworkAllowed},
		{"At home", policy.LocalNetworkRequest{Client: local, Address: local}, policy.LocalNetworkAllowed},
		{"To the own origin", policy.LocalNetworkRequest{Address: local, SameOrigin: true}, policy.LocalNetworkAllowed},
		{"From the world home, in the clear", policy.LocalNetworkRequest{Address: local}, policy.LocalNetworkInsecureContext},
		{"From the world home", policy.LocalNetworkRequest{Address: local, SecureContext: true}, policy.LocalNetworkNoPermission},
		{"with permission", policy.LocalNetworkRequest{Address: loopback, SecureContext: true, Permission: true},
			policy.LocalNetworkAllowed},
		{"by name", policy.LocalNetworkRequest{Address: local, Target: local}, policy.LocalNetworkAllowed},
		{"by the wrong name", policy.LocalNetworkRequest{Address: public, Target: local}, policy.LocalNetworkOtherTarget},
	} {
		if got := policy.LocalNetworkAccessCheck(test.request); got != test.want {
			t.Errorf("%s: %d, want %d", test.about, got, test.want)
		}
	}
}
