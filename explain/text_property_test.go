package explain_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/explain/lesson"
	"github.com/corsim/corsim/header"
)

// TestTextOfEveryRule holds what is so of each text, for the examples that reach every rule.
func TestTextOfEveryRule(t *testing.T) {
	for _, example := range lesson.All() {
		verdict := example.Run()
		checkText(t, example.Rule.Slug()+" "+example.Way.String(), verdict)
		checkHappened(t, example.Rule.Slug()+" "+example.Way.String(), verdict)
	}
}

// checkText holds that the lines fit a terminal where URLs let them, and that nothing in them is a command.
func checkText(t *testing.T, name string, verdict corsim.Verdict) {
	t.Helper()
	e := explain.Fully(verdict)
	for _, level := range []explain.Level{explain.Path, explain.AllSteps, explain.NoSteps} {
		text := string(e.AppendText(nil, explain.TextStyle{Steps: level}))
		if !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") || strings.Contains(text, "\n\n\n") {
			t.Errorf("%s: lines are missing, or empty:\n%s", name, text)
		}
		for line := range strings.SplitSeq(text, "\n") {
			longest := 0
			for word := range strings.FieldsSeq(line) {
				longest = max(longest, utf8.RuneCountInString(word))
			}
			if utf8.RuneCountInString(line) > 80 && longest < 40 && !strings.Contains(line, "://") {
				t.Errorf("%s: too long: %s", name, line)
			}
			if strings.TrimRight(line, " ") != line {
				t.Errorf("%s: spaces at the end: %q", name, line)
			}
		}
		if bad := strings.IndexFunc(text, isCommand); bad >= 0 {
			t.Errorf("%s: a terminal takes a command from %q", name, text)
		}
	}
}

func isCommand(r rune) bool {
	invisible := []rune("\u202a\u202e\u2066\u2069\u200b\ufeff\u2028\u2029")
	return r != '\n' && (r < ' ' || 0x7f <= r && r < 0xa0 || slices.Contains(invisible, r))
}

// checkHappened holds that an explanation has each request once, that nobody can believe of one that was sent that
// it was not, and that nobody can believe that CORS protects the server.
func checkHappened(t *testing.T, name string, verdict corsim.Verdict) {
	t.Helper()
	e := explain.Of(verdict)
	sent := 0
	for _, x := range e.Exchanges {
		if x.Sent {
			sent++
		}
	}
	if sent != len(verdict.Exchanges()) {
		t.Errorf("%s: %d requests were sent, of %d", name, sent, len(verdict.Exchanges()))
	}
	said := strings.Join(e.Happened, " ")
	if nothing := strings.Contains(said, "Nothing was sent"); nothing != (sent == 0 && e.Call.API != "") {
		t.Errorf("%s: %d requests were sent, and it says: %s", name, sent, said)
	}
	if never := strings.Contains(said, "never sent"); never && verdict.Sent() {
		t.Errorf("%s: the request was sent, and it says: %s", name, said)
	}
	if rest := strings.ReplaceAll(said, "that does not protect the server", ""); strings.Contains(rest, "protect") {
		t.Errorf("%s: whom does CORS protect? %s", name, said)
	}
}

// TestPOSTIsNotUndone holds that a blocked answer to a request that changes something is said to change nothing.
func TestPOSTIsNotUndone(t *testing.T) {
	server := corsim.ServerFunc(func(r *corsim.HTTPRequest) corsim.Answer {
		if r.Method == "OPTIONS" {
			return answer(204, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Methods", "*")
		}
		return answer(200)
	})
	for _, method := range []string{"POST", "DELETE"} {
		verdict := corsim.New(corsim.Standard).Open(appURL).Fetch(server, corsim.Request{Method: method, URL: apiURL})
		want := "The " + method + " was sent and answered with 200: what the server does for such a request, it has done"
		if said := explain.Of(verdict).Happened[0]; !strings.HasPrefix(said, want) {
			t.Errorf("%s: %s", method, said)
		}
	}
}

// hostileValues are values that are meant to break out of a text, or to fill it.
var hostileValues = []string{
	"\x1b[2J\x1b]0;title\x07", "a\nb\r\nBLOCKED", "\u202egnp.exe", "\x9b31m", "\xff\xfe", "\u200b\ufeff",
	strings.Repeat("x", 1<<14), strings.Repeat("\x1b", 1<<14), strings.Repeat("a ", 1<<14), "\u2028\u2029",
}

func TestHostileText(t *testing.T) {
	for _, value := range hostileValues {
		name := value[:min(len(value), 20)]
		for _, verdict := range hostileVerdicts(value) {
			checkText(t, name, verdict)
			if text := explain.Text(verdict); len(text) > 1<<16 {
				t.Errorf("%q makes %d bytes of text", name, len(text))
			}
		}
	}
}

// hostileVerdicts are verdicts with a value wherever one can stand.
func hostileVerdicts(value string) []corsim.Verdict {
	open := func(url string) *corsim.Page { return corsim.New(corsim.Standard).Open(url) }
	all := corsim.Request{Method: value, URL: value, Header: header.List{{Name: "X-" + value, Value: value}}}
	plain := corsim.Request{URL: apiURL}
	return []corsim.Verdict{
		open(appURL).Fetch(answers(answer(200, "Access-Control-Allow-Origin", value)), plain),
		open(appURL).Fetch(answers(answer(204, "Access-Control-Allow-Methods", value)), all),
		open(value).Fetch(answers(corsim.Answer{Failure: value}), plain),
		open(appURL).Fetch(answers(answer(302, "Location", value, "Access-Control-Allow-Origin", "*")), plain),
	}
}
