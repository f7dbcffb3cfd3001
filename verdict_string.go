package corsim

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/corsim/corsim/internal/lines"
	"github.com/corsim/corsim/rule"
)

// columns is the width that the text keeps to, where URLs let it.
const columns = 80

// String returns the verdict in a few lines: the request and its outcome, the rule that decided with what it
// compared, each exchange with the server, and whether a request that was blocked was sent. The lines keep to 80
// columns where URLs let them, each ends with a line feed, and there are no control characters in them. The zero
// Verdict is "no request".
func (v Verdict) String() string {
	if v.call == nil {
		return "no request"
	}
	var b strings.Builder
	method, url := v.Target()
	request, outcome := printable(method)+" "+printable(url), "from "+v.call.page.String()+": "+v.summary()
	separator := " "
	if utf8.RuneCountInString(request+separator+outcome) > columns {
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
		b.WriteString(" -> " + answerSummary(&x.Answer))
	}
	b.WriteString(v.effect())
	return b.String()
}

// effect says what the server has seen of a request whose answer the page may not read.
func (v Verdict) effect() string {
	switch {
	case v.concernsDocuments():
		return ""
	case len(v.Exchanges()) == 0:
		return "  nothing was sent\n"
	case v.Outcome() != Blocked:
		return ""
	case v.Sent():
		return "  the request was sent, and the server may have acted on it\n"
	}
	return "  the request itself was never sent\n"
}

// String returns the page's origin, with its URL where the origin is opaque, or that it cannot be opened.
func (p *Page) String() string {
	switch {
	case p.Err() != nil:
		return "a page that cannot be opened"
	case p.client.Origin.IsOpaque():
		return "an opaque origin (" + printable(p.client.URL.Href()) + ")"
	}
	return printable(p.client.Origin.String())
}

// summary is the outcome and what script sees, in a few words.
func (v Verdict) summary() string {
	response := v.Response()
	switch v.Outcome() {
	case Readable:
		if v.concernsDocuments() {
			return "allowed"
		}
		if !v.call.showsResponse() {
			return "readable" + v.becomes()
		}
		return fmt.Sprintf("readable, %s, status %d", response.Type, response.Status)
	case Opaque:
		if v.concernsDocuments() {
			return "allowed, and undefined"
		}
		if !v.call.showsResponse() {
			return "opaque" + v.becomes()
		}
		return "opaque, script gets a response of type " + string(response.Type)
	case Undetermined:
		return "undetermined"
	}
	if v.Exception() != "" {
		return v.Outcome().String() + ", " + v.Exception()
	}
	return v.Outcome().String() + v.becomes()
}

// becomes is what becomes of the element, if there is one.
func (v Verdict) becomes() string {
	if becomes := v.Effect().String(); becomes != "" {
		return ", " + becomes
	}
	return ""
}

// because is the deciding rule with its lesson and its operands.
func (v Verdict) because() string {
	var b strings.Builder
	decided := v.Rule().Rule()
	b.WriteString(lines.Wrap(decided.Slug+": "+decided.Lesson, "  ", "    ", columns))
	if compared := v.compared(); compared != "" {
		b.WriteString(lines.Wrap(compared, "    ", "      ", columns))
	}
	return b.String()
}

// compared says what the deciding rule compared with what, "" where that says no more than the lesson.
func (v Verdict) compared() string {
	operands := v.Decisive().Operands
	if len(operands) == 0 {
		return ""
	}
	switch v.Rule() {
	case rule.PageURLInvalid, rule.RequestURLInvalid, rule.RequestReferrerInvalid, rule.XHRURLInvalid, rule.EventSourceURLInvalid:
		// The reason has the URL in it.
		return strings.TrimPrefix(printable(operands[len(operands)-1]), "origin: ")
	case rule.UnknownAnswer, rule.NetworkFailure:
		// The exchange says it.
		return ""
	}
	words, ok := operandWords[v.Rule()]
	if !ok {
		words = [2]string{"found", "needed"}
	}
	parts := make([]string, len(operands))
	for i, operand := range operands {
		parts[i] = words[i] + " " + quoted(operand)
	}
	return strings.Join(parts, "; ")
}

// The words before what a server allows, and what that is compared with.
var (
	allowsOrigin   = [2]string{"the server allows", "the origin is"}
	allowsMethod   = [2]string{"the server allows", "the method is"}
	allowsHeader   = [2]string{"the server allows", "the request has"}
	resourcePolicy = [2]string{"the server says", "the origin is"}
)

// operandWords are the words before the operands of a rule, where "found" and "needed" are not the right ones.
var operandWords = map[rule.ID][2]string{
	rule.CORSAllowOriginMissing:      allowsOrigin,
	rule.CORSWildcard:                allowsOrigin,
	rule.CORSWildcardWithCredentials: allowsOrigin,
	rule.CORSAllowOriginMultiple:     allowsOrigin,
	rule.CORSAllowOriginMismatch:     allowsOrigin,
	rule.CORSAllowOriginMatch:        allowsOrigin,
	rule.CORSAllowCredentials:        {"the server allows", "Access-Control-Allow-Credentials is"},
	rule.PreflightMethod:             allowsMethod,
	rule.PreflightAuthorization:      allowsHeader,
	rule.PreflightHeader:             allowsHeader,
	rule.CORPSameOrigin:              resourcePolicy,
	rule.CORPSameSite:                resourcePolicy,
	rule.CORPEmbedderPolicy:          resourcePolicy,
	rule.MainFetchModeSameOrigin:     {"the URL is", "the origin is"},
	rule.BlobRange:                   {"found", "the length is"},
	rule.KeepaliveLimit:              {"found", "the most is"},
	rule.XHRHeaderInvalid:            {"the name is", "the value is"},
	rule.NetworkHeaderInvalid:        {"the name is", "the value is"},
	rule.AlternativesDiffer:          {"one answer leads to", "another to"},
	rule.AccessSameOriginDomain:      {"the other document is", "this one is"},
	rule.AccessContentDocument:       {"the frame's origin is", "the page's is"},
	rule.DomainSet:                   {"it is", "it was"},
	rule.DomainSuffix:                {"the value is", "the domain is"},
	rule.DocumentCookieIgnored:       {"the value is", "the reason is"},
	rule.StoragePartitioned:          {"the origin is", "the top-level site is"},
	rule.PostMessageOrigin:           {"the target origin is", "the document's origin is"},
	rule.FrameAncestors:              {"the document allows", "a document around it is"},
	rule.FrameOptionsSameOrigin:      {"a document around it is", "its own origin is"},
	rule.OpenerPolicySwitch:          {"the page's policy is", "its opener's is"},
}

// answerSummary says on the rest of a line what the answer is, and below it where one would look for one that is not
// known.
func answerSummary(answer *Answer) string {
	switch {
	case 100 <= answer.Status && answer.Status <= 199:
		return strconv.Itoa(answer.Status) + ", an interim answer, and none after it\n"
	case answer.Status != 0:
		return strconv.Itoa(answer.Status) + "\n"
	case answer.Failure != "":
		return "no answer: " + printable(answer.Failure) + "\n"
	case answer.Unknown == nil || answer.Unknown.What == "":
		return "unknown\n"
	}
	unknown := answer.Unknown
	place := ""
	if unknown.File != "" {
		place = printable(unknown.File) + ": "
		if unknown.Line > 0 {
			place = printable(unknown.File) + ":" + strconv.Itoa(unknown.Line) + ": "
		}
	}
	return "unknown\n" + lines.Wrap(place+printable(unknown.What), "     ", "       ", columns)
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
