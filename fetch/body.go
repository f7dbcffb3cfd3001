package fetch

import (
	"slices"
	"strings"
)

// A BodyKind is the type of the object that a script passes as a request's body.
type BodyKind uint8

// The kinds of bodies. The zero value is a string.
const (
	StringBody BodyKind = iota
	URLSearchParamsBody
	FormDataBody
	BlobBody
	BufferSourceBody
	StreamBody       // fetch() only
	HTMLDocumentBody // XMLHttpRequest only
	XMLDocumentBody  // XMLHttpRequest only
)

// A Body is a request's body, https://fetch.spec.whatwg.org/#concept-body, together with the object it was
// extracted from. The zero value is an empty string.
//
// A stream is sent over HTTP/2 or later; over HTTP/1.1 it is a network error.
type Body struct {
	Kind BodyKind
	// Bytes is the content. It may be nil where only the length is of interest.
	Bytes []byte
	// Size is the length in bytes where Bytes is nil.
	Size int64
	// Type is a Blob's type, and the boundary of FormData's; other kinds do not use it.
	Type string
}

// length returns the body's length; ok is false for null, which a stream's is.
func (b *Body) length() (n int64, ok bool) {
	if b.Kind == StreamBody {
		return 0, false
	}
	if b.Bytes != nil {
		return int64(len(b.Bytes)), true
	}
	return b.Size, true
}

// stringified returns what a script sends that passes an object to an interface which does not take its kind: the
// object is turned into a string, as everything is that a union with a string does not name.
//
// https://webidl.spec.whatwg.org/#js-union
func (b *Body) stringified(notTaken ...BodyKind) *Body {
	if b == nil || !slices.Contains(notTaken, b.Kind) {
		return b
	}
	return &Body{Bytes: []byte("[object " + interfaceNames[b.Kind] + "]")}
}

// interfaceNames are the names of the objects that not every interface takes.
var interfaceNames = map[BodyKind]string{
	StreamBody:       "ReadableStream",
	HTMLDocumentBody: "HTMLDocument",
	XMLDocumentBody:  "XMLDocument",
}

// sourceIsNull reports whether the body can be sent only once.
func (b *Body) sourceIsNull() bool { return b.Kind == StreamBody }

// defaultBoundary stands for the boundary that a browser draws by lot.
const defaultBoundary = "----corsim"

// contentType returns the Content-Type that extracting the body gives; "" stands for null.
//
// https://fetch.spec.whatwg.org/#concept-bodyinit-extract
func (b *Body) contentType() string {
	switch b.Kind {
	case StringBody:
		return "text/plain;charset=UTF-8"
	case URLSearchParamsBody:
		return "application/x-www-form-urlencoded;charset=UTF-8"
	case FormDataBody:
		boundary := b.Type
		if boundary == "" {
			boundary = defaultBoundary
		}
		return "multipart/form-data; boundary=" + boundary
	case BlobBody:
		return strings.ToLower(b.Type)
	case HTMLDocumentBody:
		return "text/html;charset=UTF-8"
	case XMLDocumentBody:
		return "application/xml;charset=UTF-8"
	}
	return ""
}

// isText reports whether XMLHttpRequest encodes the body as UTF-8 and corrects the charset of its
// Content-Type: a Document, URLSearchParams or a string.
func (b *Body) isText() bool {
	switch b.Kind {
	case StringBody, URLSearchParamsBody, HTMLDocumentBody, XMLDocumentBody:
		return true
	}
	return false
}
