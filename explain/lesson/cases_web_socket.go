package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// webSocketCases are about WebSockets.
func webSocketCases() []Example {
	opens := turns(says(101, "Upgrade", "websocket", "Connection", "Upgrade"))
	chooses := turns(says(101, "Sec-WebSocket-Protocol", "chat"))
	socket := corsim.WebSocket{URL: "wss://api.example/"}
	chat := corsim.WebSocket{URL: "wss://api.example/", Protocols: []string{"chat", "news"}}
	return []Example{
		{"a WebSocket to nowhere", rule.WebSocketURLInvalid, Stopped, app,
			corsim.WebSocket{URL: "wss://"}, opens, "threw SyntaxError"},
		{"a URL with a host", rule.WebSocketURLInvalid, Unreached, app, socket, opens, ""},
		{"a WebSocket to a file", rule.WebSocketScheme, Stopped, app,
			corsim.WebSocket{URL: "file:///a"}, opens, "threw SyntaxError"},
		{"a WebSocket to a server", rule.WebSocketScheme, Unreached, app, socket, opens, ""},
		{"a WebSocket to a fragment", rule.WebSocketFragment, Stopped, app,
			corsim.WebSocket{URL: "wss://api.example/#a"}, opens, "threw SyntaxError"},
		{"the same URL without its fragment", rule.WebSocketFragment, Unreached, app, socket, opens, ""},
		{"a subprotocol twice", rule.WebSocketProtocols, Stopped, app,
			corsim.WebSocket{Protocols: []string{"a", "a"}}, opens, "threw SyntaxError"},
		{"two subprotocols", rule.WebSocketProtocols, Unreached, app, chat, chooses, ""},
		{"a WebSocket that opens", rule.WebSocketStatus, Passed, app, socket, opens, ""},
		{"a WebSocket that is answered with a page", rule.WebSocketStatus, Stopped, app,
			socket, turns(says(200)), "blocked"},
		{"a WebSocket that is redirected", rule.RedirectModeError, Stopped, app,
			socket, turns(moves(302, appURL)), "blocked"},
		{"a redirect in redirect mode follow", rule.RedirectModeError, Unreached, app,
			own, turns(moves(302, "/next"), says(200)), ""},
		{"a subprotocol that is chosen", rule.WebSocketProtocol, Passed, app, chat, chooses, ""},
		{"a subprotocol that is not", rule.WebSocketProtocol, Stopped, app, chat, opens, "blocked"},
		{"a subprotocol that nobody has asked for", rule.WebSocketProtocol, Stopped, app, socket, chooses, "blocked"},
		{"a WebSocket across origins", rule.MainFetchWebSocket, Applied, app, socket, opens, "readable"},
		{"fetch() of the same server", rule.MainFetchWebSocket, Unreached, app, get, ok, ""},
		{"a WebSocket says where it is from", rule.OriginHeaderWebSocket, Applied, app, socket, opens, ""},
		{"fetch() of the page's own server", rule.OriginHeaderWebSocket, Unreached, app, own, ok, ""},
		{"an insecure WebSocket of a secure page", rule.MixedContentBlocked, Stopped, app,
			corsim.WebSocket{URL: "ws://api.example/"}, opens, "blocked"},
		{"a WebSocket to a mail server", rule.BadPort, Stopped, app,
			corsim.WebSocket{URL: "wss://api.example:25/"}, opens, "blocked"},
	}
}
