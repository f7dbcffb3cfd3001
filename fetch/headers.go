package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A Guard says what script may do to a Headers object.
//
// https://fetch.spec.whatwg.org/#headers-guard
type Guard uint8

// The guards of objects that script can change.
const (
	GuardNone Guard = iota
	GuardRequest
	GuardRequestNoCORS
)

// Headers is the Headers object of script: a header list with a guard. The zero value is an empty object without a
// guard.
//
// https://fetch.spec.whatwg.org/#headers-class
type Headers struct {
	List  header.List
	Guard Guard
	// Profile is the browser; the zero value follows the standard.
	Profile engine.Profile
}

// Append adds a header. It returns the zero Decision if it was added, a decision that stops for the TypeError that
// script gets, and one that applies where the guard dropped the header without a word.
//
// https://fetch.spec.whatwg.org/#concept-headers-append
func (h *Headers) Append(name, value string) rule.Decision {
	value = header.Normalize(value)
	if d := h.validate(name, value); d.Rule != 0 {
		return d
	}
	// In no-cors mode all values of the name together have to be safe.
	if h.Guard == GuardRequestNoCORS {
		temporaryValue := value
		if present, ok := h.List.Get(name); ok {
			temporaryValue = present + ", " + value
		}
		if !policy.IsNoCORSSafelistedRequestHeader(&h.Profile, name, temporaryValue) {
			return rule.Apply(rule.HeaderNotNoCORSSafelisted, name, temporaryValue)
		}
	}
	h.List.Append(name, value)
	h.removePrivileged()
	return rule.Decision{}
}

// Set replaces the headers of that name by one. Its decisions are those of Append.
//
// https://fetch.spec.whatwg.org/#dom-headers-set
func (h *Headers) Set(name, value string) rule.Decision {
	value = header.Normalize(value)
	if d := h.validate(name, value); d.Rule != 0 {
		return d
	}
	// In no-cors mode the new value has to be safe.
	if h.Guard == GuardRequestNoCORS && !policy.IsNoCORSSafelistedRequestHeader(&h.Profile, name, value) {
		return rule.Apply(rule.HeaderNotNoCORSSafelisted, name, value)
	}
	h.List.Set(name, value)
	h.removePrivileged()
	return rule.Decision{}
}

// validate says why a change does not go on; the zero Decision means that it does.
//
// https://fetch.spec.whatwg.org/#headers-validate
func (h *Headers) validate(name, value string) rule.Decision {
	switch {
	// Name and value have to be such.
	case !header.IsName(name):
		return rule.Stop(rule.HeaderNameInvalid, name, "")
	case !header.IsValue(value):
		return rule.Stop(rule.HeaderValueInvalid, value, "")
	// Some headers are the browser's to set.
	case h.Guard == GuardRequest && policy.IsForbiddenRequestHeader(name, value):
		return rule.Apply(rule.HeaderForbidden, name, value)
	}
	return rule.Decision{}
}

// removePrivileged removes what only the browser may set in no-cors mode, since script has changed the object.
//
// https://fetch.spec.whatwg.org/#concept-headers-remove-privileged-no-cors-request-headers
func (h *Headers) removePrivileged() {
	if h.Guard == GuardRequestNoCORS {
		h.List.Delete("Range")
	}
}
