package policy_test

import (
	"slices"

	"github.com/corsim/corsim/header"
)

// headerList makes a list of names and values in turn.
func headerList(namesAndValues ...string) header.List {
	var list header.List
	for pair := range slices.Chunk(namesAndValues, 2) {
		list = append(list, header.Field{Name: pair[0], Value: pair[1]})
	}
	return list
}
