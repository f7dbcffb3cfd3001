package browser

import (
	"strconv"
	"strings"
)

// portNumbers are the numbers of the ports that scenarios name: "http1" and "http2" are plain, "tls1" and "tls2" have
// TLS. An address has {{http1}} in the place of the number.
type portNumbers map[string]int

// numeric puts numbers in the places of the names.
func (p portNumbers) numeric(text string) string {
	for name, number := range p {
		text = strings.ReplaceAll(text, "{{"+name+"}}", strconv.Itoa(number))
	}
	return text
}

// symbolic puts names in the places of the numbers that stand after a colon, or after a percent-encoded one.
func (p portNumbers) symbolic(text string) string {
	for name, number := range p {
		for _, colon := range []string{":", "%3A"} {
			text = strings.ReplaceAll(text, colon+strconv.Itoa(number), colon+"{{"+name+"}}")
		}
	}
	return text
}
