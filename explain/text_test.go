package explain_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/header"
)

// answers is a Server that gives one answer after the other, the last again and again.
func answers(all ...corsim.Answer) corsim.Server {
	return corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		answer := all[0]
		if len(all) > 1 {
			all = all[1:]
		}
		return answer
	})
}

// answer returns an answer with a status and headers, names and values in turn.
func answer(status int, headers ...string) corsim.Answer {
	var list header.List
	for i := 0; i < len(headers); i += 2 {
		list.Append(headers[i], headers[i+1])
	}
	return corsim.Answer{Status: status, Header: list}
}

const (
	appURL = "https://app.example/"
	apiURL = "https://api.example/users/1"
)

// blockedPreflight is a verdict about a PUT that the preflight's answer does not allow.
func blockedPreflight() corsim.Verdict {
	return corsim.New(corsim.Standard).Open(appURL).Fetch(
		answers(answer(204, "Access-Control-Allow-Origin", "https://app.example", "Access-Control-Allow-Methods", "PUT")),
		corsim.Request{Method: "PUT", URL: apiURL, Header: header.List{{Name: "Content-Type", Value: "application/json"}}})
}

func TestTextTellsTheStory(t *testing.T) {
	text := explain.Text(blockedPreflight())
	rest := text
	for _, part := range []string{
		"PUT https://api.example/users/1   from https://app.example               BLOCKED\n",
		"  1  OPTIONS /users/1   asked first, because of PUT and content-type\n",
		"       Access-Control-Request-Headers: content-type\n",
		"     answer: 204\n",
		"       Access-Control-Allow-Methods: PUT   ok: lists PUT\n",
		"       Access-Control-Allow-Headers        missing: content-type needs it\n",
		"  2  PUT /users/1   never sent\n",
		"never sent. The server has seen the preflight",
		"preflight/header stopped: step 7.7 of https://fetch.spec.whatwg.org/#cors-preflight-fetch-0",
	} {
		_, after, found := strings.Cut(rest, part)
		if !found {
			t.Fatalf("%s\ndoes not say, in order: %s", text, part)
		}
		rest = after
	}
	for line := range strings.SplitSeq(text, "\n") {
		if utf8.RuneCountInString(line) > 80 && !strings.Contains(line, "://") {
			t.Errorf("too long: %s", line)
		}
	}
}
