package main

import (
	"strings"
	"testing"
	"testing/iotest"
)

func TestExitStatuses(t *testing.T) {
	const call = "page: https://app.example/\ncalls: [{fetch: 'https://api.example/', expect: "
	const server = "}]\nserver: {'https://api.example/': 200}\n"
	tests := []struct {
		args, stdin string
		status      int
	}{
		{"", "", statusOK},
		{"version", "", statusOK},
		{"version x", "", statusBadInput},
		{"explain", "", statusBadInput},
		{"explain -", call + "blocked" + server, statusOK},
		{"explain -", call + "readable" + server, statusUnexpected},
		{"explain --json -", call + "readable" + server, statusUnexpected},
		{"explain -", call + "forbidden" + server, statusBadInput},
		{"explain --json -", call + "forbidden" + server, statusBadInput},
		{"explain /nowhere.yaml", "", statusBadInput},
		{"explain --page https://app.example --request /", "", statusOK},
		{"explain --page https://app.example", "", statusBadInput},
		{"explain --page https://app.example --request / x.yaml", "", statusBadInput},
		{"origin https://app.example", "", statusOK},
		{"origin app.example", "", statusBadInput},
		{"origin", "", statusBadInput},
		{"origin --json", `{"input":"x"}`, statusOK},
		{"origin --json", `["x"]`, statusBadInput},
		{"nonsense", "", statusBadInput},
	}
	for _, test := range tests {
		var stdout, stderr strings.Builder
		got := run(strings.Fields(test.args), strings.NewReader(test.stdin), &stdout, &stderr)
		if got != test.status {
			t.Errorf("corsim %s: status %d, want %d\n%s%s", test.args, got, test.status, &stdout, &stderr)
		}
		if told := stderr.Len() > 0 || strings.Contains(stdout.String(), `"problems"`); told != (got == statusBadInput) {
			t.Errorf("corsim %s: status %d, standard error %q", test.args, got, &stderr)
		}
	}
}

func TestNoControlCharacterReachesTheTerminal(t *testing.T) {
	const title = "title: \"\\e[2J\\u202e\"\npage: https://app.example/\n"
	for _, args := range [][]string{
		{"explain", "-"},
		{"explain", "\x1b[31m.yaml"},
		{"explain", "--page", "\x1b[31m", "--request", "\x1b", "--header", "\x1b", "--mode", "\x1b"},
		{"origin", "https://a.example/\x1b", "\x1b"},
		{"\x1b[31m"},
		{"--\x1b[31m"},
	} {
		var stdout, stderr strings.Builder
		run(args, strings.NewReader(title+"calls: [{fetch: \"\\e\"}]\n\"\\e\": 1"), &stdout, &stderr)
		if out := stdout.String() + stderr.String(); strings.ContainsAny(out, "\x1b\u202e") {
			t.Errorf("%q: %q", args, out)
		}
	}
	var stdout, stderr strings.Builder
	// Of these the encoder of JSON escapes the first only. U+E0001 stands in two surrogates.
	const commands = "\\e\\x7f\\x9b\\u202e\\U000e0001"
	run([]string{"explain", "--json", "-"}, strings.NewReader("title: \""+commands+"\"\npage: https://app.example/\ncalls: [{fetch: /}]\n"), &stdout, &stderr)
	if !strings.Contains(stdout.String(), `"title":"\u001b\u007f\u009b\u202e\udb40\udc01"`) {
		t.Errorf("%q, %q", &stdout, &stderr)
	}
	stdout.Reset()
	run([]string{"explain", "-"}, strings.NewReader(title+"calls: [{fetch: \"/\\e\"}]\n"), &stdout, &stderr)
	if !strings.HasPrefix(stdout.String(), `\x1b[2J\u202e`) || strings.ContainsAny(stdout.String(), "\x1b\u202e") {
		t.Errorf("%q, %q", &stdout, &stderr)
	}
}

// TestOriginLinesComeInAnyPieces holds that a line is a line, however it arrives and whatever its length.
func TestOriginLinesComeInAnyPieces(t *testing.T) {
	questions := `{"input":"https://a.example/` + strings.Repeat("x", 1<<16) + `"}` + "\n" +
		strings.Repeat(`{"input":"y","base":"https://a.example"}`+"\n", 1000)
	var whole, pieces strings.Builder
	if err := originLines(strings.NewReader(questions), &whole); err != nil {
		t.Fatal(err)
	}
	if err := originLines(iotest.OneByteReader(strings.NewReader(questions)), &pieces); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(whole.String(), "\n"); n != 1001 || whole.String() != pieces.String() {
		t.Errorf("%d lines, in pieces %d bytes of %d", n, pieces.Len(), whole.Len())
	}
}
