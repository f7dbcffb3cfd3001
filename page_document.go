package corsim

import (
	"slices"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// A document is what is special about a page as a document among others.
type document struct {
	// header is that of the response that has brought the page.
	header header.List
	// frames are the names of the page's own frames.
	frames []string
	// opener is the page whose script has opened the page in a window of its own.
	opener *Page
	// sandboxed says that the page is in a sandbox, and sandbox with which tokens; sandboxesItself that its own response
	// has put it in one, and secluded that it has an opaque origin by either.
	sandboxed, sandboxesItself, secluded bool
	sandbox                              []string
	// detached says that no window shows the page.
	detached bool
	// allow are the features that the allow attribute of the page's frame gives to it.
	allow []string
	// domain is what script has set document.domain to, "" for null.
	domain string
}

// DocumentHeader tells the header of the response that has brought the page. It is read for
//
//   - Referrer-Policy;
//   - Cross-Origin-Embedder-Policy and -Opener-Policy, with their -Report-Only, in a secure context;
//   - Origin-Agent-Cluster;
//   - Content-Security-Policy, as [ContentSecurityPolicy] does, with the directives sandbox and frame-ancestors;
//   - X-Frame-Options;
//   - Permissions-Policy: the feature cross-origin-isolated.
//
// Later options override it.
func DocumentHeader(list header.List) PageOption {
	return func(p *Page) {
		p.surroundings().header = list
		if referrer := policy.ParseReferrerPolicy(&p.browser.agent.Profile, list); referrer != "" {
			p.client.ReferrerPolicy = referrer
		}
		if list.Contains("Cross-Origin-Embedder-Policy") {
			p.client.EmbedderPolicy = policy.ParseEmbedderPolicy(list)
		}
		if reported := policy.ParseEmbedderPolicyReportOnly(list); reported.IsolatesOrigins() {
			p.client.ReportedEmbedderPolicy = reported
		}
		ContentSecurityPolicy(list)(p)
	}
}

// FrameOf puts the page in a frame of the parent, whose script or markup has led it there. What a document without a
// response of its own has from another, it has from the parent: the origin at about:blank and about:srcdoc, and the
// policies also at data: and blob: URLs. It is in the parent's sandbox.
//
// https://html.spec.whatwg.org/#determining-the-origin
// https://html.spec.whatwg.org/#determining-navigation-params-policy-container
func FrameOf(parent *Page) PageOption {
	return func(p *Page) {
		p.surroundings().parent = parent
		p.createdBy(parent)
		p.shareSandbox(parent)
	}
}

// OpenedBy puts the page in a window that script of the opener has opened. What a document without a response of its
// own has from another, it has from the opener, as in a frame. It is in the opener's sandbox, unless that allows
// popups to escape it.
func OpenedBy(opener *Page) PageOption {
	return func(p *Page) {
		p.surroundings().opener = opener
		p.createdBy(opener)
		if !header.ContainsFold(opener.document().sandbox, "allow-popups-to-escape-sandbox") {
			p.shareSandbox(opener)
		}
	}
}

// Frames names the page's own frames, in the order in which they were inserted; "" is a frame without a name.
func Frames(names ...string) PageOption {
	return func(p *Page) { p.surroundings().frames = names }
}

// Allow names features that the allow attribute of the page's frame gives to it, such as cross-origin-isolated.
func Allow(features ...string) PageOption {
	return func(p *Page) { p.surroundings().allow = features }
}

// Detached makes the page a document that no window shows, as DOMParser, XMLHttpRequest and createHTMLDocument()
// make.
func Detached() PageOption {
	return func(p *Page) { p.surroundings().detached = true }
}

// OpenerPolicy sets the page's opener policy, as its Cross-Origin-Opener-Policy header does. It counts in a secure
// context only. With an embedder policy, same-origin isolates the page.
func OpenerPolicy(value policy.OpenerPolicy) PageOption {
	return func(p *Page) {
		list := slices.Clone(p.surroundings().header)
		list.Set("Cross-Origin-Opener-Policy", string(value))
		p.around.header = list
	}
}

// shareSandbox puts the page in the sandbox that another is in.
func (p *Page) shareSandbox(with *Page) {
	theirs := with.document()
	if theirs.sandboxed || theirs.sandboxesItself {
		p.surroundings().sandboxed = true
		p.seclude(theirs.secluded)
	}
}

// seclude gives the page an origin of its own.
func (p *Page) seclude(opaque bool) {
	if opaque && !p.surroundings().secluded {
		p.around.secluded = true
		p.client.Origin = p.browser.mint.Opaque()
	}
}

// createdBy gives the page what it has from the document that has led its window there.
func (p *Page) createdBy(creator *Page) {
	p.fail(creator.Err())
	p.client.Origin = policy.DetermineOrigin(policy.DocumentSource{
		URL:       p.client.URL,
		Sandboxed: p.document().secluded,
		Source:    creator.client.Origin,
	}, &p.browser.mint)
	if policy.InheritsOrigin(p.client.URL) {
		p.inheritBase(creator)
	}
	if policy.InheritsPolicies(p.client.URL) {
		p.inheritPolicies(creator)
	}
}

// inheritBase gives the page the base URL of the document that has made it, and a srcdoc document its referrer.
func (p *Page) inheritBase(creator *Page) {
	client := &creator.client
	base := client.APIBaseURL()
	p.client.BaseURL = &base
	if p.client.URL.Href() != "about:srcdoc" {
		return
	}
	p.client.Referrer = &client.URL
	if client.Referrer != nil {
		p.client.Referrer = client.Referrer
	}
}

// inheritPolicies gives the page the policies of the document that has made it.
func (p *Page) inheritPolicies(creator *Page) {
	p.client.ReferrerPolicy, p.client.EmbedderPolicy = creator.client.ReferrerPolicy, creator.client.EmbedderPolicy
	p.client.ReportedEmbedderPolicy = creator.client.ReportedEmbedderPolicy
	p.client.SecurityPolicies = slices.Clip(creator.client.SecurityPolicies)
	space := p.browser.agent.AddressSpaceOf(&creator.client)
	p.client.AddressSpace = &space
}

// document returns what is special about the page as a document.
func (p *Page) document() *document {
	if p.around == nil {
		return &document{}
	}
	return &p.around.document
}

// parent returns the document around the page, nil at the top level and where its URL is all that is known.
func (p *Page) parent() *Page {
	if p.around == nil || p.around.ancestors != nil {
		return nil
	}
	return p.around.parent
}

// top returns the top-level document, the one next to it where no more is known.
func (p *Page) top() *Page {
	for p.parent() != nil {
		p = p.parent()
	}
	return p
}

// secureContext reports whether the page is in a secure context.
//
// https://html.spec.whatwg.org/#secure-context
func (p *Page) secureContext() bool { return p.topLevelURL().PotentiallyTrustworthy() }
