package policy

import (
	"strconv"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// A Grant is what a CORS-preflight answer allows: the methods and header names it lists.
type Grant struct {
	Methods, Headers header.TokenList
}

// ReadGrant reads the grant of an answer whose CORS check and status are right. One element that is not a name
// spoils its list, and so the whole answer.
//
// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 step 7
func ReadGrant(response header.List) (Grant, rule.Decision) {
	grant := Grant{
		Methods: response.Tokens("Access-Control-Allow-Methods"),
		Headers: response.Tokens("Access-Control-Allow-Headers"),
	}
	for _, list := range [...]header.TokenList{grant.Methods, grant.Headers} {
		if list.Extraction() == header.Failure {
			return grant, rule.Stop(rule.PreflightSyntax, list.Offending(), "")
		}
	}
	return grant, rule.Pass(rule.PreflightSyntax)
}

// AllowsMethod says whether the grant covers a request's method. useCORSPreflight is the request's use-CORS-preflight
// flag.
func (g Grant) AllowsMethod(
	profile *engine.Profile, method string, credentials Credentials, useCORSPreflight bool,
) rule.Decision {
	switch {
	case g.Methods.Contains(method), IsCORSSafelistedMethod(method):
	// Without credentials the wildcard stands for every method.
	case credentials != CredentialsInclude && g.Methods.Contains("*"):
	// With the use-CORS-preflight flag an absent list stands for the method itself.
	case useCORSPreflight && g.Methods.Extraction() == header.Null && !profile.Has(engine.PreflightMethodListed):
	default:
		return rule.Stop(rule.PreflightMethod, g.Methods.String(), method)
	}
	return rule.Decision{Rule: rule.PreflightMethod, Found: method}
}

// AllowsHeaders says whether the grant covers a request's header list, whose CORS-unsafe request-header names are
// given, in a browser of the given profile.
func (g Grant) AllowsHeaders(
	profile *engine.Profile, list header.List, unsafeNames []string, credentials Credentials,
) rule.Decision {
	// Authorization must be listed by name.
	listed := g.listed(len(list))
	wildcard := credentials != CredentialsInclude && g.Headers.Contains("*")
	covered := wildcard && profile.Has(engine.PreflightWildcardCoversAuthorization)
	for i := range list {
		name := list[i].Name
		if IsCORSNonWildcardRequestHeaderName(name) && !g.lists(listed, name) && !covered {
			return rule.Stop(rule.PreflightAuthorization, g.Headers.String(), name)
		}
	}
	// Every CORS-unsafe name must be listed, or covered by the wildcard.
	if wildcard {
		return rule.Pass(rule.PreflightHeader)
	}
	for _, name := range unsafeNames {
		if !g.lists(listed, name) {
			return rule.Stop(rule.PreflightHeader, g.Headers.String(), name)
		}
	}
	return rule.Pass(rule.PreflightHeader)
}

// fewNames are so few that it costs least to look each up in the text of the list.
const fewNames = 16

// listed returns the header names of the grant in lower case, and nil where few names are to be looked up.
func (g Grant) listed(names int) map[string]bool {
	if names <= fewNames {
		return nil
	}
	listed := map[string]bool{}
	for name := range g.Headers.All() {
		listed[header.Lower(name)] = true
	}
	return listed
}

// lists reports whether the grant lists a header name; listed is nil, or what it lists.
func (g Grant) lists(listed map[string]bool, name string) bool {
	if listed != nil {
		return listed[header.Lower(name)]
	}
	return g.Headers.ContainsFold(name)
}

// defaultMaxAge is the age of a grant, in seconds, where Access-Control-Max-Age is absent or not a number.
const defaultMaxAge = 5

// PreflightMaxAge returns the seconds for which a browser of the given profile may remember an answer to a
// CORS-preflight.
//
// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 step 7.8
func PreflightMaxAge(profile *engine.Profile, response header.List) uint64 {
	seconds, result := response.Integer("Access-Control-Max-Age")
	if value, _ := response.Get("Access-Control-Max-Age"); value == "" {
		return defaultMaxAge
	} else if profile.Has(engine.PreflightAgeSigned) {
		seconds, result = signedAge(value)
	}
	switch {
	case result == header.Found:
		return seconds
	case profile.Has(engine.PreflightAgeMalformed):
		return 0
	}
	return defaultMaxAge
}

// signedAge reads a number of seconds that has a sign and fits in 64 bits.
func signedAge(value string) (seconds uint64, result header.Extraction) {
	age, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return 0, header.Failure
	}
	return uint64(max(age, 0)), header.Found
}
