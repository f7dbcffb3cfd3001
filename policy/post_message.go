package policy

import (
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// A PostMessage is a call of window.postMessage().
type PostMessage struct {
	// TargetOrigin is what the caller gives: "*", "/" or a URL, whose path does not count.
	TargetOrigin string
	// Source is the caller's origin, Target that of the document in the window.
	Source, Target origin.Origin
	// RefusesOpaque makes a SyntaxError of a target origin that is opaque.
	RefusesOpaque bool
	// BlobIsOpaque gives a blob: URL no origin but an opaque one.
	BlobIsOpaque bool
}

// Deliver says whether the message reaches the document. A decision that stops is a SyntaxError where exception says
// so; otherwise the message is dropped and nobody is told.
//
// https://html.spec.whatwg.org/#window-post-message-steps
func (m PostMessage) Deliver() (exception string, d rule.Decision) {
	target := m.Source
	switch m.TargetOrigin {
	case "*":
		// Everybody may have it.
		return "", rule.Apply(rule.PostMessageAnyone, m.Target.String(), "")
	case "/":
		// One's own origin may have it.
	default:
		// The origin of a URL may have it.
		url, err := origin.Parse(m.TargetOrigin)
		if err != nil {
			return "SyntaxError", rule.Stop(rule.PostMessageTargetInvalid, m.TargetOrigin, "")
		}
		target = url.Origin(nil)
		if m.BlobIsOpaque && url.Scheme() == "blob" {
			target = origin.Origin{}
		}
		if m.RefusesOpaque && target.IsZero() {
			return "SyntaxError", rule.Stop(rule.PostMessageTargetInvalid, m.TargetOrigin, "")
		}
	}
	// It is held against the document that is there when the message arrives.
	if !origin.SameOrigin(target, m.Target) {
		return "", rule.Stop(rule.PostMessageOrigin, m.TargetOrigin, m.Target.String())
	}
	return "", rule.Pass(rule.PostMessageOrigin)
}
