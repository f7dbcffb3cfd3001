package conformance

import (
	"fmt"

	"github.com/corsim/corsim"
)

// server answers with what a case says.
type server struct {
	answers map[string][]corsim.Answer
	asked   map[string]int
	strays  []string // requests that must not happen
}

// newServer prepares the answers of a case.
func newServer(entries map[string]Answers) (*server, error) {
	s := &server{answers: map[string][]corsim.Answer{}, asked: map[string]int{}}
	for key, answers := range entries {
		for _, answer := range answers {
			list, ok := headerList(answer.Headers)
			if !ok {
				return nil, fmt.Errorf("server %q: a character beyond U+00FF", key)
			}
			s.answers[key] = append(s.answers[key], corsim.Answer{Status: answer.Status, Header: list})
		}
	}
	return s, nil
}

// Answer answers the n-th request for a method and URL with the n-th answer. A request that the case does not
// expect fails, and is remembered.
func (s *server) Answer(request *corsim.HTTPRequest) corsim.Answer {
	key := request.Method + " " + request.URL.Href()
	answers := s.answers[key]
	if len(answers) == 0 {
		s.strays = append(s.strays, key)
		return corsim.Answer{Failure: "the case has no answer"}
	}
	n := min(s.asked[key], len(answers)-1)
	s.asked[key]++
	return answers[n]
}
