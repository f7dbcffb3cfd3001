package origin

import "strconv"

// parseIPv6 is the IPv6 parser, for what stands in the brackets.
//
// https://url.spec.whatwg.org/#concept-ipv6-parser
func parseIPv6(input string) (address [8]uint16, err *Error) {
	fail := func(i int, message string) ([8]uint16, *Error) {
		rest := input
		if i < len(input) {
			rest = input[i:]
		}
		return [8]uint16{}, &Error{Message: message, Rest: rest}
	}
	const null = -1
	piece, compress, i := 0, null, 0

	// A colon at the start is only right if it is a "::".
	if i < len(input) && input[i] == ':' {
		if len(input) < 2 || input[1] != ':' {
			return fail(i, "an IPv6 address cannot begin with a single colon")
		}
		i, piece, compress = 2, 1, 1
	}
	for i < len(input) {
		if piece == 8 {
			return fail(i, "an IPv6 address has eight pieces at most")
		}
		// A second colon: the rest of the pieces goes to the end.
		if input[i] == ':' {
			if compress != null {
				return fail(i, `an IPv6 address can hold "::" once`)
			}
			i++
			piece++
			compress = piece
			continue
		}
		// A piece is up to four hex digits.
		start, value := i, uint16(0)
		for i < len(input) && i < start+4 && is(input[i], hexDigit) {
			value = value<<4 | uint16(hexValue(input[i]))
			i++
		}
		// A dot says that what was read is the start of an IPv4 address.
		if i < len(input) && input[i] == '.' {
			if i == start {
				return fail(i, "a dot without a number before it")
			}
			if piece > 6 {
				return fail(start, "no room for an IPv4 address in the last piece of an IPv6 address")
			}
			high, low, ok := parseIPv4InIPv6(input[start:])
			if !ok {
				return fail(start, "an IPv4 address in an IPv6 address has four decimal numbers up to 255, without leading zeros")
			}
			address[piece], address[piece+1] = high, low
			piece += 2
			break
		}
		if i < len(input) {
			if input[i] != ':' {
				return fail(i, "a piece of an IPv6 address is one to four hex digits")
			}
			if i++; i == len(input) {
				return fail(i-1, "an IPv6 address cannot end with a single colon")
			}
		}
		address[piece] = value
		piece++
	}
	if compress != null {
		return expand(address, compress, piece), nil
	}
	if piece != 8 {
		return fail(len(input), `an IPv6 address has eight pieces, or "::" for pieces of zero`)
	}
	return address, nil
}

// expand moves the pieces after the "::" to the end.
func expand(address [8]uint16, compress, pieces int) [8]uint16 {
	var expanded [8]uint16
	copy(expanded[:compress], address[:compress])
	copy(expanded[8-(pieces-compress):], address[compress:pieces])
	return expanded
}

// parseIPv4InIPv6 is the part of the IPv6 parser that reads four decimal
// numbers up to the end of the input.
func parseIPv4InIPv6(s string) (high, low uint16, ok bool) {
	if !isNormalIPv4(s) {
		return 0, 0, false
	}
	var numbers [4]uint16
	n := 0
	for i := range len(s) {
		if s[i] == '.' {
			n++
		} else {
			numbers[n] = numbers[n]*10 + uint16(s[i]-'0')
		}
	}
	return numbers[0]<<8 | numbers[1], numbers[2]<<8 | numbers[3], true
}

// appendIPv6 writes the address in brackets.
//
// https://url.spec.whatwg.org/#concept-ipv6-serializer
func appendIPv6(dst []byte, address [8]uint16) []byte {
	dst = append(dst, '[')
	start, size := longestZeros(address)
	for i := 0; i < 8; i++ {
		if i == start && size > 1 {
			dst = append(dst, "::"...)
			i += size - 1
			continue
		}
		if i > 0 && dst[len(dst)-1] != ':' {
			dst = append(dst, ':')
		}
		dst = strconv.AppendUint(dst, uint64(address[i]), 16)
	}
	return append(dst, ']')
}

// longestZeros finds the first of the longest runs of zero pieces.
//
// https://url.spec.whatwg.org/#find-the-ipv6-address-compressed-piece-index
func longestZeros(address [8]uint16) (start, size int) {
	run := 0
	for i, piece := range address {
		if piece != 0 {
			run = 0
			continue
		}
		if run++; run > size {
			start, size = i+1-run, run
		}
	}
	return start, size
}

// isNormalIPv6 reports whether host, in brackets, is as the serializer writes
// it.
func isNormalIPv6(host string) bool {
	if len(host) < 2 {
		return false
	}
	address, err := parseIPv6(host[1 : len(host)-1])
	var buffer [len("[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]")]byte
	return err == nil && string(appendIPv6(buffer[:0], address)) == host
}
