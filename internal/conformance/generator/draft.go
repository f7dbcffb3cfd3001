package generator

import (
	"fmt"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// A draft is a scenario that is being made of a row.
type draft struct {
	recording.Scenario
	row   row
	words *strings.Replacer
}

// The origins of pages. One with the prefix sandboxed is that of a document in a sandbox.
const (
	httpPage    = "http://app.example:{{http1}}"
	httpsPage   = "https://app.example:{{tls1}}"
	httpOpaque  = "sandboxed http://app.example:{{http1}}"
	httpsOpaque = "sandboxed https://app.example:{{tls1}}"
	httpPlain   = "http://app.example"
	httpsPlain  = "https://app.example"
	githubPage  = "https://a.github.io:{{tls1}}"
	localPage   = "http://localhost:{{http1}}"
)

// The origins that pages ask for something, as templates.
const (
	sameOrigin  = "{page}"
	samePort    = "{scheme}://{host}{otherport}" // the same host, another port
	sameSite    = "{scheme}://{sub}{port}"
	crossSite   = "{scheme}://api.example{otherport}"
	thirdSite   = "{scheme}://other.test{otherport}"
	defaultPort = "{scheme}://api.example"
	otherScheme = "{otherscheme}://{host}{otherschemeport}"
	publicSib   = "{scheme}://b.github.io{port}" // github.io is a public suffix
	localhost   = "{scheme}://localhost{otherport}"
	loopback    = "{scheme}://127.0.0.1{otherport}"
	plainCross  = "http://api.example:{{http2}}"
	plainLocal  = "http://localhost:{{http2}}"
	plainLoop   = "http://127.0.0.1:{{http2}}"
	secureCross = "https://api.example:{{tls2}}"
)

// absent is the value of a header that is not sent, or of a member that is not given.
const absent = "-"

// lineEnd separates the header lines of a template.
const lineEnd = " && "

// open makes the document, and the words that templates can have.
func (d *draft) open(page string) {
	origin, sandboxed := strings.CutPrefix(page, "sandboxed ")
	d.Page = recording.Page{URL: origin + "/doc/page.html?q=1", Sandboxed: sandboxed}
	scheme, authority, _ := strings.Cut(origin, "://")
	host, port, hasPort := strings.Cut(authority, ":")
	words := map[string]string{
		"page": origin, "origin": origin, "scheme": scheme, "host": host, "port": "", "sub": "sub." + host,
		"SCHEME": strings.ToUpper(scheme), "HOST": strings.ToUpper(host),
		"otherscheme": "https", "otherschemeport": ":{{tls1}}", "otherport": ":{{http2}}", "default": "80",
		"id": d.ID, "dir": "/s/" + d.ID, "key": key(d.ID),
	}
	if hasPort {
		words["port"] = ":" + port
	}
	if scheme == "https" {
		words["otherscheme"], words["otherschemeport"] = "http", ":{{http1}}"
		words["otherport"], words["default"] = ":{{tls2}}", "443"
	}
	if sandboxed {
		words["origin"] = "null"
	}
	if host == "localhost" {
		words["sub"] = host // there is no name below it
	}
	var pairs []string
	for word, meaning := range words {
		pairs = append(pairs, "{"+word+"}", meaning)
	}
	d.words = strings.NewReplacer(pairs...)
}

// key is an id as the page's script puts it into names.
func key(id string) string { return strings.ReplaceAll(id, "-", "_") }

// text puts the meanings of the words in braces into a template.
func (d *draft) text(template string) string { return d.words.Replace(template) }

// value is the row's value of an axis, as it stands. A family that asks for an axis which it does not have is wrong.
func (d *draft) value(name string) string {
	value, has := d.row[name]
	if !has {
		panic(fmt.Sprintf("family %s has no axis %s", d.Family, name))
	}
	return value
}

// given is the row's value of an axis, as a template, and "" for one that is absent.
func (d *draft) given(name string) string {
	if value := d.value(name); value != absent {
		return d.text(value)
	}
	return ""
}

// header makes the lines of a header out of a template: none, one, or more.
func (d *draft) header(name, template string) []recording.Field {
	if template == absent {
		return nil
	}
	var lines []recording.Field
	for _, value := range strings.Split(template, lineEnd) {
		lines = append(lines, recording.Field{name, d.text(value)})
	}
	return lines
}

// headers makes header lines out of a template of lines "Name: value".
func (d *draft) headers(template string) []recording.Field {
	if template == absent {
		return nil
	}
	var lines []recording.Field
	for _, line := range strings.Split(template, lineEnd) {
		name, value, _ := strings.Cut(line, ": ")
		lines = append(lines, recording.Field{name, d.text(value)})
	}
	return lines
}

// allowing are the headers that allow the page everything that a family does not put to the test.
func (d *draft) allowing() []recording.Field {
	return d.headers("Access-Control-Allow-Origin: {origin} && Access-Control-Allow-Credentials: true")
}

// url is the address of a name of the scenario, at the origin that a template says.
func (d *draft) url(origin, name string) string { return d.text(origin) + "/s/" + d.ID + "/" + name }

// serve says what the server answers for a name.
func (d *draft) serve(name string, preflight, actual []recording.Answer) {
	d.Server = append(d.Server, recording.Path{Path: "/s/" + d.ID + "/" + name, Preflight: preflight, Actual: actual})
}

// call adds a call.
func (d *draft) call(c recording.Call) { d.Calls = append(d.Calls, c) }

// setCookies sets, at an origin, a cookie that goes wherever cookies go, and one without a SameSite of its own.
func (d *draft) setCookies(origin string) {
	origin = d.text(origin)
	attributes := []string{""}
	if strings.HasPrefix(origin, "https:") {
		attributes = append(attributes, "; SameSite=None; Secure")
	}
	for _, attribute := range attributes {
		d.Cookies = append(d.Cookies, recording.Cookie{
			Origin:    origin,
			SetCookie: fmt.Sprintf("c%d=v; Path=/s/%s%s", len(d.Cookies), d.ID, attribute),
		})
	}
}

// one is a list of one answer.
func one(status int, headers ...[]recording.Field) []recording.Answer {
	return []recording.Answer{answer(status, headers...)}
}

// answer is an answer without a body.
func answer(status int, headers ...[]recording.Field) recording.Answer {
	a := recording.Answer{Status: status}
	for _, lines := range headers {
		a.Headers = append(a.Headers, lines...)
	}
	return a
}
