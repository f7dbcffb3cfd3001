package console

import (
	"strings"

	"github.com/corsim/corsim"
)

// redirection is why a redirect is not followed.
func (c *webKitCase) redirection(reason string) []string {
	location, _ := c.place.location(c.verdict)
	return c.only(webKitRedirection, "location", location.WithoutCredentials().Href(), "reason", reason)
}

// redirectMode is what is said of a redirect that the page has forbidden. One to FTP is seen before.
func (c *webKitCase) redirectMode() []string {
	if location, _ := c.place.location(c.verdict); location.Scheme() == "ftp" {
		return c.only(webKitFTP)
	}
	return c.only(webKitNoRedirect)
}

// redirectScheme is what is said of a redirect that leads away from HTTP(S). The network process looks at it first,
// and there only at requests that were across origins before; then the page's own.
func (c *webKitCase) redirectScheme() []string {
	location, _ := c.place.location(c.verdict)
	href := location.Href()
	cors := c.isCORS()
	_, isFetch := c.verdict.Call().(corsim.Request)
	switch {
	case location.Scheme() == "ftp":
		return c.only(webKitFTP)
	case cors && c.wasForeign():
		return c.redirection(c.fill(webKitRedirectScheme))
	case c.isLocalResource(location):
		return c.only(webKitLocalResource, "url", href)
	case isModeSameOrigin(c.verdict.Call()) && !c.isOwn(location):
		return c.only(webKitUnsafe, "url", href)
	case cors && !c.isOwn(location):
		return c.redirection(c.fill(webKitRedirectScheme))
	}
	c.failing = location
	switch scheme := location.Scheme(); {
	case isFetch:
		return c.only(webKitRedirectAwayOfFetch)
	case scheme == "data":
		return nil
	case scheme == "about":
		return c.ofBeacon(webKitNotShown)
	}
	return c.only(webKitRedirectAway)
}

// ofBeacon is a reason that only a beacon has.
func (c *webKitCase) ofBeacon(message int) []string {
	if _, isBeacon := c.verdict.Call().(corsim.Beacon); isBeacon {
		return c.only(message)
	}
	return nil
}

// redirectCredentials is what is said of a redirect to a URL with credentials, which is named as the server has named
// it: without the fragment of the URL before.
func (c *webKitCase) redirectCredentials() []string {
	location, _ := c.place.location(c.verdict)
	if value, _ := c.exchange.Answer.Header.Get("Location"); !strings.Contains(value, "#") {
		location = location.WithoutFragment()
	}
	return c.redirection(c.fill(webKitRedirectCredentials, "location", location.Href()))
}

// wasForeign reports whether a request has gone to another origin than the page's.
func (c *webKitCase) wasForeign() bool {
	for _, exchange := range c.verdict.Exchanges() {
		if !c.isOwn(exchange.Request.URL) {
			return true
		}
	}
	return false
}

// invalidLocation is a redirect to what is no URL, which is printed as it is. Without CORS, only a beacon says it.
func (c *webKitCase) invalidLocation() []string {
	location, _ := c.exchange.Answer.Header.Get("Location")
	switch {
	case location == "":
		return nil
	case !c.isCORS() || !c.wasForeign():
		return c.ofBeacon(webKitNotShown)
	}
	return c.only(webKitRedirection, "location", isoLatin1(location), "reason", c.fill(webKitRedirectScheme))
}
