package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
)

// access is what a page does with the window of another origin, that has a frame named first.
func access(object policy.PlatformObject, operation policy.Operation, property string) act {
	return accessTo(apiURL, object, operation, property)
}

// accessOwn is what a page does with a window of its own origin.
func accessOwn(operation policy.Operation, property string) act {
	return accessTo(appURL, policy.WindowObject, operation, property)
}

func accessTo(url string, object policy.PlatformObject, operation policy.Operation, property string) act {
	return act{
		script: []string{`other = window.open("` + url + `")`, expression(object, operation, property)},
		do: func(browser *corsim.Browser, page *corsim.Page) corsim.Verdict {
			other := browser.Open(url, corsim.Frames("first", ""))
			return page.Access(other, corsim.Access{Object: object, Operation: operation, Property: property})
		},
	}
}

// expression is the access to the object of the variable other as script.
func expression(object policy.PlatformObject, operation policy.Operation, property string) string {
	target := "other"
	if object == policy.LocationObject {
		target = "other.location"
	}
	switch operation {
	case policy.OperationSet:
		return target + "." + property + ` = "https://third.example/"`
	case policy.OperationDelete:
		return "delete " + target + "." + property
	case policy.OperationGetPrototype:
		return "Object.getPrototypeOf(" + target + ")"
	case policy.OperationSetPrototype:
		return "Object.setPrototypeOf(" + target + ", {})"
	}
	return target + "." + property
}

// contentDocument reads the document of a frame.
func contentDocument(url string) act {
	return act{
		script: []string{`<iframe src="` + url + `">`, "iframe.contentDocument"},
		do: func(browser *corsim.Browser, page *corsim.Page) corsim.Verdict {
			return page.ContentDocument(browser.Open(url, corsim.FrameOf(page)))
		},
	}
}

// alone is an act that needs no other document.
func alone(script string, do func(page *corsim.Page) corsim.Verdict) act {
	return act{
		script: []string{script},
		do:     func(_ *corsim.Browser, page *corsim.Page) corsim.Verdict { return do(page) },
	}
}

// What a page does by itself.
var (
	cookie    = alone("document.cookie", (*corsim.Page).DocumentCookie)
	storage   = alone("localStorage", (*corsim.Page).Storage)
	framing   = alone("(the browser is about to show the page)", (*corsim.Page).Framing)
	opener    = alone("window.opener", (*corsim.Page).Opener)
	isolation = alone("self.crossOriginIsolated", (*corsim.Page).Isolation)
)

// ownCookie sets a cookie and reads it.
var ownCookie = alone(`document.cookie = "id=1"; document.cookie`, func(page *corsim.Page) corsim.Verdict {
	page.SetDocumentCookie("id=1")
	return page.DocumentCookie()
})

func setCookie(value string) act {
	return alone(`document.cookie = "`+value+`"`, func(page *corsim.Page) corsim.Verdict {
		return page.SetDocumentCookie(value)
	})
}

func domain(value string) act {
	return alone(`document.domain = "`+value+`"`, func(page *corsim.Page) corsim.Verdict {
		return page.SetDomain(value)
	})
}

// message sends a message to a window that shows https://api.example/.
func message(targetOrigin string) act {
	return act{
		script: []string{`other = window.open("` + apiURL + `")`, `other.postMessage("hello", "` + targetOrigin + `")`},
		do: func(browser *corsim.Browser, page *corsim.Page) corsim.Verdict {
			return page.PostMessage(browser.Open(apiURL), targetOrigin)
		},
	}
}

// popup opens a window and asks there for the opener.
func popup(url string, special ...trait) act {
	opened := at(url, special...)
	lines := []string{`window.open("` + url + `")`}
	for _, t := range special {
		for _, words := range t.words {
			lines = append(lines, "  ("+words+")")
		}
	}
	return act{
		script: append(lines, "window.opener, asked there"),
		do: func(browser *corsim.Browser, page *corsim.Page) corsim.Verdict {
			return browser.Open(url, append(opened.options(), corsim.OpenedBy(page))...).Opener()
		},
	}
}

// popupOfFrame lets a frame of another origin open a window, and asks there for the opener.
var popupOfFrame = act{
	script: []string{`<iframe src="` + apiURL + `">`, `window.open("` + apiURL + `"), in the frame`,
		"window.opener, asked in the window"},
	do: func(browser *corsim.Browser, page *corsim.Page) corsim.Verdict {
		frame := browser.Open(apiURL, corsim.FrameOf(page))
		return browser.Open(apiURL, corsim.OpenedBy(frame)).Opener()
	},
}

// isolationOfFrame asks in a frame of another origin, that has an embedder policy, whether it is isolated.
var isolationOfFrame = act{
	script: []string{`<iframe src="` + apiURL + `">`, "  (answered with Cross-Origin-Embedder-Policy: require-corp)",
		"self.crossOriginIsolated, asked in the frame"},
	do: func(browser *corsim.Browser, page *corsim.Page) corsim.Verdict {
		return browser.Open(apiURL, corsim.FrameOf(page), corsim.EmbedderPolicy("require-corp")).Isolation()
	},
}
