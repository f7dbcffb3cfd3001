package corsim

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// Storage asks for the page's localStorage, sessionStorage, IndexedDB or caches. The outcome is Readable, or Threw in
// a document of an opaque origin. Whose storage it is, StorageKey says.
//
// https://storage.spec.whatwg.org/#obtain-a-storage-key
func (p *Page) Storage() Verdict {
	return p.alone("get storage", func(p *Page, record *fetch.Record) {
		_, d := policy.ObtainStorageKey(p.storageClient())
		conclude(record, "SecurityError", d)
	})
}

// StorageKey returns whose storage the page has: pages with equal keys share it. ok is false where it has none.
func (p *Page) StorageKey() (key policy.StorageKey, ok bool) {
	key, d := policy.ObtainStorageKey(p.storageClient())
	return key, d.OK() && p.Err() == nil
}

func (p *Page) storageClient() policy.StorageClient {
	return policy.StorageClient{
		Origin:            p.client.Origin,
		TopLevelOrigin:    p.client.TopLevelOrigin,
		CrossSiteAncestor: p.client.CrossSiteAncestor,
		PublicSuffixes:    p.browser.agent.PublicSuffixes,
		Partitioned:       p.has(engine.StorageByTopLevelSite),
		ByAncestors:       p.has(engine.StorageByAncestors),
	}
}

// DocumentCookie reads document.cookie. The first operand of the deciding step is what script gets. The outcome is
// Readable, Blocked for a document that has no cookies, which reads as empty, and Threw.
//
// https://html.spec.whatwg.org/#dom-document-cookie
func (p *Page) DocumentCookie() Verdict {
	return p.alone("get document.cookie", func(p *Page, record *fetch.Record) {
		if !p.cookieAverse(record) {
			p.browser.agent.DocumentCookie(&p.client, record)
		}
	})
}

// SetDocumentCookie assigns to document.cookie, in the syntax of a Set-Cookie header. The outcome is Readable where
// the cookie is stored, Blocked where it is not, and Threw.
//
// https://html.spec.whatwg.org/#dom-document-cookie
func (p *Page) SetDocumentCookie(value string) Verdict {
	return p.alone("set document.cookie", func(p *Page, record *fetch.Record) {
		if !p.cookieAverse(record) {
			p.browser.agent.SetDocumentCookie(&p.client, value, record)
		}
	})
}

// cookieAverse decides for a document that no window shows, and reports whether it is such.
//
// https://html.spec.whatwg.org/#cookie-averse-document-object
func (p *Page) cookieAverse(record *fetch.Record) bool {
	if !p.document().detached {
		return false
	}
	conclude(record, "", rule.Apply(rule.DocumentCookieAverse, p.client.URL.Href(), ""))
	record.Outcome = Blocked
	return true
}
