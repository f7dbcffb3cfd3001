// Package escape writes what would be more than text where it goes.
package escape

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// JSON returns encoded JSON with every character of its strings that does not show as itself written by its number,
// so that no terminal takes it for a command. Outside of strings JSON has none but white space, which stays. What is
// not UTF-8 becomes U+FFFD.
//
// https://www.rfc-editor.org/rfc/rfc8259#section-7
func JSON(encoded []byte) []byte {
	escaped := make([]byte, 0, len(encoded))
	for len(encoded) > 0 {
		r, size := utf8.DecodeRune(encoded)
		if r < utf8.RuneSelf && r != 0x7F || strconv.IsPrint(r) && !(r == utf8.RuneError && size == 1) {
			escaped = append(escaped, encoded[:size]...)
		} else {
			for _, unit := range utf16.AppendRune(nil, r) {
				escaped = append(escaped, '\\', 'u')
				escaped = append(escaped, strconv.FormatUint(uint64(unit)|0x10000, 16)[1:]...)
			}
		}
		encoded = encoded[size:]
	}
	return escaped
}
