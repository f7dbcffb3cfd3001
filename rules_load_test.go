package corsim_test

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// loadRules are the cases of what elements and beacons meet.
func loadRules() []ruleCase {
	app := at(appURL)
	chromium := app
	chromium.profile = corsim.Chromium
	ok := turns(says(200))
	javaScript := turns(says(200, "Content-Type", "text/javascript"))
	with := func(contentType, body string) corsim.Server {
		answer := says(200, "Content-Type", contentType)
		answer.Body = []byte(body)
		return turns(answer)
	}
	image := corsim.Load{Kind: corsim.Image, URL: "/i.png"}
	script := corsim.Load{Kind: corsim.Script, URL: "/s.js"}
	module := corsim.Load{Kind: corsim.ModuleScript, URL: "/m.js"}
	style := corsim.Load{Kind: corsim.Stylesheet, URL: "/s.css"}
	font := corsim.Load{Kind: corsim.Font, URL: "/f.ttf"}
	return []ruleCase{
		{"an image without a URL", rule.LoadURLInvalid, stopped, app, corsim.Load{}, ok, "blocked"},
		{"a script that is there", rule.LoadStatus, passed, app, script, javaScript, ""},
		{"a script that is not there", rule.LoadStatus, stopped, app, script, turns(says(404)), "blocked"},
		{"an image", rule.LoadImage, passed, app, image, ok, ""},
		{"no image", rule.LoadImage, stopped, app, image, with("image/png", "hello"), "blocked"},
		{"a module script", rule.LoadModuleType, passed, app, module, javaScript, ""},
		{"a module script without its type", rule.LoadModuleType, stopped, app, module, ok, "blocked"},
		{"a style sheet", rule.LoadStylesheetType, passed, app, style, with("text/css", "p{}"), ""},
		{"a style sheet that says it is text", rule.LoadStylesheetType, stopped, app, style, with("text/plain", "p{}"), "blocked"},
		{"a style sheet that says it is text, in Chromium", rule.LoadStylesheetType, applied, chromium, style, with("text/plain", "p{}"), ""},
		{"a font", rule.LoadFont, passed, app, font, ok, ""},
		{"no font", rule.LoadFont, stopped, app, font, with("font/ttf", "hello"), "blocked NetworkError"},

		{"a preload without as", rule.LoadPreloadDestination, stopped, app, corsim.Load{Kind: corsim.Preload, URL: "/s.js"}, ok, "blocked"},
		{"a preload", rule.LoadStatus, passed, chromium, corsim.Load{Kind: corsim.Preload, URL: "/s.js", As: "script"}, ok, ""},

		{"a beacon to nowhere", rule.BeaconURLInvalid, stopped, app, corsim.Beacon{URL: "https://"}, ok, "threw TypeError"},
		{"a beacon to a mailbox", rule.BeaconScheme, stopped, app, corsim.Beacon{URL: "mailto:me@app.example"}, ok, "threw TypeError"},
		{"a beacon", rule.BeaconQueued, applied, app, corsim.Beacon{URL: "/"}, ok, ""},

		{"a script that says it is a script", rule.MIMETypeBlocked, passed, app, script, javaScript, ""},
		{"a script that says it is an image", rule.MIMETypeBlocked, stopped, app, script, with("image/png", ""), "blocked"},
		{"a script that is what it says", rule.NosniffBlocked, passed, app, script,
			turns(says(200, "Content-Type", "text/javascript", "X-Content-Type-Options", "nosniff")), ""},
		{"a script that says it is text, and means it", rule.NosniffBlocked, stopped, app, script,
			turns(says(200, "Content-Type", "text/plain", "X-Content-Type-Options", "nosniff")), "blocked"},
	}
}
