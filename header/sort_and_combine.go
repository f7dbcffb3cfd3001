package header

import (
	"slices"
	"strings"
)

// SortAndCombine returns the list that script sees when it iterates over a Headers object: names lower-case
// and sorted, one field a name with its values joined, but each Set-Cookie by itself. l stays as it is.
//
// https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine
func (l List) SortAndCombine() List {
	// Names in lower case, in ascending order; fields of one name keep their order.
	sorted := make(List, len(l))
	for i, field := range l {
		sorted[i] = Field{Lower(field.Name), field.Value}
	}
	slices.SortStableFunc(sorted, func(a, b Field) int { return strings.Compare(a.Name, b.Name) })

	headers := sorted[:0]
	for rest := sorted; len(rest) > 0; {
		name := rest[0].Name
		same := 1
		for same < len(rest) && rest[same].Name == name {
			same++
		}

		// The cookies a server sets stay apart; the values of any other name become one.
		if name == "set-cookie" {
			headers = append(headers, rest[:same]...)
		} else {
			value, _ := rest[:same].Get(name)
			headers = append(headers, Field{name, value})
		}
		rest = rest[same:]
	}
	return headers
}
