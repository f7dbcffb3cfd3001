package baseline

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
)

// A Naive is a case for what people write by hand, in the types of net/http.
type Naive struct {
	method                  string
	credentials             bool
	sent, preflight, answer http.Header
}

// Naive returns the case for what people write by hand.
func (c *Case) Naive() *Naive {
	method := c.Request.Method
	if method == "" {
		method = "GET"
	}
	return &Naive{
		method:      method,
		credentials: c.Request.Credentials == corsim.Include,
		sent:        httpHeader(c.Request.Header),
		preflight:   httpHeader(c.Preflight),
		answer:      httpHeader(c.Answer),
	}
}

// Readable says by a few of the rules whether the page may read the answer: the baseline of the benchmarks.
func (n *Naive) Readable() bool {
	return naive(page, n.method, target, n.sent, n.credentials, n.preflight, n.answer)
}

func httpHeader(list header.List) http.Header {
	h := http.Header{}
	for _, field := range list {
		h.Add(field.Name, field.Value)
	}
	return h
}

var naiveSafeNames = map[string]bool{"Accept": true, "Accept-Language": true, "Content-Language": true, "Content-Type": true}

// naive is a few of the rules, without a trace.
func naive(page, method, target string, sent http.Header, credentials bool, preflight, answer http.Header) bool {
	from, err := url.Parse(page)
	if err != nil {
		return false
	}
	to, err := url.Parse(target)
	if err != nil {
		return false
	}
	if from.Scheme == to.Scheme && from.Hostname() == to.Hostname() && from.Port() == to.Port() {
		return true
	}
	origin := from.Scheme + "://" + from.Host
	var unsafe []string
	for name := range sent {
		if !naiveSafeNames[name] {
			unsafe = append(unsafe, name)
		}
	}
	if len(unsafe) > 0 || method != "GET" && method != "HEAD" && method != "POST" {
		if !naiveAllowed(preflight, origin, credentials) ||
			!naiveListed(preflight.Get("Access-Control-Allow-Methods"), method) {
			return false
		}
		for _, name := range unsafe {
			if !naiveListed(preflight.Get("Access-Control-Allow-Headers"), name) {
				return false
			}
		}
	}
	return naiveAllowed(answer, origin, credentials)
}

func naiveAllowed(h http.Header, origin string, credentials bool) bool {
	allowed := h.Get("Access-Control-Allow-Origin")
	if credentials {
		return allowed == origin && h.Get("Access-Control-Allow-Credentials") == "true"
	}
	return allowed == "*" || allowed == origin
}

func naiveListed(list, name string) bool {
	for _, item := range strings.Split(list, ",") {
		if strings.EqualFold(strings.TrimSpace(item), name) {
			return true
		}
	}
	return false
}
