package origin

import (
	"bytes"
	"strings"
)

// path is the path start state, from its slash on, and the path state: it
// reads segments and resolves the dot segments among them. The pointer is at
// the first byte of a segment.
//
// https://url.spec.whatwg.org/#path-state
func (p *parser) path() error {
	for {
		segment, plain := p.segment()
		p.pos += len(segment)
		slash := p.isSlash(p.c())
		switch {
		// Nothing to encode, and no dot segment: as it is.
		case plain:
			p.out = append(p.out, '/')
			p.out = append(p.out, segment...)
		// Two dots take the segment before them away, one dot only itself. At
		// the end, both leave an empty segment.
		case isDoubleDot(segment):
			p.shorten()
			if !slash {
				p.out = append(p.out, '/')
			}
		case isSingleDot(segment):
			if !slash {
				p.out = append(p.out, '/')
			}
		default:
			p.out = append(p.out, '/')
			p.out = appendPercentEncoded(p.out, segment, PathPercentEncodeSet)
		}
		if p.url.special == schemeFile {
			p.normalizeDriveLetter()
		}
		if !slash {
			break
		}
		p.pos++
	}
	p.guardPath()
	p.url.searchStart = uint32(len(p.out))
	return p.queryAndFragment()
}

// segment is the rest up to the end of a segment. It is plain if it is written
// as it is, and no dot segment.
func (p *parser) segment() (segment string, plain bool) {
	end := scan(p.input, p.pos, pathBreak|delimiter)
	if end == len(p.input) || is(p.input[end], delimiter) && p.input[end] != '\\' {
		return p.input[p.pos:end], true
	}
	return p.component(), false
}

// normalizeDriveLetter turns the path "/C|" into "/C:".
func (p *parser) normalizeDriveLetter() {
	if path := p.out[p.url.pathStart:]; len(path) == 3 && path[2] == '|' && isAlpha(path[1]) {
		path[2] = ':'
	}
}

// shorten removes the last segment, but not the drive letter of a file: URL.
//
// https://url.spec.whatwg.org/#shorten-a-urls-path
func (p *parser) shorten() {
	path := p.out[p.url.pathStart:]
	if p.url.special == schemeFile && len(path) == 3 && startsWithNormalizedDriveLetter(string(path)) {
		return
	}
	if slash := bytes.LastIndexByte(path, '/'); slash >= 0 {
		p.out = p.out[:int(p.url.pathStart)+slash]
	}
}

// guardPath puts "/." before a path that begins with "//" where there is no
// host, or it would read as one next time.
func (p *parser) guardPath() {
	start := int(p.url.pathStart)
	if p.url.host != NoHost || !bytes.HasPrefix(p.out[start:], []byte("//")) {
		return
	}
	p.out = append(p.out, "/."...)
	copy(p.out[start+2:], p.out[start:])
	copy(p.out[start:], "/.")
	p.url.pathStart += 2
}

// opaquePath is the opaque path state.
//
// https://url.spec.whatwg.org/#cannot-be-a-base-url-path-state
func (p *parser) opaquePath() error {
	path := p.rest()
	if end := strings.IndexAny(path, "?#"); end >= 0 {
		path = path[:end]
	}
	p.pos += len(path)
	// A space before the query or the fragment would be lost when they go.
	last, spaced := strings.CutSuffix(path, " ")
	p.out = appendPercentEncoded(p.out, last, C0ControlPercentEncodeSet)
	if spaced {
		p.out = append(p.out, "%20"...)
	}
	p.url.searchStart = uint32(len(p.out))
	return p.queryAndFragment()
}

// isDotSegment reports whether resolving the path removes this segment.
func isDotSegment(segment string) bool { return isSingleDot(segment) || isDoubleDot(segment) }

// https://url.spec.whatwg.org/#single-dot-path-segment
func isSingleDot(segment string) bool { return segment != "" && cutDot(segment) == "" }

// https://url.spec.whatwg.org/#double-dot-path-segment
func isDoubleDot(segment string) bool {
	rest := cutDot(segment)
	return rest != "" && len(rest) < len(segment) && cutDot(rest) == ""
}

// cutDot removes one dot, plain or percent-encoded, from the start.
func cutDot(s string) string {
	if s != "" && s[0] == '.' {
		return s[1:]
	}
	if len(s) >= 3 && s[0] == '%' && s[1] == '2' && s[2]|0x20 == 'e' {
		return s[3:]
	}
	return s
}
