package fetch

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// schemeFetch is scheme fetch: it fetches as the scheme of the current URL wants it.
//
// https://fetch.spec.whatwg.org/#concept-scheme-fetch
func (f *fetching) schemeFetch() response {
	url := f.url
	switch url.Scheme() {
	case "http", "https":
		return f.httpFetch(false)
	case "about":
		return f.fetchAbout(url.Pathname())
	case "blob":
		return f.fetchBlob()
	case "data":
		return f.fetchData()
	case "file":
		return f.networkError(rule.Stop(rule.FileURL, url.Href(), ""))
	}
	return f.networkError(rule.Stop(rule.UnknownScheme, url.Scheme(), ""))
}

// fetchAbout answers for about:blank, and for nothing else.
func (f *fetching) fetchAbout(path string) response {
	if path != "blank" || f.has(engine.AboutBlankIsNothing) {
		return f.networkError(rule.Stop(rule.AboutOther, path, ""))
	}
	f.note(rule.Apply(rule.AboutBlank, "", ""))
	return f.localResponse(200, "OK", header.List{{Name: "Content-Type", Value: "text/html;charset=utf-8"}}, []byte{})
}

// localResponse is a response that no server gave.
func (f *fetching) localResponse(status int, reason string, list header.List, body []byte) response {
	return response{Answer: &Answer{Status: status, Reason: reason, Header: list, Body: body}}
}

// fetchData answers with what stands in the URL.
func (f *fetching) fetchData() response {
	rest := strings.TrimPrefix(f.url.WithoutFragment().Href(), "data:")
	mimeType, body, ok := policy.DataURL(rest)
	if !ok {
		return f.networkError(rule.Stop(rule.DataURL, f.url.Href(), ""))
	}
	f.note(rule.Pass(rule.DataURL))
	list := header.List{{Name: "Content-Type", Value: mimeType.String()}}
	if !f.isXHR && f.has(engine.DataResponseHasLength) {
		list.Append("Content-Length", strconv.Itoa(len(body)))
	}
	return f.localResponse(200, "OK", list, body)
}

// fetchBlob answers with the Blob that the URL names, or a part of it.
func (f *fetching) fetchBlob() response {
	// Only GET fetches a Blob.
	if f.method != "GET" {
		return f.networkError(rule.Stop(rule.BlobMethod, f.method, "GET"))
	}
	blob, found := f.client.Blobs[f.url.WithoutFragment().Href()]
	if !found {
		return f.networkError(rule.Stop(rule.BlobMissing, f.url.Href(), ""))
	}
	f.note(rule.Apply(rule.Blob, blob.Type, ""))
	rangeHeader, ranged := f.header.Get("Range")
	if !ranged {
		return f.localResponse(200, "OK", blobHeader(blob.size(), blob.Type), blob.Bytes)
	}
	return f.fetchBlobRange(blob, rangeHeader)
}

func blobHeader(size int64, contentType string) header.List {
	return header.List{
		{Name: "Content-Length", Value: strconv.FormatInt(size, 10)},
		{Name: "Content-Type", Value: contentType},
	}
}

// fetchBlobRange answers with a single range of the Blob.
func (f *fetching) fetchBlobRange(blob Blob, rangeHeader string) response {
	// The range must be one, and begin inside the Blob.
	parsed, ok := header.ParseRange(rangeHeader, true)
	if !ok {
		return f.networkError(rule.Stop(rule.BlobRange, rangeHeader, ""))
	}
	start, end, ok := parsed.Within(blob.size())
	if !ok {
		return f.networkError(rule.Stop(rule.BlobRange, rangeHeader, strconv.FormatInt(blob.size(), 10)))
	}
	f.note(rule.Pass(rule.BlobRange))
	list := blobHeader(end-start+1, blob.Type)
	list.Append("Content-Range", header.BuildContentRange(start, end, blob.size()))
	var part []byte
	if blob.Bytes != nil {
		part = blob.Bytes[start : end+1]
	}
	return f.localResponse(206, "Partial Content", list, part)
}
