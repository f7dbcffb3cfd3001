package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
)

func TestAuthorHeadersOnTheWire(t *testing.T) {
	tests := []struct {
		about string
		fact  engine.Fact
		init  fetch.Init
		name  string
		want  string // of each request
	}{
		{"one line", engine.HeadersCombined, fetch.Init{URL: "/", Header: headerList("X-A", "1", "x-a", "2")}, "X-A", "1, 2"},
		{"one line, late", engine.HeadersCombinedLate, fetch.Init{URL: "/", Header: headerList("X-A", "1", "x-a", "2")}, "X-A", "1, 2"},
		{"UTF-8", engine.HeaderValuesAsUTF8, fetch.Init{URL: "/", Header: headerList("X-A", "caf\xe9")}, "X-A", "caf\u00e9"},
	}
	for _, test := range tests {
		agent := &fetch.UserAgent{Profile: engine.Standard.With(test.fact)}
		record := fetchedBy(agent, document(appURL), test.init, answer(200))
		if got := sent(record, test.name); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
		if len(record.Exchanges) != 1 {
			t.Errorf("%s: %d exchanges", test.about, len(record.Exchanges))
		}
	}
}

func TestAnswerHeadersAsRead(t *testing.T) {
	tests := []struct {
		about string
		fact  engine.Fact
		list  header.List
		want  string
	}{
		{"not UTF-8", engine.AnswerHeadersMadeUTF8, headerList("X-A", "a\xe9\xa0b"), "a\ufffd\ufffdb"},
		{"UTF-8", engine.AnswerHeadersMadeUTF8, headerList("X-A", "\u00e9"), "\u00e9"},
		{"empty first", engine.AnswerHeadersEmptyDropped, headerList("X-A", "", "x-a", "1"), "1"},
		{"empty last", engine.AnswerHeadersEmptyDropped, headerList("X-A", "1", "X-A", ""), "1"},
		{"empty twice", engine.AnswerHeadersEmptyDropped, headerList("X-A", "", "X-A", ""), ""},
	}
	for _, test := range tests {
		agent := &fetch.UserAgent{Profile: engine.Standard.With(test.fact)}
		record := fetchedBy(agent, document(appURL), fetch.Init{URL: "/"}, fetch.Answer{Status: 200, Header: test.list})
		if got, _ := record.Response.Header().Get("X-A"); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
