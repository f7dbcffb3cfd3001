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
	Image         = fetch.Image
	ImageSet      = fetch.ImageSet
	Script        = fetch.Script
	ModuleScript  = fetch.ModuleScript
	Stylesheet    = fetch.Stylesheet
	Font          = fetch.Font
	Audio         = fetch.Audio
	Video         = fetch.Video
	Track         = fetch.Track
	NewWorker     = fetch.Worker
	SharedWorker  = fetch.SharedWorker
	ImportScripts = fetch.ImportScripts
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
	return c.run(fetchAPI)
}

// XHR does what an XMLHttpRequest does on the page.
func (p *Page) XHR(server Server, request XHR) Verdict {
	c := p.browser.newCall(p, server)
	c.xhr = &request
	return c.run(xhrAPI)
}

// EventSource opens an event stream on the page.
func (p *Page) EventSource(server Server, request EventSource) Verdict {
	c := p.browser.newCall(p, server)
	c.eventSource = &request
	return c.run(eventSourceAPI)
}

// Load loads what an element of the page asks for.
func (p *Page) Load(server Server, load Load) Verdict {
	c := p.browser.newCall(p, server)
	c.rare = &rareCall{load: load}
	return c.run(loadAPI)
}

// SendBeacon does what navigator.sendBeacon() does on the page.
func (p *Page) SendBeacon(server Server, beacon Beacon) Verdict {
	c := p.browser.newCall(p, server)
	c.rare = &rareCall{beacon: beacon}
	return c.run(beaconAPI)
}

// An api is the interface of the platform that a call goes through.
type api uint8

const (
	fetchAPI api = iota
	xhrAPI
	eventSourceAPI
	loadAPI
	beaconAPI
)

// A call is one request of a page together with all that is needed to make it again: what came before is behind
// previous.
type call struct {
	previous    *call
	page        *Page
	server      Server
	api         api
	init        Request
	xhr         *XHR
	eventSource *EventSource
	rare        *rareCall
	at          time.Duration
	record      fetch.Record
}

// A rareCall is what the other APIs were given.
type rareCall struct {
	load   Load
	beacon Beacon
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
func (c *call) run(through api) Verdict {
	c.api = through
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
	switch c.api {
	case fetchAPI:
		agent.Fetch(&c.page.client, server, &c.init, record)
	case xhrAPI:
		agent.XHR(&c.page.client, server, *c.xhr, record)
	case eventSourceAPI:
		agent.EventSource(&c.page.client, server, *c.eventSource, record)
	case loadAPI:
		agent.Load(&c.page.client, server, c.rare.load, record)
	case beaconAPI:
		agent.SendBeacon(&c.page.client, server, c.rare.beacon, record)
	}
}
