package origin

import (
	"strconv"
	"strings"
)

// authority reads userinfo, host and port: the authority state, the host state
// and the port state.
//
// https://url.spec.whatwg.org/#authority-state
func (p *parser) authority() error {
	p.out = append(p.out, "//"...)
	if p.plainDomain() {
		return p.pathStart()
	}
	authority := p.component()
	p.pos += len(authority)
	// What stands before the last "@" is userinfo.
	host := authority
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		host = authority[at+1:]
		if host == "" {
			return p.failure(authority, "no host after the userinfo")
		}
		p.userinfo(authority[:at])
	} else {
		p.url.usernameEnd = uint32(len(p.out))
	}
	if err := p.hostAndPort(host); err != nil {
		return err
	}
	return p.pathStart()
}

// plainDomain reads an authority that is nothing but a domain in ASCII, which
// saves several looks at it. It leaves all others, also those that only look
// like a number, as they are.
func (p *parser) plainDomain() bool {
	end := scan(p.input, p.pos, forbiddenDomain|class(C0ControlPercentEncodeSet))
	domain, port := p.input[p.pos:end], ""
	if domain == "" || endsInNumber(domain) || p.url.special == notSpecial {
		return false
	}
	if end < len(p.input) && p.input[end] == ':' {
		start := end + 1
		for end = start; end < len(p.input) && isDigit(p.input[end]) && end < start+5; end++ {
		}
		port = p.input[start:end]
	}
	if end < len(p.input) && !is(p.input[end], delimiter) || len(port) == 5 && port > "65535" {
		return false
	}
	start := uint32(len(p.out))
	p.out = appendLower(p.out, domain)
	p.url.usernameEnd, p.url.hostStart, p.url.hostEnd = start, start, uint32(len(p.out))
	p.url.host = Domain
	p.pos = end
	return p.port(port) == nil // which it is: the digits have been checked
}

// userinfo splits at the first ":" and writes what is not empty.
func (p *parser) userinfo(userinfo string) {
	username, password, _ := strings.Cut(userinfo, ":")
	p.out = appendPercentEncoded(p.out, username, UserinfoPercentEncodeSet)
	p.url.usernameEnd = uint32(len(p.out))
	if password != "" {
		p.out = append(p.out, ':')
		p.out = appendPercentEncoded(p.out, password, UserinfoPercentEncodeSet)
	}
	if username != "" || password != "" {
		p.out = append(p.out, '@')
	}
}

// hostAndPort is the host state.
//
// https://url.spec.whatwg.org/#host-state
func (p *parser) hostAndPort(s string) error {
	host, port, hasPort := s, "", false
	if colon := portColon(s); colon >= 0 {
		host, port, hasPort = s[:colon], s[colon+1:], true
	}
	// A host may be empty only if the URL is not special and has no port.
	if host == "" && (hasPort || p.url.special != notSpecial) {
		return p.failure(s, "no host")
	}
	if err := p.host(host); err != nil {
		return err
	}
	if hasPort {
		return p.port(port)
	}
	return nil
}

// portColon is the index of the first ":" that does not stand in brackets.
func portColon(s string) int {
	insideBrackets := false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			insideBrackets = true
		case ']':
			insideBrackets = false
		case ':':
			if !insideBrackets {
				return i
			}
		}
	}
	return -1
}

// port is the port state, with what stands between the ":" and the path.
//
// https://url.spec.whatwg.org/#port-state
func (p *parser) port(digits string) error {
	port := 0
	for i := 0; i < len(digits); i++ {
		if !isDigit(digits[i]) {
			return p.failure(digits[i:], "a port is made of digits")
		}
		if port = port*10 + int(digits[i]-'0'); port > 65535 {
			return p.failure(digits, "a port is at most 65535")
		}
	}
	// The default port of the scheme is null, and so is an empty one.
	if digits == "" || port == int(p.url.special.defaultPort()) && port != 0 {
		return nil
	}
	p.url.port = uint16(port)
	p.out = append(p.out, ':')
	p.out = strconv.AppendUint(p.out, uint64(port), 10)
	return nil
}

// pathStart is the path start state.
//
// https://url.spec.whatwg.org/#path-start-state
func (p *parser) pathStart() error {
	p.url.pathStart = uint32(len(p.out))
	if p.isSlash(p.c()) {
		p.pos++
		return p.path()
	}
	// The path of a special URL begins without a slash too, and is "/" at least.
	if p.url.special != notSpecial {
		return p.path()
	}
	// That of another one is empty.
	p.url.searchStart = p.url.pathStart
	return p.queryAndFragment()
}
