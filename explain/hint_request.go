package explain

import (
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

var (
	noCORSRules   = []rule.ID{rule.FilterOpaque, rule.RequestNoCORSMethod, rule.MainFetchNoCORSRedirectMode}
	resourceRules = []rule.ID{rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy}
)

// requestMistakes are those of what the page asks for, and of what it can read.
var requestMistakes = []knownMistake{
	{"no-cors", noCORSRules, func(d *decision) (string, bool) { return so(d.call.mode == policy.ModeNoCORS) },
		`The mode "no-cors" does not switch CORS off: it gives up reading the answer. Leave it away, and ` +
			`have the server allow the page.`},
	{"no-cors-header", nil, func(d *decision) (string, bool) {
		if d.dropped == "" {
			return so(false)
		}
		return plain(d.dropped), true
	},
		`The mode "no-cors" has dropped the header {detail} without a word: the server has not seen it.`},
	{"expose-wildcard-with-credentials", nil, func(d *decision) (string, bool) { return so(d.exposesStar) },
		"With credentials Access-Control-Expose-Headers: * exposes nothing: list the headers that the page " +
			"wants to read."},
	{"expose-syntax", nil, func(d *decision) (string, bool) {
		if d.exposesWrong == "" {
			return so(false)
		}
		return quoted(d.exposesWrong), true
	},
		"Access-Control-Expose-Headers has {detail}, which is no name, and so exposes nothing: put commas " +
			"between the names."},
	{"resource-policy-value", []rule.ID{rule.CORPEmbedderPolicy}, func(d *decision) (string, bool) {
		return so(d.found != "")
	},
		"The values of Cross-Origin-Resource-Policy are same-origin, same-site and cross-origin: {found} is " +
			"none of them."},
	{"resource-policy", resourceRules, always,
		"If pages of every origin may embed it, answer Cross-Origin-Resource-Policy: cross-origin."},
	{"allow-from", []rule.ID{rule.FrameOptionsIgnored}, func(d *decision) (string, bool) {
		return so(strings.HasPrefix(header.Lower(d.found), "allow-from"))
	},
		"Browsers know only DENY and SAMEORIGIN: name the pages that may frame the document in the directive " +
			"frame-ancestors of a Content-Security-Policy."},
	{"lower-case-value", []rule.ID{rule.RequestEnumeration}, func(d *decision) (string, bool) {
		return so(d.found != header.Lower(d.found))
	}, "The values of these members are in lower case: {found} is not."},
}
