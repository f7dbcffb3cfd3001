package console

import (
	"strconv"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A webKitCase is a verdict with what WebKit's messages tell of it.
type webKitCase struct {
	verdict corsim.Verdict
	place   place
	step    rule.Step
	// exchange is the one that the step is about; it is empty where there is none.
	exchange *corsim.Exchange
}

// webKit returns what WebKit prints: the reasons, and then what does not load for them.
//
// https://github.com/WebKit/WebKit/blob/main/Source/WebCore/loader/CrossOriginAccessControl.cpp
func webKit(v corsim.Verdict) []string {
	if v.URL().IsZero() || v.Outcome() != corsim.Blocked {
		return nil
	}
	c := webKitCase{verdict: v, place: placeOf(v), step: v.Decisive(), exchange: new(corsim.Exchange)}
	if exchanges := v.Exchanges(); 0 <= c.step.Exchange && c.step.Exchange < len(exchanges) {
		c.exchange = &exchanges[c.step.Exchange]
	}
	if c.asksForAnotherOrigin() {
		return c.sameOrigin()
	}
	reasons := c.reasons()
	if len(reasons) == 0 {
		return nil
	}
	return c.enveloped(reasons)
}

// fill returns a message with what all can tell.
func (c *webKitCase) fill(message int, pairs ...string) string {
	text := webKitTemplates[message].fill(append(pairs, "url", c.place.url.Href(), "origin", c.origin(),
		"envelope", c.envelopeURL(), "status", strconv.Itoa(c.exchange.Answer.Status))...)
	return isoLatin1(text)
}

// origin is the origin that has asked.
func (c *webKitCase) origin() string {
	if sent, found := c.exchange.Request.Header.Get("Origin"); found {
		return sent
	}
	return c.verdict.Page().Origin().String()
}

// envelopeURL is the URL that is said not to load: the current one, but the one before where a redirect was not taken
// up, and the first where images, and the bytes for an integrity, have followed redirects.
func (c *webKitCase) envelopeURL() string {
	url := c.place.url
	load, isLoad := c.verdict.Call().(corsim.Load)
	switch {
	case c.verdict.Rule() == rule.MixedContentBlocked && c.place.redirected:
		url = c.place.before
	case isLoad && load.Kind == corsim.Image:
		url = c.place.first.WithoutFragment()
	case c.verdict.Rule() == rule.MainFetchNoCORSRedirectMode:
		url = url.WithoutFragment()
	case c.isIntegrity():
		url = c.place.first
	}
	return url.Href()
}

func (c *webKitCase) isIntegrity() bool {
	return c.verdict.Rule() == rule.MainFetchIntegrity || c.verdict.Rule() == rule.IntegrityMatch
}

// reasons are the lines that say why.
func (c *webKitCase) reasons() []string {
	switch c.verdict.Rule() {
	case rule.RedirectModeError:
		return c.only(webKitNoRedirect)
	case rule.RedirectLimit:
		return c.only(webKitRedirectLimit)
	case rule.RedirectScheme:
		return c.redirectScheme()
	case rule.RedirectLocationInvalid:
		return c.invalidLocation()
	case rule.RedirectCredentials, rule.RedirectCredentialsTainted:
		location, _ := c.place.location(c.verdict)
		url := location.WithoutFragment().Href()
		return []string{c.redirection(c.fill(webKitRedirectCredentials, "location", url))}
	case rule.BadPort:
		return c.badPort()
	case rule.MainFetchNoCORSRedirectMode:
		return c.only(webKitNotAllowedResource)
	case rule.MainFetchScheme, rule.UnknownScheme:
		return c.scheme()
	case rule.MixedContentBlocked:
		return c.mixedContent()
	case rule.MainFetchIntegrity, rule.IntegrityMatch:
		return c.integrity()
	case rule.KeepaliveLimit:
		return c.only(webKitKeepalive)
	case rule.FileURL, rule.BlobMissing:
		return c.only(webKitLocalResource)
	}
	reason := c.accessReason()
	switch {
	case reason == "":
		return nil
	case !c.exchange.Preflight && policy.IsRedirectStatus(c.exchange.Answer.Status) &&
		c.exchange.Answer.Header.Contains("Location"):
		return []string{c.redirection(reason)}
	}
	return []string{reason}
}

// only is a single reason.
func (c *webKitCase) only(message int) []string { return []string{c.fill(message)} }

// redirection is why a redirect is not followed.
func (c *webKitCase) redirection(reason string) string {
	location, _ := c.place.location(c.verdict)
	return c.fill(webKitRedirection, "location", location.WithoutCredentials().Href(), "reason", reason)
}

// scheme is that of a URL that is not asked for. Nothing is said of other loads than those of scripts and with CORS.
func (c *webKitCase) scheme() []string {
	_, isLoad := c.verdict.Call().(corsim.Load)
	switch {
	case c.place.url.Scheme() == "ftp":
		return c.only(webKitFTP)
	case isLoad || c.verdict.Rule() == rule.UnknownScheme:
		return nil
	}
	return c.only(webKitOnlyHTTP)
}

// redirectScheme is a redirect to a URL that no server is asked for; without CORS it is said of local resources only.
func (c *webKitCase) redirectScheme() []string {
	location, _ := c.place.location(c.verdict)
	isLocal := location.Scheme() == "file" || location.Scheme() == "blob"
	switch {
	case location.Scheme() == "ftp":
		return c.only(webKitFTP)
	case c.mustStay():
		return []string{webKitTemplates[webKitUnsafe].fill("url", location.Href(), "origin", c.origin())}
	case !callOf(c.verdict).cors && isLocal:
		return []string{webKitTemplates[webKitLocalResource].fill("url", location.Href())}
	case !callOf(c.verdict).cors:
		return nil
	}
	return []string{c.redirection(c.fill(webKitRedirectScheme))}
}

// invalidLocation is a redirect of a request with CORS across origins to what is no URL, which is printed as it is.
func (c *webKitCase) invalidLocation() []string {
	location, _ := c.exchange.Answer.Header.Get("Location")
	if location == "" || !callOf(c.verdict).cors || origin.SameOrigin(c.place.url.Origin(nil), c.verdict.Page().Origin()) {
		return nil
	}
	return []string{c.fill(webKitRedirection, "location", location, "reason", c.fill(webKitRedirectScheme))}
}

// badPort is a port that is not asked; a CORS-preflight does not name it.
func (c *webKitCase) badPort() []string {
	if c.place.redirected && c.needsPreflight() {
		return c.only(webKitPreflightBlocked)
	}
	return []string{c.fill(webKitPort, "port", c.place.url.Port())}
}

// needsPreflight reports whether a CORS-preflight was made, and so is made after a redirect again.
func (c *webKitCase) needsPreflight() bool { return c.verdict.Preflights() > 0 }

// mixedContent is insecure content; only before a redirect is it said that it may not be asked for, either.
func (c *webKitCase) mixedContent() []string {
	lines := []string{c.fill(webKitInsecure, "page", c.verdict.Page().URL().Href())}
	if _, isLoad := c.verdict.Call().(corsim.Load); !isLoad && !c.place.redirected {
		lines = append(lines, c.fill(webKitNotAllowedResource))
	}
	return lines
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
		return c.fill(webKitMethod, "method", lastOperand(c.step))
	case rule.PreflightHeader, rule.PreflightAuthorization:
		return c.fill(webKitHeader, "header", c.firstHeaderNotAllowed())
	case rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy:
		return c.fill(webKitResourcePolicy)
	}
	return ""
}
