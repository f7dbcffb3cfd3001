package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/rule"
)

// schemeCases are about URLs that are not HTTP(S).
func schemeCases() []Example {
	blob := fetch.Blob{Type: "text/plain", Bytes: []byte("hello")}
	withBlob := app.with(trait{
		words:  []string{"blob:https://app.example/1 names a Blob of five bytes"},
		option: corsim.Blobs(map[string]fetch.Blob{"blob:https://app.example/1": blob}),
	})
	return []Example{
		// Scheme fetch.
		{"about:blank", rule.AboutBlank, Applied, plain,
			corsim.Request{URL: "about:blank", Mode: corsim.NoCORS}, ok, ""},
		{"about:config", rule.AboutBlank, Unreached, plain,
			corsim.Request{URL: "about:config", Mode: corsim.NoCORS}, ok, ""},
		{"about:config", rule.AboutOther, Stopped, plain,
			corsim.Request{URL: "about:config", Mode: corsim.NoCORS}, ok, "blocked TypeError"},
		{"about:blank", rule.AboutOther, Unreached, plain,
			corsim.Request{URL: "about:blank", Mode: corsim.NoCORS}, ok, ""},
		{"POST to a Blob", rule.BlobMethod, Stopped, withBlob,
			corsim.Request{URL: "blob:https://app.example/1", Method: "POST"}, ok, "blocked TypeError"},
		{"GET of a Blob", rule.BlobMethod, Unreached, withBlob,
			corsim.Request{URL: "blob:https://app.example/1"}, ok, ""},
		{"a Blob that was revoked", rule.BlobMissing, Stopped, withBlob,
			corsim.Request{URL: "blob:https://app.example/2"}, ok, "blocked TypeError"},
		{"a Blob that is there", rule.BlobMissing, Unreached, withBlob,
			corsim.Request{URL: "blob:https://app.example/1"}, ok, ""},
		{"a Blob", rule.Blob, Applied, withBlob, corsim.Request{URL: "blob:https://app.example/1"}, ok, ""},
		{"a Blob that was revoked", rule.Blob, Unreached, withBlob,
			corsim.Request{URL: "blob:https://app.example/2"}, ok, ""},
		{"the beginning of a Blob", rule.BlobRange, Passed, withBlob,
			corsim.Request{URL: "blob:https://app.example/1", Header: fields("Range", "bytes=0-1")}, ok, ""},
		{"beyond the end of a Blob", rule.BlobRange, Stopped, withBlob,
			corsim.Request{URL: "blob:https://app.example/1", Header: fields("Range", "bytes=5-")}, ok,
			"blocked TypeError"},
		{"a data: URL", rule.DataURL, Passed, app, corsim.Request{URL: "data:,hello"}, ok, ""},
		{"a data: URL without a comma", rule.DataURL, Stopped, app,
			corsim.Request{URL: "data:hello"}, ok, "blocked TypeError"},
		{"a file", rule.FileURL, Stopped, app,
			corsim.Request{URL: "file:///etc/passwd", Mode: corsim.NoCORS}, ok, "blocked TypeError"},
		{"a file of a server", rule.FileURL, Unreached, app,
			corsim.Request{URL: "https://app.example/etc/passwd", Mode: corsim.NoCORS}, ok, ""},
		{"ftp:", rule.UnknownScheme, Stopped, plain,
			corsim.Request{URL: "ftp://api.example/", Mode: corsim.NoCORS}, ok, "blocked TypeError"},
		{"https:", rule.UnknownScheme, Unreached, plain,
			corsim.Request{URL: "https://api.example/", Mode: corsim.NoCORS}, ok, ""},
	}
}
