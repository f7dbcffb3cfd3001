package policy

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// A MediaRequest is a request's no-cors media request state. The zero value is that of everything but audio and video.
type MediaRequest uint8

// The no-cors media request states.
const (
	NoMediaRequest MediaRequest = iota
	InitialMediaRequest
	SubsequentMediaRequest
)

// An OpaqueResponse is what opaque response blocking asks of a response without CORS, and of its request.
type OpaqueResponse struct {
	Status int
	Header header.List
	// Body holds the bytes of the body, nil where nobody knows them.
	Body []byte
	// BodyNull is true where there is no body.
	BodyNull bool
	// Media is the request's no-cors media request state.
	Media MediaRequest
}

// maxSniffed is how many bytes are looked at to tell what a body is.
const maxSniffed = 1024

// OpaqueResponseBlocking says whether a response without CORS comes to the page of another origin: only what may be an
// image, audio, video, a style sheet or a script does. The decision's rule is
// rule.NotModelledOpaqueResponseBlocking where the bytes would decide and are not known.
//
// The Fetch Standard has not taken it up yet. This is its draft, and with the facts of a profile what browsers do.
//
// https://github.com/annevk/orb
func OpaqueResponseBlocking(profile engine.Profile, response OpaqueResponse) rule.Decision {
	mimeType, hasType := response.Header.MIMEType()
	value, _ := response.Header.Get("Content-Type")
	noSniff := response.Header.NoSniff()
	blocked, passed := rule.Stop(rule.OpaqueResponseBlocked, value, ""), rule.Pass(rule.OpaqueResponseBlocked)
	blocklisted := IsHTMLMIMEType(mimeType) || IsJSONMIMEType(mimeType) || IsXMLMIMEType(mimeType)

	switch partial := response.Status == 206 && !profile.Has(engine.OpaqueBlockingSniffsPartialResponses); {
	// Scripts, style sheets and SVG may be used by everybody, and so may what media elements read themselves.
	case isOpaqueSafelisted(profile, mimeType):
		return passed
	// Some types never may,
	case isNeverSniffed(mimeType.Essence()):
		return blocked
	// nor may HTML, JSON and XML that is partial or that forbids sniffing,
	case blocklisted && (partial || noSniff):
		return blocked
	// nor plain text that does.
	case noSniff && mimeType.Essence() == "text/plain" && !profile.Has(engine.OpaqueBlockingSniffsPlainText):
		return blocked
	// What follows a range that was audio or video may.
	case response.Media == SubsequentMediaRequest:
		return passed
	}

	body := response.Body[:min(len(response.Body), maxSniffed)]
	isAudioOrVideo := SniffAudioOrVideo(body) != ""
	switch {
	// One browser lets audio and video through to everybody, be it that it only says it is.
	case profile.Has(engine.OpaqueBlockingAllowsAudioAndVideo) && (isAudioOrVideo || isAudioOrVideoType(mimeType)):
		return passed
	// Now it depends on the bytes. Without them audio, video and images are taken to be what they say.
	case response.Body == nil && !response.BodyNull:
		if isMediaType(mimeType) {
			return passed
		}
		return rule.Stop(rule.NotModelledOpaqueResponseBlocking, value, "")
	// Audio and video is for media elements.
	case isAudioOrVideo:
		if response.Media == InitialMediaRequest && (response.Status == 200 || response.Status == 206) {
			return passed
		}
		return blocked
	// And nothing else is.
	case response.Media == InitialMediaRequest:
		return blocked
	// An image may be used by everybody.
	case isImage(body):
		return passed
	// What is left can only be a script. It must not forbid sniffing,
	case noSniff && !profile.Has(engine.OpaqueBlockingSniffsForMarkup):
		return blocked
	// it must have been found,
	case !IsOKStatus(response.Status) && !profile.Has(engine.OpaqueBlockingIgnoresStatus):
		return rule.Stop(rule.OpaqueResponseBlocked, strconv.Itoa(response.Status), "")
	// and not say that it is something else.
	case !hasType:
		return passed
	case isMediaType(mimeType) && !profile.Has(engine.OpaqueBlockingSniffsForMarkup):
		return blocked
	case isNoScript(profile, response.Body):
		return blocked
	}
	return passed
}

func isMediaType(mimeType header.MIMEType) bool {
	return mimeType.Type() == "image" || mimeType.Type() == "audio" || mimeType.Type() == "video"
}

func isAudioOrVideoType(mimeType header.MIMEType) bool {
	return mimeType.Type() == "audio" || mimeType.Type() == "video" || mimeType.Essence() == "application/ogg"
}

// isNoScript reports whether a body is no JavaScript, or JSON. What may be JavaScript is taken for it.
func isNoScript(profile engine.Profile, body []byte) bool {
	// One browser looks for markup and for JSON, and takes everything else for JavaScript.
	if profile.Has(engine.OpaqueBlockingSniffsForMarkup) {
		return sniffsAsMarkup(body) || sniffsAsJSON(body)
	}
	return RunsAsScript(body) == No || len(body) > 0 && json.Valid(body)
}

// isOpaqueSafelisted reports whether a MIME type is an opaque-safelisted MIME type.
func isOpaqueSafelisted(profile engine.Profile, mimeType header.MIMEType) bool {
	switch mimeType.Essence() {
	case "text/css", "image/svg+xml":
		return true
	case "application/dash+xml", "application/vnd.apple.mpegurl", "text/vtt":
		return profile.Has(engine.OpaqueBlockingAllowsManifests)
	}
	// One browser does not take even JavaScript at its word.
	return mimeType.IsJavaScript() && !profile.Has(engine.OpaqueBlockingSniffsForMarkup)
}

// isNeverSniffed reports whether essence is that of an opaque-blocklisted-never-sniffed MIME type.
func isNeverSniffed(essence string) bool {
	switch essence {
	case "application/dash+xml", "application/gzip", "application/x-gzip", "application/zip",
		"application/msexcel", "application/mspowerpoint", "application/msword", "application/msword-template",
		"application/pdf", "application/vnd.apple.mpegurl", "audio/mpegurl",
		"application/vnd.ces-quickpoint", "application/vnd.ces-quicksheet", "application/vnd.ces-quickword",
		"application/vnd.ms-excel", "application/vnd.ms-excel.sheet.macroenabled.12",
		"application/vnd.ms-powerpoint", "application/vnd.ms-powerpoint.presentation.macroenabled.12",
		"application/vnd.ms-word", "application/vnd.ms-word.document.12",
		"application/vnd.ms-word.document.macroenabled.12", "application/vnd.msword",
		"application/vnd.presentation-openxml", "application/vnd.presentation-openxmlm",
		"application/vnd.spreadsheet-openxml", "application/vnd.wordprocessing-openxml",
		"application/x-protobuf", "application/x-protobuffer",
		"multipart/byteranges", "multipart/signed", "text/event-stream", "text/csv", "text/vtt":
		return true
	}
	office, found := strings.CutPrefix(essence, "application/vnd.openxmlformats-officedocument.")
	switch office {
	case "presentationml.presentation", "presentationml.template", "spreadsheetml.sheet", "spreadsheetml.template",
		"wordprocessingml.document", "wordprocessingml.template":
		return found
	}
	return false
}

// markupTags are the beginnings of HTML, as the MIME Sniffing Standard has them.
var markupTags = []string{
	"<!doctype html", "<script", "<html", "<head", "<iframe", "<h1", "<div", "<font", "<table", "<a", "<style",
	"<title", "<b", "<body", "<br", "<p",
}

// sniffsAsMarkup reports whether a body begins like HTML or XML, behind white space and comments. As in JavaScript, a
// comment ends with its line.
//
// https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
func sniffsAsMarkup(body []byte) bool {
	rest := bytes.TrimLeft(body, "\t\n\f\r ")
	for bytes.HasPrefix(rest, []byte("<!--")) {
		_, after, found := bytes.Cut(rest, []byte("-->"))
		if !found {
			return false
		}
		_, after, _ = bytes.Cut(after, []byte("\n"))
		rest = bytes.TrimLeft(after, "\t\n\f\r ")
	}
	if bytes.HasPrefix(rest, []byte("<?xml")) {
		return true
	}
	for _, tag := range markupTags {
		if len(rest) > len(tag) && header.EqualFold(string(rest[:len(tag)]), tag) &&
			strings.IndexByte(" >", rest[len(tag)]) >= 0 {
			return true
		}
	}
	return false
}

// sniffsAsJSON reports whether a body begins like an object of JSON, or like what keeps JSON from being run.
func sniffsAsJSON(body []byte) bool {
	for _, breaker := range []string{")]}'", "{}&&", "for(;;);", "while(1);", "for (;;);", "while (1);"} {
		if bytes.HasPrefix(body, []byte(breaker)) {
			return true
		}
	}
	return isJSONObject(body)
}
