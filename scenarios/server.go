package scenarios

import (
	"reflect"
	"strconv"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// A Server is what a scenario says that is answered, in the order of the file. What it does not say is not known; so
// the zero Server answers nothing.
type Server []Entry

// An Entry says what one URL answers to one method.
type Entry struct {
	// Method is empty for every method but OPTIONS.
	Method string
	// URL is the URL without a fragment and without a user name and password, as a server sees it.
	URL origin.URL
	// Preflight are the answers to CORS-preflight requests, nil where the entry does not say.
	Preflight Answers
	// Answers are the answers to other requests, nil where the entry does not say.
	Answers Answers

	place
}

// Answers are what the first request gets, the second, and so on; the last one repeats.
type Answers []Answer

// An Answer is what one request gets: a status, or a Failure. That of the zero Answer is not known; Parse leaves none.
type Answer struct {
	Status  int     `json:"status,omitempty" jsonschema:"The status; if absent 204 for OPTIONS, otherwise 200."`
	Reason  string  `json:"reason,omitempty" jsonschema:"The reason phrase."`
	Headers Headers `json:"headers,omitempty" jsonschema:"The headers of the answer."`
	Body    string  `json:"body,omitempty" jsonschema:"The body of the answer."`
	Failure string  `json:"failure,omitempty" jsonschema:"How the connection fails, in place of an answer, such as \"connection refused\"."`
}

// preflightAndAnswer is what stands below a URL without a method.
type preflightAndAnswer struct {
	Preflight Answers `json:"preflight,omitempty" jsonschema:"The answer to CORS-preflight requests, or the list of answers."`
	Answer    Answers `json:"answer,omitempty" jsonschema:"The answer to other requests, or the list of answers."`
}

// decodeNode takes a mapping by "METHOD URL" or URL.
func (s *Server) decodeNode(d *decoder, n *node, path string) {
	if !d.want(n, path, mappingNode) {
		return
	}
	first := map[[2]string]place{}
	for _, p := range n.pairs {
		path := path + "[" + p.key.text + "]"
		entry := Entry{place: p.key.place}
		if !entry.decodeKey(d, p.key, path) {
			continue
		}
		key := [2]string{entry.Method, entry.URL.Href()}
		if before, twice := first[key]; twice {
			d.problem(p.key.place, path, "this says the same as line %d", before.line)
			continue
		}
		first[key] = p.key.place
		entry.decodeValue(d, p.value, path)
		*s = append(*s, entry)
	}
}

// decodeKey takes "METHOD URL" or a URL, as a server sees them.
func (e *Entry) decodeKey(d *decoder, n *node, path string) bool {
	method, text := cutMethod(n.text)
	url, err := origin.Parse(text)
	_, fragment := url.Fragment()
	switch {
	case err != nil:
		d.problem(n.place, path, `no "METHOD URL": %s`, printable(reason(err)))
	case !url.IsHTTP():
		d.problem(n.place, path, "no server answers %s: URLs; only http: and https: go to one", url.Scheme())
	case method != "" && !policy.IsMethod(method):
		d.problem(n.place, path, "%s is no method", quote(method))
	case fragment:
		d.problem(n.place, path, "a server never sees a fragment; leave out %s", printable(url.Hash()))
	case url.IncludesCredentials():
		d.problem(n.place, path, "a server never sees a user name in a URL; leave it out")
	default:
		e.Method, e.URL = method, url
		return true
	}
	return false
}

// decodeValue takes the answers.
func (e *Entry) decodeValue(d *decoder, n *node, path string) {
	if n.child("preflight") != nil || n.child("answer") != nil {
		if e.Method != "" {
			d.problem(n.place, path, "preflight and answer belong below a URL without a method; leave out %s", e.Method)
			return
		}
		var both preflightAndAnswer
		d.decode(n, path, reflect.ValueOf(&both).Elem())
		e.Preflight, e.Answers = both.Preflight, both.Answer
	} else {
		e.Answers.decodeNode(d, n, path)
	}
	e.Preflight.complete(204)
	if e.Method == "OPTIONS" {
		e.Answers.complete(204)
	}
	e.Answers.complete(200)
}

// decodeNode takes an answer or a list of them.
func (a *Answers) decodeNode(d *decoder, n *node, path string) {
	if n.kind == listNode {
		d.decodeList(n, path, reflect.ValueOf((*[]Answer)(a)).Elem())
		if len(n.items) == 0 {
			d.problem(n.place, path, "the list is empty; it has at least one answer")
		}
		return
	}
	var answer Answer
	d.decode(n, path, reflect.ValueOf(&answer).Elem())
	*a = Answers{answer}
}

// complete sets the status where it is left out.
func (a Answers) complete(status int) {
	for i := range a {
		if a[i].Status == 0 && a[i].Failure == "" {
			a[i].Status = status
		}
	}
}

// decodeScalar takes a status.
func (a *Answer) decodeScalar(d *decoder, n *node, path string) {
	d.decodeScalar(n, path, reflect.ValueOf(&a.Status).Elem())
	a.checkStatus(d, n, path)
}

// check holds the answer against what can be on the wire.
func (a *Answer) check(d *decoder, n *node, path string) {
	if status := n.child("status"); status != nil {
		a.checkStatus(d, status, join(path, "status"))
	}
	if headers := n.child("headers"); headers != nil {
		d.checkHeaders(a.Headers, headers, join(path, "headers"))
	}
	if a.Failure != "" && len(n.pairs) > 1 {
		d.problem(n.child("failure").place, join(path, "failure"), "a connection that fails gives no answer; leave out failure, or everything else")
	}
}

// checkStatus notes a number that is no status. Of the interim ones 101 is the answer that a WebSocket wants.
func (a *Answer) checkStatus(d *decoder, n *node, path string) {
	_, err := strconv.ParseUint(n.text, 10, 31)
	if err == nil && a.Status != 101 && (a.Status < 200 || a.Status > 999) {
		d.problem(n.place, path, "%s is no status of an answer; 200 to 999 are, and 101 to a WebSocket", quote(n.text))
	}
}

// answer returns the answer as the simulator takes it.
func (a *Answer) answer() corsim.Answer {
	answer := corsim.Answer{Status: a.Status, Reason: a.Reason, Header: header.List(a.Headers), Failure: a.Failure}
	if a.Body != "" {
		answer.Body = []byte(a.Body)
	}
	return answer
}
