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

func Example() {
	scenario, err := scenarios.Parse("upload.yaml", []byte(`
title: JSON needs a CORS-preflight
page: https://app.example/
calls:
  - fetch: PUT https://api.example/users/1
    headers: {Content-Type: application/json}
    expect: readable
server:
  https://api.example/users/1:
    preflight:
      headers:
        Access-Control-Allow-Origin: https://app.example
        Access-Control-Allow-Methods: PUT
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	result := scenario.Run(corsim.Standard)
	fmt.Print(result.Verdicts[0])
	fmt.Println(result.Unmet[0])
	// Output:
	// PUT https://api.example/users/1 from https://app.example: blocked, TypeError
	//   preflight/header: Every CORS-unsafe request-header must be listed in
	//     Access-Control-Allow-Headers, or by * when no credentials are included.
	//     found "", held against "content-type"
	//   1  OPTIONS https://api.example/users/1  (CORS-preflight) -> 204
	// upload.yaml:7:13: calls[0]: expected outcome readable, got blocked
}

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
		{"a list", "- page\n", "this is a list; a mapping belongs here"},
		{"two documents", one("fetch: /\n---\n") + one("fetch: /\n"), "a second YAML document"},
		{"no calls", "page: https://app.example/\n", "the key calls is missing"},
		{"an empty list of calls", "page: https://app.example/\ncalls: []\n", "there is no call"},
		{"no page", "calls: [{fetch: 'https://api.example/'}]\n", "the key page is missing"},
		{"a key twice", one("fetch: /\n  fetch: /\n"), `"fetch" stands here a second time, after line 3`},
		{"a key without value", one("fetch: /\n  body:\n"), "nothing stands here"},
		{"a key in another spelling", one("fetch: /\n  referrerPolicy: origin\n"), "did you mean referrer-policy?"},
		{"a key that is like no other", one("fetch: /\n  colour: red\n"), "it is one of fetch, xhr"},
		{"no interface", one("body: x\n"), "exactly one of fetch, xhr and event-source"},
		{"two interfaces", one("fetch: /\n  xhr: /\n"), "exactly one of fetch, xhr and event-source"},
		{"a key of another interface", one("xhr: /\n  mode: cors\n"), "mode cannot be set with xhr, only with fetch"},
		{"an EventSource with a method", one("event-source: POST /\n"), "always uses GET"},
		{"a URL that is none", one("fetch: https://[::1/\n"), "where that is meant, expect: threw"},
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
		{"a status in words", answering + "https://api.example/: OK\n", `"OK" is no whole number`},
		{"an answer and a failure", answering + "https://api.example/: {failure: x, status: 200}\n", "gives no answer"},
		{"a header name with a space", answering + "https://api.example/: {headers: {A B: 1}}\n", `"A B" is no header name`},
		{"a header value with a line break", answering + "https://api.example/: {headers: {A: \"1\\n2\"}}\n", "no line break"},
		{"a cookie that none stores", one("fetch: /\n") + "cookies: {'http://api.example/': a=1; Secure}\n", "no browser stores this cookie"},
		{"an anchor", "page: &page https://app.example/\ncalls: []\n", "& begins a YAML anchor"},
		{"an alias", "page: *page\ncalls: []\n", "* begins a YAML alias"},
		{"a tag", "page: !!str x\n", "! begins a YAML tag"},
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
	const size = 1 << 18
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for _, text := range []string{
		repeat("["), repeat("{a: "), repeat("- "), repeat("a:\n- "), repeat("? "), repeat("&a "), repeat("*a "),
		repeat("!a "), repeat("'"), repeat("\""), repeat("x"), repeat("- x\n"), repeat("#\n"), repeat("\n"), repeat(" "),
		repeat("---\n"), repeat("a: b\n"), "calls: [" + repeat("{fetch: /},")[:size-20] + "]",
		"x: |\n" + repeat(" a\n"), "x: >\n" + repeat(" a\n")[:size-10], repeat("\x00"), repeat("\t"), strings.Repeat("x", 1<<20+1),
		strings.Repeat("a: b\n", 6000), strings.Repeat("[", 19000), strings.Repeat("a:\n- ", 5000),
	} {
		begin := time.Now()
		_, err := scenarios.Parse("a.yaml", []byte(text))
		if err == nil {
			t.Errorf("%.10q…: no error", text)
			continue
		}
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%.10q…: took %v", text, took)
		}
		_ = err.Error()
	}
}

func TestErrorIsSafeToPrint(t *testing.T) {
	_, err := scenarios.Parse("a\x1b[2J.yaml", []byte("\"\x1b[31mred\": 1\nx: \"\u202e\"\n"))
	if text := err.Error(); strings.ContainsAny(text, "\x1b\u202e") {
		t.Errorf("%q", text)
	}
}

func TestRun(t *testing.T) {
	const page = "page: https://app.example/\n"
	tests := []struct{ what, text string }{
		{"what the file does not say is undetermined", page + `
calls: [{fetch: "https://api.example/", expect: {outcome: undetermined, rule: undetermined/answer-unknown}}]`},
		{"a preflight that the file does not say is undetermined", page + `
calls: [{fetch: "PUT https://api.example/", expect: {outcome: undetermined, sent: false}}]
server: {"https://api.example/": 200}`},
		{"OPTIONS answers a preflight", page + `
calls: [{fetch: "PUT https://api.example/", expect: {rule: cors-check/allow-origin-missing, preflights: 1}}]
server: {"OPTIONS https://api.example/": 204}`},
		{"the entry of a method comes before that of all", page + `
calls: [{fetch: "https://app.example/x", expect: {status: 201}}, {fetch: "POST /x", expect: {status: 202}}]
server: {"https://app.example/x": 202, "GET https://app.example/x": 201}`},
		{"answers change, and the last one repeats", page + `
calls: [{fetch: /, expect: {status: 201}}, {fetch: /, expect: {status: 202}}, {fetch: /, expect: {status: 202}}]
server: {"https://app.example/": [201, 202]}`},
		{"a connection fails", page + `
calls: [{fetch: /, expect: {outcome: blocked, rule: network/failure, exception: TypeError}}]
server: {"https://app.example/": {failure: connection refused}}`},
		{"a redirect reaches another entry", page + `
calls: [{fetch: /a, expect: {outcome: readable, type: basic, status: 200, steps: [redirect/followed]}}]
server: {"https://app.example/a": {status: 302, headers: {Location: /b}}, "https://app.example/b": 200}`},
		{"two fields of a name", page + `
calls: [{fetch: "https://api.example/", expect: {rule: cors-check/allow-origin-multiple}}]
server: {"https://api.example/": {headers: {Access-Control-Allow-Origin: ["https://app.example", "https://app.example"]}}}`},
		{"headers as lines", page + `
calls: [{fetch: "https://api.example/", headers: ["X-A: 1"], expect: {preflights: 1}}]
server: {"https://api.example/": {preflight: 204}}`},
		{"headers that script sees", page + `
calls: [{fetch: "https://api.example/", expect: {headers: {content-type: text/plain, X-Total-Count: null}}}]
server: {"https://api.example/": {headers: {Access-Control-Allow-Origin: "*", Content-Type: text/plain, X-Total-Count: 9}}}`},
		{"a cookie of another site stays at home", page + `
cookies: {"https://api.example/": [a=1; SameSite=Lax; Secure, b=2; SameSite=None; Secure]}
calls: [{fetch: "https://api.example/", credentials: include, expect: {steps: [cookie/sent, cookie/withheld]}}]
server: {"https://api.example/": 200}`},
		{"time passes", page + `
calls:
- {fetch: "PUT https://api.example/", expect: {preflights: 1}}
- {fetch: "PUT https://api.example/", after: 9, expect: {preflights: 0, steps: [preflight-cache/hit]}}
- {fetch: "PUT https://api.example/", after: 1, expect: {preflights: 1}}
server:
  https://api.example/:
    preflight:
      headers: {Access-Control-Allow-Origin: "*", Access-Control-Allow-Methods: PUT, Access-Control-Max-Age: 10}
    answer: {headers: {Access-Control-Allow-Origin: "*"}}`},
		{"a call that throws", page + `
calls: [{fetch: "https://[", expect: threw}, {xhr: "https://[", expect: {outcome: threw, exception: SyntaxError}}]`},
		{"an event stream", page + `
calls: [{event-source: /events, expect: {outcome: blocked, rule: event-source/content-type}}]
server: {"https://app.example/events": 200}`},
		{"an upload with a listener", page + `
calls: [{xhr: POST https://api.example/, body: {kind: Blob, size: 3}, upload-listener: true, expect: {preflights: 1}}]
server: {"https://api.example/": {preflight: 403}}`},
		{"a page in a sandbox", `
page: {url: "https://app.example/", sandboxed: true}
calls: [{fetch: /, expect: {rule: cors-check/allow-origin-mismatch}}]
server: {"https://app.example/": {headers: {Access-Control-Allow-Origin: "https://app.example"}}}`},
		{"a page with an embedder policy", `
page: {url: "https://app.example/", embedder-policy: require-corp}
calls: [{fetch: "https://api.example/", mode: no-cors, expect: {rule: corp/embedder-policy}}]
server: {"https://api.example/": 200}`},
	}
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			scenario, err := scenarios.Parse("a.yaml", []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if !scenario.Expects() {
				t.Error("nothing is expected")
			}
			for range 2 {
				result := scenario.Run(corsim.Standard)
				for _, unmet := range result.Unmet {
					t.Errorf("%v\n%v", unmet, result.Verdicts[unmet.Call])
				}
			}
		})
	}
}

func TestUnmet(t *testing.T) {
	scenario, err := scenarios.Parse("a.yaml", []byte(`page: https://app.example/
calls:
- fetch: https://app.example/
- fetch: https://app.example/
  expect:
    outcome: blocked
    rule: cors-check/allow-origin-missing
    steps: [redirect/followed]
    exception: TypeError
    type: cors
    status: 404
    headers: {X-A: 1, X-B: null}
    sent: false
    preflights: 1
server:
  https://app.example/: {headers: {X-B: 2}}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"6:5: calls[1]: expected outcome blocked, got readable",
		"7:5: calls[1]: expected rule cors-check/allow-origin-missing, got main-fetch/same-origin",
		"8:5: calls[1]: expected steps redirect/followed, got none",
		"9:5: calls[1]: expected exception TypeError, got none",
		"10:5: calls[1]: expected type cors, got basic",
		"11:5: calls[1]: expected status 404, got 200",
		`12:5: calls[1]: expected headers X-A: "1", got null`,
		`12:5: calls[1]: expected headers X-B: null, got "2"`,
		"13:5: calls[1]: expected sent false, got true",
		"14:5: calls[1]: expected preflights 1, got 0",
	}
	unmet := scenario.Run(corsim.Standard).Unmet
	for i, u := range unmet {
		if i >= len(want) || u.String() != "a.yaml:"+want[i] {
			t.Errorf("%v", u)
		}
	}
	if len(unmet) != len(want) {
		t.Errorf("%d, want %d", len(unmet), len(want))
	}
}

// TestUnknownAnswerSaysWhere holds that a missing answer points at the entry that could have it.
func TestUnknownAnswerSaysWhere(t *testing.T) {
	scenario, err := scenarios.Parse("a.yaml", []byte(one("fetch: PUT https://api.example/\n")+
		"server:\n  https://api.example/: 200\n"))
	if err != nil {
		t.Fatal(err)
	}
	verdict := scenario.Run(corsim.Standard).Verdicts[0]
	unknown := verdict.Exchanges()[0].Answer.Unknown
	if verdict.Rule() != rule.UnknownAnswer || unknown.File != "a.yaml" || unknown.Line != 5 {
		t.Errorf("%v, %+v", verdict.Rule(), unknown)
	}
}

func FuzzParse(f *testing.F) {
	for _, data := range scenarios.Library() {
		f.Add(data)
	}
	f.Add([]byte("page: &a https://a.example/\ncalls: [*a]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		scenario, err := scenarios.Parse("a.yaml", data)
		if err != nil {
			if text := err.Error(); strings.ContainsAny(text, "\x1b\x00\r\a") {
				t.Errorf("not safe to print: %q", text)
			}
			return
		}
		first, second := scenario.Run(corsim.Standard), scenario.Run(corsim.Standard)
		if len(first.Verdicts) != len(scenario.Calls) {
			t.Fatalf("%d verdicts of %d calls", len(first.Verdicts), len(scenario.Calls))
		}
		for i, verdict := range first.Verdicts {
			if verdict.Rule() == 0 || verdict.String() != second.Verdicts[i].String() {
				t.Errorf("call %d: %v\nthen %v", i, verdict, second.Verdicts[i])
			}
		}
	})
}
