package policy

import (
	"net/netip"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

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

// URLAddressSpace returns the IP address space of what a URL's host is reached at. lookup returns the address of a
// domain, the zero Addr for one that it does not know; a nil lookup knows none. What nobody knows is public.
func URLAddressSpace(url origin.URL, lookup func(host string) netip.Addr) AddressSpace {
	host := url.Hostname()
	switch url.HostKind() {
	case origin.IPv4, origin.IPv6:
		address, _ := netip.ParseAddr(strings.Trim(host, "[]"))
		return DetermineAddressSpace(address)
	case origin.Domain:
	default:
		// A file is not far away,
		if url.Scheme() == "file" {
			return LocalAddress
		}
		return PublicAddress
	}
	if lookup != nil {
		if address := lookup(host); address.IsValid() {
			return DetermineAddressSpace(address)
		}
	}
	// and two names say by themselves where they lead.
	switch {
	case isLoopback(host):
		return LoopbackAddress
	case isLocalName(host):
		return LocalAddress
	}
	return PublicAddress
}

func isLocalName(host string) bool { return strings.HasSuffix(strings.TrimSuffix(host, "."), ".local") }

// A TargetAddressSpace is the member targetAddressSpace of RequestInit: "public", "local" or "loopback". The empty
// one is null.
//
// https://wicg.github.io/local-network-access/#fetch-api
type TargetAddressSpace string

// TargetOf returns the target IP address space that a request to a URL has without one of the caller's: local for the
// addresses and names that cannot be anything else.
//
// https://wicg.github.io/local-network-access/#fetching
func TargetOf(url origin.URL) TargetAddressSpace {
	isAddress := url.HostKind() == origin.IPv4 || url.HostKind() == origin.IPv6
	if isLocalName(url.Hostname()) || isAddress && URLAddressSpace(url, nil) == LocalAddress {
		return "local"
	}
	return ""
}

// IsLocal reports whether the target is announced to be less public than the world, so that it may be mixed content.
//
// https://wicg.github.io/local-network-access/#integration-with-mixed-content
func (t TargetAddressSpace) IsLocal() bool { return t == "local" || t == "loopback" }

// A PermissionState is what the user has said to a permission.
//
// https://w3c.github.io/permissions/#dfn-permission-state
type PermissionState uint8

// The states of a permission. The zero value is that of one the user has not been asked for.
const (
	PermissionPrompt PermissionState = iota
	PermissionGranted
	PermissionDenied
)

// A LocalNetworkRequest is what the check of local network access asks of a request.
type LocalNetworkRequest struct {
	// URL is the request's current URL.
	URL origin.URL
	// Client is the IP address space of the page, Address that of the address that was reached.
	Client, Address AddressSpace
	// Target is the target IP address space.
	Target TargetAddressSpace
	// SameOrigin is true where the current URL is same origin with the request, which is potentially trustworthy.
	SameOrigin bool
	// SecureContext is true where the page is a secure context.
	SecureContext bool
	// Permission is that of the page for "local-network" or "loopback-network", as its address is.
	Permission PermissionState
}

// LocalNetworkAccess says whether a request may go on to the address that was reached.
//
// https://wicg.github.io/local-network-access/#local-network-access-check
func LocalNetworkAccess(profile engine.Profile, request *LocalNetworkRequest) rule.Decision {
	target := string(request.Target)
	switch {
	// A trustworthy page may reach its own origin, wherever that is.
	case request.SameOrigin:
		return rule.Pass(rule.LocalNetworkTarget)
	// An address space that the caller has named must be the right one, and then it is enough.
	case target == "" || target == "public" && !profile.Has(engine.LocalNetworkPublicTarget):
	case target != request.Address.String():
		return rule.Stop(rule.LocalNetworkTarget, request.Address.String(), target)
	case !profile.Has(engine.LocalNetworkTargetNotEnough):
		return rule.Pass(rule.LocalNetworkTarget)
	}
	switch {
	// What is no less public than the page is may be reached,
	case !request.Address.LessPublic(request.Client),
		request.Client == LocalAddress && profile.Has(engine.LocalNetworkFromPublicOnly):
		return rule.Pass(rule.LocalNetworkTarget)
	// what is, by a secure context with permission only.
	case !request.SecureContext && !profile.Has(engine.LocalNetworkAsksInsecureContexts):
		return rule.Stop(rule.LocalNetworkSecureContext, request.URL.Href(), request.Address.String())
	case request.Permission == PermissionDenied:
		return rule.Stop(rule.LocalNetworkPermission, request.URL.Href(), request.Address.String())
	case request.Permission == PermissionPrompt:
		return rule.Stop(rule.UnknownPermission, request.URL.Href(), request.Address.permission())
	}
	return rule.Pass(rule.LocalNetworkPermission)
}

// permission is the name of the permission to reach the addresses of a space.
func (s AddressSpace) permission() string { return s.String() + "-network" }

// TreatAsPublic reports whether one of the policies has the page taken for one of the world.
//
// https://wicg.github.io/private-network-access/#csp
func TreatAsPublic(policies []SecurityPolicy) bool {
	for i := range policies {
		if !policies[i].ReportOnly && policies[i].Directive("treat-as-public-address") != nil {
			return true
		}
	}
	return false
}
