package policy

import (
	"slices"
	"strings"

	"github.com/corsim/corsim/header"
)

// VaryMatches reports whether a stored answer was made for a request like this one: whether each header that its Vary
// names has the same value in both, or is absent from both. stored is the header of the request that it answered. An
// answer that varies by * was made for no other request.
//
// https://httpwg.org/specs/rfc9111.html#caching.negotiated.responses
func VaryMatches(answer, stored, request header.List) bool {
	if !answer.Contains("Vary") {
		return true
	}
	then, now := valuesByName(stored), valuesByName(request)
	for value := range answer.Values("Vary") {
		for name := range header.DecodeSplit(value) {
			if name = header.Lower(name); name == "*" || !slices.Equal(then[name], now[name]) {
				return false
			}
		}
	}
	return true
}

// valuesByName returns the values of each header by its name in lower case, without the white space around them.
func valuesByName(list header.List) map[string][]string {
	values := make(map[string][]string, len(list))
	for _, field := range list {
		name := header.Lower(field.Name)
		values[name] = append(values[name], strings.Trim(field.Value, " \t"))
	}
	return values
}
