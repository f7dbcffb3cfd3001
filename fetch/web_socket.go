package fetch

import (
	"slices"
	"strconv"
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A WebSocket is what a script passes to new WebSocket().
type WebSocket struct {
	// URL is the URL as the script writes it; it may be relative to the page.
	URL string
	// Protocols are the subprotocols.
	Protocols []string
}

// WebSocket opens a WebSocket as far as the answer to its handshake, and records what comes of it: Readable where the
// connection is open, Blocked where it fails. The server is asked with an http: or https: URL. What its answer says of
// the protocol itself, by Upgrade, Connection, Sec-WebSocket-Accept and Sec-WebSocket-Extensions, is taken to be right.
//
// https://websockets.spec.whatwg.org/#concept-websocket-establish
func (a *UserAgent) WebSocket(client *Environment, server Server, w WebSocket, record *Record) {
	var f fetching
	f.agent, f.client, f.server, f.record = a, client, server, record
	url, ok := f.webSocketURL(w.URL)
	if !ok {
		return
	}
	if wrong, found := wrongProtocol(w.Protocols); found {
		f.throw("SyntaxError", rule.Stop(rule.WebSocketProtocols, wrong, ""))
		return
	}
	f.begin(url)
	f.method = "GET"
	f.mode, f.credentials = policy.ModeWebSocket, policy.CredentialsInclude
	f.cache, f.redirect = policy.CacheNoStore, policy.RedirectError
	f.useURLCredentials, f.noReferrer = true, true
	f.webSocketHeaders(w.Protocols)
	f.run()
	if record.Outcome == Readable && !f.switchProtocols(w.Protocols) {
		record.Response = Response{}
	}
}

// webSocketURL parses a URL, and makes that of the request of it.
//
// https://websockets.spec.whatwg.org/#dom-websocket-websocket
func (f *fetching) webSocketURL(written string) (url origin.URL, ok bool) {
	url, err := f.client.APIBaseURL().Parse(written)
	if err != nil {
		return url, f.throw("SyntaxError", rule.Stop(rule.WebSocketURLInvalid, written, err.Error()))
	}
	scheme := url.Scheme()
	rest := strings.TrimPrefix(url.Href(), scheme)
	// http: and https: stand for the schemes of WebSockets here, and these for those of the handshake.
	switch scheme {
	case "ws":
		scheme = "http"
	case "wss":
		scheme = "https"
	case "http", "https":
	default:
		return url, f.throw("SyntaxError", rule.Stop(rule.WebSocketScheme, scheme, ""))
	}
	// A fragment has no meaning.
	if fragment, has := url.Fragment(); has {
		return url, f.throw("SyntaxError", rule.Stop(rule.WebSocketFragment, fragment, ""))
	}
	return origin.MustParse(scheme + rest), true
}

// wrongProtocol finds a subprotocol that is no token, or there twice.
func wrongProtocol(protocols []string) (wrong string, found bool) {
	seen := map[string]bool{}
	for _, protocol := range protocols {
		if seen[protocol] || !header.IsName(protocol) {
			return protocol, true
		}
		seen[protocol] = true
	}
	return "", false
}

// sampleKey stands for the key that a browser draws by lot. It is the example of RFC 6455.
const sampleKey = "dGhlIHNhbXBsZSBub25jZQ=="

// webSocketHeaders sets what the handshake says of itself.
func (f *fetching) webSocketHeaders(protocols []string) {
	f.header = append(f.record.newHeader(6),
		header.Field{Name: "Upgrade", Value: "websocket"},
		header.Field{Name: "Sec-WebSocket-Key", Value: sampleKey},
		header.Field{Name: "Sec-WebSocket-Version", Value: "13"})
	if len(protocols) > 0 {
		f.header.Append("Sec-WebSocket-Protocol", strings.Join(protocols, ", "))
	}
	f.header.Append("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits")
}

// switchProtocols holds the answer against what opens the connection, and reports whether it does.
func (f *fetching) switchProtocols(protocols []string) bool {
	response := &f.record.Response
	// The server must switch protocols.
	if response.Status != 101 {
		f.record.stop(Blocked, "", rule.Stop(rule.WebSocketStatus, strconv.Itoa(response.Status), "101"))
		return false
	}
	f.note(rule.Pass(rule.WebSocketStatus))
	// Of the subprotocols it must choose one, and no other.
	chosen, given := response.internal.Header.Get("Sec-WebSocket-Protocol")
	if (given || len(protocols) > 0) && !slices.Contains(protocols, chosen) {
		f.record.stop(Blocked, "", rule.Stop(rule.WebSocketProtocol, chosen, strings.Join(protocols, ", ")))
		return false
	}
	f.note(rule.Pass(rule.WebSocketProtocol))
	return true
}
