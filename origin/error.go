package origin

import (
	"fmt"
	"strings"
)

// Error says why a string is no URL, no domain or no origin.
type Error struct {
	Input   string // the whole string that was parsed
	Message string // what is wrong, or what would be right
	Rest    string // the part of Input, or of what Input decodes to, where it went wrong; may be empty
}

func (e *Error) Error() string {
	if e.Rest == "" || e.Rest == e.Input {
		return fmt.Sprintf("origin: %q: %s", clip(e.Input), e.Message)
	}
	return fmt.Sprintf("origin: %q: %s (at %q)", clip(e.Input), e.Message, clip(e.Rest))
}

// clip keeps a message readable when the input is a whole document.
func clip(s string) string {
	const most = 120
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
