package console_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/rule"
)

// chromiumLine puts the envelope around a reason.
func chromiumLine(kind, reason string) string {
	return "Access to " + kind + " at 'https://api.example/v1' from origin 'https://app.example' " +
		"has been blocked by CORS policy: " + reason
}

const preflightPrefix = "Response to preflight request doesn't pass access control check: "

// A known message is a line, who prints it, and the rules that can be behind it.
type known struct {
	engine string
	old    bool
	rules  []rule.ID
	line   string
}

// readKnown reads testdata/messages.txt: today's messages and earlier ones.
func readKnown(t testing.TB) []known {
	t.Helper()
	text, err := os.ReadFile("testdata/messages.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []known
	for block := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
		head, line, is := strings.Cut(block, "\n")
		if !is {
			continue
		}
		words := strings.Fields(head)
		message := known{engine: words[0], old: words[1] == "earlier", line: line}
		if message.engine == "several" {
			message.engine = ""
		}
		for _, slug := range words[2:] {
			id, err := rule.Parse(slug)
			if err != nil {
				t.Fatal(err)
			}
			message.rules = append(message.rules, id)
		}
		slices.Sort(message.rules)
		all = append(all, message)
	}
	return all
}

func TestRecognise(t *testing.T) {
	for _, test := range readKnown(t) {
		for _, line := range []string{
			test.line,
			"app.js:12 " + test.line,
			"[Error] " + test.line + "\r",
			"12:03:44.120  " + test.line + " app.js:3:9",
			strings.NewReplacer("‘", "'", "’", "'").Replace(test.line) + "\n(anonymous) @ app.js:12",
		} {
			// What stands behind a value to the end of the line cannot be told from it.
			got := console.Recognise(line)
			if len(got) != 1 || got[0].Cut || got[0].Engine != test.engine || got[0].Old != test.old ||
				!slices.Equal(got[0].Rules, test.rules) {
				t.Errorf("%q:\n%+v\nwant %s, old %v, %v", line, got, test.engine, test.old, test.rules)
			}
		}
	}
}

// summary is what was found, a line for each message.
func summary(found []console.Recognition) string {
	var b strings.Builder
	for i := range found {
		r := &found[i]
		b.WriteString(r.Engine)
		if r.Old {
			b.WriteString(" old")
		}
		if r.Cut {
			b.WriteString(" cut")
		}
		if r.Preflight {
			b.WriteString(" preflight")
		}
		for _, value := range r.Values {
			b.WriteString(" " + value.Name + "=" + value.Text)
		}
		for _, id := range r.Rules {
			b.WriteString(" " + id.Slug())
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestRecogniseInPastes(t *testing.T) {
	const missing = "No 'Access-Control-Allow-Origin' header is present on the requested resource."
	tests := []struct{ about, text, want string }{
		{"nothing", "", ""},
		{"no message of a browser", "It does not work.\nPlease help: CORS!", ""},
		{
			"Chromium's console",
			"index.html:1 Access to fetch at 'https://b.example/x' " +
				"(redirected from 'https://api.example/v1') from " +
				"origin 'null' has been blocked by CORS policy: " +
				preflightPrefix + missing + "\napp.js:12 GET https://b.example/x " +
				"net::ERR_FAILED\n(anonymous) @ app.js:12\napp.js:14 Uncaught (in promise) TypeError: Failed to fetch",
			"chromium preflight url=https://b.example/x kind=fetch first=https://api.example/v1 origin=null " +
				"cors-check/allow-origin-missing\n",
		},
		{
			"the reason alone", missing, "chromium cors-check/allow-origin-missing\n",
		},
		{
			"a line broken at spaces",
			"Access to fetch at 'https://api.example/v1'\nfrom origin 'https://app.example' has been blocked by " +
				"CORS\npolicy: Method PUT is not allowed by\n  Access-Control-Allow-Methods in preflight response.",
			"chromium kind=fetch url=https://api.example/v1 origin=https://app.example method=PUT preflight/method\n",
		},
		{
			"cut off in the reason", chromiumLine("fetch", "The 'Access-Control-Allow-Origin' header contains the "+
				"inv…"),
			"chromium cut kind=fetch url=https://api.example/v1 origin=https://app.example cors-check/allow-origin-mismatch\n",
		},
		{
			"cut off where two reasons go on", chromiumLine("fetch", "The 'Access-Control-Allow-Origin' header "+
				"contains"),
			"chromium cut kind=fetch url=https://api.example/v1 origin=https://app.example " +
				"cors-check/allow-origin-multiple cors-check/allow-origin-mismatch\n",
		},
		{
			"what Firefox adds", blocked + apiURL + ". (Reason: CORS header ‘Access-Control-Allow-Origin’ does not " +
				"match " +
				"‘http://a b’).\n\n" + blocked + nothing + "\n",
			"firefox url=https://api.example/v1 value=http://a b cors-check/allow-origin-mismatch\n",
		},
		{
			"WebKit's three lines",
			"[Error] Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 200\n" +
				"[Error] Fetch API cannot load https://api.example/v1 due to access control checks.\n" +
				"[Error] Failed to load resource: Origin https://app.example is not allowed by " +
				"Access-Control-Allow-Origin. " +
				"Status code: 200 (v1, line 0)\n[Error] Unhandled Promise Rejection: TypeError: Load failed",
			"webkit origin=https://app.example status=200 url=https://api.example/v1 " +
				"cors-check/allow-origin-missing " +
				"cors-check/allow-origin-mismatch\n",
		},
		{
			"several browsers",
			chromiumLine("XMLHttpRequest", preflightPrefix+"It does not have HTTP ok status.") + "\n" +
				blocked + apiURL + ". (Reason: CORS preflight response did not succeed). Status code: 401.",
			"chromium preflight kind=XMLHttpRequest url=https://api.example/v1 origin=https://app.example preflight/status\n" +
				"firefox url=https://api.example/v1 status=401 preflight/status\n",
		},
		{
			"an older line",
			"XMLHttpRequest cannot load https://api.example/v1. " + missing +
				" Origin 'https://app.example' is therefore not allowed access.",
			"chromium old url=https://api.example/v1 origin=https://app.example cors-check/allow-origin-missing\n",
		},
		{"what script gets", "TypeError: Failed to fetch", "chromium\n"},
	}
	for _, test := range tests {
		got := summary(console.Recognise(test.text))
		if sorted(got) != sorted(test.want) {
			t.Errorf("%s:\n%s\nwant\n%s", test.about, got, test.want)
		}
	}
}

// sorted puts the words of each line in order: that of the values is the messages'.
func sorted(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		words := strings.Fields(line)
		slices.Sort(words)
		lines[i] = strings.Join(words, " ")
	}
	return strings.Join(lines, "\n")
}

// TestRecogniseIsBounded reads what a hostile paste can hold.
func TestRecogniseIsBounded(t *testing.T) {
	for _, piece := range []string{
		"Access to fetch at 'https://", "Origin x ",
		"Cross-Origin Request Blocked: The Same Origin Policy disallows reading ",
		"The 'Access-Control-Allow-Origin' header has a value '", "\n", "\nAccess to fetch at ", "‘", "net::ERR_FAILED ",
		"Access-Control-Allow-Origin cannot contain more than one origin. ",
	} {
		if found := console.Recognise(strings.Repeat(piece, 1<<18/len(piece))); len(found) > 256 {
			t.Errorf("%q: %d messages", piece, len(found))
		}
	}
}

func FuzzRecognise(f *testing.F) {
	for _, test := range readKnown(f) {
		f.Add(test.line)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range console.Recognise(text) {
			for _, value := range r.Values {
				if strings.Contains(value.Text, "\n") || !strings.Contains(strings.ReplaceAll(text, "\n", " "), value.Text) {
					t.Errorf("%q is not in the text", value.Text)
				}
			}
			if !slices.IsSorted(r.Rules) {
				t.Errorf("%v: not in order", r.Rules)
			}
		}
	})
}
