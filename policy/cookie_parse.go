package policy

import (
	"strings"
	"time"

	"github.com/corsim/corsim/header"
)

// The limits that RFC 6265bis puts on a cookie.
const (
	maxCookieSize      = 4096 // octets of name and value together
	maxCookieAttribute = 1024 // octets of an attribute's value

	// MaxCookieAge is the longest life of a cookie: 400 days, in seconds.
	//
	// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#cookie-lifetime-limits
	MaxCookieAge = 400 * 24 * 60 * 60
)

// A SetCookie is the value of a Set-Cookie header, taken apart.
type SetCookie struct {
	Name, Value string
	Domain      string    // lower case, without its leading dot; empty if there is none
	Path        string    // empty for the default-path
	HasPath     bool      // there was a Path attribute, also one that means the default-path
	MaxAge      int64     // seconds, from 0 to MaxCookieAge
	HasMaxAge   bool      // MaxAge counts, Expires does not
	Expires     time.Time // zero if there is none
	Secure      bool
	HTTPOnly    bool
	SameSite    SameSite
	Partitioned bool // of the draft on partitioned cookies
}

// ParseSetCookie parses the value of one Set-Cookie header. The reason is CookieOK unless the whole header
// is ignored.
//
// A cookie without name and value is ignored here, as the layered-cookies draft has it; in RFC 6265bis that
// is a step of the storage model. Elsewhere RFC 6265bis is followed: in the draft a SameSite or Path attribute
// that means nothing leaves the one before it in force, here the last one counts; and the draft takes Domain
// for a URL's host, so that an empty one voids the cookie, where here it counts as absent.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#set-cookie
func ParseSetCookie(value string) (SetCookie, CookieReason) {
	// A control character other than the tab voids the header.
	if strings.ContainsFunc(value, isCookieControl) {
		return SetCookie{}, CookieControlCharacter
	}
	// Name and value end at the first semicolon, and the attributes begin.
	pair, attributes, more := strings.Cut(value, ";")
	// What has no equals sign is a value without a name.
	name, content, found := strings.Cut(pair, "=")
	if !found {
		name, content = "", pair
	}
	cookie := SetCookie{Name: trimCookieSpace(name), Value: trimCookieSpace(content)}
	// Of name and value together there must be something, and not too much.
	switch size := len(cookie.Name) + len(cookie.Value); {
	case size == 0:
		return SetCookie{}, CookieEmpty
	case size > maxCookieSize:
		return SetCookie{}, CookieTooLong
	}
	for more {
		var attribute string
		attribute, attributes, more = strings.Cut(attributes, ";")
		cookie.setAttribute(attribute)
	}
	return cookie, CookieOK
}

func isCookieControl(r rune) bool { return r < ' ' && r != '\t' || r == 0x7F }

func trimCookieSpace(s string) string { return strings.Trim(s, " \t") }

// setAttribute does what one attribute says. Those with a name that is not known do nothing.
func (c *SetCookie) setAttribute(attribute string) {
	// What has no equals sign is a name without a value.
	name, value, _ := strings.Cut(attribute, "=")
	name, value = trimCookieSpace(name), trimCookieSpace(value)
	// A value that is too long takes its attribute away, not the cookie.
	if len(value) > maxCookieAttribute {
		return
	}
	switch header.Lower(name) {
	case "expires":
		// A date that is none is as good as no attribute.
		if date, ok := parseCookieDate(value); ok {
			c.Expires = date
		}
	case "max-age":
		// So is a number that is none.
		if seconds, ok := parseMaxAge(value); ok {
			c.MaxAge, c.HasMaxAge = seconds, true
		}
	case "domain":
		// One leading dot means nothing.
		c.Domain = header.Lower(strings.TrimPrefix(value, "."))
	case "path":
		c.Path, c.HasPath = "", true
		// A path that does not begin with a slash stands for the default-path.
		if strings.HasPrefix(value, "/") {
			c.Path = value
		}
	case "secure":
		c.Secure = true
	case "httponly":
		c.HTTPOnly = true
	case "samesite":
		c.SameSite = parseSameSite(value)
	case "partitioned":
		c.Partitioned = true
	}
}

// parseMaxAge reads decimal digits, perhaps with a minus before them, and cuts the number to a cookie's life.
//
// https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#ua-attribute-max-age
func parseMaxAge(value string) (seconds int64, ok bool) {
	digits, negative := strings.CutPrefix(value, "-")
	for _, digit := range []byte(digits) {
		if digit < '0' || '9' < digit {
			return 0, false
		}
		// More than the limit is the limit, however many digits follow.
		seconds = min(seconds*10+int64(digit-'0'), MaxCookieAge)
	}
	// Less than nothing is nothing: both mean that the cookie has expired.
	if negative {
		seconds = 0
	}
	return seconds, digits != ""
}

// parseSameSite returns SameSiteUnset for a word it does not know.
func parseSameSite(value string) SameSite {
	switch header.Lower(value) {
	case "none":
		return SameSiteNone
	case "lax":
		return SameSiteLax
	case "strict":
		return SameSiteStrict
	}
	return SameSiteUnset
}
