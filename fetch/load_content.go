package fetch

import (
	"bytes"

	"github.com/corsim/corsim/rule"
)

// content returns the bytes of the answer; known is false where the Server did not give them, and the answer is taken
// for what the element wants.
func (f *fetching) content() (body []byte, known bool) {
	body = f.record.Response.internal.Body
	return body, body != nil
}

// checkImage wants an image.
func (f *fetching) checkImage() rule.Decision {
	body, known := f.content()
	if !known {
		return rule.Pass(rule.LoadImage)
	}
	if bytes.HasPrefix(body, []byte("\x89PNG\r\n\x1a\n")) {
		return rule.Pass(rule.LoadImage)
	}
	if mimeType, ok := f.record.Response.internal.Header.MIMEType(); ok && mimeType.Essence() == "image/svg+xml" &&
		bytes.Contains(body, []byte("<svg")) {
		return rule.Pass(rule.LoadImage)
	}
	return rule.Stop(rule.LoadImage, "", "")
}

// isJavaScript reports whether a script's body is a program.
func (f *fetching) isJavaScript() bool {
	body, known := f.content()
	return !known || len(body) > 0 && body[0] != '<' && body[0] != '{' && body[0] != '%'
}

// checkModuleType wants a JavaScript MIME type.
func (f *fetching) checkModuleType(LoadKind) rule.Decision {
	mimeType, ok := f.record.Response.internal.Header.MIMEType()
	if !ok || !mimeType.IsJavaScript() {
		value, _ := f.record.Response.internal.Header.Get("Content-Type")
		return rule.Stop(rule.LoadModuleType, value, "")
	}
	return rule.Pass(rule.LoadModuleType)
}

// checkStylesheetType wants text/css.
func (f *fetching) checkStylesheetType() rule.Decision {
	list := f.record.Response.internal.Header
	mimeType, ok := list.MIMEType()
	if value, given := list.Get("Content-Type"); given && (!ok || mimeType.Essence() != "text/css") {
		return rule.Stop(rule.LoadStylesheetType, value, "text/css")
	}
	return rule.Pass(rule.LoadStylesheetType)
}

// checkFont wants a font.
func (f *fetching) checkFont() rule.Decision {
	body, known := f.content()
	if known && !bytes.HasPrefix(body, []byte{0, 1, 0, 0}) {
		return rule.Stop(rule.LoadFont, "", "")
	}
	return rule.Pass(rule.LoadFont)
}
