package policy

import "net/netip"

// An AddressSpace is an IP address space: how far away an address is. The zero value is that of the whole world.
//
// https://wicg.github.io/local-network-access/#ip-address-space-section
type AddressSpace uint8

// The IP address spaces, from the most public to the least.
const (
	PublicAddress AddressSpace = iota
	LocalAddress
	LoopbackAddress
)

// String returns the standard's name.
func (s AddressSpace) String() string { return [...]string{"public", "local", "loopback"}[s%3] }

// LessPublic reports whether an address space is less public than another one.
//
// https://wicg.github.io/local-network-access/#ip-address-space-less-public
func (s AddressSpace) LessPublic(than AddressSpace) bool { return s > than }

// nonPublicBlocks are the blocks of addresses that are not public; the first one that holds an address counts.
//
// https://wicg.github.io/local-network-access/#non-public-ip-address-blocks
var nonPublicBlocks = []struct {
	block netip.Prefix
	space AddressSpace
}{
	{netip.MustParsePrefix("127.0.0.0/8"), LoopbackAddress},
	{netip.MustParsePrefix("10.0.0.0/8"), LocalAddress},
	{netip.MustParsePrefix("100.64.0.0/10"), LocalAddress},
	{netip.MustParsePrefix("172.16.0.0/12"), LocalAddress},
	{netip.MustParsePrefix("192.168.0.0/16"), LocalAddress},
	{netip.MustParsePrefix("198.18.0.0/15"), LoopbackAddress},
	{netip.MustParsePrefix("169.254.0.0/16"), LocalAddress},
	{netip.MustParsePrefix("::1/128"), LoopbackAddress},
	{netip.MustParsePrefix("fc00::/7"), LocalAddress},
	{netip.MustParsePrefix("fe80::/10"), LocalAddress},
	{netip.MustParsePrefix("fec0::/10"), LocalAddress},
	{netip.MustParsePrefix("0.0.0.0/32"), LoopbackAddress},
	{netip.MustParsePrefix("0.0.0.0/8"), LocalAddress},
	{netip.MustParsePrefix("::/128"), LoopbackAddress},
	{netip.MustParsePrefix("2001:db8::/32"), LocalAddress},
	{netip.MustParsePrefix("3fff::/20"), LocalAddress},
}

// DetermineAddressSpace returns the IP address space of an address.
//
// https://wicg.github.io/local-network-access/#determine-the-ip-address-space
func DetermineAddressSpace(address netip.Addr) AddressSpace {
	// An IPv4 address that IPv6 maps counts as such.
	address = address.Unmap().WithZone("")
	for _, row := range nonPublicBlocks {
		if row.block.Contains(address) {
			return row.space
		}
	}
	return PublicAddress
}

// A LocalNetworkRequest is what the check of local network access asks of a request.
type LocalNetworkRequest struct {
	// Client is the IP address space of the page, Address that of the address that was reached.
	Client, Address AddressSpace
	// Target is the targetAddressSpace of fetch(), PublicAddress where it is not given.
	Target AddressSpace
	// SameOrigin is true where the current URL is same origin with the request, which is potentially trustworthy.
	SameOrigin bool
	// SecureContext is true where the page is a secure context.
	SecureContext bool
	// Permission is true where the page may use "local-network" or "loopback-network", as its address is, and the user
	// has granted it.
	Permission bool
}

// A LocalNetworkAccess is what becomes of a request to a less public address.
type LocalNetworkAccess uint8

// The outcomes of the check of local network access; all but the first are network errors.
const (
	LocalNetworkAllowed LocalNetworkAccess = iota
	LocalNetworkOtherTarget
	LocalNetworkInsecureContext
	LocalNetworkNoPermission
)

// LocalNetworkAccessCheck says whether a request may go on to the address that was reached.
//
// https://wicg.github.io/local-network-access/#local-network-access-check
func LocalNetworkAccessCheck(request LocalNetworkRequest) LocalNetworkAccess {
	switch {
	// A trustworthy page may reach its own origin, wherever that is.
	case request.SameOrigin:
		return LocalNetworkAllowed
	// An address space that the caller has named must be the right one, and then it is enough.
	case request.Target != PublicAddress && request.Target != request.Address:
		return LocalNetworkOtherTarget
	case request.Target != PublicAddress:
		return LocalNetworkAllowed
	// What is no less public than the page is may be reached,
	case !request.Address.LessPublic(request.Client):
		return LocalNetworkAllowed
	// what is, by a secure context with permission only.
	case !request.SecureContext:
		return LocalNetworkInsecureContext
	case !request.Permission:
		return LocalNetworkNoPermission
	}
	return LocalNetworkAllowed
}
