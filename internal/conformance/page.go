package conformance

import (
	"fmt"
	"slices"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
)

// notModelled returns an error that names a field which corsim does not model, or not with this value.
func notModelled(field, value string) error { return fmt.Errorf("%s: %q", field, value) }

// open opens the page in a browser.
func (p *Page) open(browser *corsim.Browser, blobs map[string]Blob) (*corsim.Page, error) {
	options, err := p.localNetwork()
	if err != nil {
		return nil, err
	}
	// The origin comes first: a sandbox takes away one that was inherited, too.
	if p.OriginURL != "" {
		options = append(options, corsim.InheritOrigin(browser.Open(p.OriginURL)))
	}
	if p.Opaque || p.Sandbox != nil && !slices.Contains(p.Sandbox, "allow-same-origin") {
		options = append(options, corsim.Sandboxed())
	}
	switch p.Kind {
	case "", "window":
	case "worker", "sharedworker":
		options = append(options, corsim.Worker())
	default:
		return nil, notModelled("page.kind", p.Kind)
	}
	if p.Ancestors != nil {
		options = append(options, corsim.Ancestors(p.Ancestors...))
	}
	if p.TopLevel != "" {
		options = append(options, corsim.TopLevel(p.TopLevel))
	}
	if p.BaseURL != "" {
		options = append(options, corsim.BaseURL(p.BaseURL))
	}
	if blobs != nil {
		options = append(options, corsim.Blobs(blobStore(blobs)))
	}
	if options, err = p.policies(options); err != nil {
		return nil, err
	}
	return browser.Open(p.URL, options...), nil
}

// policies appends the options for what the page's policy container holds.
func (p *Page) policies(options []corsim.PageOption) ([]corsim.PageOption, error) {
	referrer, embedder := policy.ReferrerPolicy(p.ReferrerPolicy), policy.EmbedderPolicy(p.COEP)
	if referrer != "" && !policy.IsReferrerPolicy(referrer) {
		return nil, notModelled("page.referrerPolicy", p.ReferrerPolicy)
	}
	switch embedder {
	case "", policy.EmbedderUnsafeNone, policy.EmbedderCredentialless, policy.EmbedderRequireCORP:
	default:
		return nil, notModelled("page.coep", p.COEP)
	}
	// What a page does not set itself it may have inherited.
	if referrer != "" {
		options = append(options, corsim.ReferrerPolicy(referrer))
	}
	if embedder != "" {
		options = append(options, corsim.EmbedderPolicy(embedder))
	}
	return options, nil
}

func blobStore(blobs map[string]Blob) map[string]fetch.Blob {
	store := make(map[string]fetch.Blob, len(blobs))
	for url, blob := range blobs {
		store[url] = fetch.Blob{Type: blob.Type, Size: max(blob.Length, 0)}
	}
	return store
}

// cookie makes a cookie of the jar.
func (c *Cookie) cookie() (corsim.Cookie, error) {
	cookie := corsim.Cookie{Name: c.Name, Value: c.Value, Domain: c.Domain, Path: c.Path, Secure: c.Secure}
	if c.Host != "" {
		cookie.Domain, cookie.HostOnly = c.Host, true
	}
	switch c.SameSite {
	case "":
	case "Strict":
		cookie.SameSite = policy.SameSiteStrict
	case "Lax":
		cookie.SameSite = policy.SameSiteLax
	case "None":
		cookie.SameSite = policy.SameSiteNone
	default:
		return corsim.Cookie{}, notModelled("cookies.sameSite", c.SameSite)
	}
	return cookie, nil
}
