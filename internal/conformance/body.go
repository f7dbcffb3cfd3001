package conformance

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
)

// bodyKinds are the kinds of bodies by the names that cases have for them.
var bodyKinds = map[string]fetch.BodyKind{
	"string":          fetch.StringBody,
	"urlsearchparams": fetch.URLSearchParamsBody,
	"formdata":        fetch.FormDataBody,
	"blob":            fetch.BlobBody,
	"buffer":          fetch.BufferSourceBody,
	"arraybuffer":     fetch.BufferSourceBody,
	"arraybufferview": fetch.BufferSourceBody,
	"typedarray":      fetch.BufferSourceBody,
	"dataview":        fetch.BufferSourceBody,
	"stream":          fetch.StreamBody,
}

// ownTypes are the Content-Types that kinds of bodies bring along, where there is no choice.
var ownTypes = map[fetch.BodyKind]string{
	fetch.StringBody:          "text/plain;charset=UTF-8",
	fetch.URLSearchParamsBody: "application/x-www-form-urlencoded;charset=UTF-8",
	fetch.BufferSourceBody:    "",
	fetch.StreamBody:          "",
}

// body makes a request's body, nil for none.
func (b *Body) body() (*corsim.Body, error) {
	if b == nil {
		return nil, nil
	}
	kind, known := bodyKinds[strings.ToLower(b.Type)]
	if b.Stream {
		kind, known = fetch.StreamBody, true
	}
	if !known {
		return nil, notModelled("body.type", b.Type)
	}
	body := &corsim.Body{Kind: kind, Size: max(b.Length, 0)}
	switch kind {
	case fetch.BlobBody:
		body.Type = b.ContentType
	case fetch.FormDataBody:
		body.Type = strings.TrimPrefix(b.ContentType, "multipart/form-data; boundary=")
	default:
		if b.ContentType != ownTypes[kind] {
			return nil, notModelled("body.contentType", b.ContentType)
		}
	}
	return body, nil
}
