package origin

import "strings"

// IsRegistrableDomainSuffixOrEqual is "is a registrable domain suffix of or is
// equal to": the test for what script may set document.domain to. The string
// comes from script as it is, originalHost is the serialized host of the
// document's origin.
//
// https://html.spec.whatwg.org/#is-a-registrable-domain-suffix-of-or-is-equal-to
func IsRegistrableDomainSuffixOrEqual(hostSuffixString, originalHost string, list PublicSuffixList) bool {
	if hostSuffixString == "" {
		return false
	}
	parsed, kind, err := appendHost(nil, hostSuffixString, false)
	if err != nil {
		return false
	}
	hostSuffix := string(parsed)
	if hostSuffix == originalHost {
		return true
	}
	// Only a domain has a suffix.
	if kind != Domain || hostKindOf(originalHost) != Domain {
		return false
	}
	// It has to be a suffix in whole labels.
	if !strings.HasSuffix(originalHost, "."+hostSuffix) {
		return false
	}
	// It must not be a public suffix, nor part of the original host's.
	suffix, _ := PublicSuffix(hostSuffix, list)
	originalSuffix, _ := PublicSuffix(originalHost, list)
	return hostSuffix != suffix && !strings.HasSuffix(originalSuffix, "."+hostSuffix)
}
