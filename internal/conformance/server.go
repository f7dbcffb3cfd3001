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
			body, err := answer.content()
			if err != nil {
				return nil, err
			}
			s.answers[key] = append(s.answers[key], corsim.Answer{Status: answer.Status, Header: list, Body: body})
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

// contents are bodies by the names of their kinds: as much of each as tells it from the others, of a picture up to its
// first row.
var contents = map[string][]byte{
	"":               {},
	"javascript":     []byte("let a = 1;"),
	"json":           []byte(`{"a": 1}`),
	"png-image":      []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR0123456789abccrc+\x00\x00\x00\x01IDAT"),
	"png-image-tail": []byte("\x00\x00\x00\x00IEND\xaeB`\x82"),
	"text":           []byte("hello"),
	"ttf":            []byte("\x00\x01\x00\x00\x00\x0a"),
}

// content returns the body of the answer, nil where nobody knows it.
func (a *Answer) content() ([]byte, error) {
	if a.Body == nil {
		return nil, nil
	}
	content, known := contents[*a.Body]
	if !known {
		return nil, notModelled("body", *a.Body)
	}
	return content, nil
}
