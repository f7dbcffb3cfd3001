package policy

import "github.com/corsim/corsim/origin"

// A DocumentSource is where a new document comes from.
type DocumentSource struct {
	URL origin.URL
	// Sandboxed says that the sandboxed origin browsing context flag is set: by an iframe's sandbox attribute, or the
	// response's directive sandbox, without allow-same-origin.
	Sandboxed bool
	// Source is the origin of the document that caused the navigation, or, for about:srcdoc, of the one around it; for
	// a blob: URL of the one that made it. The zero Origin is null: the user did.
	Source origin.Origin
}

// DetermineOrigin returns the origin of a new document.
//
// https://html.spec.whatwg.org/#determining-the-origin
func DetermineOrigin(document DocumentSource, mint *origin.Mint) origin.Origin {
	switch {
	// A sandbox gives an origin of one's own.
	case document.Sandboxed:
		return mint.Opaque()
	// A document that has nothing of its own has its source's.
	case InheritsOrigin(document.URL) && !document.Source.IsZero():
		return document.Source
	}
	return document.URL.Origin(mint)
}

// InheritsOrigin reports whether a document at a URL has its origin from another: about:blank, about:srcdoc, the
// document of a javascript: URL, which takes the place of another, and that of a blob: URL of an opaque origin, which
// cannot tell who made it.
//
// https://html.spec.whatwg.org/#navigate-to-a-javascript:-url
// https://url.spec.whatwg.org/#concept-url-origin
func InheritsOrigin(url origin.URL) bool {
	switch url.Scheme() {
	case "about":
		return url.Pathname() == "blank" || url.Pathname() == "srcdoc"
	case "javascript":
		return true
	case "blob":
		return url.Origin(nil).IsZero()
	}
	return false
}

// InheritsPolicies reports whether a document at a URL has its policy container from the document that caused the
// navigation, or made the Blob.
//
// https://html.spec.whatwg.org/#determining-navigation-params-policy-container
func InheritsPolicies(url origin.URL) bool { return url.IsLocal() || url.Scheme() == "javascript" }
