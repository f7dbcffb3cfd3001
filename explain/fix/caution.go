package fix

import (
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// A refusal is what is still in the way in one of the three browsers.
type refusal struct {
	engine string
	rule   rule.ID
}

// caution says what to know before the edits are made, each thing once; "" where there is nothing to say.
func caution(v corsim.Verdict, edits []Edit, refusals []refusal) string {
	var sentences []string
	say := func(sentence string) {
		if sentence != "" && !slices.Contains(sentences, sentence) {
			sentences = append(sentences, sentence)
		}
	}
	for i := range edits {
		say(cautionOf(v, &edits[i]))
	}
	for _, r := range refusals {
		say("Not in " + engine.Title(r.engine) + ": the rule " + r.rule.Slug() + " is still in the way there.")
	}
	return strings.Join(sentences, " ")
}

// cautionOf is what is to be said of one edit.
func cautionOf(v corsim.Verdict, edit *Edit) string {
	switch {
	case isInRedirectsPlace(*edit) && showsStatus(v.Call()):
		return "Script can read any status that is no redirect: where the redirect leads to a login, answer 401."
	case edit.Header == allowOrigin && edit.To == "*":
		return everyone + noLongerAlone(edit.From) + nameless(v)
	case edit.Header == allowOrigin && isOrigin(edit.From) && edit.From != edit.To:
		return "So far " + edit.From + " is allowed: for both, the server has to answer each with its own origin."
	case edit.Header == allowCredentials:
		return "Script of the allowed origin can then read what the server answers to the user's cookies: " +
			"only for an origin that is trusted with it."
	case edit.Header == resourcePolicy && edit.To == "cross-origin":
		return "Cross-Origin-Resource-Policy: cross-origin lets the pages of every site load the answer: " +
			"only for what is public anyway."
	case edit.Header == securityPolicy:
		return "The pages that are named can then show the document in a frame, and lead the user to click in it: only " +
			"for pages that are trusted with it."
	case edit.Header == contentTypeOptions:
		return "Without X-Content-Type-Options: nosniff browsers guess a type from the bytes: better say the right " +
			"Content-Type."
	}
	return ""
}

// showsStatus reports whether script sees the status of the answer to its call.
func showsStatus(call any) bool {
	switch call.(type) {
	case corsim.Request, corsim.XHR:
		return true
	}
	return false
}

const everyone = "Access-Control-Allow-Origin: * lets every page read the answer, without credentials: " +
	"only for what is public anyway."

// noLongerAlone names the one origin that may read so far.
func noLongerAlone(allowed string) string {
	if !isOrigin(allowed) {
		return ""
	}
	return " So far only " + allowed + " may; then it is no longer the only one."
}

// nameless says why the origin could not be allowed by its name, and how it could.
func nameless(v corsim.Verdict) string {
	if v.Page().Origin().IsOpaque() {
		return " The page's origin is opaque, and has no name: better give the page an origin of its own, and allow that."
	}
	return " The browser hides the page's origin after redirects across origins: better ask for the last URL " +
		"directly, and allow the page's origin there."
}

// isOrigin reports whether a value of Access-Control-Allow-Origin is an origin.
func isOrigin(value string) bool {
	url, err := origin.Parse(value)
	return err == nil && url.Origin(nil).String() == value
}
