// Package recording holds corsim against recorded browsers. A scenario says in JSON what a page does and what the
// server answers; a trace says what became of it. Browsers have been recorded running such scenarios, and Predict
// writes the trace that an engine would have left.
package recording

import (
	"strconv"
	"strings"
)

// A Scenario is a page, the calls it makes one after another, and what the server answers. Strings that go on the
// wire as the bytes of headers have a character U+0000 to U+00FF for each byte.
type Scenario struct {
	ID      string   `json:"id"`
	Family  string   `json:"family"`
	Tags    []string `json:"tags,omitempty"`
	Page    Page     `json:"page"`
	Cookies []Cookie `json:"cookies,omitempty"`
	Calls   []Call   `json:"calls"`
	Server  []Path   `json:"server,omitempty"`

	problem string // what could not be understood
}

// A Page is the document that makes the calls.
type Page struct {
	URL string `json:"url"`
	// ReferrerPolicy and COEP are the values of its headers Referrer-Policy and Cross-Origin-Embedder-Policy.
	ReferrerPolicy string `json:"referrerPolicy,omitempty"`
	COEP           string `json:"coep,omitempty"`
	// Sandboxed puts it in an iframe with sandbox="allow-scripts", in a document of its URL's origin.
	Sandboxed bool `json:"sandboxed,omitempty"`
}

// A Cookie is set before the page loads, by a top-level navigation to Origin.
type Cookie struct {
	Origin    string `json:"origin"`
	SetCookie string `json:"setCookie"`
}

// A Call is what script does: Kind is fetch, xhr, img, script, style, font or beacon. An empty string stands for a
// member that is not given.
type Call struct {
	Kind            string  `json:"kind"`
	URL             string  `json:"url"`
	Method          string  `json:"method,omitempty"`
	Headers         []Field `json:"headers,omitempty"`
	Mode            string  `json:"mode,omitempty"`
	Credentials     string  `json:"credentials,omitempty"`
	Redirect        string  `json:"redirect,omitempty"`
	Cache           string  `json:"cache,omitempty"`
	Referrer        string  `json:"referrer,omitempty"` // "no-referrer" stands for the empty string
	ReferrerPolicy  string  `json:"referrerPolicy,omitempty"`
	Integrity       string  `json:"integrity,omitempty"`
	Keepalive       bool    `json:"keepalive,omitempty"`
	Body            *Body   `json:"body,omitempty"`
	WithCredentials bool    `json:"withCredentials,omitempty"`
	UploadListener  bool    `json:"uploadListener,omitempty"`
	CrossOrigin     *string `json:"crossorigin,omitempty"`
	ElementType     string  `json:"elementType,omitempty"` // "module"
	DelayMS         int     `json:"delayMs,omitempty"`
}

// A Body is a request's body: Length letters x, in an object of the given kind.
type Body struct {
	Kind   string `json:"kind"`
	Length int    `json:"length"`
	Type   string `json:"type,omitempty"`
}

// A Path is what the server answers to requests for a path, on every host and port. The n-th request gets the n-th
// answer, and the last answer is for all that follow.
type Path struct {
	Path      string   `json:"path"`
	Preflight []Answer `json:"preflight,omitempty"`
	Actual    []Answer `json:"actual,omitempty"`
}

// An Answer is an answer. Fixture names a body that is built in.
type Answer struct {
	Status  int     `json:"status"`
	Reason  string  `json:"reason,omitempty"`
	Headers []Field `json:"headers,omitempty"`
	Body    string  `json:"body,omitempty"`
	Fixture string  `json:"fixture,omitempty"`
}

// A Field is a header's name and value.
type Field [2]string

// ports are the ports that stand in scenarios by their names, as the recorder listens on them.
var ports = []struct {
	name   string
	number int
	secure bool
}{
	{"http1", 31081, false},
	{"http2", 31083, false},
	{"tls1", 31443, true},
	{"tls2", 31447, true},
}

// expandPorts puts numbers in the place of the names of ports, and symbolicPorts names in the place of numbers.
var expandPorts, symbolicPorts = func() (expand, symbolic *strings.Replacer) {
	var names, numbers []string
	for _, port := range ports {
		number := strconv.Itoa(port.number)
		names = append(names, "{{"+port.name+"}}", number)
		for _, colon := range [...]string{":", "%3A"} {
			numbers = append(numbers, colon+number, colon+"{{"+port.name+"}}")
		}
	}
	return strings.NewReplacer(names...), strings.NewReplacer(numbers...)
}()
