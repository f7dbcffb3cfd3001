package generator

import "slices"

// families are all families.
var families = slices.Concat(corsFamilies, preflightFamilies, redirectFamilies, loadFamilies, requestFamilies,
	responseFamilies)

// Axes that several families have.
var (
	pages   = axis{"page", []string{httpPage, httpsPage, httpOpaque, httpsOpaque, httpPlain, httpsPlain}}
	anyPage = axis{"page", []string{httpsPage, httpPage, githubPage, localPage, httpsOpaque, httpOpaque, httpsPlain,
		httpPlain}}
	targets     = axis{"target", []string{crossSite, sameOrigin, samePort, sameSite, thirdSite, defaultPort}}
	apis        = axis{"api", []string{"fetch", "xhr"}}
	credentials = axis{"credentials", []string{"omit", "include", "same-origin", absent}}
)

// allowOrigins are values of Access-Control-Allow-Origin, the good one first.
var allowOrigins = axis{"allow-origin", []string{
	"{origin}", "*", absent, "null", "NULL", "", "  ", "{page}/", "{page}/doc", "{page}#x", "{page}?x", "{page}.",
	"{otherscheme}://{host}{port}", "{scheme}://{host}", "{scheme}://{host}:9", "{scheme}://{host}:{default}",
	"{scheme}://{HOST}{port}", "{SCHEME}://{host}{port}", "{scheme}://u:p@{host}{port}", "{scheme}://@{host}{port}",
	"{scheme}:{host}{port}", "//{host}{port}", "{host}{port}", "{host}", "http://other.test", "{scheme}://{sub}{port}",
	"{origin}, http://other.test", "http://other.test, {origin}", "{origin}, {origin}", "{origin} http://other.test",
	"{origin},", ",{origin}", "*, {origin}", "{origin}, *", "null, null", "*, *",
	"{origin} && {origin}", "* && {origin}", "{origin} && *", "{origin} && ", "null && {origin}",
	"  {origin}  ", "\t{origin}\t", "\v{origin}", "\f{origin}", "{origin}\u00a0", "{origin}\u00e9", " * ", " null ",
	"\"{origin}\"", "'{origin}'", "<{origin}>", "{origin};", "**", "*.example", "http://*.example", "*\u00a0", "any",
	"true",
}}

// allowCredentials are values of Access-Control-Allow-Credentials, the good one first.
var allowCredentials = axis{"allow-credentials", []string{
	"true", absent, "TRUE", "True", "tRUE", "  true", "true  ", "\ttrue\t", "true\u00a0", "true\v", "true, true",
	"true,",
	",true", "true && true", "true && false", "true && ", "false", "1", "", "yes", "*", "true;", "\"true\"", "true; x",
	"null",
}}

// authored are header lines that a script sets.
var authored = axis{"headers", slices.Concat([]string{
	"X-Custom: 1", absent, "X-Custom: ", "X-Custom: 1 && X-Abc: 2", "X-Custom: 1 && X-Custom: 1",
	"X-Custom: 1 && x-custom: 2",
	"X-CUSTOM-UPPER: 1", "X-B: 1 && X-A: 2 && X-C-1: 3 && X-C: 4 && Authorization: Basic QQ==", "x!#$%&'*+-.^_`|~9: 1",
	"X-1: 1 && X-2: 1 && X-10: 1 && x-9: 1 && A-1: 1", "X-Custom: caf\u00e9", "X-Custom:  \t a b \r\n ",
	"X-Custom: a\tb",
	"X-Custom: \u0100", "X-Custom: a\nb", "X-Custom: a\rb", "X-Custom: a\x00b", "X Custom: 1", ": 1", "X:Custom: 1",
	"X-\u00e9: 1",
	"X-Custom\t: 1", "X(Custom): 1", "X-Custom: " + x(4000),
	"Authorization: Basic dTpw", "Authorization: Bearer t", "Authorization: ", "Authorization: Bearer t && X-Custom: 1",
	"Cache-Control: no-cache", "Pragma: no-cache", "If-None-Match: \"a\"",
	"If-Modified-Since: Sat, 29 Oct 1994 19:43:31 GMT",
	"If-Range: \"a\" && Range: bytes=0-10", "Last-Event-ID: 1", "X-Requested-With: XMLHttpRequest", "User-Agent: corsim",
	"DPR: 2", "Downlink: 10", "Save-Data: on", "Save-Data: off", "Viewport-Width: 100", "Width: 100", "Device-Memory: 8",
	"RTT: 10", "ECT: 4g", "Purpose: prefetch", "Sec-Purpose: prefetch", "Upgrade-Insecure-Requests: 1", "Priority: u=1",
	"Content-Encoding: gzip", "Content-Disposition: inline", "Link: <x>", "Forwarded: for=x", "Sec_Foo: 1", "Secure: 1",
	"Proxy_X: 1", "Accept-Language: " + x(128) + " && Accept: " + x(128) + " && Content-Type: text/plain;" + x(117),
	"Accept: " + x(128) + " && Accept-Language: " + x(128) + " && Content-Language: " + x(128) +
		" && Content-Type: text/plain;" + x(117),
},
	each("Accept: ", "application/json, text/plain;q=0.5, */*", "", "  text/html\t", "text/\u00e9", x(127), x(128),
		x(129)),
	each("Accept: text/html", "\"x", "(x", ")x", ":x", "<x", ">x", "?x", "@x", "[x", "\\x", "]x", "{x", "}x", "\x7fx",
		"\x01x", "\tx", "\x1fx"),
	each("Accept-Language: ", "en-GB, fr;q=0.5, *", "en_US", "en@x", "en,\tfr", "en/us", x(128), x(129), "", "\"en\"",
		"en.x", "en:x"),
	each("Content-Language: ", "en-GB, fr;q=0.5, *", "en_US", "en@x", "en,\tfr", "en/us", x(128), x(129), "", "\"en\"",
		"(en)"),
	each("Content-Type: ",
		"text/plain", "text/plain;charset=utf-8", "TEXT/PLAIN", "text/plain; charset=\"utf-8\"", "text/plain;",
		"text/plain ; x",
		"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8",
		"application/x-www-form-urlencoded,",
		"multipart/form-data", "multipart/form-data; boundary=xyz", "multipart/mixed", "application/json", "text/html", "",
		"text",
		" text/plain ", "text/plain/x", "text /plain", "text/ plain", ";text/plain", "text/plain;=", "text/plain; a=(b)",
		"text/plain, application/json", "text/plain; application/json", "application/json; text/plain", "text/plain\u00e9",
		"application/csp-report", "application/reports+json", "text/plain;"+x(117), "text/plain;"+x(118), "text/plain+xml",
		"*/*"),
	each("Range: ",
		"bytes=0-", "bytes=0-10", "bytes=5-5", "bytes=-5", "bytes=0-10,20-30", "bytes= 0-", "BYTES=0-1", "bytes=10-5",
		"items=0-1",
		"bytes=0 - 10", "bytes=0-10 ", "bytes=", "bytes=-", "bytes=a-b", "bytes=00-010", "bytes=99999999999999999999-",
		"bytes=1-99999999999999999999999", "bytes 0-10", "bytes=\t0-", "bytes=+1-2", "bytes:0-1"),
	each("X-HTTP-Method-Override: ", "TRACE", "GET, TRACE", "connect", "PUT", "GET,track", "TRACEX", "\"TRACE\"",
		"TRACE "),
	[]string{"X-HTTP-Method: TRACE", "X-Method-Override: CONNECT", "X-Method: TRACE", "X-HTTP-Method: get,trace"},
	forbidden(),
)}

// forbidden are lines of headers that script may not set, and of some with names that only look like theirs.
func forbidden() []string {
	var lines []string
	for _, name := range []string{
		"Accept-Charset", "Accept-Encoding", "Access-Control-Request-Headers", "Access-Control-Request-Method",
		"Access-Control-Request-Private-Network", "Access-Control-Request-Local-Network", "Connection", "Content-Length",
		"Cookie", "Cookie2", "Date", "DNT", "Expect", "Host", "Keep-Alive", "Origin", "Referer", "Set-Cookie", "TE",
		"Trailer",
		"Transfer-Encoding", "Upgrade", "Via", "Sec-Foo", "SEC-FETCH-SITE", "Sec-GPC", "Sec-CH-UA", "sec-", "Sec",
		"Proxy-Authorization", "Proxy-X", "proxy-", "Proxy", "Permissions-Policy", "Origins", "Cookie3", "Set-Cookie2",
	} {
		lines = append(lines, name+": 1")
	}
	return lines
}

// each puts a beginning before each of the values.
func each(beginning string, values ...string) []string {
	var all []string
	for _, value := range values {
		all = append(all, beginning+value)
	}
	return all
}
