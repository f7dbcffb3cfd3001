package fetch

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// appendAuthorHeaders appends the headers of the request that script has given, as the engine puts them on the wire.
func (f *fetching) appendAuthorHeaders(list header.List) header.List {
	profile := &f.agent.Profile
	author := f.header
	if profile.Has(engine.HeadersCombinedLate) {
		author = combinedBy(author, combineLate)
	}
	list = append(list, author...)
	for i := range list {
		field := &list[i]
		if profile.Has(engine.HeaderValuesAsUTF8) {
			field.Value = latin1ToUTF8(field.Value)
		}
	}
	return list
}

// combinedBy is a list with the headers of one name combined by add, each where its name is first.
func combinedBy(list header.List, add func(list *header.List, name, value string)) header.List {
	for i := range list {
		if list[:i].Contains(list[i].Name) {
			result := make(header.List, 0, len(list))
			for _, field := range list {
				add(&result, field.Name, field.Value)
			}
			return result
		}
	}
	return list
}

// combineLate combines a header with those before as they are set one after another on the way to the network: an
// empty value, and any of a header that can be there only once, takes the place of what was there.
func combineLate(list *header.List, name, value string) {
	before, _ := list.Get(name)
	if before == "" || value == "" || isSingleHeader(name) {
		list.Set(name, value)
		return
	}
	list.Combine(name, value)
}

// isSingleHeader reports whether a request can have the header only once.
func isSingleHeader(name string) bool {
	switch header.Lower(name) {
	case "authorization", "content-disposition", "content-type", "from", "if-modified-since", "if-unmodified-since",
		"location", "max-forwards", "user-agent":
		return true
	}
	return false
}

// latin1ToUTF8 encodes the characters that the bytes of s stand for.
func latin1ToUTF8(s string) string {
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

// validUTF8 replaces each byte that is not part of UTF-8 by U+FFFD.
func validUTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// readHeaders makes of an answer's headers what the engine makes of them when it reads them.
func (f *fetching) readHeaders(answer *Answer) {
	profile := &f.agent.Profile
	if profile.Has(engine.AnswerHeadersMadeUTF8) &&
		slices.ContainsFunc(answer.Header, func(field header.Field) bool { return !utf8.ValidString(field.Value) }) {
		// The server keeps its own list.
		answer.Header = slices.Clone(answer.Header)
		for i := range answer.Header {
			answer.Header[i].Value = validUTF8(answer.Header[i].Value)
		}
	}
	if profile.Has(engine.AnswerHeadersEmptyDropped) {
		answer.Header = f.withoutEmpty(answer.Header)
	}
	if profile.Has(engine.ContentTypesJoinedByComma) {
		answer.Header = withOneContentType(answer.Header)
	}
}

// withOneContentType is a list with its Content-Types in one header, joined by a comma alone.
func withOneContentType(list header.List) header.List {
	values := slices.Collect(list.Values("Content-Type"))
	if len(values) < 2 {
		return list
	}
	list = slices.Clone(list)
	list.Set("Content-Type", strings.Join(values, ","))
	return list
}

// withoutEmpty is a list without the empty headers whose name has others. The CORS check counts them nevertheless.
func (f *fetching) withoutEmpty(list header.List) header.List {
	if !slices.ContainsFunc(list, func(field header.Field) bool { return field.Value == "" }) {
		return list
	}
	// A name is known once one header of it is kept: the first with a value, or else the first.
	kept := map[string]bool{}
	counted := func(name string) bool {
		return f.tainting == policy.TaintingCORS && name == "access-control-allow-origin"
	}
	for _, field := range list {
		if field.Value != "" {
			kept[header.Lower(field.Name)] = true
		}
	}
	result := make(header.List, 0, len(list))
	for _, field := range list {
		name := header.Lower(field.Name)
		if field.Value != "" || !kept[name] || counted(name) {
			result = append(result, field)
			kept[name] = true
		}
	}
	return result
}
