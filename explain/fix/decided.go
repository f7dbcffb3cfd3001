package fix

import (
	"slices"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// decided is the exchange whose answer the deciding rule looked at, nil for none. Where it was an answer in the HTTP
// cache, it is the exchange that was stored, with the Origin of the request that it has answered now.
func (s *search) decided(v corsim.Verdict) *corsim.Exchange {
	if url, stored := storedURL(v); stored {
		return s.stored(v, url)
	}
	step := v.Decisive()
	return v.Exchange(&step)
}

// storedURL returns the URL whose answer came from the HTTP cache and was decided on.
func storedURL(v corsim.Verdict) (url origin.URL, stored bool) {
	current, at := v.URL(), 0
	for step := range v.Steps() {
		switch step.Rule {
		case rule.HTTPCacheHit:
			url, stored, at = current, true, step.Exchange
		case rule.RedirectFollowed:
			current, _ = current.Parse(step.Found())
		}
		// What was asked after that is no longer from the cache.
		stored = stored && step.Exchange == at
	}
	return url, stored
}

// stored finds, among all that its browser has ever been answered, what it has stored for a URL.
func (s *search) stored(v corsim.Verdict, url origin.URL) *corsim.Exchange {
	if s.left <= 0 {
		return nil
	}
	s.left--
	exchanges := answered(v, nil)
	for _, x := range slices.Backward(exchanges) {
		if !x.Preflight && x.Request.Method == "GET" && sameResource(x.Request.URL, url) {
			x.Request.Header = slices.Clone(x.Request.Header)
			x.Request.Header.Set("Origin", originAsked(v, x.Answer.Header))
			return &x
		}
	}
	return nil
}

// sameResource reports whether two URLs differ at most in what is never sent, and in a scheme that was upgraded.
func sameResource(a, b origin.URL) bool {
	return a.Host() == b.Host() && a.Pathname() == b.Pathname() && a.Search() == b.Search()
}

// originAsked is the origin that a CORS check has looked for in an answer from the HTTP cache.
func originAsked(v corsim.Verdict, answer header.List) string {
	operands := v.Decisive().Operands
	if v.Rule() == rule.CORSAllowCredentialsNotTrue || len(operands) < 2 {
		allowed, _ := answer.Get(allowOrigin)
		return allowed
	}
	return operands[1]
}

// answered makes the call again, and returns all that its browser is then answered, in order.
func answered(v corsim.Verdict, edits []Edit) []corsim.Exchange {
	f := Fix{Edits: edits}
	var exchanges []corsim.Exchange
	v.ReplayWith(v.Profile(), corsim.Change{Answer: func(r *corsim.HTTPRequest, given corsim.Answer) corsim.Answer {
		answer := f.Apply(r, given)
		exchanges = append(exchanges, corsim.Exchange{Preflight: r.IsPreflight(), Request: *r, Answer: answer})
		return answer
	}})
	return exchanges
}
