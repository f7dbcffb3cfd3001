package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A CookiePartition says under which top-level documents a cookie is seen. The zero value is that of an ordinary
// cookie, which all of them share.
//
// https://www.ietf.org/archive/id/draft-cutler-httpbis-partitioned-cookies-01.html
type CookiePartition struct {
	// TopLevel is the site of the top-level document.
	TopLevel origin.Site
	// CrossSiteAncestor is true where a document of another site stands between the two.
	CrossSiteAncestor bool
}

// partition returns the partition that cookies of a request are in if they are Partitioned, and says whether the
// request is for a third party.
func (f *fetching) partition() (p CookiePartition, thirdParty bool) {
	list := f.agent.PublicSuffixes
	// What a navigation leads a tab to is the top-level document, and nobody's third party.
	if f.isTopLevel() {
		return CookiePartition{TopLevel: f.currentOrigin().Site(list)}, false
	}
	p = CookiePartition{TopLevel: f.client.TopLevelOrigin.Site(list), CrossSiteAncestor: f.client.CrossSiteAncestor}
	thirdParty = f.client.CrossSiteAncestor ||
		!origin.SchemelesslySameSite(f.currentOrigin(), f.client.TopLevelOrigin, list)
	return p, thirdParty
}

// sharesCookies says whether the cookies of all top-level documents are there for the request.
func (c *CookieContext) sharesCookies() bool {
	return !c.ThirdParty || c.Profile.ThirdPartyCookies == engine.ThirdPartyCookiesAllowed
}

// choosePartition sets the partition of a cookie that is to be stored.
func (c *Cookie) choosePartition(asked bool, from *CookieContext) policy.CookieReason {
	switch {
	// Who asks for a partition must say Secure.
	case asked && !from.Profile.Has(engine.PartitionedIsUnknown):
		if !c.Secure {
			return policy.CookiePartitionedWithoutSecure
		}
		c.Partition = from.Partition
	case from.sharesCookies():
	// A browser may give third parties a partition unasked, or no cookies.
	case from.Profile.ThirdPartyCookies == engine.ThirdPartyCookiesPartitioned:
		c.Partition = from.Partition
	default:
		return policy.CookieThirdParty
	}
	return policy.CookieOK
}

// withheldByPartition says why a cookie is not there for a request, by its partition.
func (c *Cookie) withheldByPartition(to *CookieContext) policy.CookieReason {
	switch {
	case c.Partition == CookiePartition{}:
		if !to.sharesCookies() {
			return policy.CookieThirdParty
		}
	case c.Partition != to.Partition:
		return policy.CookieOtherPartition
	}
	return policy.CookieOK
}
