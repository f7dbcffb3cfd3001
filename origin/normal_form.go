package origin

import "strings"

// parseNormalForm parses the URLs people write most: a special scheme other
// than file, no userinfo, and nothing that serializing would change. Such a
// string is its own serialization. Everything else, also every failure, is
// left to the parser.
func parseNormalForm(input string) (URL, bool) {
	var u URL
	if !u.scanAuthority(input) || len(input) > maxInput {
		return URL{}, false
	}
	path := int(u.pathStart)
	if path == len(input) {
		// A special URL has at least the path "/".
		u.href = input + "/"
		u.searchStart, u.hashStart = u.pathStart+1, u.pathStart+1
		return u, true
	}
	if input[path] != '/' {
		return URL{}, false
	}
	search, ok := scanPath(input, path)
	if !ok {
		return URL{}, false
	}
	hash := search
	if hash < len(input) && input[hash] == '?' {
		hash = scan(input, hash+1, class(SpecialQueryPercentEncodeSet))
	}
	end := hash
	if end < len(input) && input[end] == '#' {
		end = scan(input, end+1, class(FragmentPercentEncodeSet))
	}
	if end < len(input) {
		return URL{}, false
	}
	u.href = input
	u.searchStart, u.hashStart = uint32(search), uint32(hash)
	return u, true
}

// scanAuthority sets the offsets up to pathStart, if input begins with a
// scheme, a host and perhaps a port in normal form.
func (u *URL) scanAuthority(input string) bool {
	switch {
	case strings.HasPrefix(input, "https://"):
		u.special, u.protocolEnd = schemeHTTPS, 6
	case strings.HasPrefix(input, "http://"):
		u.special, u.protocolEnd = schemeHTTP, 5
	case strings.HasPrefix(input, "wss://"):
		u.special, u.protocolEnd = schemeWSS, 4
	case strings.HasPrefix(input, "ws://"):
		u.special, u.protocolEnd = schemeWS, 3
	case strings.HasPrefix(input, "ftp://"):
		u.special, u.protocolEnd = schemeFTP, 4
	default:
		return false
	}
	start := int(u.protocolEnd) + 2
	end := start
	if start < len(input) && input[start] == '[' {
		end += strings.IndexByte(input[start:], ']') + 1
		if !isNormalIPv6(input[start:end]) {
			return false
		}
		u.host = IPv6
	} else {
		end = scan(input, start, hostBreak)
		if u.host = normalHostKind(input[start:end]); u.host == NoHost {
			return false
		}
	}
	u.usernameEnd, u.hostStart, u.hostEnd, u.pathStart = uint32(start), uint32(start), uint32(end), uint32(end)
	if end == len(input) {
		return true
	}
	switch input[end] {
	case '/', '?', '#':
		return true
	case ':':
		return u.scanPort(input)
	}
	return false
}

// scanPort reads the port after hostEnd, as the serializer would write it.
func (u *URL) scanPort(input string) bool {
	start := int(u.hostEnd) + 1
	end, port := start, 0
	for end < len(input) && isDigit(input[end]) && end < start+5 {
		port = port*10 + int(input[end]-'0')
		end++
	}
	if end == start || port > 65535 || port == int(u.special.defaultPort()) && port != 0 {
		return false
	}
	if input[start] == '0' && end > start+1 {
		return false
	}
	u.port, u.pathStart = uint16(port), uint32(end)
	return end == len(input) || input[end] == '/' || input[end] == '?' || input[end] == '#'
}

// normalHostKind is the kind of a host that has no byte a parser would change,
// or NoHost if it needs a closer look.
func normalHostKind(host string) HostKind {
	if host == "" {
		return NoHost
	}
	if !endsInNumber(host) {
		return Domain
	}
	if isNormalIPv4(host) {
		return IPv4
	}
	return NoHost
}

// scanPath returns the end of the path that begins at i, with true if it holds
// no dot segment. What ends it may still be a byte that a path has to encode.
func scanPath(input string, i int) (end int, ok bool) {
	for {
		i = scan(input, i, pathBreak)
		if i == len(input) || input[i] != '.' && input[i] != '%' {
			return i, true
		}
		// A "." or "%" matters only where a dot segment may begin.
		if input[i-1] == '/' {
			segment := input[i:min(i+len("%2e%2e/"), len(input))]
			if stop := strings.IndexAny(segment, `/?#\`); stop >= 0 {
				segment = segment[:stop]
			}
			if isDotSegment(segment) {
				return i, false
			}
		}
		i++
	}
}
