package console

import (
	"strings"

	"github.com/corsim/corsim/rule"
)

// A Recognition is a message of a browser that was found in a text.
type Recognition struct {
	// Engine is the name of the profile whose browser says so; "" where several do.
	Engine string
	// Old is true for the wording of an earlier release.
	Old bool
	// Cut is true for a message whose end is missing.
	Cut bool
	// Preflight is true where the message says that it is about the answer to a CORS-preflight.
	Preflight bool
	// Message is the message as its browser has it, with names for what varies: "Method {method} is not …".
	Message string
	// Rules are the rules that can be behind it, in the order of the algorithms: one where the message says which,
	// and none where it says nothing of the cause.
	Rules []rule.ID
	// Values are what stands in its holes, in order.
	Values []Value
}

// A Value is what stands in a hole of a message.
type Value struct {
	// Name is the hole's: url, origin, status, method, header, value, …
	Name string
	Text string
}

// Value returns what stands in a hole, "" where the message has none of that name.
func (r *Recognition) Value(name string) string {
	for _, value := range r.Values {
		if value.Name == name {
			return value.Text
		}
	}
	return ""
}

// The bounds of a text: what is longer is not read to its end.
const (
	maxRecognised = 256
	maxLine       = 16 << 10
	maxText       = 256 << 10
	maxJoined     = 8
	maxJoins      = 512
)

// Recognise finds the messages of browsers in a text: a line from a console, or a paste of several with what consoles
// put around them. It knows the wordings of Chromium, Firefox and WebKit, today's and older ones. Typographic and
// straight quotes are the same, lines may be broken at spaces, and the last message may be cut off. Messages that
// belong together are one Recognition, and one that is there twice is given once. The result is empty for a text
// without any.
//
// Of a text longer than 256 KiB, and of a line longer than 16 KiB, only the beginning is read; at most 256 messages
// are returned.
func Recognise(text string) []Recognition {
	var found recognitions
	joins := maxJoins
	rest := strings.Split(text[:min(len(text), maxText)], "\n")
	for len(rest) > 0 && len(found.list) < maxRecognised {
		hits, used := scanJoined(rest, &joins)
		found.add(hits)
		rest = rest[used:]
	}
	found.flush()
	return found.sifted()
}

// scanJoined finds the messages in the first line, and says how many lines were read. Where a line breaks off in a
// message that the next ones complete, they are one line; joins is how often that may still be tried.
func scanJoined(rest []string, joins *int) (hits []hit, used int) {
	if len(rest[0]) < enoughWithValue-1 {
		return nil, 1
	}
	joined := rest[0]
	hits, used = scan(joined), 1
	for n := 1; n < min(maxJoined, len(rest)) && *joins > 0 && breaksOff(hits); n++ {
		if strings.TrimSpace(rest[n]) == "" {
			break
		}
		*joins--
		joined += " " + rest[n]
		longer := scan(joined)
		if len(longer) < len(hits) {
			break
		}
		if !longer[len(hits)-1].cut {
			hits, used = longer, n+1
		}
	}
	return hits, used
}

// breaksOff reports whether a line ends before its last message does.
func breaksOff(hits []hit) bool {
	return len(hits) > 0 && (hits[len(hits)-1].cut || hits[len(hits)-1].role == roleBefore)
}
