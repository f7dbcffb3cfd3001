package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// run is the fetch algorithm, once an API has built its request. What script sees is in the record afterwards.
//
// https://fetch.spec.whatwg.org/#concept-fetch
func (f *fetching) run() {
	if f.has(engine.LocalNetworkAccess) {
		f.setTarget()
	}
	// Without an Accept header of the caller's the browser sends its own.
	accept := acceptHeader(&f.agent.Profile, f.destination)
	switch {
	case len(f.header) == 0:
		f.header = accept
	case !f.header.Contains("Accept"):
		f.header = f.record.keep(append(f.header, accept...))
	default:
		f.header = f.record.keep(f.header)
	}
	// A body that is too long may end it at once, and not only when it is to be sent.
	if f.has(engine.KeepaliveLimitFirst) {
		if d := f.keepaliveLimit(); !d.OK() {
			f.handOver(f.networkError(d))
			return
		}
	}
	f.handOver(f.mainFetch(false))
}

// handOver gives the response to the API, and the API's view of it to the script.
//
// https://fetch.spec.whatwg.org/#fetch-finale
func (f *fetching) handOver(r response) {
	switch {
	case r.undetermined != 0:
		f.record.Outcome, f.record.Decided = Undetermined, r.undetermined
	case r.isNetworkError():
		f.record.Outcome, f.record.Decided = Blocked, r.networkError
	default:
		f.filter(&r)
	}
}

// filter makes the filtered response that script sees.
func (f *fetching) filter(r *response) {
	view := &f.record.Response
	view.internal = r.Answer
	view.timingAllow = !f.timingFailed
	switch {
	case r.opaqueRedirect:
		view.Type, view.URL, view.noContent = TypeOpaqueRedirect, f.responseURL(), true
		view.BodyNull = !f.has(engine.OpaqueRedirectHasBody)
		f.decide(Opaque, rule.RedirectManual)
		return
	case f.tainting == policy.TaintingOpaque:
		view.Type, view.BodyNull = TypeOpaque, true
		f.decide(Opaque, rule.FilterOpaque)
		f.note(rule.Apply(rule.FilterOpaque, "", ""))
		return
	case f.tainting == policy.TaintingCORS:
		view.Type = TypeCORS
		f.expose(r, view)
		f.note(rule.Apply(rule.FilterCORS, "", ""))
		f.record.Outcome = Readable // the CORS check has decided
	default:
		view.Type = TypeBasic
		f.note(rule.Apply(rule.FilterBasic, "", ""))
		f.record.Outcome = Readable
	}
	view.Status, view.StatusText = r.Status, r.Reason
	view.URL = f.responseURL()
	view.Redirected = f.redirectCount() > 0
	view.noContent = r.bodyNull
	view.BodyNull = r.bodyNull && !f.givesEmptyBody()
}

// givesEmptyBody says whether script gets an empty body of a response that has none.
func (f *fetching) givesEmptyBody() bool {
	if f.method == "HEAD" {
		return f.has(engine.BodyOfHEAD)
	}
	return f.has(engine.BodyOfNullBodyStatus)
}

func (f *fetching) decide(outcome Outcome, id rule.ID) {
	f.record.Outcome, f.record.Decided = outcome, id
}

// expose reads which headers of a CORS response script may see beside the safelisted ones.
//
// https://fetch.spec.whatwg.org/#main-fetch step 14
func (f *fetching) expose(r *response, view *Response) {
	names := r.Header.Tokens("Access-Control-Expose-Headers")
	switch {
	case names.Offending() != "":
		f.note(rule.Apply(rule.ExposeSyntax, names.Offending(), ""))
	case !names.Contains("*"):
	case f.credentials != policy.CredentialsInclude:
		// Without credentials the wildcard stands for every header.
		view.exposesAll = true
		f.note(rule.Apply(rule.ExposeWildcard, "", ""))
	default:
		f.note(rule.Apply(rule.ExposeWildcardWithCredentials, "", ""))
	}
}
