package origin

import "strings"

// PublicSuffix returns the public suffix of a host, as it stands in a URL or
// as somebody wrote it. It is false for null: the host is no domain.
//
// https://url.spec.whatwg.org/#host-public-suffix
func PublicSuffix(host string, list PublicSuffixList) (string, bool) {
	host, ok := toDomain(host)
	if !ok {
		return "", false
	}
	return host[suffixStart(host, list):], true
}

// RegistrableDomain returns the public suffix of a host and the label before
// it. It is false for null: the host is no domain, or is a public suffix.
//
// https://url.spec.whatwg.org/#host-registrable-domain
func RegistrableDomain(host string, list PublicSuffixList) (string, bool) {
	host, ok := toDomain(host)
	if !ok {
		return "", false
	}
	suffix := suffixStart(host, list)
	if suffix == 0 {
		return "", false
	}
	label := strings.LastIndexByte(host[:suffix-1], '.') + 1
	// Between two dots, or before the first, there is no label.
	return host[label:], label < suffix-1
}

// toDomain brings a host into ASCII form. It is false for IP addresses and for
// what is no host.
func toDomain(host string) (string, bool) {
	if scan(host, 0, hostBreak) < len(host) {
		ascii, err := DomainToASCII(host)
		if err != nil {
			return "", false
		}
		host = ascii
	}
	return host, hostKindOf(host) == Domain
}

// suffixStart is the index at which the public suffix of a domain begins. A
// dot at the end is left out of the look-up and belongs to the suffix.
func suffixStart(domain string, list PublicSuffixList) int {
	name := strings.TrimSuffix(domain, ".")
	start := len(name) - len(lookUpPublicSuffix(list, name))
	// A list that answers with no suffix of the domain says nothing about it.
	if start <= 0 || name[start-1] != '.' {
		return 0
	}
	return start
}
