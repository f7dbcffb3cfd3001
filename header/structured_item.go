package header

import "strings"

// ItemToken gets a structured field value of type item and returns its bare item, if that is a token:
// "require-corp" for
//
//	Cross-Origin-Embedder-Policy: require-corp; report-to="coep"
//
// ok is false, for the standard's null, if there is no such header, if it does not parse as an item with its
// parameters to the last byte, or if the item is something else than a token. Two fields are joined first, and
// what has a comma outside of a string is no item.
//
// https://fetch.spec.whatwg.org/#concept-header-list-get-structured-header
// https://httpwg.org/specs/rfc9651.html#parse-item
func (l List) ItemToken(name string) (token string, ok bool) {
	value, ok := l.Get(name)
	if !ok {
		return "", false
	}
	s := item(value)
	token, ok = s.token()
	if !ok || !s.endItem() {
		return "", false
	}
	return token, true
}

// ItemBoolean gets a structured field value of type item and returns its bare item, if that is a boolean: true for
//
//	Origin-Agent-Cluster: ?1
//
// ok is false where [List.ItemToken] would have it so, and if the item is something else than a boolean.
//
// https://fetch.spec.whatwg.org/#concept-header-list-get-structured-header
func (l List) ItemBoolean(name string) (truth, ok bool) {
	value, ok := l.Get(name)
	if !ok {
		return false, false
	}
	s := item(value)
	if !s.take('?') {
		return false, false
	}
	truth = s.take('1')
	if !truth && !s.take('0') || !s.endItem() {
		return false, false
	}
	return truth, true
}

// item begins to parse an item. Leading spaces are skipped; a tab is not a space here.
//
// https://httpwg.org/specs/rfc9651.html#text-parse
func item(value string) scanner { return scanner(strings.TrimLeft(value, " ")) }

// endItem parses the parameters behind the bare item, and reports whether there are only spaces behind them.
func (s *scanner) endItem() bool { return s.parameters() && strings.TrimLeft(string(*s), " ") == "" }

// A scanner is the part of a structured field that is not parsed yet.
type scanner string

// take consumes the first byte, if it is c.
func (s *scanner) take(c byte) bool {
	if *s == "" || (*s)[0] != c {
		return false
	}
	*s = (*s)[1:]
	return true
}

// takeWhile consumes the bytes up to the first that does not belong.
func (s *scanner) takeWhile(belongs func(byte) bool) string {
	end := 0
	for end < len(*s) && belongs((*s)[end]) {
		end++
	}
	taken := string((*s)[:end])
	*s = (*s)[end:]
	return taken
}

// startsWith reports whether there is a first byte and it belongs.
func (s scanner) startsWith(belongs func(byte) bool) bool { return s != "" && belongs(s[0]) }

// token parses a token, which is wider than that of HTTP by colon and slash, but starts with a letter or *.
//
// https://httpwg.org/specs/rfc9651.html#parse-token
func (s *scanner) token() (token string, ok bool) {
	if !s.startsWith(func(c byte) bool { return isLetter(c) || c == '*' }) {
		return "", false
	}
	return s.takeWhile(func(c byte) bool { return isTokenByte(c) || c == ':' || c == '/' }), true
}

// parameters parses the parameters of an item, and reports whether they are well-formed.
//
// https://httpwg.org/specs/rfc9651.html#parse-param
func (s *scanner) parameters() bool {
	for s.take(';') {
		// Spaces may stand before the key, nowhere else.
		s.takeWhile(func(c byte) bool { return c == ' ' })

		if !s.key() {
			return false
		}

		// Without an equals sign the value is true.
		if s.take('=') && !s.bareItem() {
			return false
		}
	}
	return true
}

// key parses the key of a parameter. Upper-case letters are no part of keys.
//
// https://httpwg.org/specs/rfc9651.html#parse-key
func (s *scanner) key() bool {
	isLower := func(c byte) bool { return 'a' <= c && c <= 'z' }
	if !s.startsWith(func(c byte) bool { return isLower(c) || c == '*' }) {
		return false
	}
	s.takeWhile(func(c byte) bool {
		return isLower(c) || isDigit(c) || c == '_' || c == '-' || c == '.' || c == '*'
	})
	return true
}
