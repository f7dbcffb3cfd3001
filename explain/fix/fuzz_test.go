package fix_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/header"
)

// hostile is an answer with a header of lines, each with a name and a value.
func hostile(status uint16, text string) corsim.Answer {
	answer := says(int(status))
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		answer.Header = append(answer.Header, header.Field{Name: name, Value: value})
	}
	return answer
}

// FuzzAdvise asks for advice about what hostile servers answer: a fix helps, says nothing that cannot be sent, trusts
// nobody too much, and does not break out of a snippet.
func FuzzAdvise(f *testing.F) {
	f.Add(uint16(204), "Access-Control-Allow-Origin:*\nAccess-Control-Allow-Methods:GET, \x00\n", uint16(200), "Vary:\x1b[31m", 3)
	f.Add(uint16(302), "Location:/\n", uint16(302), "Location:http://a\u202eb.example/\"'$(x)`{}\\%\n", 1)
	f.Add(uint16(0), "", uint16(999), "Access-Control-Allow-Origin:null\nVary:*\n", 7)
	f.Add(uint16(200), "Access-Control-Allow-Headers:"+strings.Repeat("a,", 500), uint16(407), "X A:\r\n\n:\n", 12)
	f.Fuzz(func(t *testing.T, preflight uint16, preflightHeader string, status uint16, answerHeader string, kind int) {
		if len(preflightHeader)+len(answerHeader) > 1<<12 {
			return
		}
		calls := []any{
			get, include, put, image, frame, corsim.EventSource{URL: api}, corsim.XHR{URL: api, UploadListener: true},
			corsim.WebSocket{URL: "wss://api.example/", Protocols: []string{"chat"}},
		}
		s := scene{
			profile: profiles[tried[uint(kind)/16%3]],
			call:    calls[uint(kind)%8],
			server: corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
				if request.Method == "OPTIONS" {
					return hostile(preflight%1000, preflightHeader)
				}
				return hostile(status%1000, answerHeader)
			}),
		}
		if kind&8 != 0 {
			s.options = sandbox
		}
		v := s.verdict(t)
		for _, found := range fix.Advise(v).Fixes {
			checkHostile(t, v, &found)
		}
	})
}

func checkHostile(t *testing.T, v corsim.Verdict, found *fix.Fix) {
	t.Helper()
	if after := v.ReplayWith(v.Profile(), corsim.Change{Answer: found.Apply}); !gets(after) {
		t.Errorf("%+v does not help:\n%s", found, after)
	}
	for _, e := range found.Edits {
		if !header.IsValue(e.To) || e.Header == allow && e.To == "null" {
			t.Errorf("%+v", e)
		}
	}
	for _, snippet := range found.Snippets(v) {
		if at := strings.IndexFunc(snippet.Text, func(r rune) bool { return r > '~' || r < ' ' && r != '\n' && r != '\t' }); at >= 0 {
			t.Errorf("%s has %s:\n%s", snippet.Server, strconv.Quote(snippet.Text[at:at+1]), snippet.Text)
		}
	}
}

// TestManyNames asks about lists of many names.
func TestManyNames(t *testing.T) {
	const many = 300
	var sent header.List
	var listed strings.Builder
	for i := range many {
		sent.Append("X-"+strconv.Itoa(i), "1")
		listed.WriteString("Y-" + strconv.Itoa(i) + ", ")
	}
	s := scene{call: corsim.Request{URL: api, Header: sent}, server: answers{
		"OPTIONS " + api: says(200, allow, "*", headers, listed.String()), api: says(200, allow, "*"),
	}}
	advice := fix.Advise(s.verdict(t))
	if len(advice.Fixes) != 1 || strings.Count(advice.Fixes[0].Edits[0].To, ",") != 2*many-1 {
		t.Errorf("%d fixes", len(advice.Fixes))
	}
}

func BenchmarkAdvise(b *testing.B) {
	for _, c := range []struct {
		about string
		scene scene
	}{
		{"nobody is allowed", scene{call: get, server: answers{api: says(200)}}},
		{"a preflight and credentials", scene{
			call:   corsim.Request{URL: api, Method: "PUT", Credentials: corsim.Include},
			server: answers{"OPTIONS " + api: says(404), api: says(500)},
		}},
		{"nothing helps", scene{call: corsim.Request{URL: "https://api.example:25/"}}},
	} {
		v := c.scene.verdict(b)
		b.Run(c.about, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				fix.Advise(v)
			}
		})
	}
}
