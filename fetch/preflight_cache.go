package fetch

import (
	"slices"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A preflightCache is the CORS-preflight cache, https://fetch.spec.whatwg.org/#concept-cache. The zero value is
// empty. Entries that expired, and the oldest when there are too many, are dropped, as the standard allows.
type preflightCache struct {
	entries []preflightEntry
}

// The cache holds no more than maxPreflightEntries, and keeps no more than maxPreflightNames methods and as many
// header names of one answer, so that hostile answers cost bounded memory and time.
const (
	maxPreflightEntries = 1024
	maxPreflightNames   = 128
)

// A preflightKey is what an entry must have in common with a request, and the request's credentials mode.
type preflightKey struct {
	preflightPlace
	includeCredentials bool
	suffixes           origin.PublicSuffixList
}

// A preflightPlace is who asks what.
type preflightPlace struct {
	topLevel origin.Origin // its site is the network partition key
	origin   string        // the byte-serialized origin, "null" when tainted
	url      string
}

// holds reports whether the key agrees with a place.
func (k *preflightKey) holds(place *preflightPlace) bool {
	return k.url == place.url && k.origin == place.origin &&
		(k.topLevel == place.topLevel || origin.SameSite(k.topLevel, place.topLevel, k.suffixes))
}

// A preflightEntry is a cache entry, https://fetch.spec.whatwg.org/#cache-entry: a method or a header
// name that the key may use.
type preflightEntry struct {
	place  preflightPlace
	name   string
	stored time.Duration
	maxAge uint64 // seconds

	header             bool // name is a header name, not a method
	includeCredentials bool
}

// anyAnswer is the name under which a browser that remembers answers as a whole finds whether there is one.
const anyAnswer = ""

// preflightKey returns the request's key.
func (f *fetching) preflightKey() preflightKey {
	return preflightKey{
		preflightPlace: preflightPlace{
			topLevel: f.client.TopLevelOrigin,
			origin:   f.preflightOrigin(),
			url:      f.url.Href(),
		},
		includeCredentials: f.credentials == policy.CredentialsInclude,
		suffixes:           f.agent.PublicSuffixes,
	}
}

// matches is a cache entry match: an entry made with credentials also serves requests without.
//
// https://fetch.spec.whatwg.org/#concept-cache-match
func (e *preflightEntry) matches(profile *engine.Profile, key *preflightKey) bool {
	if profile.Has(engine.PreflightCredentialsApart) && e.includeCredentials != key.includeCredentials {
		return false
	}
	return (e.includeCredentials || !key.includeCredentials) && key.holds(&e.place)
}

// matchesName is a method or a header-name cache entry match.
func (e *preflightEntry) matchesName(profile *engine.Profile, key *preflightKey, name string, isHeader bool) bool {
	wildcard := e.name == "*" && e.isWildcard(profile, key)
	if !isHeader {
		// Methods are compared as they are.
		return !e.header && (wildcard || e.name == name)
	}
	// The wildcard does not stand for Authorization.
	return e.header && (header.EqualFold(e.name, name) ||
		wildcard && (!policy.IsCORSNonWildcardRequestHeaderName(name) ||
			profile.Has(engine.PreflightRememberedWildcardCoversAuthorization)))
}

// isWildcard says whether an entry for * stands for more than itself.
func (e *preflightEntry) isWildcard(profile *engine.Profile, key *preflightKey) bool {
	switch {
	case profile.Has(engine.PreflightWildcardNotRemembered),
		profile.Has(engine.PreflightWildcardOfAnswer) && e.includeCredentials,
		profile.Has(engine.PreflightWildcardOfRequest) && key.includeCredentials:
		return false
	}
	return true
}

// matchesMethod reports whether there is a method cache entry match.
//
// https://fetch.spec.whatwg.org/#concept-cache-match-method
func (c *preflightCache) matchesMethod(profile *engine.Profile, key *preflightKey, method string) bool {
	return c.find(profile, key, method, false) >= 0
}

// matchesHeaders reports whether there is a header-name cache entry match for each name.
//
// https://fetch.spec.whatwg.org/#concept-cache-match-header
func (c *preflightCache) matchesHeaders(profile *engine.Profile, key *preflightKey, names []string) bool {
	for _, name := range names {
		if c.find(profile, key, name, true) < 0 {
			return false
		}
	}
	return true
}

func (c *preflightCache) find(profile *engine.Profile, key *preflightKey, name string, isHeader bool) int {
	for i := range c.entries {
		if e := &c.entries[i]; e.matchesName(profile, key, name, isHeader) && e.matches(profile, key) {
			return i
		}
	}
	return -1
}

// clear removes what the cache knows of the key, with and without credentials, and reports whether there was
// anything.
//
// https://fetch.spec.whatwg.org/#concept-cache-clear
func (c *preflightCache) clear(key *preflightKey) bool {
	before := len(c.entries)
	c.entries = slices.DeleteFunc(c.entries, func(e preflightEntry) bool {
		return key.holds(&e.place)
	})
	return len(c.entries) < before
}

// expire removes the entries whose age has reached their max-age.
func (c *preflightCache) expire(now time.Duration) {
	c.entries = slices.DeleteFunc(c.entries, func(e preflightEntry) bool {
		return uint64((now-e.stored)/time.Second) >= e.maxAge
	})
}

// store adds what a CORS-preflight answer grants, or renews what is there.
//
// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 step 7
func (c *preflightCache) store(
	profile *engine.Profile, key *preflightKey, grant policy.Grant, maxAge uint64, now time.Duration,
) {
	c.storeNames(profile, key, grant.Methods, false, maxAge, now)
	c.storeNames(profile, key, grant.Headers, true, maxAge, now)
	c.expire(now)
	if extra := len(c.entries) - maxPreflightEntries; extra > 0 {
		c.entries = slices.Delete(c.entries, 0, extra)
	}
}

func (c *preflightCache) storeNames(
	profile *engine.Profile, key *preflightKey, names header.TokenList, isHeader bool, maxAge uint64, now time.Duration,
) {
	stored := 0
	for name := range names.All() {
		c.storeName(profile, key, name, isHeader, maxAge, now)
		if stored++; stored == maxPreflightNames {
			return
		}
	}
}

func (c *preflightCache) storeName(
	profile *engine.Profile, key *preflightKey, name string, isHeader bool, maxAge uint64, now time.Duration,
) {
	// An entry that covers the name already gets the new age.
	if i := c.find(profile, key, name, isHeader); i >= 0 {
		c.entries[i].maxAge = maxAge
		if profile.Has(engine.PreflightAgeRenewed) {
			c.entries[i].stored = now
		}
		return
	}
	// An answer grants a few as a rule.
	if c.entries == nil {
		c.entries = make([]preflightEntry, 0, 5)
	}
	c.entries = append(c.entries, preflightEntry{
		place:              key.preflightPlace,
		name:               name,
		stored:             now,
		maxAge:             maxAge,
		header:             isHeader,
		includeCredentials: key.includeCredentials,
	})
}
