package explain

import (
	"strings"

	"github.com/corsim/corsim/header"
)

// An originMistake is a well-known mistake in the value of Access-Control-Allow-Origin.
type originMistake struct {
	slug string
	// cause is said of the rule that decided, and hint of the mistake; both are templates for [decision.append].
	cause, hint string
}

// The mistakes that can be undone.
var (
	quotesAround = originMistake{"quotes",
		"{Answer} allows {found}, with quotes around it; an origin has none: {against}.",
		"Quotes are a part of the value: write {against.} without them."}
	upperCase = originMistake{"upper-case",
		"{Answer} allows {found}, with letters in upper case; an origin has none, and the two are compared " +
			"byte by byte: {against}.",
		"Browsers write scheme and host in lower case, so the value must be {against}."}
	trailingSlash = originMistake{"trailing-slash",
		"{Answer} allows {found}, with a slash at the end; an origin has none: {against}.",
		"An origin is scheme, host and port and nothing after them: take the slash at the end away."}
	withPath = originMistake{"path",
		"{Answer} allows {found}, with a path; an origin has none: {against}.",
		"An origin is scheme, host and port and nothing after them: the value must be {against}, whatever " +
			"page of it asks."}
	defaultPort = originMistake{"default-port",
		"{Answer} allows {found}, with the default port of its scheme written out; an origin leaves it away: " +
			"{against}.",
		"Browsers do not write :80 after http and :443 after https, so the value must be {against}."}
	missingScheme = originMistake{"missing-scheme",
		"{Answer} allows {found}, without a scheme; an origin begins with one: {against}.",
		"An origin begins with http:// or https://, so the value must be {against}."}
)

// The differences from the origin that is nearly right.
var (
	wrongScheme = originMistake{"wrong-scheme",
		"{Answer} allows {found} and not {origin}: the schemes differ.",
		"The schemes http and https make different origins: the value must be {against}."}
	wrongPort = originMistake{"wrong-port",
		"{Answer} allows {found} and not {origin}: the ports differ.",
		"Each port is an origin of its own, also on one host: the value must be {against}."}
	www = originMistake{"www",
		`{Answer} allows {found} and not {origin}: one host begins with "www.", and the other does not.`,
		"A host with www. and one without are different origins: allow both by name, or redirect visitors " +
			"from one to the other."}
	loopbackNames = originMistake{"localhost",
		"{Answer} allows {found} and not {origin}: the two are names of one machine, and different hosts.",
		"localhost, 127.0.0.1 and [::1] are different origins: open the page by the name that is allowed, or " +
			"allow {against}."}
)

// The values that are no origin.
var (
	nullValue = originMistake{"null-value",
		`{Answer} allows "null" and not {origin}.`,
		`The value "null" is no way to say nobody, or everybody: it allows every sandboxed page and every ` +
			`local file. The value must be {against}.`}
	variable = originMistake{"variable",
		"{Answer} allows {found}, which looks like a variable that nobody has filled in; it would have to be " +
			"{against}.",
		"The configuration sends the name of the variable and not its value: see how it writes variables, " +
			"and whether this one is set there."}
	listBySpace = originMistake{"list",
		"{Answer} allows {found}, a list; Access-Control-Allow-Origin takes one origin, here {origin}.",
		"Keep the list on the server: look the request's Origin up in it, and answer that one origin, with " +
			"Vary: Origin."}
	pattern = originMistake{"pattern",
		"{Answer} allows {found}, a pattern; a value other than \"*\" is compared byte by byte, here with {origin}.",
		"Match the pattern on the server, with the whole of the request's Origin, and answer that one origin, " +
			"with Vary: Origin."}
)

// originMistakesOf returns the mistakes behind a value that is not the origin. It is linear in the value.
func originMistakesOf(allowed, origin string) (found []*originMistake) {
	if allowed == "" || origin == "null" || len(allowed) > maxHeaderLooked {
		return nil
	}
	switch {
	case allowed == "null":
		return []*originMistake{&nullValue}
	case isVariable(allowed):
		return []*originMistake{&variable}
	case isPattern(allowed):
		return []*originMistake{&pattern}
	case strings.ContainsAny(strings.TrimSpace(allowed), " ,;"):
		return []*originMistake{&listBySpace}
	}
	repaired, repairs := repairOrigin(allowed, origin)
	if repaired == origin {
		return repairs
	}
	// Where another host is meant, right spelling does not help.
	found = differences(repaired, origin)
	if found == nil {
		return nil
	}
	return append(found, repairs...)
}

// maxHeaderLooked is the length beyond which a header is not searched for mistakes.
const maxHeaderLooked = 1024

// repairOrigin undoes the mistakes that make a value no origin, and returns which they were.
func repairOrigin(value, origin string) (repaired string, repairs []*originMistake) {
	repair := func(to string, mistake *originMistake) {
		if to != value {
			value, repairs = to, append(repairs, mistake)
		}
	}
	repair(strings.Trim(value, `"'`), &quotesAround)
	scheme, rest, found := strings.Cut(value, "://")
	if !found {
		scheme, rest = "", value
	}
	host, after, hasPath := strings.Cut(rest, "/")
	switch {
	case hasPath && after == "":
		repair(strings.TrimSuffix(value, "/"), &trailingSlash)
	case hasPath:
		repair(value[:len(value)-len(after)-1], &withPath)
	}
	repair(header.Lower(value), &upperCase)
	if !found {
		scheme, _, _ = strings.Cut(origin, "://")
		repair(scheme+"://"+strings.TrimPrefix(header.Lower(host), "//"), &missingScheme)
	}
	switch header.Lower(scheme) {
	case "http":
		repair(strings.TrimSuffix(value, ":80"), &defaultPort)
	case "https":
		repair(strings.TrimSuffix(value, ":443"), &defaultPort)
	}
	return value, repairs
}

// differences returns what keeps a value from being the origin that it nearly is.
func differences(value, origin string) (found []*originMistake) {
	scheme, host, port := splitOrigin(value)
	wantScheme, wantHost, wantPort := splitOrigin(origin)
	switch {
	case host == wantHost:
	case strings.TrimPrefix(host, "www.") == strings.TrimPrefix(wantHost, "www."):
		found = append(found, &www)
	case isLoopback(host) && isLoopback(wantHost):
		found = append(found, &loopbackNames)
	default:
		return nil
	}
	if scheme != wantScheme {
		found = append(found, &wrongScheme)
	}
	if port != wantPort {
		found = append(found, &wrongPort)
	}
	return found
}

// splitOrigin takes an origin apart. The port is "" for the default one.
func splitOrigin(origin string) (scheme, host, port string) {
	scheme, host, _ = strings.Cut(origin, "://")
	if colon := strings.LastIndexByte(host, ':'); colon >= 0 && !strings.HasSuffix(host, "]") {
		host, port = host[:colon], host[colon+1:]
	}
	return scheme, host, port
}

func isLoopback(host string) bool {
	return host == "localhost" || host == "127.0.0.1" || host == "[::1]"
}

// isVariable reports whether a value looks like what a configuration should have replaced.
func isVariable(value string) bool {
	for _, mark := range [...]string{"${", "{{", "%{", "<%"} {
		if strings.Contains(value, mark) {
			return true
		}
	}
	return len(value) > 1 && value[0] == '$' || value == "undefined" || value == "None" || value == "origin"
}

// isPattern reports whether a value looks like what several origins are to match.
func isPattern(value string) bool {
	return strings.ContainsAny(value, `*\^$|`) || strings.HasPrefix(value, ".")
}
