package policy

import (
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// CORSCheck says whether the request's origin may read the response, given the request's credentials mode and
// its serialized origin.
//
// https://fetch.spec.whatwg.org/#concept-cors-check
func CORSCheck(credentials Credentials, serializedOrigin string, response header.List) rule.Decision {
	// Read Access-Control-Allow-Origin; without it the check fails.
	allowed, found := response.Get("Access-Control-Allow-Origin")
	if !found {
		return rule.Stop(rule.CORSAllowOriginMissing, "", serializedOrigin)
	}
	// The wildcard is enough where no credentials are included.
	if credentials != CredentialsInclude && allowed == "*" {
		return rule.Apply(rule.CORSWildcard, allowed, "")
	}
	// Otherwise the value must be the request's origin, byte for byte.
	if allowed != serializedOrigin {
		return rule.Stop(mismatch(allowed), allowed, serializedOrigin)
	}
	// Without credentials that is all.
	if credentials != CredentialsInclude {
		return rule.Apply(rule.CORSAllowOriginMatch, allowed, "")
	}
	// With credentials, Access-Control-Allow-Credentials must be exactly true.
	allowCredentials, _ := response.Get("Access-Control-Allow-Credentials")
	if allowCredentials == "true" {
		return rule.Apply(rule.CORSAllowCredentials, allowed, allowCredentials)
	}
	return rule.Stop(rule.CORSAllowCredentialsNotTrue, allowCredentials, "true")
}

// mismatch names the mistake behind a value that is not the request's origin.
func mismatch(allowed string) rule.ID {
	switch {
	case allowed == "*":
		return rule.CORSWildcardWithCredentials
	case strings.Contains(allowed, ","):
		return rule.CORSAllowOriginMultiple
	}
	return rule.CORSAllowOriginMismatch
}
