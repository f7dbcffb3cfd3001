package explain

import (
	"slices"
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/spelling"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// missingHeaders are the rules that decide where a header is missing, and which.
var missingHeaders = map[rule.ID]string{
	rule.CORSAllowOriginMissing:      "Access-Control-Allow-Origin",
	rule.CORSAllowCredentialsNotTrue: "Access-Control-Allow-Credentials",
	rule.PreflightMethod:             "Access-Control-Allow-Methods",
	rule.PreflightAuthorization:      "Access-Control-Allow-Headers",
	rule.PreflightHeader:             "Access-Control-Allow-Headers",
}

var (
	originMissing = []rule.ID{rule.CORSAllowOriginMissing}
	originRules   = []rule.ID{
		rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch, rule.CORSAllowOriginMultiple,
		rule.CORSWildcardWithCredentials,
	}
	credentialRule = []rule.ID{rule.CORSAllowCredentialsNotTrue}
	addedRules     = []rule.ID{rule.CORSAllowOriginMultiple, rule.CORSAllowCredentialsNotTrue}
)

// corsMistakes are those that the CORS check finds.
var corsMistakes = []knownMistake{
	{"added-twice", addedRules, addedTwice,
		"{Answer} has {detail} twice, mostly because two layers add it, such as the application and a proxy " +
			"before it: let only one of them do so."},
	{"list", []rule.ID{rule.CORSAllowOriginMultiple}, func(d *decision) (string, bool) {
		first, second := firstTwo(d.found)
		return so(first != second && first != "*" && second != "*")
	}, "Keep the list on the server: look the request's Origin up in it, and answer that one origin, with " +
		"Vary: Origin."},
	{"misspelt-header", nil, misspelt,
		"{Answer} has the header {detail}."},
	{"request-header-in-answer", originMissing, requestHeaderInAnswer,
		"{Answer} has {detail}, which is a header of requests; an answer allows by the headers that begin " +
			"with Access-Control-Allow."},
	{"wildcard-with-credentials", []rule.ID{rule.CORSWildcardWithCredentials}, always,
		"Answer the request's own Origin, if it is one that you trust, with Vary: Origin; or send no " +
			"credentials, if the server needs none."},
	{"credentials-true", credentialRule, func(d *decision) (string, bool) { return so(meansTrue(d.found)) },
		"The value must be the four letters true, in lower case and without quotes: {found} is something else."},
	{"preflight-only", originMissing, func(d *decision) (string, bool) {
		return so(d.afterPreflight() && d.status() < 400 && !d.isRedirect())
	}, "Only the preflight's answer has Access-Control-Allow-Origin: the answer to the {method} needs it as well."},
	{"answer-only", originMissing, func(d *decision) (string, bool) {
		return so(d.isPreflight() && policy.IsOKStatus(d.status()))
	}, "A server that adds its headers only where it handles a {method} must add them where it answers " +
		"OPTIONS, too."},
	{"proxy-error", originMissing, func(d *decision) (string, bool) {
		return so(d.isError() && isProxyStatus(d.status()))
	},
		"A {status} is often the answer of a proxy before the application, which adds no headers of its own: " +
			"see there why it failed."},
	{"error-without-headers", originMissing, func(d *decision) (string, bool) {
		return so(d.isError() && !isProxyStatus(d.status()))
	}, "The request failed on the server with {status}, and CORS hides that: have the headers added to " +
		"errors, too, and see why it failed."},
	{"cookies-not-sent", originMissing, func(d *decision) (string, bool) {
		fails := d.status() == 401 || d.status() == 403
		return so(fails && d.isError() && d.withoutCredentials && (d.call.api == apiFetch || d.call.api == apiXHR) &&
			!d.call.header.Contains("Authorization"))
	}, "The request went without cookies, as it does across origins unless credentials are included: that " +
		"may be why it was answered {status}."},
	{"same-host", originMissing, sameHost,
		"The page, {page}, and {url} are on one host and differ in {detail}: that alone makes them different " +
			"origins."},
	{"crossorigin-attribute", originRules, func(d *decision) (string, bool) {
		return so(d.call.crossorigin && d.call.optional)
	},
		"The attribute crossorigin asks for CORS: without it the {thing} could be used, though script could " +
			"not read it."},
}

// isError reports whether the step looked at an error that answers the request itself.
func (d *decision) isError() bool { return d.status() >= 400 && !d.isPreflight() && !d.stored }

// isProxyStatus reports whether a status is mostly that of a proxy, and not of an application.
func isProxyStatus(status int) bool {
	return status == 413 || status == 502 || status == 503 || status == 504
}

// addedTwice reports whether a header has been added by two layers, and which.
func addedTwice(d *decision) (string, bool) {
	name := "Access-Control-Allow-Origin"
	if d.step.Rule == rule.CORSAllowCredentialsNotTrue {
		name = "Access-Control-Allow-Credentials"
	}
	if !strings.Contains(d.found, ",") {
		return name, false
	}
	first, second := firstTwo(d.found)
	same := first == second || first == "*" || second == "*"
	return name, same || d.answer().Header.Count(name) > 1
}

// firstTwo are the first element of a list, and what comes after it.
func firstTwo(list string) (first, second string) {
	first, second, _ = strings.Cut(list, ",")
	return strings.TrimSpace(first), strings.TrimSpace(second)
}

// meansTrue reports whether a value is nearly true.
func meansTrue(value string) bool {
	switch header.Lower(strings.Trim(value, `"' ;`)) {
	case "true", "1", "yes", "on", "?1":
		return true
	}
	return false
}

// requestHeaderInAnswer returns the header of requests that a server has put in its answer.
func requestHeaderInAnswer(d *decision) (string, bool) {
	for _, name := range [...]string{"Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"} {
		if d.answer().Header.Contains(name) {
			return name, true
		}
	}
	return "", false
}

// sameHost says in what page and server differ that are on one host.
func sameHost(d *decision) (string, bool) {
	if d.exchange == nil || d.verdict.Page() == nil || d.isPreflight() && !policy.IsOKStatus(d.status()) {
		return "", false
	}
	page, server := d.verdict.Page().Origin(), d.exchange.Request.URL
	switch {
	case page.IsOpaque() || page.Host() != server.Hostname():
		return "", false
	case page.Scheme() != server.Scheme():
		return "the scheme", true
	}
	return "the port", page.Port() != server.Port()
}

// misspelt returns a header of the answer whose name is nearly that of the one that is missing.
func misspelt(d *decision) (string, bool) {
	wanted := missingHeaders[d.step.Rule]
	if wanted == "" || d.answer().Header.Contains(wanted) {
		return "", false
	}
	for i, field := range d.answer().Header {
		if i == maxFieldsLooked {
			break
		}
		if isMisspelt(field.Name, wanted) {
			return quoted(field.Name) + "; the name that browsers know is " + wanted, true
		}
	}
	return "", false
}

// maxFieldsLooked is how many fields of an answer are searched for a misspelt name.
const maxFieldsLooked = 100

// isMisspelt reports whether a name is meant to be another: it lacks a word in the middle or at the beginning, or it
// differs by two letters at most, hyphens aside.
func isMisspelt(name, wanted string) bool {
	const most = 2
	switch {
	case len(name) > 2*len(wanted) || isCORSHeader(name):
		return false
	case lacksWords(header.Lower(name), header.Lower(wanted)):
		return true
	}
	name, wanted = strings.TrimPrefix(lettersOf(name), "x"), lettersOf(wanted)
	return spelling.Distance(name, wanted) <= most
}

// lacksWords reports whether a name has at least two words, the last of them that of another, and none but that name's.
func lacksWords(name, wanted string) bool {
	words, all := strings.Split(name, "-"), strings.Split(wanted, "-")
	if len(words) < 2 || len(words) >= len(all) || words[len(words)-1] != all[len(all)-1] {
		return false
	}
	for _, word := range words {
		if !slices.Contains(all, word) {
			return false
		}
	}
	return true
}

// lettersOf is a name in lower case, without what stands between its words.
func lettersOf(name string) string { return betweenWords.Replace(header.Lower(name)) }

var betweenWords = strings.NewReplacer("-", "", "_", "")

// isCORSHeader reports whether a name is that of a header of CORS.
func isCORSHeader(name string) bool {
	for _, known := range [...]string{
		"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Allow-Methods",
		"Access-Control-Allow-Headers", "Access-Control-Expose-Headers", "Access-Control-Max-Age",
	} {
		if header.EqualFold(name, known) {
			return true
		}
	}
	return false
}
