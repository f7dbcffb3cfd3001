package fix_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/header"
)

const itemURL = "https://api.example/items/1"

// A snippetCase is a verdict with a fix.
type snippetCase struct {
	about             string
	request           corsim.Request
	preflight, answer corsim.Answer
	fix               fix.Fix
}

// verdict is the verdict of the case, which must not be readable.
func (c *snippetCase) verdict(t *testing.T) corsim.Verdict {
	t.Helper()
	server := corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		if request.Method == "OPTIONS" {
			return c.preflight
		}
		return c.answer
	})
	verdict := corsim.New(corsim.Chromium).Open("https://app.example/").Fetch(server, c.request)
	if verdict.Readable() {
		t.Fatalf("%s: readable before the fix", c.about)
	}
	return verdict
}

var snippetCases = []snippetCase{
	{
		about:   "no header at all",
		request: corsim.Request{URL: itemURL},
		answer:  says(200),
		fix: fix.Fix{Edits: []fix.Edit{
			{Method: "GET", URL: itemURL, Header: "Access-Control-Allow-Origin", To: "https://app.example"},
			{Method: "GET", URL: itemURL, Header: "Vary", To: "Origin"},
		}},
	},
	{
		about:   "another origin is allowed, with credentials",
		request: corsim.Request{URL: itemURL, Credentials: corsim.Include},
		answer:  says(200, "Access-Control-Allow-Origin", "https://other.example", "Vary", "Accept"),
		fix: fix.Fix{Edits: []fix.Edit{
			{Method: "GET", URL: itemURL, Header: "Access-Control-Allow-Origin", From: "https://other.example", To: "https://app.example"},
			{Method: "GET", URL: itemURL, Header: "Access-Control-Allow-Credentials", To: "true"},
			{Method: "GET", URL: itemURL, Header: "Vary", From: "Accept", To: "Accept, Origin"},
		}},
	},
	{
		about:     "the preflight names no header",
		request:   corsim.Request{URL: itemURL, Method: "PUT", Header: header.List{{Name: "X-Items", Value: "1"}}},
		preflight: says(204, "Access-Control-Allow-Origin", "https://app.example", "Access-Control-Allow-Methods", "PUT"),
		answer:    says(200, "Access-Control-Allow-Origin", "https://app.example"),
		fix: fix.Fix{Edits: []fix.Edit{
			{Preflight: true, Method: "OPTIONS", URL: itemURL, Header: "Access-Control-Allow-Headers", To: "X-Items"},
		}},
	},
	{
		about:     "the preflight is answered 405, and the answer allows everyone",
		request:   corsim.Request{URL: itemURL, Method: "DELETE"},
		preflight: says(405),
		answer:    says(200, "Access-Control-Allow-Origin", "*"),
		fix: fix.Fix{Edits: []fix.Edit{
			{Preflight: true, Method: "OPTIONS", URL: itemURL, FromStatus: 405, ToStatus: 204},
			{Preflight: true, Method: "OPTIONS", URL: itemURL, Header: "Access-Control-Allow-Origin", To: "*"},
			{Preflight: true, Method: "OPTIONS", URL: itemURL, Header: "Access-Control-Allow-Methods", To: "DELETE"},
		}},
	},
	{
		about:     "everything is missing, and the answer is an error",
		request:   corsim.Request{URL: itemURL, Method: "PUT", Credentials: corsim.Include},
		preflight: says(404),
		answer:    says(500),
		fix: fix.Fix{Edits: []fix.Edit{
			{Preflight: true, Method: "OPTIONS", URL: itemURL, FromStatus: 404, ToStatus: 204},
			{Preflight: true, Method: "OPTIONS", URL: itemURL, Header: "Access-Control-Allow-Origin", To: "https://app.example"},
			{Preflight: true, Method: "OPTIONS", URL: itemURL, Header: "Access-Control-Allow-Credentials", To: "true"},
			{Preflight: true, Method: "OPTIONS", URL: itemURL, Header: "Access-Control-Allow-Methods", To: "PUT"},
			{Preflight: true, Method: "OPTIONS", URL: itemURL, Header: "Vary", To: "Origin"},
			{Method: "PUT", URL: itemURL, Header: "Access-Control-Allow-Origin", To: "https://app.example"},
			{Method: "PUT", URL: itemURL, Header: "Access-Control-Allow-Credentials", To: "true"},
			{Method: "PUT", URL: itemURL, Header: "Vary", To: "Origin"},
		}},
	},
	{
		about:   "two values, and a path with signs",
		request: corsim.Request{URL: "https://api.example/a%20b/c;d$(1)'.+"},
		answer:  says(200, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Origin", "https://app.example"),
		fix: fix.Fix{Edits: []fix.Edit{
			{Method: "GET", URL: "https://api.example/a%20b/c;d$(1)'.+", Header: "Access-Control-Allow-Origin",
				From: "*, https://app.example", To: "https://app.example"},
			{Method: "GET", URL: "https://api.example/a%20b/c;d$(1)'.+", Header: "Vary", To: "Origin"},
		}},
	},
}

func TestSnippets(t *testing.T) {
	for _, c := range snippetCases {
		snippets := c.fix.Snippets(c.verdict(t))
		if len(snippets) != 5 {
			t.Errorf("%s: %d snippets, want 5", c.about, len(snippets))
		}
		for _, s := range snippets {
			t.Logf("%s: %s\n%s", c.about, s.Server, s.Text)
			if strings.Contains(s.Text, "\n\n\n") || !strings.HasSuffix(s.Text, "\n") {
				t.Errorf("%s: %s: lines are left empty:\n%s", c.about, s.Server, s.Text)
			}
		}
	}
}
