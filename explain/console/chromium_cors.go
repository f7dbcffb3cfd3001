package console

import (
	"fmt"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// cors returns the line that says why CORS has blocked the request; "" if it has not.
func (c *chromiumCase) cors() string {
	reason, value := c.reason()
	if reason == chromiumNoReason {
		return ""
	}
	url, redirected, preflight := c.place.url, "", ""
	if reason == chromiumScheme && c.step.Rule == rule.RedirectScheme {
		url = c.location
	}
	if url != c.place.first {
		redirected = chromiumRedirected.fill("url", c.place.first.Href())
	}
	if c.preflight != nil && reason.isPrefixed() {
		preflight = chromiumPreflight.text
	}
	kind := chromiumKind(c.verdict.Call())
	return chromiumEnvelope.fill(
		"kind", kind,
		"url", url.Href(),
		"redirected", redirected,
		"origin", c.origin(),
		"preflight", preflight,
		"reason", chromiumReasons[reason].fill(
			"value", escapeChromium(value),
			"method", value,
			"header", value,
			"space", value,
			"target", lastOperand(c.step),
			"schemes", chromiumSchemes,
		)+reason.suffix(kind),
	)
}

// reason returns the reason that Chromium gives for what a rule has decided, and the value in it.
func (c *chromiumCase) reason() (reason chromiumReason, value string) {
	switch c.step.Rule {
	case rule.LocalNetworkTarget:
		return chromiumLocalNetworkTarget, c.step.Found()
	case rule.LocalNetworkSecureContext:
		return chromiumLocalNetworkContext, lastOperand(c.step)
	case rule.LocalNetworkPermission:
		return chromiumLocalNetworkPermission, lastOperand(c.step)
	}
	if c.preflight != nil {
		// A redirect is not looked at any further.
		if isFollowed(c.preflight) {
			return chromiumPreflightRedirect, ""
		}
		return c.preflightReason()
	}
	switch c.step.Rule {
	case rule.MainFetchScheme, rule.MixedContentBlocked:
		return c.schemeReason(), ""
	case rule.RedirectScheme:
		return c.redirectSchemeReason(), ""
	case rule.RedirectCredentials, rule.RedirectCredentialsTainted:
		return chromiumRedirectCredentials, ""
	case rule.RedirectModeError:
		// Before that it is asked whether the redirect could be followed.
		if c.asked.cors && c.location.IncludesCredentials() && !c.isOwn(c.location) {
			return chromiumRedirectCredentials, ""
		}
		return chromiumNoReason, ""
	}
	return corsCheckReason(c.step.Rule, c.answer)
}

// preflightReason returns the reason where the answer to a CORS-preflight is to blame.
func (c *chromiumCase) preflightReason() (reason chromiumReason, value string) {
	switch c.step.Rule {
	case rule.PreflightStatus:
		return chromiumPreflightStatus, ""
	case rule.PreflightSyntax:
		if c.preflight.Header.Tokens("Access-Control-Allow-Methods").Extraction() == header.Failure {
			return chromiumPreflightMethods, ""
		}
		return chromiumPreflightHeaders, ""
	case rule.PreflightMethod:
		return chromiumMethod, lastOperand(c.step)
	case rule.PreflightHeader, rule.PreflightAuthorization:
		return chromiumHeader, c.refusedHeader(lastOperand(c.step))
	}
	return corsCheckReason(c.step.Rule, c.preflight)
}

// corsCheckReason returns the reason where the CORS check of an answer has failed.
func corsCheckReason(failed rule.ID, answer *corsim.Answer) (reason chromiumReason, value string) {
	switch failed {
	case rule.CORSAllowOriginMissing:
		return chromiumMissing, ""
	case rule.CORSWildcardWithCredentials:
		return chromiumWildcard, ""
	case rule.CORSAllowOriginMultiple, rule.CORSAllowOriginMismatch:
		value, _ = answer.Header.Get("Access-Control-Allow-Origin")
		return mismatchReason(value), value
	case rule.CORSAllowCredentialsNotTrue:
		value, _ = answer.Header.Get("Access-Control-Allow-Credentials")
		return chromiumCredentials, value
	}
	return chromiumNoReason, ""
}

// mismatchReason returns what Chromium finds wrong with a value of Access-Control-Allow-Origin that is not the
// origin.
func mismatchReason(value string) chromiumReason {
	switch _, err := origin.Parse(value); {
	case strings.ContainsAny(value, " ,"):
		return chromiumMultiple
	case value != "null" && err != nil:
		return chromiumInvalid
	}
	return chromiumMismatch
}

// schemeReason returns the reason where CORS is asked for with a URL that is not HTTP(S). Some of them have messages
// of their own.
func (c *chromiumCase) schemeReason() chromiumReason {
	if c.place.url.IsHTTP() || !c.asked.cors || c.firstMessage() != chromiumNoMessage {
		return chromiumNoReason
	}
	return chromiumScheme
}

// redirectSchemeReason returns the reason where a redirect leads away from HTTP(S).
func (c *chromiumCase) redirectSchemeReason() chromiumReason {
	if !c.isSafe() || !c.asked.cors {
		return chromiumNoReason
	}
	return chromiumScheme
}

// isSafe reports whether Chromium looks where a redirect leads. Some schemes it refuses without a word.
func (c *chromiumCase) isSafe() bool {
	switch c.location.Scheme() {
	case "about", "blob", "chrome", "data", "file", "filesystem", "":
		return false
	}
	return true
}

// isFollowed reports whether an answer is a redirect to Chromium.
func isFollowed(answer *corsim.Answer) bool {
	switch answer.Status {
	case 301, 302, 303, 307, 308:
		location, _ := answer.Header.Get("Location")
		return location != ""
	}
	return false
}

// isPrefixed reports whether the reason is told as one of the answer to the CORS-preflight where it is. The others
// have that in their text.
func (r chromiumReason) isPrefixed() bool {
	switch r {
	case chromiumPreflightMethods, chromiumPreflightHeaders, chromiumMethod, chromiumHeader,
		chromiumLocalNetworkTarget, chromiumLocalNetworkContext, chromiumLocalNetworkPermission:
		return false
	}
	return true
}

// suffix returns what follows the reason for a kind of request.
func (r chromiumReason) suffix(kind string) string {
	switch r {
	case chromiumMultiple, chromiumInvalid, chromiumMismatch:
		if kind == "fetch" {
			return chromiumValidValue.text
		}
	case chromiumWildcard, chromiumCredentials:
		if kind == "XMLHttpRequest" {
			return chromiumWithCredentials.text
		}
	}
	return ""
}

// escapeChromium writes the bytes of a value that are not printable ASCII by their numbers.
func escapeChromium(value string) string {
	var b strings.Builder
	for i := range len(value) {
		if c := value[i]; 0x20 <= c && c < 0x7F {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, `\u%04X`, c)
		}
	}
	return b.String()
}

// lastOperand returns what a step was held against.
func lastOperand(step rule.Step) string {
	if len(step.Operands) == 0 {
		return ""
	}
	return step.Operands[len(step.Operands)-1]
}
