package policy

import (
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
)

// ParseSecurityPolicies reads the policies of a response's header list: those of Content-Security-Policy, and those
// of Content-Security-Policy-Report-Only. self is the origin of the response's URL.
//
// https://w3c.github.io/webappsec-csp/#parse-response-csp
func ParseSecurityPolicies(response header.List, self origin.Origin) []SecurityPolicy {
	var policies []SecurityPolicy
	for _, disposition := range []struct {
		name       string
		reportOnly bool
	}{{"Content-Security-Policy", false}, {"Content-Security-Policy-Report-Only", true}} {
		// A comma parts policies, in one header as between several.
		value, _ := response.Get(disposition.name)
		for serialized := range strings.SplitSeq(value, ",") {
			policy := SecurityPolicy{
				Directives: ParseSecurityDirectives(serialized), ReportOnly: disposition.reportOnly, Self: self,
			}
			if len(policy.Directives) > 0 {
				policies = append(policies, policy)
			}
		}
	}
	return policies
}

// ParseSecurityDirectives parses a serialized policy, as one Content-Security-Policy header or meta element has it.
//
// https://w3c.github.io/webappsec-csp/#parse-serialized-policy
func ParseSecurityDirectives(serialized string) []SecurityDirective {
	var directives []SecurityDirective
	seen := map[string]bool{}
	for token := range strings.SplitSeq(serialized, ";") {
		words := strings.FieldsFunc(token, func(r rune) bool { return strings.ContainsRune(asciiWhitespace, r) })
		// A directive that is empty, or not in ASCII, is left out,
		if len(words) == 0 || !isASCII(token) {
			continue
		}
		// and so is one that was there already.
		name := header.Lower(words[0])
		if seen[name] {
			continue
		}
		seen[name] = true
		directives = append(directives, SecurityDirective{Name: name, Values: words[1:]})
	}
	return directives
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
