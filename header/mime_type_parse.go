package header

import (
	"slices"
	"strings"
)

// ParseMIMEType parses a MIME type. Only the type and the subtype can make it fail: a parameter that makes no
// sense is left out, and of two with the same name the first counts. A list of MIME types is not one, but
// [List.MIMEType] reads it.
//
// https://mimesniff.spec.whatwg.org/#parse-a-mime-type
func ParseMIMEType(input string) (m MIMEType, ok bool) {
	essence, parameters, ok := cutEssence(input)
	if !ok {
		return MIMEType{}, false
	}
	return MIMEType{
		essence:    Lower(essence),
		slash:      strings.IndexByte(essence, '/'),
		parameters: parseParameters(parameters),
	}, true
}

// MIMEEssence returns the essence of the MIME type that ParseMIMEType would parse, as a slice of input: it
// does not allocate, and keeps the case it is written in, so it is to be compared with [EqualFold].
//
// https://mimesniff.spec.whatwg.org/#mime-type-essence
func MIMEEssence(input string) (essence string, ok bool) {
	essence, _, ok = cutEssence(input)
	return essence, ok
}

// cutEssence parses a MIME type up to its parameters. These are empty or start with a semicolon.
func cutEssence(input string) (essence, parameters string, ok bool) {
	// Whitespace around it does not belong to it.
	input = strings.Trim(input, httpWhitespace)

	// The type is a token before a slash.
	mimeType, rest, ok := strings.Cut(input, "/")
	if !ok || !IsToken(mimeType) {
		return "", "", false
	}

	// The subtype is a token before a semicolon or the end; whitespace may follow it.
	end := strings.IndexByte(rest, ';')
	if end < 0 {
		end = len(rest)
	}
	subtype := strings.TrimRight(rest[:end], httpWhitespace)
	if !IsToken(subtype) {
		return "", "", false
	}
	return input[:len(mimeType)+len("/")+len(subtype)], rest[end:], true
}

// parseParameters parses the parameters of a MIME type; rest is empty or starts with a semicolon.
func parseParameters(rest string) []parameter {
	var parameters []parameter
	for rest != "" {
		// Skip the semicolon and the whitespace behind it.
		rest = strings.TrimLeft(rest[1:], httpWhitespace)

		// The name goes up to an equals sign. If it ends otherwise, there is no parameter.
		end := strings.IndexAny(rest, ";=")
		if end < 0 {
			break
		}
		name := Lower(rest[:end])
		rest = rest[end:]
		if rest[0] == ';' {
			continue
		}

		// The value follows, up to the next semicolon. It cannot be empty, unless it is quoted.
		var value string
		var ok bool
		value, rest, ok = cutParameterValue(rest[1:])
		if !ok {
			continue
		}

		// A name that is no token, or a value with a byte that no quoted string can hold, is left out.
		if IsToken(name) && isQuotedStringToken(value) {
			parameters = append(parameters, parameter{name, value})
		}
	}
	if len(parameters) > 1 {
		return firstOfEachName(parameters)
	}
	return parameters
}

// cutParameterValue cuts the value of a parameter off s; rest is empty or starts with a semicolon.
func cutParameterValue(s string) (value, rest string, ok bool) {
	quotedEnd := 0
	if strings.HasPrefix(s, `"`) {
		quotedEnd = quotedStringEnd(s, 0)
	}
	end := strings.IndexByte(s[quotedEnd:], ';') + quotedEnd
	if end < quotedEnd {
		end = len(s)
	}

	// A quoted value: what stands between it and the semicolon is skipped.
	if quotedEnd > 0 {
		return quotedStringValue(s[:quotedEnd]), s[end:], true
	}

	// Any other value: whitespace behind it does not belong to it.
	value = strings.TrimRight(s[:end], httpWhitespace)
	return value, s[end:], value != ""
}

// firstOfEachName drops the parameters whose name was there before.
func firstOfEachName(parameters []parameter) []parameter {
	seen := make(map[string]bool)
	return slices.DeleteFunc(parameters, func(p parameter) bool {
		again := seen[p.name]
		seen[p.name] = true
		return again
	})
}

// isQuotedStringToken reports whether s has only HTTP quoted-string token code points: no control character
// but tab.
//
// https://mimesniff.spec.whatwg.org/#http-quoted-string-token-code-point
func isQuotedStringToken(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\t' || s[i] == 0x7F {
			return false
		}
	}
	return true
}
