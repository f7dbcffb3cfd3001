package corsim

import (
	"fmt"
	"strconv"
	"strings"
)

// columns is the width that the text keeps to, where URLs let it.
const columns = 80

// String returns the verdict in a few lines: the request and its outcome, the rule that decided with what it compared,
// and each exchange with the server.
func (v Verdict) String() string {
	if v.call == nil {
		return "no request"
	}
	var b strings.Builder
	method, url := v.request()
	request, outcome := printable(method)+" "+printable(url), "from "+v.call.page.String()+": "+v.summary()
	separator := " "
	if len(request)+1+len(outcome) > columns {
		separator = "\n  "
	}
	b.WriteString(request + separator + outcome + "\n")
	b.WriteString(v.because())
	for i := range v.Exchanges() {
		x := &v.Exchanges()[i]
		fmt.Fprintf(&b, "  %d  %s %s", i+1, printable(x.Request.Method), printable(x.Request.URL.Href()))
		if x.Preflight {
			b.WriteString("  (CORS-preflight)")
		}
		b.WriteString(" -> " + answerSummary(&x.Answer) + "\n")
	}
	b.WriteString(v.effect())
	return b.String()
}

// effect says what the server has seen of a request whose answer the page may not read.
func (v Verdict) effect() string {
	switch {
	case len(v.Exchanges()) == 0:
		return "  nothing was sent\n"
	case v.Outcome() != Blocked:
		return ""
	case v.Sent():
		return "  the request was sent, and the server may have acted on it\n"
	}
	return "  the request itself was never sent\n"
}

// String returns the page's origin, with its URL where the origin is opaque.
func (p *Page) String() string {
	switch {
	case p.Err() != nil:
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
	b.WriteString(wrap(decided.Slug+": "+decided.Lesson, "  ", "    ", columns))
	operands := v.Decisive().Operands
	if len(operands) > 0 {
		b.WriteString("    found " + quoted(operands[0]))
	}
	if len(operands) > 1 {
		b.WriteString(", held against " + quoted(operands[1]))
	}
	if len(operands) > 0 {
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
	if s == "" {
		return "nothing"
	}
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
