package fix_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/header"
)

const (
	app   = "https://app.example/"
	plain = "http://plain.example/"
	api   = "https://api.example/"
	other = "https://other.example/"
)

// answers are what a server answers, by method and URL, or by the URL alone; to anything else nothing is known.
type answers map[string]corsim.Answer

func (a answers) Answer(request *corsim.HTTPRequest) corsim.Answer {
	if answer, found := a[request.Method+" "+request.URL.Href()]; found {
		return answer
	}
	return a[request.URL.Href()]
}

// says is an answer with a status and a header, and no bytes.
func says(status int, namesAndValues ...string) corsim.Answer {
	answer := corsim.Answer{Status: status, Body: []byte{}}
	for pair := range slices.Chunk(namesAndValues, 2) {
		answer.Header = append(answer.Header, header.Field{Name: pair[0], Value: pair[1]})
	}
	return answer
}

func bearing(body string, status int, namesAndValues ...string) corsim.Answer {
	answer := says(status, namesAndValues...)
	answer.Body = []byte(body)
	return answer
}

// A scene is a page that makes calls, the last of which is looked at.
type scene struct {
	profile engine.Profile // the standard's where it has no name
	page    string         // the app's where it is empty
	options []corsim.PageOption
	server  corsim.Server
	before  []any
	call    any
}

func (s *scene) verdict(t testing.TB) corsim.Verdict {
	t.Helper()
	profile, url := s.profile, s.page
	if profile.Name == "" {
		profile = corsim.Standard
	}
	if url == "" {
		url = app
	}
	page := corsim.New(profile).Open(url, s.options...)
	if page.Err() != nil {
		t.Fatal(page.Err())
	}
	for _, call := range s.before {
		asked(t, page, s.server, call)
	}
	return asked(t, page, s.server, s.call)
}

func asked(t testing.TB, page *corsim.Page, server corsim.Server, call any) corsim.Verdict {
	t.Helper()
	verdict := page.Do(server, call)
	if verdict.Page() == nil {
		t.Fatalf("no such call: %T", call)
	}
	return verdict
}

// written are edits, a line each: the request, and what becomes of its answer.
func written(edits []fix.Edit) string {
	var b strings.Builder
	for _, e := range edits {
		b.WriteString(e.Method + " " + e.URL + " ")
		switch {
		case e.Header == "":
			b.WriteString(strconv.Itoa(e.FromStatus) + " -> " + strconv.Itoa(e.ToStatus))
		case e.From == "":
			b.WriteString("+ " + e.Header + ": " + e.To)
		case e.To == "":
			b.WriteString("- " + e.Header + ": " + e.From)
		default:
			b.WriteString(e.Header + ": " + e.From + " -> " + e.To)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// lines joins lines, each with its end.
func lines(all ...string) string { return strings.Join(append(all, ""), "\n") }

var profiles = map[string]engine.Profile{
	"standard": corsim.Standard, "chromium": corsim.Chromium, "firefox": corsim.Firefox, "webkit": corsim.WebKit,
}

// servedBy are the servers that there are snippets for.
var servedBy = []string{"nginx", "Apache", "Caddy", "Express", "Go"}

// tried are the browsers that a fix is tried in.
var tried = []string{"chromium", "firefox", "webkit"}
