package corsim

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
)

// Page returns the page whose call the verdict is about; nil for the zero Verdict.
func (v Verdict) Page() *Page {
	if v.call == nil {
		return nil
	}
	return v.call.page
}

// Profile returns the browser whose part was taken.
func (v Verdict) Profile() engine.Profile {
	if v.call == nil {
		return engine.Profile{}
	}
	return v.call.page.browser.agent.Profile
}

// Call returns what the page asked for: a [Request], [XHR], [EventSource], [Load], [Beacon], [Navigation] or
// [WebSocket], as it was passed. It is nil where documents were asked and not the network, and for the zero Verdict.
func (v Verdict) Call() any {
	if v.call == nil {
		return nil
	}
	switch through := v.call.api.(type) {
	case nil:
		return v.call.plain.request()
	case fetchCall:
		return Request(through)
	case xhrCall:
		return XHR(through)
	case eventSourceCall:
		return EventSource(through)
	case loadCall:
		return Load(through)
	case beaconCall:
		return Beacon(through)
	case navigationCall:
		return Navigation(through)
	case webSocketCall:
		return WebSocket(through)
	}
	return nil
}

// Target returns method and URL as the page made the request, before any redirect; the URL may not be parsable. Where
// documents were asked and not the network, they are what script does, and the URL of the document it does it with.
func (v Verdict) Target() (method, url string) {
	if v.call == nil {
		return "", ""
	}
	method, url = v.call.target()
	if method == "" {
		method = "GET"
	}
	return method, url
}

// URL returns the URL that the page asked for, as its browser reads it: parsed, and relative to the page or the style
// sheet. It is the zero URL where it cannot be parsed, where documents were asked and not the network, and for the
// zero Verdict.
func (v Verdict) URL() origin.URL {
	if v.call == nil || v.concernsDocuments() {
		return origin.URL{}
	}
	profile := v.Profile()
	base := v.call.page.client.APIBaseURL()
	if load, ok := v.call.api.(loadCall); ok && load.Stylesheet != "" {
		base, _ = fetch.ParseURL(&profile, base, load.Stylesheet)
	}
	_, reference := v.call.target()
	url, _ := fetch.ParseURL(&profile, base, reference)
	return url
}
