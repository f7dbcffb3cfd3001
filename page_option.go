package corsim

import (
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A PageOption says what is special about a page that is opened.
type PageOption func(*Page)

// Sandboxed gives the page an opaque origin, as an iframe has with a sandbox attribute that lacks
// allow-same-origin.
func Sandboxed() PageOption {
	return func(p *Page) { p.client.Origin = p.browser.mint.Opaque() }
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

// InheritOrigin gives the page the origin of the document that created it, as about:blank and about:srcdoc
// documents have. A srcdoc document's requests also take their referrer from the creator.
func InheritOrigin(creator *Page) PageOption {
	return func(p *Page) {
		client := &creator.client
		p.client.Origin = client.Origin
		base := client.URL
		if client.BaseURL != nil {
			base = *client.BaseURL
		}
		p.client.BaseURL = &base
		if p.client.URL.Href() != "about:srcdoc" {
			return
		}
		p.client.Referrer = &client.URL
		if client.Referrer != nil {
			p.client.Referrer = client.Referrer
		}
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

// EmbedderPolicy sets the page's embedder policy, as its Cross-Origin-Embedder-Policy header does.
func EmbedderPolicy(value policy.EmbedderPolicy) PageOption {
	return func(p *Page) { p.client.EmbedderPolicy = value }
}

// Blobs sets what the page's blob: URLs name.
func Blobs(blobs map[string]fetch.Blob) PageOption {
	return func(p *Page) { p.client.Blobs = blobs }
}

// surroundings are the documents around a page: the URLs of those it is embedded in, its parent's first, and that
// of the top-level one, "" for the last of them.
type surroundings struct {
	ancestors []string
	topLevel  string
}

func (p *Page) surroundings() *surroundings {
	if p.around == nil {
		p.around = new(surroundings)
	}
	return p.around
}

// settle sets what follows from the page and the documents around it.
func (p *Page) settle() {
	p.client.TopLevelOrigin = p.client.Origin
	p.client.RestrictsMixedContent = p.client.Origin.PotentiallyTrustworthy()
	if p.around == nil {
		return
	}
	for _, url := range p.around.ancestors {
		p.embed(url)
		// One secure document on the way down is enough to prohibit mixed content.
		// https://w3c.github.io/webappsec-mixed-content/#categorize-settings-object
		p.client.RestrictsMixedContent = p.client.RestrictsMixedContent || p.client.TopLevelOrigin.PotentiallyTrustworthy()
	}
	if p.around.topLevel != "" {
		p.embed(p.around.topLevel)
	}
}

// embed puts the page, with what is around it, below the document at url.
func (p *Page) embed(url string) {
	p.client.TopLevelOrigin = p.parse(url).Origin(&p.browser.mint)
	if !origin.SameSite(p.client.TopLevelOrigin, p.client.Origin, p.browser.agent.PublicSuffixes) {
		p.client.CrossSiteAncestor = true
	}
}

// parse parses a URL of the page's description, and keeps the first error.
func (p *Page) parse(url string) origin.URL {
	parsed, err := origin.Parse(url)
	if err != nil && p.err == nil {
		p.err = err
	}
	return parsed
}
