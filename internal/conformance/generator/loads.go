package generator

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

var loadFamilies = []family{
	{name: "corp", axes: []axis{
		{"corp", []string{
			absent, "same-origin", "same-site", "cross-origin", "Same-Origin", "same-origin, same-origin", "  same-origin  ",
			"same-origin && same-origin", "same-origin && cross-origin", "same-site && ", "bogus", "", "CROSS-ORIGIN",
			"same-origin; x=y",
			"same-origin,", "\"same-origin\"", "same-site\u00a0", "none",
		}},
		{"target", []string{crossSite, sameOrigin, samePort, sameSite, publicSib, plainLocal, defaultPort}},
		{"coep", []string{
			"", "require-corp", "credentialless", "unsafe-none", "require-corp; report-to=\"x\"", "REQUIRE-CORP",
			"require-corp, require-corp",
			" credentialless ", "\"require-corp\"", "require-corp;x",
		}},
		{"client", []string{
			"fetch mode=no-cors", "img", "script", "style", "fetch", "img crossorigin=anonymous",
			"script crossorigin=anonymous", "font", "xhr",
			"fetch mode=no-cors credentials=include", "script type=module", "fetch mode=no-cors credentials=omit",
			"fetch mode=same-origin",
		}},
		{"page", []string{httpsPage, httpPage, githubPage, httpsOpaque, localPage, httpsPlain}},
		{"hop", []string{absent, "with", "without"}},
		{"set-cookies", []string{absent, "yes"}},
		{"allow-origin", []string{absent, "*", "{origin}"}},
	}, build: (*draft).resourcePolicy},
	{name: "orb", axes: []axis{
		{"client", []string{
			"img", "script", "fetch mode=no-cors", "style", "script type=module", "script crossorigin=anonymous",
			"img crossorigin=anonymous",
			"style crossorigin=anonymous", "fetch", "font",
		}},
		{"type", []string{
			"{good}", absent, "text/html", "application/json", "text/plain", "text/javascript", "application/javascript",
			"application/ecmascript",
			"image/png", "image/svg+xml", "image/gif", "image/bogus", "text/css", "application/octet-stream",
			"application/xml", "text/xml",
			"text/json", "application/ld+json", "application/pdf", "", "foo", "audio/mpeg", "video/mp4", "text/csv",
			"application/zip",
			"text/event-stream", "text/html && {good}", "{good} && text/html", "text/html; charset=utf-8", "TEXT/CSS",
			"application/gzip",
			"application/dash+xml", "multipart/byteranges", "application/x-protobuf", "font/woff2", "text/livescript",
			"text/x-javascript",
			"application/wasm", "text/vbscript", "application/x-gzip", "unknown/unknown", "*/*", "application/signed-exchange",
			"text/vtt",
		}},
		{"nosniff", []string{absent, "nosniff", "NoSniff", "nosniff, foo", "foo, nosniff", "no-sniff", "nosniff && nosniff",
			"\"nosniff\"", ",nosniff", " nosniff ", "nosniff;", ""}},
		{"body", []string{
			"{good}", "<html><head></head><body>x</body></html>", "{\"a\": 1, \"b\": [2]}", ")]}',\n{\"a\":1}", "",
			"<?xml version=\"1.0\"?><a/>",
			"var zzz = 1;", "  <!DOCTYPE html><p>", "<!-- c --><html>", "plain words only here", "%PDF-1.4 x",
			"[1, 2, {\"a\": 3}]", "for(;;);{}",
			"{}", "GIF89a", "\u0089PNG", "\u00ef\u00bb\u00bf<script>",
		}},
		{"target", []string{crossSite, sameOrigin, sameSite}},
		{"status", []string{"200", "404", "206", "204", "500", "304", "203"}},
		{"page", []string{httpPage, httpsPage}},
		{"corp", []string{absent, "cross-origin"}},
	}, build: (*draft).opaqueBlocking},
	{name: "elements", axes: []axis{
		{"client", []string{"img", "script", "style", "script type=module", "font"}},
		{"crossorigin", []string{
			"anonymous", absent, "use-credentials", "", "bogus", "USE-CREDENTIALS", "Anonymous", " anonymous",
		}},
		{"allow-origin", []string{"{origin}", "*", absent, "{scheme}://{host}:9", "null", "{origin} && {origin}", ""}},
		{"allow-credentials", []string{"true", absent, "TRUE"}},
		{"target", []string{crossSite, sameOrigin, sameSite, samePort}},
		{"page", []string{httpsPage, httpPage, httpsOpaque}},
		{"set-cookies", []string{"yes", absent}},
		{"hop", []string{absent, thirdSite, "", "without"}},
		{"status", []string{"200", "404", "500", "203"}},
		{"throws", []string{absent, "; throw new Error('x')"}},
	}, build: (*draft).elements},
	{name: "integrity", axes: []axis{
		{"integrity", []string{
			"{256}", "{384}", "{512}", "{bad}", "{bad} {256}", "{256} {bad}", "{256} {bad384}", "{bad} {384}", "sha256",
			"foo-{hash}", " ", "{256}?foo=bar",
			"md5-1B2M2Y8AsgTpgAmY7PhCfg==", "SHA256-{hash}", "{urlsafe}", "{nopadding}", "\n  {256}\t{bad} ", "sha256-",
			"sha256-{hash}x", "{512} {bad}",
			"{bad}?x", "sha256-!!!", "{256},{bad}",
		}},
		{"client", []string{
			"fetch", "fetch mode=no-cors", "script crossorigin=anonymous", "script", "style crossorigin=anonymous", "style",
			"script type=module",
			"fetch mode=same-origin",
		}},
		{"target", []string{crossSite, sameOrigin, sameSite}},
		{"allow-origin", []string{"*", absent, "{origin}"}},
		{"page", []string{httpPage, httpsPage, httpOpaque}},
		{"hop", []string{absent, "yes"}},
		{"method", []string{"GET", "POST", "HEAD"}},
	}, build: (*draft).integrity},
}

// optional is an origin that is allowed, or the one that a request with CORS needs.
func (d *draft) optional(c *recording.Call) []recording.Field {
	origin := d.value("allow-origin")
	cors := c.Kind == "xhr" || c.Kind == "font" || c.ElementType == "module" || c.CrossOrigin != nil ||
		c.Kind == "fetch" && c.Mode == ""
	if origin == absent && cors {
		origin = "*"
	}
	return d.header("Access-Control-Allow-Origin", origin)
}

func (d *draft) resourcePolicy() {
	d.Page.COEP = d.value("coep")
	description := d.value("client")
	name, good := d.resource(kindOf(description))
	target := d.value("target")
	c := d.script(description, d.url(target, "a-"+name))
	if d.value("set-cookies") == "yes" {
		d.setCookies(target)
	}
	d.call(c)
	const corp = "Cross-Origin-Resource-Policy"
	tested := append(d.header(corp, d.value("corp")), d.optional(&c)...)
	any := d.headers("Access-Control-Allow-Origin: *")
	location := []recording.Field{{"Location", d.url(sameOrigin, "z-"+name)}}
	switch d.value("hop") {
	case absent:
		d.serve("a-"+name, nil, []recording.Answer{with(good, tested)})
	case "with":
		d.serve("a-"+name, nil, one(302, location, d.header(corp, d.value("corp")), any))
		d.serve("z-"+name, nil, []recording.Answer{with(good, any, d.headers(corp+": cross-origin"))})
	case "without":
		d.serve("a-"+name, nil, one(302, location, any))
		d.serve("z-"+name, nil, []recording.Answer{with(good, d.header(corp, d.value("corp")), any)})
	}
}

func (d *draft) opaqueBlocking() {
	description := d.value("client")
	name, a := d.resource(kindOf(description))
	c := d.script(description, d.url(d.value("target"), name))
	d.call(c)
	types := d.value("type")
	if types != absent {
		types = strings.ReplaceAll(types, "{good}", a.Headers[0][1])
	}
	a.Headers = append(d.header("Content-Type", types), d.header("X-Content-Type-Options", d.value("nosniff"))...)
	a.Headers = append(a.Headers, d.header("Cross-Origin-Resource-Policy", d.value("corp"))...)
	if description != "img" && description != "script" && description != "style" && description != "fetch mode=no-cors" {
		a.Headers = append(a.Headers, recording.Field{"Access-Control-Allow-Origin", "*"})
	}
	if body := d.value("body"); body != "{good}" {
		a.Body, a.Fixture = body, ""
	}
	switch a.Status = number(d.value("status")); a.Status {
	case 204, 304:
		a.Body, a.Fixture = "", ""
	case 206:
		length := max(len(a.Body), 1)
		a.Headers = append(a.Headers, recording.Field{"Content-Range", fmt.Sprintf("bytes 0-%d/%d", length-1, length)})
	}
	d.serve(name, nil, []recording.Answer{a})
}

func (d *draft) elements() {
	description := d.value("client")
	name, good := d.resource(kindOf(description))
	target := d.value("target")
	c := client(description, d.url(target, "a-"+name))
	if attribute := d.value("crossorigin"); attribute != absent && c.Kind != "font" {
		c.CrossOrigin = &attribute
	}
	if d.value("set-cookies") == "yes" {
		d.setCookies(target)
	}
	d.call(c)
	good.Status = number(d.value("status"))
	if c.Kind == "script" && d.value("throws") != absent {
		good.Body += d.value("throws")
	}
	allowed := d.allowed()
	good = with(good, allowed)
	switch hop := d.value("hop"); hop {
	case absent:
		d.serve("a-"+name, nil, []recording.Answer{good})
		return
	case "without":
		d.serve("a-"+name, nil, one(302, []recording.Field{{"Location", "/s/" + d.ID + "/z-" + name}}))
	default:
		d.serve("a-"+name, nil, one(302, allowed, []recording.Field{{"Location", d.url(hop, "z-"+name)}}))
	}
	d.serve("z-"+name, nil, []recording.Answer{good})
}

func (d *draft) integrity() {
	description := d.value("client")
	name, good := d.resource(kindOf(description))
	first := name
	if d.value("hop") != absent {
		first = "hop"
	}
	c := d.script(description, d.url(d.value("target"), first))
	c.Integrity = metadata(d.value("integrity"), good.Body)
	d.call(c)
	allowed := d.header("Access-Control-Allow-Origin", d.value("allow-origin"))
	if first != name {
		d.serve(first, nil, one(302, allowed, []recording.Field{{"Location", "/s/" + d.ID + "/" + name}}))
	}
	d.serve(name, nil, []recording.Answer{with(good, allowed)})
}

// metadata puts the hashes of a body into a template of integrity metadata.
func metadata(template, body string) string {
	standard := base64.StdEncoding.EncodeToString
	sha256sum, sha384sum, sha512sum := sha256.Sum256([]byte(body)), sha512.Sum384([]byte(body)),
		sha512.Sum512([]byte(body))
	hash := standard(sha256sum[:])
	return strings.NewReplacer(
		"{hash}", hash, "{256}", "sha256-"+hash, "{384}", "sha384-"+standard(sha384sum[:]), "{512}",
		"sha512-"+standard(sha512sum[:]),
		"{bad}", "sha256-"+standard(make([]byte, 32)), "{bad384}", "sha384-"+standard(make([]byte, 48)),
		"{urlsafe}", "sha256-"+base64.URLEncoding.EncodeToString(sha256sum[:]), "{nopadding}",
		"sha256-"+strings.TrimRight(hash, "="),
	).Replace(template)
}
