package header

import (
	"iter"
	"math"
	"strings"
)

// An Extraction says what came of extracting header list values.
//
// https://fetch.spec.whatwg.org/#extract-header-list-values
type Extraction uint8

const (
	// Null: the list has no header of that name.
	Null Extraction = iota
	// Failure: it has, but the value does not match the grammar of the name, or there are two fields where
	// the grammar allows one.
	Failure
	// Found: every field matches. There may still be no values, if all elements are empty.
	Found
)

// String returns "null", "failure" or "found".
func (e Extraction) String() string {
	switch e {
	case Null:
		return "null"
	case Failure:
		return "failure"
	case Found:
		return "found"
	}
	return "unknown"
}

// Single extracts the value of a header whose grammar allows one field, such as Location. It checks the number
// of fields and leaves the grammar to the parser of the value.
func (l List) Single(name string) (value string, result Extraction) {
	first := l.index(name)
	switch {
	// Without a field of that name there is no value.
	case first < 0:
		return "", Null
	// A grammar for one field cannot match two.
	case l[first+1:].Contains(name):
		return "", Failure
	}
	return l[first].Value, Found
}

// Integer extracts the value of a header that is delta-seconds, such as Access-Control-Max-Age: one field, and
// in it digits only, without sign, fraction or white space. A number that does not fit is math.MaxUint64.
//
// https://httpwg.org/specs/rfc9111.html#delta-seconds
func (l List) Integer(name string) (value uint64, result Extraction) {
	digits, result := l.Single(name)
	if result != Found {
		return 0, result
	}

	// The grammar is one digit or more.
	if digits == "" || countDigits(digits) < len(digits) {
		return 0, Failure
	}
	return decimal(digits), Found
}

// countDigits returns how many digits s starts with.
func countDigits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// decimal returns the number that digits write, or math.MaxUint64 if that is smaller.
func decimal(digits string) uint64 {
	var n uint64
	for i := range len(digits) {
		digit := uint64(digits[i] - '0')
		if n > (math.MaxUint64-digit)/10 {
			return math.MaxUint64
		}
		n = n*10 + digit
	}
	return n
}

// Tokens extracts the values of a header that is a list of tokens, such as Access-Control-Allow-Methods
// (#method) or Access-Control-Allow-Headers (#field-name).
//
// Empty elements are skipped, as RFC 9110 wants it. One element that is no token, in whichever field, makes the
// whole header a failure.
//
// https://fetch.spec.whatwg.org/#extract-header-list-values
func (l List) Tokens(name string) TokenList {
	first := l.index(name)

	// Without a field of that name there is nothing.
	if first < 0 {
		return TokenList{}
	}

	// Each field has to match the grammar by itself.
	tokens := TokenList{extraction: Found, fields: l[first:], name: name}
	for elements := tokens.elements(); ; {
		element, more := elements.next()
		if !more {
			return tokens
		}
		if !IsToken(element) {
			return TokenList{extraction: Failure, offending: element}
		}
	}
}

// A TokenList is what [List.Tokens] extracted. It reads the list it came from, so it holds only as long as that
// is not changed. The zero value is null.
type TokenList struct {
	extraction Extraction
	fields     List
	name       string
	offending  string
}

// Extraction returns whether there was no such header, one that failed, or one whose values were found.
func (t TokenList) Extraction() Extraction { return t.extraction }

// Offending returns the first element that is no token, which made the extraction a failure; "" if it is none.
func (t TokenList) Offending() string { return t.offending }

// String returns the value the tokens are in, as [List.Get] does.
func (t TokenList) String() string {
	value, _ := t.fields.Get(t.name)
	return value
}

// All iterates over the tokens of all fields, in order, duplicates included. There are none if the extraction
// is null or failure.
func (t TokenList) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for elements := t.elements(); ; {
			if token, more := elements.next(); !more || !yield(token) {
				return
			}
		}
	}
}

// Contains reports whether token is among the values, spelt exactly so. Methods are compared this way, and so
// is the wildcard *.
func (t TokenList) Contains(token string) bool {
	for elements := t.elements(); ; {
		if element, more := elements.next(); !more || element == token {
			return more
		}
	}
}

// ContainsFold reports whether a byte-case-insensitive match for token is among the values. Header names are
// compared this way.
func (t TokenList) ContainsFold(token string) bool {
	for elements := t.elements(); ; {
		if element, more := elements.next(); !more || EqualFold(element, token) {
			return more
		}
	}
}

// elements is a position in the elements of a list header: in rest, the rest of a field, before the fields left.
//
// https://httpwg.org/specs/rfc9110.html#abnf.extension
type elements struct {
	rest   string
	fields List
	name   string
}

func (t TokenList) elements() elements { return elements{fields: t.fields, name: t.name} }

// next returns the next element that is not empty, without the tabs and spaces around it.
func (e *elements) next() (element string, more bool) {
	for {
		for e.rest != "" {
			end := strings.IndexByte(e.rest, ',')
			if end < 0 {
				end = len(e.rest)
			}
			element, e.rest = trimTabOrSpace(e.rest[:end]), e.rest[min(end+1, len(e.rest)):]
			if element != "" {
				return element, true
			}
		}
		next := e.fields.index(e.name)
		if next < 0 {
			return "", false
		}
		e.rest, e.fields = e.fields[next].Value, e.fields[next+1:]
	}
}
