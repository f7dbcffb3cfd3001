package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// navigationCases are about navigations.
func navigationCases() []Example {
	isolated := app.answered("Cross-Origin-Embedder-Policy", "require-corp")
	link := corsim.Navigation{URL: apiURL}
	frame := corsim.Navigation{Navigable: corsim.IframeElement, URL: "/frame"}
	return []Example{
		{"a link to nowhere", rule.NavigationURLInvalid, Stopped, app,
			corsim.Navigation{URL: "https://"}, ok, "blocked"},
		{"a link to a URL with a host", rule.NavigationURLInvalid, Unreached, app, link, ok, ""},
		{"a link to a mailbox", rule.NavigationScheme, Stopped, app,
			corsim.Navigation{URL: "mailto:me@app.example"}, ok, "blocked"},
		{"a link to a page", rule.NavigationScheme, Unreached, app, link, ok, ""},
		{"a frame that isolates, too", rule.NavigationEmbedderPolicy, Passed, isolated,
			frame, turns(says(200, "Cross-Origin-Embedder-Policy", "credentialless")), ""},
		{"a frame that does not isolate", rule.NavigationEmbedderPolicy, Stopped, isolated, frame, ok, "blocked"},
		{"a link without an answer to show", rule.NavigationNoDocument, Applied, app,
			link, turns(says(204)), "opaque"},
		{"a link with an answer to show", rule.NavigationNoDocument, Unreached, app, link, ok, ""},
		{"a link to another origin", rule.NavigationCrossOrigin, Applied, app, link, ok, "opaque"},
		{"a link to a page of the same origin", rule.NavigationCrossOrigin, Unreached, app,
			corsim.Navigation{URL: "/next"}, ok, ""},
		{"a link to a data: URL, in Chromium", rule.NavigationDataURL, Stopped, chromium,
			corsim.Navigation{URL: "data:text/html,hi"}, ok, "blocked"},
		{"a frame with a data: URL, in Chromium", rule.NavigationDataURL, Unreached, chromium,
			corsim.Navigation{Navigable: corsim.IframeElement, URL: "data:text/html,hi"}, ok, ""},
		{"a link across origins", rule.MainFetchNavigate, Applied, app, link, ok, ""},
		{"fetch() of the same URL", rule.MainFetchNavigate, Unreached, app, get, ok, ""},
	}
}
