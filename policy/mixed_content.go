package policy

import (
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// MixedContent says whether a request to url may leave a page. restricts is true where the page, or one of
// its ancestors, prohibits mixed security contexts: its origin is potentially trustworthy.
//
// https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
func MixedContent(restricts bool, url origin.URL) rule.Decision {
	if restricts && !url.PotentiallyTrustworthy() {
		return rule.Stop(rule.MixedContentBlocked, url.String(), "")
	}
	return rule.Pass(rule.MixedContentBlocked)
}
