package generator

import (
	"fmt"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

var redirectFamilies = []family{
	{name: "redirect", axes: []axis{
		{"chain", []string{
			sameOrigin + " " + crossSite, sameOrigin + " " + sameOrigin, crossSite + " " + thirdSite,
			crossSite + " " + crossSite,
			crossSite + " " + sameOrigin, sameOrigin + " " + crossSite + " " + sameOrigin, sameOrigin + " " + sameSite,
			sameSite + " " + sameOrigin, crossSite + " " + thirdSite + " " + crossSite,
			crossSite + " " + thirdSite + " " + thirdSite,
			crossSite + " " + thirdSite + " " + sameOrigin, sameOrigin + " " + sameOrigin + " " + crossSite,
			crossSite + " " + secureCross, samePort + " " + crossSite, sameOrigin + " " + samePort + " " + sameOrigin,
		}},
		{"status", []string{"302", "301", "303", "307", "308", "300", "304", "305", "306"}},
		{"method", []string{"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "CUSTOM", "PATCH"}},
		{"headers", []string{absent, "X-Custom: 1", "Authorization: Bearer t && X-Custom: 1",
			"Content-Type: application/json && Content-Language: en"}},
		{"body", []string{absent, "text:6", "text:0", "urlencoded:4", "blob:4:text/plain", "stream:6"}},
		{"redirect", []string{"follow", "error", "manual"}},
		{"credentials", []string{"omit", "include", "same-origin"}},
		{"mode", []string{"cors", "no-cors", "same-origin"}},
		{"hop", []string{"good", "{origin}", "*", absent, "null"}},
		{"final", []string{"good", "{origin}", "null", "*", absent, "{origin} && null"}},
		{"allow-credentials", []string{"true", absent}},
		{"second-preflight", []string{"final", absent, "null"}},
		{"client", []string{"fetch", "xhr", "img", "script", "style"}},
		{"page", []string{httpPage, httpsPage, httpOpaque, httpsOpaque}},
		{"location", []string{"absolute", "relative"}},
	}, build: (*draft).chain},
	{name: "location", axes: []axis{
		{"location", []string{
			"{next}", "{nextscheme}://u:p@{nexthost}{nextpath}", "{nextscheme}://u@{nexthost}{nextpath}",
			"{nextscheme}://@{nexthost}{nextpath}",
			"{nextscheme}://:p@{nexthost}{nextpath}", "{next}#fragment", "{next}#", "z", "./z", "{dir}/z", "?again=1", "#only",
			"//{nexthost}{nextpath}", "", absent,
			"{next} && {next}?y", "{next} && {next}", "data:text/plain,hi", "ftp://api.example{nextpath}", "about:blank",
			"javascript:1",
			"file:///etc/hostname", "ws://{nexthost}{nextpath}", "mailto:a@b",
			"blob:{page}/8f3e0b4e-0000-4000-8000-000000000000",
			"{nextscheme}://api.example:6000{nextpath}", "{nextscheme}://[{nextpath}", "{nextscheme}://",
			"{NEXTSCHEME}://{nexthost}{nextpath}",
			"{next}?\u00e9", "{next}?\u00c3\u00a9", "{next}?%zz%41", "{next}?a b", "\t{next}\t",
			"{nextscheme}:\\\\{nexthost}{nextpath}",
			"{nextscheme}:{nexthost}{nextpath}", "{nextscheme}:///{nexthost}{nextpath}", "/s//{id}/z", "{next}?a=\"<>'",
			"{dir}/a",
		}},
		{"hops", []string{"1", "20", "21", "2"}},
		{"target", []string{crossSite, sameOrigin}},
		{"next", []string{thirdSite, crossSite, sameOrigin}},
		{"client", []string{
			"fetch", "fetch mode=no-cors", "fetch mode=same-origin", "xhr", "img crossorigin=anonymous", "img",
		}},
		{"redirect", []string{"follow", "manual", "error"}},
		{"headers", []string{absent, "X-Custom: 1"}},
		{"fragment", []string{"", "#fragment"}},
		{"credentials", []string{"omit", "include"}},
		{"page", []string{httpPage, httpsPage}},
	}, build: (*draft).location},
	{name: "sites", axes: []axis{
		{"target", []string{
			crossSite, sameOrigin, samePort, sameSite, otherScheme, publicSib, localhost, loopback, defaultPort, thirdSite,
			secureCross,
		}},
		anyPage,
		{"client", []string{
			"fetch", "fetch mode=no-cors", "fetch credentials=include", "xhr", "img", "img crossorigin=anonymous", "script",
			"script type=module",
			"style", "font", "beacon body=text:2",
		}},
		{"method", []string{"GET", "POST", "PUT"}},
		{"hop", []string{absent, sameOrigin, thirdSite, "{target}"}},
	}, build: (*draft).sites},
}

// chain is a chain of redirects over origins.
func (d *draft) chain() {
	origins := strings.Fields(d.value("chain"))
	description := d.value("client")
	name, final := d.resource(kindOf(description))
	c := d.script(description, d.url(origins[0], "0-"+name))
	setCredentials(&c, d.given("credentials"))
	if c.Kind == "fetch" {
		c.Mode, c.Redirect = d.value("mode"), d.value("redirect")
	}
	if isScripted(&c) && d.value("body") != absent && c.Method != "GET" && c.Method != "HEAD" {
		c.Body = body(d.value("body"))
		if c.Kind == "xhr" && c.Body.Kind == "stream" {
			c.Body.Kind = "arraybuffer"
		}
	}
	d.call(c)
	lists := d.headers("Access-Control-Allow-Methods: PUT, DELETE, CUSTOM, OPTIONS, PATCH && " +
		"Access-Control-Allow-Headers: x-custom, authorization, content-type")
	for i, origin := range origins {
		if d.value("credentials") == "include" && !strings.Contains(strings.Join(origins[:i], " "), origin) {
			d.setCookies(origin)
		}
		hop := fmt.Sprintf("%d-%s", i, name)
		if i == len(origins)-1 {
			headers := d.allowedAfter(d.value("final"), origins)
			d.serve(hop, d.preflightOf(i, headers, lists), []recording.Answer{with(final, headers)})
			return
		}
		headers := d.allowedAfter(d.value("hop"), origins[:i+1])
		next := fmt.Sprintf("/s/%s/%d-%s", d.ID, i+1, name)
		if d.value("location") == "absolute" || origins[i+1] != origin {
			next = d.text(origins[i+1]) + next
		}
		d.serve(hop, d.preflightOf(i, headers, lists), one(number(d.value("status")), headers,
			[]recording.Field{{"Location", next}}))
	}
}

// preflightOf is the answer to a CORS-preflight request to the i-th address of a chain.
func (d *draft) preflightOf(i int, headers, lists []recording.Field) []recording.Answer {
	if i == 0 {
		return one(204, d.allowing(), lists)
	}
	switch d.value("second-preflight") {
	case absent:
		return nil
	case "null":
		return one(204, d.headers("Access-Control-Allow-Origin: null && Access-Control-Allow-Credentials: true"), lists)
	}
	return one(204, headers, lists)
}

// allowedAfter are the headers that allow an origin after some hops; the good one is that which Origin has by then.
func (d *draft) allowedAfter(origin string, hops []string) []recording.Field {
	if origin == "good" {
		origin = "{origin}"
		for i := range hops[1:] {
			if hops[i] != sameOrigin && hops[i+1] != hops[i] {
				origin = "null"
			}
		}
	}
	return append(d.header("Access-Control-Allow-Origin", origin),
		d.header("Access-Control-Allow-Credentials", d.value("allow-credentials"))...)
}

func (d *draft) location() {
	description := d.value("client")
	_, final := d.resource(kindOf(description))
	target, next := d.value("target"), d.value("next")
	c := d.script(description, d.url(target, "a")+d.value("fragment"))
	if isScripted(&c) {
		setCredentials(&c, d.given("credentials"))
	}
	if c.Kind == "fetch" {
		c.Redirect = d.value("redirect")
	}
	d.call(c)
	scheme, host, _ := strings.Cut(d.text(next), "://")
	location := strings.NewReplacer("{next}", d.url(next, "z"), "{nextscheme}", scheme, "{NEXTSCHEME}",
		strings.ToUpper(scheme),
		"{nexthost}", host, "{nextpath}", "/s/"+d.ID+"/z").Replace(d.value("location"))
	allow := d.allowing()
	if c.Kind == "img" {
		allow = d.headers("Access-Control-Allow-Origin: *")
	}
	after := allow
	if target != sameOrigin && next != target && c.Kind != "img" && strings.Contains(location, "://") {
		after = d.headers("Access-Control-Allow-Origin: null && Access-Control-Allow-Credentials: true")
	}
	lists := d.headers("Access-Control-Allow-Headers: x-custom")
	hops := number(d.value("hops"))
	for i := range hops {
		name, to := fmt.Sprintf("h%d", i), d.header("Location", fmt.Sprintf("/s/%s/h%d", d.ID, i+1))
		if i == 0 {
			name = "a"
		}
		if i == hops-1 {
			to = d.header("Location", location)
		}
		hop := answer(302, d.headers("Content-Type: text/plain"), allow, to)
		hop.Body = "redirect"
		d.serve(name, one(204, allow, lists), []recording.Answer{hop})
	}
	d.serve("z", one(204, after, lists), []recording.Answer{with(final, after)})
}

func (d *draft) sites() {
	description := d.value("client")
	name, good := d.resource(kindOf(description))
	d.call(d.script(description, d.url(d.value("target"), "a-"+name)))
	headers := append(d.allowing(), d.headers("Access-Control-Allow-Methods: PUT")...)
	hop := d.value("hop")
	if hop == absent {
		d.serve("a-"+name, one(204, headers), []recording.Answer{with(good, headers)})
		return
	}
	if hop == "{target}" {
		hop = d.value("target")
	}
	d.serve("a-"+name, one(204, headers), one(307, headers, []recording.Field{{"Location", d.url(hop, "z-"+name)}}))
	if target := d.value("target"); target != sameOrigin && hop != target {
		headers = append(d.headers("Access-Control-Allow-Origin: null && Access-Control-Allow-Credentials: true"),
			d.headers("Access-Control-Allow-Methods: PUT")...)
	}
	d.serve("z-"+name, one(204, headers), []recording.Answer{with(good, headers)})
}
