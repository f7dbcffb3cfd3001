package scenarios_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
	"github.com/corsim/corsim/scenarios"
)

func ExampleParse() {
	_, err := scenarios.Parse("upload.yaml", []byte(`page: https://app.example/
calls:
  - fetch: PUT https://api.example/users/1
    credentails: include
    expect: {rule: cors-check/mismatch}
server:
  https://api.example/user/1:
    headers: {Access-Control-Allow-Origin: *}
`))
	fmt.Println(err)
	// Output:
	// upload.yaml:4:5: unknown key "credentails"; did you mean credentials?
	//         credentails: include
	//         ^
	// upload.yaml:5:20: "cors-check/mismatch": no such rule; the nearest is
	//     "cors-check/allow-origin-mismatch"
	//         expect: {rule: cors-check/mismatch}
	//                        ^
	// upload.yaml:7:3: no call or redirect asks for this URL; did you mean
	//     https://api.example/users/1?
	//       https://api.example/user/1:
	//       ^
	// upload.yaml:8:44: * begins a YAML alias, which a scenario does not use; in
	//     quotes, "*", it is a value
	//         headers: {Access-Control-Allow-Origin: *}
	//                                                ^
}

// one is a scenario around the text of one call.
func one(call string) string {
	return "page: https://app.example/\ncalls:\n- " + call
}

func TestProblems(t *testing.T) {
	answering := one("fetch: https://api.example/\n") + "server:\n  "
	tests := []struct{ what, text, message string }{
		{"an empty file", "", "the file is empty"},
		{"a comment alone", "# nothing\n", "the file is empty"},
		{"a list", "- page\n", `this is a list; a mapping belongs here, in lines of "key: value"`},
		{"a mapping of one call", "page: https://app.example/\ncalls:\n  fetch: /\n", `this is a mapping; a list belongs here, with "- " before each item`},
		{"two documents", one("fetch: /\n---\n") + one("fetch: /\n"), "a second YAML document"},
		{"no calls", "page: https://app.example/\n", "the key calls is missing"},
		{"an empty list of calls", "page: https://app.example/\ncalls: []\n", "there is no call"},
		{"no page", "calls: [{fetch: 'https://api.example/'}]\n", "the key page is missing"},
		{"a key twice", one("fetch: /\n  fetch: /\n"), `"fetch" stands here a second time, after line 3`},
		{"a key without value", one("fetch: /\n  body:\n"), "nothing stands here"},
		{"a key in another spelling", one("fetch: /\n  referrerPolicy: origin\n"), "did you mean referrer-policy?"},
		{"a key that is like no other", one("fetch: /\n  colour: red\n"), "it is one of fetch, xhr"},
		{"no interface", one("body: x\n"), "exactly one of fetch, xhr, event-source, load"},
		{"two interfaces", one("fetch: /\n  xhr: /\n"), "exactly one of fetch, xhr, event-source, load"},
		{"a required key, misspelt", "page: https://app.example/\ncals: []\n", "did you mean calls?"},
		{"a target in pieces", one("fetch: {method: PUT, url: /}\n"), `"METHOD URL" belongs here`},
		{"a method that is none", one("fetch: /a b\n"), `"/a" is no method`},
		{"a page without a scheme", "page: localhost:8080\ncalls: [{fetch: 'https://api.example/'}]\n", `"localhost:" reads as a scheme`},
		{"too long a number", one("fetch: /\n  after: 99999999999\n"), "is too large"},
		{"a key of another interface", one("xhr: /\n  mode: cors\n"), "mode cannot be set with xhr, only with fetch"},
		{"an EventSource with a method", one("event-source: POST /\n"), "an EventSource does not choose its method"},
		{"a beacon with a method", one("beacon: PUT /\n"), "a beacon does not choose its method"},
		{"a form with PUT", one("navigate: PUT /\n"), "a navigation uses GET or POST"},
		{"a kind of load that is none", one("load: /\n  as: picture\n"), `there is no "picture"`},
		{"a key of several other interfaces", one("xhr: /\n  referrer-policy: origin\n"), "only with fetch, load and navigate"},
		{"a URL that is none", one("fetch: https://[::1/\n"), "where that is meant, expect: threw"},
		{"a URL that is none, of a page that is none", "page: x\ncalls: [{fetch: 'https://[::1/'}]\n", "no absolute URL"},
		{"too long a pause", one("fetch: /\n  after: 99000000\n"), "99000000 seconds are too long"},
		{"a body with text and size", one("fetch: POST /\n  body: {text: x, size: 3}\n"), "has a length already"},
		{"a list where a word belongs", one("fetch: /\n  mode: [cors]\n"), "this is a list; a single value belongs here"},
		{"a header without value", one("fetch: /\n  headers: {X-A 1}\n"), `the header "X-A 1" has no value`},
		{"a header without colon", one("fetch: /\n  headers: [X-A 1]\n"), `one is written "Name: value"`},
		{"headers in a string", one("fetch: /\n  headers: none\n"), "headers are a mapping"},
		{"a rule that is none", one("fetch: /\n  expect: {rule: cors}\n"), "no such rule"},
		{"an outcome that is none", one("fetch: /\n  expect: ok\n"), "it is one of undetermined, readable"},
		{"a server of a file", answering + "file:///x: 200\n", "no server answers file: URLs"},
		{"a server of a path", answering + "/x: 200\n", `no "METHOD URL"`},
		{"a method with a bracket", answering + "G(T https://api.example/: 200\n", `"G(T" is no method`},
		{"a fragment", answering + "https://api.example/#x: 200\n", "leave out #x"},
		{"a user", answering + "https://u:p@api.example/: 200\n", "never sees a user name"},
		{"the same twice", answering + "https://api.example/: 200\n  https://API.example: 200\n", "the same as line 5"},
		{"a method that is not used", answering + "PUT https://api.example/: 200\n", "no call or redirect uses the method PUT"},
		{"a method in lower case", answering + "get https://api.example/: 200\n", "did you mean GET?"},
		{"a status beyond", answering + "https://api.example/: 1000\n", `"1000" is no status`},
		{"preflight below a method", answering + "GET https://api.example/: {preflight: 204, answer: 200}\n", "leave out GET"},
		{"more headers than there ever are", answering + "https://api.example/: {headers: {A: [" + strings.Repeat("1,", 201) + "]}}\n", "there are 201 headers"},
		{"a status in words", answering + "https://api.example/: OK\n", `"OK" is no whole number`},
		{"an answer and a failure", answering + "https://api.example/: {failure: x, status: 200}\n", "gives no answer"},
		{"a header name with a space", answering + "https://api.example/: {headers: {A B: 1}}\n", `"A B" is no header name`},
		{"a header value with a line break", answering + "https://api.example/: {headers: {A: \"1\\n2\"}}\n", "no line break"},
		{"an address that is none", one("fetch: /\n") + "addresses: {nas.example: nearby}\n", `"nearby" is no IP address`},
		{"a cookie that none stores", one("fetch: /\n") + "cookies: {'http://api.example/': a=1; Secure}\n", "no browser stores this cookie"},
		{"an anchor", "page: &page https://app.example/\ncalls: []\n", "& begins a YAML anchor"},
		{"an alias", "page: *page\ncalls: []\n", "* begins a YAML alias"},
		{"a tag", "page: !!str x\n", "! begins a YAML tag"},
		{"a tab that indents", "page: x\ncalls:\n\t- fetch: /\n", "found character tab that cannot start any token; indent with spaces"},
		{"a key that is indented too little", one("fetch: /\n mode: cors\n"), "begin in the same column"},
		{"a key that is indented too much", one("fetch: /\n    mode: cors\n"), "the next line is indented too far"},
		{"a colon in a value", "title: it is: so\n", "a colon and a space in it needs quotes"},
		{"a key without colon", answering + "https://api.example/\n    status: 200\n", "each with a colon and a space after it"},
		{"a reserved character", "title: @x\n", "put the value in quotes"},
		{"a bracket that stays open", "page: [x\n", "no YAML"},
		{"a byte that is no character", "page: https://app.example/\ntitle: \xff\n", "this is not UTF-8"},
	}
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			_, err := scenarios.Parse("a.yaml", []byte(test.text))
			var problems scenarios.Problems
			if !errors.As(err, &problems) || len(problems) == 0 {
				t.Fatalf("no problem in\n%s", test.text)
			}
			for _, problem := range problems {
				if problem.Line < 1 || problem.Column < 1 || problem.File != "a.yaml" {
					t.Errorf("nowhere: %+v", problem)
				}
			}
			if !strings.Contains(problems[0].Message, test.message) {
				t.Errorf("got %q, want %q", problems[0].Message, test.message)
			}
		})
	}
}

func TestHostileFiles(t *testing.T) {
	const size = 1 << 20
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for _, text := range []string{
		repeat("["), repeat("{a: "), repeat("- "), repeat("a:\n- "), repeat("? "), repeat("&a "), repeat("*a "),
		repeat("!a "), repeat("'"), repeat("\""), repeat("x"), repeat("- x\n"), repeat("#\n"), repeat("\n"), repeat(" "),
		repeat("---\n"), repeat("a: b\n"), "calls: [" + repeat("{fetch: /},")[:size-20] + "]",
		"x: |\n" + repeat(" a\n"), "x: >\n" + repeat(" a\n")[:size-10], repeat("\x00"), repeat("\t"), strings.Repeat("x", 1<<20+1),
		// What takes the YAML lexer quadratic time, if it is let.
		"x: |\n a\n" + repeat("\n")[:size-10], "x: |\n a\n" + repeat("  \n")[:size-10], "x: |\n " + repeat("\r")[:size-10],
		"x: |\n " + repeat("a")[:size-20000] + strings.Repeat("\n", 19000), "x: \"" + repeat("  - \t")[:size-10],
		// What is like many other things.
		one("fetch: /\n") + "server:\n" + numbered(1200, "  https://app.example/%d: {status: 302, headers: {Location: /r%[1]d}}\n"),
		one("fetch: /\n") + numbered(4000, "  "+strings.Repeat("x", 70)+"%d: 1\n"),
		one("fetch: /\n") + "server:\n  https://app.example/: {headers: {Set-Cookie: [" + numbered(4000, "c%d=1,") + "]}}\n",
		strings.Repeat("a: b\n", 6000), strings.Repeat("[", 19000), strings.Repeat("a:\n- ", 5000),
	} {
		begin := time.Now()
		_, err := scenarios.Parse("a.yaml", []byte(text))
		if err == nil {
			t.Errorf("%.10q…: no error", text)
			continue
		}
		if took := time.Since(begin); took > time.Minute {
			t.Errorf("%.10q…: took %v", text, took)
		}
		_ = err.Error()
	}
}

// numbered repeats a format with the numbers below n.
func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestHostileRun holds that a scenario within the limits cannot keep a browser busy.
func TestHostileRun(t *testing.T) {
	scenario, err := scenarios.Parse("a.yaml", []byte("page: https://app.example/\ncalls:\n"+strings.Repeat("- fetch: /\n", 100)+
		"server:\n  https://app.example/: {status: 302, headers: {Location: /, Set-Cookie: ["+numbered(199, "c%d=1,")+"]}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	for _, verdict := range scenario.Run(corsim.Standard).Verdicts {
		if verdict.Rule() != rule.RedirectLimit {
			t.Fatal(verdict)
		}
	}
	if took := time.Since(begin); took > time.Minute {
		t.Errorf("took %v", took)
	}
}

// TestFilesAsEditorsWriteThem holds that neither a byte-order mark nor line endings change what a file says.
func TestFilesAsEditorsWriteThem(t *testing.T) {
	const plain = "page: https://app.example/\ncalls:\n- fetch: /\n  colour: red\n"
	_, want := scenarios.Parse("a.yaml", []byte(plain))
	for _, ending := range []string{"\n", "\r\n", "\r"} {
		_, got := scenarios.Parse("a.yaml", []byte("\ufeff"+strings.ReplaceAll(plain, "\n", ending)))
		if got.Error() != want.Error() {
			t.Errorf("%q: %v", ending, got)
		}
	}
}

func TestErrorIsSafeToPrint(t *testing.T) {
	_, err := scenarios.Parse("a\x1b[2J.yaml", []byte("\"\x1b[31mred\": 1\nx: \"\u202e\"\n"))
	if text := err.Error(); strings.ContainsAny(text, "\x1b\u202e") {
		t.Errorf("%q", text)
	}
}

func TestEveryMistakeIsReported(t *testing.T) {
	_, err := scenarios.Parse("a.yaml", []byte("page: x\ncalls:\n- fetch: https://[::1/\n- fetsch: /\n- xhr: https://[::2/\n"))
	var problems scenarios.Problems
	if !errors.As(err, &problems) || len(problems) != 5 {
		t.Fatalf("%d problems:\n%v", len(problems), err)
	}
	var first scenarios.Problem
	if !errors.As(err, &first) || first.Path != "page" || first.Line != 1 || first.Column != 7 {
		t.Errorf("the first is %+v", first)
	}
}
