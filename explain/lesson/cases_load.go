package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// loadCases are about elements that load something, and beacons.
func loadCases() []Example {
	image := corsim.Load{Kind: corsim.Image, URL: "/i.png"}
	script := corsim.Load{Kind: corsim.Script, URL: "/s.js"}
	module := corsim.Load{Kind: corsim.ModuleScript, URL: "/m.js"}
	style := corsim.Load{Kind: corsim.Stylesheet, URL: "/s.css"}
	font := corsim.Load{Kind: corsim.Font, URL: "/f.ttf"}
	return []Example{
		{"an image without a URL", rule.LoadURLInvalid, Stopped, app, corsim.Load{}, ok, "blocked"},
		{"an image with a URL", rule.LoadURLInvalid, Unreached, app, image, ok, ""},
		{"a script that is there", rule.LoadStatus, Passed, app, script, javaScript, ""},
		{"a script that is not there", rule.LoadStatus, Stopped, app, script, turns(says(404)), "blocked"},
		{"bytes that are an image", rule.LoadImage, Passed, app, image, ok, ""},
		{"bytes that are no image, whatever the Content-Type says", rule.LoadImage, Stopped, app, image, turns(bearing("hello", "Content-Type", "image/png")), "blocked"},
		{"a module script", rule.LoadModuleType, Passed, app, module, javaScript, ""},
		{"a module script without its type", rule.LoadModuleType, Stopped, app, module, ok, "blocked"},
		{"a style sheet", rule.LoadStylesheetType, Passed,
			app, style, turns(bearing("p{}", "Content-Type", "text/css")), ""},
		{"a style sheet that says it is text", rule.LoadStylesheetType, Stopped, app,
			style, turns(bearing("p{}", "Content-Type", "text/plain")), "blocked"},
		{"a style sheet that says it is text, in Chromium", rule.LoadStylesheetType, Applied, chromium,
			style, turns(bearing("p{}", "Content-Type", "text/plain")), ""},
		{"bytes that are a font", rule.LoadFont, Passed, app, font, ok, ""},
		{"bytes that are no font, whatever the Content-Type says", rule.LoadFont, Stopped,
			app, font, turns(bearing("hello", "Content-Type", "font/ttf")), "blocked NetworkError"},
		{"a preload without as", rule.LoadPreloadDestination, Stopped, app,
			corsim.Load{Kind: corsim.Preload, URL: "/s.js"}, ok, "blocked"},
		{"a preload with as", rule.LoadPreloadDestination, Unreached, app,
			corsim.Load{Kind: corsim.Preload, URL: "/s.js", As: "script"}, javaScript, ""},
		{"a preload", rule.LoadStatus, Passed, chromium,
			corsim.Load{Kind: corsim.Preload, URL: "/s.js", As: "script"}, ok, ""},
		{"a beacon to nowhere", rule.BeaconURLInvalid, Stopped, app,
			corsim.Beacon{URL: "https://"}, ok, "threw TypeError"},
		{"a beacon to somebody", rule.BeaconURLInvalid, Unreached, app, corsim.Beacon{URL: apiURL}, ok, ""},
		{"a beacon to a mailbox", rule.BeaconScheme, Stopped, app,
			corsim.Beacon{URL: "mailto:me@app.example"}, ok, "threw TypeError"},
		{"a beacon to a server", rule.BeaconScheme, Unreached, app, corsim.Beacon{URL: apiURL}, ok, ""},
		{"a beacon", rule.BeaconQueued, Applied, app, corsim.Beacon{URL: "/"}, ok, ""},
		{"more than beacons may carry", rule.BeaconQueued, Unreached, app,
			corsim.Beacon{URL: "/", Body: &corsim.Body{Size: 65537}}, ok, ""},
		{"a script that says it is a script", rule.MIMETypeBlocked, Passed, app, script, javaScript, ""},
		{"a script that says it is an image", rule.MIMETypeBlocked, Stopped, app,
			script, turns(bearing("", "Content-Type", "image/png")), "blocked"},
		{"a script that is what it says", rule.NosniffBlocked, Passed, app,
			script, turns(says(200, "Content-Type", "text/javascript", "X-Content-Type-Options", "nosniff")), ""},
		{"a script that says it is text, and means it", rule.NosniffBlocked, Stopped, app,
			script, turns(says(200, "Content-Type", "text/plain", "X-Content-Type-Options", "nosniff")), "blocked"},
	}
}
