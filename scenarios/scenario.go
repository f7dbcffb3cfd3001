package scenarios

import (
	"io"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// What a scenario holds at most, so that its clock and its work stay within bounds.
const (
	maxCalls  = 100
	maxFields = 200        // of one header list
	maxAfter  = 50_000_000 // seconds
)

// A Scenario is a page, the calls it makes, and what answers them. The zero value has no calls.
type Scenario struct {
	Title     string    `json:"title,omitempty" jsonschema:"What the scenario shows, in a few words."`
	About     string    `json:"about,omitempty" jsonschema:"What people saw, why, and where it can be read."`
	Page      Page      `json:"page" jsonschema:"The page that makes the calls: its URL, or a mapping."`
	Cookies   Cookies   `json:"cookies,omitempty" jsonschema:"What the browser's cookie jar holds before the first call: URLs, each with the Set-Cookie header, or the list of them, that it answered with."`
	Addresses Addresses `json:"addresses,omitempty" jsonschema:"The IP addresses of hosts, for local network access; hosts that are missing are public."`
	Calls     []Call    `json:"calls" jsonschema:"What the page does, in order."`
	Server    Server    `json:"server,omitempty" jsonschema:"What is answered, by \"METHOD URL\" or URL."`

	file string
}

// A Page is the document or worker that makes the calls. The zero Page has no URL and cannot be opened.
type Page struct {
	URL             string                 `json:"url" jsonschema:"The page's URL; of a worker, that of its script."`
	Sandboxed       bool                   `json:"sandboxed,omitempty" jsonschema:"Whether the page has an opaque origin, as in an iframe with a sandbox attribute that lacks allow-same-origin."`
	Worker          bool                   `json:"worker,omitempty" jsonschema:"Whether it is a worker, not a document."`
	Base            string                 `json:"base,omitempty" jsonschema:"The URL that relative URLs are resolved with, as of a base element."`
	Ancestors       []string               `json:"ancestors,omitempty" jsonschema:"The URLs of the documents that the page is embedded in, its parent's first."`
	TopLevel        string                 `json:"top-level,omitempty" jsonschema:"The URL of the top-level document where it is not the last of the ancestors."`
	ReferrerPolicy  policy.ReferrerPolicy  `json:"referrer-policy,omitempty" jsonschema:"The page's Referrer-Policy."`
	EmbedderPolicy  policy.EmbedderPolicy  `json:"embedder-policy,omitempty" jsonschema:"The page's Cross-Origin-Embedder-Policy."`
	LocalNetwork    policy.PermissionState `json:"local-network,omitempty" jsonschema:"The permission to reach the local network; prompt if absent."`
	LoopbackNetwork policy.PermissionState `json:"loopback-network,omitempty" jsonschema:"The permission to reach this machine; prompt if absent."`
}

// decodeScalar takes the page's URL.
func (p *Page) decodeScalar(d *decoder, n *node, path string) {
	p.URL = n.text
	d.checkURL(n, path)
}

// check holds every URL of the page against the URL Standard.
func (p *Page) check(d *decoder, n *node, path string) {
	for _, key := range []string{"url", "base", "top-level"} {
		d.checkURL(n.child(key), join(path, key))
	}
	if ancestors := n.child("ancestors"); ancestors != nil {
		for _, item := range ancestors.items {
			d.checkURL(item, join(path, "ancestors"))
		}
	}
}

// checkURL notes a mistake where an absolute URL stands that does not parse.
func (d *decoder) checkURL(n *node, path string) {
	if n == nil || n.kind != scalarNode {
		return
	}
	url, err := origin.Parse(n.text)
	switch {
	case err != nil:
		d.problem(n.place, path, "no absolute URL: %s", printable(reason(err)))
	case url.Scheme() == "localhost" || strings.Contains(url.Scheme(), "."):
		d.problem(n.place, path, "%s reads as a scheme; the URL of a page on a server begins with http:// or https://", quote(url.Scheme()+":"))
	}
}

// Parse reads a scenario. The name is that of the file in messages and verdicts. The error is of type Problems and
// has the mistakes of the file, all of them up to a hundred, in the order of their places. To be larger than what a
// person writes by hand is a mistake too: more than 1 MiB, 20,000 lines, 100 calls, or 200 headers of an answer.
func Parse(name string, data []byte) (*Scenario, error) {
	d := &decoder{source{name: name, text: string(data)}}
	scenario := &Scenario{file: name}
	if root := d.parse(); root != nil {
		d.decode(root, "", reflect.ValueOf(scenario).Elem())
	}
	if len(d.problems) > 0 {
		slices.SortStableFunc(d.problems, comparePlaces)
		return nil, d.problems
	}
	return scenario, nil
}

// Load reads the scenario in a file. An error is that of reading the file, or one of Parse.
func Load(file string) (*Scenario, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(file, f)
}

// Read reads the scenario that a reader gives, of which it takes no more than a scenario may have. An error is that
// of the reader, or one of Parse.
func Read(name string, from io.Reader) (*Scenario, error) {
	data, err := io.ReadAll(io.LimitReader(from, maxSize+1))
	if err != nil {
		return nil, err
	}
	return Parse(name, data)
}

func comparePlaces(a, b Problem) int {
	if a.Line != b.Line {
		return a.Line - b.Line
	}
	return a.Column - b.Column
}

// check looks at the scenario as a whole.
func (s *Scenario) check(d *decoder, n *node, path string) {
	calls := n.child("calls")
	if calls == nil || calls.kind != listNode {
		return
	}
	switch {
	case len(s.Calls) == 0:
		d.problem(calls.place, "calls", "there is no call; a scenario has at least one")
	case len(s.Calls) > maxCalls:
		d.problem(calls.place, "calls", "there are %d calls; a scenario has at most %d", len(s.Calls), maxCalls)
	default:
		s.checkTargets(d, calls)
	}
}
