package recording

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// Settings are those of the recorder: third-party cookies are allowed, and servers speak HTTP/1.1.
var Settings = engine.Settings{ThirdPartyCookies: engine.ThirdPartyCookiesAllowed, HTTP1: true}

// Predict returns the trace that a browser of the given profile would have left.
func Predict(s *Scenario, profile engine.Profile) Trace {
	if reason := s.notModelled(); reason != "" {
		return Trace{ID: s.ID, Engine: profile.String(), NotModelled: reason}
	}
	trace := Trace{ID: s.ID, Engine: profile.String(), Calls: []Result{}, Requests: []Request{}}
	browser := corsim.New(profile)
	// Page and server are on the machine that recorded them.
	browser.SetAddresses(func(string) netip.Addr { return netip.AddrFrom4([4]byte{127, 0, 0, 1}) })
	for _, cookie := range s.Cookies {
		browser.SetCookie(expandPorts.Replace(cookie.Origin)+"/", wire(cookie.SetCookie)+"; Max-Age=300")
	}
	page := s.Page.open(browser)
	server := newServer(s, profile)
	for i := range s.Calls {
		call := &s.Calls[i]
		browser.Advance(time.Duration(call.DelayMS) * time.Millisecond)
		result, verdict := call.make(page, server)
		if verdict.Outcome() == corsim.Undetermined && result == nil {
			return Trace{ID: s.ID, Engine: trace.Engine, NotModelled: verdict.Rule().Slug()}
		}
		if call.Kind == "script" && result.Outcome != "threw" {
			result.Executed = new(verdict.Effect().Executed && strings.Contains(content(verdict), "window.__ex_"))
		}
		trace.Calls = append(trace.Calls, *result)
		trace.rules, trace.verdicts = append(trace.rules, verdict.Rule().Slug()), append(trace.verdicts, verdict)
		trace.Console = append(trace.Console, s.messages(verdict)...)
	}
	for _, request := range server.seen {
		trace.Requests = append(trace.Requests, seenRequest(request))
	}
	return trace
}

// messages are the lines on the console about a verdict that a recording has: those that name one of the scenario's
// URLs, or are about one. Of WebKit's, which have no URL besides, a line without URL is there if the next one says
// that access control checks are why something does not load.
func (s *Scenario) messages(verdict corsim.Verdict) []Message {
	var messages []Message
	mark := "/s/" + s.ID + "/"
	lines := console.Lines(verdict)
	isAbout := strings.Contains(verdict.URL().Href(), mark) && verdict.Profile().Name != engine.WebKit.Name
	for i, line := range lines {
		isReason := i+1 < len(lines) && strings.Contains(lines[i+1], mark) &&
			strings.HasSuffix(lines[i+1], " due to access control checks.")
		if strings.Contains(line, mark) || isAbout || isReason {
			messages = append(messages, Message{Text: uuid.ReplaceAllString(symbolicPorts.Replace(line), "{{uuid}}")})
		}
	}
	return messages
}

// uuid is an id as blob: URLs have it.
var uuid = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// content is what an element has loaded, also where script may not read it.
func content(verdict corsim.Verdict) string {
	exchanges := verdict.Exchanges()
	if verdict.Outcome() != corsim.Opaque || len(exchanges) == 0 {
		return string(verdict.Response().Body())
	}
	return string(exchanges[len(exchanges)-1].Answer.Body)
}

// open opens the page.
func (p *Page) open(browser *corsim.Browser) *corsim.Page {
	url := expandPorts.Replace(p.URL)
	var options []corsim.PageOption
	if p.ReferrerPolicy != "" {
		list := header.List{{Name: "Referrer-Policy", Value: wire(p.ReferrerPolicy)}}
		options = append(options, corsim.DocumentHeader(list))
	}
	if p.COEP != "" {
		list := header.List{{Name: "Cross-Origin-Embedder-Policy", Value: wire(p.COEP)}}
		options = append(options, corsim.EmbedderPolicy(policy.ParseEmbedderPolicy(list)))
	}
	if p.Sandboxed {
		outer, _, _ := strings.Cut(url, "/doc/")
		options = append(options, corsim.Sandboxed(), corsim.Ancestors(outer+"/__outer"))
	}
	return browser.Open(url, options...)
}

// hiddenHeaders are those that depend on the build or the connection, and are not recorded.
var hiddenHeaders = []string{
	"user-agent", "accept-encoding", "connection", "proxy-connection", "host", "upgrade-insecure-requests", "priority",
	"te", "dnt", "sec-gpc", "sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform",
}

// boundary is that of a multipart body, which browsers draw by lot.
var boundary = regexp.MustCompile(`(boundary=)[-A-Za-z0-9]+`)

// seenRequest writes a request down as the recorder does.
func seenRequest(sent *corsim.HTTPRequest) Request {
	url := sent.URL
	request := Request{Method: sent.Method, URL: url.Scheme() + "://" + url.Host() + url.Pathname()}
	if query, has := url.Query(); has {
		request.URL += "?" + query
	}
	request.URL = symbolic(request.URL)
	if body := sent.Body; body != nil {
		request.BodyLen = int(body.Size)
		if body.Bytes != nil {
			request.BodyLen = len(body.Bytes)
			request.Body = symbolic(string(body.Bytes[:min(24, len(body.Bytes))]))
		}
	}
	multipart := false
	for _, field := range sent.Header {
		name, value := header.Lower(field.Name), field.Value
		if name == "content-type" {
			value = boundary.ReplaceAllString(value, "${1}{{boundary}}")
			multipart = multipart || value != field.Value
		}
		if !slices.Contains(hiddenHeaders, name) {
			request.Headers = append(request.Headers, Field{name, symbolic(value)})
		}
	}
	slices.SortStableFunc(request.Headers, func(a, b Field) int { return strings.Compare(a[0], b[0]) })
	// What lies between the boundaries depends on them.
	if multipart {
		request.BodyLen = -1
		request.Headers = slices.DeleteFunc(request.Headers, func(f Field) bool { return f[0] == "content-length" })
	}
	return request
}
