package generator

import (
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// x is n letters.
func x(n int) string { return strings.Repeat("x", n) }

var corsFamilies = []family{
	{name: "core", axes: []axis{
		{"method", []string{"GET", "POST", "PUT", "HEAD", "DELETE", "PATCH"}},
		{"mode", []string{"cors", absent, "no-cors", "same-origin"}},
		credentials, targets,
		{"allow-origin", []string{"{origin}", "*", absent, "null", "http://other.test"}},
		{"allow-credentials", []string{"true", absent}},
		{"headers", []string{
			absent, "X-Custom: 1", "Content-Type: application/json", "Content-Type: text/plain", "Authorization: Basic QQ==",
			"Accept: text/html", "X-Custom: 1 && Range: bytes=0-1",
		}},
		{"lists", []string{"named", "*", absent}},
		pages,
		{"redirect", []string{"follow", "error", "manual"}},
		{"hop", []string{absent, "/s/{id}/z", thirdSite + "/s/{id}/z", sameOrigin + "/s/{id}/z"}},
		{"hop-status", []string{"302", "307", "303", "308"}},
		{"set-cookies", []string{"yes", absent}},
	}, build: (*draft).core},
	{name: "acao", axes: []axis{
		allowOrigins, credentials, allowCredentials, pages, apis,
		{"headers", []string{absent, "X-Custom: 1"}},
		{"preflight", []string{"same", "good"}},
		{"target", []string{crossSite, samePort, sameOrigin, sameSite}},
	}, build: (*draft).originAllowed},
	{name: "reqheaders", axes: []axis{
		authored,
		{"allow-headers", []string{"{names}", absent, "*"}},
		{"api", []string{"fetch", "xhr", "fetch mode=no-cors", "fetch mode=same-origin"}},
		{"method", []string{absent, "POST", "PUT"}},
		{"target", []string{crossSite, sameOrigin, sameSite}},
		credentials,
		{"page", []string{httpPage, httpsPage, httpOpaque}},
	}, build: (*draft).listAllowed},
	{name: "aceh", axes: []axis{
		{"expose", []string{
			absent, "*", "x-foo", "X-FOO, X-BAR", "x-foo,x-bar,", ",x-foo", "x-foo && x-bar", "x-foo x-bar", "x-foo, bad name",
			"\"x-foo\"", "set-cookie, set-cookie2, x-foo", "*, x-foo", "* && x-foo", "  *  ", "", "x-foo\t,\tx-bar",
			"cache-control, content-type", "x-foo, x-foo", "x-foo, \u00e9", "x-foo,, ,x-bar", "content-length",
			"*, authorization",
			"x-f", "x-foo;x-bar", "x-foo, *", "'x-foo'", "X-Foo: x",
		}},
		credentials, {"api", []string{"fetch", "xhr", "fetch mode=no-cors"}},
		{"target", []string{crossSite, sameOrigin, sameSite}},
		{"response", []string{
			"X-Foo: 1 && X-Bar: 2 && Cache-Control: no-store && Content-Language: en && Expires: 0 && " +
				"Pragma: no-cache && Server: s && ETag: \"e\" && Age: 1 && Vary: Origin",
			"Last-Modified: Sat, 29 Oct 1994 19:43:31 GMT && X-Foo: 1",
			"X-Foo: 1 && Set-Cookie: zz=1; Path={dir} && Set-Cookie2: yy=1 && Authorization: x && " +
				"Location: /x && Date: Sat, 29 Oct 1994 19:43:31 GMT",
			"X-Foo: 1 && X-Foo: 2 && X-Bar:  && x-bar: 3 && Cache-Control: no-store && " +
				"Cache-Control: max-age=0 && Content-Language: en && Content-Language: fr",
			"X-Foo:   a  b\t && X-Bar: caf\u00e9 && x!#$%&'*+.^_`|~: 1 && " +
				"Link: <a>; rel=x && Access-Control-Max-Age: 1 && Timing-Allow-Origin: *",
			"Content-Type: text/html && X-Foo: ",
		}},
		{"page", []string{httpPage, httpsPage, httpOpaque}},
	}, build: func(d *draft) {
		c := d.script(d.value("api"), d.url(d.value("target"), "a"))
		setCredentials(&c, d.given("credentials"))
		d.call(c)
		d.serve("a", nil, []recording.Answer{d.hello(
			d.allowing(), d.header("Access-Control-Expose-Headers", d.value("expose")), d.headers(d.value("response")))})
	}},
	{name: "opaque", axes: []axis{
		{"target", []string{crossSite, sameOrigin, sameSite, thirdSite}},
		{"allow-origin", []string{"null", "*", "{page}", absent, " null ", "NULL", "null, null"}},
		{"allow-credentials", []string{"true", absent}},
		{"client", []string{
			"fetch", "fetch mode=no-cors", "fetch mode=same-origin", "xhr", "img crossorigin=anonymous",
			"script crossorigin=anonymous",
			"style crossorigin=anonymous", "script type=module", "font", "img", "script", "style",
			"img crossorigin=use-credentials",
		}},
		{"credentials", []string{"omit", "include", "same-origin"}},
		{"method", []string{"GET", "POST", "PUT"}},
		{"page", []string{httpOpaque, httpsOpaque}},
		{"set-cookies", []string{"yes", absent}},
		{"corp", []string{absent, "same-origin", "same-site", "cross-origin"}},
	}, build: (*draft).opaque},
}

// hello is a good answer for script.
func (d *draft) hello(headers ...[]recording.Field) recording.Answer {
	_, good := d.resource("fetch")
	return with(good, headers...)
}

// allowed are the headers of the row that allow an origin and its credentials.
func (d *draft) allowed() []recording.Field {
	return append(d.header("Access-Control-Allow-Origin", d.value("allow-origin")),
		d.header("Access-Control-Allow-Credentials", d.value("allow-credentials"))...)
}

func (d *draft) core() {
	target := d.value("target")
	c := d.script("fetch mode="+d.value("mode")+" credentials="+d.value("credentials"), d.url(target, "a"))
	if redirect := d.value("redirect"); redirect != "follow" {
		c.Redirect = redirect
	}
	if method := d.value("method"); method == "POST" || method == "PUT" {
		c.Body = body("text:4")
	}
	if d.value("set-cookies") == "yes" {
		d.setCookies(target)
	}
	d.call(c)
	lists := d.value("lists")
	methods, headers := lists, lists
	if lists == "named" {
		methods, headers = "PUT, DELETE, PATCH", "x-custom, content-type, authorization, range"
	}
	allowed := d.allowed()
	preflight := one(204, allowed,
		d.header("Access-Control-Allow-Methods", methods), d.header("Access-Control-Allow-Headers", headers))
	good := []recording.Answer{d.hello(allowed, d.headers("X-Foo: 1"))}
	if d.value("hop") == absent {
		d.serve("a", preflight, good)
		return
	}
	d.serve("a", preflight, one(number(d.value("hop-status")), allowed, d.header("Location", d.value("hop"))))
	d.serve("z", preflight, good)
}

func (d *draft) originAllowed() {
	target := d.value("target")
	c := d.script(d.value("api"), d.url(target, "a"))
	setCredentials(&c, d.given("credentials"))
	if d.value("credentials") == "include" {
		d.setCookies(target)
	}
	d.call(c)
	preflight := d.allowed()
	if d.value("preflight") == "good" {
		preflight = d.allowing()
	}
	d.serve("a", one(204, preflight, d.headers("Access-Control-Allow-Headers: x-custom")),
		[]recording.Answer{d.hello(d.allowed())})
}

// listAllowed puts to the test what a CORS-preflight allows: its lists of methods and headers.
func (d *draft) listAllowed() {
	c := d.script(d.value("api"), d.url(d.value("target"), "a"))
	setCredentials(&c, d.given("credentials"))
	if method := strings.ToUpper(c.Method); method == "POST" || method == "PUT" || method == "PATCH" {
		c.Body = body("text:3")
	}
	d.call(c)
	methods := "PUT"
	if list, has := d.row["allow-methods"]; has {
		methods = list
	}
	headers := absent
	if list, has := d.row["allow-headers"]; has {
		headers = d.named(list, c.Headers)
	}
	methods = strings.NewReplacer("{method}", c.Method, "{METHOD}", strings.ToUpper(c.Method), "{lower}",
		strings.ToLower(c.Method)).Replace(methods)
	d.serve("a",
		one(204, d.allowing(), d.header("Access-Control-Allow-Methods", methods), d.header("Access-Control-Allow-Headers",
			headers)),
		[]recording.Answer{d.hello(d.allowing())})
}

// named puts the names of headers into a template of a list.
func (d *draft) named(list string, headers []recording.Field) string {
	var names []string
	for _, line := range headers {
		// A line end would end the header of the answer, too.
		if name := strings.ToLower(line[0]); name != "" && !strings.ContainsAny(name, "\r\n\x00") {
			names = append(names, name)
		}
	}
	if names == nil {
		names = []string{"x-none"}
	}
	joined := strings.Join(names, ", ")
	return strings.NewReplacer("{names}", joined, "{NAMES}", strings.ToUpper(joined), "{first}", names[0],
		"{nospace}", strings.Join(names, ","), "{spaces}", strings.Join(names, " ")).Replace(list)
}

func (d *draft) opaque() {
	description := d.value("client")
	name, good := d.resource(kindOf(description))
	c := d.script(description, d.url(d.value("target"), name))
	if isScripted(&c) {
		setCredentials(&c, d.given("credentials"))
	}
	if d.value("set-cookies") == "yes" {
		d.setCookies(d.value("target"))
	}
	d.call(c)
	headers := append(d.allowed(), d.header("Cross-Origin-Resource-Policy", d.value("corp"))...)
	d.serve(name, one(204, headers, d.headers("Access-Control-Allow-Methods: PUT")), []recording.Answer{with(good,
		headers)})
}
