package corsim_test

import (
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A tape is where a fuzzed browsing reads its choices from. Past its end it reads zeros.
type tape struct{ rest []byte }

func (t *tape) next() int {
	if len(t.rest) == 0 {
		return 0
	}
	b := t.rest[0]
	t.rest = t.rest[1:]
	return int(b)
}

func (t *tape) yes() bool { return t.next()%2 == 1 }

// text takes up to 15 bytes of the tape as they are.
func (t *tape) text() string {
	n := min(t.next()%16, len(t.rest))
	text := string(t.rest[:n])
	t.rest = t.rest[n:]
	return text
}

// one takes one of several, or, now and then, whatever is on the tape.
func one[T ~string](t *tape, values ...T) T {
	if i := t.next() % (len(values) + 1); i < len(values) {
		return values[i]
	}
	return T(t.text())
}

var (
	fuzzURLs = []string{
		"https://app.example/", "/a", "", "https://api.example/b#c", "https://api.example/b", "https://www.app.example/",
		"http://plain.example/", "http://localhost:8080/", "https://me:pw@app.example/", "https://me@api.example/",
		"https://api.example:25/", "data:,a", "data:a", "about:blank", "about:srcdoc", "about:config", "file:///a",
		"blob:https://app.example/1", "blob:null/1", "mailto:a@b", "//third.example", "https://", "\xff",
	}
	fuzzNames = []string{
		"Accept", "Content-Type", "Authorization", "X-A", "Range", "Cookie", "If-None-Match", "Origin", "Referer", "sec-a", "",
	}
	fuzzAnswerNames = []string{
		"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Allow-Methods",
		"Access-Control-Allow-Headers", "Access-Control-Max-Age", "Access-Control-Expose-Headers", "Location", "Set-Cookie",
		"Content-Type", "Cache-Control", "Timing-Allow-Origin", "Referrer-Policy", "Cross-Origin-Resource-Policy", "Expires", "X-A",
		"ETag", "Vary", "X-Content-Type-Options", "Content-Range", "Content-Security-Policy", "X-Frame-Options",
		"Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy",
	}
	fuzzBodies   = []string{"", "hello", "<html>", "{\"a\":1}", "\x89PNG\r\n\x1a\n", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>"}
	fuzzProfiles = []engine.Profile{corsim.Standard, corsim.Chromium, corsim.Firefox, corsim.WebKit}
	fuzzValues   = []string{
		"*", "https://app.example", "null", "true", "PUT, DELETE", "x-a, authorization", "1", "text/event-stream", "text/plain;charset=a",
		"max-age=1", "no-referrer", "same-site", "same-origin", "id=1; Secure; SameSite=None", "id=1; SameSite=Strict", "a b", "bytes=0-1", ",,",
	}
	fuzzStatuses = []int{200, 204, 302, 301, 303, 307, 308, 401, 407, 421, 404, 206, 304, 500, 0, 1, -1, 101, 103, 100000}
)

// profile is the browser whose part is taken.
func (t *tape) profile() engine.Profile { return fuzzProfiles[t.next()%len(fuzzProfiles)] }

func (t *tape) url() string { return one(t, fuzzURLs...) }

func (t *tape) header(names []string) header.List {
	var list header.List
	for range t.next() % 6 {
		list = append(list, header.Field{Name: one(t, names...), Value: one(t, fuzzValues...)})
	}
	return list
}

func (t *tape) answer(depth int) corsim.Answer {
	answer := corsim.Answer{Status: fuzzStatuses[t.next()%len(fuzzStatuses)], Header: t.header(fuzzAnswerNames)}
	if t.next()%4 > 0 {
		answer.Header.Append("Access-Control-Allow-Origin", one(t, "*", "https://app.example", "null"))
	}
	if answer.Status/100 == 3 {
		answer.Header.Append("Location", t.url())
	}
	if answer.Status == 0 {
		answer.Failure = t.text()
	}
	if t.yes() {
		answer.Body = []byte(one(t, fuzzBodies...))
	}
	for depth < 2 && t.next()%8 == 7 {
		answer.Alternatives = append(answer.Alternatives, t.answer(depth+1))
	}
	return answer
}

func (t *tape) body() *corsim.Body {
	switch t.next() % 3 {
	case 0:
		return nil
	case 1:
		return &corsim.Body{Kind: fetch.BodyKind(t.next() % 8), Type: t.text(), Size: int64(t.next()) << 10}
	}
	return &corsim.Body{Bytes: []byte(t.text())}
}

func (t *tape) open(browser *corsim.Browser) *corsim.Page {
	options := [...]corsim.PageOption{
		corsim.Sandboxed(), corsim.Worker(), corsim.BaseURL(t.url()), corsim.Ancestors(t.url(), t.url()), corsim.TopLevel(t.url()),
		corsim.ReferrerPolicy(one(t, policy.ReferrerUnsafeURL, policy.ReferrerNoReferrer, "same-origin")),
		corsim.EmbedderPolicy(one(t, policy.EmbedderRequireCORP, policy.EmbedderCredentialless)),
		corsim.DocumentHeader(t.header(fuzzAnswerNames)),
		corsim.Blobs(map[string]fetch.Blob{"blob:https://app.example/1": {Bytes: []byte("hello")}, "blob:null/1": {Size: 5}}),
	}
	var chosen []corsim.PageOption
	for _, option := range options {
		if t.yes() {
			chosen = append(chosen, option)
		}
	}
	return browser.Open(t.url(), chosen...)
}

func (t *tape) call(page *corsim.Page, server corsim.Server) corsim.Verdict {
	method := one(t, "", "GET", "POST", "PUT", "patch", "HEAD", "OPTIONS", "TRACE")
	switch t.next() % 9 {
	case 0:
		return page.XHR(server, corsim.XHR{Method: method, URL: t.url(), Sync: t.yes(), Username: t.text(), Password: t.text(),
			Header: t.header(fuzzNames), Body: t.body(), WithCredentials: t.yes(), UploadListener: t.yes()})
	case 1:
		return page.EventSource(server, corsim.EventSource{URL: t.url(), WithCredentials: t.yes(), LastEventID: t.text()})
	case 2:
		return page.Load(server, corsim.Load{Kind: fetch.LoadKind(t.next() % 13), URL: t.url(), ReferrerPolicy: t.text(),
			CrossOrigin: one(t, "", corsim.Anonymous, corsim.UseCredentials)})
	case 3:
		return page.Navigate(server, corsim.Navigation{Navigable: fetch.Navigable(t.next() % 5), URL: t.url(), Method: method,
			Body: t.body(), Enctype: one(t, "", "text/plain", "multipart/form-data"), UserActivation: t.yes(), UserInitiated: t.yes()})
	case 4:
		return page.WebSocket(server, corsim.WebSocket{URL: t.url(), Protocols: []string{t.text(), one(t, "chat")}[:t.next()%3]})
	case 5:
		return page.SendBeacon(server, corsim.Beacon{URL: t.url(), Body: t.body()})
	}
	return page.Fetch(server, corsim.Request{
		Method: method, URL: t.url(), Header: t.header(fuzzNames), Body: t.body(),
		Mode:        one(t, policy.ModeCORS, policy.ModeNoCORS, policy.ModeSameOrigin, ""),
		Credentials: one(t, policy.CredentialsInclude, policy.CredentialsOmit, policy.CredentialsSameOrigin, ""),
		Redirect:    one(t, policy.RedirectFollow, policy.RedirectManual, policy.RedirectError, ""),
		Cache:       one(t, policy.CacheDefault, policy.CacheNoStore, policy.CacheOnlyIfCached, policy.CacheReload, ""),
		Referrer:    t.url(), NoReferrer: t.yes(),
		ReferrerPolicy: one(t, policy.ReferrerUnsafeURL, policy.ReferrerOrigin, ""),
		Integrity:      one(t, "", "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", ""), Keepalive: t.yes(), Duplex: one(t, "half", ""), Window: fetch.Window(t.next() % 3),
	})
}

// browse does what the tape says: a page, and up to four calls.
func browse(data []byte, server func(*tape) corsim.Server) []corsim.Verdict {
	t := &tape{data}
	answering := server(t)
	browser := corsim.New(t.profile())
	page := t.open(browser)
	var verdicts []corsim.Verdict
	for range 1 + t.next()%4 {
		verdicts = append(verdicts, t.call(page, answering))
		browser.Advance(time.Duration(t.next()) * 100 * time.Millisecond)
	}
	return verdicts
}

// fuzzedServer answers by the path of the request and by whether it is a CORS-preflight, always the same.
func fuzzedServer(t *tape) corsim.Server {
	var list [8]corsim.Answer
	for i := range list {
		list[i] = t.answer(0)
	}
	return corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		i := len(request.URL.Href()) % 4 * 2
		if request.Method == "OPTIONS" {
			i++
		}
		return list[i]
	})
}

// FuzzFetch browses at random: there is always a verdict, with a rule that decided it and is in its trace, and
// the same input always gives the same verdict.
func FuzzFetch(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x00\x02\x00\x00\x02\x00 GET https://app.example/ \x03\x03\x03 and then some"))
	f.Add([]byte("\x02\x05\x06\x03\x01\x01\x00\x02\x04\x04\x01\x02\x07\x03\x04\x00\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d"))
	f.Fuzz(func(t *testing.T, data []byte) {
		verdicts := browse(data, fuzzedServer)
		again := browse(data, fuzzedServer)
		for i, verdict := range verdicts {
			checkVerdict(t, verdict)
			if again[i].String() != verdict.String() {
				t.Fatalf("call %d:\n%s\nthe second time:\n%s", i, verdict, again[i])
			}
		}
		// Replayed against the same server, and against its recorded answers.
		last := verdicts[len(verdicts)-1]
		tape := &tape{data}
		server := fuzzedServer(tape)
		profile := tape.profile()
		if replayed := last.Replay(profile, server); replayed.String() != last.String() {
			t.Fatalf("%s\nreplayed:\n%s", last, replayed)
		}
		// What the server would have answered on the way not taken is not recorded.
		if replayed := last.Replay(profile, nil); !forked(last) && !forked(replayed) && replayed.String() != last.String() {
			t.Fatalf("%s\nreplayed as recorded:\n%s", last, replayed)
		}
	})
}

// forked reports whether a verdict is undetermined because the answers may be others.
func forked(verdict corsim.Verdict) bool { return verdict.Rule() == rule.AlternativesDiffer }

// checkVerdict holds a verdict to what is true of every verdict.
func checkVerdict(t *testing.T, verdict corsim.Verdict) {
	t.Helper()
	if verdict.Outcome() > corsim.Threw {
		t.Fatalf("outcome %d", verdict.Outcome())
	}
	if verdict.Rule().Slug() == "" {
		t.Fatalf("no rule decided:\n%s", verdict)
	}
	decisive := verdict.Decisive()
	if decisive.Rule != verdict.Rule() {
		t.Fatalf("the deciding rule is not in the trace:\n%s", verdict)
	}
	stops := !verdict.Outcome().Granted()
	if stops != (decisive.Result == rule.Stopped) {
		t.Fatalf("decided by a rule that %v:\n%s", decisive.Result, verdict)
	}
	for step := range verdict.Steps() {
		if !step.Rule.Rule().Ways.Has(step.Result) {
			t.Fatalf("%s %v, which the catalogue says it cannot be:\n%s", step.Rule, step.Result, verdict)
		}
		if step.Exchange >= len(verdict.Exchanges()) {
			t.Fatalf("%s at exchange %d of %d", step.Rule, step.Exchange, len(verdict.Exchanges()))
		}
	}
	if verdict.Outcome() == corsim.Threw && len(verdict.Exchanges()) > 0 {
		t.Fatalf("threw after something was sent:\n%s", verdict)
	}
}
