package policy

import (
	"strings"
	"time"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
)

// A StrictTransport is what a Strict-Transport-Security header asks for.
type StrictTransport struct {
	// MaxAge is for how long the host is a known HSTS host; zero makes it none.
	MaxAge time.Duration
	// IncludeSubDomains is true where that holds for the hosts below it too.
	IncludeSubDomains bool
}

// StrictTransportHosts are the known HSTS hosts, as [origin.URL.Hostname] gives them, and whether each includes the
// hosts below it. Nil knows none.
//
// https://httpwg.org/specs/rfc6797.html#known-hsts-host
type StrictTransportHosts map[string]bool

// maxStrictTransportAge keeps an age within what a duration holds: about 290 years.
const maxStrictTransportAge = int64(1<<63-1) / int64(time.Second)

// ParseStrictTransport parses the Strict-Transport-Security header of a response; ok is false where there is none
// that counts. Only the first header does.
//
// https://httpwg.org/specs/rfc6797.html#strict-transport-security
func ParseStrictTransport(response header.List) (policy StrictTransport, ok bool) {
	seen := map[string]bool{}
	for directive := range strings.SplitSeq(firstValue(response, "Strict-Transport-Security"), ";") {
		name, value, given := strings.Cut(strings.Trim(directive, " \t"), "=")
		name = header.Lower(strings.TrimRight(name, " \t"))
		// Empty directives may be there, and no directive twice.
		if name == "" && !given {
			continue
		}
		if !header.IsToken(name) || seen[name] {
			return StrictTransport{}, false
		}
		seen[name] = true
		switch name {
		case "max-age":
			if policy.MaxAge, ok = parseSeconds(unquoted(strings.Trim(value, " \t"))); !ok {
				return StrictTransport{}, false
			}
		case "includesubdomains":
			policy.IncludeSubDomains = true
		}
	}
	// max-age is required.
	return policy, seen["max-age"]
}

func firstValue(list header.List, name string) string {
	for _, field := range list {
		if header.EqualFold(field.Name, name) {
			return field.Value
		}
	}
	return ""
}

// unquoted returns what a value holds that may be in quotes.
func unquoted(value string) string {
	if len(value) >= 2 && value[0] == '"' && value[len(value)-1] == '"' {
		return value[1 : len(value)-1]
	}
	return value
}

func parseSeconds(digits string) (time.Duration, bool) {
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	seconds := int64(0)
	for _, digit := range digits {
		seconds = min(seconds*10+int64(digit-'0'), maxStrictTransportAge/10)
	}
	return time.Duration(seconds) * time.Second, true
}

// StrictTransportHost returns the name that a URL's host is known by.
func StrictTransportHost(url origin.URL) string { return strings.TrimSuffix(url.Hostname(), ".") }

// UpgradesToStrictTransport reports whether a URL of http: is fetched from https:, because its host, or one above it
// that includes it, is a known HSTS host. IP addresses and what is below localhost never are.
//
// https://fetch.spec.whatwg.org/#concept-main-fetch step 10
func UpgradesToStrictTransport(hosts StrictTransportHosts, url origin.URL) bool {
	host := StrictTransportHost(url)
	if len(hosts) == 0 || url.Scheme() != "http" || url.HostKind() != origin.Domain || isLoopback(host) {
		return false
	}
	// A host itself counts as it is known,
	if _, known := hosts[host]; known {
		return true
	}
	// one above it only if it includes those below.
	for above := host; ; {
		_, rest, found := strings.Cut(above, ".")
		if !found {
			return false
		}
		if above = rest; hosts[above] {
			return true
		}
	}
}
