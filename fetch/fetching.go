package fetch

import (
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A fetching is one run of the fetch algorithm: the request as it changes on its way, and the record of what
// happened. It is the standard's request and fetch params in one.
type fetching struct {
	agent  *UserAgent
	client *Environment
	server Server
	record *Record

	// The request, https://fetch.spec.whatwg.org/#concept-request.
	method            string
	header            header.List
	body              *Body
	mode              policy.Mode
	credentials       policy.Credentials
	cache             policy.Cache
	redirect          policy.Redirect
	destination       policy.Destination
	referrerPolicy    policy.ReferrerPolicy
	integrity         string
	keepalive         bool
	unsafeRequest     bool
	useCORSPreflight  bool
	useURLCredentials bool
	beacon            bool   // made by sendBeacon()
	nonce             string // cryptographic nonce metadata
	parserInserted    bool   // parser metadata is "parser-inserted"
	imageSet          bool   // initiator is "imageset"
	module            bool   // a module script
	noUserPrompts     bool   // traversable for user prompts is "no-traversable"
	isXHR             bool   // made by XMLHttpRequest

	// target is the target IP address space.
	target policy.TargetAddressSpace

	// chain is nil before the first redirect.
	chain *chain

	// navigation is nil where the request is not a navigation request.
	navigation *Navigation

	// referrer is the request's referrer: the referrer source before main fetch has determined it, and then
	// the value of the Referer header. noReferrer stands for "no-referrer".
	referrerSource origin.URL
	referrer       string
	noReferrer     bool

	// The URL list: the current URL, and the origins of all, the first one first.
	url          origin.URL
	origins      []origin.Origin
	taint        policy.RedirectTaint
	tainting     policy.Tainting
	timingFailed bool
}

// maxRedirects is the number of redirects that are followed.
const maxRedirects = 20

// begin prepares a request to url, with what all APIs have in common.
func (f *fetching) begin(url origin.URL) {
	f.origins = f.record.room.origins[:0]
	f.addURL(url)
	f.credentials, f.redirect, f.cache = policy.CredentialsSameOrigin, policy.RedirectFollow, policy.CacheDefault
	source, ok := f.client.referrerSource(&f.agent.Profile)
	f.referrerSource, f.noReferrer = source, !ok
	// A worker has no window to ask the user in.
	f.noUserPrompts = f.client.Worker
}

// referFromDocument gives what an element or a document itself asks for the document's URL as its referrer also in a
// sandbox, where a browser has it so.
func (f *fetching) referFromDocument() {
	if f.client.Origin.IsOpaque() && f.has(engine.ReferrerOfSandboxedElements) {
		f.referrerSource, f.noReferrer = f.client.URL, false
	}
}

// normalizeMethod sets the request's method to the normalized one.
//
// https://fetch.spec.whatwg.org/#concept-method-normalize
func (f *fetching) normalizeMethod(method string) {
	f.method = policy.NormalizeMethod(method)
	if f.method != method {
		f.note(rule.Apply(rule.RequestMethodNormalized, method, f.method))
	} else if upper := strings.ToUpper(method); upper != method {
		f.note(rule.Apply(rule.RequestMethodKept, method, upper))
	}
}

// throw ends the call: it throws an exception, or fetch() rejects, and nothing is sent. It returns false.
func (f *fetching) throw(exception string, d rule.Decision) bool {
	f.record.stop(Threw, exception, d)
	return false
}

// addURL appends to the request's URL list.
func (f *fetching) addURL(url origin.URL) {
	f.url = url
	f.origins = append(f.origins, f.originOf(url))
	if f.redirectCount() > 0 {
		f.taint = policy.ComputeRedirectTaint(f.client.Origin, f.origins, f.agent.PublicSuffixes)
	}
}

// upgradeURL makes the current URL one of https:. An explicit port stays.
func (f *fetching) upgradeURL() {
	f.origins = f.origins[:len(f.origins)-1]
	// The host may be one that does not parse.
	host := f.url.Hostname()
	href := f.url.WithDomain(spaceMark).Href()
	f.addURL(origin.MustParse("https" + strings.TrimPrefix(href, "http")).WithDomain(host))
}

// originOf is the origin of a URL. A blob: URL made in an opaque origin does not tell it, but its entry does, and only
// the client itself has such entries. Mixed content asks the URL alone: there it is not trustworthy.
//
// https://url.spec.whatwg.org/#concept-url-origin
func (f *fetching) originOf(url origin.URL) origin.Origin {
	o := url.Origin(nil)
	if o.IsZero() && f.client.Blobs != nil {
		if _, found := f.client.Blobs[url.WithoutFragment().Href()]; found {
			return f.client.Origin
		}
	}
	return o
}

// redirectCount is the request's redirect count: each redirect has added a URL to its list.
func (f *fetching) redirectCount() int { return len(f.origins) - 1 }

// currentOrigin is the origin of the current URL.
func (f *fetching) currentOrigin() origin.Origin { return f.origins[len(f.origins)-1] }

// serializedOrigin is the result of serializing a request origin.
//
// https://fetch.spec.whatwg.org/#serializing-a-request-origin
func (f *fetching) serializedOrigin() string {
	// Redirects that tainted the request hide its origin.
	if f.taint != policy.TaintSameOrigin {
		return "null"
	}
	return f.client.Origin.String()
}

// sameOriginNow reports whether the current URL is same origin with the request's origin.
func (f *fetching) sameOriginNow() bool {
	return origin.SameOrigin(f.currentOrigin(), f.client.Origin)
}

// has reports whether a fact holds in the browser.
func (f *fetching) has(fact engine.Fact) bool { return f.agent.Profile.Has(fact) }

// note adds a decision to the trace and reports whether the fetch goes on.
func (f *fetching) note(d rule.Decision) bool { return f.record.note(d) }

// networkError ends the fetch with a network error, for the reason that d gives.
func (f *fetching) networkError(d rule.Decision) response {
	f.note(d)
	return response{networkError: d.Rule}
}

// undetermined ends the fetch where what is known does not go further.
func (f *fetching) undetermined(d rule.Decision) response {
	f.note(d)
	return response{undetermined: d.Rule}
}
