package browser

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

//go:embed page.js
var pageScript string

//go:embed poll.js
var pollScript string

// pageStart is how every page of the harness starts. Its icon keeps the browser from asking for one.
const pageStart = `<!doctype html><meta charset=utf-8><title>corsim</title><link rel=icon href="data:,"><body>`

// A report is what a page posts.
type report struct {
	Generation int  `json:"generation"`
	Done       bool `json:"done"`
	Results    []struct {
		ID    string             `json:"id"`
		Calls []recording.Result `json:"calls"`
	} `json:"results"`
}

// harness answers a request that is not of a scenario's.
func (s *server) harness(origin, path string, m *message) *recording.Answer {
	b := s.batch
	switch {
	case path == "/__blank":
		return s.document("")
	case path == "/__cookies":
		answer := s.document("")
		for _, cookie := range b.cookies[origin] {
			answer.Headers = append(answer.Headers, recording.Field{"Set-Cookie", cookie + "; Max-Age=300"})
		}
		return answer
	case path == "/__outer":
		answer := s.document(fmt.Sprintf(`<iframe sandbox="allow-scripts" src="%s"></iframe>`, b.page.URL))
		return withEmbedderPolicy(answer, b.page.COEP)
	case path == "/__result":
		return b.report(m)
	case strings.HasPrefix(b.page.URL, origin+m.target):
		return s.page()
	}
	return &recording.Answer{
		Status:  http.StatusNotFound,
		Headers: []recording.Field{{"Content-Type", "text/plain"}, {"Cache-Control", "no-store"}},
		Body:    "not found",
	}
}

// page is the document that makes the calls.
func (s *server) page() *recording.Answer {
	b := s.batch
	type calls struct {
		ID    string           `json:"id"`
		Calls []recording.Call `json:"calls"`
	}
	scenarios := make([]calls, len(b.scenarios))
	for i := range b.scenarios {
		scenarios[i] = calls{ID: b.scenarios[i].ID, Calls: b.scenarios[i].Calls}
	}
	data, _ := json.Marshal(map[string]any{"generation": b.generation, "width": b.width, "scenarios": scenarios})
	script := fmt.Sprintf("<script>const batch = %s;\n%s</script>", data, pageScript)
	answer := s.document(script)
	if b.page.Sandboxed {
		answer = document(script) // it is the outer one that asks for the next address
	}
	if b.page.ReferrerPolicy != "" {
		answer.Headers = append(answer.Headers, recording.Field{"Referrer-Policy", b.page.ReferrerPolicy})
	}
	if b.page.COEP != "" {
		answer.Headers = append(answer.Headers, recording.Field{"Cross-Origin-Resource-Policy", "cross-origin"})
	}
	return withEmbedderPolicy(answer, b.page.COEP)
}

// report takes what a page observed. A page of an earlier batch is too late.
func (b *batch) report(m *message) *recording.Answer {
	var posted report
	if err := json.Unmarshal(m.body, &posted); err != nil {
		return plain(http.StatusBadRequest, err.Error())
	}
	if posted.Generation != b.generation {
		return plain(http.StatusOK, "")
	}
	for _, result := range posted.Results {
		b.results[result.ID] = result.Calls
	}
	if posted.Done {
		select {
		case <-b.done:
		default:
			close(b.done)
		}
	}
	return plain(http.StatusOK, "")
}

// document is a page of the harness, which asks for the next address where the browser has no driver.
func (s *server) document(content string) *recording.Answer {
	if s.polling != nil {
		content += "<script>" + pollScript + "</script>"
	}
	return document(content)
}

func document(content string) *recording.Answer {
	return &recording.Answer{
		Status:  http.StatusOK,
		Headers: []recording.Field{{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}},
		Body:    recording.Characters(pageStart + content),
	}
}

// plain answers a script of the harness, whatever its origin is.
func plain(status int, text string) *recording.Answer {
	return &recording.Answer{
		Status:  status,
		Headers: []recording.Field{{"Access-Control-Allow-Origin", "*"}, {"Cache-Control", "no-store"}},
		Body:    text,
	}
}

func withEmbedderPolicy(answer *recording.Answer, policy string) *recording.Answer {
	if policy != "" {
		answer.Headers = append(answer.Headers, recording.Field{"Cross-Origin-Embedder-Policy", policy})
	}
	return answer
}
