package corsim_test

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// navigationRules are the cases of what navigations meet.
func navigationRules() []ruleCase {
	app, isolated := at(appURL), at(appURL, corsim.EmbedderPolicy("require-corp"))
	chromium := app
	chromium.profile = corsim.Chromium
	ok := turns(says(200))
	link := corsim.Navigation{URL: apiURL}
	frame := corsim.Navigation{Navigable: corsim.IframeElement, URL: "/frame"}
	return []ruleCase{
		{"a link to nowhere", rule.NavigationURLInvalid, stopped, app, corsim.Navigation{URL: "https://"}, ok, "blocked"},
		{"a link to a mailbox", rule.NavigationScheme, stopped, app, corsim.Navigation{URL: "mailto:me@app.example"}, ok, "blocked"},
		{"a frame that isolates, too", rule.NavigationEmbedderPolicy, passed, isolated, frame,
			turns(says(200, "Cross-Origin-Embedder-Policy", "credentialless")), ""},
		{"a frame that does not isolate", rule.NavigationEmbedderPolicy, stopped, isolated, frame, ok, "blocked"},
		{"a link without an answer to show", rule.NavigationNoDocument, applied, app, link, turns(says(204)), "opaque"},
		{"a link to another origin", rule.NavigationCrossOrigin, applied, app, link, ok, "opaque"},
		{"a link to a data: URL, in Chromium", rule.NavigationDataURL, stopped, chromium, corsim.Navigation{URL: "data:text/html,hi"}, ok, "blocked"},
		{"a link across origins", rule.MainFetchNavigate, applied, app, link, ok, ""},
	}
}
