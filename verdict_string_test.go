package corsim_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
)

// TestVerdictSays holds that a verdict says what was compared with what, once, in lines that fit a terminal.
func TestVerdictSays(t *testing.T) {
	list := "https://app.example, " + strings.Repeat("https://other.example, ", 4) + "https://api.example"
	unknown := &fetch.Unknown{What: "a variable decides which origin it allows", File: "nginx\x1b.conf", Line: 12}
	tests := []struct {
		url    string
		answer corsim.Answer
		says   string
	}{
		{apiURL, says(200, "Access-Control-Allow-Origin", "*"), "    the server allows \"*\"\n"},
		{apiURL, says(200), "    the server allows nothing; the origin is \"https://app.example\"\n"},
		{apiURL, says(200, "Access-Control-Allow-Origin", list), "    the server allows \"https://app.example, https://other.example,\n      https://"},
		{"https://[", says(200), "    \"https://[\": no closing bracket (at \"[\")\n"},
		{apiURL, corsim.Answer{Failure: "connection refused"}, "connection failed.\n  1  GET " + apiURL + " -> no answer: connection refused\n"},
		{apiURL, corsim.Answer{Unknown: unknown}, " -> unknown\n     \"nginx\\x1b.conf\":12: a variable decides which origin it allows\n"},
		{apiURL, corsim.Answer{}, "request.\n  1  GET " + apiURL + " -> unknown\n"},
		{apiURL, says(103), " -> 103, an interim answer, and none after it\n"},
	}
	page := corsim.New(corsim.Standard).Open(appURL)
	for _, test := range tests {
		text := page.Fetch(turns(test.answer), corsim.Request{URL: test.url}).String()
		if !strings.Contains(text, test.says) {
			t.Errorf("%s does not say\n%s", text, test.says)
		}
		for line := range strings.SplitSeq(text, "\n") {
			if utf8.RuneCountInString(line) > 80 {
				t.Errorf("too long: %s", line)
			}
		}
	}
}
