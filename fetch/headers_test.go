package fetch_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
)

// headerList makes a list of names and values in turn.
func headerList(namesAndValues ...string) header.List {
	var list header.List
	for pair := range slices.Chunk(namesAndValues, 2) {
		list = append(list, header.Field{Name: pair[0], Value: pair[1]})
	}
	return list
}

func TestHeadersAppend(t *testing.T) {
	over := strings.Repeat("a", 100)
	tests := []struct {
		about string
		guard fetch.Guard
		start header.List
		name  string
		value string
		want  string
	}{
		{"anything goes without a guard", fetch.GuardNone, nil, "Cookie", "a=b", "[{Cookie a=b}]"},
		{"whitespace around the value is taken off", fetch.GuardNone, nil, "a", "\r\n b\t", "[{a b}]"},
		{"form feed is not whitespace", fetch.GuardNone, nil, "a", "\fb", "[{a \fb}]"},
		{"the first spelling of a name stays", fetch.GuardNone, headerList("X-A", "1"), "x-a", "2", "[{X-A 1} {X-A 2}]"},

		{"a request drops forbidden names", fetch.GuardRequest, nil, "Cookie", "a=b", "[]"},
		{"a request drops forbidden methods", fetch.GuardRequest, nil, "X-HTTP-Method", "GET, trace", "[]"},
		{"a request keeps any other header", fetch.GuardRequest, nil, "X-A", "1", "[{X-A 1}]"},

		{"a response drops Set-Cookie", fetch.GuardResponse, nil, "set-cookie", "a=b", "[]"},
		{"a response keeps Cookie", fetch.GuardResponse, nil, "Cookie", "a=b", "[{Cookie a=b}]"},

		{"no-cors keeps what a form could send", fetch.GuardRequestNoCORS, nil, "Content-Type", "text/plain", "[{Content-Type text/plain}]"},
		{"no-cors drops JSON", fetch.GuardRequestNoCORS, nil, "Content-Type", "application/json", "[]"},
		{"no-cors drops names of one's own", fetch.GuardRequestNoCORS, nil, "X-A", "1", "[]"},
		{"no-cors looks at all values together", fetch.GuardRequestNoCORS, headerList("Accept", over), "accept", over, "[{Accept " + over + "}]"},
		{"no-cors loses Range on a change", fetch.GuardRequestNoCORS, headerList("Range", "bytes=0-"), "Accept", "a", "[{Accept a}]"},
		{"no-cors keeps Range when nothing changes", fetch.GuardRequestNoCORS, headerList("Range", "bytes=0-"), "X-A", "1", "[{Range bytes=0-}]"},
	}
	for _, test := range tests {
		headers := fetch.Headers{List: slices.Clone(test.start), Guard: test.guard}
		if err := headers.Append(test.name, test.value); err != nil {
			t.Errorf("%s: %v", test.about, err)
		}
		if got := fmt.Sprint(headers.List); got != test.want {
			t.Errorf("%s: got %q, want %q", test.about, got, test.want)
		}
	}
}

func TestHeadersDelete(t *testing.T) {
	tests := []struct {
		about string
		guard fetch.Guard
		start header.List
		name  string
		want  string
	}{
		{"all fields of the name go", fetch.GuardNone, headerList("a", "1", "b", "2", "A", "3"), "A", "[{b 2}]"},
		{"a request keeps what is forbidden", fetch.GuardRequest, headerList("Cookie", "1"), "cookie", "[{Cookie 1}]"},
		{"no-cors lets Range go", fetch.GuardRequestNoCORS, headerList("Range", "bytes=0-"), "range", "[]"},
		{"no-cors keeps what script cannot set", fetch.GuardRequestNoCORS, headerList("X-A", "1"), "X-A", "[{X-A 1}]"},
		{"no-cors loses Range with another header", fetch.GuardRequestNoCORS, headerList("Accept", "1", "Range", "bytes=0-"), "Accept", "[]"},
		{"no-cors keeps Range when there is nothing to delete", fetch.GuardRequestNoCORS, headerList("Range", "bytes=0-"), "Accept", "[{Range bytes=0-}]"},
	}
	for _, test := range tests {
		headers := fetch.Headers{List: slices.Clone(test.start), Guard: test.guard}
		if err := headers.Delete(test.name); err != nil {
			t.Errorf("%s: %v", test.about, err)
		}
		if got := fmt.Sprint(headers.List); got != test.want {
			t.Errorf("%s: got %q, want %q", test.about, got, test.want)
		}
	}
}

func TestHeadersErrors(t *testing.T) {
	change := map[string]func(*fetch.Headers, string, string) error{
		"append": (*fetch.Headers).Append,
		"set":    (*fetch.Headers).Set,
		"delete": func(h *fetch.Headers, name, _ string) error { return h.Delete(name) },
		"fill": func(h *fetch.Headers, name, value string) error {
			return h.Fill(headerList("ok", "1", name, value))
		},
	}
	tests := []struct {
		method, name, value string
		guard               fetch.Guard
		want                string
	}{
		{"append", "", "1", fetch.GuardNone, `fetch: "" is not a header name: it has to be a token`},
		{"append", "a b", "1", fetch.GuardRequest, `fetch: "a b" is not a header name: it has to be a token`},
		{"append", "a", "1\n2", fetch.GuardNone, `fetch: header "a": "1\n2" is not a header value: it has NUL, CR or LF in it`},
		{"append", "a", "1", fetch.GuardImmutable, `fetch: header "a": the Headers object is immutable`},
		{"set", "a", "\x00", fetch.GuardRequestNoCORS, `fetch: header "a": "\x00" is not a header value: it has NUL, CR or LF in it`},
		{"delete", "é", "", fetch.GuardNone, `fetch: "é" is not a header name: it has to be a token`},
		{"delete", "a", "", fetch.GuardImmutable, `fetch: header "a": the Headers object is immutable`},
		{"fill", "a:", "1", fetch.GuardNone, `fetch: "a:" is not a header name: it has to be a token`},
	}
	for _, test := range tests {
		headers := fetch.Headers{Guard: test.guard}
		err := change[test.method](&headers, test.name, test.value)
		if typed := (*fetch.HeadersError)(nil); !errors.As(err, &typed) || err.Error() != test.want {
			t.Errorf("%s(%q, %q), guard %v: got %v, want %s", test.method, test.name, test.value, test.guard, err, test.want)
		}
	}
}

func ExampleHeaders() {
	headers := fetch.Headers{Guard: fetch.GuardRequestNoCORS}
	headers.Set("Content-Type", "application/json") // dropped: a form could not send it
	headers.Set("Accept-Language", "de")
	fmt.Println(headers.List)
	// Output: [{Accept-Language de}]
}

func TestWPTNoCORSSafelisted(t *testing.T) {
	shared := os.Getenv("CORSIM_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	data, err := os.ReadFile(filepath.Join(shared, "wpt", "pure", "no-cors-safelisted.json"))
	if err != nil {
		t.Skipf("no web-platform-tests data: set CORSIM_SHARED to the folder that has wpt/pure (%v)", err)
	}
	var file struct {
		Cases []struct {
			ID     string
			Ops    [][3]string
			Result map[string]*string
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	for _, row := range file.Cases {
		headers := fetch.Headers{Guard: fetch.GuardRequestNoCORS}
		for _, op := range row.Ops {
			change := headers.Append
			if op[0] == "set" {
				change = headers.Set
			}
			if err := change(op[1], op[2]); err != nil {
				t.Errorf("%s: %v", row.ID, err)
			}
		}
		for name, want := range row.Result {
			got, ok := headers.List.Get(name)
			if ok != (want != nil) || ok && got != *want {
				t.Errorf("%s: %s: got %q, %v; want %v", row.ID, name, got, ok, row.Result)
			}
		}
	}
	t.Logf("%d rows", len(file.Cases))
}
