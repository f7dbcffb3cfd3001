package header

import "strings"

// DictionaryMember gets a structured field value of type dictionary and returns the bare items of the member with
// that key, as they are written: "self" and "\"https://a.example\"" for geolocation in
//
//	Permissions-Policy: geolocation=(self "https://a.example"), camera=()
//
// A member that is an item has one, and a key without a value has "?1". Where a key comes twice, the last counts.
// ok is false if there is no such header or member, and if the header does not parse to the last byte.
//
// https://httpwg.org/specs/rfc9651.html#parse-dictionary
func (l List) DictionaryMember(name, key string) (items []string, ok bool) {
	value, _ := l.Get(name)
	s := scanner(strings.Trim(value, " "))
	for s != "" {
		start := s
		if !s.key() {
			return nil, false
		}
		found := string(start[:len(start)-len(s)]) == key
		member, wellFormed := s.member()
		if !wellFormed {
			return nil, false
		}
		if found {
			items, ok = member, true
		}
		// A comma must follow, and something behind it.
		s.takeWhile(isTabOrSpace)
		if s == "" {
			break
		}
		if !s.take(',') {
			return nil, false
		}
		s.takeWhile(isTabOrSpace)
		if s == "" {
			return nil, false
		}
	}
	return items, ok
}

// member parses what stands behind the key of a member, its parameters with it.
func (s *scanner) member() (items []string, ok bool) {
	switch {
	case !s.take('='):
		items, ok = []string{"?1"}, true
	case s.take('('):
		items, ok = s.innerList()
	default:
		var item string
		item, ok = s.written()
		items = []string{item}
	}
	return items, ok && s.parameters()
}

// innerList parses an inner list behind its opening parenthesis.
//
// https://httpwg.org/specs/rfc9651.html#parse-innerlist
func (s *scanner) innerList() (items []string, ok bool) {
	for {
		s.takeWhile(func(c byte) bool { return c == ' ' })
		if s.take(')') {
			return items, true
		}
		item, ok := s.written()
		if !ok || !s.parameters() || !s.startsWith(func(c byte) bool { return c == ' ' || c == ')' }) {
			return nil, false
		}
		items = append(items, item)
	}
}

// written parses a bare item and returns it as it is written.
func (s *scanner) written() (item string, ok bool) {
	start := *s
	ok = s.bareItem()
	return string(start[:len(start)-len(*s)]), ok
}
