package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/rule"
)

// toPage says what the page learns, and what it can read.
func (h *happening) toPage(v corsim.Verdict, call any) string {
	if v.Outcome() == corsim.Undetermined {
		return ""
	}
	switch call := call.(type) {
	case corsim.Request:
		return h.toFetch(v)
	case corsim.XHR:
		return h.toXHR(v)
	case corsim.EventSource:
		return eventSourceSentence(v)
	case corsim.WebSocket:
		return webSocketSentence(v)
	case corsim.Beacon:
		return beaconSentence(v)
	case corsim.Navigation:
		return navigationSentence(v)
	case corsim.Load:
		return h.toElement(v, nameOf(loadNames[:], int(call.Kind)))
	}
	return ""
}

func (h *happening) toFetch(v corsim.Verdict) string {
	switch v.Outcome() {
	case corsim.Readable:
		return h.readable(v.Response())
	case corsim.Opaque:
		if v.Response().Type == fetch.TypeOpaqueRedirect {
			return "The page gets an opaque-redirect response: it sees that there was a redirect, not where to."
		}
		return "The page gets an opaque response: status 0, no headers, and a body that script cannot read."
	}
	return h.say("fetch() rejects with a ", v.Exception(), hidden(v))
}

func (h *happening) toXHR(v corsim.Verdict) string {
	switch {
	case v.Outcome() == corsim.Readable:
		return h.readable(v.Response())
	case v.Exception() != "":
		return h.say("The XMLHttpRequest throws a ", v.Exception(), hidden(v))
	}
	return "The XMLHttpRequest fires error, with status 0; script is not told why."
}

// hidden says, of what was blocked, that script does not see the reason.
func hidden(v corsim.Verdict) string {
	if v.Outcome() == corsim.Blocked {
		return "; script is not told why."
	}
	return "."
}

// readable says what can be read of a response.
func (h *happening) readable(r *fetch.Response) string {
	if r.Type == fetch.TypeCORS {
		return h.say("The page can read the answer: status ", statusText(r.Status),
			", the body, and the headers that are CORS-safelisted or exposed.")
	}
	return h.say("The page can read the answer: status ", statusText(r.Status), ", the headers and the body.")
}

func eventSourceSentence(v corsim.Verdict) string {
	switch v.Outcome() {
	case corsim.Readable:
		return "The event stream is open."
	case corsim.Threw:
		return "new EventSource() throws a SyntaxError."
	}
	return "The EventSource fires error and is closed; it does not try again."
}

func webSocketSentence(v corsim.Verdict) string {
	switch v.Outcome() {
	case corsim.Readable:
		return "The WebSocket is open. CORS has no say in it: the server itself has to look at Origin."
	case corsim.Threw:
		return "new WebSocket() throws a SyntaxError."
	}
	return "The WebSocket fires error and then close, with the code 1006."
}

func beaconSentence(v corsim.Verdict) string {
	switch {
	case v.Outcome() == corsim.Threw:
		return "sendBeacon() throws a TypeError."
	case v.Effect().Queued:
		return "sendBeacon() returns true; more the page never learns."
	}
	return "sendBeacon() returns false."
}

func navigationSentence(v corsim.Verdict) string {
	switch {
	case v.Rule() == rule.NavigationNoDocument:
		return "No new document is shown: the old one stays where it is."
	case v.Outcome() == corsim.Readable:
		return "The document is shown, and is of the page's own origin."
	case v.Outcome() == corsim.Opaque:
		return "The user sees the document; script of the page cannot look into it."
	}
	return "No new document is shown."
}

// toElement says what becomes of an element.
func (h *happening) toElement(v corsim.Verdict, name string) string {
	effect := v.Effect()
	switch {
	case v.Exception() != "":
		return h.say("It fails with a ", v.Exception(), ".")
	case effect.Event == fetch.ErrorEvent:
		return h.say("The page gets nothing of it: the ", name, " fires error.")
	case v.Outcome() == corsim.Blocked:
		return "The page gets nothing of it."
	case effect.Tainted:
		return "It is shown, but a canvas that it is drawn on can no longer be read."
	case effect.Executed && effect.Muted:
		return "It runs with the page's rights; what goes wrong in it is muted to a bare \"Script error.\""
	case effect.Executed:
		return "It runs with the page's rights."
	case effect.Applied && name == loadNames[fetch.Stylesheet] && !effect.RulesReadable:
		return "It applies to the page; script cannot read its cssRules."
	case effect.Applied:
		return "It applies to the page."
	case effect.Event == fetch.LoadEvent:
		return h.say("The ", name, " fires load.")
	}
	return ""
}
