package fix

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
)

// ways are the calls that the page could make instead, each tried: those that the page gets in the verdict's own
// browser.
func (s *search) ways() []Way {
	var ways []Way
	for _, way := range alternatives(s.verdict) {
		if !s.grants(s.verdict.Profile(), way.Call) {
			continue
		}
		for _, profile := range s.browsers {
			if s.grants(profile, way.Call) {
				way.Engines = append(way.Engines, profile.Name)
			}
		}
		ways = append(ways, way)
	}
	return ways
}

// grants reports whether the page gets a changed call in a browser.
func (s *search) grants(profile engine.Profile, call any) bool {
	return s.verdict.ReplayWith(profile, corsim.Change{Call: call}).Outcome().Granted()
}

// alternatives are calls like the verdict's that differ from it in one thing, which may have been the trouble.
func alternatives(v corsim.Verdict) []Way {
	switch call := v.Call().(type) {
	case corsim.Request:
		return fetchWays(v, call)
	case corsim.XHR:
		return xhrWays(v, call)
	case corsim.EventSource:
		return eventSourceWays(v, call)
	case corsim.Load:
		return loadWays(v, call)
	case corsim.Beacon:
		return beaconWays(v, call)
	case corsim.WebSocket:
		return webSocketWays(v, call)
	}
	return nil
}

// A variants collects calls that differ from one in one thing.
type variants[C any] struct {
	call C
	ways []Way
}

func (v *variants[C]) add(advice string, change func(*C)) {
	changed := v.call
	change(&changed)
	v.ways = append(v.ways, Way{Advice: advice, Call: changed})
}

const withoutCredentials = "Ask without credentials, if the answer does not depend on cookies: "

// fetchWays are those of fetch(). None of them is mode no-cors, with which the page could read nothing.
func fetchWays(v corsim.Verdict, request corsim.Request) []Way {
	ways := variants[corsim.Request]{call: request}
	if upper, differs := inCapitals(request.Method); differs {
		ways.add(methodAdvice(upper), func(r *corsim.Request) { r.Method = upper })
	}
	if request.Credentials == corsim.Include {
		ways.add(withoutCredentials+"credentials: 'omit'.", func(r *corsim.Request) { r.Credentials = corsim.Omit })
	}
	for _, w := range headerWays(request.Header) {
		ways.add(w.advice, func(r *corsim.Request) { r.Header = w.list })
	}
	if request.Redirect == corsim.Fail {
		ways.add("Follow the redirect: redirect: 'follow'.", func(r *corsim.Request) { r.Redirect = corsim.Follow })
	}
	if request.Mode == corsim.SameOrigin {
		ways.add("Ask with mode cors: the URL is of another origin.", func(r *corsim.Request) { r.Mode = corsim.CORS })
	}
	if request.Mode == corsim.NoCORS && request.Redirect != "" {
		ways.add("Leave the member redirect out, which mode no-cors does not go with.",
			func(r *corsim.Request) { r.Redirect = "" })
	}
	if request.Body != nil && request.Body.Kind == fetch.StreamBody {
		ways.add("Send the whole body at once: a stream always needs a CORS-preflight.", func(r *corsim.Request) {
			r.Body, r.Duplex = &corsim.Body{Bytes: request.Body.Bytes, Size: request.Body.Size}, ""
		})
	}
	for _, w := range urlWays(v) {
		ways.add(w.advice, func(r *corsim.Request) { r.URL = w.url })
	}
	return ways.ways
}

// xhrWays are those of XMLHttpRequest.
func xhrWays(v corsim.Verdict, request corsim.XHR) []Way {
	ways := variants[corsim.XHR]{call: request}
	if upper, differs := inCapitals(request.Method); differs {
		ways.add(methodAdvice(upper), func(x *corsim.XHR) { x.Method = upper })
	}
	if request.WithCredentials {
		ways.add(withoutCredentials+"withCredentials = false.", func(x *corsim.XHR) { x.WithCredentials = false })
	}
	if request.UploadListener {
		ways.add("Remove the listener from xhr.upload, which makes a CORS-preflight necessary: there is no progress of "+
			"the upload to show then.", func(x *corsim.XHR) { x.UploadListener = false })
	}
	for _, w := range headerWays(request.Header) {
		ways.add(w.advice, func(x *corsim.XHR) { x.Header = w.list })
	}
	for _, w := range urlWays(v) {
		ways.add(w.advice, func(x *corsim.XHR) { x.URL = w.url })
	}
	return ways.ways
}

// eventSourceWays are those of EventSource.
func eventSourceWays(v corsim.Verdict, stream corsim.EventSource) []Way {
	ways := variants[corsim.EventSource]{call: stream}
	if stream.WithCredentials {
		ways.add("Open the stream without withCredentials, if it does not depend on cookies.",
			func(e *corsim.EventSource) { e.WithCredentials = false })
	}
	for _, w := range urlWays(v) {
		ways.add(w.advice, func(e *corsim.EventSource) { e.URL = w.url })
	}
	return ways.ways
}

// loadWays are those of elements.
func loadWays(v corsim.Verdict, load corsim.Load) []Way {
	ways := variants[corsim.Load]{call: load}
	if strings.EqualFold(string(load.CrossOrigin), string(corsim.UseCredentials)) {
		ways.add(withoutCredentials+`crossorigin="anonymous".`, func(l *corsim.Load) { l.CrossOrigin = corsim.Anonymous })
	}
	if load.CrossOrigin != "" {
		ways.add("Remove the attribute crossorigin: the element can then use the answer, but the page cannot read it.",
			func(l *corsim.Load) { l.CrossOrigin = "" })
	} else {
		ways.add(`Ask with CORS, by the attribute crossorigin="anonymous".`,
			func(l *corsim.Load) { l.CrossOrigin = corsim.Anonymous })
	}
	for _, w := range urlWays(v) {
		ways.add(w.advice, func(l *corsim.Load) { l.URL = w.url })
	}
	return ways.ways
}

// beaconWays are those of navigator.sendBeacon().
func beaconWays(v corsim.Verdict, beacon corsim.Beacon) []Way {
	ways := variants[corsim.Beacon]{call: beacon}
	if beacon.Body != nil && beacon.Body.Kind == fetch.BlobBody {
		ways.add("Send a string and no Blob with a type of its own"+noPreflight, func(b *corsim.Beacon) {
			b.Body = &corsim.Body{Bytes: beacon.Body.Bytes, Size: beacon.Body.Size}
		})
	}
	for _, w := range urlWays(v) {
		ways.add(w.advice, func(b *corsim.Beacon) { b.URL = w.url })
	}
	return ways.ways
}

// webSocketWays are those of WebSocket.
func webSocketWays(v corsim.Verdict, socket corsim.WebSocket) []Way {
	ways := variants[corsim.WebSocket]{call: socket}
	for _, w := range urlWays(v) {
		ways.add(w.advice, func(s *corsim.WebSocket) { s.URL = w.url })
	}
	return ways.ways
}
