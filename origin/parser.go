package origin

import (
	"strconv"
	"strings"
	"unsafe"
)

// parser is the basic URL parser, with one method for each state that does
// something. Delimiters are ASCII, so it goes over bytes. Where the text of the
// standard collects components to serialize them later, the parser writes the
// serialization at once; shortening the path cuts it off again.
//
// https://url.spec.whatwg.org/#concept-basic-url-parser
type parser struct {
	reference string // what the caller gave, for errors
	input     string
	pos       int
	base      URL // zero for null
	out       []byte
	url       URL // offsets into out; href comes last
}

const endOfInput = -1

// c is the byte at the pointer. No byte of input is negative.
func (p *parser) c() int {
	if p.pos == len(p.input) {
		return endOfInput
	}
	return int(p.input[p.pos])
}

// rest is what the pointer has not passed yet.
func (p *parser) rest() string { return p.input[p.pos:] }

func (p *parser) failure(rest, message string) error {
	return &Error{Input: p.reference, Message: message, Rest: rest}
}

// outputSize guesses how long the serialization gets.
func (p *parser) outputSize() int { return len(p.base.href) + len(p.input) + len("file:///") }

// isSlash reports whether c separates path segments: a "\" does so in special
// URLs.
func (p *parser) isSlash(c int) bool {
	return c == '/' || c == '\\' && p.url.special != notSpecial
}

// component is the rest up to the end of a path segment, or of the authority.
func (p *parser) component() string {
	for end := p.pos; ; end++ {
		end = scan(p.input, end, delimiter)
		// A "\" is no delimiter unless the URL is special.
		if end == len(p.input) || p.input[end] != '\\' || p.url.special != notSpecial {
			return p.input[p.pos:end]
		}
	}
}

// parse is the scheme start state and the scheme state.
//
// https://url.spec.whatwg.org/#scheme-start-state
func (p *parser) parse() error {
	if p.input != "" && isAlpha(p.input[0]) {
		end := 1
		for end < len(p.input) && is(p.input[end], schemeByte) {
			end++
		}
		if end < len(p.input) && p.input[end] == ':' {
			return p.scheme(end)
		}
	}
	return p.noScheme()
}

// https://url.spec.whatwg.org/#scheme-state
func (p *parser) scheme(end int) error {
	p.out = appendLower(p.out, p.input[:end])
	p.url.special = toSpecialScheme(string(p.out))
	p.out = append(p.out, ':')
	p.noHost()
	p.pos = end + 1
	switch {
	case p.url.special == schemeFile:
		return p.file()
	case p.url.special != notSpecial && p.url.special == p.base.special && !strings.HasPrefix(p.rest(), "//"):
		// "https:path" is relative to a base of the same scheme.
		return p.relative()
	case p.url.special != notSpecial:
		return p.specialAuthorityIgnoreSlashes()
	case p.c() == '/':
		p.pos++
		return p.pathOrAuthority()
	default:
		return p.opaquePath()
	}
}

// https://url.spec.whatwg.org/#no-scheme-state
func (p *parser) noScheme() error {
	base := p.base
	switch {
	case base.IsZero():
		return p.failure("", `no scheme; without a base URL it has to begin with one, like "https://"`)
	case base.HasOpaquePath() && p.c() != '#':
		return p.failure("", "the base URL "+strconv.Quote(base.WithoutFragment().href)+` has no path to start from, only "#fragment" can be resolved`)
	case base.special == schemeFile:
		return p.file()
	default:
		return p.relative()
	}
}

// https://url.spec.whatwg.org/#path-or-authority-state
func (p *parser) pathOrAuthority() error {
	if p.c() == '/' {
		p.pos++
		return p.authority()
	}
	return p.path()
}

// https://url.spec.whatwg.org/#relative-state
func (p *parser) relative() error {
	p.url.special = p.base.special
	c := p.c()
	if p.isSlash(c) {
		p.pos++
		return p.relativeSlash()
	}
	if p.inheritPath(c) {
		return p.queryAndFragment()
	}
	// Another last segment in the path of the base.
	p.inheritAuthority()
	p.out = append(p.out, p.base.Pathname()...)
	p.shorten()
	return p.path()
}

// inheritPath takes over everything of the base up to the path, and the query
// too if the reference does not bring its own. It is false if the reference has
// a path.
func (p *parser) inheritPath(c int) bool {
	end := p.base.searchStart
	switch c {
	case '?':
	case '#', endOfInput:
		end = p.base.hashStart
	default:
		return false
	}
	p.url = p.base
	p.out = append(p.out[:0], p.base.href[:end]...)
	return true
}

// inheritAuthority takes over username, password, host and port of the base.
func (p *parser) inheritAuthority() {
	p.url = p.base
	if p.base.host == NoHost {
		// What stands between such a scheme and its path is no component.
		p.url.pathStart = p.base.protocolEnd
	}
	p.out = append(p.out[:0], p.base.href[:p.url.pathStart]...)
}

// https://url.spec.whatwg.org/#relative-slash-state
func (p *parser) relativeSlash() error {
	c := p.c()
	switch {
	case p.url.special != notSpecial && p.isSlash(c):
		p.inheritScheme()
		return p.specialAuthorityIgnoreSlashes()
	case c == '/':
		p.inheritScheme()
		p.pos++
		return p.authority()
	default:
		p.inheritAuthority()
		return p.path()
	}
}

func (p *parser) inheritScheme() {
	p.out = append(p.out[:0], p.base.Protocol()...)
	p.noHost()
}

// noHost sets the offsets after the scheme for a null host.
func (p *parser) noHost() {
	end := uint32(len(p.out))
	p.url.protocolEnd, p.url.usernameEnd, p.url.hostStart = end, end, end
	p.url.hostEnd, p.url.pathStart = end, end
	p.url.host = NoHost
}

// specialAuthorityIgnoreSlashes skips all slashes before the authority of a
// special URL, be there none or many.
//
// https://url.spec.whatwg.org/#special-authority-ignore-slashes-state
func (p *parser) specialAuthorityIgnoreSlashes() error {
	for p.isSlash(p.c()) {
		p.pos++
	}
	return p.authority()
}

// https://url.spec.whatwg.org/#query-state,
// https://url.spec.whatwg.org/#fragment-state
func (p *parser) queryAndFragment() error {
	if p.c() == '?' {
		p.url.searchStart = uint32(len(p.out))
		query, _, _ := strings.Cut(p.rest(), "#")
		set := QueryPercentEncodeSet
		if p.url.special != notSpecial {
			set = SpecialQueryPercentEncodeSet
		}
		p.out = append(p.out, '?')
		p.out = appendPercentEncoded(p.out, query[1:], set)
		p.pos += len(query)
	}
	p.url.hashStart = uint32(len(p.out))
	if p.c() == '#' {
		p.out = append(p.out, '#')
		p.out = appendPercentEncoded(p.out, p.rest()[1:], FragmentPercentEncodeSet)
	}
	return nil
}

// finish makes the URL out of what was written. It keeps an input that was in
// normal form, and otherwise the buffer, which nothing writes to any more,
// unless much of it is unused.
func (p *parser) finish() URL {
	switch {
	case string(p.out) == p.reference:
		p.url.href = p.reference
	case cap(p.out)-len(p.out) > 64:
		p.url.href = string(p.out)
	default:
		p.url.href = unsafe.String(unsafe.SliceData(p.out), len(p.out))
	}
	return p.url
}

func appendLower(dst []byte, s string) []byte {
	start := len(dst)
	dst = append(dst, s...)
	for i, c := range dst[start:] {
		if c-'A' < 26 {
			dst[start+i] = c | 0x20
		}
	}
	return dst
}
