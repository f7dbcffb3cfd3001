package console

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// laxReferrerPolicy prints that the request's referrer policy, laxer than the default, does not count for the current
// URL.
func (c *firefoxConsole) laxReferrerPolicy() {
	url := c.place.url
	if c.verdict.Outcome() == corsim.Threw || !url.IsHTTP() {
		return
	}
	switch c.referrerPolicy {
	case policy.ReferrerUnsafeURL, policy.ReferrerNoReferrerWhenDowngrade, policy.ReferrerOriginWhenCrossOrigin:
		if !origin.SchemelesslySameSite(c.verdict.Page().Origin(), url.Origin(nil), nil) {
			c.print(firefoxReferrerPolicyIgnored, "policy", string(c.referrerPolicy))
		}
	}
}

// sentReferrer reports whether the exchange of a step had a Referer header.
func (c *firefoxConsole) sentReferrer(step rule.Step) bool {
	return c.exchange(step).Request.Header.Contains("Referer")
}

// referrerPolicyOf returns the referrer policy of a call, which is its page's unless it has one of its own.
func referrerPolicyOf(v corsim.Verdict) policy.ReferrerPolicy {
	switch call := v.Call().(type) {
	case corsim.Request:
		switch {
		case call.NoReferrer:
			return policy.ReferrerNoReferrer
		case call.ReferrerPolicy != "":
			return call.ReferrerPolicy
		}
	case corsim.Load:
		if p := policy.ReferrerPolicy(header.Lower(call.ReferrerPolicy)); policy.IsReferrerPolicy(p) {
			return p
		}
	}
	return v.Page().ReferrerPolicy()
}
