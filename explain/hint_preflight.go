package explain

import (
	"strings"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

var (
	statusRules = []rule.ID{rule.PreflightStatus, rule.CORSAllowOriginMissing}
	methodRule  = []rule.ID{rule.PreflightMethod}
	headerRule  = []rule.ID{rule.PreflightHeader}
	syntaxRule  = []rule.ID{rule.PreflightSyntax}
)

// preflightMistakes are those of which the CORS-preflight tells.
var preflightMistakes = []knownMistake{
	{"preflight-authentication", statusRules, preflightAnswered(401),
		"The server asks who it is before it knows about CORS: let OPTIONS through without that, for a " +
			"preflight carries no cookie and no Authorization."},
	{"preflight-forbidden", statusRules, preflightAnswered(403),
		"A 403 to OPTIONS mostly means that the server asks for a login before it knows about CORS, or that " +
			"its own list of origins lacks {page}."},
	{"preflight-route", statusRules, preflightAnswered(405, 501),
		"The server does not answer OPTIONS at {url}: add a handler for it, or put the one for CORS before " +
			"the routes."},
	{"preflight-not-found", statusRules, preflightAnswered(404),
		"The server answers OPTIONS at {url} with 404: see that the path is right; if it is, add a handler " +
			"for OPTIONS, or put the one for CORS before the routes."},
	{"preflight-server-error", statusRules, func(d *decision) (string, bool) {
		return so(d.isPreflight() && d.status() >= 500 && d.status() != 501)
	}, "The server fails when it is asked OPTIONS: its log says more about this {status} than the browser can."},
	{"method-wildcard-with-credentials", methodRule, func(d *decision) (string, bool) {
		return so(d.answer().Header.Tokens("Access-Control-Allow-Methods").Contains("*"))
	}, "With credentials the methods must be listed by name, such as {against.}."},
	{"lower-case-patch", methodRule, func(d *decision) (string, bool) {
		listed := d.answer().Header.Tokens("Access-Control-Allow-Methods").Contains("PATCH")
		return only(!listed, ", and have the server list PATCH"), isLowerCasePatch(d.against)
	}, "Write PATCH in upper case in the call{detail}: browsers do that themselves only with DELETE, GET, " +
		"HEAD, OPTIONS, POST and PUT."},
	{"method-case", methodRule, methodInOtherCase,
		"The list has {detail}: methods are compared letter by letter, and the call has {against.}."},
	{"allow-header", methodRule, func(d *decision) (string, bool) {
		return so(d.found == "" && d.answer().Header.Contains("Allow"))
	}, "The header Allow says nothing here: the methods for other origins stand in Access-Control-Allow-Methods."},
	{"authorization-wildcard", []rule.ID{rule.PreflightAuthorization}, func(d *decision) (string, bool) {
		return so(d.call.credentials == "" && d.allowsEveryHeader())
	}, "Write the name beside the wildcard: Access-Control-Allow-Headers: *, Authorization."},
	{"header-wildcard-with-credentials", []rule.ID{rule.PreflightAuthorization}, func(d *decision) (string, bool) {
		return so(d.call.credentials != "" && d.allowsEveryHeader())
	}, "With credentials the wildcard covers no header at all: list Authorization and all others by name."},
	{"header-wildcard-with-credentials", headerRule, func(d *decision) (string, bool) {
		return so(d.allowsEveryHeader())
	}, "With credentials the request headers must be listed by name, such as {against.}."},
	{"exposed-instead-of-allowed", headerRule, func(d *decision) (string, bool) {
		return so(d.answer().Header.Tokens("Access-Control-Expose-Headers").ContainsFold(d.against))
	}, "The answer names {against.} in Access-Control-Expose-Headers, which is for headers of answers; those " +
		"of requests stand in Access-Control-Allow-Headers."},
	{"list-without-commas", syntaxRule, func(d *decision) (string, bool) {
		return so(strings.ContainsAny(d.found, " ;|"))
	},
		"Put a comma between the names: a space, a semicolon or a bar does not separate them."},
	{"quoted-names", syntaxRule, func(d *decision) (string, bool) { return so(strings.ContainsAny(d.found, `"'[]`)) },
		"Write the names without quotes and brackets, with commas between them."},

	// What the page does that needs a CORS-preflight.
	{"forced-by-content-type", nil, unsafeContentType,
		"It is Content-Type: {detail.} that needs the preflight: of the types only text/plain and those of " +
			"forms need none."},
	{"content-type-not-safelisted", headerRule, unlistedContentType,
		"Content-Type: {detail.} is not CORS-safelisted (only text/plain and the two types of forms are), so the " +
			"server has to name Content-Type in Access-Control-Allow-Headers."},
	{"forced-by-upload-listener", nil, func(d *decision) (string, bool) {
		return so(d.call.uploadListener && d.onlyReason(""))
	},
		"A listener on xhr.upload needs a preflight, whatever is sent: without it a simple request has none."},
	{"forced-by-stream", nil, func(d *decision) (string, bool) {
		return so(d.call.body != nil && d.call.body.Kind == fetch.StreamBody && d.onlyReason(""))
	}, "A stream as the body needs a preflight, whatever else is sent: read it first, and send what you have read."},
	{"cors-header-in-request", nil, requested("Access-Control-Allow-Origin", "Access-Control-Allow-Methods",
		"Access-Control-Allow-Headers", "Access-Control-Allow-Credentials", "Access-Control-Max-Age"),
		"The page sends {detail}, which is for servers to answer and allows nothing in a request: take it " +
			"out of the call, for it needs a preflight."},
	{"x-requested-with", nil, forced("X-Requested-With"),
		"The page, or its library, sends {detail}, which needs a preflight: leave it away if the server does " +
			"not look at it."},
	{"cache-headers", nil, forced("Cache-Control", "Pragma", "Expires", "If-Modified-Since", "If-None-Match"),
		`The page sends {detail}, which needs a preflight: the member cache of fetch(), such as cache: ` +
			`"no-store", needs none.`},
}

// preflightAnswered is the mistake of answering a CORS-preflight with one of the statuses.
func preflightAnswered(statuses ...int) func(d *decision) (string, bool) {
	return func(d *decision) (string, bool) {
		for _, status := range statuses {
			if d.isPreflight() && d.status() == status {
				return "", true
			}
		}
		return "", false
	}
}

// allowsEveryHeader reports whether the list of request-headers has a wildcard.
func (d *decision) allowsEveryHeader() bool {
	return d.answer().Header.Tokens("Access-Control-Allow-Headers").Contains("*")
}

func isLowerCasePatch(method string) bool {
	return method != "PATCH" && header.EqualFold(method, "PATCH")
}

// methodInOtherCase returns the method as the answer lists it, in another case.
func methodInOtherCase(d *decision) (string, bool) {
	if isLowerCasePatch(d.against) {
		return "", false
	}
	for listed := range d.answer().Header.Tokens("Access-Control-Allow-Methods").All() {
		if listed != d.against && header.EqualFold(listed, d.against) {
			return plain(listed), true
		}
	}
	return "", false
}

// onlyReason reports whether a request-header is all that needs the CORS-preflight that the step looked at; "" stands for
// none, so that neither method nor headers do.
func (d *decision) onlyReason(name string) bool {
	if !d.isPreflight() {
		return false
	}
	request := d.exchange.Request.Header
	method, _ := request.Get("Access-Control-Request-Method")
	names, _ := request.Get("Access-Control-Request-Headers")
	return policy.IsCORSSafelistedMethod(method) && header.EqualFold(names, name)
}

// asksFor reports whether the CORS-preflight that the step looked at asks for a request-header.
func (d *decision) asksFor(name string) bool {
	return d.isPreflight() && d.exchange.Request.Header.Tokens("Access-Control-Request-Headers").ContainsFold(name)
}

// requested is the mistake of sending one of the headers, where the CORS-preflight for it fails.
func requested(names ...string) func(d *decision) (string, bool) {
	return func(d *decision) (string, bool) {
		for _, name := range names {
			if d.asksFor(name) {
				return name, true
			}
		}
		return "", false
	}
}

// forced is the mistake of sending one of the headers, where the CORS-preflight fails for it or comes for it alone.
func forced(names ...string) func(d *decision) (string, bool) {
	return func(d *decision) (string, bool) {
		for _, name := range names {
			refused := d.step.Rule == rule.PreflightHeader && header.EqualFold(d.against, name)
			if d.onlyReason(name) || refused {
				return name, true
			}
		}
		return "", false
	}
}

// unsafeContentType returns the Content-Type that alone needs the CORS-preflight.
func unsafeContentType(d *decision) (string, bool) {
	value, unsafe := d.contentType()
	return value, unsafe && d.onlyReason("Content-Type")
}

// unlistedContentType returns the Content-Type where it is not all that needs the CORS-preflight, and is refused.
func unlistedContentType(d *decision) (string, bool) {
	value, unsafe := d.contentType()
	return value, unsafe && header.EqualFold(d.against, "Content-Type") && !d.onlyReason("Content-Type")
}

// contentType returns the Content-Type of the call; unsafe is false for a type that HTML forms send, too.
func (d *decision) contentType() (value string, unsafe bool) {
	value, found := d.call.header.Get("Content-Type")
	if !found && d.call.body != nil && d.call.body.Kind == fetch.BlobBody {
		value, found = d.call.body.Type, true
	}
	essence, _, _ := strings.Cut(value, ";")
	for _, ofForms := range [...]string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"} {
		if header.EqualFold(strings.TrimSpace(essence), ofForms) {
			return value, false
		}
	}
	return value, found
}
