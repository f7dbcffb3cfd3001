package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// The lists that a browser adds to a request without an Accept header. They are shared, and have no room for more.
var (
	acceptAnything       = accept("*/*")
	acceptDocument       = accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
	acceptImage          = accept("image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5")
	acceptJSON           = accept("application/json,*/*;q=0.5")
	acceptStyle          = accept("text/css,*/*;q=0.1")
	acceptImageJXL       = accept("image/jxl,image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8")
	acceptImageAVIF      = accept("image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5")
	acceptImageVideo     = accept("image/webp,image/avif,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5")
	acceptSignedExchange = accept("text/html,application/xhtml+xml,application/xml;q=0.9,image/jxl,image/avif,image/webp,image/apng,*/*;q=0.8," +
		"application/signed-exchange;v=b3;q=0.7")
	acceptAudioFormats = accept("audio/webm,audio/ogg,audio/wav,audio/*;q=0.9,application/ogg;q=0.7,video/*;q=0.6,*/*;q=0.5")
	acceptVideoFormats = accept("video/webm,video/ogg,video/*;q=0.9,application/ogg;q=0.7,audio/*;q=0.6,*/*;q=0.5")
	acceptFontFormats  = accept("application/font-woff2;q=1.0,application/font-woff;q=0.9,*/*;q=0.8")
)

func accept(value string) header.List { return header.List{{Name: "Accept", Value: value}} }

// acceptHeader is the Accept header that a browser adds by itself.
//
// https://fetch.spec.whatwg.org/#concept-fetch step 12
func acceptHeader(profile *engine.Profile, destination policy.Destination) header.List {
	switch destination {
	case "document", "frame", "iframe":
		if profile.Has(engine.AcceptDocumentImages) {
			return acceptSignedExchange
		}
		return acceptDocument
	case "audio":
		if profile.Has(engine.AcceptMediaFormats) {
			return acceptAudioFormats
		}
	case "video":
		if profile.Has(engine.AcceptMediaFormats) {
			return acceptVideoFormats
		}
	case "image":
		switch {
		case profile.Has(engine.AcceptImageJXL):
			return acceptImageJXL
		case profile.Has(engine.AcceptImageAVIF):
			return acceptImageAVIF
		case profile.Has(engine.AcceptImageVideo):
			return acceptImageVideo
		}
		return acceptImage
	case "json":
		return acceptJSON
	case "style":
		return acceptStyle
	case "font":
		if profile.Has(engine.AcceptFontFormats) {
			return acceptFontFormats
		}
	}
	return acceptAnything
}
