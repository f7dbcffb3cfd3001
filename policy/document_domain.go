package policy

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// A DocumentDomain is what decides over a document's domain attribute.
type DocumentDomain struct {
	// Detached says that the document has no browsing context: no window shows it.
	Detached bool
	// Sandboxed says that the document's sandboxed document.domain browsing context flag is set, as in every sandbox.
	Sandboxed bool
	// Origin is the document's origin, and Domain the domain that was set before, "" for null.
	Origin origin.Origin
	Domain string
	// OriginKeyed says that the document's agent cluster is, see [IsOriginKeyed].
	OriginKeyed    bool
	PublicSuffixes origin.PublicSuffixList
}

// EffectiveDomain returns what document.domain reads: "" for an opaque origin.
//
// https://html.spec.whatwg.org/#concept-origin-effective-domain
func (d *DocumentDomain) EffectiveDomain() string {
	if d.Domain != "" {
		return d.Domain
	}
	return d.Origin.Host()
}

// SetDocumentDomain sets document.domain to a value and returns the domain of the origin that follows, "" for null.
// A decision that stops it is a SecurityError.
//
// https://html.spec.whatwg.org/#dom-document-domain
func SetDocumentDomain(d *DocumentDomain, value string) (domain string, decision rule.Decision) {
	effective := d.EffectiveDomain()
	switch {
	// A document that no window shows has nobody to be the same with.
	case d.Detached:
		return d.Domain, rule.Stop(rule.DomainDetached, value, "")
	// A sandbox keeps what it has.
	case d.Sandboxed:
		return d.Domain, rule.Stop(rule.DomainSandboxed, value, "")
	// So does an opaque origin, which has no domain.
	case effective == "":
		return d.Domain, rule.Stop(rule.DomainOpaque, value, "")
	// Labels may go from the front, down to the registrable domain.
	case !origin.IsRegistrableDomainSuffixOrEqual(value, effective, d.PublicSuffixes):
		return d.Domain, rule.Stop(rule.DomainSuffix, value, effective)
	// A cluster of one origin alone is not joined with others: nothing happens.
	case d.OriginKeyed:
		return d.Domain, rule.Apply(rule.DomainOriginKeyed, value, "")
	}
	return canonicalDomain(value), rule.Apply(rule.DomainSet, value, effective)
}

// canonicalDomain is what the host parser makes of a value that [origin.IsRegistrableDomainSuffixOrEqual] accepts.
func canonicalDomain(value string) string {
	url, err := origin.Parse("https://" + value + "/")
	if err != nil {
		return value
	}
	return url.Hostname()
}

// An AgentCluster is what decides whether a document shares its agent with its origin alone or with its site.
type AgentCluster struct {
	Origin origin.Origin
	// SecureContext says that the document is delivered over a secure context.
	SecureContext bool
	// Isolated says that the browsing context group is cross-origin isolated.
	Isolated bool
	// KeyedByDefault makes the origin the key where the header does not ask for the site.
	KeyedByDefault bool
}

// IsOriginKeyed reports whether a document that a response has brought is in an agent cluster of its origin. Another
// document of the same origin in the same browsing context group, which came first, would decide in its place; that
// is left out.
//
// https://html.spec.whatwg.org/#obtain-similar-origin-window-agent
func IsOriginKeyed(a AgentCluster, response header.List) bool {
	// An opaque origin is its own site, and isolation separates origins.
	if a.Origin.IsOpaque() || a.Isolated {
		return true
	}
	// Otherwise the response decides, if it comes over a secure context.
	if requested, ok := response.ItemBoolean("Origin-Agent-Cluster"); ok && (a.SecureContext || !requested) {
		return requested
	}
	return a.KeyedByDefault
}
