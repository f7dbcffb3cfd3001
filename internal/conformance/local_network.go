package conformance

import (
	"net/netip"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// spaces are the IP address spaces by name, each with an address in it.
var spaces = map[string]struct {
	space   policy.AddressSpace
	address netip.Addr
}{
	"public":   {policy.PublicAddress, netip.MustParseAddr("8.8.8.8")},
	"local":    {policy.LocalAddress, netip.MustParseAddr("192.168.0.1")},
	"loopback": {policy.LoopbackAddress, netip.MustParseAddr("127.0.0.1")},
}

// permissionStates are the states of permissions by name.
var permissionStates = map[string]policy.PermissionState{
	"prompt": policy.PermissionPrompt, "granted": policy.PermissionGranted, "denied": policy.PermissionDenied,
}

// localNetwork returns the options for what the page may do in the local network.
func (p *Page) localNetwork() ([]corsim.PageOption, error) {
	var options []corsim.PageOption
	if p.AddressSpace != "" {
		space, known := spaces[p.AddressSpace]
		if !known {
			return nil, notModelled("page.addressSpace", p.AddressSpace)
		}
		options = append(options, corsim.AddressSpace(space.space))
	}
	for name, word := range p.Permissions {
		state, known := permissionStates[word]
		if !known {
			return nil, notModelled("page.permissions", word)
		}
		options = append(options, corsim.Permission(name, state))
	}
	return options, nil
}

// lookup returns the addresses of the hosts that calls go to.
func (c *Case) lookup() (func(host string) netip.Addr, error) {
	addresses := map[string]netip.Addr{}
	for i := range c.Calls {
		call := &c.Calls[i]
		if call.RemoteAddressSpace == "" {
			continue
		}
		space, known := spaces[call.RemoteAddressSpace]
		url, err := origin.Parse(call.URL)
		if !known || err != nil {
			return nil, notModelled("remoteAddressSpace", call.RemoteAddressSpace)
		}
		addresses[url.Hostname()] = space.address
	}
	return func(host string) netip.Addr { return addresses[host] }, nil
}
