package corsim

import (
	"fmt"
	"strconv"
	"strings"
)

// String returns the verdict in a few lines: the request and its outcome, the rule that decided, and each exchange.
func (v Verdict) String() string {
	if v.call == nil {
		return "no request"
	}
	var b strings.Builder
	method, url := v.request()
	fmt.Fprintf(&b, "%s %s from %s: %s\n", printable(method), printable(url), v.call.page, v.summary())
	b.WriteString(v.because())
	for i := range v.Exchanges() {
		x := &v.Exchanges()[i]
		fmt.Fprintf(&b, "  %d  %s %s", i+1, printable(x.Request.Method), printable(x.Request.URL.Href()))
		if x.Preflight {
			b.WriteString("  (CORS-preflight)")
		}
		b.WriteString(" -> " + answerSummary(&x.Answer) + "\n")
	}
	if len(v.Exchanges()) == 0 {
		b.WriteString("  nothing was sent\n")
	}
	return b.String()
}

// String returns the page's origin, with its URL where the origin is opaque.
func (p *Page) String() string {
	switch {
	case p.err != nil:
		return "a page that cannot be opened"
	case p.client.Origin.IsOpaque():
		return "an opaque origin (" + printable(p.client.URL.Href()) + ")"
	}
	return p.client.Origin.String()
}

// summary is the outcome and what script sees, in a few words.
func (v Verdict) summary() string {
	response := v.Response()
	switch v.Outcome() {
	case Readable:
		return fmt.Sprintf("readable, %s, status %d", response.Type, response.Status)
	case Opaque:
		return "opaque, script gets a response of type " + string(response.Type)
	case Undetermined:
		return "undetermined"
	}
	if v.Exception() != "" {
		return v.Outcome().String() + ", " + v.Exception()
	}
	return v.Outcome().String()
}

// because is the deciding rule with its lesson and its operands.
func (v Verdict) because() string {
	var b strings.Builder
	decided := v.Rule().Rule()
	b.WriteString(wrap(decided.Slug+": "+decided.Lesson, "  ", "    ", 80))
	operands := v.Decisive().Operands
	if len(operands) > 0 {
		b.WriteString("    found " + quoted(operands[0]))
		if len(operands) > 1 {
			b.WriteString(", held against " + quoted(operands[1]))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func answerSummary(answer *Answer) string {
	switch {
	case answer.Status != 0:
		return strconv.Itoa(answer.Status)
	case answer.Failure != "":
		return "no answer: " + printable(answer.Failure)
	case answer.Unknown != nil:
		return "unknown: " + printable(answer.Unknown.What)
	}
	return "unknown"
}

// maxQuoted is the length beyond which an operand is cut.
const maxQuoted = 120

func quoted(s string) string {
	if len(s) > maxQuoted {
		return strconv.Quote(s[:maxQuoted]) + "…"
	}
	return strconv.Quote(s)
}

// printable replaces what a terminal would take for a command.
func printable(s string) string {
	clean := strings.IndexFunc(s, func(r rune) bool { return !strconv.IsPrint(r) }) < 0
	if clean && len(s) <= maxQuoted {
		return s
	}
	return quoted(s)
}

// wrap breaks text into lines of at most width columns.
func wrap(text, first, rest string, width int) string {
	var b strings.Builder
	line := first
	empty := true
	for word := range strings.FieldsSeq(text) {
		if !empty && len(line)+1+len(word) > width {
			b.WriteString(line + "\n")
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line += word
		empty = false
	}
	return b.String() + line + "\n"
}
