package console

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// others returns the lines that say why a request is blocked for other reasons than CORS.
func (c *chromiumCase) others() []string {
	if c.step.Rule == rule.IntegrityMatch || c.step.Rule == rule.MainFetchIntegrity {
		return c.integrity()
	}
	message := c.message()
	if message == chromiumNoMessage {
		return nil
	}
	url := c.place.url
	if c.step.Rule == rule.RedirectScheme {
		url = c.location
	}
	line := chromiumMessages[message].fill(
		"url", url.Href(),
		"origin", c.origin(),
		"scheme", c.place.url.Scheme(),
		"kind", mixedKind(c.verdict.Call()),
		"page", c.pageIn(message),
		"type", essence(c.answer),
	)
	return []string{line}
}

// pageIn returns the URL that a message says is the page's.
func (c *chromiumCase) pageIn(message chromiumMessage) string {
	if message == chromiumMixedBlocked {
		return c.mixedPage()
	}
	return c.verdict.Page().URL().Href()
}

// message returns the message for what has decided.
func (c *chromiumCase) message() chromiumMessage {
	if !c.place.redirected {
		if message := c.firstMessage(); message != chromiumNoMessage {
			return message
		}
	}
	load, _ := c.verdict.Call().(corsim.Load)
	switch c.step.Rule {
	case rule.MainFetchModeSameOrigin:
		if c.place.redirected || load.Kind == corsim.Track {
			return chromiumUnsafeAttempt
		}
	case rule.RedirectScheme:
		if request, _ := c.verdict.Call().(corsim.Request); request.Mode == policy.ModeSameOrigin && c.isSafe() {
			return chromiumUnsafeAttempt
		}
	case rule.MixedContentBlocked:
		return c.mixedMessage()
	case rule.MIMETypeBlocked, rule.NosniffBlocked:
		return c.typeMessage(load)
	case rule.LoadModuleType:
		if load.Kind == corsim.ModuleScript {
			return chromiumModuleType
		}
	case rule.LoadFont:
		return chromiumFontDecoding
	case rule.LoadStatus:
		// Chromium tries to decode what comes with a status below 400.
		if load.Kind == corsim.Font && c.answer != nil && c.answer.Status < 400 {
			return chromiumFontDecoding
		}
	case rule.EventSourceContentType:
		return chromiumEventStreamType
	}
	return chromiumNoMessage
}

// firstMessage returns the message of what Chromium asks before anything else: whether the URL can be fetched with
// this mode at all.
func (c *chromiumCase) firstMessage() chromiumMessage {
	url := c.place.url
	if len(c.verdict.Exchanges()) > 0 {
		return chromiumNoMessage
	}
	if request, isFetch := c.verdict.Call().(corsim.Request); isFetch && !c.isOwn(url) {
		switch {
		case request.Mode == policy.ModeSameOrigin:
			return chromiumModeSameOrigin
		case url.IsHTTP() && request.Mode == policy.ModeNoCORS && request.Redirect != "" &&
			request.Redirect != policy.RedirectFollow:
			return chromiumModeNoCORS
		}
	}
	if url.IsHTTP() || url.Scheme() == "data" {
		return chromiumNoMessage
	}
	return c.schemeMessage()
}

// schemeMessage returns the message for a URL that is not HTTP(S) where it is asked for, and not redirected to.
func (c *chromiumCase) schemeMessage() chromiumMessage {
	request, isFetch := c.verdict.Call().(corsim.Request)
	_, isXHR := c.verdict.Call().(corsim.XHR)
	plain := isFetch && request.Mode != policy.ModeNoCORS
	switch scheme := c.place.url.Scheme(); {
	// What only the browser itself may load is refused to all, except where fetch() knows no such scheme.
	case scheme == "file", scheme == "chrome" && !isFetch, scheme == "blob" && !plain && !c.isOwn(c.place.url):
		return chromiumLocalResource
	case isFetch && (scheme != "blob" || !c.isOwn(c.place.url)):
		return chromiumURLScheme
	case isXHR && scheme == "ftp":
		return chromiumFTP
	}
	return chromiumNoMessage
}

// typeMessage returns the message for a script or a style sheet whose type forbids its use.
func (c *chromiumCase) typeMessage(load corsim.Load) chromiumMessage {
	switch {
	case load.Kind == corsim.ModuleScript:
		// The status is looked at first.
		if c.answer == nil || !policy.IsOKStatus(c.answer.Status) {
			return chromiumNoMessage
		}
		return chromiumModuleType
	case load.Kind == corsim.Stylesheet:
		return chromiumStylesheetType
	case c.answer != nil && c.answer.Header.NoSniff():
		return chromiumScriptTypeStrict
	}
	return chromiumScriptType
}

// essence returns the MIME type of an answer, "" for none.
func essence(answer *corsim.Answer) string {
	if answer == nil {
		return ""
	}
	mimeType, _ := answer.Header.MIMEType()
	return mimeType.Essence()
}
