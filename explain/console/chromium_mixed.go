package console

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// mixedContent returns the warnings about images, audio and video of a secure page that come from an insecure URL.
func (c *chromiumCase) mixedContent() []string {
	var lines []string
	for step := range c.verdict.Steps() {
		// What a redirect leads to is upgraded without a word.
		if step.Rule == rule.MixedContentUpgraded && step.Exchange < 0 {
			lines = append(lines, c.mixed(chromiumMixedUpgraded, lastOperand(step)))
		}
	}
	if message := c.sparedMessage(); message != chromiumNoMessage {
		lines = append(lines, c.mixed(message, c.place.first.Href()))
	}
	return lines
}

func (c *chromiumCase) mixed(message chromiumMessage, url string) string {
	return chromiumMessages[message].fill("page", c.verdict.Page().URL().Href(), "url", url)
}

// mixedPage returns the URL that is said to be the page's. That of a frame of another origin is not known: it is the
// origin of what is around it, and that the one of its URL, if the frame is in a sandbox.
func (c *chromiumCase) mixedPage() string {
	page := c.verdict.Page()
	if page.Origin().IsOpaque() {
		return page.URL().Origin(nil).String() + "/"
	}
	return page.URL().Href()
}

// mixedMessage returns the message for mixed content that is blocked.
func (c *chromiumCase) mixedMessage() chromiumMessage {
	load, _ := c.verdict.Call().(corsim.Load)
	request, isFetch := c.verdict.Call().(corsim.Request)
	switch {
	case isFetch && request.Mode == policy.ModeSameOrigin, load.Kind == corsim.Track:
		return chromiumUnsafeAttempt
	case c.place.url.Scheme() == "http":
		return chromiumMixedBlocked
	}
	return chromiumNoMessage
}

// sparedMessage returns the message for an image, audio or video that would be upgraded if its host were another one.
func (c *chromiumCase) sparedMessage() chromiumMessage {
	load, ok := c.verdict.Call().(corsim.Load)
	if !ok || c.verdict.Page().URL().Scheme() != "https" || c.place.first.Scheme() != "http" {
		return chromiumNoMessage
	}
	switch load.Kind {
	case corsim.Image, corsim.Audio, corsim.Video:
	default:
		return chromiumNoMessage
	}
	host := strings.TrimSuffix(c.place.first.Hostname(), ".")
	switch kind := c.place.first.HostKind(); {
	case kind == origin.IPv4, kind == origin.IPv6:
		return chromiumMixedAddress
	case host == "localhost", strings.HasSuffix(host, ".localhost"):
		return chromiumMixedLocal
	}
	return chromiumNoMessage
}

// mixedKind returns Chromium's name for what makes a request that is mixed content.
func mixedKind(call any) string {
	switch call := call.(type) {
	case corsim.XHR:
		return "XMLHttpRequest endpoint"
	case corsim.EventSource:
		return "EventSource endpoint"
	case corsim.Beacon:
		return "Beacon endpoint"
	case corsim.Load:
		if name := mixedKinds[chromiumKind(call)]; name != "" {
			return name
		}
	}
	return "resource"
}

// mixedKinds are the other names of what is loaded.
var mixedKinds = map[string]string{
	"script":         "script",
	"CSS stylesheet": "stylesheet",
	"font":           "font",
	"image":          "image",
	"audio":          "audio file",
	"video":          "video",
	"text track":     "track",
	"manifest":       "manifest",
}
