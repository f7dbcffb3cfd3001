package generator

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// client makes a call of a description: the kind, and then members with their values, as in
// "fetch mode=no-cors body=text:4". An absent value is not given.
func client(description, url string) recording.Call {
	words := strings.Fields(description)
	c := recording.Call{Kind: words[0], URL: url}
	for _, word := range words[1:] {
		name, value, _ := strings.Cut(word, "=")
		if value != absent {
			set(&c, name, value)
		}
	}
	return c
}

// set sets a member of a call.
func set(c *recording.Call, name, value string) {
	switch name {
	case "method":
		c.Method = value
	case "mode":
		c.Mode = value
	case "credentials":
		setCredentials(c, value)
	case "redirect":
		c.Redirect = value
	case "cache":
		c.Cache = value
	case "body":
		c.Body = body(value)
	case "crossorigin":
		c.CrossOrigin = new(value)
	case "type":
		c.ElementType = value
	case "keepalive":
		c.Keepalive = true
	case "upload":
		c.UploadListener = true
	default:
		panic("a call has no " + name)
	}
}

// setCredentials sets the credentials mode, as each kind of call has it.
func setCredentials(c *recording.Call, mode string) {
	switch c.Kind {
	case "fetch":
		c.Credentials = mode
	case "xhr":
		c.WithCredentials = mode == "include"
	case "img", "script", "style":
		switch mode {
		case "omit":
			c.CrossOrigin = new("anonymous")
		case "include":
			c.CrossOrigin = new("use-credentials")
		}
	}
}

// body makes a body of a description: the kind, the length, and the type of a blob, as in "blob:4:text/plain".
func body(description string) *recording.Body {
	parts := strings.SplitN(description, ":", 3)
	length, err := strconv.Atoi(parts[1])
	if err != nil {
		panic(err)
	}
	b := &recording.Body{Kind: parts[0], Length: length}
	if len(parts) == 3 {
		b.Type = parts[2]
	}
	return b
}

// isScripted reports whether a call is made by script, which can choose a method and headers.
func isScripted(c *recording.Call) bool { return c.Kind == "fetch" || c.Kind == "xhr" }

// script is a call that script makes with the row's method and headers, where the family has such axes.
func (d *draft) script(description, url string) recording.Call {
	c := client(description, url)
	if !isScripted(&c) {
		return c
	}
	if method := d.row["method"]; method != "" && method != absent {
		c.Method = method
	}
	if headers := d.row["headers"]; headers != "" {
		c.Headers = d.headers(headers)
	}
	if c.Kind == "xhr" {
		c.Mode, c.Redirect, c.Cache = "", "", ""
	}
	return c
}

// resource is what a call of a kind asks for: its name, and an answer that is good for it.
func (d *draft) resource(kind string) (name string, good recording.Answer) {
	good = recording.Answer{Status: 200}
	contentType := "text/plain"
	switch kind {
	case "img":
		name, contentType, good.Fixture = "a.png", "image/png", "png"
	case "script":
		name, contentType, good.Body = "a.js", "text/javascript", d.text("window.__ex_{key}=1")
	case "style":
		name, contentType, good.Body = "a.css", "text/css", ".k"+key(d.ID)+"{z-index:7;position:relative}"
	case "font":
		name, contentType, good.Fixture = "a.ttf", "font/ttf", "ttf"
	default:
		name, good.Body = "a.txt", "hello"
	}
	good.Headers = []recording.Field{{"Content-Type", contentType}}
	return name, good
}

// with is an answer with more headers.
func with(a recording.Answer, headers ...[]recording.Field) recording.Answer {
	a.Headers = append([]recording.Field{}, a.Headers...)
	for _, lines := range headers {
		a.Headers = append(a.Headers, lines...)
	}
	return a
}

// kindOf is the kind of a description.
func kindOf(description string) string { return strings.Fields(description)[0] }
