package corsim

import (
	"slices"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
)

// Replay makes the verdict's request again, after all that its browser had done before it, in a new browser that
// takes the part of the given engine. Every request is answered by server, or, where server is nil, as it was
// answered the first time; what was never asked is then unknown, and a verdict that depends on it is undetermined.
//
// The pages and requests must not have been changed since. Replaying does not change the verdict's own browser.
func (v Verdict) Replay(profile engine.Profile, server Server) Verdict {
	if v.call == nil {
		return v
	}
	again := v.call.replay(profile, func(past *call) Server {
		if server == nil {
			return past.recorded()
		}
		return server
	})
	return again.run()
}

// A Change is what is different when a verdict's request is made again. The zero value changes nothing.
type Change struct {
	// Answer returns what the server answers instead of answer, which must not be changed itself. It is asked for
	// every answer, those to the requests before the verdict's own among them; nil leaves them all.
	Answer func(request *HTTPRequest, answer Answer) Answer
	// Call is what the page asks for instead, one of the values that [Verdict.Call] returns; nil for the same again.
	Call any
}

// ReplayWith is like [Verdict.Replay], with a change. What was answered the first time is answered again. What was
// not asked then, or with another Origin, other credentials or another CORS-preflight, is asked of the Server of that
// time, once, however often the verdict is replayed: a Server that does something when it is asked does it.
func (v Verdict) ReplayWith(profile engine.Profile, change Change) Verdict {
	if v.call == nil {
		return v
	}
	again := v.call.replay(profile, func(past *call) Server {
		return &changed{past, slices.Concat(past.record.Exchanges, past.asked), change.Answer}
	})
	if through := apiOf(change.Call); through != nil {
		again.api = through
	}
	return again.run()
}

// changed answers what the call's server has answered, each once, or what it answers now, with a change.
type changed struct {
	call   *call
	before []Exchange
	change func(request *HTTPRequest, answer Answer) Answer
}

func (c *changed) Answer(request *HTTPRequest) Answer {
	answer := c.unchanged(request)
	if c.change == nil {
		return answer
	}
	answer.Alternatives = slices.Clone(answer.Alternatives)
	for i := range answer.Alternatives {
		answer.Alternatives[i] = c.change(request, answer.Alternatives[i])
	}
	return c.change(request, answer)
}

func (c *changed) unchanged(request *HTTPRequest) Answer {
	at := slices.IndexFunc(c.before, func(x Exchange) bool { return sameForServer(&x.Request, request) })
	if at >= 0 {
		answer := c.before[at].Answer
		c.before = slices.Delete(c.before, at, at+1)
		return answer
	}
	answer := c.call.server.Answer(request)
	c.call.asked = append(c.call.asked, Exchange{Request: *request, Answer: answer})
	return answer
}

// sameForServer reports whether a server that answers by what CORS and credentials say would answer both alike.
func sameForServer(a, b *HTTPRequest) bool {
	return a.Method == b.Method && a.URL == b.URL && !slices.ContainsFunc(telling, func(name string) bool {
		value, found := a.Header.Get(name)
		other, alsoFound := b.Header.Get(name)
		return found != alsoFound || value != other
	})
}

// telling are the names of the request headers that an answer's headers for CORS depend on.
var telling = []string{
	"Origin", "Cookie", "Authorization", "Access-Control-Request-Method", "Access-Control-Request-Headers",
}

// replay makes the browsing before c again, and returns c in the new browser, not yet run.
func (c *call) replay(profile engine.Profile, server func(past *call) Server) *call {
	old := c.page.browser
	browser := New(profile)
	browser.agent.PublicSuffixes = old.agent.PublicSuffixes
	browser.agent.Cookies.Epoch = old.agent.Cookies.Epoch
	browser.agent.Addresses = old.agent.Addresses
	browser.agent.StrictTransport = old.agent.StrictTransport
	pages := map[*Page]*Page{}
	seeds := old.seeds
	for _, past := range c.history() {
		for len(seeds) > 0 && seeds[0].after == past.previous {
			seeds[0].plant(browser)
			seeds = seeds[1:]
		}
		browser.agent.Now = past.at
		again := browser.newCall(past.page.in(browser, pages), server(past))
		again.plain, again.api = past.plain, past.api
		if documents, ok := past.api.(documentCall); ok {
			again.api = documents.in(browser, pages)
		}
		// The past goes as it went: its alternatives have been tried.
		if past != c && past.page.Err() == nil {
			again.runIn(&browser.agent, again.server, &again.record)
		}
	}
	return browser.last
}

// history returns the calls of the browsing up to and with c, the oldest first.
func (c *call) history() []*call {
	var calls []*call
	for ; c != nil; c = c.previous {
		calls = append(calls, c)
	}
	slices.Reverse(calls)
	return calls
}

// in returns the page as one of another browser's, the same each time.
func (p *Page) in(browser *Browser, pages map[*Page]*Page) *Page {
	if pages[p] == nil {
		copied := *p
		copied.browser = browser
		if p.around != nil {
			// What script has set is set again, in its time.
			around := *p.around
			around.domain = ""
			copied.around = &around
		}
		pages[p] = &copied
	}
	return pages[p]
}

// recorded is a Server that knows the answers of earlier exchanges: each is given to the next request with its
// method and URL.
type recorded struct {
	exchanges []Exchange
}

func (c *call) recorded() *recorded { return &recorded{slices.Clone(c.record.Exchanges)} }

// take gives the first answer to the request that is left, and forgets it; found is false where there is none.
func (r *recorded) take(request *HTTPRequest) (answer Answer, found bool) {
	for i := range r.exchanges {
		if x := &r.exchanges[i]; x.Request.Method == request.Method && x.Request.URL == request.URL {
			answer = x.Answer
			r.exchanges = slices.Delete(r.exchanges, i, i+1)
			return answer, true
		}
	}
	return Answer{}, false
}

// Answer gives the recorded answer, or says that there is none.
func (r *recorded) Answer(request *HTTPRequest) Answer {
	if answer, found := r.take(request); found {
		return answer
	}
	return Answer{Unknown: &fetch.Unknown{What: "this request was not made when the answers were recorded"}}
}
