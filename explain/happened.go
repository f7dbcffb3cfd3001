package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// happening is what the steps tell about what really happened.
type happening struct {
	*words
	cookiesSent, cookiesStored bool
	cached                     bool
}

// step learns from a step.
func (h *happening) step(id rule.ID) {
	switch id {
	case rule.CookieSent:
		h.cookiesSent = true
	case rule.CookieStored:
		h.cookiesStored = true
	case rule.HTTPCacheHit, rule.HTTPCacheStale:
		h.cached = true
	}
}

// sentences appends to said what really happened. There is nothing to say where documents were asked and not the
// network.
func (h *happening) sentences(said []string, v corsim.Verdict, call any) []string {
	if call == nil {
		return nil
	}
	for _, sentence := range [...]string{h.toServer(v), h.cookies(v), h.toPage(v, call)} {
		if sentence != "" {
			said = append(said, sentence)
		}
	}
	return said
}

// toServer says what the server has seen, and what it may have done.
func (h *happening) toServer(v corsim.Verdict) string {
	exchanges := v.Exchanges()
	blocked := v.Outcome() == corsim.Blocked
	switch {
	case h.cached && len(exchanges) == 0:
		return "Nothing was sent: the browser has kept an earlier answer."
	case v.Outcome() == corsim.Threw:
		return "Nothing was sent: the call itself is refused."
	case len(exchanges) == 0 && blocked:
		return "Nothing was sent: the browser has stopped the request itself."
	case len(exchanges) == 0:
		return "Nothing was sent."
	case !v.Sent() && !blocked:
		return "Only the preflight was sent, which asks and does nothing."
	case !v.Sent():
		return "The request itself was never sent. The server has seen the preflight only, which asks and does nothing."
	case v.Outcome() == corsim.Readable:
		return ""
	}
	last := &exchanges[len(exchanges)-1]
	if last.Preflight {
		return "The request was sent as far as the redirect; what that server does for it, it has done."
	}
	return h.answered(v, last)
}

// answered says what it means that the server was sent the request, and that the page does not get the answer. Of a
// GET whose answer is of no use there is nothing to say.
func (h *happening) answered(v corsim.Verdict, last *corsim.Exchange) string {
	method, status := h.cut(last.Request.Method), last.Answer.Status
	kept, safe := has(keepsAnswer, v.Rule()), method == "GET" || method == "HEAD"
	switch {
	case last.Answer.Failure != "":
		return h.say("The ", method, " was sent; whether the server has acted on it, nobody knows.")
	case status == 0:
		return h.say("The ", method, " was sent. What the server answers is not known.")
	case safe && kept:
		return h.say("The ", method, " was sent and answered with ", statusText(status),
			". The browser only keeps the answer from the page: that does not protect the server.")
	case kept:
		return h.say("The ", method, " was sent and answered with ", statusText(status),
			": what the server does for such a request, it has done. The browser only keeps the answer from the page.")
	case safe:
		return ""
	}
	return h.say("The ", method, " was sent and answered with ", statusText(status),
		": what the server does for such a request, it has done.")
}

// keepsAnswer has true for the rules that keep an answer from the page that is in order itself.
var keepsAnswer = setOf(
	rule.CORSAllowOriginMissing, rule.CORSWildcardWithCredentials, rule.CORSAllowOriginMultiple,
	rule.CORSAllowOriginMismatch, rule.CORSAllowCredentialsNotTrue, rule.CORPSameOrigin, rule.CORPSameSite,
	rule.CORPEmbedderPolicy, rule.OpaqueResponseBlocked, rule.MainFetchIntegrity, rule.FilterOpaque,
)

// cookies says whether cookies went along, and whether the answer's were stored.
func (h *happening) cookies(v corsim.Verdict) string {
	kept := v.Outcome() == corsim.Blocked
	switch {
	case h.cookiesSent && h.cookiesStored && kept:
		return "Cookies went along, and the answer's cookies were stored all the same."
	case h.cookiesSent && h.cookiesStored:
		return "Cookies went along, and the answer's cookies were stored."
	case h.cookiesStored && kept:
		return "The answer's cookies were stored all the same."
	case h.cookiesStored:
		return "The answer's cookies were stored."
	case h.cookiesSent:
		return "Cookies went along."
	}
	return ""
}
