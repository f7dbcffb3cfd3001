package fetch

import (
	"slices"
	"strconv"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// networkFetch is HTTP-network fetch: the Server answers. The browser is taken to be online; HTTPS records and upgrades
// to other protocols are left out.
//
// https://fetch.spec.whatwg.org/#concept-http-network-fetch
func (f *fetching) networkFetch(x *Exchange, includeCredentials bool) response {
	x.Answer = f.server.Answer(&x.Request)
	if len(x.Answer.Alternatives) > 0 {
		x.Answer = f.record.choose(x.Answer)
	}
	answer := &x.Answer
	switch status := answer.Status; {
	// Without a status there is no answer, or nobody knows it.
	case status == 0:
		return f.noAnswer(answer)
	// After an interim answer comes another.
	case 100 <= status && status <= 199 && (status != 101 || f.mode != policy.ModeWebSocket):
		return f.undetermined(rule.Stop(rule.UnknownAnswer, "only an interim answer", ""))
	case status < 100 || status > 999:
		return f.networkError(rule.Stop(rule.NetworkStatusInvalid, strconv.Itoa(status), ""))
	}
	// A header that cannot be understood fails the whole answer.
	if d := checkFields(answer); !d.OK() {
		return f.networkError(d)
	}
	// Nor can a Location of two minds, where an engine looks.
	if f.has(engine.LocationsMustAgree) && !agree(answer.Header, "Location") {
		value, _ := answer.Header.Get("Location")
		return f.networkError(rule.Stop(rule.NetworkHeaderInvalid, "Location", value))
	}
	f.readHeaders(answer)
	f.storeTransport(answer.Header)
	// Cookies are stored whatever the page may see of the answer.
	if includeCredentials {
		f.storeCookies(answer.Header)
	}
	return response{Answer: answer}
}

// noAnswer tells a connection that failed from an answer that is not known.
func (f *fetching) noAnswer(answer *Answer) response {
	if answer.Failure != "" {
		return f.networkError(rule.Stop(rule.NetworkFailure, answer.Failure, ""))
	}
	what := ""
	if answer.Unknown != nil {
		what = answer.Unknown.What
	}
	return f.undetermined(rule.Stop(rule.UnknownAnswer, what, ""))
}

// checkFields says whether each field of an answer is a header, and takes away the spaces and tabs around the values,
// which are no part of them.
//
// https://httpwg.org/specs/rfc9112.html#field.syntax
func checkFields(answer *Answer) rule.Decision {
	copied := false
	for i := range answer.Header {
		field := &answer.Header[i]
		if header.IsName(field.Name) && header.IsValue(field.Value) {
			continue
		}
		value := strings.Trim(field.Value, " \t")
		if !header.IsName(field.Name) || !header.IsValue(value) {
			return rule.Stop(rule.NetworkHeaderInvalid, field.Name, field.Value)
		}
		// The server keeps its own list.
		if !copied {
			answer.Header, copied = slices.Clone(answer.Header), true
		}
		answer.Header[i].Value = value
	}
	return rule.Decision{}
}
