package engine

// The facts about local network access, which is a draft that Fetch has not taken up.
const (
	// LocalNetworkAccess keeps public pages from local addresses without the user's permission.
	LocalNetworkAccess Fact = opaqueEnd + iota
	// LocalNetworkTargetNotEnough asks for permission also where targetAddressSpace is right.
	LocalNetworkTargetNotEnough
	// LocalNetworkNoTarget does not know targetAddressSpace, nor names and addresses that stand for it.
	LocalNetworkNoTarget
	// LocalNetworkPublicTarget holds targetAddressSpace public against the address, too.
	LocalNetworkPublicTarget
	// LocalNetworkAsksInsecureContexts asks for permission in contexts that are not secure, too.
	LocalNetworkAsksInsecureContexts
	// LocalNetworkFromPublicOnly lets what is at a local address reach this machine.
	LocalNetworkFromPublicOnly
	// LocalNetworkSparesTabs asks nothing of the navigations of tabs.
	LocalNetworkSparesTabs
	// TreatAsPublicAddress knows the directive treat-as-public-address.
	TreatAsPublicAddress

	localNetworkEnd
)

const (
	localNetworkAsked   = "asked: with --ip-address-space-overrides, "
	localNetworkFirefox = "asked: with network.lna.address_space.public.override, "
)

var localNetwork = []Entry{
	{
		Fact: LocalNetworkAccess, Name: "local-network/access", In: chromium156 | firefox153,
		Sentence: "A public page needs a secure context and the user's permission to reach a local or loopback " +
			"address; Fetch has not taken the draft up.",
		Evidence: []string{
			"https://wicg.github.io/local-network-access/",
			localNetworkAsked + "fetch(), images, scripts, frames, workers, WebSockets and beacons of a public page are not sent to 127.0.0.1",
			localNetworkFirefox + "they wait for the user",
		},
	},
	{
		Fact: LocalNetworkTargetNotEnough, Name: "local-network/target-not-enough", In: chromium156,
		Sentence: "A request needs permission also where its targetAddressSpace is right; in the draft that is " +
			"enough.",
		Evidence: []string{localNetworkAsked + "fetch() with the right targetAddressSpace is denied"},
	},
	{
		Fact: LocalNetworkNoTarget, Name: "local-network/no-target", In: firefox153,
		Sentence: "There is no targetAddressSpace: it is not looked at, and mixed content is blocked; in the draft " +
			"it lets a request to a local address past mixed content.",
		Evidence: []string{localNetworkFirefox + "any value is taken, and a wrong one does no harm"},
	},
	{
		Fact: LocalNetworkPublicTarget, Name: "local-network/public-target", In: chromium156,
		Sentence: "A request with targetAddressSpace public fails at a local address; in the draft public says " +
			"nothing.",
		Evidence: []string{localNetworkAsked + "fetch() with it says: yet the resource is in address space local"},
	},
	{
		Fact: LocalNetworkAsksInsecureContexts, Name: "local-network/asks-insecure-contexts", In: firefox153,
		Sentence: "The user can permit local network access to a page from http:, too; in the draft it takes a " +
			"secure context.",
		Evidence: []string{localNetworkFirefox + "fetch() of a public page from http: waits for the user"},
	},
	{
		Fact: LocalNetworkFromPublicOnly, Name: "local-network/from-public-only", In: chromium156 | firefox153,
		Sentence: "A page from a local address may reach a loopback one; in the draft it needs permission.",
		Evidence: []string{
			"https://wicg.github.io/local-network-access/#local-network-request-section",
			localNetworkAsked + "a local page fetches from a loopback address",
			localNetworkFirefox + "so it does there",
		},
	},
	{
		Fact: LocalNetworkSparesTabs, Name: "local-network/spares-tabs", In: chromium156 | firefox153,
		Sentence: "A navigation of a tab may lead to a local address; in the draft it needs permission.",
		Evidence: []string{
			localNetworkAsked + "script of a public page takes its tab to a local one",
			localNetworkFirefox + "so it does there",
		},
	},
	{
		Fact: TreatAsPublicAddress, Name: "local-network/treat-as-public-address", In: chromium156,
		Sentence: "The directive treat-as-public-address of Content-Security-Policy makes a page a public one; the " +
			"draft has no such directive.",
		Evidence: []string{localNetworkAsked + "a loopback page with it is kept from local addresses"},
	},
}
