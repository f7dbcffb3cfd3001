package fix_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	// leftOut is a server that cannot write the case.
	leftOut string
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

// advised is the verdict of the case with its fix.
func (c *snippetCase) advised(t *testing.T) (corsim.Verdict, *fix.Fix) {
	t.Helper()
	v := c.verdict(t)
	advice := fix.Advise(v)
	if len(advice.Fixes) == 0 {
		t.Fatalf("%s: %s", c.about, advice.Nothing)
	}
	return v, &advice.Fixes[0]
}

var snippetCases = []snippetCase{
	{
		about:   "no header at all",
		request: corsim.Request{URL: itemURL},
		answer:  says(200),
	},
	{
		about:   "another origin is allowed, with credentials",
		request: corsim.Request{URL: itemURL, Credentials: corsim.Include},
		answer:  says(200, "Access-Control-Allow-Origin", "https://other.example", "Vary", "Accept"),
	},
	{
		about:     "the preflight names no header",
		request:   corsim.Request{URL: itemURL, Method: "PUT", Header: header.List{{Name: "X-Items", Value: "1"}}},
		preflight: says(204, "Access-Control-Allow-Origin", "https://app.example", "Access-Control-Allow-Methods", "PUT"),
		answer:    says(200, "Access-Control-Allow-Origin", "https://app.example"),
	},
	{
		about:     "the preflight is answered 405, and the answer allows everyone",
		request:   corsim.Request{URL: itemURL, Method: "DELETE"},
		preflight: says(405),
		answer:    says(200, "Access-Control-Allow-Origin", "*"),
	},
	{
		about:     "everything is missing, and the answer is an error",
		request:   corsim.Request{URL: itemURL, Method: "PUT", Credentials: corsim.Include},
		preflight: says(404),
		answer:    says(500),
	},
	{
		about:   "two values, and a path with signs",
		request: corsim.Request{URL: "https://api.example/a%20b/c;d$(1)'.+"},
		answer:  says(200, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Origin", "https://app.example"),
	},
	{
		about:   "a redirect that is not wanted has to be an answer",
		request: corsim.Request{URL: itemURL, Redirect: corsim.Fail},
		answer:  says(302, "Location", "/items/2"),
	},
	{
		about:   "a redirect to a password",
		request: corsim.Request{URL: itemURL},
		answer:  says(302, "Location", "https://me:pw@api.example/items/2", allow, "*"),
	},
	{
		about:   "a resource for its own origin, and a page elsewhere",
		request: corsim.Request{URL: itemURL, Mode: corsim.NoCORS},
		answer:  says(200, "Cross-Origin-Resource-Policy", "same-origin"),
	},
	{
		about:     "the name of a header with signs",
		request:   corsim.Request{URL: itemURL, Header: header.List{{Name: "X-%a%'`b|c", Value: "1"}}},
		preflight: says(204, allow, "*"),
		answer:    says(200, allow, "*"),
	},
	{
		about:     "the name of a header with a dollar sign",
		request:   corsim.Request{URL: itemURL, Header: header.List{{Name: "X-$http_cookie", Value: "1"}}},
		preflight: says(204, allow, "*"),
		answer:    says(200, allow, "*"),
		leftOut:   "nginx",
	},
	{
		about:   "a path with quotes, braces and a backslash",
		request: corsim.Request{URL: "https://api.example/a%22;b%7Bc%7D%5C%25%23d"},
		answer:  says(200),
		leftOut: "Caddy",
	},
}

func TestSnippets(t *testing.T) {
	for _, c := range snippetCases {
		v, found := c.advised(t)
		snippets := found.Snippets(v)
		var b strings.Builder
		for _, s := range snippets {
			fmt.Fprintf(&b, "== %s (%s)\n%s", s.Server, s.Language, s.Text)
			if strings.Contains(s.Text, "\n\n\n") || !strings.HasSuffix(s.Text, "\n") {
				t.Errorf("%s: %s: lines are left empty:\n%s", c.about, s.Server, s.Text)
			}
		}
		want := slices.DeleteFunc(slices.Clone(servedBy), func(name string) bool { return name == c.leftOut })
		if !slices.EqualFunc(snippets, want, func(s fix.Snippet, name string) bool { return s.Server == name }) {
			t.Errorf("%s: %d snippets, want %v", c.about, len(snippets), want)
		}
		golden(t, filepath.Join("testdata", "snippets", strings.ReplaceAll(c.about, " ", "-")+".txt"), b.String())
	}
}

var update = flag.Bool("update", false, "write the golden files")

// golden holds text against a file.
func golden(t *testing.T, file, text string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil || string(want) != text {
		t.Errorf("%s: %v: it is\n%s(go test ./explain/fix -update writes it)", file, err, text)
	}
}
