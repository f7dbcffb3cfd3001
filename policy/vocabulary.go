package policy

import "github.com/corsim/corsim/origin"

// A Mode is a request mode.
//
// https://fetch.spec.whatwg.org/#concept-request-mode
type Mode string

// The request modes.
const (
	ModeSameOrigin Mode = "same-origin"
	ModeNoCORS     Mode = "no-cors"
	ModeCORS       Mode = "cors"
	ModeNavigate   Mode = "navigate"
	ModeWebSocket  Mode = "websocket"
)

// A Credentials is a request's credentials mode.
//
// https://fetch.spec.whatwg.org/#concept-request-credentials-mode
type Credentials string

// The credentials modes.
const (
	CredentialsOmit       Credentials = "omit"
	CredentialsSameOrigin Credentials = "same-origin"
	CredentialsInclude    Credentials = "include"
)

// A Redirect is a request's redirect mode.
//
// https://fetch.spec.whatwg.org/#concept-request-redirect-mode
type Redirect string

// The redirect modes.
const (
	RedirectFollow Redirect = "follow"
	RedirectError  Redirect = "error"
	RedirectManual Redirect = "manual"
)

// A Cache is a request's cache mode.
//
// https://fetch.spec.whatwg.org/#concept-request-cache-mode
type Cache string

// The cache modes.
const (
	CacheDefault      Cache = "default"
	CacheNoStore      Cache = "no-store"
	CacheReload       Cache = "reload"
	CacheNoCache      Cache = "no-cache"
	CacheForceCache   Cache = "force-cache"
	CacheOnlyIfCached Cache = "only-if-cached"
)

// A Destination is a request's destination. It is empty for fetch(), XMLHttpRequest and EventSource.
//
// https://fetch.spec.whatwg.org/#concept-request-destination
type Destination string

// A Tainting is a request's response tainting.
//
// https://fetch.spec.whatwg.org/#concept-request-response-tainting
type Tainting uint8

// The response taintings.
const (
	TaintingBasic Tainting = iota
	TaintingCORS
	TaintingOpaque
)

// A RedirectTaint says how far the redirects of a request have led it away from its origin.
//
// https://fetch.spec.whatwg.org/#concept-request-tainted-origin
type RedirectTaint uint8

// The redirect-taints.
const (
	TaintSameOrigin RedirectTaint = iota
	TaintSameSite
	TaintCrossSite
)

// ComputeRedirectTaint walks the URLs of a request, the first one first.
//
// https://fetch.spec.whatwg.org/#concept-request-tainted-origin
func ComputeRedirectTaint(request origin.Origin, urls []origin.Origin, list origin.PublicSuffixList) RedirectTaint {
	taint := TaintSameOrigin
	for i := 1; i < len(urls); i++ {
		last, url := urls[i-1], urls[i]
		// A hop to another site, from a site that is not the request's own, taints for good.
		if !origin.SameSite(url, last, list) && !origin.SameSite(request, last, list) {
			return TaintCrossSite
		}
		// A hop to another origin, from an origin that is not the request's own, taints within the site.
		if !origin.SameOrigin(url, last) && !origin.SameOrigin(request, last) {
			taint = TaintSameSite
		}
	}
	return taint
}
