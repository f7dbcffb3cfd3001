package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// A request is what causes and hints want to know of a call.
type request struct {
	// api is the interface by its name, as [Call] has it.
	api string
	// thing is what is loaded, in a word.
	thing string
	mode  policy.Mode
	// credentials says in the words of the interface why credentials are included, "" where they are not.
	credentials string
	// crossorigin is true for an element with the attribute crossorigin, optional for one that loads without it, too.
	crossorigin, optional bool
	header                header.List
	body                  *corsim.Body
	uploadListener        bool
}

// requestOf takes from a call what causes and hints want to know.
func requestOf(call any) request {
	r := request{api: apiOf(call), thing: "response"}
	switch call := call.(type) {
	case corsim.Request:
		r.mode, r.header, r.body = call.Mode, call.Header, call.Body
		r.credentials = only(call.Credentials == corsim.Include, `credentials: "include"`)
	case corsim.XHR:
		r.header, r.body, r.uploadListener = call.Header, call.Body, call.UploadListener
		r.credentials = only(call.WithCredentials, "withCredentials")
	case corsim.EventSource:
		r.credentials = only(call.WithCredentials, "withCredentials")
	case corsim.Load:
		r.thing, r.crossorigin, r.optional = things[call.Kind], call.CrossOrigin != "", isOptional(call.Kind)
		r.credentials = only(call.CrossOrigin == corsim.UseCredentials, `crossorigin="use-credentials"`)
	case corsim.Beacon:
		r.body, r.credentials = call.Body, "as sendBeacon() always does"
	case corsim.Navigation:
		r.thing = "document"
	}
	return r
}

// only returns the words if they are true.
func only(so bool, words string) string {
	if so {
		return words
	}
	return ""
}

// isOptional reports whether a kind of load is made without CORS where the attribute crossorigin is missing.
func isOptional(kind fetch.LoadKind) bool {
	switch kind {
	case fetch.Image, fetch.ImageSet, fetch.Script, fetch.Stylesheet, fetch.Audio, fetch.Video, fetch.Icon:
		return true
	}
	return false
}

// things are what elements load.
var things = map[fetch.LoadKind]string{
	fetch.Image:           "image",
	fetch.ImageSet:        "image",
	fetch.Script:          "script",
	fetch.ModuleScript:    "module script",
	fetch.Stylesheet:      "style sheet",
	fetch.Font:            "font",
	fetch.Audio:           "audio",
	fetch.Video:           "video",
	fetch.Track:           "text track",
	fetch.DedicatedWorker: "worker's script",
	fetch.SharedWorker:    "shared worker's script",
	fetch.ModuleWorker:    "worker's module script",
	fetch.ImportScripts:   "imported script",
	fetch.Preload:         "preload",
	fetch.ModulePreload:   "module preload",
	fetch.Manifest:        "manifest",
	fetch.Icon:            "icon",
}
