package origin

import "unicode/utf8"

// maxInput keeps every offset of the result within 32 bits: a byte of input
// becomes nine of output at most.
const maxInput = 1 << 28

// Parse parses an absolute URL.
//
// https://url.spec.whatwg.org/#concept-basic-url-parser
func Parse(input string) (URL, error) { return URL{}.Parse(input) }

// MustParse is [Parse] for strings known to be URLs; it panics on others.
func MustParse(input string) URL {
	u, err := Parse(input)
	if err != nil {
		panic(err)
	}
	return u
}

// Parse parses reference, which may be relative, with base as base URL. The
// zero URL is no base.
func (base URL) Parse(reference string) (URL, error) {
	if u, ok := parseNormalForm(reference); ok {
		return u, nil
	}
	if len(reference)+len(base.href) > maxInput {
		return URL{}, &Error{Input: reference, Message: "longer than 256 MiB"}
	}
	// Cut C0 controls and spaces off both ends, and tabs and newlines out of
	// the middle.
	input := trimC0ControlOrSpace(reference)
	if scan(input, 0, class(C0ControlPercentEncodeSet)) < len(input) {
		input = removeTabAndNewline(toScalarValues(input))
	}
	p := parser{reference: reference, input: input, base: base}
	p.out = make([]byte, 0, p.outputSize())
	if err := p.parse(); err != nil {
		return URL{}, err
	}
	return p.finish(), nil
}

// toScalarValues makes a scalar value string out of any bytes.
func toScalarValues(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	valid := make([]byte, 0, len(s)+len(s)/2)
	for _, r := range s {
		valid = utf8.AppendRune(valid, r)
	}
	return string(valid)
}

func trimC0ControlOrSpace(s string) string {
	for s != "" && s[0] <= ' ' {
		s = s[1:]
	}
	for s != "" && s[len(s)-1] <= ' ' {
		s = s[:len(s)-1]
	}
	return s
}

func removeTabAndNewline(s string) string {
	if scan(s, 0, removedByte) == len(s) {
		return s
	}
	kept := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if !is(s[i], removedByte) {
			kept = append(kept, s[i])
		}
	}
	return string(kept)
}
