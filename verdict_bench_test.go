package corsim_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
)

// A verdictCase is a request across origins and what the server answers to it.
type verdictCase struct {
	name              string
	request           corsim.Request
	preflight, answer header.List
	readable          bool
	exchanges         int
	allocations       float64 // the most that a verdict may take
}

const (
	benchmarkPage   = "https://app.example.com"
	benchmarkTarget = "https://api.example.org/items"
)

func allow(origin string, more ...header.Field) header.List {
	return append(header.List{
		{Name: "Access-Control-Allow-Origin", Value: origin},
		{Name: "Access-Control-Allow-Credentials", Value: "true"},
	}, more...)
}

var verdictCases = []verdictCase{
	{
		name:        "simple",
		request:     corsim.Request{URL: benchmarkTarget, Credentials: corsim.Include},
		answer:      allow(benchmarkPage),
		readable:    true,
		exchanges:   1,
		allocations: 2,
	},
	{
		name:        "denied",
		request:     corsim.Request{URL: benchmarkTarget},
		answer:      allow("https://other.example"),
		exchanges:   1,
		allocations: 2,
	},
	{
		name: "preflighted",
		request: corsim.Request{
			Method:      "PUT",
			URL:         benchmarkTarget,
			Header:      header.List{{Name: "Authorization", Value: "x"}},
			Credentials: corsim.Include,
		},
		preflight: allow(benchmarkPage,
			header.Field{Name: "Access-Control-Allow-Methods", Value: "PUT"},
			header.Field{Name: "Access-Control-Allow-Headers", Value: "Authorization, Content-Type"}),
		answer:      allow(benchmarkPage),
		readable:    true,
		exchanges:   2,
		allocations: 4,
	},
}

// server answers as the case says.
func (c *verdictCase) server() corsim.Server {
	return corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		if request.Method == "OPTIONS" {
			return corsim.Answer{Status: 204, Header: c.preflight}
		}
		return corsim.Answer{Status: 200, Header: c.answer}
	})
}

// verdict is what the benchmarks measure: all from the strings to the verdict.
func (c *verdictCase) verdict(profile engine.Profile, server corsim.Server) corsim.Verdict {
	return corsim.New(profile).Open(benchmarkPage).Fetch(server, c.request)
}

func (c *verdictCase) check(t testing.TB, verdict corsim.Verdict) {
	if verdict.Readable() != c.readable || len(verdict.Exchanges()) != c.exchanges {
		t.Fatalf("%s: readable %v after %d exchanges, want %v after %d",
			c.name, verdict.Readable(), len(verdict.Exchanges()), c.readable, c.exchanges)
	}
}

func TestVerdictAllocations(t *testing.T) {
	for _, c := range verdictCases {
		server := c.server()
		for _, profile := range []engine.Profile{corsim.Standard, corsim.Chromium, corsim.Firefox, corsim.WebKit} {
			c.check(t, c.verdict(profile, server))
			if got := testing.AllocsPerRun(100, func() { c.verdict(profile, server) }); got > c.allocations {
				t.Errorf("%s in %s: %v allocations, want at most %v", c.name, profile, got, c.allocations)
			}
		}
	}
}

func (c *verdictCase) benchmark(b *testing.B, profile engine.Profile) {
	b.ReportAllocs()
	server := c.server()
	for b.Loop() {
		c.check(b, c.verdict(profile, server))
	}
}

func BenchmarkVerdict(b *testing.B) {
	for _, c := range verdictCases {
		b.Run(c.name+"/corsim+trace", func(b *testing.B) { c.benchmark(b, corsim.Standard) })
		b.Run(c.name+"/corsim+chromium", func(b *testing.B) { c.benchmark(b, corsim.Chromium) })
		b.Run(c.name+"/naive", func(b *testing.B) {
			b.ReportAllocs()
			preflight, answer, sent := httpHeader(c.preflight), httpHeader(c.answer), httpHeader(c.request.Header)
			method := c.request.Method
			if method == "" {
				method = "GET"
			}
			for b.Loop() {
				readable := naive(benchmarkPage, method, benchmarkTarget, sent, c.request.Credentials == corsim.Include, preflight, answer)
				if readable != c.readable {
					b.Fatalf("readable %v, want %v", readable, c.readable)
				}
			}
		})
	}
}

func httpHeader(list header.List) http.Header {
	h := http.Header{}
	for _, field := range list {
		h.Add(field.Name, field.Value)
	}
	return h
}

var naiveSafeNames = map[string]bool{"Accept": true, "Accept-Language": true, "Content-Language": true, "Content-Type": true}

// naive is what people write by hand: a few of the rules, no trace. It is the baseline of the benchmarks.
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
