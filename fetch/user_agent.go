package fetch

import (
	"net/netip"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A UserAgent is the state of a browser that outlives a single fetch. The zero value is a browser that follows
// the standards and has been to no site yet.
type UserAgent struct {
	// Profile says which browser it is.
	Profile engine.Profile
	// Now is the time on the browser's clock, since it was started. The clock stands still until somebody
	// sets it.
	Now time.Duration
	// PublicSuffixes is the public suffix list, nil for the embedded one.
	PublicSuffixes origin.PublicSuffixList
	// StrictTransport are the HSTS hosts that are known beforehand. What an answer says does not change them.
	StrictTransport policy.StrictTransportHosts
	// Addresses returns the IP address of a host, the zero Addr for one that is not known; nil knows none. It must always
	// say the same.
	Addresses func(host string) netip.Addr
	// Cookies is the cookie store.
	Cookies CookieJar

	preflights     preflightCache
	transport      transportStore
	authentication authenticationEntries
	httpCache      httpCache
}
