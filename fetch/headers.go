package fetch

import (
	"fmt"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// A Guard says what script may do to a Headers object.
//
// https://fetch.spec.whatwg.org/#headers-guard
type Guard uint8

// The guards. An object that script makes itself has none.
const (
	GuardNone Guard = iota
	GuardRequest
	GuardRequestNoCORS
	GuardResponse
	GuardImmutable
)

var guardNames = [...]string{
	GuardNone:          "none",
	GuardRequest:       "request",
	GuardRequestNoCORS: "request-no-cors",
	GuardResponse:      "response",
	GuardImmutable:     "immutable",
}

// String returns the guard as the standard spells it.
func (g Guard) String() string {
	if int(g) < len(guardNames) {
		return guardNames[g]
	}
	return "unknown"
}

// Headers is the Headers object of script: a header list with a guard. What the guard does not let through is
// dropped without a word, as in a browser; an error stands for the TypeError that script gets.
//
// https://fetch.spec.whatwg.org/#headers-class
type Headers struct {
	List  header.List
	Guard Guard
}

// Append adds a header.
//
// https://fetch.spec.whatwg.org/#concept-headers-append
func (h *Headers) Append(name, value string) error {
	value = header.Normalize(value)

	// An invalid header is an error, a forbidden one is dropped.
	if valid, err := h.validate(name, value); !valid {
		return err
	}

	// In no-cors mode all values of the name together have to be safe.
	if h.Guard == GuardRequestNoCORS {
		temporaryValue := value
		if present, ok := h.List.Get(name); ok {
			temporaryValue = present + ", " + value
		}
		if !policy.IsNoCORSSafelistedRequestHeader(name, temporaryValue) {
			return nil
		}
	}

	h.List.Append(name, value)
	h.removePrivileged()
	return nil
}

// Set replaces the headers of that name by one.
//
// https://fetch.spec.whatwg.org/#dom-headers-set
func (h *Headers) Set(name, value string) error {
	value = header.Normalize(value)

	// An invalid header is an error, a forbidden one is dropped.
	if valid, err := h.validate(name, value); !valid {
		return err
	}

	// In no-cors mode the new value has to be safe.
	if h.Guard == GuardRequestNoCORS && !policy.IsNoCORSSafelistedRequestHeader(name, value) {
		return nil
	}

	h.List.Set(name, value)
	h.removePrivileged()
	return nil
}

// Delete removes the headers of that name.
//
// https://fetch.spec.whatwg.org/#dom-headers-delete
func (h *Headers) Delete(name string) error {
	// An invalid name is an error, a forbidden one stays. No value is needed to know.
	if valid, err := h.validate(name, ""); !valid {
		return err
	}

	// In no-cors mode script can delete what it can set, and what only the browser can.
	if h.Guard == GuardRequestNoCORS &&
		!policy.IsNoCORSSafelistedRequestHeaderName(name) &&
		!policy.IsPrivilegedNoCORSRequestHeaderName(name) {
		return nil
	}

	// A name that is not there changes nothing, so that privileged headers stay as well.
	if !h.List.Contains(name) {
		return nil
	}

	h.List.Delete(name)
	h.removePrivileged()
	return nil
}

// Fill appends the headers of list one by one, up to the first that is invalid.
//
// https://fetch.spec.whatwg.org/#concept-headers-fill
func (h *Headers) Fill(list header.List) error {
	for _, field := range list {
		if err := h.Append(field.Name, field.Value); err != nil {
			return err
		}
	}
	return nil
}

// validate says whether a change goes on: not if there is an error, nor if the guard drops the header.
//
// https://fetch.spec.whatwg.org/#headers-validate
func (h *Headers) validate(name, value string) (valid bool, err error) {
	switch {
	// Name and value have to be such.
	case !header.IsName(name):
		return false, &HeadersError{Name: name, Value: value, Reason: NotAHeaderName}
	case !header.IsValue(value):
		return false, &HeadersError{Name: name, Value: value, Reason: NotAHeaderValue}

	// Nothing changes an immutable object.
	case h.Guard == GuardImmutable:
		return false, &HeadersError{Name: name, Value: value, Reason: ImmutableHeaders}

	// Some headers are the browser's to set, and some are the network's.
	case h.Guard == GuardRequest && policy.IsForbiddenRequestHeader(name, value),
		h.Guard == GuardResponse && policy.IsForbiddenResponseHeaderName(name):
		return false, nil
	}
	return true, nil
}

// removePrivileged removes what only the browser may set in no-cors mode, since script has changed the object.
//
// https://fetch.spec.whatwg.org/#concept-headers-remove-privileged-no-cors-request-headers
func (h *Headers) removePrivileged() {
	if h.Guard == GuardRequestNoCORS {
		h.List.Delete("Range")
	}
}

// A HeadersReason says why a change to a Headers object is a TypeError.
type HeadersReason uint8

const (
	// NotAHeaderName: the name is empty or has a byte that is none of a token.
	NotAHeaderName HeadersReason = iota + 1
	// NotAHeaderValue: the value has a NUL, CR or LF inside.
	NotAHeaderValue
	// ImmutableHeaders: the guard is immutable, as that of a response from the network.
	ImmutableHeaders
)

// A HeadersError is the TypeError that a change to a Headers object throws.
type HeadersError struct {
	Name, Value string
	Reason      HeadersReason
}

// Error says what is wrong with which header.
func (e *HeadersError) Error() string {
	switch e.Reason {
	case NotAHeaderName:
		return fmt.Sprintf("fetch: %q is not a header name: it has to be a token", e.Name)
	case NotAHeaderValue:
		return fmt.Sprintf("fetch: header %q: %q is not a header value: it has NUL, CR or LF in it", e.Name, e.Value)
	}
	return fmt.Sprintf("fetch: header %q: the Headers object is immutable", e.Name)
}
