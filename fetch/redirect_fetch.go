package fetch

import (
	"slices"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// redirectFetch is HTTP-redirect fetch: it follows a redirect, or fails.
//
// https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
func (f *fetching) redirectFetch(r response) response {
	// Without a Location the answer is an ordinary one.
	location, found, ok := f.locationURL(&r)
	if !found {
		f.note(rule.Apply(rule.RedirectLocationMissing, "", ""))
		return r
	}
	if d := f.mayRedirect(&r, location, ok); !d.OK() {
		return f.networkError(d)
	}
	f.remember(location)
	f.rewriteMethod(r.Status)
	// The Authorization header stays with the origin it was meant for.
	if locationOrigin := location.Origin(nil); !origin.SameOrigin(f.currentOrigin(), locationOrigin) {
		if f.header.Contains("Authorization") {
			f.header.Delete("Authorization")
			f.note(rule.Apply(rule.RedirectAuthorizationDropped, locationOrigin.String(), ""))
		}
	}
	f.note(rule.Apply(rule.RedirectFollowed, location.Href(), ""))
	taint := f.taint
	f.addURL(location)
	if f.taint != taint {
		f.note(rule.Apply(rule.RedirectOriginTainted, "", ""))
	}
	f.restoreHeaders()
	// The redirecting answer may set another referrer policy.
	if p := policy.ParseReferrerPolicy(&f.agent.Profile, r.Header); p != "" {
		f.referrerPolicy = p
		f.note(rule.Apply(rule.RedirectReferrerPolicy, string(p), ""))
	}
	// The referrer can only become shorter: what this hop sent is the source for the next.
	if !f.noReferrer {
		f.referrerSource = origin.MustParse(f.referrer)
	}
	return f.mainFetch(true)
}

// mayRedirect holds a redirect to location against what a redirect must fulfil. parsed is false where the
// location URL is failure.
func (f *fetching) mayRedirect(r *response, location origin.URL, parsed bool) rule.Decision {
	switch {
	case !parsed:
		value, _ := r.Header.Get("Location")
		return rule.Stop(rule.RedirectLocationInvalid, value, "")
	// Only HTTP(S) is reached by a redirect.
	case !location.IsHTTP():
		return rule.Stop(rule.RedirectScheme, location.Scheme(), "")
	// There is an end to it.
	case f.redirectCount() == maxRedirects:
		return rule.Stop(rule.RedirectLimit, "", "")
	// A CORS request takes no user name or password to another origin.
	case f.mode == policy.ModeCORS && location.IncludesCredentials() &&
		!origin.SameOrigin(f.client.Origin, location.Origin(nil)):
		return rule.Stop(rule.RedirectCredentials, location.Href(), "")
	// Nor, once it has left its origin, home.
	case f.tainting == policy.TaintingCORS && location.IncludesCredentials():
		return rule.Stop(rule.RedirectCredentialsTainted, location.Href(), "")
	// A stream is gone once it was sent.
	case r.Status != 303 && f.body != nil && f.body.sourceIsNull():
		return rule.Stop(rule.RedirectStreamBody, "", "")
	}
	return rule.Decision{Result: rule.Passed}
}

// rewriteMethod turns a POST, or after a 303 anything but GET and HEAD, into a GET without a body.
func (f *fetching) rewriteMethod(status int) {
	becomesGET := false
	switch status {
	case 301, 302:
		becomesGET = f.method == "POST"
	case 303:
		becomesGET = f.method != "GET" && f.method != "HEAD"
	}
	f.chain.rewritten = becomesGET
	if !becomesGET && !f.leavesDelete() {
		return
	}
	f.note(rule.Apply(rule.RedirectMethodRewritten, f.method, "GET"))
	f.method, f.body = "GET", nil
	f.header = slices.DeleteFunc(f.header, func(field header.Field) bool {
		return policy.IsRequestBodyHeaderName(field.Name)
	})
}
