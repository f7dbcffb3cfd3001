package scenarios

import (
	"fmt"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
)

// answering is a scenario's Server while it runs: it counts what was answered.
type answering struct {
	scenario *Scenario
	asked    map[*Answer]int // by the first of the answers
}

// Answer gives the answers of the entry for the request, one after the other.
func (s *answering) Answer(request *corsim.HTTPRequest) corsim.Answer {
	answers, where := s.scenario.Server.find(request)
	if len(answers) == 0 {
		line := 0
		if where != nil {
			line = where.line
		}
		return corsim.Answer{Unknown: &fetch.Unknown{
			What: fmt.Sprintf("nothing says what %s %s answers", request.Method, request.URL),
			File: s.scenario.file, Line: line,
		}}
	}
	n := s.asked[&answers[0]]
	s.asked[&answers[0]]++
	return answers[min(n, len(answers)-1)].answer()
}

// find returns the answers to a request, and the first entry for its URL.
func (s Server) find(request *corsim.HTTPRequest) (answers Answers, where *Entry) {
	preflight := request.Method == "OPTIONS" && request.Header.Contains("Access-Control-Request-Method")
	var own, general Answers
	for i := range s {
		e := &s[i]
		if e.URL != request.URL {
			continue
		}
		if where == nil {
			where = e
		}
		switch {
		case e.Method == request.Method:
			own = e.Answers
		case e.Method == "" && preflight:
			general = e.Preflight
		case e.Method == "" && request.Method != "OPTIONS":
			general = e.Answers
		}
	}
	if own != nil {
		return own, where
	}
	return general, where
}
