package generator

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// number is the number that a value of an axis stands for.
func number(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil {
		panic(err)
	}
	return n
}

// maxAges are values of Access-Control-Max-Age.
var maxAges = axis{"max-age", []string{
	"600", absent, "0", "-1", "1", "5", "7201", "86400", "999999999999", "99999999999999999999999", "abc", "5abc", "5.9",
	" 600 ", "+10",
	"600, 0", "0, 600", "600 && 600", "600 && 0", "0 && 600", "", "0x10", "\"600\"", "00600", "1e3", "600;", "6 00",
	"\u00a0600",
}}

var preflightFamilies = []family{
	{name: "methods", axes: []axis{
		{"method", []string{
			"PUT", "GET", "HEAD", "POST", "DELETE", "PATCH", "patch", "OPTIONS", "CUSTOM", "get", "post", "put", "delete",
			"options",
			"head", "Post", "CONNECT", "TRACE", "TRACK", "connect", "Trace", "GE T", "foo", "QUERY", "PRI", "*", "M-SEARCH",
			"F\u00d6O",
			"PUT ", "G\tT", "PROPFIND", "Patch", "PURGE", "(GET)", "get,put",
		}},
		{"allow-methods", []string{
			"{method}", absent, "*", "{lower}", "{METHOD}", "GET, POST, {method}", "LINK,{method},UNLINK", "   {method}   ",
			"LINK\t,\t{method}\t", "LINK,, ,{method}", ",{method},", "LINK {method}", "{method};", "\"{method}\"",
			"LINK && {method}",
			"LINK UNLINK && {method}", "", "*, LINK", "LINK, *", "{method}, (x)", "{method}, \u00e9", "LINK", "GET",
			"{method}, a/b",
			"{method}, {method}", "* && {method}", "'*'", "**", "{method}\u00a0",
		}},
		{"api", []string{"fetch", "xhr", "fetch mode=same-origin", "fetch mode=no-cors"}},
		credentials, {"target", []string{crossSite, sameOrigin, sameSite}},
		{"page", []string{httpPage, httpsPage, httpOpaque}},
	}, build: (*draft).listAllowed},
	{name: "acah", axes: []axis{
		{"allow-headers", []string{
			"{names}", absent, "*", "{NAMES}", "{nospace}", "\t{names}\t", "x-z && {names}", "{names} && x y", "{names},",
			",{names}",
			"{names} , ,x-z", "{first}", "x-z, {names}, x-y, content-type", "{spaces}", "x-z {names}", "{names}, bad name",
			"\"{names}\"",
			"", "*, Authorization", "authorization", "*;", "{names}, \u00e9", "{names}, x:y", "{names}, (x)", "* && x-z",
			"x-z",
			"{names}, {names}", "*, *", "{names};", "{names}\u00a0", "null",
		}},
		{"headers", []string{
			"X-Custom: 1", "X-Custom: 1 && X-Abc: 2", "Authorization: Bearer t && X-Custom: 1", "Authorization: Bearer t",
			"X-B: 1 && X-A: 2 && X-C-1: 3 && X-C: 4", "Content-Type: application/json",
			"X-1: 1 && X-2: 1 && X-10: 1 && x-9: 1 && A-1: 1",
			"X-CUSTOM-UPPER: 1", "x!#$%&'*+-.^_`|~9: 1", "Range: bytes=0-10,20-30", "Accept: text/html\"x",
			"Cache-Control: no-cache",
			"X-Custom: 1 && x-custom: 2",
		}},
		credentials, apis,
		{"method", []string{"GET", "PUT", "POST"}},
		{"target", []string{crossSite, sameSite}},
		{"page", []string{httpPage, httpsPage, httpsOpaque}},
	}, build: (*draft).listAllowed},
	{name: "pfstatus", axes: []axis{
		{"status", []string{
			"204", "200", "201", "202", "203", "205", "206", "226", "299", "300", "301", "302", "303", "304", "307", "308",
			"400", "401",
			"403", "404", "405", "418", "429", "500", "501", "503", "599",
		}},
		{"location", []string{absent, "{dir}/b", thirdSite + "{dir}/b", crossSite + "{dir}/a"}},
		apis, {"method", []string{"PUT", "GET", "DELETE"}}, credentials,
		{"allow-origin", []string{"{origin}", absent, "*"}},
		{"allow-credentials", []string{"true", absent}},
		{"page", []string{httpPage, httpsPage, httpOpaque}},
		{"redirect", []string{"follow", "error", "manual"}},
		{"body", []string{"", "preflight"}},
	}, build: (*draft).preflightStatus},
	{name: "pfcache", axes: []axis{
		maxAges,
		{"second", []string{
			"same", "method=PATCH", "method=LINK", "header=X-Other", "header=X-Notallowed", "upper", "flip", "query",
			"fragment", "path",
			"xhr", "body", "simple", "header=Authorization", "fewer", "no-cors", "method=POST", "other host",
			"credentials=same-origin",
		}},
		{"third", []string{absent, "first", "second"}},
		{"first", []string{
			"method=PUT X-Custom: 1 && X-Abc: 2", "method=PUT " + absent, "method=GET X-Custom: 1", "method=DELETE " + absent,
			"method=CUSTOM " + absent, "method=POST Content-Type: application/json",
		}},
		{"credentials", []string{"omit", "include", "same-origin"}},
		{"lists", []string{"", "*", "*, "}},
		{"failure", []string{absent, "actual", "preflight", "preflight status"}},
		{"delay", []string{"0", "1500", "5700"}},
		{"target", []string{crossSite, sameSite, samePort}},
		{"page", []string{httpPage, httpsPage, httpOpaque}},
	}, build: (*draft).preflightCache},
	{name: "maxage", axes: []axis{
		maxAges,
		{"delay", []string{"5700", "0", "1500"}},
		{"page", []string{httpPage, httpsPage}},
		{"second", []string{"same", "header=X-Other", "method=PATCH"}},
	}, build: func(d *draft) {
		d.row["third"], d.row["first"], d.row["credentials"] = absent, "method=PUT X-Custom: 1 && X-Abc: 2", "omit"
		d.row["lists"], d.row["failure"], d.row["target"] = "", absent, crossSite
		d.preflightCache()
	}},
}

func (d *draft) preflightStatus() {
	c := d.script(d.value("api")+" redirect="+d.value("redirect"), d.url(crossSite, "a"))
	setCredentials(&c, d.given("credentials"))
	if d.value("method") == "GET" {
		c.Headers = d.headers("X-Custom: 1")
	}
	d.call(c)
	lists := d.headers("Access-Control-Allow-Methods: PUT, DELETE && Access-Control-Allow-Headers: x-custom")
	tested := answer(number(d.value("status")), d.allowed(), lists, d.header("Location", d.value("location")))
	if tested.Status != 205 { // which has no body
		tested.Body = d.value("body")
	}
	good := answer(204, d.allowing(), lists)
	actual := []recording.Answer{d.hello(d.allowing())}
	d.serve("a", []recording.Answer{tested, good}, actual)
	d.serve("b", []recording.Answer{good}, actual)
}

func (d *draft) preflightCache() {
	method, headers, _ := strings.Cut(d.value("first"), " ")
	first := client("fetch "+method+" credentials="+d.value("credentials"), d.url(d.value("target"), "a"))
	first.Headers = d.headers(headers)
	if first.Method == "POST" {
		first.Body = body("text:4")
	}
	second := first
	second.Headers = append([]recording.Field{}, first.Headers...)
	d.vary(&second, d.value("second"))
	third := second
	second.DelayMS = number(d.value("delay"))
	d.call(first)
	d.call(second)
	switch d.value("third") {
	case "first":
		d.call(first)
	case "second":
		d.call(third)
	}
	methods, allowed := "PUT, DELETE, PATCH, CUSTOM", "x-custom, x-abc, x-other, content-type, authorization"
	switch lists := d.value("lists"); lists {
	case "*":
		methods, allowed = lists, lists
	default:
		methods, allowed = lists+methods, lists+allowed
	}
	cached := append(d.header("Access-Control-Max-Age", d.value("max-age")),
		d.headers("Access-Control-Allow-Methods: "+methods+lineEnd+"Access-Control-Allow-Headers: "+allowed)...)
	good := answer(204, d.allowing(), cached)
	preflight := []recording.Answer{good}
	actual := []recording.Answer{d.hello(d.allowing(), d.headers("Cache-Control: no-store"))}
	switch d.value("failure") {
	case "actual":
		actual = append([]recording.Answer{d.hello(d.headers("Cache-Control: no-store"))}, actual...)
	case "preflight":
		preflight = append(one(204, cached), preflight...)
	case "preflight status":
		preflight = append(one(403, d.allowing(), cached), preflight...)
	}
	d.serve("a", preflight, actual)
	d.serve("b", []recording.Answer{good}, actual)
}

// vary makes another call of one that has been made: the cache may or may not know it.
func (d *draft) vary(c *recording.Call, how string) {
	name, value, _ := strings.Cut(how, "=")
	switch name {
	case "method":
		c.Method = value
	case "header":
		c.Headers = append(c.Headers, recording.Field{value, "1"})
	case "credentials":
		c.Credentials = value
	case "upper":
		for i := range c.Headers {
			c.Headers[i][0] = strings.ToUpper(c.Headers[i][0])
		}
	case "flip":
		c.Credentials = map[string]string{"include": "omit"}[c.Credentials]
		if c.Credentials == "" {
			c.Credentials = "include"
		}
	case "query":
		c.URL += "?x=1"
	case "fragment":
		c.URL += "#x"
	case "path":
		c.URL = d.url(d.value("target"), "b")
	case "other host":
		c.URL = d.url(thirdSite, "a")
	case "xhr":
		c.Kind, c.WithCredentials, c.Credentials = "xhr", c.Credentials == "include", ""
	case "body":
		c.Body = body("text:9")
		if c.Method == "GET" {
			c.Body = nil
		}
	case "simple":
		c.Method, c.Headers, c.Body = "", nil, nil
	case "no-cors":
		c.Method, c.Headers, c.Body, c.Mode = "", nil, nil, "no-cors"
	case "fewer":
		c.Headers = c.Headers[:len(c.Headers)/2]
	}
}
