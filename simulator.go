package corsim

import (
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// The browsers whose part a simulation can take: one that follows the standards to the letter, and three that exist,
// with the settings that they come with.
var (
	Standard = engine.Standard
	Chromium = engine.Chromium
	Firefox  = engine.Firefox
	WebKit   = engine.WebKit
)

// What a script passes, and what answers.
type (
	// Request is what a script passes to fetch().
	Request = fetch.Init
	// XHR is what a script does with an XMLHttpRequest.
	XHR = fetch.XHR
	// EventSource is what a script passes to new EventSource().
	EventSource = fetch.EventSource
	// Load is what an element loads.
	Load = fetch.Load
	// Beacon is what a script passes to navigator.sendBeacon().
	Beacon = fetch.Beacon
	// Navigation is what takes a tab, or a frame, to a document.
	Navigation = fetch.Navigation
	// WebSocket is what a script passes to new WebSocket().
	WebSocket = fetch.WebSocket
	// Body is a request's body.
	Body = fetch.Body
	// Server stands where the network would.
	Server = fetch.Server
	// ServerFunc is a function as a Server.
	ServerFunc = fetch.ServerFunc
	// Answer is what a Server answers.
	Answer = fetch.Answer
	// HTTPRequest is what a Server is asked.
	HTTPRequest = fetch.HTTPRequest
	// Effect is what becomes of an element.
	Effect = fetch.Effect
	// Exchange is one HTTP request and its answer.
	Exchange = fetch.Exchange
	// Outcome is what a script gets.
	Outcome = fetch.Outcome
	// Cookie is a cookie in a browser's jar.
	Cookie = fetch.Cookie
)

// The outcomes of a verdict.
const (
	Undetermined = fetch.Undetermined
	Readable     = fetch.Readable
	Opaque       = fetch.Opaque
	Blocked      = fetch.Blocked
	Threw        = fetch.Threw
)

// The values of a Request's Mode, Credentials and Redirect. They have no type of their own, because the standard
// uses "same-origin" for two of the members.
const (
	CORS       = "cors"
	NoCORS     = "no-cors"
	SameOrigin = "same-origin"
	Omit       = "omit"
	Include    = "include"
	Follow     = "follow"
	Manual     = "manual"
	Fail       = "error" // the redirect mode "error"
)

// The kinds of loads.
const (
	Image           = fetch.Image
	ImageSet        = fetch.ImageSet
	Script          = fetch.Script
	ModuleScript    = fetch.ModuleScript
	Stylesheet      = fetch.Stylesheet
	Font            = fetch.Font
	Audio           = fetch.Audio
	Video           = fetch.Video
	Track           = fetch.Track
	DedicatedWorker = fetch.DedicatedWorker
	SharedWorker    = fetch.SharedWorker
	ModuleWorker    = fetch.ModuleWorker
	ImportScripts   = fetch.ImportScripts
)

// What a Navigation leads somewhere.
const (
	TopLevelTraversable = fetch.TopLevelTraversable
	IframeElement       = fetch.IframeElement
	FrameElement        = fetch.FrameElement
	ObjectElement       = fetch.ObjectElement
	EmbedElement        = fetch.EmbedElement
)

// The values of a Load's CrossOrigin.
const (
	Anonymous      = fetch.Anonymous
	UseCredentials = fetch.UseCredentials
)

// A Browser is one browser with one user: a cookie jar, a CORS-preflight cache and a clock. Make one with New.
// A Browser, its pages and their verdicts are for one goroutine at a time; different browsers share nothing.
//
// A Browser keeps what was asked and answered, so that any of its verdicts can be replayed: start a new one for each
// test rather than one for all. The zero Browser is like one that New(Standard) made.
type Browser struct {
	agent fetch.UserAgent
	mint  origin.Mint
	last  *call // the most recent call, the head of the browsing so far
	seeds []seed

	// The first page and the first call live inside the browser, because many have no other.
	firstPage Page
	firstCall call
}

// New starts a browser that takes the part of the given engine, with empty stores and its clock at zero.
func New(profile engine.Profile) *Browser {
	return &Browser{agent: fetch.UserAgent{Profile: profile}}
}

// Advance lets time pass on the browser's clock, which otherwise stands still. Time does not go back: a negative
// d changes nothing.
func (b *Browser) Advance(d time.Duration) { b.agent.Now += max(d, 0) }

// Now returns the time on the browser's clock since it was started.
func (b *Browser) Now() time.Duration { return b.agent.Now }

// SetEpoch says which date the browser's clock showed at its start. It matters where an answer names a date: in a
// cookie's Expires attribute, and in the Expires header. Without it the date is 1 January 2026.
func (b *Browser) SetEpoch(date time.Time) { b.agent.Cookies.Epoch = date }

// SetStrictTransport says which hosts are known to want https: only, and of each whether that holds for the hosts below
// it. Without it there are none, and no answer adds any.
func (b *Browser) SetStrictTransport(hosts policy.StrictTransportHosts) {
	b.agent.StrictTransport = hosts
}

// AddCookie puts a cookie in the browser's jar without any check.
func (b *Browser) AddCookie(cookie Cookie) {
	b.agent.Cookies.Add(cookie)
	b.seeds = append(b.seeds, seed{cookie: cookie, after: b.last})
}

// SetCookie does what a Set-Cookie header says in the answer to a top-level navigation to url, and returns
// [policy.CookieOK] if the cookie is in the jar afterwards, or else why not.
func (b *Browser) SetCookie(url, setCookie string) policy.CookieReason {
	parsed, err := origin.Parse(url)
	if err != nil {
		return policy.CookieDomainMismatch
	}
	b.seeds = append(b.seeds, seed{url: url, setCookie: setCookie, after: b.last})
	return b.agent.SetCookie(parsed, setCookie)
}

// A seed is a cookie that was put in the jar by hand, after the given call; nil stands for the beginning. Where url is
// given, it came in a header.
type seed struct {
	cookie         Cookie
	url, setCookie string
	after          *call
}

// plant puts the cookie in a browser's jar.
func (s *seed) plant(b *Browser) {
	if s.url != "" {
		b.SetCookie(s.url, s.setCookie)
	} else {
		b.AddCookie(s.cookie)
	}
}

// Cookies returns the cookies in the browser's jar, in the order of their creation.
func (b *Browser) Cookies() []Cookie {
	var cookies []Cookie
	for cookie := range b.agent.Cookies.All() {
		cookies = append(cookies, cookie)
	}
	return cookies
}

// SetPublicSuffixes replaces the public suffix list, which decides what is a site; nil stands for the list that
// corsim brings. It must be called before the first page is opened.
func (b *Browser) SetPublicSuffixes(list origin.PublicSuffixList) { b.agent.PublicSuffixes = list }

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

// Fetch does what fetch(request.URL, request) does on the page, with server in the place of the network.
func (p *Page) Fetch(server Server, request Request) Verdict {
	c := p.browser.newCall(p, server)
	c.init = request
	return c.run()
}

// XHR does what an XMLHttpRequest does on the page.
func (p *Page) XHR(server Server, request XHR) Verdict { return p.call(server, xhrCall(request)) }

// EventSource opens an event stream on the page.
func (p *Page) EventSource(server Server, request EventSource) Verdict {
	return p.call(server, eventSourceCall(request))
}

// Load loads what an element of the page asks for.
func (p *Page) Load(server Server, load Load) Verdict { return p.call(server, loadCall(load)) }

// SendBeacon does what navigator.sendBeacon() does on the page.
func (p *Page) SendBeacon(server Server, beacon Beacon) Verdict {
	return p.call(server, beaconCall(beacon))
}

// Navigate follows a link, sends a form, or fills a frame. The outcome says what the page can do with the document that
// comes of it: Readable if it is of the page's own origin, Opaque if it is of another, Blocked if there is none. No
// navigation needs CORS.
func (p *Page) Navigate(server Server, navigation Navigation) Verdict {
	return p.call(server, navigationCall(navigation))
}

// WebSocket opens a WebSocket on the page. The outcome is Readable where the connection is open.
func (p *Page) WebSocket(server Server, request WebSocket) Verdict {
	return p.call(server, webSocketCall(request))
}

// call makes a call through another API than fetch().
func (p *Page) call(server Server, through api) Verdict {
	c := p.browser.newCall(p, server)
	c.api = through
	return c.run()
}

// A call is one request of a page together with all that is needed to make it again: what came before is behind
// previous.
type call struct {
	previous *call
	page     *Page
	server   Server
	init     Request // of fetch()
	api      api     // nil for fetch()
	at       time.Duration
	record   fetch.Record
}

// newCall appends a call to the browsing.
func (b *Browser) newCall(page *Page, server Server) *call {
	c := &b.firstCall
	if b.last != nil {
		c = new(call)
	}
	c.previous, c.page, c.server, c.at = b.last, page, server, b.agent.Now
	b.last = c
	return c
}

// run makes the call in its browser.
func (c *call) run() Verdict {
	if err := c.page.Err(); err != nil {
		c.record.Decided = rule.PageURLInvalid
		c.record.Trace.Add(-1, rule.Stop(rule.PageURLInvalid, err.Error(), ""))
		return Verdict{c}
	}
	c.runIn(&c.page.browser.agent, c.server, &c.record)
	if c.record.Forks != nil {
		c.tryAlternatives()
	}
	return Verdict{c}
}

// runIn makes the call in the given state of a browser.
func (c *call) runIn(agent *fetch.UserAgent, server Server, record *fetch.Record) {
	if c.api == nil {
		agent.Fetch(&c.page.client, server, &c.init, record)
		return
	}
	c.api.run(agent, &c.page.client, server, record)
}

// showsResponse reports whether script has an object for the response. Elements and navigations have none.
func (c *call) showsResponse() bool {
	switch c.api.(type) {
	case nil, xhrCall:
		return true
	}
	return false
}

// target returns method and URL as the page names them; an empty method stands for GET.
func (c *call) target() (method, url string) {
	if c.api == nil {
		return c.init.Method, c.init.URL
	}
	return c.api.target()
}
