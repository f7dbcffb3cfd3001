package console

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
)

// A chromiumCase is an ending with what Chromium's messages tell of it.
type chromiumCase struct {
	ending
	// answer is the answer that the step is about, preflight the same if it is one to a CORS-preflight.
	answer, preflight *corsim.Answer
	// location is where the answer redirects to.
	location origin.URL
}

// chromium returns what Chromium prints.
func chromium(v corsim.Verdict) []string {
	if v.URL().IsZero() {
		return nil
	}
	c := chromiumCase{ending: endingOf(v)}
	if c.exchange != nil {
		c.answer = &c.exchange.Answer
		c.location, _ = c.place.location(v)
		if c.exchange.Preflight {
			c.preflight = c.answer
		}
	}
	lines := c.mixedContent()
	if v.Outcome() != corsim.Blocked {
		return lines
	}
	if line := c.cors(); line != "" {
		return append(lines, line)
	}
	return append(lines, c.others()...)
}

// origin returns the page's origin. Redirects do not change it here, whatever the Origin header says.
func (c *chromiumCase) origin() string { return c.verdict.Page().Origin().String() }

// chromiumKinds are Chromium's names of what is loaded.
var chromiumKinds = map[fetch.LoadKind]string{
	corsim.Image:         "image",
	corsim.ImageSet:      "image",
	corsim.Script:        "script",
	corsim.ModuleScript:  "script",
	corsim.ModulePreload: "script",
	corsim.Stylesheet:    "CSS stylesheet",
	corsim.Font:          "font",
	corsim.Audio:         "audio",
	corsim.Video:         "video",
	corsim.Track:         "text track",
	corsim.Manifest:      "manifest",
}

// chromiumPreloads are the names of what is preloaded, by the as attribute.
var chromiumPreloads = map[string]string{
	"fetch": "link element resource", "font": "font", "image": "image", "script": "script", "style": "CSS stylesheet",
	"track": "text track",
}

// chromiumKind returns Chromium's name for what makes a request.
func chromiumKind(call any) string {
	switch call := call.(type) {
	case corsim.Request:
		return "fetch"
	case corsim.XHR:
		return "XMLHttpRequest"
	case corsim.Load:
		if name := chromiumKinds[call.Kind]; name != "" {
			return name
		}
		if name := chromiumPreloads[call.As]; name != "" {
			return name
		}
	}
	return "resource"
}
