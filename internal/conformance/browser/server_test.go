package browser

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// TestServer asks the server what a browser asks it.
func TestServer(t *testing.T) {
	s, err := startServer()
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	page := s.ports.numeric("https://app.example:{{tls1}}/doc/page.html?q=1")
	b := newBatch(recording.Page{URL: page, COEP: "require-corp"}, []recording.Scenario{{
		ID: "1", Calls: []recording.Call{{Kind: "fetch", URL: "/s/1/a"}},
		Server: []recording.Path{{Path: "/s/1/a", Actual: []recording.Answer{{Status: 200, Body: "first"}, {Status: 201}}}},
	}}, 1)
	s.begin(b)
	client := &http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			_, port, _ := net.SplitHostPort(address)
			return new(net.Dialer).DialContext(ctx, network, "127.0.0.1:"+port)
		},
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
	}}
	defer client.CloseIdleConnections()
	for _, test := range []struct {
		about, method, url, body string
		status                   int
		want                     string // in the body
	}{
		{"the page", "GET", page, "", 200, `"id":"1"`},
		{"the first answer", "GET", s.ports.numeric("http://api.example:{{http2}}/s/1/a"), "", 200, "first"},
		{"the last answer", "POST", s.ports.numeric("https://api.example:{{tls2}}/s/1/a?x"), "body", 201, ""},
		{"it repeats", "GET", page[:len(page)-len("/doc/page.html?q=1")] + "/s/1/a", "", 201, ""},
		{"what there is not", "GET", s.ports.numeric("http://api.example:{{http2}}/s/1/b"), "", 404, ""},
		{"the outer document", "GET", originOf(page) + "/__outer", "", 200, "<iframe"},
		{"the report", "POST", originOf(page) + "/__result",
			`{"generation": 1, "done": true, "results": [{"id": "1", "calls": [{"outcome": "resolved"}]}]}`, 200, ""},
	} {
		request, err := http.NewRequest(test.method, test.url, strings.NewReader(test.body))
		if err != nil {
			t.Fatal(err)
		}
		response, err := client.Do(request)
		if err != nil {
			t.Fatalf("%s: %v", test.about, err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || response.StatusCode != test.status || !strings.Contains(string(body), test.want) {
			t.Errorf("%s: %d %q, %v", test.about, response.StatusCode, body, err)
		}
	}
	select {
	case <-b.done:
	case <-time.After(10 * time.Second):
		t.Error("the page has reported, and the batch is not done")
	}
	got := b.requests["1"]
	if len(got) != 4 || got[1].URL != "https://api.example:{{tls2}}/s/1/a?x" || got[1].Body != "body" {
		t.Errorf("seen: %+v", got)
	}
}

func TestNormalise(t *testing.T) {
	url := "http://a:12345/"
	trace := recording.Trace{
		Calls: []recording.Result{{URL: &url, Body: new(pageStart + "<script>"),
			Headers: []recording.Field{{"content-length", "9"}}}},
		Requests: []recording.Request{{
			BodyLen: 9, Body: "--x",
			Headers: []recording.Field{{"content-length", "9"}, {"content-type", "multipart/form-data; boundary=x"}},
		}},
	}
	normalise(&trace, portNumbers{"http1": 12345})
	if call := trace.Calls[0]; *call.URL != "http://a:{{http1}}/" || *call.Body != "{{page}}" || len(call.Headers) != 0 {
		t.Errorf("call: %+v", call)
	}
	q := trace.Requests[0]
	if q.BodyLen != -1 || q.Body != "" || len(q.Headers) != 1 ||
		!strings.HasSuffix(q.Headers[0][1], "{{boundary}}") {
		t.Errorf("request: %+v", q)
	}
}
