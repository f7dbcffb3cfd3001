package console_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/console"
)

// FuzzLines holds that every verdict has its lines and its error, whatever page, server and caller have written, and
// that what a header says cannot change Chromium's lines but by printable characters.
func FuzzLines(f *testing.F) {
	f.Add("https://api.example/a#b", "PUT", "X-A", "https://app.example", "true", "/b", 200)
	f.Add("ftp://api.example/", "TRACE", "", "*, *", "", "mailto:a@b", 302)
	f.Add("/a", "F\xd6O", "X A", "caf\xe9\x01", "True", "https://u:p@other.example/", 307)
	f.Add("http://[", "", "Authorization", "null", "", "{url}", 404)
	f.Fuzz(func(t *testing.T, url, method, name, origin, credentials, location string, status int) {
		answered := answer(status, "Access-Control-Allow-Origin", origin,
			"Access-Control-Allow-Credentials", credentials, "Access-Control-Allow-Methods", credentials,
			"Location", location, "Content-Type", name)
		for _, profile := range []engine.Profile{corsim.Chromium, corsim.Firefox, corsim.WebKit} {
			page := corsim.New(profile).Open(appPage)
			list := fields(name, origin)
			request := corsim.Request{URL: url, Method: method, Header: list, Credentials: corsim.Include}
			for _, verdict := range []corsim.Verdict{
				page.Fetch(answers(answered), request),
				page.XHR(answers(answered), corsim.XHR{URL: url, Method: method, Header: list}),
				page.Load(answers(answered), corsim.Load{URL: url, Kind: corsim.Script, Integrity: origin}),
			} {
				if verdict.Exception() != "" && !strings.HasPrefix(console.Error(verdict), verdict.Exception()) {
					t.Errorf("the error %q is no %s", console.Error(verdict), verdict.Exception())
				}
				for _, line := range console.Lines(verdict) {
					if profile == corsim.Chromium && !isPrintable(strings.TrimSuffix(line, "\n")) {
						t.Errorf("%q", line)
					}
				}
			}
		}
	})
}

// isPrintable reports whether a line has printable ASCII alone.
func isPrintable(line string) bool {
	return strings.IndexFunc(line, func(r rune) bool { return r < ' ' || r >= utf8.RuneSelf-1 }) < 0
}

// TestManyHeaders holds that a request with very many headers, all refused, is explained in good time.
func TestManyHeaders(t *testing.T) {
	list := fields()
	for i := range 5000 {
		list.Append("x-"+strings.Repeat("a", i%100+1)+strings.Repeat("b", i/100), "1")
	}
	page := corsim.New(corsim.Chromium).Open(appPage)
	allowed := answer(204, "Access-Control-Allow-Origin", "*")
	lines := console.Lines(page.Fetch(answers(allowed), corsim.Request{URL: apiURL, Header: list}))
	if len(lines) != 1 || !strings.Contains(lines[0], "Request header field x-a") {
		t.Errorf("%.200q", lines)
	}
}
