package origin

import "golang.org/x/net/publicsuffix"

// PublicSuffixList is a copy of the Public Suffix List, as net/http/cookiejar
// has it. Where a function takes one, nil means the list embedded in this
// package, that of golang.org/x/net/publicsuffix.
type PublicSuffixList interface {
	// PublicSuffix returns the public suffix of domain, a lower-case domain
	// in ASCII form without a dot at the end. Rules of the private section
	// count; where no rule matches, the last label is the suffix.
	PublicSuffix(domain string) string

	// String says where the list comes from and which version it is.
	String() string
}

// PublicSuffixListVersion says which list is embedded. Lists differ from
// browser to browser, so an answer about sites should name it.
func PublicSuffixListVersion() string { return publicsuffix.List.String() }

func lookUpPublicSuffix(list PublicSuffixList, domain string) string {
	if list == nil {
		suffix, _ := publicsuffix.PublicSuffix(domain)
		return suffix
	}
	return list.PublicSuffix(domain)
}
