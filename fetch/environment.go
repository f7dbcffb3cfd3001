package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// An Environment is what a fetch knows of the document or worker that makes it,
//
// https://html.spec.whatwg.org/#environment-settings-object.
type Environment struct {
	// URL is the document's URL, or the worker's creation URL.
	URL origin.URL
	// BaseURL is what relative URLs are resolved with; nil stands for URL.
	BaseURL *origin.URL
	// Origin is the environment's origin, opaque in a sandbox.
	Origin origin.Origin
	// Referrer is the document that an iframe srcdoc document takes its referrer from; nil stands for URL.
	Referrer *origin.URL
	// ReferrerPolicy and EmbedderPolicy come from the policy container. The empty string stands for the
	// default.
	ReferrerPolicy policy.ReferrerPolicy
	EmbedderPolicy policy.EmbedderPolicy
	// ReportedEmbedderPolicy is the report-only value of the embedder policy, which stops nothing.
	ReportedEmbedderPolicy policy.EmbedderPolicy
	// TopLevelOrigin is the origin of the top-level document. Its site is the network partition key.
	TopLevelOrigin origin.Origin
	// Ancestors are the origins of the documents around it, its parent's first.
	Ancestors []origin.Origin
	// SecurityPolicies are the content security policies of the policy container.
	SecurityPolicies []policy.SecurityPolicy
	// SecureContext is true in a secure context.
	SecureContext bool
	// AddressSpace is the IP address space of the policy container; nil stands for that of the URL's host.
	AddressSpace *policy.AddressSpace
	// LocalNetwork and LoopbackNetwork are the permissions "local-network" and "loopback-network".
	LocalNetwork, LoopbackNetwork policy.PermissionState
	// Blobs are the Blobs that the storage partition's blob: URLs name.
	Blobs map[string]Blob
	// Worker is true for a worker, false for a Window.
	Worker bool
	// CrossSiteAncestor is true where the document, or one it stands in, is embedded by another site.
	CrossSiteAncestor bool
	// RestrictsMixedContent is the greatest restriction of the document and those it stands in.
	RestrictsMixedContent policy.MixedContentRestriction
}

// A Blob is what a blob: URL names.
type Blob struct {
	Type  string
	Bytes []byte
	// Size is the length in bytes where Bytes is nil.
	Size int64
}

func (b Blob) size() int64 {
	if b.Bytes != nil {
		return int64(len(b.Bytes))
	}
	return b.Size
}

// APIBaseURL returns what the environment's relative URLs are resolved with,
// https://html.spec.whatwg.org/#api-base-url.
func (e *Environment) APIBaseURL() origin.URL {
	if e.BaseURL == nil {
		return e.URL
	}
	return *e.BaseURL
}

// referrerSource returns the URL that the client's requests take their referrer from; ok is false where
// there is none.
//
// https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer
func (e *Environment) referrerSource(profile *engine.Profile) (source origin.URL, ok bool) {
	// A worker gives its own URL.
	if e.Worker {
		return e.URL, true
	}
	// A document of an opaque origin gives nothing.
	if e.Origin.IsOpaque() && !profile.Has(engine.ReferrerIgnoresSandbox) {
		return origin.URL{}, false
	}
	// A srcdoc document gives the URL of the document it stands in.
	if e.Referrer != nil {
		return *e.Referrer, true
	}
	return e.URL, true
}

// embedderPolicy returns the client's embedder policy as the browser knows it.
func (f *fetching) embedderPolicy() policy.EmbedderPolicy {
	return f.client.EmbedderPolicy.In(f.agent.Profile)
}
