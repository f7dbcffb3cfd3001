package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
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
	if policy.DecodesAsImage(f.agent.Profile, f.record.Response.internal.Header, body) {
		return rule.Pass(rule.LoadImage)
	}
	return rule.Stop(rule.LoadImage, "", "")
}

// isJavaScript reports whether a script's body is a program.
func (f *fetching) isJavaScript() bool {
	body, known := f.content()
	return !known || policy.RunsAsScript(body) != policy.No
}

// checkScriptType wants a JavaScript MIME type.
func (f *fetching) checkScriptType(kind LoadKind) rule.Decision {
	// The script of a worker that comes from no server may be of any type.
	if (kind == DedicatedWorker || kind == SharedWorker) && !f.url.IsHTTP() {
		return rule.Pass(rule.LoadModuleType)
	}
	if !policy.IsModuleScript(f.agent.Profile, f.record.Response.internal.Header) {
		value, _ := f.record.Response.internal.Header.Get("Content-Type")
		return rule.Stop(rule.LoadModuleType, value, "")
	}
	return rule.Pass(rule.LoadModuleType)
}

// checkStylesheetType wants text/css.
func (f *fetching) checkStylesheetType() rule.Decision {
	list := f.record.Response.internal.Header
	if f.url.Scheme() == "about" && f.has(engine.StylesheetOfAboutBlank) {
		return rule.Apply(rule.LoadStylesheetType, f.url.Href(), "text/css")
	}
	if !policy.IsStylesheet(f.agent.Profile, list, false) {
		value, _ := list.Get("Content-Type")
		// One browser makes an empty style sheet of it.
		if f.has(engine.StylesheetOfOtherTypeIsEmpty) {
			return rule.Apply(rule.LoadStylesheetType, value, "text/css")
		}
		return rule.Stop(rule.LoadStylesheetType, value, "text/css")
	}
	return rule.Pass(rule.LoadStylesheetType)
}

// checkFont wants a font.
func (f *fetching) checkFont() rule.Decision {
	body, known := f.content()
	if known && !policy.IsFont(body) {
		return rule.Stop(rule.LoadFont, "", "")
	}
	return rule.Pass(rule.LoadFont)
}
