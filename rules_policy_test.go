package corsim_test

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// policyRules are the cases of the policies of a page that say what it may load from where.
func policyRules() []ruleCase {
	app := at(appURL)
	ok := turns(says(200))
	return []ruleCase{
		{"an image of a secure page", rule.MixedContentUpgraded, applied, app,
			corsim.Load{Kind: corsim.Image, URL: "http://api.example/i.png"}, ok, ""},
	}
}
