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
	authority := p.rest()
	for i := 0; i < len(authority); i++ {
		if c := authority[i]; c == '?' || c == '#' || p.isSlash(int(c)) {
			authority = authority[:i]
			break
		}
	}
	p.pos += len(authority)

	p.out = append(p.out, "//"...)
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

// https://url.spec.whatwg.org/#host-state
func (p *parser) hostAndPort(s string) error {
	host, port, hasPort := s, "", false
	if colon := portColon(s); colon >= 0 {
		host, port, hasPort = s[:colon], s[colon+1:], true
	}
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

// https://url.spec.whatwg.org/#path-start-state
func (p *parser) pathStart() error {
	p.url.pathStart = uint32(len(p.out))
	c := p.c()
	if p.isSlash(c) {
		p.pos++
		return p.path()
	}
	if p.url.special != notSpecial {
		return p.path()
	}
	p.url.searchStart = p.url.pathStart
	return p.queryAndFragment()
}
