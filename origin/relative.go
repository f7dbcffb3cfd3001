package origin

// relative is the relative state. The base is no file: URL.
//
// https://url.spec.whatwg.org/#relative-state
func (p *parser) relative() error {
	p.url.special = p.base.special
	c := p.c()
	if p.isSlash(c) {
		p.pos++
		return p.relativeSlash()
	}
	// No path: everything up to here is that of the base.
	if p.inheritPath(c) {
		return p.queryAndFragment()
	}
	// A path: it replaces the last segment of the base's.
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

// relativeSlash is the relative slash state, behind the first slash.
//
// https://url.spec.whatwg.org/#relative-slash-state
func (p *parser) relativeSlash() error {
	c := p.c()
	switch {
	// Two slashes: another authority, in the scheme of the base.
	case p.url.special != notSpecial && p.isSlash(c):
		p.inheritScheme()
		return p.specialAuthorityIgnoreSlashes()
	case c == '/':
		p.inheritScheme()
		p.pos++
		return p.authority()
	// One slash: another path in the authority of the base.
	default:
		p.inheritAuthority()
		return p.path()
	}
}

func (p *parser) inheritScheme() {
	p.out = append(p.out[:0], p.base.Protocol()...)
	p.noHost()
}
