package conformance

import (
	"cmp"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
)

// loadKinds are the kinds of loads by their names in cases.
var loadKinds = map[string]fetch.LoadKind{
	"img":            corsim.Image,
	"audio":          corsim.Audio,
	"video":          corsim.Video,
	"script":         corsim.Script,
	"module":         corsim.ModuleScript,
	"style":          corsim.Stylesheet,
	"font":           corsim.Font,
	"track":          corsim.Track,
	"import-scripts": corsim.ImportScripts,
	"worker":         corsim.DedicatedWorker,
	"sharedworker":   corsim.SharedWorker,
}

// navigables are what navigations lead somewhere, by their names in cases.
var navigables = map[string]fetch.Navigable{
	"navigate": corsim.TopLevelTraversable,
	"iframe":   corsim.IframeElement,
	"frame":    corsim.FrameElement,
	"object":   corsim.ObjectElement,
	"embed":    corsim.EmbedElement,
}

// checkModelled names what of the call corsim does not model.
func (c *Call) checkModelled() error {
	_, isLoad := loadKinds[c.API]
	switch c.API {
	case "fetch", "xhr", "eventsource", "beacon":
	default:
		if !isLoad && !c.isNavigation() {
			return notModelled("api", c.API)
		}
	}
	if c.Initiator != "" && (c.API != "img" || c.Initiator != "imageset") {
		return notModelled("initiator", c.Initiator)
	}
	return nil
}

func (c *Call) isNavigation() bool {
	_, found := navigables[c.API]
	return found
}

// load is the load of an element, or of what a script loads by its URL alone.
func (c *Call) load() corsim.Load {
	load := corsim.Load{Kind: loadKinds[c.API], URL: c.URL, ReferrerPolicy: c.ReferrerPolicy}
	if c.Initiator == "imageset" {
		load.Kind = corsim.ImageSet
	}
	if c.CrossOrigin != nil {
		load.CrossOrigin = cmp.Or(fetch.CrossOrigin(*c.CrossOrigin), corsim.Anonymous)
	}
	return load
}

// make makes the call on a page. exception is what script gets instead of the verdict's, "" for nothing else.
func (c *Call) make(page *corsim.Page, answers corsim.Server) (v corsim.Verdict, exception string, err error) {
	if c.API == "eventsource" {
		return page.EventSource(answers, corsim.EventSource{URL: c.URL, WithCredentials: c.WithCredentials}), "", nil
	}
	if _, isLoad := loadKinds[c.API]; isLoad {
		return page.Load(answers, c.load()), "", nil
	}
	body, err := c.Body.body()
	if err != nil {
		return corsim.Verdict{}, "", err
	}
	switch {
	case c.API == "beacon":
		return page.SendBeacon(answers, corsim.Beacon{URL: c.URL, Body: body}), "", nil
	case c.isNavigation():
		return page.Navigate(answers, corsim.Navigation{
			Navigable:      navigables[c.API],
			URL:            c.URL,
			Method:         given(c.Method),
			Body:           body,
			ReferrerPolicy: c.ReferrerPolicy,
			UserActivation: c.UserActivation,
			UserInitiated:  c.UserInitiated,
		}), "", nil
	}
	method, methodOK := byteString(given(c.Method))
	list, listOK := headerList(c.Headers)
	// A character that is no byte is a TypeError, whichever argument has it.
	if !methodOK || !listOK {
		exception = "TypeError"
	}
	if c.API == "xhr" {
		return page.XHR(answers, corsim.XHR{
			Method:          method,
			URL:             c.URL,
			Sync:            c.Async != nil && !*c.Async,
			Username:        c.Username,
			Password:        c.Password,
			Header:          list,
			Body:            body,
			WithCredentials: c.WithCredentials,
			UploadListener:  c.UploadListener,
		}), exception, nil
	}
	request := corsim.Request{
		URL:            c.URL,
		Method:         method,
		Header:         list,
		Body:           body,
		Mode:           policy.Mode(given(c.Mode)),
		Credentials:    policy.Credentials(given(c.Credentials)),
		Cache:          policy.Cache(given(c.Cache)),
		Redirect:       policy.Redirect(given(c.Redirect)),
		ReferrerPolicy: policy.ReferrerPolicy(c.ReferrerPolicy),
		Keepalive:      c.Keepalive,
		Duplex:         given(c.Duplex),
		Window:         window(c.Window),

		TargetAddressSpace: policy.TargetAddressSpace(c.TargetAddressSpace),
	}
	if c.Referrer != nil {
		request.Referrer, request.NoReferrer = *c.Referrer, *c.Referrer == ""
	}
	return page.Fetch(answers, request), exception, nil
}

// given returns a member's value, "" for one that is not passed. No such member may be the empty string; a space,
// which is as wrong, stands for it.
func given(member *string) string {
	switch {
	case member == nil:
		return ""
	case *member == "":
		return " "
	}
	return *member
}

// window is the member window of RequestInit; value is its JSON, nil where it is absent.
func window(value []byte) fetch.Window {
	switch {
	case value == nil:
		return fetch.WindowAbsent
	case string(value) == "null":
		return fetch.WindowNull
	}
	return fetch.WindowOther
}
