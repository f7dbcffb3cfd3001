package corsim

import (
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A PageOption says what is special about a page that is opened.
type PageOption func(*Page)

// Sandboxed puts the page in a sandbox and gives it an opaque origin, as an iframe has with a sandbox attribute that
// lacks allow-same-origin.
func Sandboxed() PageOption { return Sandbox("allow-scripts") }

// Sandbox puts the page in a sandbox that has these tokens: in an iframe with a sandbox attribute. Without
// allow-same-origin the page's origin is opaque, whatever other options say.
//
// https://html.spec.whatwg.org/#attr-iframe-sandbox
func Sandbox(tokens ...string) PageOption {
	return func(p *Page) {
		p.surroundings().sandbox = tokens
		p.around.sandboxed = true
		p.seclude(!header.ContainsFold(tokens, "allow-same-origin"))
	}
}

// Worker makes the page a worker, whose URL is that of its script.
func Worker() PageOption {
	return func(p *Page) { p.client.Worker = true }
}

// BaseURL sets what the page's relative URLs are resolved with, as a base element does.
func BaseURL(url string) PageOption {
	return func(p *Page) {
		base := p.parse(url)
		p.client.BaseURL = &base
	}
}

// InheritOrigin gives the page the origin, the base URL and the policies of the document that created it, as
// about:blank and about:srcdoc documents have; later options override them. A srcdoc document's requests also take
// their referrer from the creator. Without Ancestors the page is taken to be in a frame of its creator.
//
// https://html.spec.whatwg.org/#determining-navigation-params-policy-container
func InheritOrigin(creator *Page) PageOption {
	return func(p *Page) {
		p.surroundings().parent = creator
		p.fail(creator.Err())
		if !p.around.secluded {
			p.client.Origin = creator.client.Origin
		}
		p.inheritBase(creator)
		p.inheritPolicies(creator)
	}
}

// Ancestors puts the page in a frame: the URLs of the documents it is embedded in, its parent's first.
func Ancestors(urls ...string) PageOption {
	return func(p *Page) { p.surroundings().ancestors = urls }
}

// TopLevel names the URL of the top-level document where it is not the last of the Ancestors: its site is the
// page's network partition.
func TopLevel(url string) PageOption {
	return func(p *Page) { p.surroundings().topLevel = url }
}

// ReferrerPolicy sets the page's referrer policy, as its Referrer-Policy header does. Without it the policy is
// strict-origin-when-cross-origin.
func ReferrerPolicy(value policy.ReferrerPolicy) PageOption {
	return func(p *Page) { p.client.ReferrerPolicy = value }
}

// MetaReferrer sets the page's referrer policy as a meta element with name=referrer and the given content does; content
// that names no policy changes nothing.
func MetaReferrer(content string) PageOption {
	return func(p *Page) {
		if value := policy.MetaReferrerPolicy(content); value != "" {
			p.client.ReferrerPolicy = value
		}
	}
}

// EmbedderPolicy sets the page's embedder policy, as its Cross-Origin-Embedder-Policy header does. It counts in a
// secure context only: where the top-level document is from https:, or from localhost.
func EmbedderPolicy(value policy.EmbedderPolicy) PageOption {
	return func(p *Page) { p.client.EmbedderPolicy = value }
}

// ContentSecurityPolicy adds to the page's content security policies what the headers Content-Security-Policy and
// Content-Security-Policy-Report-Only of its answer say.
func ContentSecurityPolicy(response header.List) PageOption {
	return func(p *Page) {
		policies := policy.ParseSecurityPolicies(response, p.client.URL.Origin(nil))
		p.client.SecurityPolicies = append(p.client.SecurityPolicies, policies...)
		if tokens, sandboxed := policy.SandboxTokens(policies); sandboxed {
			p.surroundings().sandboxesItself = true
			p.seclude(!header.ContainsFold(tokens, "allow-same-origin"))
		}
	}
}

// Blobs sets what the page's blob: URLs name.
func Blobs(blobs map[string]fetch.Blob) PageOption {
	return func(p *Page) { p.client.Blobs = blobs }
}

// surroundings are the documents around a page: the URLs of those it is embedded in, its parent's first, and that
// of the top-level one, "" for the last of them. Where there are none it is in a frame of the parent, if it has one.
type surroundings struct {
	ancestors []string
	topLevel  string
	parent    *Page

	// What is around the page in other ways: see page_document.go.
	document

	// top is the URL of the top-level document, once the page is settled.
	top origin.URL

	// err is why the page cannot be opened.
	err error
}

// fail keeps the first error.
func (p *Page) fail(err error) {
	if err != nil && p.Err() == nil {
		p.surroundings().err = err
	}
}

func (p *Page) surroundings() *surroundings {
	if p.around == nil {
		p.around = &surroundings{top: p.client.URL}
	}
	return p.around
}

// settle sets what follows from the page and the documents around it.
func (p *Page) settle() {
	p.client.TopLevelOrigin = p.client.Origin
	p.client.RestrictsMixedContent = policy.RestrictsMixedContent(p.client.Origin)
	if p.around != nil {
		p.settleAround()
		p.denyLocalNetwork()
	}
	p.client.SecureContext = p.secureContext()
	// An embedder policy counts in a secure context only, which the top-level document makes.
	// https://html.spec.whatwg.org/#obtain-an-embedder-policy
	if !p.client.SecureContext {
		p.client.EmbedderPolicy, p.client.ReportedEmbedderPolicy = "", ""
	}
}

// settleAround goes through the documents around the page, from the inside out.
func (p *Page) settleAround() {
	if parent := p.parent(); parent != nil {
		p.embedInFrameOf(parent)
	}
	for _, url := range p.around.ancestors {
		p.embed(p.parse(url))
	}
	if p.around.topLevel != "" {
		p.around.top = p.parse(p.around.topLevel)
		o := p.around.top.Origin(&p.browser.mint)
		p.client.Ancestors = append(p.client.Ancestors, o)
		p.embedBelow(o)
	}
}

// embed puts the page, with what is around it, in a frame of the document at url.
func (p *Page) embed(url origin.URL) {
	p.around.top = url
	o := url.Origin(&p.browser.mint)
	p.client.Ancestors = append(p.client.Ancestors, o)
	p.embedBelow(o)
	p.restrict(policy.RestrictsMixedContent(p.client.TopLevelOrigin))
}

// embedInFrameOf puts the page in a frame of its parent, and so in all that is around that.
func (p *Page) embedInFrameOf(parent *Page) {
	p.around.top = parent.topLevelURL()
	p.client.Ancestors = append([]origin.Origin{parent.client.Origin}, parent.client.Ancestors...)
	p.embedBelow(parent.client.Origin)
	p.client.TopLevelOrigin = parent.client.TopLevelOrigin
	p.client.CrossSiteAncestor = p.client.CrossSiteAncestor || parent.client.CrossSiteAncestor
	p.restrict(parent.client.RestrictsMixedContent)
}

// embedBelow puts the page somewhere below a document of the given origin, which is the top-level one so far.
func (p *Page) embedBelow(o origin.Origin) {
	p.client.TopLevelOrigin = o
	if !origin.SameSite(o, p.client.Origin, p.browser.agent.PublicSuffixes) {
		p.client.CrossSiteAncestor = true
	}
}

// restrict prohibits mixed content where a document around the page does: one secure document on the way down is
// enough. A worker goes by its own origin.
//
// https://w3c.github.io/webappsec-mixed-content/#categorize-settings-object
func (p *Page) restrict(around policy.MixedContentRestriction) {
	if !p.client.Worker {
		p.client.RestrictsMixedContent = max(p.client.RestrictsMixedContent, around)
	}
}

// topLevelURL returns the URL of the top-level document of a page that is settled.
func (p *Page) topLevelURL() origin.URL {
	if p.around == nil {
		return p.client.URL
	}
	return p.around.top
}

// parse parses a URL of the page's description, and keeps the first error.
func (p *Page) parse(url string) origin.URL {
	parsed, err := origin.Parse(url)
	p.fail(err)
	return parsed
}
