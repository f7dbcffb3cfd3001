package explain

import (
	"bytes"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
)

// changes is a list of changes that is being made.
type changes struct {
	list []Change
}

func (c *changes) add(where, name string, kind ChangeKind, from, to string) {
	c.list = append(c.list, Change{where, name, kind, from, to})
}

// change adds a change of a value for which "" is its absence, if there is one.
func (c *changes) change(where, name, from, to string) {
	switch {
	case from == to:
	case from == "":
		c.add(where, name, Added, "", to)
	case to == "":
		c.add(where, name, Removed, from, "")
	default:
		c.add(where, name, Changed, from, to)
	}
}

// headers adds the changes of headers. The values of one name are taken together.
func (c *changes) headers(where string, from, to header.List) {
	seen := map[string]bool{}
	for i, field := range append(from[:len(from):len(from)], to...) {
		name := strings.ToLower(field.Name)
		if seen[name] {
			continue
		}
		seen[name] = true
		was, had := from.Get(field.Name)
		is, has := to.Get(field.Name)
		switch {
		case i >= len(from):
			c.add(where, field.Name, Added, "", is)
		case had && !has:
			c.add(where, field.Name, Removed, was, "")
		case was != is:
			c.add(where, field.Name, Changed, was, is)
		}
	}
}

// call adds the changes of what the page asked for.
func (c *changes) call(before, after corsim.Verdict, was, is *Explanation) {
	const where = "call"
	from, to := reflect.ValueOf(before.Call()), reflect.ValueOf(after.Call())
	if was.Call.API != is.Call.API || !from.IsValid() || !to.IsValid() {
		c.change(where, "API", was.Call.API, is.Call.API)
		c.change(where, "method", was.Call.Method, is.Call.Method)
		c.change(where, "URL", was.Call.URL, is.Call.URL)
		return
	}
	for i := range from.NumField() {
		c.member(from.Type().Field(i).Name, from.Field(i).Interface(), to.Field(i).Interface())
	}
}

// member adds the change of a member of what the page has passed.
func (c *changes) member(name string, from, to any) {
	const where = "call"
	switch was := from.(type) {
	case header.List:
		c.headers(where, was, to.(header.List))
		return
	case *corsim.Body:
		c.body(was, to.(*corsim.Body))
		return
	}
	if name != "URL" {
		name = strings.ToLower(name[:1]) + name[1:]
	}
	c.change(where, name, memberText(from), memberText(to))
}

// memberText is a value as text, "" for its absence.
func memberText(value any) string {
	if v := reflect.ValueOf(value); v.IsZero() {
		return ""
	}
	return fmt.Sprint(value)
}

func (c *changes) body(from, to *corsim.Body) {
	switch {
	case reflect.DeepEqual(from, to):
	case from == nil:
		c.add("call", "body", Added, "", bodyText(to))
	case to == nil:
		c.add("call", "body", Removed, bodyText(from), "")
	default:
		c.add("call", "body", Changed, bodyText(from), bodyText(to))
	}
}

// bodyText says of a body how much it is.
func bodyText(body *corsim.Body) string {
	if body.Bytes == nil && body.Size > 0 {
		return strconv.FormatInt(body.Size, 10) + " bytes"
	}
	return sizeOf(body.Bytes)
}

// exchanges adds the changes of what went over the wire. A CORS-preflight is held against one, and a request against
// a request, in order.
func (c *changes) exchanges(from, to []corsim.Exchange) {
	number := 0
	for len(from) > 0 || len(to) > 0 {
		number++
		switch {
		case len(from) == 0 || len(to) > 0 && to[0].Preflight && !from[0].Preflight:
			c.add("wire", nameOfExchange(number, &to[0]), Added, "", answerText(&to[0].Answer))
			to = to[1:]
		case len(to) == 0 || from[0].Preflight && !to[0].Preflight:
			c.add("wire", nameOfExchange(number, &from[0]), Removed, answerText(&from[0].Answer), "")
			from = from[1:]
		default:
			c.exchange(number, &from[0], &to[0])
			from, to = from[1:], to[1:]
		}
	}
}

// exchange adds the changes of a request and its answer.
func (c *changes) exchange(number int, from, to *corsim.Exchange) {
	request := "request " + nameOfExchange(number, to)
	c.change(request, "method", from.Request.Method, to.Request.Method)
	c.change(request, "URL", from.Request.URL.Href(), to.Request.URL.Href())
	c.headers(request, from.Request.Header, to.Request.Header)
	answer := "answer to " + nameOfExchange(number, to)
	c.change(answer, "status", answerText(&from.Answer), answerText(&to.Answer))
	c.headers(answer, from.Answer.Header, to.Answer.Header)
	if !bytes.Equal(from.Answer.Body, to.Answer.Body) {
		c.add(answer, "body", Changed, sizeOf(from.Answer.Body), sizeOf(to.Answer.Body))
	}
}

func nameOfExchange(number int, x *corsim.Exchange) string {
	return strconv.Itoa(number) + ", " + x.Request.Method + " " + x.Request.URL.Href()
}

// answerText is an answer's status, or why there is none.
func answerText(answer *corsim.Answer) string {
	switch {
	case answer.Status != 0 && answer.Reason != "":
		return strconv.Itoa(answer.Status) + " " + answer.Reason
	case answer.Status != 0:
		return strconv.Itoa(answer.Status)
	case answer.Failure != "":
		return "no answer: " + answer.Failure
	}
	return "an answer that is not known"
}
