package header

import (
	"iter"
	"strings"
)

// A Field is one header: a name and a value, as they are on one line of a message.
//
// https://fetch.spec.whatwg.org/#concept-header
type Field struct{ Name, Value string }

// A List is a header list: fields in order, duplicates kept. The zero value is the empty list.
//
// The methods neither check nor change what they are given; [IsName], [IsValue] and [Normalize] do that.
// Append, Set and Combine look through the list first; who copies a whole message into a List in order does
// better with the append of the language. Like any slice, a copied List shares its fields with the original:
// take slices.Clone before changing one of the two.
//
// https://fetch.spec.whatwg.org/#concept-header-list
type List []Field

// Contains reports whether l has a field of that name.
//
// https://fetch.spec.whatwg.org/#header-list-contains
func (l List) Contains(name string) bool { return l.index(name) >= 0 }

// Get returns the values of all fields of that name in order, separated by ", ". ok is false, for the
// standard's null, when there is none. It allocates only to join two values or more.
//
// https://fetch.spec.whatwg.org/#concept-header-list-get
func (l List) Get(name string) (value string, ok bool) {
	first := l.index(name)

	// Without a field of that name there is no value.
	if first < 0 {
		return "", false
	}

	// All values of that name, joined by a comma and a space.
	rest := l[first+1:]
	if !rest.Contains(name) {
		return l[first].Value, true
	}
	var joined strings.Builder
	joined.WriteString(l[first].Value)
	for value := range rest.Values(name) {
		joined.WriteString(", ")
		joined.WriteString(value)
	}
	return joined.String(), true
}

// Values iterates over the values of the fields of that name, one a field, in order.
func (l List) Values(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range l {
			if EqualFold(l[i].Name, name) && !yield(l[i].Value) {
				return
			}
		}
	}
}

// Count returns how many fields have that name.
func (l List) Count(name string) int {
	count := 0
	for range l.Values(name) {
		count++
	}
	return count
}

// Append adds a field at the end. If the name is there already, the field takes over its spelling.
//
// https://fetch.spec.whatwg.org/#concept-header-list-append
func (l *List) Append(name, value string) {
	// A name that the list has keeps the casing it was first written in.
	if first := l.index(name); first >= 0 {
		name = (*l)[first].Name
	}

	// The field goes to the end.
	*l = append(*l, Field{name, value})
}

// Delete removes all fields of that name.
//
// https://fetch.spec.whatwg.org/#concept-header-list-delete
func (l *List) Delete(name string) {
	if first := l.index(name); first >= 0 {
		l.deleteFrom(first, name)
	}
}

// Set gives the first field of that name the value and removes the others. If there is none, it appends one.
//
// https://fetch.spec.whatwg.org/#concept-header-list-set
func (l *List) Set(name, value string) {
	// A name that the list has: its first field takes the value, the others go.
	if first := l.index(name); first >= 0 {
		(*l)[first].Value = value
		l.deleteFrom(first+1, name)
		return
	}

	// A new name goes to the end.
	l.Append(name, value)
}

// Combine adds the value to the first field of that name, after ", ". If there is none, it appends one. It is
// what XMLHttpRequest's setRequestHeader() does.
//
// https://fetch.spec.whatwg.org/#concept-header-list-combine
func (l *List) Combine(name, value string) {
	// A name that the list has: the value is added to its first field.
	if first := l.index(name); first >= 0 {
		(*l)[first].Value += ", " + value
		return
	}

	// A new name goes to the end.
	l.Append(name, value)
}

// index returns the place of the first field of that name, or -1.
func (l List) index(name string) int {
	for i := range l {
		if EqualFold(l[i].Name, name) {
			return i
		}
	}
	return -1
}

// deleteFrom removes the fields of that name whose place is start or later, keeping the others in order.
func (l *List) deleteFrom(start int, name string) {
	kept := (*l)[:start]
	for _, field := range (*l)[start:] {
		if !EqualFold(field.Name, name) {
			kept = append(kept, field)
		}
	}
	clear((*l)[len(kept):])
	*l = kept
}
