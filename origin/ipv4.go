package origin

import "strconv"

// byteString is what a host can be held in while it is parsed.
type byteString interface{ ~string | ~[]byte }

// endsInNumber is the ends in a number checker: a host whose last label is a
// number is an IPv4 address or a failure, never a domain.
//
// https://url.spec.whatwg.org/#ends-in-a-number-checker
func endsInNumber[T byteString](host T) bool {
	// One empty label at the end does not count.
	end := len(host)
	if end > 0 && host[end-1] == '.' {
		end--
	}
	start := end
	for start > 0 && host[start-1] != '.' {
		start--
	}
	if start == end || !isDigit(host[start]) {
		return false
	}
	return isNumber(host[start:end])
}

// isNumber reports whether all of label is decimal digits, or hexadecimal ones
// after "0x".
func isNumber[T byteString](label T) bool {
	digit := isDigit
	if len(label) >= 2 && label[0] == '0' && label[1]|0x20 == 'x' {
		digit = func(b byte) bool { return is(b, hexDigit) }
		label = label[2:]
	}
	for i := range len(label) {
		if !digit(label[i]) {
			return false
		}
	}
	return true
}

// parseIPv4 is the IPv4 parser. The host ends in a number.
//
// https://url.spec.whatwg.org/#concept-ipv4-parser
func parseIPv4(host []byte) (uint32, *Error) {
	// One empty part at the end does not count.
	rest := host
	if rest[len(rest)-1] == '.' {
		rest = rest[:len(rest)-1]
	}
	var address, number uint64
	for parts := 1; ; parts++ {
		end := 0
		for end < len(rest) && rest[end] != '.' {
			end++
		}
		var ok bool
		if number, ok = parseIPv4Number(rest[:end]); !ok {
			return 0, &Error{Message: "a host with a number at the end is an IPv4 address, and this part of it is no number", Rest: string(rest)}
		}
		if end == len(rest) {
			// The last number fills the bytes that are left.
			if number >= 1<<(8*(5-parts)) {
				return 0, &Error{Message: "too large for the last part of an IPv4 address", Rest: string(rest)}
			}
			return uint32(address<<(8*(5-parts)) + number), nil
		}
		if parts == 4 {
			return 0, &Error{Message: "an IPv4 address has four parts at most", Rest: string(rest[end:])}
		}
		if number > 255 {
			return 0, &Error{Message: "a part of an IPv4 address is at most 255", Rest: string(rest)}
		}
		address = address<<8 | number
		rest = rest[end+1:]
	}
}

// parseIPv4Number returns numbers above 32 bits as some number above 32 bits.
//
// https://url.spec.whatwg.org/#ipv4-number-parser
func parseIPv4Number(s []byte) (uint64, bool) {
	if len(s) == 0 {
		return 0, false
	}
	radix := uint64(10)
	switch {
	case len(s) >= 2 && s[0] == '0' && s[1]|0x20 == 'x':
		radix, s = 16, s[2:]
	case len(s) >= 2 && s[0] == '0':
		radix, s = 8, s[1:]
	}
	number := uint64(0)
	for _, c := range s {
		if !is(c, hexDigit) || uint64(hexValue(c)) >= radix {
			return 0, false
		}
		number = min(number*radix+uint64(hexValue(c)), 1<<32)
	}
	return number, true
}

// appendIPv4 is the IPv4 serializer.
//
// https://url.spec.whatwg.org/#concept-ipv4-serializer
func appendIPv4(dst []byte, address uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		dst = strconv.AppendUint(dst, uint64(address>>shift&255), 10)
		if shift > 0 {
			dst = append(dst, '.')
		}
	}
	return dst
}

// isNormalIPv4 reports whether host is the serialization of an address: four
// decimal numbers without leading zeros.
func isNormalIPv4(host string) bool {
	parts := 0
	for i := 0; ; i++ {
		start, number := i, 0
		for i < len(host) && isDigit(host[i]) && i < start+3 {
			number = number*10 + int(host[i]-'0')
			i++
		}
		if i == start || number > 255 || host[start] == '0' && i > start+1 {
			return false
		}
		parts++
		if i == len(host) || host[i] != '.' {
			return i == len(host) && parts == 4
		}
	}
}
