package corsim_test

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// policyRules are the cases of the policies of a page that say what it may load from where.
func policyRules() []ruleCase {
	app, plain := at(appURL), at(plainURL)
	ok := turns(says(200))
	chromium := func(s scene) scene {
		s.profile = engine.Chromium
		return s
	}
	secured := func(name, value string) scene { return at(appURL, corsim.ContentSecurityPolicy(fields(name, value))) }
	return []ruleCase{
		{"an answer that wants https: from now on", rule.StrictTransportKnown, applied, at(appURL), corsim.Request{URL: "/"},
			turns(says(200, "Strict-Transport-Security", "max-age=60")), ""},
		{"a page that upgrades", rule.InsecureRequestUpgraded, applied,
			secured("Content-Security-Policy", "upgrade-insecure-requests"), corsim.Request{URL: "http://api.example/"}, ok, ""},
		{"a host that wants it so", rule.StrictTransportUpgraded, applied, plain,
			func(browser *corsim.Browser, page *corsim.Page, server corsim.Server) corsim.Verdict {
				browser.SetStrictTransport(policy.StrictTransportHosts{"api.example": true})
				return page.Fetch(server, corsim.Request{URL: "http://www.api.example/"})
			}, ok, ""},
		{"a place that the page names", rule.ContentSecurityPolicy, passed,
			secured("Content-Security-Policy", "default-src 'self'"), corsim.Request{URL: "/"}, ok, ""},
		{"a place that the page does not name", rule.ContentSecurityPolicy, stopped,
			secured("Content-Security-Policy", "default-src 'self'"), corsim.Request{URL: apiURL}, ok, "blocked TypeError"},
		{"a place that the page would like to name", rule.ContentSecurityPolicyReported, applied,
			secured("Content-Security-Policy-Report-Only", "connect-src 'none'"), corsim.Request{URL: "/"}, ok, ""},
		{"an image of a secure page", rule.MixedContentUpgraded, applied, app,
			corsim.Load{Kind: corsim.Image, URL: "http://api.example/i.png"}, ok, ""},
		{"an image of another origin", rule.OpaqueResponseBlocked, passed, chromium(app),
			corsim.Load{Kind: corsim.Image, URL: apiURL}, turns(says(200, "Content-Type", "image/png")), ""},
		{"a table of another origin", rule.OpaqueResponseBlocked, stopped, chromium(app),
			corsim.Load{Kind: corsim.Image, URL: apiURL}, turns(says(200, "Content-Type", "text/csv")), "blocked"},
		{"a text of another origin that may be an image", rule.NotModelledOpaqueResponseBlocking, stopped, chromium(app),
			corsim.Load{Kind: corsim.Image, URL: apiURL}, turns(says(200, "Content-Type", "text/plain")), "undetermined"},
	}
}
