package corsim

import (
	"net/netip"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A Browser is one browser with one user: a cookie jar, an HTTP cache, a CORS-preflight cache and a clock. Make
// one with New.
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

// SetStrictTransport says which hosts are known to want https: only, and of each whether that holds for the hosts
// below it. Answers over https: add others by Strict-Transport-Security, for as long as they say.
//
// https://httpwg.org/specs/rfc6797.html#known-hsts-host
func (b *Browser) SetStrictTransport(hosts policy.StrictTransportHosts) {
	b.agent.StrictTransport = hosts
}

// SetAddresses says at which IP address a host is, by a function that must always say the same; the zero Addr is that
// of a host that is not known. Local network access goes by it, in browsers that have it. Without it, and for hosts
// that are not known, IP addresses, localhost and names below .local speak for themselves, and all else is public.
//
// https://wicg.github.io/local-network-access/#ip-address-space-section
func (b *Browser) SetAddresses(lookup func(host string) netip.Addr) { b.agent.Addresses = lookup }

// AddCookie puts a cookie in the browser's jar without any check.
func (b *Browser) AddCookie(cookie Cookie) {
	b.agent.Cookies.Add(cookie)
	b.seeds = append(b.seeds, seed{cookie: cookie, after: b.last})
}

// SetCookie does what a Set-Cookie header says in the answer to a top-level navigation to url, and returns
// [policy.CookieOK] if the cookie is in the jar afterwards, or else why not. A url that cannot be parsed has no
// domain: then it is [policy.CookieDomainMismatch].
func (b *Browser) SetCookie(url, setCookie string) policy.CookieReason {
	parsed, err := origin.Parse(url)
	if err != nil {
		return policy.CookieDomainMismatch
	}
	b.seeds = append(b.seeds, seed{url: url, setCookie: setCookie, after: b.last})
	return b.agent.SetCookie(parsed, setCookie)
}

// A seed is a cookie that was put in the jar by hand, after the given call; nil stands for the beginning. Where url
// is given, it came in a header.
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
