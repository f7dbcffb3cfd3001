package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// policyCases are about what the policies of a page, and of browsers, keep from the network or from the page.
func policyCases() []Example {
	return []Example{
		{"an answer that wants https: from now on", rule.StrictTransportKnown, Applied, app,
			own, turns(says(200, "Strict-Transport-Security", "max-age=60")), ""},
		{"an answer that does not say so", rule.StrictTransportKnown, Unreached, app, own, ok, ""},
		{"a page that upgrades", rule.InsecureRequestUpgraded, Applied,
			app.answered("Content-Security-Policy", "upgrade-insecure-requests"),
			corsim.Request{URL: "http://api.example/"}, readable, ""},
		{"what is wanted from https: already", rule.InsecureRequestUpgraded, Unreached,
			app.answered("Content-Security-Policy", "upgrade-insecure-requests"),
			get, readable, ""},
		{"a host that wants it so", rule.StrictTransportUpgraded, Applied, plain.with(knownForHTTPS("api.example")),
			corsim.Request{URL: "http://www.api.example/"}, readable, ""},
		{"a host of which nothing is known", rule.StrictTransportUpgraded, Unreached, plain,
			corsim.Request{URL: "http://www.api.example/"}, readable, ""},
		{"a place that the page names", rule.ContentSecurityPolicy, Passed,
			app.answered("Content-Security-Policy", "default-src 'self'"),
			own, ok, ""},
		{"a place that the page does not name", rule.ContentSecurityPolicy, Stopped,
			app.answered("Content-Security-Policy", "default-src 'self'"),
			corsim.Request{URL: apiURL}, ok, "blocked TypeError"},
		{"a place that the page would like to name", rule.ContentSecurityPolicyReported, Applied,
			app.answered("Content-Security-Policy-Report-Only", "connect-src 'none'"),
			own, ok, ""},
		{"a place that the page names", rule.ContentSecurityPolicyReported, Unreached,
			app.answered("Content-Security-Policy-Report-Only", "connect-src 'self'"),
			own, ok, ""},
		{"an image of a secure page", rule.MixedContentUpgraded, Applied, app,
			corsim.Load{Kind: corsim.Image, URL: "http://api.example/i.png"}, ok, ""},
		{"an image from https:", rule.MixedContentUpgraded, Unreached, app,
			corsim.Load{Kind: corsim.Image, URL: "https://api.example/i.png"}, ok, ""},
		{"an image of another origin", rule.OpaqueResponseBlocked, Passed, chromium,
			corsim.Load{Kind: corsim.Image, URL: apiURL}, turns(says(200, "Content-Type", "image/png")), ""},
		{"a table of another origin", rule.OpaqueResponseBlocked, Stopped, chromium,
			corsim.Load{Kind: corsim.Image, URL: apiURL}, turns(says(200, "Content-Type", "text/csv")), "blocked"},
		{"a text of another origin that may be an image", rule.NotModelledOpaqueResponseBlocking, Stopped,
			chromium,
			corsim.Load{Kind: corsim.Image, URL: apiURL}, turns(says(200, "Content-Type", "text/plain")),
			"undetermined"},
		{"an image of another origin", rule.NotModelledOpaqueResponseBlocking, Unreached, chromium,
			corsim.Load{Kind: corsim.Image, URL: apiURL}, turns(says(200, "Content-Type", "image/png")), ""},
	}
}
