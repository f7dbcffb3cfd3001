package fetch

import (
	"encoding/base64"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// An authenticationEntry is a user name and password that the browser has used with success,
// https://fetch.spec.whatwg.org/#authentication-entry. Realms are not told apart: one entry serves its origin.
type authenticationEntry struct {
	origin        origin.Origin
	authorization string
}

// credentialHeaders appends Cookie, and Authorization where the caller has set none.
func (f *fetching) credentialHeaders(list header.List, withURLCredentials bool) header.List {
	if cookies := f.cookies(); cookies != "" {
		list = append(list, header.Field{Name: "Cookie", Value: cookies})
	}
	if list.Contains("Authorization") {
		return list
	}
	hasURLCredentials := f.currentURL().IncludesCredentials()
	// An earlier success serves again, unless the caller has put a user name and password in the URL.
	if entry, found := f.authenticationEntry(); found && !(f.useURLCredentials && hasURLCredentials) {
		return append(list, header.Field{Name: "Authorization", Value: entry})
	}
	// Those of the URL are sent only after the server has asked.
	if hasURLCredentials && withURLCredentials {
		return append(list, header.Field{Name: "Authorization", Value: basicAuthorization(f.currentURL())})
	}
	return list
}

func (f *fetching) authenticationEntry() (authorization string, found bool) {
	for _, entry := range f.agent.authentication {
		if entry.origin == f.currentOrigin() {
			return entry.authorization, true
		}
	}
	return "", false
}

// basicAuthorization is a URL's user name and password as an Authorization value.
func basicAuthorization(url origin.URL) string {
	pair := append(origin.PercentDecode(url.Username()), ':')
	pair = append(pair, origin.PercentDecode(url.Password())...)
	return "Basic " + base64.StdEncoding.EncodeToString(pair)
}

// authenticate deals with a 401. What a user would type is not known: the user is taken to decline.
// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 15
func (f *fetching) authenticate(r response, includeCredentials bool) response {
	if r.Status != 401 || f.tainting == policy.TaintingCORS || !includeCredentials || f.noUserPrompts {
		return r
	}
	// A stream cannot be sent again.
	if f.body != nil && f.body.sourceIsNull() {
		return f.networkError(rule.Stop(rule.RedirectStreamBody, "401", ""))
	}
	if !f.useURLCredentials || !f.currentURL().IncludesCredentials() {
		f.note(rule.Apply(rule.AuthenticationPrompt, "", ""))
		return r
	}
	// The caller's own user name and password are tried without asking.
	f.note(rule.Apply(rule.AuthenticationRetry, "", ""))
	r = f.send(includeCredentials, true)
	if r.ended() {
		return r
	}
	if r.Status == 401 {
		f.note(rule.Apply(rule.AuthenticationPrompt, "", ""))
		return r
	}
	f.agent.authentication = append(f.agent.authentication, authenticationEntry{
		origin:        f.currentOrigin(),
		authorization: basicAuthorization(f.currentURL()),
	})
	return r
}
