package browser

import (
	"bufio"
	"reflect"
	"strings"
	"testing"

	"github.com/corsim/corsim/internal/conformance/recording"
)

func TestReadMessage(t *testing.T) {
	for _, test := range []struct {
		about, in string
		want      *message // nil for an error
	}{
		{"no headers", "GET /s/1/a HTTP/1.1\r\n\r\n", &message{method: "GET", target: "/s/1/a"}},
		{
			"a body of a length", "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcd",
			&message{method: "POST", target: "/", header: []recording.Field{{"Content-Length", "3"}}, body: []byte("abc")},
		},
		{
			"a body in chunks", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
			&message{method: "POST", target: "/", header: []recording.Field{{"Transfer-Encoding", "chunked"}},
				body: []byte("abc")},
		},
		{
			"bytes that are no ASCII", "GET / HTTP/1.1\r\nX:  caf\xE9 \r\n\r\n",
			&message{method: "GET", target: "/", header: []recording.Field{{"X", " café "}}},
		},
		{"no request line", "\x16\x03\r\n\r\n", nil},
		{"the end comes too early", "GET / HTTP/1.1\r\nX: y", nil},
		{"a length that is no number", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", nil},
	} {
		got, err := readMessage(bufio.NewReader(strings.NewReader(test.in)))
		if (err != nil) != (test.want == nil) || err == nil && !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %+v, %v, want %+v", test.about, got, err, test.want)
		}
	}
}

func TestOnWire(t *testing.T) {
	for _, test := range []struct {
		about  string
		answer recording.Answer
		method string
		want   string
	}{
		{
			"headers as they stand", recording.Answer{Status: 200, Headers: []recording.Field{{"x", " é\t"}}, Body: "é"},
			"GET",
			"HTTP/1.1 200 OK\r\nx:  \xE9\t\r\nContent-Length: 1\r\n\r\n\xE9",
		},
		{"HEAD has no body", recording.Answer{Status: 404, Body: "ab"}, "HEAD",
			"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n"},
		{"nor has 204", recording.Answer{Status: 204, Body: "ab"}, "GET", "HTTP/1.1 204 No Content\r\n\r\n"},
		{"a reason", recording.Answer{Status: 599, Reason: "Odd"}, "GET", "HTTP/1.1 599 Odd\r\nContent-Length: 0\r\n\r\n"},
	} {
		if got := string(onWire(&test.answer, test.method)); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
