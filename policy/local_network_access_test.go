package policy_test

import (
	"net/netip"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
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

func TestURLAddressSpace(t *testing.T) {
	lookup := func(host string) netip.Addr {
		if host == "nas.example" {
			return netip.MustParseAddr("192.168.0.7")
		}
		return netip.Addr{}
	}
	for url, want := range map[string]policy.AddressSpace{
		"http://10.0.0.1/": policy.LocalAddress, "http://[::1]:8080/": policy.LoopbackAddress,
		"http://[::ffff:10.0.0.1]/": policy.LocalAddress, "http://192.0.2.1/": policy.PublicAddress,
		"http://localhost/": policy.LoopbackAddress, "http://app.localhost./": policy.LoopbackAddress,
		"http://printer.local/": policy.LocalAddress, "http://printer.local./": policy.LocalAddress,
		"http://local/": policy.PublicAddress, "https://nas.example/": policy.LocalAddress,
		"https://app.example/": policy.PublicAddress, "file:///etc/hosts": policy.LocalAddress,
		"data:,": policy.PublicAddress,
	} {
		if got := policy.URLAddressSpace(origin.MustParse(url), lookup); got != want {
			t.Errorf("%s: %s, want %s", url, got, want)
		}
	}
}

func TestTargetOf(t *testing.T) {
	for url, want := range map[string]policy.TargetAddressSpace{
		"http://192.168.0.1/": "local", "http://[fe80::1]/": "local", "http://router.local/": "local",
		"http://127.0.0.1/": "", "http://localhost/": "", "http://8.8.8.8/": "", "https://app.example/": "",
	} {
		if got := policy.TargetOf(origin.MustParse(url)); got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}

func TestLocalNetworkAccess(t *testing.T) {
	const public, local, loopback = policy.PublicAddress, policy.LocalAddress, policy.LoopbackAddress
	draft := engine.Standard.With(engine.LocalNetworkAccess)
	type request = policy.LocalNetworkRequest
	for _, test := range []struct {
		about   string
		profile engine.Profile
		request request
		want    rule.Decision
	}{
		{"from the world to the world", draft, request{}, rule.Pass(rule.LocalNetworkTarget)},
		{"from home to the world", draft, request{Client: local}, rule.Pass(rule.LocalNetworkTarget)},
		{"at home", draft, request{Client: local, Address: local}, rule.Pass(rule.LocalNetworkTarget)},
		{"to the own origin", draft, request{Address: local, SameOrigin: true, Target: "loopback"}, rule.Pass(rule.LocalNetworkTarget)},
		{"from the world home, in the clear", draft, request{Address: local}, rule.Stop(rule.LocalNetworkSecureContext, "", "local")},
		{"from the world home, unasked", draft, request{Address: local, SecureContext: true},
			rule.Stop(rule.UnknownPermission, "", "local-network")},
		{"from the world home, denied", draft, request{Address: local, SecureContext: true, Permission: policy.PermissionDenied},
			rule.Stop(rule.LocalNetworkPermission, "", "local")},
		{"from the world to this machine, granted", draft,
			request{Address: loopback, SecureContext: true, Permission: policy.PermissionGranted}, rule.Pass(rule.LocalNetworkPermission)},
		{"from home to this machine", draft, request{Client: local, Address: loopback},
			rule.Stop(rule.LocalNetworkSecureContext, "", "loopback")},
		{"from home to this machine, in Chromium", engine.Chromium, request{Client: local, Address: loopback},
			rule.Pass(rule.LocalNetworkTarget)},
		{"announced", draft, request{Address: local, Target: "local"}, rule.Pass(rule.LocalNetworkTarget)},
		{"announced, in Chromium", engine.Chromium, request{Address: local, Target: "local"},
			rule.Stop(rule.LocalNetworkSecureContext, "", "local")},
		{"announced wrongly", draft, request{Address: public, Target: "local"}, rule.Stop(rule.LocalNetworkTarget, "public", "local")},
		{"announced as public", draft, request{Client: local, Address: local, Target: "public"}, rule.Pass(rule.LocalNetworkTarget)},
		{"announced as public, in Chromium", engine.Chromium, request{Client: local, Address: local, Target: "public"},
			rule.Stop(rule.LocalNetworkTarget, "local", "public")},
	} {
		if got := policy.LocalNetworkAccess(test.profile, &test.request); got != test.want {
			t.Errorf("%s: %v, want %v", test.about, got, test.want)
		}
	}
}

func TestTreatAsPublic(t *testing.T) {
	for header, want := range map[string]bool{
		"Content-Security-Policy": true, "Content-Security-Policy-Report-Only": false, "X-Content-Security-Policy": false,
	} {
		policies := policy.ParseSecurityPolicies(headerList(header, "treat-as-public-address"), origin.Origin{})
		if got := policy.TreatAsPublic(policies); got != want {
			t.Errorf("%s: %v, want %v", header, got, want)
		}
	}
}
