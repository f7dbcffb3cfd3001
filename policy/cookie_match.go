package policy

import (
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
)

// Hosts are written here as [origin.URL.Hostname] gives them: in lower case and Punycode, IPv6 addresses in
// brackets. That is the canonicalized form that RFC 6265bis asks for.

// DomainMatch reports whether a host domain-matches a cookie's domain: it is the domain, or below it.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#domain-matching
func DomainMatch(host, domain string) bool {
	// A host matches itself,
	if host == domain {
		return true
	}
	// and every domain that it ends with, from a dot on, unless it is an IP address.
	above, found := strings.CutSuffix(host, domain)
	return found && strings.HasSuffix(above, ".") && !isIPAddress(host)
}

// isIPAddress holds for a host in brackets, and for one whose last label is a number: in a URL such a host is
// an IPv4 address or an error.
//
// https://url.spec.whatwg.org/#ends-in-a-number-checker
func isIPAddress(host string) bool {
	last := host[strings.LastIndexByte(host, '.')+1:]
	return strings.HasPrefix(host, "[") || last != "" && strings.Trim(last, "0123456789") == ""
}

// IsCookiePublicSuffix reports whether a cookie may not have this domain, because it is a public suffix.
func IsCookiePublicSuffix(domain string, list origin.PublicSuffixList) bool {
	suffix, found := origin.PublicSuffix(domain, list)
	return found && suffix == domain
}

// PathMatch reports whether the path of a request path-matches a cookie's path: it is that path, or below it.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#cookie-path
func PathMatch(request, cookie string) bool {
	// The cookie's path must be where the request's path begins,
	below, found := strings.CutPrefix(request, cookie)
	if !found {
		return false
	}
	// and end where the path or one of its segments ends.
	return below == "" || strings.HasSuffix(cookie, "/") || strings.HasPrefix(below, "/")
}

// DefaultCookiePath returns the default-path of a cookie that the given path of a URL sets: its directory.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#cookie-path
func DefaultCookiePath(path string) string {
	// Take what is before the last slash; where nothing is, or the path has no slash in front, take the root.
	last := strings.LastIndexByte(path, '/')
	if last <= 0 || path[0] != '/' {
		return "/"
	}
	return path[:last]
}

// CheckCookiePrefix says whether a cookie is what the prefix of its name promises; hostOnly and path are what
// the storage model has made of its Domain and Path.
//
// The prefixes __Http- and __Host-Http- are not in RFC 6265bis. They are checked as the layered-cookies draft,
// which the Fetch Standard refers to, explains them to servers; its steps ask for the opposite of HttpOnly, a slip.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#ua-name-prefixes
func CheckCookiePrefix(cookie SetCookie, hostOnly bool, path string) CookieReason {
	// In the name as in the value, upper and lower case are the same: some servers do not tell them apart.
	name := header.Lower(cookie.Name)
	toHost := cookie.Secure && hostOnly && cookie.HasPath && path == "/"
	toHTTP := cookie.Secure && cookie.HTTPOnly
	switch {
	// __Secure- promises Secure.
	case strings.HasPrefix(name, "__secure-") && !cookie.Secure:
		return CookieSecurePrefix
	// __Host- promises Secure, no Domain, and the path "/" in so many words.
	case strings.HasPrefix(name, "__host-") && !toHost:
		return CookieHostPrefix
	// __Http- promises Secure and HttpOnly.
	case strings.HasPrefix(name, "__http-") && !toHTTP:
		return CookieHTTPPrefix
	// __Host-Http- promises both.
	case strings.HasPrefix(name, "__host-http-") && !toHTTP:
		return CookieHTTPPrefix
	// Without a name, the value may not look like a prefixed name: the server could not tell.
	case name == "" && hasCookiePrefix(header.Lower(cookie.Value)):
		return CookieNamelessPrefix
	}
	return CookieOK
}

func hasCookiePrefix(lower string) bool {
	return strings.HasPrefix(lower, "__secure-") || strings.HasPrefix(lower, "__host-") || strings.HasPrefix(lower, "__http-")
}
