package fetch

import (
	"slices"
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// networkFetch is HTTP-network fetch: the Server answers.
// https://fetch.spec.whatwg.org/#concept-http-network-fetch
func (f *fetching) networkFetch(x *Exchange, includeCredentials bool) response {
	answer := f.record.choose(f.server.Answer(&x.Request))
	answer.Header = withoutOuterSpace(answer.Header)
	x.Answer = answer
	// Without a status there is no answer, or nobody knows it.
	if answer.Status == 0 {
		if answer.Failure != "" {
			return f.networkError(rule.Stop(rule.NetworkFailure, answer.Failure, ""))
		}
		what := ""
		if answer.Unknown != nil {
			what = answer.Unknown.What
		}
		return f.undetermined(rule.Stop(rule.UnknownAnswer, what, ""))
	}
	// A header that cannot be understood fails the whole answer.
	for _, field := range answer.Header {
		if !header.IsName(field.Name) || !header.IsValue(field.Value) {
			return f.networkError(rule.Stop(rule.NetworkHeaderInvalid, field.Name, field.Value))
		}
	}
	// Cookies are stored whatever the page may see of the answer.
	if includeCredentials {
		f.storeCookies(answer.Header)
	}
	return response{status: answer.Status, reason: answer.Reason, header: answer.Header, body: answer.Body}
}

// withoutOuterSpace returns the list as it comes off the wire, where spaces and tabs around a value are no part of it.
// https://httpwg.org/specs/rfc9112.html#field.syntax
func withoutOuterSpace(list header.List) header.List {
	trim := func(value string) string { return strings.Trim(value, " \t") }
	if !slices.ContainsFunc(list, func(field header.Field) bool { return field.Value != trim(field.Value) }) {
		return list
	}
	list = slices.Clone(list)
	for i := range list {
		list[i].Value = trim(list[i].Value)
	}
	return list
}

// wireURL is the current URL as a server sees it.
func (f *fetching) wireURL() origin.URL {
	return f.currentURL().WithoutFragment().WithoutCredentials()
}
