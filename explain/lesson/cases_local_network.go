package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// localNetworkCases are about pages that reach into the local network.
func localNetworkCases() []Example {
	router := corsim.Request{URL: "http://router.local/"}
	return []Example{
		{"a printer by its address", rule.LocalNetworkPermission, Passed,
			chromium.permitted("local-network", policy.PermissionGranted),
			corsim.Request{URL: "http://192.168.0.9/"}, readable, ""},
		{"a printer that the user denies", rule.LocalNetworkPermission, Stopped,
			chromium.permitted("local-network", policy.PermissionDenied),
			router, readable, "blocked TypeError"},
		{"a router that the user is asked about", rule.UnknownPermission, Stopped, chromium,
			router, readable, "undetermined"},
		{"a router that the user has permitted", rule.UnknownPermission, Unreached,
			chromium.permitted("local-network", policy.PermissionGranted),
			corsim.Request{URL: "http://router.local/"}, readable, ""},
		{"a page in the clear", rule.LocalNetworkSecureContext, Stopped, plain.in(corsim.Chromium),
			corsim.Request{URL: "http://localhost/"}, readable, "blocked TypeError"},
		{"a page from https:, and a permission", rule.LocalNetworkSecureContext, Unreached,
			chromium.permitted("loopback-network", policy.PermissionGranted),
			corsim.Request{URL: "http://localhost/"}, readable, ""},
		{"from this machine to the world", rule.LocalNetworkTarget, Passed, at("http://localhost/").in(corsim.Chromium),
			corsim.Request{URL: apiURL}, readable, ""},
		{"what is not where it is said to be", rule.LocalNetworkTarget, Stopped, chromium,
			corsim.Request{URL: apiURL, TargetAddressSpace: "local"}, readable, "blocked TypeError"},
	}
}
