package policy

import (
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// A StorageKey says whose storage it is: documents with equal keys share localStorage, IndexedDB and caches, and, in
// one window, sessionStorage. Keys are values that can be compared.
//
// https://storage.spec.whatwg.org/#storage-key
type StorageKey struct {
	Origin origin.Origin
	// TopLevelSite is the partition, the zero Site where there are none.
	TopLevelSite origin.Site
	// CrossSiteAncestor sets apart what another site embeds.
	CrossSiteAncestor bool
}

// StorageClient is who asks for storage.
type StorageClient struct {
	Origin, TopLevelOrigin origin.Origin
	CrossSiteAncestor      bool
	PublicSuffixes         origin.PublicSuffixList
	// Partitioned keeps storage for each top-level site apart, and ByAncestors what another site embeds besides.
	Partitioned, ByAncestors bool
}

// ObtainStorageKey returns the storage key of a client. A decision that stops, for an opaque origin, is a
// SecurityError.
//
// https://storage.spec.whatwg.org/#obtain-a-storage-key
func ObtainStorageKey(client StorageClient) (StorageKey, rule.Decision) {
	// An opaque origin has no storage.
	if client.Origin.IsOpaque() || client.Origin.IsZero() {
		return StorageKey{}, rule.Stop(rule.StorageOpaque, client.Origin.String(), "")
	}
	key := StorageKey{Origin: client.Origin}
	if !client.Partitioned {
		return key, rule.Apply(rule.StorageOfOrigin, client.Origin.String(), "")
	}
	key.TopLevelSite = client.TopLevelOrigin.Site(client.PublicSuffixes)
	key.CrossSiteAncestor = client.ByAncestors && client.CrossSiteAncestor
	return key, rule.Apply(rule.StoragePartitioned, client.Origin.String(), key.TopLevelSite.String())
}
