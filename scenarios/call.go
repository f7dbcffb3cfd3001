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

// A Call is one request that the page makes, by one of several interfaces. Which of the other keys a call can have
// depends on the interface. The zero Call is fetch() of the page itself.
type Call struct {
	Fetch       *Target `json:"fetch,omitempty" jsonschema:"fetch(): \"METHOD URL\", or a URL alone for GET."`
	XHR         *Target `json:"xhr,omitempty" jsonschema:"XMLHttpRequest: \"METHOD URL\", or a URL alone for GET."`
	EventSource *Target `json:"event-source,omitempty" jsonschema:"new EventSource(): a URL."`
	Load        *Target `json:"load,omitempty" jsonschema:"What an element loads, or a worker: a URL."`
	Navigate    *Target `json:"navigate,omitempty" jsonschema:"A link, a form or a frame: \"METHOD URL\", or a URL alone for GET."`
	Beacon      *Target `json:"beacon,omitempty" jsonschema:"navigator.sendBeacon(): a URL."`
	WebSocket   *Target `json:"web-socket,omitempty" jsonschema:"new WebSocket(): a URL."`

	After  int          `json:"after,omitempty" jsonschema:"The seconds that pass before the call."`
	Expect *Expectation `json:"expect,omitempty" jsonschema:"What is expected of the verdict: its outcome, or a mapping."`

	Headers Headers `json:"headers,omitempty" of:"fetch xhr" jsonschema:"The headers that script sets."`
	Body    *Body   `json:"body,omitempty" of:"fetch xhr beacon navigate" jsonschema:"The body: a string, or a mapping."`

	Mode               policy.Mode               `json:"mode,omitempty" of:"fetch" jsonschema:"The request mode; cors if absent."`
	Credentials        policy.Credentials        `json:"credentials,omitempty" of:"fetch" jsonschema:"The credentials mode; same-origin if absent."`
	Cache              policy.Cache              `json:"cache,omitempty" of:"fetch" jsonschema:"The cache mode; default if absent."`
	Redirect           policy.Redirect           `json:"redirect,omitempty" of:"fetch" jsonschema:"The redirect mode; follow if absent."`
	Referrer           *string                   `json:"referrer,omitempty" of:"fetch" jsonschema:"The URL to send as referrer; the empty string for none."`
	ReferrerPolicy     policy.ReferrerPolicy     `json:"referrer-policy,omitempty" of:"fetch load navigate" jsonschema:"The referrer policy; the page's if absent."`
	Integrity          string                    `json:"integrity,omitempty" of:"fetch load" jsonschema:"Integrity metadata."`
	Keepalive          bool                      `json:"keepalive,omitempty" of:"fetch" jsonschema:"Whether the request may outlive the page."`
	Duplex             string                    `json:"duplex,omitempty" of:"fetch" jsonschema:"half, which a ReadableStream as body needs."`
	PreloadAs          string                    `json:"preload-as,omitempty" of:"load" jsonschema:"The attribute as of a preload: fetch, font, image, script, style or track."`
	Stylesheet         string                    `json:"stylesheet,omitempty" of:"load" jsonschema:"The URL of the style sheet that asks for an image, a font or another style sheet."`
	Sandbox            *string                   `json:"sandbox,omitempty" of:"navigate" jsonschema:"A frame's attribute sandbox: tokens, parted by spaces."`
	TargetAddressSpace policy.TargetAddressSpace `json:"target-address-space,omitempty" of:"fetch" jsonschema:"Where script says that the server is."`

	WithCredentials bool   `json:"with-credentials,omitempty" of:"xhr event-source" jsonschema:"The attribute withCredentials."`
	UploadListener  bool   `json:"upload-listener,omitempty" of:"xhr" jsonschema:"Whether xhr.upload has a listener."`
	Sync            bool   `json:"sync,omitempty" of:"xhr" jsonschema:"Whether the argument async of open() is false."`
	Username        string `json:"username,omitempty" of:"xhr" jsonschema:"The argument username of open()."`
	Password        string `json:"password,omitempty" of:"xhr" jsonschema:"The argument password of open()."`
	LastEventID     string `json:"last-event-id,omitempty" of:"event-source" jsonschema:"The last event ID of a stream that reconnects."`

	As          fetch.LoadKind    `json:"as,omitempty" of:"load" jsonschema:"What is loaded; an image if absent."`
	CrossOrigin fetch.CrossOrigin `json:"crossorigin,omitempty" of:"load" jsonschema:"The attribute crossorigin; no attribute if absent."`

	In             fetch.Navigable `json:"in,omitempty" of:"navigate" jsonschema:"What is taken to another document; the tab if absent."`
	Enctype        string          `json:"enctype,omitempty" of:"navigate" jsonschema:"A form's attribute enctype."`
	UserActivation bool            `json:"user-activation,omitempty" of:"navigate" jsonschema:"Whether the user has just clicked or pressed a key."`
	UserInitiated  bool            `json:"user-initiated,omitempty" of:"navigate" jsonschema:"Whether the user has typed the address, and no page has asked."`

	Protocols []string `json:"protocols,omitempty" of:"web-socket" jsonschema:"The subprotocols."`

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

// A platformInterface is what a call goes through.
type platformInterface struct {
	key     string
	target  func(c *Call) *Target
	name    string // in a sentence
	methods bool   // whether the call chooses the method
	run     func(c *Call, page *corsim.Page, server corsim.Server) corsim.Verdict
}

// The interfaces.
var interfaces = []platformInterface{
	{"fetch", func(c *Call) *Target { return c.Fetch }, "fetch()", true, (*Call).fetch},
	{"xhr", func(c *Call) *Target { return c.XHR }, "an XMLHttpRequest", true, (*Call).xhr},
	{"event-source", func(c *Call) *Target { return c.EventSource }, "an EventSource", false, (*Call).eventSource},
	{"load", func(c *Call) *Target { return c.Load }, "an element", false, (*Call).load},
	{"navigate", func(c *Call) *Target { return c.Navigate }, "a navigation", true, (*Call).navigate},
	{"beacon", func(c *Call) *Target { return c.Beacon }, "a beacon", false, (*Call).beacon},
	{"web-socket", func(c *Call) *Target { return c.WebSocket }, "a WebSocket", false, (*Call).webSocket},
}

// through returns the call's interface and its target, nil if there is not exactly one.
func (c *Call) through() (through *platformInterface, target *Target) {
	for i := range interfaces {
		t := interfaces[i].target(c)
		if t == nil {
			continue
		}
		if target != nil {
			return nil, nil
		}
		through, target = &interfaces[i], t
	}
	return through, target
}

// check holds the keys of the call against its interface.
func (c *Call) check(d *decoder, n *node, path string) {
	through, target := c.through()
	if target == nil {
		d.problem(n.place, path, "a call is exactly one of fetch, xhr, event-source, load, navigate, beacon and web-socket")
		return
	}
	for _, p := range n.pairs {
		if of := strings.Fields(callKeys[p.key.text]); len(of) > 0 && !slices.Contains(of, through.key) {
			d.problem(p.key.place, path, "%s cannot be set with %s, only with %s", p.key.text, through.key, enumerate(of))
		}
	}
	if !through.methods && target.Method != "" {
		d.problem(n.child(through.key).place, join(path, through.key), "%s does not choose its method; write the URL alone", through.name)
	}
	if through.key == "navigate" && !isFormMethod(target.Method) {
		d.problem(n.child(through.key).place, join(path, through.key), "a navigation uses GET or POST, not %s", quote(target.Method))
	}
	if c.After > maxAfter {
		d.problem(n.child("after").place, join(path, "after"), "%d seconds are too long; at most %d can pass", c.After, maxAfter)
	}
}

// isFormMethod reports whether a form can have the method. Upper and lower case are the same to it.
func isFormMethod(method string) bool {
	method = strings.ToUpper(method)
	return method == "" || method == "GET" || method == "POST"
}

// enumerate joins words by commas and an "and".
func enumerate(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
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
	if through, _ := c.through(); through != nil {
		return through.run(c, page, server)
	}
	return c.fetch(page, server)
}

func (c *Call) fetch(page *corsim.Page, server corsim.Server) corsim.Verdict {
	target := cmp.Or(c.Fetch, &Target{})
	request := corsim.Request{
		Method: target.Method, URL: target.URL, Header: header.List(c.Headers), Body: c.Body.body(),
		Mode: c.Mode, Credentials: c.Credentials, Cache: c.Cache, Redirect: c.Redirect,
		ReferrerPolicy: c.ReferrerPolicy, Integrity: c.Integrity, Keepalive: c.Keepalive, Duplex: c.Duplex,
		TargetAddressSpace: c.TargetAddressSpace,
	}
	if c.Referrer != nil {
		request.Referrer, request.NoReferrer = *c.Referrer, *c.Referrer == ""
	}
	return page.Fetch(server, request)
}

func (c *Call) xhr(page *corsim.Page, server corsim.Server) corsim.Verdict {
	return page.XHR(server, corsim.XHR{
		Method: c.XHR.Method, URL: c.XHR.URL, Header: header.List(c.Headers), Body: c.Body.body(), Sync: c.Sync,
		Username: c.Username, Password: c.Password,
		WithCredentials: c.WithCredentials, UploadListener: c.UploadListener,
	})
}

func (c *Call) eventSource(page *corsim.Page, server corsim.Server) corsim.Verdict {
	return page.EventSource(server, corsim.EventSource{
		URL: c.EventSource.URL, WithCredentials: c.WithCredentials, LastEventID: c.LastEventID,
	})
}

func (c *Call) load(page *corsim.Page, server corsim.Server) corsim.Verdict {
	return page.Load(server, corsim.Load{
		Kind: c.As, URL: c.Load.URL, CrossOrigin: c.CrossOrigin,
		ReferrerPolicy: string(c.ReferrerPolicy), Integrity: c.Integrity, As: c.PreloadAs, Stylesheet: c.Stylesheet,
	})
}

func (c *Call) navigate(page *corsim.Page, server corsim.Server) corsim.Verdict {
	return page.Navigate(server, corsim.Navigation{
		Sandboxed: c.Sandbox != nil, Sandbox: strings.Fields(*cmp.Or(c.Sandbox, new(string))),
		Navigable: c.In, Method: c.Navigate.Method, URL: c.Navigate.URL, Body: c.Body.body(), Enctype: c.Enctype,
		ReferrerPolicy: string(c.ReferrerPolicy), UserActivation: c.UserActivation, UserInitiated: c.UserInitiated,
	})
}

func (c *Call) beacon(page *corsim.Page, server corsim.Server) corsim.Verdict {
	return page.SendBeacon(server, corsim.Beacon{URL: c.Beacon.URL, Body: c.Body.body()})
}

func (c *Call) webSocket(page *corsim.Page, server corsim.Server) corsim.Verdict {
	return page.WebSocket(server, corsim.WebSocket{URL: c.WebSocket.URL, Protocols: c.Protocols})
}

// expects reports whether the outcome is expected of the call.
func (c *Call) expects(outcome corsim.Outcome) bool {
	return c.Expect != nil && c.Expect.Outcome != nil && *c.Expect.Outcome == outcome
}
