package recording

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
)

// server answers as the recorder's server does: by the path alone, on its own ports. It keeps what it was asked.
type server struct {
	scenario *Scenario
	profile  engine.Profile
	paths    map[string]*pathState
	seen     []*corsim.HTTPRequest
}

// pathState counts the requests for a path.
type pathState struct {
	path               *Path
	preflights, actual int
}

func newServer(s *Scenario, profile engine.Profile) *server {
	server := &server{scenario: s, profile: profile, paths: map[string]*pathState{}}
	for i := range s.Server {
		server.paths[s.Server[i].Path] = &pathState{path: &s.Server[i]}
	}
	return server
}

// Answer answers a request.
func (s *server) Answer(request *corsim.HTTPRequest) corsim.Answer {
	path := request.URL.Pathname()
	switch {
	case !listening(request):
		return corsim.Answer{Failure: "connection refused"}
	case s.refusesName(request):
		return corsim.Answer{Failure: "unrecognized name"}
	case strings.HasPrefix(path, "/s/"):
		if strings.HasPrefix(path, "/s/"+s.scenario.ID+"/") {
			s.seen = append(s.seen, request)
		}
		return s.answer(request)
	case strings.HasPrefix(expandPorts.Replace(s.scenario.Page.URL), request.URL.Href()):
		return pageAnswer()
	}
	return bodyAnswer(404, "not found", header.List{
		{Name: "Content-Type", Value: "text/plain"},
		{Name: "Cache-Control", Value: "no-store"},
	})
}

// listening reports whether somebody listens on the URL's port who speaks its protocol.
func listening(request *corsim.HTTPRequest) bool {
	secure := request.URL.Scheme() == "https"
	number, _ := request.URL.EffectivePort()
	for _, port := range ports {
		if port.number == int(number) {
			return port.secure == secure
		}
	}
	return secure && number == 443 || !secure && number == 80
}

// refusesName reports whether TLS ends with the name of the server: none ends in a dot there.
func (s *server) refusesName(request *corsim.HTTPRequest) bool {
	return request.URL.Scheme() == "https" && strings.HasSuffix(request.URL.Hostname(), ".") &&
		s.profile.Has(engine.ServerNameKeepsDot)
}

// pageAnswer is the document itself.
func pageAnswer() corsim.Answer {
	return corsim.Answer{Status: 200, Reason: "OK", Body: []byte("{{page}}"), Header: header.List{
		{Name: "Content-Type", Value: "text/html; charset=utf-8"},
		{Name: "Cache-Control", Value: "no-store"},
	}}
}

func bodyAnswer(status int, body string, list header.List) corsim.Answer {
	list.Append("Content-Length", strconv.Itoa(len(body)))
	return corsim.Answer{Status: status, Reason: http.StatusText(status), Header: list, Body: []byte(body)}
}

// answer answers a request for a path of the scenario.
func (s *server) answer(request *corsim.HTTPRequest) corsim.Answer {
	state := s.paths[request.URL.Pathname()]
	if state == nil {
		return bodyAnswer(404, "", nil)
	}
	answers, n := state.path.Actual, &state.actual
	if request.IsPreflight() {
		answers, n = state.path.Preflight, &state.preflights
	}
	*n++
	if len(answers) == 0 {
		return bodyAnswer(404, "", nil)
	}
	return answers[min(*n, len(answers))-1].answer()
}

// answer makes the answer as it goes on the wire.
func (a *Answer) answer() corsim.Answer {
	answer := corsim.Answer{Status: a.Status, Reason: a.Reason, Body: a.body(), Header: wireList(a.Headers)}
	if answer.Reason == "" {
		answer.Reason = http.StatusText(a.Status)
	}
	switch {
	// Such an answer has no body on the wire.
	case a.Status == 204 || a.Status == 304 || a.Status < 200:
		answer.Body = []byte{}
	case !answer.Header.Contains("Content-Length"):
		answer.Header.Append("Content-Length", strconv.Itoa(len(answer.Body)))
	}
	return answer
}

func (a *Answer) body() []byte {
	if fixture, is := Fixtures[a.Fixture]; is {
		return fixture
	}
	return []byte(wire(a.Body))
}

// wireList makes a header list of fields in symbolic form.
func wireList(fields []Field) header.List {
	list := make(header.List, 0, len(fields)+1)
	for _, field := range fields {
		list = append(list, header.Field{Name: wire(field[0]), Value: wire(field[1])})
	}
	return list
}

// wire makes the bytes on the wire of a symbolic string.
func wire(s string) string { return Octets(expandPorts.Replace(s)) }

// symbolic is the opposite of wire.
func symbolic(s string) string { return symbolicPorts.Replace(Characters(s)) }
