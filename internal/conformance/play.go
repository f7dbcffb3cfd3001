package conformance

import (
	"errors"
	"math"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
)

// A Playing is what came of a case.
type Playing struct {
	Case     *Case
	Verdicts []corsim.Verdict // one for each call
	// Strays are the requests that must not happen: the case has no answer for them.
	Strays []string
	// NotModelled says why there is no verdict, "" where there are all.
	NotModelled string

	exceptions []string // what script gets instead of a verdict's exception, "" for nothing else
}

// Play runs a case through a browser of the given profile. A tentative case asks for what no text has yet: for it,
// the standard takes the drafts of opaque response blocking and local network access up.
func Play(c *Case, profile engine.Profile) *Playing {
	if profile == engine.Standard && c.isTentative() {
		profile = profile.With(engine.OpaqueResponseBlocking).With(engine.LocalNetworkAccess)
	}
	p := &Playing{Case: c}
	if err := p.play(corsim.New(profile)); err != nil {
		p.NotModelled = err.Error()
	}
	return p
}

func (p *Playing) play(browser *corsim.Browser) error {
	if p.Case.Problem != "" {
		return errors.New(p.Case.Problem)
	}
	if p.Case.Page.URL == "" {
		return errors.New("no page")
	}
	// Nothing is done before it is clear that all of it can be done.
	for i := range p.Case.Calls {
		if err := p.Case.Calls[i].checkModelled(); err != nil {
			return err
		}
	}
	addresses, err := p.Case.lookup()
	if err != nil {
		return err
	}
	browser.SetAddresses(addresses)
	answers, err := newServer(p.Case.Server)
	if err != nil {
		return err
	}
	for i := range p.Case.Cookies {
		cookie, err := p.Case.Cookies[i].cookie()
		if err != nil {
			return err
		}
		browser.AddCookie(cookie)
	}
	page, err := p.Case.Page.open(browser, nil)
	if err != nil {
		return err
	}
	for i := range p.Case.Calls {
		if err := p.call(&p.Case.Calls[i], browser, page, answers); err != nil {
			return err
		}
	}
	p.Strays = answers.strays
	return nil
}

// call makes one call, on the case's page unless it has its own.
func (p *Playing) call(c *Call, browser *corsim.Browser, page *corsim.Page, answers *server) error {
	browser.Advance(seconds(c.Elapsed))
	if c.Page != nil || c.Blobs != nil {
		own := c.Page
		if own == nil {
			own = &p.Case.Page
		}
		var err error
		if page, err = own.open(browser, c.Blobs); err != nil {
			return err
		}
	}
	verdict, exception, err := c.make(page, answers)
	if err != nil {
		return err
	}
	if verdict.Outcome() == corsim.Undetermined {
		return errors.New(verdict.Rule().Slug())
	}
	p.Verdicts = append(p.Verdicts, verdict)
	p.exceptions = append(p.exceptions, exception)
	return nil
}

// seconds is a number of seconds as a Duration, the longest one where there are more.
func seconds(n float64) time.Duration {
	if n >= math.MaxInt64/float64(time.Second) {
		return math.MaxInt64
	}
	return time.Duration(n * float64(time.Second))
}
