package policy

import (
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
)

// IsScriptLike reports whether what is fetched for the destination will run.
//
// https://fetch.spec.whatwg.org/#request-destination-script-like
func IsScriptLike(destination Destination) bool {
	switch destination {
	case "audioworklet", "paintworklet", "script", "serviceworker", "sharedworker", "worker":
		return true
	}
	return false
}

// IsBlockedDueToNosniff reports whether a response with that header list is blocked because it asks, by
// X-Content-Type-Options, to be taken for what its Content-Type says, and that is not what the destination
// needs. Only scripts and style sheets are held to it.
//
// https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-nosniff?
func IsBlockedDueToNosniff(profile engine.Profile, destination Destination, response header.List) bool {
	// A response that does not ask for it is allowed.
	if !response.NoSniff() {
		return false
	}

	// A script has to be JavaScript, a style sheet CSS. Without a MIME type it is neither.
	mimeType, _ := mimeTypeOf(profile, response)
	switch {
	case IsScriptLike(destination):
		return !mimeType.IsJavaScript()
	case destination == "style":
		return mimeType.Essence() != "text/css"
	}
	return false
}

// IsBlockedDueToMIMEType reports whether a response with that header list is blocked because it is to run as a
// script, but says that it is an image, audio, video or a table.
//
// https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-mime-type?
func IsBlockedDueToMIMEType(profile engine.Profile, destination Destination, response header.List) bool {
	// What has no MIME type is allowed, and so is what does not run.
	mimeType, ok := mimeTypeOf(profile, response)
	if !ok || !IsScriptLike(destination) {
		return false
	}

	// A script must not be one of these.
	essence := mimeType.Essence()
	return strings.HasPrefix(essence, "audio/") ||
		strings.HasPrefix(essence, "image/") ||
		strings.HasPrefix(essence, "video/") ||
		essence == "text/csv"
}

// mimeTypeOf extracts the MIME type that a browser takes a response to have: by the standard the last one that there
// is in its Content-Type headers.
//
// https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
func mimeTypeOf(profile engine.Profile, response header.List) (header.MIMEType, bool) {
	if !profile.Has(engine.ContentTypeFirst) {
		return response.MIMEType()
	}
	value, _ := response.Get("Content-Type")
	return cutMIMEType(value)
}

// cutMIMEType parses what is before the first comma or semicolon.
func cutMIMEType(value string) (header.MIMEType, bool) {
	if end := strings.IndexAny(value, ",;"); end >= 0 {
		value = value[:end]
	}
	return header.ParseMIMEType(value)
}
