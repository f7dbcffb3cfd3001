package explain

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A decision is what the cause of a verdict and its hints are made from.
type decision struct {
	verdict corsim.Verdict
	// call is what the page has asked for.
	call request
	step rule.Step
	// found and against are the operands, "" for one that is not there.
	found, against string
	// mistakes are those behind an origin that does not match, once the cause is said.
	mistakes []*originMistake
	// exchange is the one that the step belongs to, nil before the first.
	exchange *corsim.Exchange
	// stored is true where the answer came from the HTTP cache, and no request was made for it.
	stored bool
	// redirected is true after a redirect.
	redirected bool
	// fromCache and followed say so of the steps that were noted last.
	fromCache, followed bool
	// tainted is true where redirects have made the origin null, withoutCredentials where none were included.
	tainted, withoutCredentials bool
	// dropped is a header that mode no-cors has dropped, exposesWrong what is no name in Access-Control-Expose-Headers.
	dropped, exposesWrong string
	// exposesStar is true where that header is a wildcard that is none, with credentials.
	exposesStar bool
	// several is true where the verdict's exchanges are with several URLs.
	several bool
}

// newDecision begins the decision of a verdict; call is the value of [corsim.Verdict.Call]. Note must be told of all
// steps.
func newDecision(v corsim.Verdict, call any) decision {
	d := decision{verdict: v, call: requestOf(call), step: rule.Step{Exchange: -1}}
	exchanges := v.Exchanges()
	for i := range exchanges {
		d.several = d.several || exchanges[i].Request.URL != exchanges[0].Request.URL
	}
	return d
}

// note takes a step of the verdict into account. The last one that the rule made decides.
func (d *decision) note(step *rule.Step) {
	switch step.Rule {
	case rule.HTTPCacheHit, rule.HTTPCacheStale, rule.HTTPCacheRange:
		d.fromCache = true
	case rule.RedirectFollowed:
		d.fromCache, d.followed = false, true
	case rule.RedirectOriginTainted:
		d.tainted = true
	case rule.CredentialsExcluded:
		d.withoutCredentials = true
	case rule.HeaderNotNoCORSSafelisted:
		d.dropped = step.Found()
	case rule.ExposeWildcardWithCredentials:
		d.exposesStar = true
	case rule.ExposeSyntax:
		d.exposesWrong = step.Found()
	}
	if step.Rule == d.verdict.Rule() {
		d.decide(step)
	}
}

// decide makes the step the one that decided, so far.
func (d *decision) decide(step *rule.Step) {
	d.step, d.stored, d.redirected = *step, d.fromCache, d.followed
	d.found, d.against, d.exchange = step.Found(), step.Against(), d.verdict.Exchange(step)
}

// answer returns the answer that the step looked at; the zero Answer where there is none.
func (d *decision) answer() *corsim.Answer {
	if d.exchange == nil {
		return &corsim.Answer{}
	}
	return &d.exchange.Answer
}

// isPreflight reports whether the step looked at the answer to a CORS-preflight.
func (d *decision) isPreflight() bool { return d.exchange != nil && d.exchange.Preflight && !d.stored }

// isRedirect reports whether the step looked at a redirect that leads somewhere.
func (d *decision) isRedirect() bool {
	return d.exchange != nil && !d.stored && !d.exchange.Preflight && policy.IsRedirectStatus(d.status()) &&
		d.answer().Header.Contains("Location")
}

// isOwn reports whether the step looked at an answer of the page's own origin.
func (d *decision) isOwn() bool {
	page := d.verdict.Page()
	return page != nil && d.exchange != nil && origin.SameOrigin(page.Origin(), d.exchange.Request.URL.Origin(nil))
}

// asWritten is a URL as the page writes it: that of a WebSocket has the scheme ws or wss, for which http or https is
// fetched.
func (d *decision) asWritten(url string) string {
	if d.call.api == apiWebSocket && strings.HasPrefix(url, "http") {
		return "ws" + strings.TrimPrefix(url, "http")
	}
	return url
}

// wantsPlain reports whether what was found is a URL of a protocol without encryption that has one with it.
func (d *decision) wantsPlain() bool {
	return strings.HasPrefix(d.found, "http:") || strings.HasPrefix(d.found, "ws:")
}

// status is that of the answer that the step looked at, 0 where there is none.
func (d *decision) status() int { return d.answer().Status }

// url returns the URL that was asked, or was to be asked next.
func (d *decision) url() string {
	if d.exchange != nil {
		return d.asWritten(d.exchange.Request.URL.Href())
	}
	if exchanges := d.verdict.Exchanges(); len(exchanges) > 0 {
		return d.asWritten(exchanges[0].Request.URL.Href())
	}
	_, written := d.verdict.Target()
	if page := d.verdict.Page(); page != nil {
		if url, err := page.URL().Parse(written); err == nil {
			return url.Href()
		}
	}
	return written
}
