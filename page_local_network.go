package corsim

import (
	"slices"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// AddressSpace says how far away the server of the page is: in the world, in the local network, or on this machine.
// Without it the page's host says so, as [Browser.SetAddresses] has it.
//
// https://wicg.github.io/local-network-access/#ip-address-space-section
func AddressSpace(space policy.AddressSpace) PageOption {
	return func(p *Page) { p.client.AddressSpace = &space }
}

// Permission says what the user has said to a permission of the page: "local-network", "loopback-network", or
// "local-network-access" for both. Others are not looked at. Without it the browser asks the user, and a verdict that
// depends on that is undetermined.
//
// https://wicg.github.io/local-network-access/#permissions
func Permission(name string, state policy.PermissionState) PageOption {
	return func(p *Page) {
		if name == "local-network" || name == "local-network-access" {
			p.client.LocalNetwork = state
		}
		if name == "loopback-network" || name == "local-network-access" {
			p.client.LoopbackNetwork = state
		}
	}
}

// denyLocalNetwork takes the permissions from a page in a frame of another origin, unless the frame gives them to it.
//
// https://w3c.github.io/webappsec-permissions-policy/#is-feature-enabled
func (p *Page) denyLocalNetwork() {
	isOther := func(o origin.Origin) bool { return !origin.SameOrigin(o, p.client.Origin) }
	if !slices.ContainsFunc(p.client.Ancestors, isOther) || header.ContainsFold(p.around.allow, "local-network-access") {
		return
	}
	if !header.ContainsFold(p.around.allow, "local-network") {
		p.client.LocalNetwork = policy.PermissionDenied
	}
	if !header.ContainsFold(p.around.allow, "loopback-network") {
		p.client.LoopbackNetwork = policy.PermissionDenied
	}
}
