package policy

import (
	"slices"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// A SecurityPolicy is a content security policy: what a page, by its own word, may load from where.
//
// https://w3c.github.io/webappsec-csp/#policy
type SecurityPolicy struct {
	// Directives are the policy's directives, each name once.
	Directives []SecurityDirective
	// ReportOnly is true where the policy's disposition is "report": it blocks nothing.
	ReportOnly bool
	// Self is the policy's self-origin, that of the URL it came with. It is what 'self' stands for.
	Self origin.Origin
}

// A SecurityDirective is a directive of a policy: its name in lower case, and what it is given.
type SecurityDirective struct {
	Name   string
	Values []string
}

// Directive returns the policy's directive of that name, nil where it has none.
func (p *SecurityPolicy) Directive(name string) *SecurityDirective {
	for i := range p.Directives {
		if p.Directives[i].Name == name {
			return &p.Directives[i]
		}
	}
	return nil
}

// UpgradesInsecureRequests reports whether one of the policies has the page's requests made from https:.
//
// https://w3c.github.io/webappsec-upgrade-insecure-requests/#should-upgrade-for-client
func UpgradesInsecureRequests(policies []SecurityPolicy) bool {
	for i := range policies {
		if !policies[i].ReportOnly && policies[i].Directive("upgrade-insecure-requests") != nil {
			return true
		}
	}
	return false
}

// A SecuredRequest is what a content security policy asks of a request.
type SecuredRequest struct {
	// URL is the request's current URL, and Redirected is true after a redirect.
	URL        origin.URL
	Redirected bool
	// Destination is the request's destination.
	Destination Destination
	// Nonce is the nonce attribute of the element, and Integrity its integrity attribute.
	Nonce, Integrity string
	// ParserInserted is true for a script that the parser, and no other script, has put into the page.
	ParserInserted bool
	// Addresses is [engine.SecurityPolicyByIP]: sources can be IP addresses.
	Addresses bool
}

// CheckSecurityPolicies says whether policies let a request leave the page. The operands of a decision that stops it
// are the URL and the directive. A policy that only reports is decided for by [ReportedSecurityPolicy].
//
// What the standard asks once more of the response's URL is asked of each redirect here.
//
// https://w3c.github.io/webappsec-csp/#should-block-request
func CheckSecurityPolicies(policies []SecurityPolicy, request *SecuredRequest) rule.Decision {
	for i := range policies {
		if policies[i].ReportOnly {
			continue
		}
		if directive := policies[i].violated(request); directive != nil {
			return rule.Stop(rule.ContentSecurityPolicy, request.URL.Href(), directive.String())
		}
	}
	return rule.Pass(rule.ContentSecurityPolicy)
}

// ReportedSecurityPolicy returns the directive of the first policy that only reports the request, nil where none does.
//
// https://w3c.github.io/webappsec-csp/#report-for-request
func ReportedSecurityPolicy(policies []SecurityPolicy, request *SecuredRequest) *SecurityDirective {
	for i := range policies {
		if !policies[i].ReportOnly {
			continue
		}
		if directive := policies[i].violated(request); directive != nil {
			return directive
		}
	}
	return nil
}

// String returns the directive as it is written.
func (d *SecurityDirective) String() string {
	return strings.Join(append([]string{d.Name}, d.Values...), " ")
}

// violated returns the directive that a request violates, nil where there is none.
//
// https://w3c.github.io/webappsec-csp/#does-request-violate-policy
func (p *SecurityPolicy) violated(request *SecuredRequest) *SecurityDirective {
	// The first directive of the fallback list that the policy has decides.
	for _, name := range fallbackDirectives[effectiveDirective(request.Destination)] {
		if directive := p.Directive(name); directive != nil {
			if directive.allows(request, p.Self) {
				return nil
			}
			return directive
		}
	}
	return nil
}

// allows is the pre-request check of a fetch directive.
//
// https://w3c.github.io/webappsec-csp/#script-pre-request
func (d *SecurityDirective) allows(request *SecuredRequest, self origin.Origin) bool {
	// The last resort does as the directive would that it stands for, and that of workers knows places only.
	script := d.isForScripts() || d.Name == "default-src" && effectiveDirective(request.Destination) == "script-src-elem"
	switch {
	// A script or a style sheet that knows the nonce is allowed wherever it comes from,
	case (script || request.Destination == "style") && d.matchesNonce(request.Nonce):
		return true
	// and so is a script whose hashes are all named.
	case script && d.matchesIntegrity(request.Integrity):
		return true
	// With 'strict-dynamic' a script is allowed if another one has brought it.
	case script && d.has("'strict-dynamic'"):
		return !request.ParserInserted
	}
	return matchesSourceList(d.Values, request.URL, self, request.Redirected, request.Addresses)
}

// isForScripts reports whether the directive is one of those that know scripts by more than their places.
func (d *SecurityDirective) isForScripts() bool {
	return d.Name == "script-src-elem" || d.Name == "script-src"
}

func (d *SecurityDirective) has(keyword string) bool {
	for _, value := range d.Values {
		if header.EqualFold(value, keyword) {
			return true
		}
	}
	return false
}

// matchesNonce reports whether a nonce is one of the source list's.
//
// https://w3c.github.io/webappsec-csp/#match-nonce-to-source-list
func (d *SecurityDirective) matchesNonce(nonce string) bool {
	for _, value := range d.Values {
		if inner, ok := cutQuotes(value); ok && nonce != "" && cutPrefixFold(&inner, "nonce-") && inner == nonce {
			return true
		}
	}
	return false
}

// matchesIntegrity reports whether every hash of integrity metadata is in the source list.
//
// https://w3c.github.io/webappsec-csp/#match-integrity-metadata-to-source-list
func (d *SecurityDirective) matchesIntegrity(metadata string) bool {
	hashes := ParseIntegrity(engine.Standard, metadata)
	if len(hashes) == 0 {
		return false
	}
	named := d.hashes()
	return !slices.ContainsFunc(hashes, func(hash IntegrityHash) bool { return !named[hash] })
}

// hashes are the hashes that the source list names.
//
// https://w3c.github.io/webappsec-csp/#grammardef-hash-source
func (d *SecurityDirective) hashes() map[IntegrityHash]bool {
	named := map[IntegrityHash]bool{}
	for _, value := range d.Values {
		inner, _ := cutQuotes(value)
		if algorithm, hash, found := strings.Cut(inner, "-"); found {
			named[IntegrityHash{Algorithm: header.Lower(algorithm), Value: hash}] = true
		}
	}
	return named
}

func cutQuotes(value string) (inner string, ok bool) {
	if len(value) < 2 || value[0] != '\'' || value[len(value)-1] != '\'' {
		return "", false
	}
	return value[1 : len(value)-1], true
}

func cutPrefixFold(s *string, prefix string) bool {
	if len(*s) < len(prefix) || !header.EqualFold((*s)[:len(prefix)], prefix) {
		return false
	}
	*s = (*s)[len(prefix):]
	return true
}

// AllowsFormAction says whether policies let a form be sent to url.
//
// https://w3c.github.io/webappsec-csp/#directive-form-action
func AllowsFormAction(policies []SecurityPolicy, url origin.URL, redirected bool) rule.Decision {
	for i := range policies {
		directive := policies[i].Directive("form-action")
		if directive == nil || policies[i].ReportOnly ||
			MatchesSourceList(directive.Values, url, policies[i].Self, redirected) {
			continue
		}
		return rule.Stop(rule.ContentSecurityPolicy, url.Href(), directive.String())
	}
	return rule.Pass(rule.ContentSecurityPolicy)
}

// effectiveDirective returns the name of the directive for requests with a destination.
//
// https://w3c.github.io/webappsec-csp/#effective-directive-for-a-request
func effectiveDirective(destination Destination) string {
	switch destination {
	case "manifest", "font":
		return string(destination) + "-src"
	case "object", "embed":
		return "object-src"
	case "frame", "iframe":
		return "frame-src"
	case "audio", "track", "video":
		return "media-src"
	case "image":
		return "img-src"
	case "style":
		return "style-src-elem"
	case "script", "xslt", "audioworklet", "paintworklet":
		return "script-src-elem"
	case "serviceworker", "sharedworker", "worker":
		return "worker-src"
	// Reports have none, and neither have navigations of the page itself, which the text leaves to connect-src.
	case "document", "report":
		return ""
	}
	return "connect-src"
}

// fallbackDirectives are the directives that stand for another one, itself first.
//
// https://w3c.github.io/webappsec-csp/#directive-fallback-list
var fallbackDirectives = map[string][]string{
	"script-src-elem": {"script-src-elem", "script-src", "default-src"},
	"style-src-elem":  {"style-src-elem", "style-src", "default-src"},
	"worker-src":      {"worker-src", "child-src", "script-src", "default-src"},
	"connect-src":     {"connect-src", "default-src"},
	"manifest-src":    {"manifest-src", "default-src"},
	"object-src":      {"object-src", "default-src"},
	"frame-src":       {"frame-src", "child-src", "default-src"},
	"media-src":       {"media-src", "default-src"},
	"font-src":        {"font-src", "default-src"},
	"img-src":         {"img-src", "default-src"},
}
