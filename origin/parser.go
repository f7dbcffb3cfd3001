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

// scheme is the rest of the scheme state, behind a scheme that ends at end.
//
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
	// Special relative or authority state: without slashes, "https:path" is
	// relative to a base of the same scheme.
	case p.url.special != notSpecial && p.url.special == p.base.special && !strings.HasPrefix(p.rest(), "//"):
		return p.relative()
	// Special authority slashes state: they may also be missing.
	case p.url.special != notSpecial:
		return p.specialAuthorityIgnoreSlashes()
	case p.c() == '/':
		p.pos++
		return p.pathOrAuthority()
	// A scheme that is not special, and no slash: the path has no structure.
	default:
		return p.opaquePath()
	}
}

// noScheme is the no scheme state: the reference is relative.
//
// https://url.spec.whatwg.org/#no-scheme-state
func (p *parser) noScheme() error {
	base := p.base
	switch {
	// There is nothing to be relative to.
	case base.IsZero():
		return p.failure("", `no scheme; without a base URL it has to begin with one, like "https://"`)
	// An opaque path has no segments to replace; only the fragment can change.
	case base.HasOpaquePath() && p.c() != '#':
		return p.failure("", "the base URL "+strconv.Quote(base.WithoutFragment().href)+` has no path to start from, only "#fragment" can be resolved`)
	case base.special == schemeFile:
		return p.file()
	default:
		return p.relative()
	}
}

// pathOrAuthority is the path or authority state: a second slash makes it an
// authority.
//
// https://url.spec.whatwg.org/#path-or-authority-state
func (p *parser) pathOrAuthority() error {
	if p.c() == '/' {
		p.pos++
		return p.authority()
	}
	return p.path()
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
