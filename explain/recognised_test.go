package explain_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/corsim/corsim/explain"
)

func TestRecognise(t *testing.T) {
	const chromium = "Access to fetch at 'https://api.example/v1' from origin 'https://app.example' has been " +
		"blocked by CORS policy: "
	const preflight = "Response to preflight request doesn't pass access control check: "
	tests := []struct {
		about, text string
		want        []string // parts of the text
		not         string
	}{
		{
			"a missing header",
			chromium + "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
			[]string{`so a page of "https://app.example" may not`, "Access-Control-Allow-Origin: https://app.example",
				"Rule cors-check/allow-origin-missing", "it does not undo a request that was sent"},
			"was not sent",
		},
		{
			"of a preflight", chromium + preflight + "It does not have HTTP ok status.",
			[]string{"The status of the answer to the CORS-preflight", "Which status it was.", "was not sent"},
			"Whether the server has acted",
		},
		{
			"a port", chromium + "The 'Access-Control-Allow-Origin' header has a value 'https://app.example:8443' " +
				"that is not equal to the supplied origin.", []string{"The ports differ."}, "slash",
		},
		{
			"null is not to be allowed", "Origin null is not allowed by Access-Control-Allow-Origin. Status code: " +
				"200",
			[]string{"Give the page an origin", "Whether the header is missing or has another value."},
			"Access-Control-Allow-Origin: null",
		},
		{
			"no origin is made up", "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the " +
				"remote resource at https://api.example/v1. (Reason: CORS header ‘Access-Control-Allow-Origin’ " +
				"missing). Status code: 404.",
			[]string{"ORIGIN, the page's own", "with status 404", "The origin of the page."}, "app.example",
		},
		{
			"another header may be missing too",
			chromium + "Request header field x-a is not allowed by Access-Control-Allow-Headers in preflight " +
				"response.",
			[]string{"does not list the request header \"x-a\"",
				"If the request has an Authorization header too"}, "Which method",
		},
		{
			"many causes", "Fetch API cannot load https://api.example/v1 due to access control checks.",
			[]string{"fits many causes", " preflight/status "}, "Fix",
		},
		{"none", "TypeError: Load failed", []string{"says nothing of the cause"}, "Rule"},
		{
			"what a terminal would take for a command", "Origin https://a\x1b[2J\u202e is not allowed by " +
				"Access-Control-Allow-Origin.", []string{`\x1b[2J`}, "\x1b",
		},
	}
	for _, test := range tests {
		found := explain.Recognise(test.text)
		if len(found) != 1 {
			t.Errorf("%s: %d messages", test.about, len(found))
			continue
		}
		text := found[0].Text()
		words := strings.Join(strings.Fields(text), " ")
		for _, part := range test.want {
			if !strings.Contains(words, part) {
				t.Errorf("%s: %q is missing in\n%s", test.about, part, text)
			}
		}
		if strings.Contains(words, test.not) {
			t.Errorf("%s: %q is in\n%s", test.about, test.not, text)
		}
		for line := range strings.Lines(text) {
			if utf8.RuneCountInString(line) > 81 {
				t.Errorf("%s: more than 80 columns: %s", test.about, line)
			}
		}
	}
}

func TestRecogniseSomethingElse(t *testing.T) {
	if found := explain.Recognise("It does not work, because of CORS."); len(found) > 0 {
		t.Errorf("recognised: %v", found)
	}
}
