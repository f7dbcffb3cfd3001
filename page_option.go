package corsim

import (
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A PageOption says what is special about a page that is opened.
type PageOption func(*Browser, *fetch.Environment, *pageSettings)

// pageSettings are the facts that a page's environment follows from.
type pageSettings struct {
	ancestors []string
	topLevel  string
	err       error
}

// Sandboxed gives the page an opaque origin, as an iframe has with a sandbox attribute that lacks
// allow-same-origin.
func Sandboxed() PageOption {
	return func(b *Browser, client *fetch.Environment, _ *pageSettings) { client.Origin = b.mint.Opaque() }
}

// Worker makes the page a worker, whose URL is that of its script.
func Worker() PageOption {
	return func(_ *Browser, client *fetch.Environment, _ *pageSettings) { client.Worker = true }
}

// BaseURL sets what the page's relative URLs are resolved with, as a base element does.
func BaseURL(url string) PageOption {
	return func(_ *Browser, client *fetch.Environment, settings *pageSettings) {
		client.BaseURL, settings.err = origin.Parse(url)
	}
}

// InheritOrigin gives the page the origin of the document that created it, as about:blank and about:srcdoc
// documents have. A srcdoc document's requests also take their referrer from the creator.
func InheritOrigin(creator *Page) PageOption {
	return func(_ *Browser, client *fetch.Environment, _ *pageSettings) {
		client.Origin = creator.client.Origin
		if client.URL.Href() == "about:srcdoc" {
			client.Referrer = creator.client.URL
		}
		client.BaseURL = creator.client.URL
	}
}

// Ancestors puts the page in a frame: the URLs of the documents it is embedded in, its parent's first.
func Ancestors(urls ...string) PageOption {
	return func(_ *Browser, _ *fetch.Environment, settings *pageSettings) { settings.ancestors = urls }
}

// TopLevel names the URL of the top-level document where it is not the last of the Ancestors: its site is the
// page's network partition.
func TopLevel(url string) PageOption {
	return func(_ *Browser, _ *fetch.Environment, settings *pageSettings) { settings.topLevel = url }
}

// ReferrerPolicy sets the page's referrer policy, as its Referrer-Policy header does. Without it the policy is
// strict-origin-when-cross-origin.
func ReferrerPolicy(p policy.ReferrerPolicy) PageOption {
	return func(_ *Browser, client *fetch.Environment, _ *pageSettings) { client.ReferrerPolicy = p }
}

// EmbedderPolicy sets the page's embedder policy, as its Cross-Origin-Embedder-Policy header does.
func EmbedderPolicy(p policy.EmbedderPolicy) PageOption {
	return func(_ *Browser, client *fetch.Environment, _ *pageSettings) { client.EmbedderPolicy = p }
}

// Blobs sets what the page's blob: URLs name.
func Blobs(blobs map[string]fetch.Blob) PageOption {
	return func(_ *Browser, client *fetch.Environment, _ *pageSettings) { client.Blobs = blobs }
}

// finish sets what follows from the page and the documents around it.
func (s *pageSettings) finish(b *Browser, page *Page) {
	client := &page.client
	top := client.Origin
	client.RestrictsMixedContent = restrictsMixedContent(client.Origin)
	for _, url := range s.ancestors {
		ancestor := s.origin(b, url)
		top = ancestor
		client.RestrictsMixedContent = client.RestrictsMixedContent || restrictsMixedContent(ancestor)
		if !origin.SameSite(ancestor, client.Origin, b.agent.PublicSuffixes) {
			client.CrossSiteAncestor = true
		}
	}
	if s.topLevel != "" {
		top = s.origin(b, s.topLevel)
	}
	client.TopLevelSite = top.Site(b.agent.PublicSuffixes)
	page.err = s.err
}

// restrictsMixedContent says whether a document's origin prohibits mixed security contexts.
// https://w3c.github.io/webappsec-mixed-content/#categorize-settings-object
func restrictsMixedContent(o origin.Origin) bool { return o.PotentiallyTrustworthy() }

func (s *pageSettings) origin(b *Browser, url string) origin.Origin {
	parsed, err := origin.Parse(url)
	if err != nil {
		s.err = err
	}
	return parsed.Origin(&b.mint)
}
