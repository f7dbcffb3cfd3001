package recording

import "strings"

// Octets makes the bytes on the wire of a string that has a character for each of them. A character that is no byte is
// written in UTF-8.
func Octets(characters string) string {
	var b strings.Builder
	b.Grow(len(characters))
	for _, char := range characters {
		if char > 0xFF {
			b.WriteRune(char)
			continue
		}
		b.WriteByte(byte(char))
	}
	return b.String()
}

// Characters is the reverse of Octets: a character for each byte.
func Characters(octets string) string {
	runes := make([]rune, len(octets))
	for i := range len(octets) {
		runes[i] = rune(octets[i])
	}
	return string(runes)
}
