package corsim_test

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// webSocketRules are the cases of what WebSockets meet.
func webSocketRules() []ruleCase {
	app := at(appURL)
	opens := turns(says(101, "Upgrade", "websocket", "Connection", "Upgrade"))
	chooses := turns(says(101, "Sec-WebSocket-Protocol", "chat"))
	socket := corsim.WebSocket{URL: "wss://api.example/"}
	chat := corsim.WebSocket{URL: "wss://api.example/", Protocols: []string{"chat", "news"}}
	return []ruleCase{
		{"a WebSocket to nowhere", rule.WebSocketURLInvalid, stopped, app, corsim.WebSocket{URL: "wss://"}, opens, "threw SyntaxError"},
		{"a WebSocket to a file", rule.WebSocketScheme, stopped, app, corsim.WebSocket{URL: "file:///a"}, opens, "threw SyntaxError"},
		{"a WebSocket to a fragment", rule.WebSocketFragment, stopped, app, corsim.WebSocket{URL: "wss://api.example/#a"}, opens, "threw SyntaxError"},
		{"a subprotocol twice", rule.WebSocketProtocols, stopped, app, corsim.WebSocket{Protocols: []string{"a", "a"}}, opens, "threw SyntaxError"},
		{"a WebSocket that opens", rule.WebSocketStatus, passed, app, socket, opens, ""},
		{"a WebSocket that is answered with a page", rule.WebSocketStatus, stopped, app, socket, turns(says(200)), "blocked"},
		{"a WebSocket that is redirected", rule.RedirectModeError, stopped, app, socket, turns(redirects(302, appURL)), "blocked"},
		{"a subprotocol that is chosen", rule.WebSocketProtocol, passed, app, chat, chooses, ""},
		{"a subprotocol that is not", rule.WebSocketProtocol, stopped, app, chat, opens, "blocked"},
		{"a subprotocol that nobody has asked for", rule.WebSocketProtocol, stopped, app, socket, chooses, "blocked"},
		{"a WebSocket across origins", rule.MainFetchWebSocket, applied, app, socket, opens, "readable"},
		{"a WebSocket says where it is from", rule.OriginHeaderWebSocket, applied, app, socket, opens, ""},
		{"an insecure WebSocket of a secure page", rule.MixedContentBlocked, stopped, app, corsim.WebSocket{URL: "ws://api.example/"}, opens, "blocked"},
		{"a WebSocket to a mail server", rule.BadPort, stopped, app, corsim.WebSocket{URL: "wss://api.example:25/"}, opens, "blocked"},
	}
}
