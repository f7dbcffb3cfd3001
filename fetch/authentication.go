package fetch

import (
	"encoding/base64"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// authenticationEntries are the user names and passwords that the browser has used with success, as Authorization
// values, https://fetch.spec.whatwg.org/#authentication-entry. Realms are not told apart: one entry serves its origin.
type authenticationEntries map[origin.Origin]string

// credentialHeaders appends Cookie, and Authorization where the caller has set none.
func (f *fetching) credentialHeaders(list header.List, withURLCredentials bool) header.List {
	if cookies := f.cookies(); cookies != "" {
		list = append(list, header.Field{Name: "Cookie", Value: cookies})
	}
	if list.Contains("Authorization") {
		return list
	}
	hasURLCredentials := f.url.IncludesCredentials()
	// An earlier success serves again, unless the caller has put a user name and password in the URL.
	if entry, found := f.agent.authentication[f.currentOrigin()]; found && !(f.useURLCredentials && hasURLCredentials) {
		return append(list, header.Field{Name: "Authorization", Value: entry})
	}
	// Those of the URL are sent only after the server has asked.
	if hasURLCredentials && withURLCredentials {
		return append(list, header.Field{Name: "Authorization", Value: basicAuthorization(f.url)})
	}
	return list
}

// basicAuthorization is a URL's user name and password as an Authorization value.
func basicAuthorization(url origin.URL) string {
	pair := append(origin.PercentDecode(url.Username()), ':')
	pair = append(pair, origin.PercentDecode(url.Password())...)
	return "Basic " + base64.StdEncoding.EncodeToString(pair)
}

// authenticate deals with a 401 to a request with credentials. What a user would type is not known: the user is taken
// to decline. isAuthentication is true where the user name and password of the URL have been tried.
//
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 15
func (f *fetching) authenticate(r response, isAuthentication bool) response {
	if f.tainting == policy.TaintingCORS || f.noUserPrompts {
		return r
	}
	// A stream cannot be sent again.
	if f.body != nil && f.body.sourceIsNull() {
		return f.networkError(rule.Stop(rule.AuthenticationStreamBody, "401", ""))
	}
	// Only the caller's own user name and password are tried without asking. The text goes by the flag alone, which an
	// EventSource sets for every URL; without a user name and password in it there is nothing to try.
	if isAuthentication || !f.useURLCredentials || !f.url.IncludesCredentials() {
		f.note(rule.Apply(rule.AuthenticationPrompt, "", ""))
		return r
	}
	f.note(rule.Apply(rule.AuthenticationRetry, "", ""))
	return f.networkOrCacheFetch(true, false)
}

// rememberAuthentication creates the authentication entry of the origin, or replaces it.
func (f *fetching) rememberAuthentication() {
	if f.agent.authentication == nil {
		f.agent.authentication = authenticationEntries{}
	}
	f.agent.authentication[f.currentOrigin()] = basicAuthorization(f.url)
}
