package console

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// A place is where on its way a request was when it ended.
type place struct {
	// url is the URL then, and first the one that was asked for, both after upgrades.
	url, first origin.URL
	// before is the URL before the last redirect, zero if there was none.
	before origin.URL
	// redirected is true after a redirect.
	redirected bool
}

// placeOf follows a request along its redirects.
func placeOf(v corsim.Verdict) place {
	p := place{url: v.URL()}
	p.first = p.url
	for step := range v.Steps() {
		switch step.Rule {
		case rule.MixedContentUpgraded, rule.InsecureRequestUpgraded, rule.StrictTransportUpgraded:
			p.upgrade()
		case rule.RedirectFollowed:
			p.follow(step.Found())
		}
	}
	return p
}

// upgrade goes to https:.
func (p *place) upgrade() {
	if url, err := origin.Parse("https" + strings.TrimPrefix(p.url.Href(), "http")); err == nil {
		p.url = url
	}
	if !p.redirected {
		p.first = p.url
	}
}

// follow goes to another URL.
func (p *place) follow(href string) {
	p.before, p.redirected = p.url, true
	if url, err := origin.Parse(href); err == nil {
		p.url = url
	}
}

// location returns where the last answer leads, if that can be parsed.
func (p *place) location(v corsim.Verdict) (location origin.URL, ok bool) {
	exchanges := v.Exchanges()
	if len(exchanges) == 0 {
		return origin.URL{}, false
	}
	profile := v.Profile()
	value, _ := exchanges[len(exchanges)-1].Answer.Header.Get("Location")
	location, err := fetch.ParseURL(&profile, p.url, value)
	if err != nil {
		return origin.URL{}, false
	}
	if fragment, has := p.url.Fragment(); has && location.Hash() == "" {
		location = location.WithFragment(fragment)
	}
	return location, true
}
