package origin

import "strings"

// file is the file state. The host is the empty string until another is found.
//
// https://url.spec.whatwg.org/#file-state
func (p *parser) file() error {
	p.startFile()
	c := p.c()
	switch {
	case p.isSlash(c):
		p.pos++
		return p.fileSlash()
	case p.base.special != schemeFile:
		return p.path()
	// No path: everything up to here is that of the base.
	case p.inheritPath(c):
		return p.queryAndFragment()
	}
	p.inheritAuthority()
	// A drive letter replaces the whole path of the base, not its last segment.
	if !startsWithWindowsDriveLetter(p.rest()) {
		p.out = append(p.out, p.base.Pathname()...)
		p.shorten()
	}
	return p.path()
}

func (p *parser) startFile() {
	p.out = append(p.out[:0], "file:"...)
	p.noHost()
	p.out = append(p.out, "//"...)
	p.emptyHost()
	p.url.special = schemeFile
}

// emptyHost sets the offsets for a host that is the empty string.
func (p *parser) emptyHost() {
	end := uint32(len(p.out))
	p.url.usernameEnd, p.url.hostStart, p.url.hostEnd, p.url.pathStart = end, end, end, end
	p.url.host = EmptyHost
}

// fileSlash is the file slash state, behind the first slash.
//
// https://url.spec.whatwg.org/#file-slash-state
func (p *parser) fileSlash() error {
	if p.isSlash(p.c()) {
		p.pos++
		return p.fileHost()
	}
	if p.base.special == schemeFile {
		p.inheritAuthority()
		// An absolute path stays on the drive of the base.
		if path := p.base.Pathname(); !startsWithWindowsDriveLetter(p.rest()) && startsWithNormalizedDriveLetter(path) {
			p.out = append(p.out, path[:len("/C:")]...)
		}
	}
	return p.path()
}

// fileHost is the file host state, behind the second slash.
//
// https://url.spec.whatwg.org/#file-host-state
func (p *parser) fileHost() error {
	host := p.component()
	// "file://C:/x" means the drive C, not the host "c".
	if isWindowsDriveLetter(host) {
		return p.path()
	}
	p.pos += len(host)
	if host != "" {
		if err := p.host(host); err != nil {
			return err
		}
		// "localhost" is the same as no name at all.
		if string(p.out[p.url.hostStart:]) == "localhost" {
			p.out = p.out[:p.url.hostStart]
			p.emptyHost()
		}
	}
	return p.pathStart()
}

// https://url.spec.whatwg.org/#windows-drive-letter
func isWindowsDriveLetter(s string) bool {
	return len(s) == 2 && isAlpha(s[0]) && (s[1] == ':' || s[1] == '|')
}

// https://url.spec.whatwg.org/#start-with-a-windows-drive-letter
func startsWithWindowsDriveLetter(s string) bool {
	return len(s) >= 2 && isWindowsDriveLetter(s[:2]) && (len(s) == 2 || strings.IndexByte(`/\?#`, s[2]) >= 0)
}

// startsWithNormalizedDriveLetter reports whether the first segment of a path
// is a normalized Windows drive letter, "C:".
//
// https://url.spec.whatwg.org/#normalized-windows-drive-letter
func startsWithNormalizedDriveLetter(path string) bool {
	return len(path) >= 3 && isAlpha(path[1]) && path[2] == ':' && (len(path) == 3 || path[3] == '/')
}
