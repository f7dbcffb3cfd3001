package fix

import (
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
)

// Apply returns the answer to the request as the fix has it; the answer itself is not changed.
func (f *Fix) Apply(request *corsim.HTTPRequest, answer corsim.Answer) corsim.Answer {
	for i := range f.Edits {
		if edit := &f.Edits[i]; edit.concerns(request) {
			answer = edit.apply(answer)
		}
	}
	return answer
}

// concerns reports whether it is the answer to this request that is changed.
func (e *Edit) concerns(request *corsim.HTTPRequest) bool {
	return e.Preflight == request.IsPreflight() && e.Method == request.Method && e.URL == request.URL.Href()
}

// apply changes an answer. One that is not known, or is none, becomes an empty one with the status.
func (e *Edit) apply(answer corsim.Answer) corsim.Answer {
	if e.Header == "" {
		if answer.Status == 0 {
			return corsim.Answer{Status: e.ToStatus, Body: []byte{}}
		}
		answer.Status, answer.Reason = e.ToStatus, ""
		return answer
	}
	answer.Header = slices.Clone(answer.Header)
	if e.To == "" {
		answer.Header.Delete(e.Header)
	} else {
		answer.Header.Set(e.Header, e.To)
	}
	return answer
}

// sameAnswer reports whether two edits change the same answers.
func (e *Edit) sameAnswer(other *Edit) bool {
	return e.Preflight == other.Preflight && e.Method == other.Method && e.URL == other.URL
}

// merge returns the edits with others, which replace those in the same places.
func merge(edits, others []Edit) []Edit {
	merged := slices.Clone(edits)
	for _, edit := range others {
		at := slices.IndexFunc(merged, func(e Edit) bool { return e.sameAnswer(&edit) && e.Header == edit.Header })
		if at < 0 {
			merged = append(merged, edit)
		} else {
			edit.From, edit.FromStatus = merged[at].From, merged[at].FromStatus
			merged[at] = edit
		}
		// What everyone may read does not depend on who asks.
		if edit.Header == allowOrigin && edit.To == "*" {
			merged = dropVary(merged, &edit)
		}
	}
	return merged
}

// dropVary leaves out the edit that says that an answer depends on the Origin, where it no longer does.
func dropVary(edits []Edit, of *Edit) []Edit {
	return slices.DeleteFunc(edits, func(e Edit) bool { return e.Header == "Vary" && e.sameAnswer(of) })
}

// setHeader returns the edit that gives the answer of an exchange a header; "" takes it away.
func setHeader(x *corsim.Exchange, name, value string) Edit {
	from, _ := x.Answer.Header.Get(name)
	return Edit{
		Preflight: x.Preflight, Method: x.Request.Method, URL: x.Request.URL.Href(),
		Header: name, From: from, To: value,
	}
}

// setStatus returns the edit that gives the answer of an exchange a status.
func setStatus(x *corsim.Exchange, status int) Edit {
	return Edit{
		Preflight: x.Preflight, Method: x.Request.Method, URL: x.Request.URL.Href(),
		FromStatus: x.Answer.Status, ToStatus: status,
	}
}

// listWith returns the list in the answers' headers of the given name, with the names that it lacks. What is no name,
// and what is there already, is left out.
func listWith(list header.List, name string, wanted ...string) string {
	var names []string
	known := map[string]bool{}
	add := func(one string) {
		if !known[one] {
			known[one] = true
			names = append(names, one)
		}
	}
	if value, found := list.Get(name); found {
		for element := range strings.SplitSeq(value, ",") {
			if element = header.Normalize(element); header.IsToken(element) {
				add(element)
			}
		}
	}
	for _, one := range wanted {
		add(one)
	}
	return strings.Join(names, ", ")
}
