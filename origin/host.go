package origin

import (
	"strings"
	"unicode/utf8"
)

// host parses a host and writes it.
func (p *parser) host(input string) error {
	start := len(p.out)
	out, kind, err := appendHost(p.out, input, p.url.special == notSpecial)
	if err != nil {
		err.Input = p.reference
		return err
	}
	p.out = out
	p.url.host = kind
	p.url.hostStart, p.url.hostEnd = uint32(start), uint32(len(out))
	return nil
}

// appendHost is the host parser with the host serializer behind it. The Input
// of its error is for the caller to set.
//
// https://url.spec.whatwg.org/#concept-host-parser
func appendHost(dst []byte, input string, isOpaque bool) ([]byte, HostKind, *Error) {
	if strings.HasPrefix(input, "[") {
		return appendBracketed(dst, input)
	}
	// The host of a URL that is not special is nobody's business.
	if isOpaque {
		return appendOpaqueHost(dst, input)
	}
	// Otherwise it is a domain, percent-decoded first.
	domain := input
	if strings.IndexByte(input, '%') >= 0 {
		domain = string(PercentDecode(input))
	}
	start := len(dst)
	dst, err := appendDomain(dst, domain)
	if err != nil {
		return nil, NoHost, err
	}
	// Unless its last label is a number.
	if !endsInNumber(dst[start:]) {
		return dst, Domain, nil
	}
	address, err := parseIPv4(dst[start:])
	if err != nil {
		return nil, NoHost, err
	}
	return appendIPv4(dst[:start], address), IPv4, nil
}

func appendBracketed(dst []byte, input string) ([]byte, HostKind, *Error) {
	if !strings.HasSuffix(input, "]") {
		return nil, NoHost, &Error{Message: "no closing bracket", Rest: input}
	}
	address, err := parseIPv6(input[1 : len(input)-1])
	if err != nil {
		return nil, NoHost, err
	}
	return appendIPv6(dst, address), IPv6, nil
}

// appendOpaqueHost is the opaque-host parser.
//
// https://url.spec.whatwg.org/#concept-opaque-host-parser
func appendOpaqueHost(dst []byte, input string) ([]byte, HostKind, *Error) {
	if input == "" {
		return dst, EmptyHost, nil
	}
	if i := scan(input, 0, forbiddenHost); i < len(input) {
		return nil, NoHost, &Error{Message: "a host cannot hold " + describe(input[i]), Rest: input[i:]}
	}
	return appendPercentEncoded(dst, input, C0ControlPercentEncodeSet), OpaqueHost, nil
}

// describe names a byte in a message.
func describe(c byte) string {
	switch {
	case c == ' ':
		return "a space"
	case c < ' ' || c == 0x7F:
		return "a control character"
	case c >= utf8.RuneSelf:
		return "a byte that is not UTF-8"
	}
	return `"` + string(rune(c)) + `"`
}
