package corsim

import (
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/rule"
)

// A documentCall is something that script of a page does with documents, and not with the network.
type documentCall struct {
	name string
	page *Page
	// other is the document that it is done with; nil for the page itself.
	other *Page
	do    func(page, other *Page, record *fetch.Record)
}

// with does something with another page.
func (p *Page) with(other *Page, name string, do func(p, other *Page, record *fetch.Record)) Verdict {
	return p.call(nil, documentCall{name, p, other, do})
}

// alone does something that concerns no other page.
func (p *Page) alone(name string, do func(p *Page, record *fetch.Record)) Verdict {
	return p.call(nil, documentCall{name, p, nil, func(page, _ *Page, record *fetch.Record) { do(page, record) }})
}

// in returns the call as one of another browser's pages.
func (d documentCall) in(browser *Browser, pages map[*Page]*Page) documentCall {
	d.page = d.page.in(browser, pages)
	if d.other != nil {
		d.other = d.other.in(browser, pages)
	}
	return d
}

func (d documentCall) run(_ *fetch.UserAgent, _ *fetch.Environment, _ Server, record *fetch.Record) {
	if d.other != nil && d.other.Err() != nil {
		record.Decided = rule.PageURLInvalid
		record.Trace.Add(-1, rule.Stop(rule.PageURLInvalid, d.other.Err().Error(), ""))
		return
	}
	d.do(d.page, d.other, record)
}

// target returns what is done, and the URL of the document that it is done with.
func (d documentCall) target() (method, url string) {
	if d.other == nil {
		return d.name, d.page.client.URL.Href()
	}
	return d.name, d.other.client.URL.Href()
}

// conclude ends a call with a decision. One that stops it throws the exception, or blocks where there is none.
func conclude(record *fetch.Record, exception string, d rule.Decision) {
	record.Trace.Add(-1, d)
	record.Decided = d.Rule
	switch {
	case d.OK():
		record.Outcome = Readable
	case exception == "":
		record.Outcome = Blocked
	default:
		record.Outcome, record.Exception = Threw, exception
	}
}

// concernsDocuments reports whether the verdict is about documents, not about a request.
func (v Verdict) concernsDocuments() bool {
	if v.call == nil {
		return false
	}
	_, is := v.call.api.(documentCall)
	return is
}
