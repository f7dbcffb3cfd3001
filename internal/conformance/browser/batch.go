package browser

import (
	"cmp"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// A batch is the scenarios that one load of a page runs, with numeric ports, and what has come of them.
type batch struct {
	generation int
	page       recording.Page
	scenarios  []recording.Scenario
	width      int // how many run at once
	paths      map[string]*pathState
	cookies    map[string][]string // Set-Cookie values by origin

	results  map[string][]recording.Result // by the scenario's id
	requests map[string][]recording.Request
	done     chan struct{} // closed when the page has reported all
}

// A pathState is a path, and how many requests for it were answered.
type pathState struct {
	*recording.Path
	preflights, actuals int
}

func newBatch(page recording.Page, scenarios []recording.Scenario, width int) *batch {
	b := &batch{
		page:      page,
		scenarios: scenarios,
		width:     width,
		paths:     map[string]*pathState{},
		cookies:   map[string][]string{},
		results:   map[string][]recording.Result{},
		requests:  map[string][]recording.Request{},
		done:      make(chan struct{}),
	}
	for i := range scenarios {
		for j := range scenarios[i].Server {
			path := &scenarios[i].Server[j]
			b.paths[path.Path] = &pathState{Path: path}
		}
		for _, cookie := range scenarios[i].Cookies {
			b.cookies[cookie.Origin] = append(b.cookies[cookie.Origin], cookie.SetCookie)
		}
	}
	return b
}

// cookieOrigins are the origins that set cookies, in a fixed order.
func (b *batch) cookieOrigins() []string { return slices.Sorted(maps.Keys(b.cookies)) }

// exchange writes down a request of a scenario and finds its answer.
func (b *batch) exchange(ports portNumbers, origin, path string, m *message) *recording.Answer {
	id, _, _ := strings.Cut(strings.TrimPrefix(path, "/s/"), "/")
	b.requests[id] = append(b.requests[id], seen(ports, origin, m))
	state := b.paths[path]
	if state == nil {
		return &recording.Answer{Status: http.StatusNotFound}
	}
	if m.method == http.MethodOptions && m.get("Access-Control-Request-Method") != "" {
		return next(state.Preflight, &state.preflights)
	}
	return next(state.Actual, &state.actuals)
}

// next is the next answer of a list, whose last one repeats.
func next(answers []recording.Answer, used *int) *recording.Answer {
	*used++
	if len(answers) == 0 {
		return &recording.Answer{Status: http.StatusNotFound}
	}
	return &answers[min(*used, len(answers))-1]
}

// seen is a request as it is written down.
func seen(ports portNumbers, origin string, m *message) recording.Request {
	const bodyShown = 24
	request := recording.Request{
		Method:  m.method,
		URL:     ports.symbolic(origin + recording.Characters(m.target)),
		BodyLen: len(m.body),
		Body:    recording.Characters(string(m.body[:min(len(m.body), bodyShown)])),
	}
	for _, line := range m.header {
		if name := strings.ToLower(line[0]); isCompared(name, line[1]) {
			request.Headers = append(request.Headers, recording.Field{name, ports.symbolic(line[1])})
		}
	}
	slices.SortStableFunc(request.Headers, func(a, b recording.Field) int { return cmp.Compare(a[0], b[0]) })
	return request
}

// notCompared are names of header fields that say what browser it is, or how the connection is used.
var notCompared = map[string]bool{
	"host": true, "user-agent": true, "accept-encoding": true, "connection": true, "proxy-connection": true,
	"sec-ch-ua": true, "sec-ch-ua-mobile": true, "sec-ch-ua-platform": true, "upgrade-insecure-requests": true,
	"priority": true, "te": true, "dnt": true, "sec-gpc": true,
}

// ownLanguages are the values of Accept-Language that browsers send by themselves.
var ownLanguages = map[string]bool{
	"C": true, "en-US": true, "en-us": true, "en-US,en": true, "en-US, en;q=0.90": true,
	"en-US,en;q=0.5": true, "en-US,en;q=0.8": true, "en-US,en;q=0.9": true,
}

// isCompared reports whether a header line of a request is worth writing down.
func isCompared(name, value string) bool {
	return !notCompared[name] && (name != "accept-language" || !ownLanguages[value])
}
