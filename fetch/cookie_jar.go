package fetch

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// The number of cookies a jar holds: the least that RFC 6265bis asks of a browser.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-limits
const (
	maxCookiesPerDomain = 50
	maxCookies          = 3000
)

// A Cookie is a cookie of a CookieJar.
type Cookie struct {
	Name, Value string
	// Domain is a host as [origin.URL.Hostname] gives it, without a leading dot.
	Domain string
	// HostOnly keeps the cookie from the hosts below Domain.
	HostOnly bool
	Path     string
	// Expires is when the cookie goes; the zero time stands for the end of the session, which never comes.
	Expires  time.Time
	Secure   bool
	HTTPOnly bool
	SameSite policy.SameSite
	// Partition is that of a cookie which not every top-level document shares.
	Partition CookiePartition
}

// expired holds from the second on that Expires names: Max-Age=60 is over when the clock is put forward by 60.
func (c *Cookie) expired(now time.Time) bool { return !c.Expires.IsZero() && !now.Before(c.Expires) }

// A CookieJar is a browser's cookie store. The zero value is an empty jar.
//
// It follows RFC 6265bis; where the layered-cookies draft differs, to which the Fetch Standard refers, RFC
// 6265bis has it. The end of a session is not modelled.
// A jar is for one goroutine at a time.
type CookieJar struct {
	// Epoch is the date at which the browser's clock shows zero; Expires attributes are compared with the
	// date it shows. The zero time stands for 1 January 2026. A server that knows today's date, and deletes
	// cookies by naming yesterday's, needs today's here.
	Epoch time.Time

	cookies []storedCookie // in the order of their creation-time
	uses    uint64
}

// A storedCookie has its last-access-time counted in uses of the jar: the clock may stand still between them.
type storedCookie struct {
	Cookie
	lastUse uint64
	created time.Time // zero for a cookie that was added without a check
}

// A CookieContext is what there is to know about the request, or the script, that cookies go to or come from.
type CookieContext struct {
	// Host and Path are those of the current URL: see [origin.URL.Hostname] and [origin.URL.Pathname].
	Host, Path string
	// Secure says that the connection counts as secure.
	Secure bool
	// NonHTTP is for document.cookie: HttpOnly cookies are left out.
	NonHTTP bool
	// Mode comes from [policy.DetermineSameSiteMode].
	Mode policy.SameSiteMode
	// TopLevelNavigation lets a cross-site response set every cookie.
	TopLevelNavigation bool
	// UnsafeNavigation says that it is one from another site, with a method such as POST.
	UnsafeNavigation bool
	// Partition is that of the request's Partitioned cookies.
	Partition CookiePartition
	// ThirdParty says that the request is for another site than the top-level document's.
	ThirdParty bool
	// Profile says which browser it is: what SameSite, Secure, Partitioned and the prefixes of names mean to it, and
	// what it does with the cookies of third parties.
	Profile engine.Profile
	// PublicSuffixes is nil for the default list.
	PublicSuffixes origin.PublicSuffixList
	// Now is the time on the browser's clock.
	Now time.Duration
}

// Add puts a cookie into the jar without any check, in the place of the one with the same name, domain,
// host-only-flag and path. An empty Path stands for "/".
func (j *CookieJar) Add(cookie Cookie) {
	cookie.Path = cmp.Or(cookie.Path, "/")
	j.insert(cookie, time.Time{})
	j.removeExcess(cookie.Domain)
}

// Empty reports whether there is no cookie in the jar.
func (j *CookieJar) Empty() bool { return len(j.cookies) == 0 }

// All yields the cookies in the order of their creation, those too that have expired since one was stored last.
func (j *CookieJar) All() iter.Seq[Cookie] {
	return func(yield func(Cookie) bool) {
		for i := range j.cookies {
			if !yield(j.cookies[i].Cookie) {
				return
			}
		}
	}
}

// Clone returns a jar with the same cookies that goes its own way.
func (j *CookieJar) Clone() *CookieJar {
	clone := *j
	clone.cookies = slices.Clone(j.cookies)
	return &clone
}

// Retrieve returns the cookie-string for a request, which is empty if no cookie goes along.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#retrieval-algorithm
func (j *CookieJar) Retrieve(c CookieContext) string {
	if j.Empty() {
		return ""
	}
	// Choose the cookies of the host that nothing withholds.
	var list []*storedCookie
	now := j.date(c.Now)
	for i := range j.cookies {
		cookie := &j.cookies[i]
		if policy.DomainMatch(c.Host, cookie.Domain) && cookie.withheld(&c, now) == policy.CookieOK {
			list = append(list, cookie)
		}
	}
	// Sort longer paths before shorter ones, and leave older cookies before newer ones.
	slices.SortStableFunc(list, func(a, b *storedCookie) int { return cmp.Compare(len(b.Path), len(a.Path)) })
	// They have been used now.
	j.uses++
	for _, cookie := range list {
		cookie.lastUse = j.uses
	}
	return serializeCookies(list)
}

// Withheld yields the cookies of the host, or of a domain above it, that Retrieve leaves out, with the first
// reason for it. It changes nothing: asked after Retrieve, it tells what Retrieve did.
func (j *CookieJar) Withheld(c CookieContext) iter.Seq2[Cookie, policy.CookieReason] {
	return func(yield func(Cookie, policy.CookieReason) bool) {
		now := j.date(c.Now)
		for i := range j.cookies {
			cookie := &j.cookies[i]
			if !policy.DomainMatch(c.Host, cookie.Domain) {
				continue
			}
			if reason := cookie.withheld(&c, now); reason != policy.CookieOK && !yield(cookie.Cookie, reason) {
				return
			}
		}
	}
}

// withheld is the retrieval algorithm's choice among the cookies that domain-match.
func (c *storedCookie) withheld(to *CookieContext, now time.Time) policy.CookieReason {
	switch {
	// An expired cookie is as good as evicted.
	case c.expired(now):
		return policy.CookieExpired
	// A host-only cookie goes to its own host.
	case c.HostOnly && c.Domain != to.Host:
		return policy.CookieHostOnly
	// A domain that has become a public suffix gets nothing.
	case !c.HostOnly && policy.IsCookiePublicSuffix(c.Domain, to.PublicSuffixes):
		return policy.CookiePublicSuffix
	// The path of the request must path-match the cookie's.
	case !policy.PathMatch(to.Path, c.Path):
		return policy.CookieOtherPath
	// A Secure cookie needs a secure connection.
	case c.Secure && !to.Secure:
		return policy.CookieNeedsSecure
	// An HttpOnly cookie is for HTTP.
	case c.HTTPOnly && to.NonHTTP:
		return policy.CookieHTTPOnly
	// A cross-site request has only the cookies that its same-site mode allows.
	case !to.Mode.Allows(c.SameSite, to.Profile.Has(engine.LaxByDefault)) && !c.isSpared(to, now):
		return policy.CookieSameSite
	}
	// It has those of its partition, and those of none if they are for all.
	return c.withheldByPartition(to)
}

// sparedFor is how long a cookie without SameSite is spared.
const sparedFor = 2 * time.Minute

// isSpared reports whether a cookie goes along although it is Lax by default and the method is unsafe: for the time
// after it was made, so that a login which returns by a form finds it.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#unsafe-top-level-requests
func (c *storedCookie) isSpared(to *CookieContext, now time.Time) bool {
	return to.UnsafeNavigation && c.SameSite == policy.SameSiteUnset && !c.created.IsZero() &&
		now.Sub(c.created) < sparedFor && to.Profile.Has(engine.LaxAllowsUnsafe)
}

// serializeCookies writes a cookie-string: step 6 of the retrieval algorithm.
func serializeCookies(list []*storedCookie) string {
	var s strings.Builder
	for i, cookie := range list {
		// Between two cookies stand a semicolon and a space,
		if i > 0 {
			s.WriteString("; ")
		}
		// after a name, if there is one, an equals sign.
		if cookie.Name != "" {
			s.WriteString(cookie.Name)
			s.WriteByte('=')
		}
		s.WriteString(cookie.Value)
	}
	return s.String()
}

// date translates the time on the browser's clock.
func (j *CookieJar) date(now time.Duration) time.Time {
	if j.Epoch.IsZero() {
		return time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC).Add(now)
	}
	return j.Epoch.Add(now)
}
