package policy

import (
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
)

// MatchesSourceList reports whether a URL is one of those that a source list names. self is what 'self' stands for;
// after a redirect the paths do not count.
//
// https://w3c.github.io/webappsec-csp/#match-url-to-source-list
func MatchesSourceList(expressions []string, url origin.URL, self origin.Origin, redirected bool) bool {
	return matchesSourceList(expressions, url, self, redirected, false)
}

// matchesSourceList also lets IP addresses match, where addresses says so.
func matchesSourceList(expressions []string, url origin.URL, self origin.Origin, redirected, addresses bool) bool {
	// An empty list matches nothing, and so does 'none'; among others it matches nothing anyway.
	for _, expression := range expressions {
		if matchesSource(expression, url, self, redirected, addresses) {
			return true
		}
	}
	return false
}

// matchesSource reports whether a URL matches a source expression.
//
// https://w3c.github.io/webappsec-csp/#match-url-to-source-expression
func matchesSource(expression string, url origin.URL, self origin.Origin, redirected, addresses bool) bool {
	switch {
	// An asterisk stands for HTTP(S), and for the page's own scheme.
	case expression == "*":
		return url.IsHTTP() || url.Scheme() == self.Scheme()
	case header.EqualFold(expression, "'self'"):
		return matchesSelf(url, self)
	}
	source, ok := parseSource(expression)
	switch {
	case !ok:
		return false
	// A scheme that is given must be the URL's, or a less secure one; without any, so must be the page's own.
	case source.scheme != "" && !matchesScheme(source.scheme, url.Scheme()):
		return false
	// A scheme alone is enough.
	case source.host == "":
		return true
	case source.scheme == "" && !matchesScheme(self.Scheme(), url.Scheme()):
		return false
	case !matchesHost(source.host, url, addresses) || !matchesPort(source.port, url):
		return false
	}
	// Only without a redirect does the path count: it would tell where a server redirects to.
	return redirected || matchesPath(source.path, url.Pathname())
}

// A source is a scheme-source, which has only a scheme, or a host-source.
//
// https://w3c.github.io/webappsec-csp/#grammardef-source-expression
type source struct{ scheme, host, port, path string }

// parseSource parses a scheme-source or a host-source.
func parseSource(expression string) (s source, ok bool) {
	rest := expression
	if scheme, after, found := strings.Cut(rest, ":"); found && isScheme(scheme) {
		if after == "" {
			return source{scheme: scheme}, true
		}
		if after, found = strings.CutPrefix(after, "//"); found {
			s.scheme, rest = scheme, after
		}
	}
	if slash := strings.IndexByte(rest, '/'); slash >= 0 {
		rest, s.path = rest[:slash], rest[slash:]
	}
	var hasPort bool
	s.host, s.port, hasPort = strings.Cut(rest, ":")
	if hasPort && s.port != "*" && (s.port == "" || strings.Trim(s.port, "0123456789") != "") {
		return source{}, false
	}
	return s, isHostPart(s.host)
}

func isScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if ('a' > c || c > 'z') && (i == 0 || strings.IndexByte("0123456789+-.", s[i]) < 0) {
			return false
		}
	}
	return s != ""
}

// isHostPart holds for "*", and for a domain that "*." may precede.
func isHostPart(s string) bool {
	if s == "*" {
		return true
	}
	for label := range strings.SplitSeq(strings.TrimPrefix(s, "*."), ".") {
		if label == "" || strings.TrimFunc(label, isHostChar) != "" {
			return false
		}
	}
	return true
}

func isHostChar(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z' || r == '-'
}

// matchesSelf reports whether a URL is of the page's origin, or of the same host by a secure scheme and the default
// port.
func matchesSelf(url origin.URL, self origin.Origin) bool {
	other := url.Origin(nil)
	if origin.SameOrigin(self, other) {
		return true
	}
	if self.IsOpaque() || self.Host() == "" || self.Host() != other.Host() {
		return false
	}
	if self.Port() != other.Port() {
		return false
	}
	scheme := url.Scheme()
	return scheme == "https" || scheme == "wss" || self.Scheme() == "http" && (scheme == "http" || scheme == "ws")
}

// matchesScheme reports whether an expression with a scheme allows that scheme: the same, or a more secure one.
//
// https://w3c.github.io/webappsec-csp/#match-schemes
func matchesScheme(expression, scheme string) bool {
	switch a := header.Lower(expression); {
	case a == scheme:
		return true
	case a == "http":
		return scheme == "https"
	case a == "ws":
		return scheme == "wss" || scheme == "http" || scheme == "https"
	default:
		return a == "wss" && scheme == "https"
	}
}

// matchesHost reports whether a host-part matches the URL's host, which is to be a domain, or may be an address.
//
// https://w3c.github.io/webappsec-csp/#match-hosts
func matchesHost(pattern string, url origin.URL, addresses bool) bool {
	host := url.Hostname()
	if host == "" || url.HostKind() != origin.Domain && !addresses {
		return false
	}
	if pattern == "*" {
		return true
	}
	if remaining, found := strings.CutPrefix(pattern, "*"); found {
		return strings.HasSuffix(host, header.Lower(remaining))
	}
	return header.EqualFold(pattern, host)
}

// matchesPort reports whether a port-part matches the URL's port; "" is none, and stands for the default.
//
// https://w3c.github.io/webappsec-csp/#match-ports
func matchesPort(port string, url origin.URL) bool {
	if port == "*" || port == url.Port() {
		return true
	}
	// A number may have zeros in front, and may be the default's.
	port = strings.TrimLeft(port, "0")
	if url.Port() != "" {
		return port == url.Port()
	}
	switch url.Scheme() {
	case "http", "ws":
		return port == "80"
	case "https", "wss":
		return port == "443"
	}
	return false
}

// matchesPath reports whether a path-part matches a path: it is that path, or with a slash at its end above it.
//
// https://w3c.github.io/webappsec-csp/#match-paths
func matchesPath(pattern, path string) bool {
	if pattern == "" || pattern == "/" && path == "" {
		return true
	}
	exact := !strings.HasSuffix(pattern, "/")
	wanted, pieces := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(wanted) > len(pieces) || exact && len(wanted) != len(pieces) {
		return false
	}
	if !exact {
		wanted = wanted[:len(wanted)-1]
	}
	for i := range wanted {
		if string(origin.PercentDecode(wanted[i])) != string(origin.PercentDecode(pieces[i])) {
			return false
		}
	}
	return true
}
