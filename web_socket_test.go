package corsim_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
)

// What the server is told in the handshake of a WebSocket.
func TestWebSocket(t *testing.T) {
	browser := corsim.New(corsim.Standard)
	browser.AddCookie(corsim.Cookie{Name: "id", Value: "1", Domain: "api.example", SameSite: policy.SameSiteNone, Secure: true})
	server := turns(says(101, "Sec-WebSocket-Protocol", "news", "Set-Cookie", "seen=1; SameSite=None; Secure"))
	verdict := browser.Open(appURL).WebSocket(server, corsim.WebSocket{URL: "wss://api.example/feed?a", Protocols: []string{"chat", "news"}})
	if verdict.Outcome() != corsim.Readable || len(browser.Cookies()) != 2 {
		t.Fatalf("%s, %d cookies", verdict, len(browser.Cookies()))
	}
	request := verdict.Exchanges()[0].Request
	if request.Method != "GET" || request.URL.Href() != "https://api.example/feed?a" {
		t.Errorf("%s %s", request.Method, request.URL)
	}
	for name, want := range map[string]string{
		"Upgrade":                "websocket",
		"Origin":                 "https://app.example",
		"Referer":                "",
		"Cookie":                 "id=1",
		"Cache-Control":          "no-cache",
		"Sec-WebSocket-Version":  "13",
		"Sec-WebSocket-Protocol": "chat, news",
		"Sec-Fetch-Mode":         "websocket",
	} {
		if got, _ := request.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// The URL of a page may stand for that of a WebSocket.
func TestWebSocketURL(t *testing.T) {
	for written, want := range map[string]string{
		"ws://localhost:8080/a": "http://localhost:8080/a",
		"https://api.example":   "https://api.example/",
		"/feed":                 "https://app.example/feed",
		"":                      "https://app.example/",
	} {
		verdict := corsim.New(corsim.Standard).Open(appURL).WebSocket(turns(says(101)), corsim.WebSocket{URL: written})
		if len(verdict.Exchanges()) != 1 || verdict.Exchanges()[0].Request.URL.Href() != want {
			t.Errorf("%q: %s, want %s", written, verdict, want)
		}
	}
}
