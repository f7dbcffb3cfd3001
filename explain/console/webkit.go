package console

import (
	"strconv"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A webKitCase is an ending with what WebKit's messages tell of it. Its exchange is empty where there is none.
type webKitCase struct {
	ending
	// failing is the URL that is said not to load.
	failing origin.URL
	// quiet is true where the reasons are all that is said.
	quiet bool
}

// webKit returns what WebKit prints: warnings, the reasons, and then what does not load for them.
//
// https://github.com/WebKit/WebKit/blob/main/Source/WebCore/loader/CrossOriginAccessControl.cpp
func webKit(v corsim.Verdict) []string {
	if v.URL().IsZero() {
		return nil
	}
	c := webKitCase{ending: endingOf(v)}
	c.failing = c.place.url
	if c.exchange == nil {
		c.exchange = new(corsim.Exchange)
	}
	lines := c.upgrades()
	if v.Outcome() != corsim.Blocked {
		return lines
	}
	if c.asksForAnotherOrigin() {
		return append(lines, c.fill(webKitModeSameOrigin))
	}
	return append(lines, c.enveloped(c.reasons())...)
}

// fill returns a message with what all can tell.
func (c *webKitCase) fill(message int, pairs ...string) string {
	return webKitTemplates[message].fill(append(pairs, "url", c.place.url.Href(), "origin", c.origin(),
		"envelope", c.failing.Href(), "page", c.verdict.Page().URL().Href(),
		"status", c.status())...)
}

// status is that of the answer, or of the one in the cache that was taken for it.
func (c *webKitCase) status() string {
	status := strconv.Itoa(c.exchange.Answer.Status)
	for step := range c.verdict.Steps() {
		switch step.Rule {
		case rule.HTTPCacheHit, rule.HTTPCacheStale, rule.HTTPCacheValidated:
			status = step.Found()
		case rule.RedirectFollowed:
			status = strconv.Itoa(c.exchange.Answer.Status)
		}
	}
	return status
}

// only is a single reason.
func (c *webKitCase) only(message int, pairs ...string) []string {
	return []string{c.fill(message, pairs...)}
}

// origin is the origin that has asked.
func (c *webKitCase) origin() string {
	if sent, found := c.exchange.Request.Header.Get("Origin"); found {
		return sent
	}
	return c.verdict.Page().Origin().String()
}

func (c *webKitCase) isLoad() bool {
	_, isLoad := c.verdict.Call().(corsim.Load)
	return isLoad
}

// isCORS reports whether the request's mode is cors. That of a beacon depends on its body, and shows in a
// CORS-preflight.
func (c *webKitCase) isCORS() bool {
	return c.asked.cors || c.verdict.Preflights() > 0
}

// asksForAnotherOrigin reports whether fetch() asks for another origin with mode same-origin, which is seen before
// anything else.
func (c *webKitCase) asksForAnotherOrigin() bool {
	return isModeSameOrigin(c.verdict.Call()) && !c.place.redirected && !c.isOwn(c.place.url)
}

func isModeSameOrigin(call any) bool {
	request, isFetch := call.(corsim.Request)
	return isFetch && request.Mode == corsim.SameOrigin
}

// reasons are the lines that say why.
func (c *webKitCase) reasons() []string {
	switch {
	case !c.place.redirected && !c.place.url.IsHTTP():
		return c.scheme()
	case isModeSameOrigin(c.verdict.Call()) && !c.isOwn(c.place.url):
		return c.only(webKitUnsafe)
	}
	switch c.verdict.Rule() {
	case rule.RedirectModeError:
		return c.redirectMode()
	case rule.RedirectLimit:
		return c.only(webKitRedirectLimit)
	case rule.RedirectScheme:
		return c.redirectScheme()
	case rule.RedirectLocationInvalid:
		return c.invalidLocation()
	case rule.RedirectCredentials, rule.RedirectCredentialsTainted:
		return c.redirectCredentials()
	case rule.BadPort:
		return c.badPort()
	case rule.MainFetchNoCORSRedirectMode:
		c.failing = c.failing.WithoutFragment()
		return c.only(webKitNotAllowedResource)
	case rule.MixedContentBlocked:
		return c.mixedContent()
	case rule.MainFetchIntegrity, rule.IntegrityMatch:
		return c.integrity()
	case rule.KeepaliveLimit:
		return c.only(webKitKeepalive)
	case rule.MIMETypeBlocked, rule.NosniffBlocked, rule.LoadModuleType, rule.LoadStylesheetType:
		return c.typeOf()
	}
	reason := c.accessReason()
	switch {
	case reason == "":
		return nil
	case !c.exchange.Preflight && policy.IsRedirectStatus(c.exchange.Answer.Status) &&
		c.exchange.Answer.Header.Contains("Location"):
		return c.redirection(reason)
	}
	return []string{reason}
}

// scheme is what is said of a URL that is not HTTP(S) where it is asked for. Script may not ask across origins with
// CORS, nobody for what is on this machine, and a secure page not for what is insecure.
func (c *webKitCase) scheme() []string {
	switch scheme := c.place.url.Scheme(); {
	case !c.isLoad() && c.isCORS() && !c.isOwn(c.place.url):
		return c.only(webKitOnlyHTTP)
	case c.isLocalResource(c.place.url):
		return c.atOnce(c.fill(webKitLocalResource))
	case c.verdict.Rule() == rule.MixedContentBlocked:
		return c.mixedContent()
	case scheme == "ftp":
		return c.only(webKitFTP)
	}
	return nil
}

// isLocalResource reports whether a URL is one that pages may not load, as it belongs to the machine or to others.
func (c *webKitCase) isLocalResource(url origin.URL) bool {
	return url.Scheme() == "file" || url.Scheme() == "blob" && !c.isOwn(url)
}

// atOnce is a reason not to begin to load: it is all that is said of an element, and other callers hear that they may
// not ask.
func (c *webKitCase) atOnce(reason string) []string {
	c.quiet = c.isLoad()
	if c.quiet {
		return []string{reason}
	}
	return []string{reason, c.fill(webKitNotAllowedResource)}
}

// badPort is a port that is not asked; a CORS-preflight does not name it. After a redirect there is one if there was
// one before.
func (c *webKitCase) badPort() []string {
	if c.place.redirected && c.verdict.Preflights() > 0 {
		return c.only(webKitPreflightBlocked)
	}
	c.quiet = true
	return c.only(webKitPort, "port", c.place.url.Port())
}

// accessReason is why an answer may not be read.
func (c *webKitCase) accessReason() string {
	id := c.verdict.Rule()
	if c.exchange.Preflight && !policy.IsOKStatus(c.exchange.Answer.Status) {
		id = rule.PreflightStatus
	}
	switch id {
	case rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch:
		return c.fill(webKitNotAllowed)
	case rule.CORSAllowOriginMultiple:
		return c.fill(webKitMultipleOrigins)
	case rule.CORSWildcardWithCredentials:
		return c.fill(webKitWildcard)
	case rule.CORSAllowCredentialsNotTrue:
		return c.fill(webKitCredentials)
	case rule.PreflightStatus:
		return c.fill(webKitPreflightStatus)
	case rule.PreflightSyntax:
		return c.syntax()
	case rule.PreflightMethod:
		return c.fill(webKitMethod, "method", isoLatin1(lastOperand(c.step)))
	case rule.PreflightHeader, rule.PreflightAuthorization:
		return c.fill(webKitHeader, "header", c.firstHeaderNotAllowed())
	case rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy:
		return c.fill(webKitResourcePolicy)
	}
	return ""
}
