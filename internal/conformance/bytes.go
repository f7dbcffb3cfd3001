package conformance

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/conformance/recording"
)

// byteString makes bytes of a string whose characters U+0000 to U+00FF stand for them. ok is false where there is
// another character: it becomes NUL, which no method, header name or value may have either.
func byteString(s string) (bytes string, ok bool) {
	b := make([]byte, 0, len(s))
	ok = true
	for _, char := range s {
		if char > 0xFF {
			char, ok = 0, false
		}
		b = append(b, byte(char))
	}
	return string(b), ok
}

// headerList makes a header list of pairs.
func headerList(pairs []Pair) (list header.List, ok bool) {
	ok = true
	for _, pair := range pairs {
		name, nameOK := byteString(pair[0])
		value, valueOK := byteString(pair[1])
		ok = ok && nameOK && valueOK
		list = append(list, header.Field{Name: name, Value: value})
	}
	return list, ok
}

// pairs is the reverse of headerList.
func pairs(list header.List) []Pair {
	out := make([]Pair, 0, len(list))
	for _, field := range list {
		out = append(out, Pair{recording.Characters(field.Name), recording.Characters(field.Value)})
	}
	return out
}
