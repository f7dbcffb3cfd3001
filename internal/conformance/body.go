package conformance

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
)

// A bodyKind is a kind of bodies by the Content-Type that it brings along.
type bodyKind struct {
	name        string // in cases
	contentType string
	kind        fetch.BodyKind
}

// bodyKinds are the kinds whose Content-Type is always the same. A document has either of two.
var bodyKinds = []bodyKind{
	{"string", "text/plain;charset=UTF-8", fetch.StringBody},
	{"urlsearchparams", "application/x-www-form-urlencoded;charset=UTF-8", fetch.URLSearchParamsBody},
	{"document", "text/html;charset=UTF-8", fetch.HTMLDocumentBody},
	{"document", "application/xml;charset=UTF-8", fetch.XMLDocumentBody},
	{"stream", "", fetch.StreamBody},
}

// formDataType is the Content-Type of FormData without its boundary.
const formDataType = "multipart/form-data; boundary="

// body makes a request's body, nil for none.
func (b *Body) body() (*corsim.Body, error) {
	if b == nil {
		return nil, nil
	}
	body := &corsim.Body{Size: max(b.Length, 0)}
	name := strings.ToLower(b.Type)
	if b.Stream {
		name = "stream"
	}
	for _, kind := range bodyKinds {
		if kind.name == name && kind.contentType == b.ContentType {
			body.Kind = kind.kind
			return body, nil
		}
	}
	boundary, isFormData := strings.CutPrefix(b.ContentType, formDataType)
	switch {
	case name == "blob":
		body.Kind, body.Type = fetch.BlobBody, b.ContentType
	case name == "formdata" && isFormData:
		body.Kind, body.Type = fetch.FormDataBody, boundary
	// Buffers go by many names, and are the only other kind without a type.
	case b.ContentType == "" && name != "string" && name != "urlsearchparams":
		body.Kind = fetch.BufferSourceBody
	default:
		return nil, notModelled("body "+b.Type+" of type", b.ContentType)
	}
	return body, nil
}
