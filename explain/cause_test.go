package explain

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// TestSentences holds that every rule that can stop a fetch has its own sentence, and that no template names what is
// not there, whatever the operands are.
func TestSentences(t *testing.T) {
	verdict := playRequest("PUT", nil, says(500))
	templates := map[string]rule.ID{}
	for id := range rule.All {
		s, found := sentenceOf(id)
		if !found {
			if id.Rule().Ways.Has(rule.Stopped) {
				t.Errorf("%s has no sentence", id)
			}
			continue
		}
		for _, template := range []string{s.stands, s.without, s.passed} {
			if of, taken := templates[template]; taken && template != "" {
				t.Errorf("%s and %s say the same: %s", id, of, template)
			}
			templates[template] = id
		}
		for _, operand := range hostileOperands {
			d := decisionOf(verdict)
			d.step.Rule, d.found, d.against = id, operand, operand
			if said := d.cause(new(words)); !isPlain(said) {
				t.Errorf("%s: %q", id, said)
			}
		}
	}
}

// hostileOperands are what nobody expects of a rule's operands.
var hostileOperands = []string{
	"", "x", "\x00\x1b[31m\r\n\u2028\u202e", strings.Repeat("ü", 1<<16), "{found}{}{", "\xff\xfe", strings.Repeat("\x80", 500),
	`"`, `origin: "`, `origin: "a": b`,
}

// isPlain reports whether a text is a sentence that can be printed.
func isPlain(said string) bool {
	return strings.HasSuffix(said, ".") && len(said) <= 800 && utf8.ValidString(said) &&
		!strings.ContainsFunc(said, func(r rune) bool { return r != ' ' && !unicode.IsGraphic(r) })
}

// TestCauses holds the sentences that change with what was found.
func TestCauses(t *testing.T) {
	granted := says(204, allowOrigin, "*", allowMethods, "PUT")
	tests := []struct {
		about   string
		method  string
		answers []corsim.Answer
		says    string
	}{
		{"a preflight without the header", "PUT", list(says(204)), "The preflight's answer has no Access-Control-Allow-Origin;"},
		{"an answer without it after a preflight with it", "PUT", list(granted, says(200)), "The answer to the PUT itself has no"},
		{"an error without it", "GET", list(says(502)), "The answer (502) has no Access-Control-Allow-Origin;"},
		{"a redirect without it", "GET", list(says(302, "Location", "/next")),
			"The redirect at https://api.example/items (302) has no"},
		{"an answer without it after a redirect", "GET",
			list(says(302, "Location", "/next", allowOrigin, "*"), says(200)), "The answer at https://api.example/next has no"},
		{"a redirect to nowhere", "GET", list(says(302)), "The answer (302) has no"},
		{"the header twice", "GET", list(says(200, allowOrigin, "*", allowOrigin, "*")),
			`has Access-Control-Allow-Origin more than once, which counts as "*, *"`},
		{"no list of methods", "PUT", list(says(204, allowOrigin, "*")), "PUT: its Access-Control-Allow-Methods is missing."},
		{"no list of headers", "GET", list(says(204, allowOrigin, "*")), "x-a: its Access-Control-Allow-Headers is missing."},
		{"an empty list of methods", "PUT", list(says(204, allowOrigin, "*", allowMethods, "")),
			"PUT: its Access-Control-Allow-Methods is empty."},
		{"a broken list of headers", "PUT", list(says(204, allowOrigin, "*", allowHeaders, "a b")),
			`lists "a b" in Access-Control-Allow-Headers`},
		{"a preflight that needs a login", "PUT", list(says(401, allowOrigin, "*")), "was answered 401; a preflight carries no credentials"},
		{"a preflight that is redirected", "PUT", list(says(301, allowOrigin, "*")), "was answered 301, a redirect;"},
		{"an origin with a slash", "GET", list(says(200, allowOrigin, "https://app.example/")),
			`The answer allows "https://app.example/", with a slash at the end; an origin has none: "https://app.example".`},
		{"another origin", "GET", list(says(200, allowOrigin, "https://b.example")),
			`The answer allows "https://b.example" and not the page's origin, "https://app.example".`},
		{"an empty value", "GET", list(says(200, allowOrigin, "")), "The answer has an empty Access-Control-Allow-Origin;"},
	}
	for _, test := range tests {
		var headers header.List
		if strings.Contains(test.says, "x-a") {
			headers = header.List{{Name: "X-A", Value: "1"}}
		}
		if said := Of(playRequest(test.method, headers, test.answers...)).Cause; !strings.Contains(said, test.says) {
			t.Errorf("%s: %s\nwant %s", test.about, said, test.says)
		}
	}
	if said := Of(corsim.Verdict{}).Cause; said != "" {
		t.Errorf("the zero Verdict: %s", said)
	}
}

// TestStoredAnswer holds that an answer of the HTTP cache is not taken for one of the server.
func TestStoredAnswer(t *testing.T) {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	server := inTurn(says(200, "Cache-Control", "max-age=60", "Access-Control-Allow-Origin", "https://b.example"))
	page.Fetch(server, corsim.Request{URL: "https://api.example/"})
	verdict := page.Fetch(server, corsim.Request{URL: "https://api.example/"})
	if said := Of(verdict).Cause; !strings.HasPrefix(said, "The stored answer allows") {
		t.Errorf("%s", said)
	}
}

func TestCauseAllocations(t *testing.T) {
	d := decisionOf(playRequest("PUT", nil, says(204, "Access-Control-Allow-Origin", "https://b.example")))
	if n := testing.AllocsPerRun(100, func() { d.cause(new(words)) }); n > 1 {
		t.Errorf("%v allocations", n)
	}
}

// decisionOf is the decision of a verdict whose steps have been noted.
func decisionOf(v corsim.Verdict) *decision {
	d := newDecision(v, v.Call())
	for step := range v.Steps() {
		d.note(&step)
	}
	return &d
}

// playRequest is a request of https://app.example with the method and the headers.
func playRequest(method string, headers header.List, answers ...corsim.Answer) corsim.Verdict {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	return page.Fetch(inTurn(answers...), corsim.Request{URL: "https://api.example/items", Method: method, Header: headers})
}

// inTurn is a Server that gives each answer once, and the last one for ever.
func inTurn(answers ...corsim.Answer) corsim.Server {
	return corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		answer := answers[0]
		if len(answers) > 1 {
			answers = answers[1:]
		}
		return answer
	})
}

// says is an answer with names and values of headers in turn.
func says(status int, namesAndValues ...string) corsim.Answer {
	answer := corsim.Answer{Status: status}
	for i := 0; i < len(namesAndValues); i += 2 {
		answer.Header.Append(namesAndValues[i], namesAndValues[i+1])
	}
	return answer
}

func list(answers ...corsim.Answer) []corsim.Answer { return answers }

func TestPrintable(t *testing.T) {
	tests := []struct{ about, value, want string }{
		{"nothing", "", ""},
		{"a URL", "https://app.example/?q=ü", "https://app.example/?q=ü"},
		{"commands", "a\x1b[31m\r\n\x00b", `a\x1b[31m\r\n\x00b`},
		{"what turns the direction", "a\u202eb", `a\u202eb`},
		{"bytes that are no text", "\xff\xfea", `\xff\xfea`},
		{"the most", strings.Repeat("a", 120), strings.Repeat("a", 120)},
		{"a byte more", strings.Repeat("a", 121), strings.Repeat("a", 120) + "…"},
		{"a character over the end", strings.Repeat("a", 119) + "üü", strings.Repeat("a", 119) + "ü…"},
	}
	for _, test := range tests {
		if got := string(appendPrintable(nil, test.value)); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
