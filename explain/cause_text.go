package explain

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
)

// append appends a template in which each name in braces is replaced:
//
//	{found} {against}          the operands, in quotes
//	{found.} {against.}        the operands as they are, where they are names, numbers or URLs
//	{found:} {against:}        the operands as they are, where they are text, without a full stop
//	{parsed} {reason}          the URL that cannot be parsed, and why not
//	{Answer} {answer}          the answer that the rule looked at, at the beginning and in the middle of a sentence
//	{url} {method} {status}    those of the exchange, or of the call before the first
//	{led}                      ", where the redirect leads," after a redirect
//	{origin}                   the page's origin, or that it is null
//	{page}                     the page's origin by itself
//	{credentials}              what includes credentials, in brackets
//	{thing}                    what an element loads
//	{Browser}                  the browser by its name, at the beginning of a sentence
//	{list}                     the header of the preflight's answer that is no list of names
//	{absent}                   whether the header that the rule wants is missing, or empty
//	{member} {values}          the member of RequestInit with the found value, and the values it may have
//	{detail} {detail.}         the detail, and as it is where it is a name, a number or a URL
func (d *decision) append(dst []byte, template, detail string) []byte {
	for {
		open := strings.IndexByte(template, '{')
		if open < 0 {
			return append(dst, template...)
		}
		end := open + strings.IndexByte(template[open:], '}')
		dst = d.appendNamed(append(dst, template[:open]...), template[open+1:end], detail)
		template = template[end+1:]
	}
}

func (d *decision) appendNamed(dst []byte, name, detail string) []byte {
	switch name {
	case "found":
		return appendQuoted(dst, d.found)
	case "against":
		return appendQuoted(dst, d.against)
	case "found.":
		return appendPlain(dst, d.asWritten(d.found))
	case "found:":
		return appendPrintable(dst, strings.TrimSuffix(d.found, "."))
	case "against:":
		return appendPrintable(dst, strings.TrimSuffix(d.against, "."))
	case "against.":
		return appendPlain(dst, d.against)
	case "detail":
		return append(dst, detail...)
	case "detail.":
		return appendPlain(dst, detail)
	case "Answer":
		return d.appendAnswer(dst, "The")
	case "answer":
		return d.appendAnswer(dst, "the")
	case "url":
		return appendPlain(dst, d.url())
	case "method":
		return appendPlain(dst, d.method())
	case "status":
		return strconv.AppendInt(dst, int64(d.status()), 10)
	case "led":
		if d.redirected {
			dst = append(dst, ", where the redirect leads,"...)
		}
		return dst
	case "origin":
		return d.appendOrigin(dst)
	case "page":
		return d.appendPage(dst)
	case "credentials":
		if words := d.call.credentials; words != "" {
			dst = append(append(append(dst, " ("...), words...), ')')
		}
		return dst
	case "thing":
		return append(dst, d.call.thing...)
	case "Browser":
		return append(dst, d.browser()...)
	case "list":
		return append(dst, d.brokenList()...)
	case "absent":
		return append(dst, d.absent()...)
	}
	return d.appendRare(dst, name)
}

// absent says in a word why a header says nothing.
func (d *decision) absent() string {
	if d.answer().Header.Contains(missingHeaders[d.step.Rule]) {
		return "empty"
	}
	return "missing"
}

// appendRare appends what only a few sentences name.
func (d *decision) appendRare(dst []byte, name string) []byte {
	switch name {
	case "parsed":
		url, _ := d.parseError()
		return appendQuoted(dst, url)
	case "reason":
		_, reason := d.parseError()
		return appendPrintable(dst, reason)
	case "member":
		member, _ := d.badMember()
		return append(dst, member...)
	case "values":
		_, values := d.badMember()
		return append(dst, values...)
	}
	panic("explain: a sentence names {" + name + "}")
}

// method returns the method that is asked with, and the one that the page names where nothing was.
func (d *decision) method() string {
	if d.exchange != nil && !d.exchange.Preflight {
		return d.exchange.Request.Method
	}
	method, _ := d.verdict.Target()
	return method
}

// browser is the browser by its name.
func (d *decision) browser() string {
	if name := d.verdict.Profile().Name; name != "" {
		return engine.Title(name)
	}
	return "This browser"
}

// appendAnswer names the answer that the rule looked at: whose it is, and where there are several, of which URL.
func (d *decision) appendAnswer(dst []byte, the string) []byte {
	dst = append(dst, the...)
	switch {
	case d.stored:
		return append(dst, " stored answer"...)
	case d.exchange == nil:
		return append(dst, " answer"...)
	case d.isRedirect():
		dst = append(dst, " redirect at "...)
		dst = appendPlain(dst, d.exchange.Request.URL.Href())
		return d.appendStatus(dst)
	case d.exchange.Preflight:
		dst = append(dst, " preflight's answer"...)
	case d.afterPreflight():
		dst = append(dst, " answer to the "...)
		dst = appendPlain(dst, d.exchange.Request.Method)
		dst = append(dst, " itself"...)
	default:
		dst = append(dst, " answer"...)
	}
	if d.several {
		dst = append(dst, " at "...)
		dst = appendPlain(dst, d.exchange.Request.URL.Href())
	}
	return d.appendStatus(dst)
}

// afterPreflight reports whether a CORS-preflight came before the exchange.
func (d *decision) afterPreflight() bool {
	return d.step.Exchange > 0 && d.verdict.Exchanges()[d.step.Exchange-1].Preflight
}

// appendStatus appends a status that one would not expect.
func (d *decision) appendStatus(dst []byte) []byte {
	if status := d.status(); status != 0 && !policy.IsOKStatus(status) {
		dst = append(dst, " ("...)
		dst = strconv.AppendInt(dst, int64(status), 10)
		dst = append(dst, ')')
	}
	return dst
}

// appendOrigin appends the origin that an answer had to allow.
func (d *decision) appendOrigin(dst []byte) []byte {
	if d.isNull() {
		return append(dst, `the origin "null"`...)
	}
	dst = append(dst, "the page's origin, "...)
	return appendQuoted(dst, d.against)
}

// appendPage appends the page's origin.
func (d *decision) appendPage(dst []byte) []byte {
	if page := d.verdict.Page(); page != nil {
		return appendQuoted(dst, page.Origin().String())
	}
	return dst
}

// parseError takes the error of a URL that cannot be parsed, which is the last operand, apart.
func (d *decision) parseError() (url, reason string) {
	message := d.found
	if d.against != "" {
		message = d.against
	}
	message = strings.TrimPrefix(message, "origin: ")
	prefix, err := strconv.QuotedPrefix(message)
	if err != nil {
		return d.found, message
	}
	url, _ = strconv.Unquote(prefix)
	return url, strings.TrimPrefix(message[len(prefix):], ": ")
}
