package generator

import "github.com/corsim/corsim/internal/conformance/recording"

var responseFamilies = []family{
	{name: "init", axes: []axis{
		{"mode", []string{absent, "cors", "no-cors", "same-origin", "navigate", "bogus", "websocket", "CORS"}},
		{"credentials", []string{absent, "omit", "same-origin", "include", "bogus"}},
		{"redirect", []string{absent, "follow", "error", "manual", "bogus"}},
		{"cache", []string{absent, "default", "no-store", "reload", "no-cache", "force-cache", "only-if-cached", "bogus"}},
		{"method", []string{absent, "GET", "HEAD", "POST", "PUT", "OPTIONS", "DELETE"}},
		{"body", []string{
			absent, "text:4", "stream:4", "formdata:4", "urlencoded:4", "blob:4", "blob:4:Application/JSON", "arraybuffer:4",
			"text:0", "blob:0:text/plain",
		}},
		{"headers", []string{
			absent, "X-Custom: 1", "Content-Type: application/json", "Authorization: Basic QQ==", "Range: bytes=0-",
			"Accept: text/html", "If-None-Match: x",
		}},
		{"target", []string{crossSite, sameOrigin, sameSite}},
		{"allow-origin", []string{"{origin}", absent, "*"}},
		{"page", []string{httpsPage, httpPage, httpOpaque}},
		{"client", []string{"fetch", "fetch keepalive", "xhr", "xhr upload"}},
	}, build: (*draft).requestInit},
	{name: "status", axes: []axis{
		{"status", []string{
			"200", "201", "202", "203", "204", "205", "206", "208", "226", "299", "300", "304", "400", "401", "403", "404",
			"405", "407", "410", "416", "418", "421",
			"425", "429", "451", "499", "500", "502", "503", "511", "599", "600", "999",
		}},
		{"method", []string{"GET", "HEAD", "POST", "PUT", "DELETE"}},
		{"client", []string{"fetch", "xhr", "fetch mode=no-cors"}},
		{"target", []string{crossSite, sameOrigin}},
		{"body", []string{"body text", ""}},
		{"reason", []string{"", "Very Custom Reason", " ", "caf\u00e9", "OK"}},
		{"allow-origin", []string{"*", absent}},
		{"page", []string{httpPage, httpsPage}},
		{"credentials", []string{"omit", "same-origin", "include"}},
		{"headers", []string{absent, "Range: bytes=0-2"}},
		{"content-range", []string{"bytes 0-8/20", absent, "bytes 5-13/20", "bogus"}},
	}, build: (*draft).status},
	{name: "httpcache", axes: []axis{
		{"caching", []string{
			"Cache-Control: max-age=600", "Cache-Control: no-store", "Cache-Control: no-cache",
			"ETag: \"e1\" && Cache-Control: max-age=0", absent,
			"Cache-Control: private", "Cache-Control: max-age=600, immutable",
			"Last-Modified: Sat, 29 Oct 1994 19:43:31 GMT && Cache-Control: no-cache",
			"Cache-Control: max-age=0", "Cache-Control: max-age=600, must-revalidate", "Pragma: no-cache",
		}},
		{"cache1", []string{absent, "no-store", "reload", "no-cache", "force-cache"}},
		{"cache2", []string{absent, "no-store", "reload", "no-cache", "force-cache", "only-if-cached"}},
		{"mode1", []string{"cors", "no-cors", "same-origin"}},
		{"mode2", []string{"cors", "no-cors", "same-origin"}},
		{"target", []string{sameOrigin, crossSite, sameSite}},
		{"allow", []string{"both", "*", "first", "second", "vary"}},
		{"credentials1", []string{"omit", "include"}},
		{"credentials2", []string{"omit", "include"}},
		{"headers2", []string{absent, "If-None-Match: \"zz\"", "Range: bytes=0-2", "Cache-Control: no-cache"}},
		{"page", []string{httpPage, httpsPage}},
	}, build: (*draft).httpCache},
}

func (d *draft) requestInit() {
	c := d.script(d.value("client"), d.url(d.value("target"), "a"))
	if c.Kind == "fetch" {
		for _, name := range []string{"mode", "redirect", "cache"} {
			if value := d.value(name); value != absent {
				set(&c, name, value)
			}
		}
	}
	setCredentials(&c, d.given("credentials"))
	if content := d.value("body"); content != absent {
		c.Body = body(content)
		if c.Kind == "xhr" && c.Body.Kind == "stream" {
			c.Body.Kind = "text"
		}
	}
	d.call(c)
	allowed := d.header("Access-Control-Allow-Origin", d.value("allow-origin"))
	if d.value("allow-origin") != "*" {
		allowed = append(allowed, recording.Field{"Access-Control-Allow-Credentials", "true"})
	}
	lists := d.headers("Access-Control-Allow-Methods: PUT, DELETE && Access-Control-Allow-Headers: " +
		d.named("{names}, content-type", c.Headers))
	d.serve("a", one(204, d.allowing(), lists), []recording.Answer{d.hello(allowed)})
}

func (d *draft) status() {
	c := d.script(d.value("client"), d.url(d.value("target"), "a"))
	setCredentials(&c, d.given("credentials"))
	d.call(c)
	allowed := d.header("Access-Control-Allow-Origin", d.value("allow-origin"))
	tested := answer(number(d.value("status")), d.headers("Content-Type: text/plain"), allowed)
	tested.Reason = d.value("reason")
	switch tested.Status {
	case 204, 205, 304:
	case 206:
		tested.Headers = append(tested.Headers, d.header("Content-Range", d.value("content-range"))...)
		fallthrough
	default:
		tested.Body = d.value("body")
	}
	d.serve("a", one(204, d.headers("Access-Control-Allow-Origin: * && Access-Control-Allow-Methods: PUT, DELETE")),
		[]recording.Answer{tested})
}

func (d *draft) httpCache() {
	for _, n := range []string{"1", "2"} {
		c := client("fetch mode="+d.value("mode"+n)+" cache="+d.value("cache"+n)+" credentials="+d.value("credentials"+n),
			d.url(d.value("target"), "a"))
		if n == "2" {
			c.Headers = d.headers(d.value("headers2"))
		}
		d.call(c)
	}
	first := d.hello(d.headers(d.value("caching")))
	second := first
	second.Body = "hello again"
	both := d.allowing()
	switch d.value("allow") {
	case "vary":
		both = append(both, recording.Field{"Vary", "Origin"})
	case "*":
		both = d.headers("Access-Control-Allow-Origin: *")
	}
	if d.value("allow") != "second" {
		first = with(first, both)
	}
	if d.value("allow") != "first" {
		second = with(second, both)
	}
	d.serve("a", one(204, d.allowing(), d.headers("Access-Control-Allow-Headers: if-none-match, range, cache-control")),
		[]recording.Answer{first, second})
}
