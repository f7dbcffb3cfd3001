package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
)

// asked is what comes of an XMLHttpRequest in a new browser, on the page at appURL.
func asked(x fetch.XHR, answers ...fetch.Answer) *fetch.Record {
	record := new(fetch.Record)
	new(fetch.UserAgent).XHR(document(appURL), inTurn(answers...), x, record)
	return record
}

func TestXHROutcome(t *testing.T) {
	const api = "https://api.example/"
	tests := []struct {
		name string
		xhr  fetch.XHR
		want string
	}{
		{"at home", fetch.XHR{URL: "/"}, "readable main-fetch/same-origin"},
		{"with CORS", fetch.XHR{URL: api}, "readable cors-check/wildcard"},
		{"with credentials", fetch.XHR{URL: api, WithCredentials: true}, "blocked cors-check/wildcard-with-credentials"},
		{"and synchronously", fetch.XHR{URL: api, WithCredentials: true, Sync: true}, "blocked NetworkError cors-check/wildcard-with-credentials"},
		{"a password in the URL is no error", fetch.XHR{URL: "https://me:pw@api.example/"}, "readable cors-check/wildcard"},
		{"method é", fetch.XHR{URL: "/", Method: "é"}, "threw SyntaxError xhr/method-invalid"},
		{"method Connect", fetch.XHR{URL: "/", Method: "Connect"}, "threw SecurityError xhr/method-forbidden"},
		{"no URL", fetch.XHR{URL: "https://"}, "threw SyntaxError xhr/url-invalid"},
		{"a bad method comes before a bad URL", fetch.XHR{URL: "https://", Method: "TRACE"}, "threw SecurityError xhr/method-forbidden"},
		{"a bad header name", fetch.XHR{URL: "/", Header: headerList("é", "1")}, "threw SyntaxError xhr/header-invalid"},
		{"a bad header value", fetch.XHR{URL: "/", Header: headerList("A", "1\n2")}, "threw SyntaxError xhr/header-invalid"},
		{"a forbidden header is dropped", fetch.XHR{URL: "/", Header: headerList("Cookie", "1")}, "readable main-fetch/same-origin"},
		{"a file", fetch.XHR{URL: "file:///a"}, "blocked main-fetch/scheme"},
	}
	for _, test := range tests {
		if got := summary(asked(test.xhr, shared(200))); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestXHRHeaders(t *testing.T) {
	record := asked(fetch.XHR{URL: "/", Header: headerList("X-A", "1", "x-a", " 2 ", "Accept", "a/b", "Host", "c")}, answer(200))
	request := record.Exchanges[0].Request.Header
	for name, want := range map[string]string{"X-A": "1, 2", "Accept": "a/b", "Host": ""} {
		if got, _ := request.Get(name); got != want || request.Count(name) > 1 {
			t.Errorf("%s: %q in %d fields, want %q in one", name, got, request.Count(name), want)
		}
	}
}

func TestXHRContentType(t *testing.T) {
	text, params, blob := fetch.Body{}, fetch.Body{Kind: fetch.URLSearchParamsBody}, fetch.Body{Kind: fetch.BlobBody, Type: "a/b"}
	tests := []struct {
		name  string
		body  fetch.Body
		given string
		want  string
	}{
		{"a string", text, "", "text/plain;charset=UTF-8"},
		{"an HTML document", fetch.Body{Kind: fetch.HTMLDocumentBody}, "", "text/html;charset=UTF-8"},
		{"an XML document", fetch.Body{Kind: fetch.XMLDocumentBody}, "", "application/xml;charset=UTF-8"},
		{"a Blob", blob, "", "a/b"},
		{"the caller's stays", text, "application/json", "application/json"},
		{"its charset becomes UTF-8", text, "text/plain; a=b; charset=latin1", "text/plain;a=b;charset=UTF-8"},
		{"which it may be already", params, "a/b;charset=utf-8", "a/b;charset=utf-8"},
		{"or in quotes", text, `a/b; charset="UTF-8"`, `a/b; charset="UTF-8"`},
		{"what is no MIME type stays", text, "charset=latin1", "charset=latin1"},
		{"a Blob is no text", blob, "text/plain;charset=latin1", "text/plain;charset=latin1"},
	}
	for _, test := range tests {
		xhr := fetch.XHR{URL: "/", Method: "POST", Body: &test.body}
		if test.given != "" {
			xhr.Header = headerList("Content-Type", test.given)
		}
		if got := sent(asked(xhr, answer(200)), "Content-Type"); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	// GET has no body, and no type either.
	record := asked(fetch.XHR{URL: "/", Body: &text}, answer(200))
	if record.Exchanges[0].Request.Body != nil || sent(record, "Content-Type") != "-" {
		t.Error("GET was sent with a body")
	}
}

func TestXHRAsksFirst(t *testing.T) {
	const api = "https://api.example/"
	tests := []struct {
		name string
		xhr  fetch.XHR
		want string
	}{
		{"GET is simple", fetch.XHR{URL: api}, "GET https://api.example/"},
		{"but not with a listener to the upload", fetch.XHR{URL: api, UploadListener: true}, "OPTIONS https://api.example/, GET https://api.example/"},
		{"nor with a custom header", fetch.XHR{URL: api, Header: headerList("X-A", "1")}, "OPTIONS https://api.example/, GET https://api.example/"},
		{"at home nobody is asked", fetch.XHR{URL: "/", Method: "PUT", UploadListener: true}, "PUT https://app.example/"},
	}
	for _, test := range tests {
		if got := requests(asked(test.xhr, shared(200, "Access-Control-Allow-Headers", "x-a"))); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestXHROfEngines(t *testing.T) {
	listener := fetch.XHR{URL: "https://api.example/", UploadListener: true}
	parameters := fetch.XHR{URL: "/", Body: &fetch.Body{Kind: fetch.URLSearchParamsBody}}
	typed := fetch.XHR{Method: "POST", URL: "/", Body: &fetch.Body{}, Header: headerList("Content-Type", "text/plain; charset=utf-8")}
	tests := []struct {
		about   string
		profile engine.Profile
		xhr     fetch.XHR
		want    string // Access-Control-Request-Method and Content-Type of the first request
	}{
		{"who listens to nothing asks", engine.Standard, listener, "GET "},
		{"does not ask", engine.Standard.With(engine.PreflightUploadNeedsBody), listener, " "},
		{"the right charset", engine.Standard, typed, " text/plain; charset=utf-8"},
		{"replaced", engine.Standard.With(engine.CharsetReplacedInText), typed, " text/plain; charset=UTF-8"},
		{"dropped with its type", engine.Standard, parameters, " "},
		{"dropped without", engine.Standard.With(engine.DroppedParametersKeepType), parameters,
			" application/x-www-form-urlencoded;charset=UTF-8"},
	}
	for _, test := range tests {
		record := new(fetch.Record)
		agent := &fetch.UserAgent{Profile: test.profile}
		agent.XHR(document(appURL), inTurn(shared(200)), test.xhr, record)
		request := record.Exchanges[0].Request
		method, _ := request.Header.Get("Access-Control-Request-Method")
		contentType, _ := request.Header.Get("Content-Type")
		if got := method + " " + contentType; got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
