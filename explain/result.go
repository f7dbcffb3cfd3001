package explain

import (
	"github.com/corsim/corsim"
)

// resultOf returns the outcome and what script sees, in a few words.
func (w *words) resultOf(v corsim.Verdict, call any) string {
	outcome := v.Outcome().String()
	switch {
	case v.Exception() != "":
		return w.say(outcome, ", ", v.Exception())
	case v.Outcome() == corsim.Undetermined:
		return outcome
	}
	switch call.(type) {
	case nil:
		return w.documentResult(v.Outcome())
	case corsim.Request, corsim.XHR:
		if v.Outcome() == corsim.Readable {
			return w.say("readable, ", string(v.Response().Type), ", status ", statusText(v.Response().Status))
		}
		return outcome
	}
	return w.becomes(outcome, v.Effect())
}

// documentResult is what script gets where it asks a document.
func (w *words) documentResult(outcome corsim.Outcome) string {
	switch outcome {
	case corsim.Readable:
		return "allowed"
	case corsim.Opaque:
		return "allowed, and undefined"
	}
	return outcome.String()
}

// becomes adds to the outcome what becomes of the element.
func (w *words) becomes(outcome string, effect corsim.Effect) string {
	if becomes := effect.String(); becomes != "" {
		return w.say(outcome, ", ", becomes)
	}
	return outcome
}
