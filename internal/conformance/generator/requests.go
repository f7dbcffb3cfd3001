package generator

import (
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// referrerPolicies are the policies by name, none first.
var referrerPolicies = []string{
	"", "no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin",
	"strict-origin",
	"strict-origin-when-cross-origin", "unsafe-url", "bogus",
}

var requestFamilies = []family{
	{name: "referrer", axes: []axis{
		{"page-policy", append(referrerPolicies, "no-referrer, origin", "unsafe-url, bogus", "UNSAFE-URL", "origin,",
			"never", "always")},
		{"policy", referrerPolicies},
		{"client", []string{
			"fetch method=POST", "fetch", "fetch mode=no-cors method=POST", "fetch mode=no-cors", "fetch method=PUT",
			"fetch mode=same-origin method=POST", "xhr method=POST", "img", "script", "img crossorigin=anonymous", "style",
			"script type=module",
		}},
		{"target", []string{crossSite, sameOrigin, sameSite, samePort, otherScheme}},
		{"referrer", []string{
			"", "no-referrer", "about:client", "{page}/other/page?y=2", "{page}/other/page?y=2#fragment",
			"http://other.test/x", "/relative", "{page}", "http://[",
		}},
		{"page", []string{httpPage, httpsPage, httpOpaque, httpPlain, localPage}},
		{"hop", []string{absent, "", "no-referrer", "unsafe-url", "origin", "bogus", "elsewhere", "same-origin"}},
	}, build: (*draft).referrer},
	{name: "cookies", axes: []axis{
		{"samesite", []string{
			"; SameSite=None", "", "; SameSite=Lax", "; SameSite=Strict", "; SameSite=Bogus", "; samesite=none", "; SameSite",
		}},
		{"secure", []string{"; Secure", ""}},
		{"target", []string{crossSite, sameOrigin, samePort, sameSite, otherScheme, publicSib, localhost}},
		anyPage,
		{"client", []string{
			"fetch credentials=include", "fetch", "fetch credentials=omit", "fetch mode=no-cors",
			"fetch mode=no-cors credentials=include",
			"fetch mode=no-cors credentials=omit", "xhr", "xhr credentials=include", "img", "img crossorigin=anonymous",
			"img crossorigin=use-credentials", "script", "script crossorigin=use-credentials", "style", "font",
			"script type=module",
			"script type=module crossorigin=use-credentials",
		}},
		{"method", []string{"GET", "POST", "PUT"}},
		{"attribute", []string{
			"", "; HttpOnly", "; Domain={cookiehost}", "; Partitioned", "; Domain=.{cookiehost}", "; Domain=other.test",
		}},
		{"prefix", []string{"", "__Secure-", "__Host-"}},
		{"allow-credentials", []string{"true", absent}},
		{"set-by", []string{absent, "fetch credentials=include", "fetch mode=no-cors credentials=include",
			"fetch credentials=omit", "fetch"}},
	}, build: (*draft).cookies},
	{name: "badport", axes: []axis{
		{"port", []string{
			"6000", "1", "7", "9", "11", "13", "19", "20", "21", "22", "23", "25", "53", "69", "79", "87", "95", "101", "110",
			"135", "137", "139", "143", "161",
			"179", "389", "427", "465", "512", "515", "526", "530", "548", "554", "563", "587", "601", "636", "989", "990",
			"993", "995", "1719", "1720",
			"1723", "2049", "3659", "4045", "4190", "5060", "5061", "6566", "6665", "6666", "6669", "6679", "6697", "10080",
			"0", "8", "6001", "65535", "80000",
		}},
		{"client", []string{
			"fetch", "fetch mode=no-cors", "xhr", "img", "script", "beacon", "fetch mode=same-origin", "style", "font",
		}},
		{"page", []string{httpPage, httpsPage}},
	}, build: func(d *draft) {
		d.call(client(d.value("client"), d.text("{scheme}://api.example:"+d.value("port")+"{dir}/a")))
	}},
	{name: "schemes", axes: []axis{
		{"url", []string{
			"{target}{path}", "data:text/plain;charset=utf-8,hello%20w", "data:text/plain;base64,aGVsbG8=", "data:nocomma",
			"data:text/html,<p>x",
			"data:,abc#fragment", "data:,", "about:blank", "about:config", "file:///etc/hostname", "ftp://api.example{path}",
			"javascript:1",
			"foo://api.example{path}", "ws://{authority}{path}", "mailto:a@b", "chrome://version",
			"view-source:{target}{path}",
			"blob:{page}/8f3e0b4e-0000-4000-8000-000000000000", "{path}", "../s/{id}/{name}",
			"{scheme}://u:p@{authority}{path}", "{scheme}://u@{authority}{path}",
			"{scheme}://@{authority}{path}", "{scheme}://:p@{authority}{path}", "{scheme}://[", "{target}{path}#fragment",
			" \t{target}/s/\n{id}/{name} ",
			"{SCHEME}://API.Example{otherport}{path}", "{scheme}://api.example.{otherport}{path}",
			"{scheme}:\\\\{authority}\\s\\{id}\\{name}",
			"{scheme}://%61pi.example{otherport}{path}", "{scheme}://\uff41pi.example{otherport}{path}", "{target}{path}x y",
			"{target}{path}\u00e9\u4e2d",
			"{target}{path}?\u00e9=\u4e2d", "{target}{path}%zz%41%2e", "{target}{path}|[]{}^`\"<>",
			"{target}{path}?a='\"<>`{}|", "{scheme}://2130706433{otherport}{path}",
			"{scheme}://0x7f.1{otherport}{path}", "{scheme}:{authority}{path}", "{target}/x/../s/./{id}/y/%2e%2e/{name}",
			"{scheme}://api.example:{path}",
			"{scheme}://a b{path}", "{scheme}:///", "{scheme}://{authority}/{path}", "//{authority}{path}", "?q",
			"http:{path}", "{target}", "{target}?{path}", "urn:x",
		}},
		{"client", []string{
			"fetch", "fetch mode=no-cors", "fetch mode=same-origin", "xhr", "img crossorigin=anonymous", "img", "script",
			"beacon", "style", "fetch redirect=manual",
		}},
		{"method", []string{"GET", "POST", "PUT", "HEAD"}},
		{"page", []string{httpPage, httpsPage, httpOpaque}},
	}, build: (*draft).schemes},
	{name: "mixed", axes: []axis{
		{"target", []string{plainCross, otherScheme, plainLocal, plainLoop, secureCross, localhost, loopback, defaultPort}},
		{"client", []string{
			"fetch", "fetch mode=no-cors", "xhr", "img", "img crossorigin=anonymous", "script", "style", "font",
			"beacon body=text:3", "script type=module",
			"fetch mode=same-origin",
		}},
		{"page", []string{httpsPage, httpPage, localPage, httpsOpaque, httpOpaque, httpsPlain}},
		{"hop", []string{absent, sameOrigin, secureCross}},
		{"method", []string{"GET", "PUT"}},
	}, build: func(d *draft) {
		description := d.value("client")
		name, good := d.resource(kindOf(description))
		url := d.url(d.value("target"), name)
		any := d.headers("Access-Control-Allow-Origin: * && Access-Control-Allow-Methods: *")
		if hop := d.value("hop"); hop != absent {
			d.serve("hop", one(204, any), one(307, any, []recording.Field{{"Location", url}}))
			url = d.url(hop, "hop")
		}
		d.call(d.script(description, url))
		d.serve(name, one(204, any), []recording.Answer{with(good, any)})
	}},
	{name: "beacon", axes: []axis{
		{"client", []string{
			"beacon", "fetch keepalive", "fetch keepalive mode=no-cors", "fetch keepalive credentials=include",
		}},
		{"body", []string{
			"text:4", absent, "blob:4:application/json", "blob:4:text/plain;charset=UTF-8", "blob:4",
			"blob:4:text/plain; x=\"(\"", "formdata:4",
			"urlencoded:4", "arraybuffer:4", "text:65536", "text:65537", "text:0", "blob:65537", "blob:4:multipart/form-data",
		}},
		{"target", []string{crossSite, sameOrigin, sameSite}},
		{"allow", []string{"named", absent, "*", "origin"}},
		{"set-cookies", []string{"yes", absent}},
		{"page", []string{httpsPage, httpPage, httpOpaque, httpsOpaque}},
		{"method", []string{"POST", "PUT"}},
		{"hop", []string{absent, thirdSite}},
	}, build: (*draft).beacon},
}

func (d *draft) referrer() {
	d.Page.ReferrerPolicy = d.value("page-policy")
	description := d.value("client")
	name, good := d.resource(kindOf(description))
	c := d.script(description, d.url(d.value("target"), "a-"+name))
	if c.Kind == "fetch" {
		c.Referrer = d.given("referrer")
	}
	if c.Kind != "xhr" {
		c.ReferrerPolicy = d.value("policy")
	}
	d.call(c)
	any := d.headers("Access-Control-Allow-Origin: * && Access-Control-Allow-Methods: PUT")
	good = with(good, any)
	preflight := one(204, any)
	hop := d.value("hop")
	if hop == absent {
		d.serve("a-"+name, preflight, []recording.Answer{good})
		return
	}
	location := []recording.Field{{"Location", "/s/" + d.ID + "/z-" + name}}
	switch hop {
	case "":
	case "elsewhere":
		location[0][1] = d.url(thirdSite, "z-"+name)
	default:
		location = append(location, recording.Field{"Referrer-Policy", hop})
	}
	d.serve("a-"+name, preflight, one(307, any, location))
	d.serve("z-"+name, preflight, []recording.Answer{good})
}

func (d *draft) cookies() {
	target := d.text(d.value("target"))
	_, authority, _ := strings.Cut(target, "://")
	host, _, _ := strings.Cut(authority, ":")
	attribute := strings.ReplaceAll(d.value("attribute"), "{cookiehost}", strings.TrimPrefix(host, "sub."))
	// Other scenarios must not see the cookie. With this path one with the prefix __Host- is none.
	cookie := d.value("prefix") + "c" + key(d.ID) + "=v; Path=/s/" + d.ID +
		d.value("samesite") + d.value("secure") + attribute
	headers := append(d.headers("Access-Control-Allow-Origin: {origin} && Access-Control-Allow-Methods: PUT"),
		d.header("Access-Control-Allow-Credentials", d.value("allow-credentials"))...)
	preflight := one(204, headers)
	if setBy := d.value("set-by"); setBy == absent {
		d.Cookies = append(d.Cookies, recording.Cookie{Origin: target, SetCookie: cookie})
	} else {
		d.call(client(setBy, d.url(target, "set")))
		d.serve("set", preflight, []recording.Answer{d.hello(headers, []recording.Field{{"Set-Cookie",
			cookie + "; Max-Age=300"}})})
	}
	description := d.value("client")
	name, good := d.resource(kindOf(description))
	d.call(d.script(description, d.url(target, name)))
	d.serve(name, preflight, []recording.Answer{with(good, headers)})
}

func (d *draft) schemes() {
	description := d.value("client")
	name, good := d.resource(kindOf(description))
	target := d.text(crossSite)
	url := strings.NewReplacer("{target}", target, "{authority}", strings.TrimPrefix(target, d.text("{scheme}://")),
		"{path}", "/s/"+d.ID+"/"+name, "{name}", name, "{dir}", "/s/"+d.ID).Replace(d.value("url"))
	d.call(d.script(description, d.text(url)))
	any := d.headers("Access-Control-Allow-Origin: * && Access-Control-Allow-Methods: *")
	d.serve(name, one(204, any), []recording.Answer{with(good, any)})
}

func (d *draft) beacon() {
	target := d.value("target")
	c := client(d.value("client"), d.url(target, "a"))
	if c.Kind == "fetch" {
		c.Method = d.value("method")
	}
	if content := d.value("body"); content != absent {
		c.Body = body(content)
	}
	if d.value("set-cookies") == "yes" {
		d.setCookies(target)
	}
	d.call(c)
	headers := map[string][]recording.Field{
		"named": append(d.allowing(),
			d.headers("Access-Control-Allow-Headers: content-type && Access-Control-Allow-Methods: PUT")...),
		"*": d.headers("Access-Control-Allow-Origin: * && " +
			"Access-Control-Allow-Headers: * && Access-Control-Allow-Methods: *"),
		"origin": d.allowing(),
	}[d.value("allow")]
	good := []recording.Answer{d.hello(headers)}
	if hop := d.value("hop"); hop != absent {
		d.serve("a", one(204, headers), one(307, headers, []recording.Field{{"Location", d.url(hop, "z")}}))
		d.serve("z", one(204, headers), good)
		return
	}
	d.serve("a", one(204, headers), good)
}
