package corsim

import (
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A Page is a document, or a worker, that makes requests. Open one with [Browser.Open]; the zero Page belongs to no
// browser and cannot make any.
type Page struct {
	browser *Browser
	client  fetch.Environment
	around  *surroundings // nil for a top-level document
}

// Open opens a document at a URL. If the URL cannot be parsed, Page.Err says why, and every verdict of the page is
// undetermined.
func (b *Browser) Open(url string, options ...PageOption) *Page {
	page := &b.firstPage
	if page.browser != nil {
		page = new(Page)
	}
	page.browser = b
	page.client.URL = page.parse(url)
	page.client.Origin = page.client.URL.Origin(&b.mint)
	for _, option := range options {
		option(page)
	}
	page.settle()
	return page
}

// Err returns why the page could not be opened, or nil.
func (p *Page) Err() error {
	if p.around == nil {
		return nil
	}
	return p.around.err
}

// Origin returns the page's origin; it is opaque in a sandbox and for a data: URL.
func (p *Page) Origin() origin.Origin { return p.client.Origin }

// URL returns the page's URL.
func (p *Page) URL() origin.URL { return p.client.URL }

// IsWorker reports whether the page is a worker, and not a document.
func (p *Page) IsWorker() bool { return p.client.Worker }

// ReferrerPolicy returns the page's referrer policy, "" for the default.
func (p *Page) ReferrerPolicy() policy.ReferrerPolicy { return p.client.ReferrerPolicy }

// Fetch does what fetch(request.URL, request) does on the page, with server in the place of the network. The outcome
// is Readable or Opaque where the promise is fulfilled, Blocked where it is rejected for a network error, and Threw
// where it is rejected for the arguments.
//
// https://fetch.spec.whatwg.org/#dom-global-fetch
func (p *Page) Fetch(server Server, request Request) Verdict {
	if !isPlain(&request) {
		return p.call(server, fetchCall(request))
	}
	c := p.browser.newCall(p, server)
	c.plain = plainRequest{request.URL, request.Method, request.Header, request.Body, request.Credentials}
	return c.run()
}

// XHR does what an XMLHttpRequest does on the page. The outcome is Readable where it fires load, Blocked where it
// fires error, and Threw where one of its methods throws for its arguments.
//
// https://xhr.spec.whatwg.org/#interface-xmlhttprequest
func (p *Page) XHR(server Server, request XHR) Verdict { return p.call(server, xhrCall(request)) }

// EventSource opens an event stream on the page. The outcome is Readable where the connection is open, Blocked where
// it fails, and Threw where the URL is none.
//
// https://html.spec.whatwg.org/#the-eventsource-interface
func (p *Page) EventSource(server Server, request EventSource) Verdict {
	return p.call(server, eventSourceCall(request))
}

// Load loads what an element of the page asks for; [Verdict.Effect] says what becomes of the element. The outcome is
// Readable where the page may read what was loaded, Opaque where the element can use it and the page may not read it,
// and Blocked where the element has nothing. Threw is for new Worker() and importScripts() with a URL that is none.
//
// https://html.spec.whatwg.org/#create-a-potential-cors-request
func (p *Page) Load(server Server, load Load) Verdict { return p.call(server, loadCall(load)) }

// SendBeacon does what navigator.sendBeacon() does on the page. All that script learns is whether the data is queued,
// which [Verdict.Effect] says. The outcome is that of the request: Opaque where the server has answered, Blocked, and
// Threw where the URL is none that can be sent to.
//
// https://w3c.github.io/beacon/#sec-processing-model
func (p *Page) SendBeacon(server Server, beacon Beacon) Verdict {
	return p.call(server, beaconCall(beacon))
}

// Navigate follows a link, sends a form, or fills a frame. The outcome says what the page can do with the document
// that comes of it: Readable if it is of the page's own origin, Opaque if it is of another, Blocked if there is none.
// No navigation needs CORS.
//
// https://html.spec.whatwg.org/#create-navigation-params-by-fetching
func (p *Page) Navigate(server Server, navigation Navigation) Verdict {
	return p.call(server, navigationCall(navigation))
}

// WebSocket opens a WebSocket on the page. The outcome is Readable where the connection is open, Blocked where it
// fails, and Threw where the URL or the protocols are none.
//
// https://websockets.spec.whatwg.org/#dom-websocket-websocket
func (p *Page) WebSocket(server Server, request WebSocket) Verdict {
	return p.call(server, webSocketCall(request))
}

// Do makes a call that is given as a value, one of those that [Verdict.Call] returns. What is none of them is not
// made, and has the zero Verdict.
func (p *Page) Do(server Server, call any) Verdict {
	if through := apiOf(call); through != nil {
		return p.call(server, through)
	}
	return Verdict{}
}
