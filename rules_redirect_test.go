package corsim_test

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/rule"
)

// redirectRules are the cases of what engines do in their own way with redirects and URLs.
func redirectRules() []ruleCase {
	in := func(profile engine.Profile) scene {
		s := at(appURL)
		s.profile = profile
		return s
	}
	json := corsim.Request{URL: "/", Method: "POST", Header: fields("Content-Type", "application/json")}
	return []ruleCase{
		{"a script with a password in Chromium", rule.CredentialedSubresource, stopped, in(engine.Chromium),
			corsim.Load{Kind: corsim.Script, URL: "https://me:pw@api.example/s.js"}, turns(says(200)), "blocked"},
		{"JSON redirected to another origin in Firefox", rule.MainFetchPreflightAgain, applied, in(engine.Firefox), json,
			turns(redirects(302, apiURL), grants("", ""), says(200, "Access-Control-Allow-Origin", "*")), ""},
	}
}
