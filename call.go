package corsim

import (
	"time"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

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
	plain    plainRequest // of fetch()
	api      api          // nil for fetch() of a plain request
	at       time.Duration
	record   fetch.Record
	asked    []Exchange // what only replays have asked
}

// A plainRequest is a Request with the members that most have: a browser keeps many.
type plainRequest struct {
	url, method string
	header      header.List
	body        *Body
	credentials policy.Credentials
}

// isPlain reports whether a request has no member that a plainRequest has not.
func isPlain(r *Request) bool {
	return r.Mode == "" && r.Cache == "" && r.Redirect == "" && r.Referrer == "" && r.ReferrerPolicy == "" &&
		r.Integrity == "" && r.Duplex == "" && !r.NoReferrer && !r.Keepalive && r.Window == fetch.WindowAbsent &&
		r.TargetAddressSpace == ""
}

func (p *plainRequest) request() Request {
	return Request{URL: p.url, Method: p.method, Header: p.header, Body: p.body, Credentials: p.credentials}
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
		request := c.plain.request()
		agent.Fetch(&c.page.client, server, &request, record)
		return
	}
	c.api.run(agent, &c.page.client, server, record)
}

// showsResponse reports whether script has an object for the response. Elements and navigations have none.
func (c *call) showsResponse() bool {
	switch c.api.(type) {
	case nil, fetchCall, xhrCall:
		return true
	}
	return false
}

// target returns method and URL as the page names them; an empty method stands for GET.
func (c *call) target() (method, url string) {
	if c.api == nil {
		return c.plain.method, c.plain.url
	}
	return c.api.target()
}
