package console

import (
	"slices"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
)

// An enumeratedMember is a member of RequestInit whose type is an enumeration.
type enumeratedMember struct {
	name, enumeration string
	value             func(request *corsim.Request) string
	valid             []string
}

// enumeratedMembers are these members in the order in which they are read, which is that of their names.
//
// https://webidl.spec.whatwg.org/#js-dictionary
var enumeratedMembers = []enumeratedMember{
	{
		"cache", "RequestCache", func(r *corsim.Request) string { return string(r.Cache) },
		[]string{"default", "no-store", "reload", "no-cache", "force-cache", "only-if-cached"},
	},
	{
		"credentials", "RequestCredentials", func(r *corsim.Request) string { return string(r.Credentials) },
		[]string{"omit", "same-origin", "include"},
	},
	{"duplex", "RequestDuplex", func(r *corsim.Request) string { return r.Duplex }, []string{"half"}},
	{
		"mode", "RequestMode", func(r *corsim.Request) string { return string(r.Mode) },
		[]string{"cors", "no-cors", "same-origin", "navigate"},
	},
	{
		"redirect", "RequestRedirect", func(r *corsim.Request) string { return string(r.Redirect) },
		[]string{"follow", "error", "manual"},
	},
	{"referrerPolicy", "ReferrerPolicy", func(r *corsim.Request) string {
		if policy.IsReferrerPolicy(r.ReferrerPolicy) {
			return ""
		}
		return string(r.ReferrerPolicy)
	}, nil},
	{
		"targetAddressSpace", "IPAddressSpace",
		func(r *corsim.Request) string { return string(r.TargetAddressSpace) },
		[]string{"public", "local", "loopback"},
	},
}

// refusedMember returns the first member of a request that has a value which is none of its type's.
func refusedMember(call any) (name, enumeration, value string) {
	request, isFetch := call.(corsim.Request)
	if !isFetch {
		return "", "", ""
	}
	for _, member := range enumeratedMembers {
		if value := member.value(&request); value != "" && !slices.Contains(member.valid, value) {
			return member.name, member.enumeration, value
		}
	}
	return "", "", ""
}
