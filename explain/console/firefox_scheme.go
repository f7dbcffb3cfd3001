package console

import "slices"

// firefoxSchemes are the schemes that Firefox knows and lets no page reach with CORS; it prints nothing of CORS then.
var firefoxSchemes = []string{"about", "blob", "chrome", "data", "file", "javascript", "mailto", "ws", "wss"}

// isForeignScheme reports whether a scheme is one that Firefox finds not to be HTTP only when CORS is asked.
func isForeignScheme(scheme string) bool {
	return scheme != "http" && scheme != "https" && !slices.Contains(firefoxSchemes, scheme)
}

// scheme prints what is said of a URL that is not fetched.
func (c *firefoxConsole) scheme() {
	switch {
	case c.place.redirected:
		c.redirectFailed()
	case c.asked.cors && isForeignScheme(c.place.url.Scheme()):
		c.print(firefoxRequestNotHTTP)
	}
}

// redirectScheme prints what is said of a redirect to a URL that is not HTTP(S).
func (c *firefoxConsole) redirectScheme() {
	if location, ok := c.place.location(c.verdict); ok && c.asked.cors && isForeignScheme(location.Scheme()) {
		c.printOf(location.Href(), firefoxRequestNotHTTP)
	}
	c.failed()
}
