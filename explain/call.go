package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
)

// The interfaces that are asked for more than once.
const (
	apiFetch       = "fetch"
	apiXHR         = "XMLHttpRequest"
	apiEventSource = "EventSource"
	apiBeacon      = "sendBeacon"
	apiWebSocket   = "WebSocket"
	apiForm        = "form"
)

// loadNames are the names of what loads something, by its kind.
var loadNames = [...]string{
	fetch.Image:           "img",
	fetch.ImageSet:        "img srcset",
	fetch.Script:          "script",
	fetch.ModuleScript:    "script type=module",
	fetch.Stylesheet:      "link rel=stylesheet",
	fetch.Font:            "@font-face",
	fetch.Audio:           "audio",
	fetch.Video:           "video",
	fetch.Track:           "track",
	fetch.DedicatedWorker: "Worker",
	fetch.SharedWorker:    "SharedWorker",
	fetch.ModuleWorker:    "module Worker",
	fetch.ImportScripts:   "importScripts",
	fetch.Preload:         "link rel=preload",
	fetch.ModulePreload:   "link rel=modulepreload",
	fetch.Manifest:        "link rel=manifest",
	fetch.Icon:            "link rel=icon",
}

// navigableNames are the names of what a navigation takes to a document.
var navigableNames = [...]string{
	fetch.TopLevelTraversable: "navigation",
	fetch.IframeElement:       "iframe",
	fetch.FrameElement:        "frame",
	fetch.ObjectElement:       "object",
	fetch.EmbedElement:        "embed",
}

// callOf says what the page asked for, through an interface by its name.
func callOf(v corsim.Verdict, api string) Call {
	if v.Page() == nil {
		return Call{}
	}
	c := Call{API: api, Origin: v.Page().Origin().String(), Page: v.Page().URL().Href()}
	c.Method, c.URL = v.Target()
	return c
}

func apiOf(call any) string {
	switch call := call.(type) {
	case corsim.Request:
		return apiFetch
	case corsim.XHR:
		return apiXHR
	case corsim.EventSource:
		return apiEventSource
	case corsim.Load:
		return nameOf(loadNames[:], int(call.Kind))
	case corsim.Beacon:
		return apiBeacon
	case corsim.Navigation:
		if call.Form {
			return apiForm
		}
		return nameOf(navigableNames[:], int(call.Navigable))
	case corsim.WebSocket:
		return apiWebSocket
	}
	return ""
}

// nameOf returns the name of a kind, that of the first for one that is none.
func nameOf(names []string, kind int) string {
	if kind < 0 || kind >= len(names) {
		kind = 0
	}
	return names[kind]
}
