package corsim

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// An Access is what script of a page does with the Window or the Location of another. The zero value reads a property
// of a Window without a name.
type Access struct {
	// Object is policy.WindowObject or policy.LocationObject.
	Object policy.PlatformObject
	// Operation is what is done; the empty one stands for policy.OperationGet.
	Operation policy.Operation
	// Property is the property's key, such as "document". A symbol is written as in script: "Symbol.toStringTag".
	Property string
}

// String returns the access in the words of script: "get window.document".
func (a Access) String() string {
	operation, object := a.Operation, a.Object.String()
	if operation == "" {
		operation = policy.OperationGet
	}
	if a.Property == "" {
		return string(operation) + " " + object
	}
	return string(operation) + " " + object + "." + a.Property
}

// Access does what script of the page does with another page's Window or Location, of which it has a reference. The
// outcome is Readable where it may, Opaque where it gets undefined whatever there is, and Threw where it may not.
// Where the two documents are same origin-domain nothing is kept from it: whether there is such a property is not
// looked at.
//
// https://html.spec.whatwg.org/#cross-origin-objects
func (p *Page) Access(other *Page, access Access) Verdict {
	return p.with(other, access.String(), func(p, other *Page, record *fetch.Record) {
		if p.sameOriginDomain(other, record) {
			return
		}
		exception, d := policy.CrossOriginAccess(&policy.PropertyAccess{
			Object:          access.Object,
			Operation:       access.Operation,
			Property:        access.Property,
			Frames:          other.document().frames,
			GuardsPrototype: p.has(engine.PrototypeSecurityError),
		})
		conclude(record, exception, d)
		if d.Rule == rule.AccessUndefined {
			record.Outcome = Opaque
		}
	})
}

// ContentDocument reads the document of a frame or an object element of the page in which the other page is. The
// outcome is Readable, or Blocked where script gets null.
//
// https://html.spec.whatwg.org/#concept-bcc-content-document
func (p *Page) ContentDocument(other *Page) Verdict {
	return p.with(other, "get contentDocument", func(p, other *Page, record *fetch.Record) {
		if !p.sameOriginDomain(other, record) {
			conclude(record, "", rule.Stop(rule.AccessContentDocument, other.client.Origin.String(), p.client.Origin.String()))
		}
	})
}

// sameOriginDomain decides for two documents that may do with each other what they like, and reports whether they are
// such.
func (p *Page) sameOriginDomain(other *Page, record *fetch.Record) bool {
	a, b := p.client.Origin, other.client.Origin
	same := origin.SameOriginDomain(a, b, p.document().domain, other.document().domain)
	if same {
		conclude(record, "", rule.Apply(rule.AccessSameOriginDomain, other.effectiveDomain(), p.effectiveDomain()))
	}
	return same
}

// effectiveDomain is what counts of an origin: the domain that was set, or the origin.
func (p *Page) effectiveDomain() string {
	if domain := p.document().domain; domain != "" {
		return domain
	}
	return p.client.Origin.String()
}

// SetDomain assigns to the page's document.domain. The outcome is Readable where it is set, Blocked where nothing
// happens, and Threw. Later accesses of the page see it; no request does.
//
// https://html.spec.whatwg.org/#dom-document-domain
func (p *Page) SetDomain(value string) Verdict {
	return p.alone("set document.domain", func(p *Page, record *fetch.Record) {
		domain, d := policy.SetDocumentDomain(&policy.DocumentDomain{
			Detached:       p.document().detached,
			Sandboxed:      p.document().sandboxed || p.document().sandboxesItself,
			Origin:         p.client.Origin,
			Domain:         p.document().domain,
			OriginKeyed:    p.originKeyed(),
			PublicSuffixes: p.browser.agent.PublicSuffixes,
		}, value)
		conclude(record, "SecurityError", d)
		switch d.Rule {
		case rule.DomainOriginKeyed:
			record.Outcome = Blocked
		case rule.DomainSet:
			p.surroundings().domain = domain
		}
	})
}

// originKeyed reports whether the page is in an origin-keyed agent cluster.
func (p *Page) originKeyed() bool {
	if p.has(engine.NoOriginKeyedClusters) {
		return false
	}
	return policy.IsOriginKeyed(policy.AgentCluster{
		Origin:         p.client.Origin,
		SecureContext:  p.secureContext(),
		Isolated:       p.top().openerPolicy(p.browser.agent.Profile).Policy == policy.OpenerSameOriginPlusCOEP,
		KeyedByDefault: p.has(engine.OriginKeyedByDefault) && p.secureContext(),
	}, p.document().header)
}

// PostMessage sends a message to the window that shows the other page. The outcome is Readable where it is delivered,
// Blocked where it is dropped without a word, and Threw where the target origin is none.
//
// https://html.spec.whatwg.org/#window-post-message-steps
func (p *Page) PostMessage(other *Page, targetOrigin string) Verdict {
	return p.with(other, "call postMessage", func(p, other *Page, record *fetch.Record) {
		exception, d := policy.PostMessage{
			TargetOrigin:  targetOrigin,
			Source:        p.client.Origin,
			Target:        other.client.Origin,
			RefusesOpaque: p.has(engine.OpaqueTargetOriginError),
			BlobIsOpaque:  p.has(engine.BlobTargetOriginOpaque),
		}.Deliver()
		conclude(record, exception, d)
	})
}

// has reports whether a fact holds in the page's browser.
func (p *Page) has(fact engine.Fact) bool { return p.browser.agent.Profile.Has(fact) }
