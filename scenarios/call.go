package scenarios

import (
	"cmp"
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// A Call is one request that the page makes, by one of three interfaces. Which of the other keys a call can have
// depends on the interface. The zero Call is fetch() of the page itself.
type Call struct {
	Fetch       *Target `json:"fetch,omitempty" jsonschema:"fetch(): \"METHOD URL\", or a URL alone for GET."`
	XHR         *Target `json:"xhr,omitempty" jsonschema:"XMLHttpRequest: \"METHOD URL\", or a URL alone for GET."`
	EventSource *Target `json:"event-source,omitempty" jsonschema:"new EventSource(): a URL."`

	After  int          `json:"after,omitempty" jsonschema:"The seconds that pass before the call."`
	Expect *Expectation `json:"expect,omitempty" jsonschema:"What is expected of the verdict: its outcome, or a mapping."`

	Headers Headers `json:"headers,omitempty" of:"fetch xhr" jsonschema:"The headers that script sets."`
	Body    *Body   `json:"body,omitempty" of:"fetch xhr" jsonschema:"The body: a string, or a mapping."`

	Mode           policy.Mode           `json:"mode,omitempty" of:"fetch" jsonschema:"The request mode; cors if absent."`
	Credentials    policy.Credentials    `json:"credentials,omitempty" of:"fetch" jsonschema:"The credentials mode; same-origin if absent."`
	Cache          policy.Cache          `json:"cache,omitempty" of:"fetch" jsonschema:"The cache mode; default if absent."`
	Redirect       policy.Redirect       `json:"redirect,omitempty" of:"fetch" jsonschema:"The redirect mode; follow if absent."`
	Referrer       *string               `json:"referrer,omitempty" of:"fetch" jsonschema:"The URL to send as referrer; the empty string for none."`
	ReferrerPolicy policy.ReferrerPolicy `json:"referrer-policy,omitempty" of:"fetch" jsonschema:"The referrer policy; the page's if absent."`
	Integrity      string                `json:"integrity,omitempty" of:"fetch" jsonschema:"Integrity metadata."`
	Keepalive      bool                  `json:"keepalive,omitempty" of:"fetch" jsonschema:"Whether the request may outlive the page."`
	Duplex         string                `json:"duplex,omitempty" of:"fetch" jsonschema:"half, which a ReadableStream as body needs."`

	WithCredentials bool   `json:"with-credentials,omitempty" of:"xhr event-source" jsonschema:"The attribute withCredentials."`
	UploadListener  bool   `json:"upload-listener,omitempty" of:"xhr" jsonschema:"Whether xhr.upload has a listener."`
	Sync            bool   `json:"sync,omitempty" of:"xhr" jsonschema:"Whether the argument async of open() is false."`
	Username        string `json:"username,omitempty" of:"xhr" jsonschema:"The argument username of open()."`
	Password        string `json:"password,omitempty" of:"xhr" jsonschema:"The argument password of open()."`
	LastEventID     string `json:"last-event-id,omitempty" of:"event-source" jsonschema:"The last event ID of a stream that reconnects."`

	place
	keys map[string]place
}

// setPlace keeps where the call stands.
func (c *Call) setPlace(at place, keys map[string]place) { c.place, c.keys = at, keys }

// A Target is what a call asks for. An empty Method is GET, an empty URL the page's base URL.
type Target struct{ Method, URL string }

// decodeNode takes "METHOD URL" or a URL.
func (t *Target) decodeNode(d *decoder, n *node, path string) {
	if n.kind != scalarNode {
		d.problem(n.place, path, `this is %s; "METHOD URL" belongs here, or a URL alone for GET`, n.kind)
		return
	}
	t.Method, t.URL = cutMethod(n.text)
}

// cutMethod takes "METHOD URL" apart; without a space it is all URL.
func cutMethod(text string) (method, url string) {
	method, url, found := strings.Cut(strings.TrimSpace(text), " ")
	if !found {
		return "", method
	}
	return method, strings.TrimSpace(url)
}

// The interfaces that a call goes through, as their keys.
var interfaces = []string{"fetch", "xhr", "event-source"}

// through returns the key of the call's interface and its target; the key is "" if there is not exactly one.
func (c *Call) through() (key string, target *Target) {
	for i, t := range []*Target{c.Fetch, c.XHR, c.EventSource} {
		if t == nil {
			continue
		}
		if target != nil {
			return "", nil
		}
		key, target = interfaces[i], t
	}
	return key, target
}

// check holds the keys of the call against its interface.
func (c *Call) check(d *decoder, n *node, path string) {
	through, target := c.through()
	if target == nil {
		d.problem(n.place, path, "a call is exactly one of fetch, xhr and event-source")
		return
	}
	for _, p := range n.pairs {
		if of := callKeys[p.key.text]; of != "" && !slices.Contains(strings.Fields(of), through) {
			d.problem(p.key.place, path, "%s cannot be set with %s, only with %s", p.key.text, through, strings.ReplaceAll(of, " ", " and "))
		}
	}
	if through == "event-source" && target.Method != "" {
		d.problem(n.child(through).place, join(path, through), "an EventSource has no method, it always uses GET; write the URL alone")
	}
	if c.After > maxAfter {
		d.problem(n.child("after").place, join(path, "after"), "%d seconds are too long; at most %d can pass", c.After, maxAfter)
	}
}

// A Body is the body of a request. The zero Body is an empty string.
type Body struct {
	Text string         `json:"text,omitempty" jsonschema:"The content."`
	Kind fetch.BodyKind `json:"kind,omitempty" jsonschema:"The type of the object that is passed as body; string if absent."`
	Size int            `json:"size,omitempty" jsonschema:"The length in bytes where the text is left out."`
	Type string         `json:"type,omitempty" jsonschema:"A Blob's type, or the boundary of FormData."`
}

// decodeScalar takes the content of a string.
func (b *Body) decodeScalar(_ *decoder, n *node, _ string) { b.Text = n.text }

// check says that text and size exclude each other.
func (b *Body) check(d *decoder, n *node, path string) {
	if size := n.child("size"); size != nil && n.child("text") != nil {
		d.problem(size.place, join(path, "size"), "the text has a length already; leave size or text out")
	}
}

// body returns the body as the simulator takes it.
func (b *Body) body() *corsim.Body {
	if b == nil {
		return nil
	}
	body := &corsim.Body{Kind: b.Kind, Type: b.Type}
	if b.Size > 0 {
		body.Size = int64(b.Size)
	} else {
		body.Bytes = []byte(b.Text)
	}
	return body
}

// run makes the call on a page.
func (c *Call) run(page *corsim.Page, server corsim.Server) corsim.Verdict {
	switch {
	case c.XHR != nil:
		return page.XHR(server, corsim.XHR{
			Method: c.XHR.Method, URL: c.XHR.URL, Header: header.List(c.Headers), Body: c.Body.body(), Sync: c.Sync,
			Username: c.Username, Password: c.Password,
			WithCredentials: c.WithCredentials, UploadListener: c.UploadListener,
		})
	case c.EventSource != nil:
		return page.EventSource(server, corsim.EventSource{
			URL: c.EventSource.URL, WithCredentials: c.WithCredentials, LastEventID: c.LastEventID,
		})
	}
	target := cmp.Or(c.Fetch, &Target{})
	request := corsim.Request{
		Method: target.Method, URL: target.URL, Header: header.List(c.Headers), Body: c.Body.body(),
		Mode: c.Mode, Credentials: c.Credentials, Cache: c.Cache, Redirect: c.Redirect,
		ReferrerPolicy: c.ReferrerPolicy, Integrity: c.Integrity, Keepalive: c.Keepalive, Duplex: c.Duplex,
	}
	if c.Referrer != nil {
		request.Referrer, request.NoReferrer = *c.Referrer, *c.Referrer == ""
	}
	return page.Fetch(server, request)
}

// expects reports whether the outcome is expected of the call.
func (c *Call) expects(outcome corsim.Outcome) bool {
	return c.Expect != nil && c.Expect.Outcome != nil && *c.Expect.Outcome == outcome
}
