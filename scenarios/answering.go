package scenarios

import (
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
		unknown := &fetch.Unknown{What: "the server has no entry for this URL", File: s.scenario.file}
		switch {
		case where == nil:
		case request.IsPreflight():
			unknown.What, unknown.Line = "the entry for this URL has no preflight", where.line
		default:
			unknown.What, unknown.Line = "the entry for this URL has no answer to "+request.Method, where.line
		}
		return corsim.Answer{Unknown: unknown}
	}
	n := s.asked[&answers[0]]
	s.asked[&answers[0]]++
	return answers[min(n, len(answers)-1)].answer()
}

// find returns the answers to a request, and the first entry for its URL.
func (s Server) find(request *corsim.HTTPRequest) (answers Answers, where *Entry) {
	preflight := request.IsPreflight()
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
	// What is said of CORS-preflight requests comes before what is said of OPTIONS.
	if own == nil || preflight && general != nil {
		return general, where
	}
	return own, where
}
