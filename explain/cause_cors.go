package explain

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// corsSentences are those of the CORS check, and of what script sees where it has passed.
var corsSentences = map[rule.ID]sentence{
	rule.CORSAllowOriginMissing: {
		stands: "{Answer} has no Access-Control-Allow-Origin; it would have to allow {origin}.",
		choose: missingOrigin},
	rule.CORSWildcard: {
		stands: `{Answer} allows every origin, by "*", and no credentials are included.`},
	rule.CORSWildcardWithCredentials: {
		stands: `{Answer} allows "*", which is no wildcard when credentials are included{credentials}: it ` +
			`would have to name {origin}.`,
		choose: func(d *decision) string {
			if d.isNull() {
				return `{Answer} allows "*", which is no wildcard when credentials are included{credentials}, and the ` +
					`request's Origin is "null", which names no page.`
			}
			return ""
		}},
	rule.CORSAllowOriginMultiple: {
		stands: "{Answer} allows {found}, a list; Access-Control-Allow-Origin takes one origin, here {origin}.",
		choose: severalAllowed},
	rule.CORSAllowOriginMismatch: {
		stands:  "{Answer} allows {found} and not {origin}.",
		without: "{Answer} has an empty Access-Control-Allow-Origin; it would have to allow {origin}.",
		choose:  mismatched},
	rule.CORSAllowOriginMatch: {
		stands: "{Answer} allows {found}, which is the origin that asks, and no credentials are included."},
	rule.CORSAllowCredentialsNotTrue: {
		stands: `{Answer} has Access-Control-Allow-Credentials: {found}; when credentials are ` +
			`included{credentials} only "true" allows them, in lower case.`,
		without: "{Answer} allows the origin, but not with credentials{credentials}: it has no " +
			"Access-Control-Allow-Credentials: true."},
	rule.CORSAllowCredentials: {
		stands: "{Answer} allows {found}, which is the origin that asks, and allows credentials."},
	rule.RedirectManual: {
		stands: `{url} answered with a redirect ({status}), and the redirect mode is "manual": script sees ` +
			`that there was one, and not where it leads.`},
	rule.FilterOpaque: {
		stands: "The page has asked without CORS for what is of another origin, {url}: the {thing} can be " +
			"used, and script cannot read it.",
		choose: opaque},
}

// missingOrigin tells an answer to a CORS-preflight that is an error from others, and does not have null allowed,
// which names nobody.
func missingOrigin(d *decision) string {
	refused := d.isPreflight() && !policy.IsOKStatus(d.status())
	switch {
	case refused && d.isNull():
		return "The preflight at {url} was answered {status}, and without Access-Control-Allow-Origin; and the request's " +
			"Origin is {against}, which names no page."
	case refused:
		return "The preflight at {url} was answered {status}, and without Access-Control-Allow-Origin; it would have to " +
			"allow {origin}, with a status from 200 to 299."
	case d.isNull():
		return "{Answer} has no Access-Control-Allow-Origin, and the request's Origin is {against}, which names no page."
	}
	return ""
}

// severalAllowed tells several headers from a list in one.
func severalAllowed(d *decision) string {
	if d.answer().Header.Count("Access-Control-Allow-Origin") > 1 && !d.stored {
		return "{Answer} has Access-Control-Allow-Origin more than once, which counts as {found}; it takes " +
			"one origin, here {origin}."
	}
	return ""
}

// mismatched says what is wrong with a value that is nearly right.
func mismatched(d *decision) string {
	d.mistakes = originMistakesOf(d.found, d.against)
	if len(d.mistakes) > 0 {
		return d.mistakes[0].cause
	}
	return ""
}

// opaque says why a response is opaque that no element has asked for, or that came from the page's own origin.
func opaque(d *decision) string {
	switch {
	case d.isOwn() && d.call.api == apiFetch:
		return `The mode is "no-cors" and a redirect came from another origin, so script gets an opaque response, ` +
			`though {url} is of the page's own origin: status 0, no headers and no body.`
	case d.isOwn():
		return "The page has asked without CORS, and a redirect came from another origin: the {thing} can be " +
			"used, and script cannot read it, though {url} is of the page's own origin."
	case d.call.api == apiFetch:
		return `The mode is "no-cors" and {url} is of another origin, so script gets an opaque response: ` +
			`status 0, no headers and no body.`
	case d.call.api == apiBeacon:
		return "The request was sent to {url}; sendBeacon() lets no page read an answer."
	}
	return ""
}

// preflightSentences are those of the CORS-preflight.
var preflightSentences = map[rule.ID]sentence{
	rule.PreflightStatus: {
		stands: "The preflight at {url} was answered {found.}; only a status from 200 to 299 lets the " +
			"{method} follow.",
		choose: preflightStatus},
	rule.PreflightSyntax: {
		stands: "{Answer} lists {found} in {list}, which is no name: names are separated by commas, and one " +
			"bad element spoils the whole list."},
	rule.PreflightMethod: {
		stands:  "{Answer} does not allow the method {against.}: its Access-Control-Allow-Methods is {found}.",
		without: "{Answer} does not allow the method {against.}: its Access-Control-Allow-Methods is {absent}.",
		choose: func(d *decision) string {
			return d.wildcard("Access-Control-Allow-Methods", `{Answer} allows the methods "*", which is no `+
				`wildcard when credentials are included{credentials}: it would have to list {against.}.`)
		}},
	rule.PreflightAuthorization: {
		stands: "{Answer} does not allow the request header {against.}, which must be listed by name: its " +
			"Access-Control-Allow-Headers is {found}.",
		without: "{Answer} does not allow the request header {against.}, which must be listed by name: " +
			"its Access-Control-Allow-Headers is {absent}.",
		choose: func(d *decision) string {
			return d.wildcard("Access-Control-Allow-Headers", `{Answer} allows request headers by "*", which `+
				`does not cover {against.}: that one must be listed by name.`)
		}},
	rule.PreflightHeader: {
		stands: "{Answer} does not allow the request header {against.}: its Access-Control-Allow-Headers is " +
			"{found}.",
		without: "{Answer} does not allow the request header {against.}: its Access-Control-Allow-Headers is " +
			"{absent}.",
		choose: func(d *decision) string {
			return d.wildcard("Access-Control-Allow-Headers", `{Answer} allows the request headers "*", `+
				`which is no wildcard when credentials are included{credentials}: it would have to list {against.}.`)
		}},
}

// preflightStatus says what is special about a status.
func preflightStatus(d *decision) string {
	switch status := d.status(); {
	case status == 401 || status == 403:
		return "The preflight at {url} was answered {found.}; a preflight carries no credentials, and only a " +
			"status from 200 to 299 lets the {method} follow."
	case policy.IsRedirectStatus(status):
		return "The preflight at {url} was answered {found.}, a redirect; a preflight follows none, and only " +
			"a status from 200 to 299 lets the {method} follow."
	}
	return ""
}

// wildcard returns the template where the answer has a wildcard in the given list.
func (d *decision) wildcard(name, template string) string {
	if d.answer().Header.Tokens(name).Contains("*") {
		return template
	}
	return ""
}

// brokenList returns which header of a preflight's answer is no list of names.
func (d *decision) brokenList() string {
	for _, name := range [...]string{"Access-Control-Allow-Methods", "Access-Control-Allow-Headers"} {
		if d.answer().Header.Tokens(name).Extraction() == header.Failure {
			return name
		}
	}
	return "Access-Control-Allow-Headers"
}
