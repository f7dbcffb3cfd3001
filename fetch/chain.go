package fetch

import (
	"slices"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A chain is what a browser remembers of a request over its redirects, beyond what the standard's request holds.
type chain struct {
	// header and referrer are what the request had before its first redirect.
	header   header.List
	referrer string
	// preflighted is true where a CORS-preflight was necessary before a redirect.
	preflighted bool

	// Of the last redirect: the URL that it came from, and whether it led to another origin, and turned the method into GET.
	from               origin.URL
	crossed, rewritten bool
}

// remember notes what a redirect to location does to the request, before it is done.
func (f *fetching) remember(location origin.URL) {
	if f.chain == nil {
		f.chain = &chain{header: slices.Clone(f.header), referrer: f.referrer}
	}
	f.chain.preflighted = f.chain.preflighted || f.tainting == policy.TaintingCORS && !f.isSimple()
	f.chain.from = f.url
	f.chain.crossed = !origin.SameOrigin(f.currentOrigin(), f.originOf(location))
}

// leavesDelete reports whether a DELETE is left behind because a redirect leads to another origin.
func (f *fetching) leavesDelete() bool {
	return f.method == "DELETE" && f.chain.crossed && f.has(engine.DeleteStaysWithItsOrigin)
}

// restoreHeaders gives a CORS request that was redirected the headers back that it began with.
func (f *fetching) restoreHeaders() {
	if !f.has(engine.RedirectRestoresHeaders) || !f.isCORSNow() {
		return
	}
	hasAuthorization := f.header.Contains("Authorization")
	f.header = slices.DeleteFunc(slices.Clone(f.chain.header), func(field header.Field) bool {
		switch {
		case header.EqualFold(field.Name, "Authorization"):
			return !hasAuthorization
		case f.chain.rewritten && policy.IsRequestBodyHeaderName(field.Name):
			return true
		}
		return false
	})
}

// isCORSNow reports whether the request goes, or has gone, to another origin with CORS.
func (f *fetching) isCORSNow() bool {
	return f.mode == policy.ModeCORS && (f.tainting == policy.TaintingCORS || !f.sameOriginNow())
}

// isSimple reports whether neither the API nor method nor headers need a CORS-preflight.
func (f *fetching) isSimple() bool {
	method, headers := f.authorNeedsPreflight()
	return !f.useCORSPreflight && !method && !headers
}

// preflightsAgain reports whether the engine makes a CORS-preflight for what the request was before its redirects.
func (f *fetching) preflightsAgain() bool {
	return f.chain != nil && f.unsafeRequest && f.has(engine.RedirectKeepsPreflight) &&
		(f.chain.preflighted || policy.HasCORSUnsafeRequestHeader(&f.agent.Profile, f.chain.header))
}

// preflightsUnasked reports whether the engine makes a CORS-preflight that asks for nothing that a cache could hold.
func (f *fetching) preflightsUnasked(unsafe []string) bool {
	return len(unsafe) == 0 && f.preflightsAgain()
}

// unsafeHeaders are the headers whose names a CORS-preflight asks for, where they are CORS-unsafe.
func (f *fetching) unsafeHeaders() header.List {
	switch {
	case f.chain == nil || !f.has(engine.RedirectKeepsPreflight):
		return f.header
	case f.has(engine.RedirectAsksForFirstHeaders):
		return f.chain.header
	}
	return slices.DeleteFunc(slices.Clone(f.chain.header), func(field header.Field) bool {
		return f.chain.rewritten && policy.IsRequestBodyHeaderName(field.Name) ||
			f.chain.crossed && header.EqualFold(field.Name, "Authorization")
	})
}

// preflightOrigin is the origin that a CORS-preflight speaks for.
func (f *fetching) preflightOrigin() string {
	if f.has(engine.PreflightKeepsOrigin) {
		return f.client.Origin.String()
	}
	return f.serializedOrigin()
}

// checkedCredentials is the credentials mode that the CORS check goes by.
func (f *fetching) checkedCredentials(r *response) policy.Credentials {
	if f.has(engine.RedirectCheckedWithCredentials) && f.credentials == policy.CredentialsSameOrigin &&
		policy.IsRedirectStatus(r.Status) && origin.SameOrigin(f.origins[0], f.client.Origin) {
		return policy.CredentialsInclude
	}
	return f.credentials
}
