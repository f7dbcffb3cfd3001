package console

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// firefox returns what Firefox prints about a verdict.
//
// https://searchfox.org/firefox-main/source/netwerk/protocol/http/nsCORSListenerProxy.cpp
func firefox(v corsim.Verdict) []string {
	c := firefoxConsole{
		verdict: v, asked: askedBy(v.Call()), place: place{url: v.URL(), first: v.URL()},
		referrerPolicy: referrerPolicyOf(v), newURL: true,
	}
	for step := range v.Steps() {
		c.read(step)
	}
	return c.lines
}

// A firefoxConsole is written while the steps of a verdict go by.
type firefoxConsole struct {
	verdict corsim.Verdict
	asked   asked
	place   place
	// cors is true once the request is one with CORS, opaque once its answer can only be opaque.
	cors, opaque bool
	// referrerPolicy is the request's, which redirects can change.
	referrerPolicy policy.ReferrerPolicy
	// newURL is true until the referrer policy has been held against the current URL.
	newURL bool
	lines  []string
}

// print prints a message about the current URL.
func (c *firefoxConsole) print(message int, pairs ...string) {
	c.printOf(c.place.url.Href(), message, pairs...)
}

// printOf prints a message about a URL. Bytes that are not UTF-8 become U+FFFD.
func (c *firefoxConsole) printOf(url string, message int, pairs ...string) {
	pairs = append(pairs, "url", url)
	c.lines = append(c.lines, string([]rune(firefoxTemplates[message].fill(pairs...))))
}

// read prints what is said of a step.
func (c *firefoxConsole) read(step rule.Step) {
	if c.newURL && step.Rule != rule.RedirectOriginTainted && step.Rule != rule.RedirectReferrerPolicy {
		c.newURL = false
		c.laxReferrerPolicy()
	}
	switch step.Rule {
	case rule.MixedContentUpgraded, rule.InsecureRequestUpgraded, rule.StrictTransportUpgraded:
		c.place.upgrade()
	case rule.RedirectFollowed:
		c.place.follow(step.Found())
		c.newURL = c.sentReferrer(step)
	case rule.RedirectReferrerPolicy:
		c.referrerPolicy = policy.ReferrerPolicy(step.Found())
	case rule.MainFetchSimple, rule.MainFetchPreflightFlag, rule.MainFetchPreflightMethod,
		rule.MainFetchPreflightHeaders, rule.MainFetchPreflightAgain:
		c.cors = true
	case rule.MainFetchNoCORS:
		c.opaque = true
	case rule.PreflightHeader:
		if step.Result == rule.Passed {
			c.wildcardForAuthorization(c.exchange(step))
		}
	}
	if step.Result == rule.Stopped {
		c.stopped(step)
	}
}

// exchange returns the exchange of a step; it is empty before the first.
func (c *firefoxConsole) exchange(step rule.Step) *corsim.Exchange {
	if x := c.verdict.Exchange(&step); x != nil {
		return x
	}
	return new(corsim.Exchange)
}

// stopped prints what is said of the step that ended the fetch.
func (c *firefoxConsole) stopped(step rule.Step) {
	x := c.exchange(step)
	switch step.Rule {
	case rule.CORSAllowOriginMissing, rule.CORSWildcardWithCredentials, rule.CORSAllowOriginMultiple,
		rule.CORSAllowOriginMismatch, rule.CORSAllowCredentialsNotTrue:
		c.corsCheck(step.Rule, x)
	case rule.PreflightStatus:
		c.preflightStatus(x)
	case rule.PreflightSyntax, rule.PreflightMethod, rule.PreflightAuthorization, rule.PreflightHeader:
		c.preflightGrant(step.Rule, x)
		c.didNotSucceed()
	case rule.MainFetchScheme, rule.MixedContentBlocked:
		c.scheme()
	case rule.RedirectScheme:
		c.redirectScheme()
	case rule.NetworkFailure, rule.NetworkHeaderInvalid, rule.NetworkStatusInvalid, rule.RedirectLocationInvalid,
		rule.RedirectLimit, rule.RedirectCredentialsTainted,
		rule.MIMETypeBlocked, rule.NosniffBlocked, rule.LoadModuleType:
		c.failed()
	// Whether the redirect leads across origins is seen first.
	case rule.RedirectCredentials:
		c.didNotSucceed()
	case rule.BadPort:
		c.cors = c.cors || c.asked.cors && !origin.SameOrigin(c.place.url.Origin(nil), c.verdict.Page().Origin())
		c.redirectFailed()
	case rule.LoadStatus:
		load, _ := c.verdict.Call().(corsim.Load)
		if load.Kind == corsim.ModuleScript && !isJavaScript(&x.Answer) {
			c.failed()
		}
	case rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy:
		c.print(firefoxResourcePolicy)
	case rule.MainFetchIntegrity:
		if c.opaque {
			c.printOf(c.place.first.Href(), firefoxNotEligibleForIntegrity)
		}
	}
}

// failed prints that a request with CORS has failed before its answer was looked at.
func (c *firefoxConsole) failed() {
	if c.cors {
		c.didNotSucceed()
	}
}

// redirectFailed prints that a redirect of a request with CORS has failed: the URL before it is the one that did not
// succeed.
func (c *firefoxConsole) redirectFailed() {
	if c.cors && c.place.redirected {
		c.printOf(c.place.before.Href(), firefoxDidNotSucceed, "status", "(null)")
	}
}

func (c *firefoxConsole) didNotSucceed() { c.print(firefoxDidNotSucceed, "status", "(null)") }

// corsCheck prints why an answer has not passed the CORS check. A redirect, and a CORS-preflight, takes the request
// that waits for it with it.
func (c *firefoxConsole) corsCheck(id rule.ID, x *corsim.Exchange) {
	value, _ := x.Answer.Header.Get("Access-Control-Allow-Origin")
	switch {
	case x.Answer.Header.Count("Access-Control-Allow-Origin") > 1:
		c.print(firefoxMultipleAllowOrigin)
	case id == rule.CORSAllowOriginMissing:
		c.print(firefoxMissingAllowOrigin, "status", strconv.Itoa(x.Answer.Status))
	case id == rule.CORSWildcardWithCredentials:
		c.print(firefoxNotSupportingCredentials)
	case id == rule.CORSAllowCredentialsNotTrue:
		c.print(firefoxMissingAllowCredentials)
	default:
		c.print(firefoxAllowOriginNotMatching, "value", value)
	}
	if x.Preflight || c.isFollowed(&x.Answer) {
		c.didNotSucceed()
	}
}

// preflightStatus prints what is wrong with the status of an answer to a CORS-preflight. A redirect is refused;
// before that, Firefox takes the request's origin away, if it leads to another one, and checks against that.
func (c *firefoxConsole) preflightStatus(x *corsim.Exchange) {
	value, _ := x.Answer.Header.Get("Access-Control-Allow-Origin")
	location, leads := c.place.location(c.verdict)
	followed := c.isFollowed(&x.Answer) && leads && location.IsHTTP()
	if followed {
		c.print(firefoxExternalRedirect)
	}
	leaves := followed && !origin.SameOrigin(location.Origin(nil), c.place.url.Origin(nil))
	if leaves && value != "*" && value != "null" {
		c.print(firefoxAllowOriginNotMatching, "value", value)
	} else {
		c.print(firefoxPreflightDidNotSucceed, "status", strconv.Itoa(x.Answer.Status))
	}
	c.didNotSucceed()
}

// isFollowed reports whether an answer is a redirect that would be followed.
func (c *firefoxConsole) isFollowed(answer *corsim.Answer) bool {
	return c.asked.followsRedirects && policy.IsRedirectStatus(answer.Status) && answer.Header.Contains("Location")
}

// isJavaScript reports whether an answer has a JavaScript MIME type.
func isJavaScript(answer *corsim.Answer) bool {
	mimeType, ok := answer.Header.MIMEType()
	return ok && mimeType.IsJavaScript()
}

// preflightGrant prints what is wrong with what an answer to a CORS-preflight grants, in Firefox's order: the list of
// methods, the method, the list of header names, the names.
func (c *firefoxConsole) preflightGrant(id rule.ID, x *corsim.Exchange) {
	methods := listed(x.Answer.Header, "Access-Control-Allow-Methods")
	names := listed(x.Answer.Header, "Access-Control-Allow-Headers")
	invalidMethod, invalidName := invalidToken(methods), invalidToken(names)
	switch {
	case invalidMethod != "":
		c.print(firefoxInvalidAllowMethod, "value", invalidMethod)
	case id == rule.PreflightMethod || id == rule.PreflightSyntax && !c.grantsMethod(methods, x):
		c.print(firefoxMethodNotFound)
	case invalidName != "":
		c.print(firefoxInvalidAllowHeader, "value", invalidName)
	default:
		for _, name := range listed(x.Request.Header, "Access-Control-Request-Headers") {
			if !header.ContainsFold(names, name) {
				c.print(firefoxMissingAllowHeader, "header", name)
				return
			}
		}
	}
}

// grantsMethod reports whether the methods cover the one that a CORS-preflight asks for.
func (c *firefoxConsole) grantsMethod(methods []string, x *corsim.Exchange) bool {
	method, _ := x.Request.Header.Get("Access-Control-Request-Method")
	if policy.IsCORSSafelistedMethod(method) {
		return true
	}
	for _, listed := range methods {
		if listed == method || listed == "*" && !c.asked.includesCredentials {
			return true
		}
	}
	return false
}

// wildcardForAuthorization warns where only the wildcard grants the Authorization header.
func (c *firefoxConsole) wildcardForAuthorization(x *corsim.Exchange) {
	if header.ContainsFold(listed(x.Request.Header, "Access-Control-Request-Headers"), "authorization") &&
		!header.ContainsFold(listed(x.Answer.Header, "Access-Control-Allow-Headers"), "authorization") {
		c.print(firefoxAuthorizationSoon)
	}
}

// listed are the elements of a header's list that are not empty.
func listed(list header.List, name string) []string {
	value, _ := list.Get(name)
	var elements []string
	for element := range strings.SplitSeq(value, ",") {
		if element = strings.Trim(element, " \t"); element != "" {
			elements = append(elements, element)
		}
	}
	return elements
}

// invalidToken returns the first that is no token, "" if all are.
func invalidToken(elements []string) string {
	for _, element := range elements {
		if !header.IsToken(element) {
			return element
		}
	}
	return ""
}
