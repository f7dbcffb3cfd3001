package policy

import (
	"bytes"
	"encoding/base64"
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
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
	body = origin.PercentDecode(encodedBody)

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

// forgivingBase64Decode decodes base64 that may have white space in it and may lack its padding. data is
// spoilt by it.
//
// https://infra.spec.whatwg.org/#forgiving-base64-decode
func forgivingBase64Decode(data []byte) (output []byte, ok bool) {
	data = removeASCIIWhitespace(data)

	// One or two equals signs that fill up the last group of four are padding.
	if len(data)%4 == 0 {
		for range 2 {
			data = bytes.TrimSuffix(data, []byte("="))
		}
	}

	// The rest is base64 without padding. Bits that do not make a byte are dropped.
	output = make([]byte, base64.RawStdEncoding.DecodedLen(len(data)))
	n, err := base64.RawStdEncoding.Decode(output, data)
	return output[:n], err == nil
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
