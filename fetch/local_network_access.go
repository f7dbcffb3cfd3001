package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// AddressSpaceOf returns the IP address space of a client.
//
// https://wicg.github.io/local-network-access/#integration-with-html
func (a *UserAgent) AddressSpaceOf(client *Environment) policy.AddressSpace {
	if client.AddressSpace != nil {
		return *client.AddressSpace
	}
	return policy.URLAddressSpace(client.URL, a.Addresses)
}

// setTarget sets the target IP address space, by the host where the caller has named none.
//
// https://wicg.github.io/local-network-access/#fetching
func (f *fetching) setTarget() {
	if f.has(engine.LocalNetworkNoTarget) {
		f.target = ""
	} else if f.target == "" {
		f.target = policy.TargetOf(f.url)
	}
}

// localNetworkAccess asks whether the address of the current URL may be reached, before anything is sent there.
//
// https://wicg.github.io/local-network-access/#local-network-access-check
func (f *fetching) localNetworkAccess() response {
	if !f.has(engine.LocalNetworkAccess) || f.isTopLevel() && f.has(engine.LocalNetworkSparesTabs) {
		return response{}
	}
	request := policy.LocalNetworkRequest{
		URL:           f.url,
		Client:        f.clientAddressSpace(),
		Address:       policy.URLAddressSpace(f.url, f.agent.Addresses),
		Target:        f.target,
		SameOrigin:    f.client.Origin.PotentiallyTrustworthy() && f.sameOriginNow(),
		SecureContext: f.client.SecureContext,
		Permission:    f.client.LocalNetwork,
	}
	if request.Address == policy.LoopbackAddress {
		request.Permission = f.client.LoopbackNetwork
	}
	switch d := policy.LocalNetworkAccess(f.agent.Profile, &request); {
	case d.Rule == rule.UnknownPermission:
		return f.undetermined(d)
	case !d.OK():
		return f.networkError(d)
	// What stays in its address space is not worth a word.
	case request.Address != request.Client || request.Target != "":
		f.note(d)
	}
	return response{}
}

// clientAddressSpace is the IP address space of the client, which may call itself a public one.
func (f *fetching) clientAddressSpace() policy.AddressSpace {
	if f.has(engine.TreatAsPublicAddress) && policy.TreatAsPublic(f.client.SecurityPolicies) {
		return policy.PublicAddress
	}
	return f.agent.AddressSpaceOf(f.client)
}
