package corsim

import "github.com/corsim/corsim/fetch"

// An api is an interface of the platform, other than a plain fetch(), with what a page passes to it.
type api interface {
	// run does what the interface does, in the given state of a browser.
	run(agent *fetch.UserAgent, client *fetch.Environment, server Server, record *fetch.Record)
	// target returns method and URL as the page names them; an empty method stands for GET.
	target() (method, url string)
}

type (
	fetchCall       Request
	xhrCall         XHR
	eventSourceCall EventSource
	loadCall        Load
	beaconCall      Beacon
	navigationCall  Navigation
	webSocketCall   WebSocket
)

func (f fetchCall) run(agent *fetch.UserAgent, client *fetch.Environment, server Server, record *fetch.Record) {
	request := Request(f)
	agent.Fetch(client, server, &request, record)
}

func (f fetchCall) target() (method, url string) { return f.Method, f.URL }

func (x xhrCall) run(agent *fetch.UserAgent, client *fetch.Environment, server Server, record *fetch.Record) {
	agent.XHR(client, server, XHR(x), record)
}

func (x xhrCall) target() (method, url string) { return x.Method, x.URL }

func (e eventSourceCall) run(agent *fetch.UserAgent, client *fetch.Environment, server Server, record *fetch.Record) {
	agent.EventSource(client, server, EventSource(e), record)
}

func (e eventSourceCall) target() (method, url string) { return "", e.URL }

func (l loadCall) run(agent *fetch.UserAgent, client *fetch.Environment, server Server, record *fetch.Record) {
	agent.Load(client, server, Load(l), record)
}

func (l loadCall) target() (method, url string) { return "", l.URL }

func (b beaconCall) run(agent *fetch.UserAgent, client *fetch.Environment, server Server, record *fetch.Record) {
	agent.SendBeacon(client, server, Beacon(b), record)
}

func (b beaconCall) target() (method, url string) { return "POST", b.URL }

func (n navigationCall) run(agent *fetch.UserAgent, client *fetch.Environment, server Server, record *fetch.Record) {
	agent.Navigate(client, server, Navigation(n), record)
}

func (n navigationCall) target() (method, url string) { return n.Method, n.URL }

func (w webSocketCall) run(agent *fetch.UserAgent, client *fetch.Environment, server Server, record *fetch.Record) {
	agent.WebSocket(client, server, WebSocket(w), record)
}

func (w webSocketCall) target() (method, url string) { return "", w.URL }

// apiOf returns what a page passes to an interface, one of the values that [Verdict.Call] returns; nil for another.
func apiOf(call any) api {
	switch call := call.(type) {
	case Request:
		return fetchCall(call)
	case XHR:
		return xhrCall(call)
	case EventSource:
		return eventSourceCall(call)
	case Load:
		return loadCall(call)
	case Beacon:
		return beaconCall(call)
	case Navigation:
		return navigationCall(call)
	case WebSocket:
		return webSocketCall(call)
	}
	return nil
}
