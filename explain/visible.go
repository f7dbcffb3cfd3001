package explain

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// visible returns s with every character that does not show as itself written as Go writes it: control characters,
// those that change the direction of text, spaces other than the plain one, and bytes that are not UTF-8.
func visible(s string) string {
	if isPrintableASCII(s) {
		return s
	}
	var visible []byte
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		visible = appendCharacter(visible, r, s[:size])
		s = s[size:]
	}
	return string(visible)
}

// shows reports whether a character shows as itself; its size in bytes tells it from a byte that is none.
func shows(r rune, size int) bool { return strconv.IsPrint(r) && !(r == utf8.RuneError && size == 1) }

// maxShown is the number of bytes beyond which a value is cut, so that no answer makes a report without end.
const maxShown = 2000

// block returns a text of several lines, each of them shown; the tabs that a line begins with stay, and the last line
// ends with a line feed.
func block(text string) string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i, line := range lines {
		code := strings.TrimLeft(line, "\t")
		lines[i] = line[:len(line)-len(code)] + shown(code)
	}
	return strings.Join(lines, "\n") + "\n"
}

// shown returns s as a reader sees it: visible, and cut where it is too long.
func shown(s string) string {
	if len(s) > maxShown {
		return visible(beginning(s, maxShown)) + "…"
	}
	return visible(s)
}

// cutOrigin cuts a URL into its origin and the rest, for people to read: the origin is "" where there is none.
func cutOrigin(url string) (origin, rest string) {
	scheme := strings.Index(url, "://")
	if scheme < 0 {
		return "", url
	}
	authority := scheme + len("://")
	if end := strings.IndexAny(url[authority:], "/?#"); end >= 0 {
		return url[:authority+end], url[authority+end:]
	}
	return url, ""
}

// escaped returns a text as it stands in HTML and in SVG, between tags as well as in an attribute in quotation marks.
func escaped(text string) string { return html.EscapeString(visible(text)) }
