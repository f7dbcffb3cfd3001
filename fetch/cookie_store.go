package fetch

import (
	"slices"
	"strings"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
)

// Store does what a Set-Cookie header says, and returns CookieOK if the cookie is in the jar afterwards. A
// cookie that has expired already is not: CookieExpired says that it has removed the one it replaces.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#storage-model
func (j *CookieJar) Store(c CookieContext, setCookie string) policy.CookieReason {
	parsed, reason := policy.ParseSetCookie(setCookie)
	if reason != policy.CookieOK {
		return reason
	}
	now := j.date(c.Now)
	j.removeExpired(now)
	cookie, reason := newCookie(&parsed, &c, now)
	if reason != policy.CookieOK {
		return reason
	}
	if reason := cookie.choosePartition(parsed.Partitioned, &c); reason != policy.CookieOK {
		return reason
	}
	if reason := j.objection(&cookie, &parsed, &c); reason != policy.CookieOK {
		return reason
	}
	// Insert the cookie, and evict those that must go; it may be among them.
	j.insert(cookie, now)
	if cookie.expired(now) {
		j.removeExpired(now)
		return policy.CookieExpired
	}
	j.removeExcess(cookie.Domain)
	if j.find(&cookie) < 0 {
		return policy.CookieEvicted
	}
	return policy.CookieOK
}

// newCookie makes a cookie of a header: steps 5 to 12, 14 and 17 of the storage model.
func newCookie(parsed *policy.SetCookie, c *CookieContext, now time.Time) (Cookie, policy.CookieReason) {
	cookie := Cookie{
		Name:     parsed.Name,
		Value:    parsed.Value,
		Path:     parsed.Path,
		Expires:  expiry(parsed, now),
		Secure:   parsed.Secure,
		HTTPOnly: parsed.HTTPOnly,
		SameSite: parsed.SameSite,
	}
	reason := cookie.setDomain(parsed.Domain, c)
	// Without a Path that says something, the cookie is for the directory of the URL.
	if cookie.Path == "" {
		cookie.Path = policy.DefaultCookiePath(c.Path)
	}
	return cookie, reason
}

// expiry returns the time when a cookie expires, and the zero time for a cookie of the session.
func expiry(parsed *policy.SetCookie, now time.Time) time.Time {
	limit := now.Add(policy.MaxCookieAge * time.Second)
	switch {
	// Max-Age counts before Expires; one of 0 is over now.
	case parsed.HasMaxAge:
		return now.Add(time.Duration(parsed.MaxAge) * time.Second)
	// No cookie lives beyond the limit.
	case parsed.Expires.After(limit):
		return limit
	}
	return parsed.Expires
}

// setDomain is steps 8 to 10 of the storage model.
func (c *Cookie) setDomain(attribute string, from *CookieContext) policy.CookieReason {
	// The attribute must be ASCII.
	if strings.ContainsFunc(attribute, func(r rune) bool { return r > '\x7F' }) {
		return policy.CookieDomainNotASCII
	}
	// A public suffix can set a cookie for itself alone, and nobody else can set one for it.
	if attribute != "" && policy.IsCookiePublicSuffix(attribute, from.PublicSuffixes) {
		if attribute != from.Host || from.Profile.Has(engine.CookieDomainNoPublicSuffix) {
			return policy.CookiePublicSuffix
		}
		attribute = ""
	}
	// Without the attribute the cookie is for the host only.
	if attribute == "" {
		c.Domain, c.HostOnly = from.Host, true
		return policy.CookieOK
	}
	// With it, the host must lie in the domain.
	if !policy.DomainMatch(from.Host, attribute) {
		return policy.CookieDomainMismatch
	}
	c.Domain = attribute
	return policy.CookieOK
}

// objection is steps 13, 15, 16 and 18 to 23 of the storage model: all that can be against a cookie once it
// is made.
func (j *CookieJar) objection(cookie *Cookie, parsed *policy.SetCookie, c *CookieContext) policy.CookieReason {
	switch {
	// A Secure cookie comes over a secure connection.
	case cookie.Secure && !c.Secure:
		return policy.CookieSecureFromInsecure
	// An HttpOnly cookie comes over HTTP.
	case cookie.HTTPOnly && c.NonHTTP:
		return policy.CookieHTTPOnlyFromScript
	// An insecure connection leaves secure cookies alone.
	case !cookie.Secure && !c.Secure && j.overlaysSecure(cookie):
		return policy.CookieOverlaysSecure
	// A cross-site response may set SameSite=None only, unless it becomes the page.
	case !c.Mode.AllowsSetting(cookie.SameSite, c.Profile.Has(engine.LaxByDefault), c.TopLevelNavigation && !c.NonHTTP):
		return policy.CookieCrossSite
	// Who says SameSite=None must say Secure.
	case cookie.SameSite == policy.SameSiteNone && !cookie.Secure && !c.Profile.Has(engine.SameSiteNoneNeedNotBeSecure):
		return policy.CookieNoneWithoutSecure
	}
	// The name must promise no more than the attributes keep.
	if !c.Profile.Has(engine.CookiePrefixesPromiseNothing) {
		if reason := policy.CheckCookiePrefix(*parsed, cookie.HostOnly, cookie.Path); reason != policy.CookieOK {
			return reason
		}
	}
	// Script does not replace an HttpOnly cookie.
	if old := j.find(cookie); c.NonHTTP && old >= 0 && j.cookies[old].HTTPOnly {
		return policy.CookieReplacesHTTPOnly
	}
	return policy.CookieOK
}

// overlaysSecure reports whether a Secure cookie of this name would go where the new one goes. A cookie with
// a path above the other's may be set: the Secure one, whose path is longer, comes first.
func (j *CookieJar) overlaysSecure(cookie *Cookie) bool {
	return slices.ContainsFunc(j.cookies, func(old storedCookie) bool {
		return old.Secure && old.Name == cookie.Name && old.Partition == cookie.Partition &&
			(policy.DomainMatch(old.Domain, cookie.Domain) || policy.DomainMatch(cookie.Domain, old.Domain)) &&
			policy.PathMatch(cookie.Path, old.Path)
	})
}

// find returns the index of the cookie with the same name, domain, host-only-flag and path, or -1.
func (j *CookieJar) find(cookie *Cookie) int {
	return slices.IndexFunc(j.cookies, func(old storedCookie) bool {
		return old.Name == cookie.Name && old.Domain == cookie.Domain && old.HostOnly == cookie.HostOnly &&
			old.Path == cookie.Path && old.Partition == cookie.Partition
	})
}

// insert is steps 23.3 to 24 of the storage model.
func (j *CookieJar) insert(cookie Cookie, now time.Time) {
	// The strings may be parts of a long header, which is not to stay in memory with them.
	cookie.Name, cookie.Value = strings.Clone(cookie.Name), strings.Clone(cookie.Value)
	cookie.Domain, cookie.Path = strings.Clone(cookie.Domain), strings.Clone(cookie.Path)
	j.uses++
	stored := storedCookie{cookie, j.uses, now}
	// A cookie that replaces another takes its creation-time over, which is its place in the jar.
	if old := j.find(&cookie); old >= 0 {
		stored.created = j.cookies[old].created
		j.cookies[old] = stored
		return
	}
	j.cookies = append(j.cookies, stored)
}

func (j *CookieJar) removeExpired(now time.Time) {
	j.cookies = slices.DeleteFunc(j.cookies, func(c storedCookie) bool { return c.expired(now) })
}

// removeExcess makes room after a cookie of the domain was inserted. Expired cookies have gone before.
func (j *CookieJar) removeExcess(domain string) {
	ofDomain := func(c *storedCookie) bool { return c.Domain == domain }
	insecureOfDomain := func(c *storedCookie) bool { return c.Domain == domain && !c.Secure }
	count := 0
	for i := range j.cookies {
		if ofDomain(&j.cookies[i]) {
			count++
		}
	}
	// Where a domain has too many, a cookie that is not Secure goes first, then any.
	if count > maxCookiesPerDomain && !j.removeLeastUsed(insecureOfDomain) {
		j.removeLeastUsed(ofDomain)
	}
	// Where the jar has too many, any goes.
	if len(j.cookies) > maxCookies {
		j.removeLeastUsed(func(*storedCookie) bool { return true })
	}
}

// removeLeastUsed removes, of the cookies that may go, the one with the earliest last-access-time, and of
// several the oldest. It reports whether there was one.
func (j *CookieJar) removeLeastUsed(mayGo func(*storedCookie) bool) bool {
	found := -1
	for i := range j.cookies {
		if c := &j.cookies[i]; mayGo(c) && (found < 0 || c.lastUse < j.cookies[found].lastUse) {
			found = i
		}
	}
	if found >= 0 {
		j.cookies = slices.Delete(j.cookies, found, found+1)
	}
	return found >= 0
}
