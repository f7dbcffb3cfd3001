package console

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// mixedContent is insecure content that is not loaded. It is asked for at once, or a redirect leads to it.
//
// https://github.com/WebKit/WebKit/blob/main/Source/WebCore/loader/MixedContentChecker.cpp
func (c *webKitCase) mixedContent() []string {
	// At once, images and the like would be upgraded, or spared, and not blocked.
	if scheme := c.place.url.Scheme(); c.isMedia() && !c.place.redirected && (scheme == "http" || scheme == "ws") {
		return nil
	}
	message := webKitInsecure
	if isWebKitLocal(c.place.url) {
		message = webKitInsecureLocal
	}
	if !c.place.redirected {
		return c.atOnce(c.fill(message))
	}
	c.failing = c.place.before
	return c.only(message)
}

// upgrades are the warnings about images, audio and video of a secure page at insecure URLs, before and after
// redirects.
func (c *webKitCase) upgrades() []string {
	if c.verdict.Page().URL().Scheme() != "https" || !c.isMedia() {
		return nil
	}
	lines := c.upgrade(nil, c.verdict.URL())
	for step := range c.verdict.Steps() {
		if step.Rule != rule.RedirectFollowed {
			continue
		}
		if url, err := origin.Parse(step.Found()); err == nil {
			lines = c.upgrade(lines, url)
		}
	}
	return lines
}

// isMedia reports whether an image, audio or video is loaded, and not one of a srcset.
func (c *webKitCase) isMedia() bool {
	load, isLoad := c.verdict.Call().(corsim.Load)
	return isLoad && (load.Kind == corsim.Image || load.Kind == corsim.Audio || load.Kind == corsim.Video)
}

// upgrade adds the warning about a URL. Those of this machine are not upgraded.
func (c *webKitCase) upgrade(lines []string, url origin.URL) []string {
	isIP := url.HostKind() == origin.IPv4 || url.HostKind() == origin.IPv6
	switch {
	case isWebKitLocal(url):
		return append(lines, c.fill(webKitNotUpgraded, "url", url.Href()))
	case isIP, url.Scheme() != "http" && url.PotentiallyTrustworthy():
		return lines
	}
	return append(lines, c.fill(webKitUpgraded, "url", url.Href()))
}

// isWebKitLocal reports whether WebKit trusts a URL because it is on this machine.
func isWebKitLocal(url origin.URL) bool {
	if url.Scheme() == "file" {
		return true
	}
	return url.Scheme() == "http" && url.PotentiallyTrustworthy() && !strings.HasSuffix(url.Hostname(), ".")
}
