package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// requestSentences are those of the arguments of fetch().
var requestSentences = map[rule.ID]sentence{
	rule.PageURLInvalid: {
		stands: "The page's URL, {parsed}, cannot be parsed: {reason}."},
	rule.RequestURLInvalid: {
		stands: "fetch() was given the URL {parsed}, which cannot be parsed: {reason}."},
	rule.RequestURLCredentials: {
		stands: "fetch() was given the URL {found.}, which it refuses for the user name or password in it."},
	rule.RequestWindow: {
		stands: "fetch() was given a member window that is not null, the only value it takes."},
	rule.RequestReferrerInvalid: {
		stands: "fetch() was given the referrer {parsed}, which cannot be parsed: {reason}."},
	rule.RequestModeNavigate: {
		stands: `fetch() was given the mode "navigate", which only the browser itself uses.`},
	rule.RequestOnlyIfCached: {
		stands: `fetch() was given the cache mode "only-if-cached" and the mode {found}; the two work ` +
			`together only where the mode is "same-origin".`},
	rule.RequestMethodInvalid: {
		stands: "fetch() was given the method {found}, which is no token: it has a character that no method may have."},
	rule.RequestMethodForbidden: {
		stands: "fetch() was given the method {found.}, which is forbidden: no script may use CONNECT, TRACE or TRACK."},
	rule.RequestEnumeration: {
		stands: "fetch() was given {found} for {member}, which takes only {values}."},
	rule.RequestNoCORSMethod: {
		stands: `fetch() was given the method {found.} and the mode "no-cors", which takes only GET, HEAD and POST.`},
	rule.RequestBodyWithGET: {
		stands: "fetch() was given a body and the method {found.}, which takes none."},
	rule.RequestStreamDuplex: {
		stands: `fetch() was given a stream as the body without duplex: "half", which a stream needs.`},
	rule.RequestStreamMode: {
		stands: `fetch() was given a stream as the body and the mode {found}; a stream needs the mode "cors" ` +
			`or "same-origin".`},
	rule.RequestStreamKeepalive: {
		stands: "fetch() was given a stream as the body and keepalive: true; a stream cannot outlive its page."},
	rule.RequestStreamUnsupported: {
		stands: "{Browser} cannot send a stream as the body of a request."},
	rule.HeaderNameInvalid: {
		stands: "fetch() was given the header name {found}, which is no token: it has a character that " +
			"no header name may have.",
		without: "fetch() was given a header with an empty name."},
	rule.HeaderValueInvalid: {
		stands: "fetch() was given the header value {found}, and no NUL, CR or LF may stand in a header value."},
}

// badMember returns the member of RequestInit that has the found value, and the values that it takes.
func (d *decision) badMember() (name, values string) {
	call, _ := d.verdict.Call().(corsim.Request)
	for _, member := range [...]struct{ name, value, values string }{
		{"mode", string(call.Mode), `"cors", "no-cors" and "same-origin"`},
		{"credentials", string(call.Credentials), `"omit", "same-origin" and "include"`},
		{"cache", string(call.Cache), `"default", "no-store", "reload", "no-cache", "force-cache" and ` +
			`"only-if-cached"`},
		{"redirect", string(call.Redirect), `"follow", "error" and "manual"`},
		{"duplex", call.Duplex, `"half"`},
		{"targetAddressSpace", string(call.TargetAddressSpace), `"public", "local" and "loopback"`},
	} {
		if member.value == d.found {
			return member.name, member.values
		}
	}
	return "referrerPolicy", `the names of the policies, such as "no-referrer" and "origin"`
}

// apiSentences are those of the arguments of the other interfaces.
var apiSentences = map[rule.ID]sentence{
	rule.XHRMethodInvalid: {
		stands: "open() was given the method {found}, which is no token: it has a character that no method may have."},
	rule.XHRMethodForbidden: {
		stands: "open() was given the method {found.}, which is forbidden: no script may use CONNECT, TRACE or TRACK."},
	rule.XHRURLInvalid: {
		stands: "open() was given the URL {parsed}, which cannot be parsed: {reason}."},
	rule.XHRHeaderInvalid: {
		stands: "setRequestHeader() was given the name {found} and the value {against}; the name must be a " +
			"token, and no NUL, CR or LF may stand in the value.",
		without: "setRequestHeader() was given an empty name."},
	rule.EventSourceURLInvalid: {
		stands: "new EventSource() was given the URL {parsed}, which cannot be parsed: {reason}."},
	rule.EventSourceStatus: {
		stands: "The event stream at {url} was answered {found.}; only 200 opens it."},
	rule.EventSourceContentType: {
		stands:  "The event stream at {url} has the Content-Type {found}; it needs text/event-stream.",
		without: "The event stream at {url} has no Content-Type; it needs text/event-stream."},
	rule.BeaconURLInvalid: {
		stands: "sendBeacon() was given the URL {parsed}, which cannot be parsed: {reason}."},
	rule.BeaconScheme: {
		stands: "sendBeacon() was given a URL of the scheme {found.}, and takes only http and https."},
	rule.WebSocketURLInvalid: {
		stands: "new WebSocket() was given the URL {parsed}, which cannot be parsed: {reason}."},
	rule.WebSocketScheme: {
		stands: "new WebSocket() was given a URL of the scheme {found.}, and takes only ws and wss, for " +
			"which http and https may stand."},
	rule.WebSocketFragment: {
		stands:  "new WebSocket() was given a URL with the fragment {found}, and takes none.",
		without: "new WebSocket() was given a URL with an empty fragment, and takes none."},
	rule.WebSocketProtocols: {
		stands: "new WebSocket() was given the subprotocol {found}, which is no token or is named twice."},
	rule.WebSocketStatus: {
		stands: "The handshake with {url} was answered {found.}; only 101 opens a WebSocket."},
	rule.WebSocketProtocol: {
		stands:  "The server chose the subprotocol {found}, and the page named only {against}.",
		without: "The server chose no subprotocol, and the page named {against}.",
		choose: func(d *decision) string {
			if d.against == "" {
				return "The server chose the subprotocol {found}, and the page named none."
			}
			return ""
		}},
	rule.NavigationURLInvalid: {
		stands: "The URL to navigate to, {parsed}, cannot be parsed: {reason}."},
	rule.NavigationScheme: {
		stands: "A URL of the scheme {found.} is not fetched: it is for other software, or runs as a script."},
	rule.NavigationDataURL: {
		stands: "The page wants to take its tab to {found.}, a data: URL, where only the user may take it."},
}
