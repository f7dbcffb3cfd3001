package policy

import "fmt"

// A CookieReason says why a cookie is ignored when it is set, or withheld from a request. It is one of the
// constants below, and no other.
type CookieReason uint8

// CookieOK is no reason: the cookie is stored, or sent.
const CookieOK CookieReason = 0

// The reasons for ignoring a Set-Cookie header, in the order in which they are looked for.
const (
	CookieControlCharacter CookieReason = iota + 1
	CookieEmpty
	CookieTooLong
	CookieDomainNotASCII
	CookiePublicSuffix // also a reason to withhold
	CookieDomainMismatch
	CookieSecureFromInsecure
	CookieHTTPOnlyFromScript
	CookieOverlaysSecure
	CookieCrossSite
	CookieNoneWithoutSecure
	CookieSecurePrefix
	CookieHostPrefix
	CookieHTTPPrefix
	CookieNamelessPrefix
	CookieReplacesHTTPOnly
	CookiePartitionedWithoutSecure
	CookieThirdParty // also a reason to withhold
	CookieExpired    // also a reason to withhold
	CookieEvicted

	// The reasons for withholding a stored cookie from a request.
	CookieHostOnly
	CookieOtherPath
	CookieNeedsSecure
	CookieHTTPOnly
	CookieSameSite
	CookieOtherPartition

	cookieReasonCount
)

var cookieReasons = [cookieReasonCount]string{
	CookieOK:                       "nothing is against it",
	CookieControlCharacter:         "a control character voids the whole header",
	CookieEmpty:                    "neither a name nor a value",
	CookieTooLong:                  "name and value are longer than 4096 bytes",
	CookieDomainNotASCII:           "Domain must be ASCII: write the name in Punycode",
	CookiePublicSuffix:             "Domain is a public suffix, which many sites share",
	CookieDomainMismatch:           "Domain is neither the host that answers nor a domain above it",
	CookieSecureFromInsecure:       "Secure cookies can be set over a secure connection only",
	CookieHTTPOnlyFromScript:       "script cannot set an HttpOnly cookie",
	CookieOverlaysSecure:           "an insecure connection cannot hide a Secure cookie of the same name",
	CookieCrossSite:                "a cross-site response can set only cookies with SameSite=None; Secure",
	CookieNoneWithoutSecure:        "SameSite=None needs Secure",
	CookieSecurePrefix:             "the prefix __Secure- needs Secure",
	CookieHostPrefix:               "the prefix __Host- needs Secure and Path=/, and no Domain",
	CookieHTTPPrefix:               "the prefixes __Http- and __Host-Http- need Secure and HttpOnly",
	CookieNamelessPrefix:           "a cookie without a name may not have a value that looks like a prefixed name",
	CookieReplacesHTTPOnly:         "script cannot replace an HttpOnly cookie",
	CookiePartitionedWithoutSecure: "Partitioned needs Secure",
	CookieThirdParty:               "the browser keeps cookies from sites other than the one in its address bar",
	CookieExpired:                  "its time is over",
	CookieEvicted:                  "the host has too many cookies, and this one is the first to go",
	CookieHostOnly:                 "set without Domain, it goes to the host that set it and to none below it",
	CookieOtherPath:                "its Path is not at or above the path of the request",
	CookieNeedsSecure:              "Secure cookies go over a secure connection only",
	CookieHTTPOnly:                 "HttpOnly cookies are not shown to script",
	CookieSameSite:                 "its SameSite keeps it from a cross-site request",
	CookieOtherPartition:           "it belongs to pages under another top-level site",
}

// String returns the reason in a few words.
func (r CookieReason) String() string {
	if r >= cookieReasonCount {
		return fmt.Sprintf("CookieReason(%d)", uint8(r))
	}
	return cookieReasons[r]
}
