package explain_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// verdictOf fetches a URL on https://app.example/ of a server that gives the answers in turn.
func verdictOf(request corsim.Request, answers ...corsim.Answer) corsim.Verdict {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	return page.Fetch(corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		answer := answers[0]
		if len(answers) > 1 {
			answers = answers[1:]
		}
		return answer
	}), request)
}

func answerWith(status int, namesAndValues ...string) corsim.Answer {
	a := corsim.Answer{Status: status}
	for pair := range slices.Chunk(namesAndValues, 2) {
		a.Header = append(a.Header, header.Field{Name: pair[0], Value: pair[1]})
	}
	return a
}

func TestDiff(t *testing.T) {
	const allow = "Access-Control-Allow-Origin"
	get := corsim.Request{URL: "https://api.example/"}
	put := corsim.Request{URL: "https://api.example/", Method: "PUT"}
	grant := answerWith(204, allow, "*", "Access-Control-Allow-Methods", "PUT")
	tests := []struct {
		about         string
		before, after corsim.Verdict
		changes, page []string // as where/name/kind/from/to
		parting       rule.ID  // of the verdict after
	}{
		{"nothing", verdictOf(get, answerWith(200, allow, "*")), verdictOf(get, answerWith(200, allow, "*")), nil, nil, 0},
		{"a header, and the outcome", verdictOf(get, answerWith(200)), verdictOf(get, answerWith(200, allow, "*")),
			[]string{"answer to 1, GET https://api.example//" + allow + "/added//*"},
			[]string{"the page/outcome/changed/blocked/readable", "the page/exception/removed/TypeError/"},
			rule.CORSWildcard},
		{"another reason", verdictOf(get, answerWith(200)), verdictOf(get, answerWith(200, allow, "null")),
			[]string{"answer to 1, GET https://api.example//" + allow + "/added//null"}, nil, rule.CORSAllowOriginMismatch},
		{"names in another case", verdictOf(get, answerWith(200, allow, "*")),
			verdictOf(get, answerWith(200, strings.ToLower(allow), "*")), nil, nil, 0},
		{"what the page may read", verdictOf(get, answerWith(200, allow, "*", "Content-Language", "en")),
			verdictOf(get, answerWith(404, allow, "*", "Content-Language", "de")),
			[]string{"answer to 1, GET https://api.example//status/changed/200/404",
				"answer to 1, GET https://api.example//Content-Language/changed/en/de"},
			[]string{"the page/status/changed/200/404", "the page/content-language/changed/en/de"}, 0},
		{"a preflight more", verdictOf(corsim.Request{URL: get.URL, Method: "POST"}, answerWith(200, allow, "*")),
			verdictOf(put, grant, answerWith(200, allow, "*")),
			[]string{"call/method/changed/POST/PUT", "wire/1, OPTIONS https://api.example//added//204",
				"request 2, PUT https://api.example//method/changed/POST/PUT"}, nil, rule.MainFetchPreflightMethod},
	}
	words := func(list []explain.Change) []string {
		var texts []string
		for _, c := range list {
			if c.Name == "Content-Length" {
				continue
			}
			texts = append(texts, strings.Join([]string{c.Where, c.Name, string(c.Kind), c.From, c.To}, "/"))
		}
		return texts
	}
	for _, test := range tests {
		d := explain.Diff(test.before, test.after)
		if got := words(d.Changes); !slices.Equal(got, test.changes) {
			t.Errorf("%s: changed %q, want %q", test.about, got, test.changes)
		}
		if got := words(d.Page); !slices.Equal(got, test.page) || d.Changed() != (test.page != nil) {
			t.Errorf("%s: for the page %q, want %q", test.about, got, test.page)
		}
		parted := ""
		if d.Parting != nil {
			parted = d.Parting.After.Rule
		}
		if parted != test.parting.Slug() {
			t.Errorf("%s: the ways part at %q, want %q", test.about, parted, test.parting)
		}
		back := explain.Diff(test.after, test.before)
		if len(back.Changes) != len(d.Changes) || len(back.Page) != len(d.Page) {
			t.Errorf("%s: %v back, %v there", test.about, back.Changes, d.Changes)
		}
	}
}

// The text keeps to its lines, and nothing of what is given gets out of its place.
func TestDiffText(t *testing.T) {
	hostile := "\x1b[31m" + strings.Repeat("é \u202e\x00", 2000)
	get := corsim.Request{URL: "https://api.example/", Header: header.List{{Name: "X-A", Value: hostile}}}
	verdicts := []corsim.Verdict{
		{},
		verdictOf(get, answerWith(200)),
		verdictOf(corsim.Request{URL: "https://api.example/" + hostile, Method: hostile}, answerWith(200)),
		verdictOf(corsim.Request{URL: "https://api.example/"}, answerWith(200, "X-B", hostile)),
		verdictOf(corsim.Request{URL: "https://api.example/"}, corsim.Answer{Failure: hostile}),
	}
	for _, before := range verdicts {
		for _, after := range verdicts {
			d := explain.Diff(before, after)
			text := d.Text()
			if text != d.Text() || !strings.HasSuffix(text, "\n") || !utf8.ValidString(text) {
				t.Errorf("%q", text)
			}
			if len(text) > 20000 {
				t.Errorf("%d bytes", len(text))
			}
			for line := range strings.SplitSeq(text, "\n") {
				if strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsPrint(r) }) {
					t.Errorf("not printable: %q", line)
				}
			}
		}
	}
}
