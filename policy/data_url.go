package policy

import (
	"strings"

	"github.com/corsim/corsim/header"
)

// DataURL processes a data: URL. afterScheme is what follows "data:" in the serialized URL without fragment. ok is
// false, for the standard's failure, if there is no comma or the body is not the base64 it claims to be.
//
// https://fetch.spec.whatwg.org/#data-url-processor
func DataURL(afterScheme string) (mimeType header.MIMEType, body []byte, ok bool) {
	// The MIME type goes up to the first comma, even inside of quotation marks. Without a comma: failure.
	description, encodedBody, ok := strings.Cut(afterScheme, ",")
	if !ok {
		return header.MIMEType{}, nil, false
	}
	description = strings.Trim(description, asciiWhitespace)

	// The body is what follows, percent-decoded.
	body = percentDecode(encodedBody)

	// If the MIME type ends with ";base64", that is taken off, and the body is base64 besides.
	if rest, isBase64 := cutBase64(description); isBase64 {
		description = rest
		if body, ok = forgivingBase64Decode(body); !ok {
			return header.MIMEType{}, nil, false
		}
	}

	// Parameters alone are those of plain text.
	if strings.HasPrefix(description, ";") {
		description = "text/plain" + description
	}

	// A MIME type that does not parse is that of plain text in ASCII.
	mimeType, ok = header.ParseMIMEType(description)
	if !ok {
		mimeType, _ = header.ParseMIMEType("text/plain;charset=US-ASCII")
	}
	return mimeType, body, true
}

// asciiWhitespace is wider than HTTP whitespace by form feed.
//
// https://infra.spec.whatwg.org/#ascii-whitespace
const asciiWhitespace = "\t\n\f\r "

// cutBase64 takes a semicolon, spaces and "base64", in any case, off the end of s.
func cutBase64(s string) (rest string, ok bool) {
	const word = "base64"
	if len(s) < len(word) || !header.EqualFold(s[len(s)-len(word):], word) {
		return s, false
	}
	return strings.CutSuffix(strings.TrimRight(s[:len(s)-len(word)], " "), ";")
}

// percentDecode replaces each percent sign and the two hexadecimal digits behind it by the byte they stand for.
//
// https://url.spec.whatwg.org/#string-percent-decode
func percentDecode(s string) []byte {
	decoded := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' && i+2 < len(s) {
			high, low := hexDigit(s[i+1]), hexDigit(s[i+2])
			if high >= 0 && low >= 0 {
				c = byte(high<<4 | low)
				i += 2
			}
		}
		decoded = append(decoded, c)
	}
	return decoded
}

// hexDigit returns the value of a hexadecimal digit, or -1.
func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// forgivingBase64Decode decodes base64 that may have white space in it and may lack its padding. It writes the
// result over data.
//
// https://infra.spec.whatwg.org/#forgiving-base64-decode
func forgivingBase64Decode(data []byte) (output []byte, ok bool) {
	data = removeASCIIWhitespace(data)

	// One or two equals signs that fill up the last group of four are padding.
	if len(data)%4 == 0 {
		for range 2 {
			if len(data) > 0 && data[len(data)-1] == '=' {
				data = data[:len(data)-1]
			}
		}
	}

	// A group of one is nothing.
	if len(data)%4 == 1 {
		return nil, false
	}

	// Each byte adds six bits, and whenever there are eight, they are a byte. Bits that remain are dropped.
	output = data[:0]
	buffer, bits := 0, 0
	for _, c := range data {
		n := base64Digit(c)
		if n < 0 {
			return nil, false
		}
		buffer, bits = buffer<<6|n, bits+6
		if bits >= 8 {
			bits -= 8
			output = append(output, byte(buffer>>bits))
			buffer &= 1<<bits - 1
		}
	}
	return output, true
}

// removeASCIIWhitespace removes the white space in data, in place.
func removeASCIIWhitespace(data []byte) []byte {
	kept := data[:0]
	for _, c := range data {
		if strings.IndexByte(asciiWhitespace, c) < 0 {
			kept = append(kept, c)
		}
	}
	return kept
}

// base64Digit returns the value of a base64 digit, or -1.
func base64Digit(c byte) int {
	switch {
	case 'A' <= c && c <= 'Z':
		return int(c - 'A')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 26
	case '0' <= c && c <= '9':
		return int(c-'0') + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	}
	return -1
}
