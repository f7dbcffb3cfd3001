package origin

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The slow twin of the parser: the state machine of the standard, code point by
// code point, with a URL record whose components are kept apart. It is here to
// be compared with, so it shares nothing with the parser but the
// IDNA profile.

type slowURL struct {
	scheme, username, password string
	host                       *string
	port                       *int
	opaque                     bool
	opaquePath                 string
	path                       []string
	query, fragment            *string
}

const slowEOF = rune(-1)

func slowParse(input string, base *slowURL) (*slowURL, bool) {
	text := []rune(strings.TrimFunc(input, func(r rune) bool { return r <= 0x20 }))
	text = slices.DeleteFunc(text, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' })
	url := &slowURL{}
	state := "scheme start"
	buffer := ""
	atSignSeen, insideBrackets, passwordTokenSeen := false, false, false

	for pointer := 0; ; pointer++ {
		c := slowEOF
		if pointer >= 0 && pointer < len(text) {
			c = text[pointer]
		}
		remaining := func(prefix string) bool {
			return pointer+1 <= len(text) && strings.HasPrefix(string(text[min(pointer+1, len(text)):]), prefix)
		}
		endsAuthority := c == slowEOF || c == '/' || c == '?' || c == '#' || url.special() && c == '\\'

		switch state {
		case "scheme start":
			if slowAlpha(c) {
				buffer += strings.ToLower(string(c))
				state = "scheme"
			} else {
				state = "no scheme"
				pointer--
			}

		case "scheme":
			if slowAlpha(c) || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
				buffer += strings.ToLower(string(c))
			} else if c == ':' {
				url.scheme = buffer
				buffer = ""
				if url.scheme == "file" {
					state = "file"
				} else if url.special() && base != nil && base.scheme == url.scheme {
					state = "special relative or authority"
				} else if url.special() {
					state = "special authority slashes"
				} else if remaining("/") {
					state = "path or authority"
					pointer++
				} else {
					url.opaque = true
					state = "opaque path"
				}
			} else {
				buffer = ""
				state = "no scheme"
				pointer = -1
			}

		case "no scheme":
			if base == nil || base.opaque && c != '#' {
				return nil, false
			} else if base.opaque && c == '#' {
				*url = *base
				url.fragment = new(string)
				state = "fragment"
			} else if base.scheme != "file" {
				state = "relative"
				pointer--
			} else {
				state = "file"
				pointer--
			}

		case "special relative or authority":
			if c == '/' && remaining("/") {
				state = "special authority ignore slashes"
				pointer++
			} else {
				state = "relative"
				pointer--
			}

		case "path or authority":
			if c == '/' {
				state = "authority"
			} else {
				state = "path"
				pointer--
			}

		case "relative":
			url.scheme = base.scheme
			if c == '/' || url.special() && c == '\\' {
				state = "relative slash"
			} else {
				url.username, url.password, url.host, url.port = base.username, base.password, base.host, base.port
				url.path, url.query = slices.Clone(base.path), base.query
				if c == '?' {
					url.query = new(string)
					state = "query"
				} else if c == '#' {
					url.fragment = new(string)
					state = "fragment"
				} else if c != slowEOF {
					url.query = nil
					url.shorten()
					state = "path"
					pointer--
				}
			}

		case "relative slash":
			if url.special() && (c == '/' || c == '\\') {
				state = "special authority ignore slashes"
			} else if c == '/' {
				state = "authority"
			} else {
				url.username, url.password, url.host, url.port = base.username, base.password, base.host, base.port
				state = "path"
				pointer--
			}

		case "special authority slashes":
			state = "special authority ignore slashes"
			if c == '/' && remaining("/") {
				pointer++
			} else {
				pointer--
			}

		case "special authority ignore slashes":
			if c != '/' && c != '\\' {
				state = "authority"
				pointer--
			}

		case "authority":
			if c == '@' {
				if atSignSeen {
					buffer = "%40" + buffer
				}
				atSignSeen = true
				for _, codePoint := range buffer {
					if codePoint == ':' && !passwordTokenSeen {
						passwordTokenSeen = true
						continue
					}
					encoded := slowEncode(string(codePoint), "userinfo")
					if passwordTokenSeen {
						url.password += encoded
					} else {
						url.username += encoded
					}
				}
				buffer = ""
			} else if endsAuthority {
				if atSignSeen && buffer == "" {
					return nil, false
				}
				pointer -= utf8.RuneCountInString(buffer) + 1
				buffer = ""
				state = "host"
			} else {
				buffer += string(c)
			}

		case "host":
			if c == ':' && !insideBrackets {
				if buffer == "" {
					return nil, false
				}
				host, ok := slowHost(buffer, !url.special())
				if !ok {
					return nil, false
				}
				url.host = &host
				buffer = ""
				state = "port"
			} else if endsAuthority {
				pointer--
				if url.special() && buffer == "" {
					return nil, false
				}
				host, ok := slowHost(buffer, !url.special())
				if !ok {
					return nil, false
				}
				url.host = &host
				buffer = ""
				state = "path start"
			} else {
				if c == '[' {
					insideBrackets = true
				}
				if c == ']' {
					insideBrackets = false
				}
				buffer += string(c)
			}

		case "port":
			if c >= '0' && c <= '9' {
				buffer += string(c)
			} else if endsAuthority {
				if buffer != "" {
					port, _ := new(big.Int).SetString(buffer, 10)
					if port.BitLen() > 16 {
						return nil, false
					}
					number := int(port.Int64())
					if defaultPort, ok := slowDefaultPorts[url.scheme]; !ok || number != defaultPort {
						url.port = &number
					}
					buffer = ""
				}
				state = "path start"
				pointer--
			} else {
				return nil, false
			}

		case "file":
			url.scheme = "file"
			url.host = new(string)
			if c == '/' || c == '\\' {
				state = "file slash"
			} else if base != nil && base.scheme == "file" {
				url.host, url.path, url.query = base.host, slices.Clone(base.path), base.query
				if c == '?' {
					url.query = new(string)
					state = "query"
				} else if c == '#' {
					url.fragment = new(string)
					state = "fragment"
				} else if c != slowEOF {
					url.query = nil
					if !slowStartsWithDriveLetter(text[pointer:]) {
						url.shorten()
					} else {
						url.path = nil
					}
					state = "path"
					pointer--
				}
			} else {
				state = "path"
				pointer--
			}

		case "file slash":
			if c == '/' || c == '\\' {
				state = "file host"
			} else {
				if base != nil && base.scheme == "file" {
					url.host = base.host
					if !slowStartsWithDriveLetter(text[min(pointer, len(text)):]) && len(base.path) > 0 && slowNormalizedDriveLetter(base.path[0]) {
						url.path = append(url.path, base.path[0])
					}
				}
				state = "path"
				pointer--
			}

		case "file host":
			if c == slowEOF || c == '/' || c == '\\' || c == '?' || c == '#' {
				pointer--
				if slowDriveLetter(buffer) {
					state = "path"
				} else if buffer == "" {
					url.host = new(string)
					state = "path start"
				} else {
					host, ok := slowHost(buffer, !url.special())
					if !ok {
						return nil, false
					}
					if host == "localhost" {
						host = ""
					}
					url.host = &host
					buffer = ""
					state = "path start"
				}
			} else {
				buffer += string(c)
			}

		case "path start":
			if url.special() {
				state = "path"
				if c != '/' && c != '\\' {
					pointer--
				}
			} else if c == '?' {
				url.query = new(string)
				state = "query"
			} else if c == '#' {
				url.fragment = new(string)
				state = "fragment"
			} else if c != slowEOF {
				state = "path"
				if c != '/' {
					pointer--
				}
			}

		case "path":
			slash := c == '/' || url.special() && c == '\\'
			if c == slowEOF || slash || c == '?' || c == '#' {
				dots := strings.ReplaceAll(strings.ToLower(buffer), "%2e", ".")
				if dots == ".." {
					url.shorten()
					if !slash {
						url.path = append(url.path, "")
					}
				} else if dots == "." && !slash {
					url.path = append(url.path, "")
				} else if dots != "." {
					if url.scheme == "file" && len(url.path) == 0 && slowDriveLetter(buffer) {
						buffer = buffer[:1] + ":"
					}
					url.path = append(url.path, buffer)
				}
				buffer = ""
				if c == '?' {
					url.query = new(string)
					state = "query"
				}
				if c == '#' {
					url.fragment = new(string)
					state = "fragment"
				}
			} else {
				buffer += slowEncode(string(c), "path")
			}

		case "opaque path":
			if c == '?' {
				url.query = new(string)
				state = "query"
			} else if c == '#' {
				url.fragment = new(string)
				state = "fragment"
			} else if c == ' ' {
				if remaining("?") || remaining("#") {
					url.opaquePath += "%20"
				} else {
					url.opaquePath += " "
				}
			} else if c != slowEOF {
				url.opaquePath += slowEncode(string(c), "C0 control")
			}

		case "query":
			if c == '#' || c == slowEOF {
				set := "query"
				if url.special() {
					set = "special-query"
				}
				query := *url.query + slowEncode(buffer, set)
				url.query = &query
				buffer = ""
				if c == '#' {
					url.fragment = new(string)
					state = "fragment"
				}
			} else {
				buffer += string(c)
			}

		case "fragment":
			if c != slowEOF {
				fragment := *url.fragment + slowEncode(string(c), "fragment")
				url.fragment = &fragment
			}
		}
		if pointer >= len(text) {
			return url, true
		}
	}
}

func (url *slowURL) special() bool {
	return slices.Contains([]string{"ftp", "file", "http", "https", "ws", "wss"}, url.scheme)
}

func (url *slowURL) shorten() {
	if url.scheme == "file" && len(url.path) == 1 && slowNormalizedDriveLetter(url.path[0]) {
		return
	}
	if len(url.path) > 0 {
		url.path = url.path[:len(url.path)-1]
	}
}

func (url *slowURL) pathname() string {
	if url.opaque {
		return url.opaquePath
	}
	output := ""
	for _, segment := range url.path {
		output += "/" + segment
	}
	return output
}

func (url *slowURL) serialize() string {
	output := url.scheme + ":"
	if url.host != nil {
		output += "//"
		if url.username != "" || url.password != "" {
			output += url.username
			if url.password != "" {
				output += ":" + url.password
			}
			output += "@"
		}
		output += *url.host
		if url.port != nil {
			output += ":" + strconv.Itoa(*url.port)
		}
	}
	if url.host == nil && !url.opaque && len(url.path) > 1 && url.path[0] == "" {
		output += "/."
	}
	output += url.pathname()
	if url.query != nil {
		output += "?" + *url.query
	}
	if url.fragment != nil {
		output += "#" + *url.fragment
	}
	return output
}

var slowDefaultPorts = map[string]int{"http": 80, "ws": 80, "https": 443, "wss": 443, "ftp": 21}

func slowAlpha(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func slowDriveLetter(s string) bool {
	return len(s) == 2 && slowAlpha(rune(s[0])) && (s[1] == ':' || s[1] == '|')
}

func slowNormalizedDriveLetter(s string) bool { return slowDriveLetter(s) && s[1] == ':' }

func slowStartsWithDriveLetter(s []rune) bool {
	return len(s) >= 2 && slowDriveLetter(string(s[:2])) && (len(s) == 2 || strings.ContainsRune(`/\?#`, s[2]))
}

var slowSets = map[string]string{
	"C0 control":    "",
	"fragment":      " \"<>`",
	"query":         " \"#<>",
	"special-query": " \"#<>'",
	"path":          " \"#<>?^`{}",
	"userinfo":      " \"#<>?^`{}/:;=@[\\]|",
}

func slowEncode(s, set string) string {
	output := ""
	for _, b := range []byte(s) {
		if b <= 0x1F || b > 0x7E || strings.IndexByte(slowSets[set], b) >= 0 {
			output += fmt.Sprintf("%%%02X", b)
		} else {
			output += string(rune(b))
		}
	}
	return output
}

func slowHost(input string, isOpaque bool) (string, bool) {
	if strings.HasPrefix(input, "[") {
		if !strings.HasSuffix(input, "]") {
			return "", false
		}
		return slowIPv6(input[1 : len(input)-1])
	}
	if isOpaque {
		if strings.ContainsAny(input, "\x00\t\n\r #/:<>?@[\\]^|") {
			return "", false
		}
		return slowEncode(input, "C0 control"), true
	}
	decoded := ""
	for i := 0; i < len(input); i++ {
		if b, err := strconv.ParseUint(input[min(i+1, len(input)):min(i+3, len(input))], 16, 8); input[i] == '%' && err == nil && i+2 < len(input) {
			decoded += string([]byte{byte(b)})
			i += 2
		} else {
			decoded += input[i : i+1]
		}
	}
	domain := strings.ToValidUTF8(decoded, "\uFFFD")
	ascii := ""
	if strings.IndexFunc(domain, func(r rune) bool { return r > 0x7F }) < 0 {
		ascii = strings.ToLower(domain)
	} else if mapped, err := profile.ToASCII(amendMapping(domain)); err == nil && !hasEmptyPunycode(domain) {
		ascii = mapped
	}
	if ascii == "" || strings.ContainsAny(ascii, "\x00\t\n\r #/:<>?@[\\]^|%\x7F") ||
		strings.IndexFunc(ascii, func(r rune) bool { return r <= 0x1F }) >= 0 {
		return "", false
	}
	parts := strings.Split(ascii, ".")
	if parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	if last := parts[len(parts)-1]; last == "" || strings.Trim(last, "0123456789") != "" && slowIPv4Number(last) == nil {
		return ascii, true
	}
	return slowIPv4(parts)
}

func slowIPv4(parts []string) (string, bool) {
	if len(parts) > 4 {
		return "", false
	}
	ipv4 := new(big.Int)
	for i, part := range parts {
		number := slowIPv4Number(part)
		limit := big.NewInt(256)
		place := 8 * uint(3-i)
		if i == len(parts)-1 {
			limit.Lsh(big.NewInt(1), 8*uint(5-len(parts)))
			place = 0
		}
		if number == nil || number.Cmp(limit) >= 0 {
			return "", false
		}
		ipv4.Add(ipv4, number.Lsh(number, place))
	}
	n := ipv4.Uint64()
	return fmt.Sprintf("%d.%d.%d.%d", n>>24, n>>16&255, n>>8&255, n&255), true
}

// slowIPv4Number returns nil for failure.
func slowIPv4Number(s string) *big.Int {
	if s == "" {
		return nil
	}
	radix, digits := 10, "0123456789"
	if strings.HasPrefix(s, "0x") {
		radix, digits, s = 16, "0123456789abcdef", s[2:]
	} else if len(s) >= 2 && s[0] == '0' {
		radix, digits, s = 8, "01234567", s[1:]
	}
	if s == "" {
		return new(big.Int)
	}
	if strings.Trim(s, digits) != "" {
		return nil
	}
	number, _ := new(big.Int).SetString(s, radix)
	return number
}

// slowIPv6 takes another road than the standard's: it splits at "::" and at
// the colons.
func slowIPv6(s string) (string, bool) {
	left, right, compressed := strings.Cut(s, "::")
	if strings.Contains(right, "::") {
		return "", false
	}
	a, okA := slowPieces(left, !compressed)
	b, okB := slowPieces(right, true)
	switch n := len(a) + len(b); {
	case !okA || !okB, !compressed && n != 8, compressed && n > 7:
		return "", false
	}
	pieces := slices.Concat(a, make([]uint64, 8-len(a)-len(b)), b)
	// Try all runs of zeros, longest first, then leftmost.
	for size := 8; size >= 2; size-- {
		for i := 0; i+size <= 8; i++ {
			if slices.Max(pieces[i:i+size]) == 0 {
				return "[" + slowHexPieces(pieces[:i]) + "::" + slowHexPieces(pieces[i+size:]) + "]", true
			}
		}
	}
	return "[" + slowHexPieces(pieces) + "]", true
}

func slowHexPieces(pieces []uint64) string {
	var words []string
	for _, p := range pieces {
		words = append(words, strconv.FormatUint(p, 16))
	}
	return strings.Join(words, ":")
}

// slowPieces reads pieces between colons, the last of which may be an IPv4
// address if that is allowed here.
func slowPieces(s string, allowIPv4 bool) (pieces []uint64, ok bool) {
	if s == "" {
		return nil, true
	}
	words := strings.Split(s, ":")
	for i, word := range words {
		if i == len(words)-1 && allowIPv4 && strings.Contains(word, ".") {
			var n [4]uint64
			numbers := strings.Split(word, ".")
			if len(numbers) != 4 {
				return nil, false
			}
			for j, number := range numbers {
				value, err := strconv.ParseUint(number, 10, 8)
				if err != nil || strconv.FormatUint(value, 10) != number {
					return nil, false
				}
				n[j] = value
			}
			return append(pieces, n[0]<<8|n[1], n[2]<<8|n[3]), true
		}
		value, err := strconv.ParseUint(word, 16, 16)
		if err != nil || len(word) > 4 || strings.ContainsAny(word, "+-_xX") {
			return nil, false
		}
		pieces = append(pieces, value)
	}
	return pieces, true
}
