package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// openerCases are about windows and their openers, and about cross-origin isolation.
func openerCases() []Example {
	guarded := app.answered("Cross-Origin-Opener-Policy", "same-origin")
	alonePopup := trait{words: []string{"answered with Cross-Origin-Opener-Policy: same-origin"},
		option: corsim.OpenerPolicy("same-origin")}
	isolatedApp := app.answered("Cross-Origin-Opener-Policy", "same-origin",
		"Cross-Origin-Embedder-Policy", "require-corp")
	return []Example{
		{"a page that nobody has opened", rule.OpenerMissing, Stopped, app,
			opener, nil, "blocked"},
		{"a page that somebody has opened", rule.OpenerMissing, Unreached, app, popup(apiURL), nil, ""},
		{"a popup of another origin", rule.OpenerPolicySwitch, Passed, app, popup(apiURL), nil, "readable"},
		{"a popup of a page that wants a group of its own", rule.OpenerPolicySwitch, Stopped, guarded,
			popup(apiURL), nil, "blocked"},
		{"a popup of a page that would want a group of its own", rule.OpenerPolicyReportOnly, Applied,
			app.answered("Cross-Origin-Opener-Policy-Report-Only", "same-origin"),
			popup(apiURL), nil, ""},
		{"a popup of any other page", rule.OpenerPolicyReportOnly, Unreached, app, popup(apiURL), nil, ""},
		{"a popup of a frame in a page that wants a group of its own", rule.OpenerPolicyFrame, Stopped,
			guarded,
			popupOfFrame, nil, "blocked"},
		{"a popup of a frame in any other page", rule.OpenerPolicyFrame, Unreached, app,
			popupOfFrame, nil, ""},
		{"a popup in a sandbox that wants a group of its own", rule.OpenerPolicySandbox, Stopped,
			at(appURL, sandbox("allow-popups")),
			popup(apiURL, alonePopup), nil, "blocked"},
		{"a popup in a sandbox", rule.OpenerPolicySandbox, Unreached, at(appURL, sandbox("allow-popups")),
			popup(apiURL), nil, ""},
		{"a page without the two headers", rule.IsolatedTopLevel, Stopped, app, isolation, nil, "blocked"},
		{"a page that is isolated", rule.IsolatedTopLevel, Unreached, isolatedApp, isolation, nil, ""},
		{"a page that is isolated", rule.IsolatedPermission, Passed,
			isolatedApp,
			isolation, nil, "readable"},
		{"a frame that is not allowed to be", rule.IsolatedPermission, Stopped,
			isolatedApp,
			isolationOfFrame, nil, "blocked"},
	}
}
