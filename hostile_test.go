package corsim_test

import (
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

const mebibyte = 1 << 20

// names returns n distinct header names, separated by commas.
func names(n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("x-" + strconv.Itoa(i))
	}
	return b.String()
}

// holdLinear fails if do takes much more than four times as long for 4n as for n. The best of two runs counts, and
// what looks worse is measured again, so that other work on the machine does not matter.
func holdLinear(t *testing.T, n int, do func(n int)) {
	t.Helper()
	best := func(n int) time.Duration {
		least := time.Duration(1<<63 - 1)
		for range 2 {
			start := time.Now()
			do(n)
			least = min(least, time.Since(start))
		}
		return least
	}
	var one, four time.Duration
	for range 4 {
		// Less than a few milliseconds says nothing.
		one, four = max(best(n), 20*time.Millisecond), best(4*n)
		if four <= 12*one {
			return
		}
	}
	t.Errorf("%d took %v, %d took %v: that is not linear", n, one, 4*n, four)
}

// TestHostileHeader answers with a mebibyte of commas, and of names, in every header that is read.
func TestHostileHeader(t *testing.T) {
	for _, name := range []string{
		"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Allow-Methods",
		"Access-Control-Allow-Headers", "Access-Control-Expose-Headers", "Access-Control-Max-Age", "Vary", "Content-Type",
		"Set-Cookie", "Timing-Allow-Origin", "Referrer-Policy", "Location", "Cache-Control", "Expires",
		"Cross-Origin-Resource-Policy", "X-Content-Type-Options",
	} {
		for what, value := range map[string]func(n int) string{
			"commas": func(n int) string { return strings.Repeat(",", n) },
			"names":  func(n int) string { return names(n / 9) },
			"quotes": func(n int) string { return strings.Repeat(`"`, n) },
			"spaces": func(n int) string { return "a" + strings.Repeat(" ;", n/2) + "a" },
		} {
			t.Run(name+" of "+what, func(t *testing.T) {
				holdLinear(t, mebibyte/4, func(n int) { answerAllWith(t, name, value(n)) })
			})
		}
	}
}

// answerAllWith makes one call of each kind, and each answer, a redirect first, has the header.
func answerAllWith(t *testing.T, name, value string) {
	t.Helper()
	page := corsim.New(corsim.Standard).Open(appURL)
	answer := grants("PUT", "x-a")
	answer.Header.Append(name, value)
	redirect := answer
	redirect.Status = 307
	calls := []corsim.Verdict{
		page.Fetch(turns(answer), corsim.Request{URL: apiURL, Method: "PUT", Header: fields("X-A", "1")}),
		page.Fetch(turns(answer), corsim.Request{URL: apiURL, Mode: corsim.NoCORS}),
		page.Fetch(turns(redirect, answer), corsim.Request{URL: "/", Method: "POST"}),
		page.XHR(turns(answer), corsim.XHR{URL: apiURL, WithCredentials: true}),
		page.EventSource(turns(answer), corsim.EventSource{URL: "/"}),
	}
	for _, verdict := range calls {
		if verdict.Rule() == 0 {
			t.Fatalf("no verdict: %s", verdict)
		}
		verdict.Response().Header()
		if text := verdict.String(); len(text) > 4096 {
			t.Fatalf("%d bytes of explanation", len(text))
		}
	}
}

func TestHostileAllowHeadersOfDistinctNames(t *testing.T) {
	long := grants("PUT", names(mebibyte/9))
	page := corsim.New(corsim.Standard).Open(appURL)
	request := corsim.Request{URL: apiURL, Method: "PUT", Header: fields("X-77777", "1")}
	if verdict := page.Fetch(turns(long), request); !verdict.Readable() {
		t.Errorf("a name in the middle is not found: %s", verdict)
	}
	// The grant is not remembered whole: a later request asks again.
	if verdict := page.Fetch(turns(long), request); verdict.Preflights() != 1 || !verdict.Readable() {
		t.Errorf("the whole list was remembered: %s", verdict)
	}
}

func TestHostileExposeHeadersForAsManyHeaders(t *testing.T) {
	holdLinear(t, 10_000, func(n int) {
		answer := says(200, "Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", names(n))
		for name := range strings.SplitSeq(names(n), ",") {
			answer.Header = append(answer.Header, fields(name, "1")...)
		}
		verdict := corsim.New(corsim.Standard).Open(appURL).Fetch(turns(answer), corsim.Request{URL: apiURL})
		if got := len(verdict.Response().Header()); got != n {
			t.Errorf("%d headers can be read, want %d", got, n)
		}
	})
}

func TestHostileNumberOfHeaders(t *testing.T) {
	holdLinear(t, 25_000, func(n int) {
		answer := says(200, "Access-Control-Allow-Origin", "*")
		for name := range strings.SplitSeq(names(n), ",") {
			answer.Header = append(answer.Header, fields(name, "1", "Set-Cookie", name+"=1")...)
		}
		page := corsim.New(corsim.Standard).Open(appURL)
		if verdict := page.Fetch(turns(answer), corsim.Request{URL: apiURL}); len(verdict.Response().Header()) != 0 {
			t.Fatalf("%s", verdict)
		}
		if verdict := page.Fetch(turns(answer), corsim.Request{URL: "/"}); len(verdict.Response().Header()) != n+1 {
			t.Fatalf("%s", verdict)
		}
	})
}

// TestNumberOfRequestHeaders is about what a script sets, which no server has in its hands: each header is looked
// for among those before it.
func TestNumberOfRequestHeaders(t *testing.T) {
	request := corsim.Request{URL: apiURL}
	for name := range strings.SplitSeq(names(5_000), ",") {
		request.Header = append(request.Header, fields(name, "1")...)
	}
	page := corsim.New(corsim.Standard).Open(appURL)
	if verdict := page.Fetch(turns(grants("", "*")), request); !verdict.Readable() {
		t.Errorf("%s", verdict)
	}
	if verdict := page.XHR(turns(grants("", "*")), corsim.XHR{URL: apiURL, Header: request.Header}); !verdict.Readable() {
		t.Errorf("%s", verdict)
	}
}

func TestHostileRedirects(t *testing.T) {
	asked := 0
	server := corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		asked++
		return redirects(302, "/"+strconv.Itoa(asked))
	})
	verdict := corsim.New(corsim.Standard).Open(appURL).Fetch(server, corsim.Request{URL: "/"})
	if verdict.Rule() != rule.RedirectLimit || len(verdict.Exchanges()) != 21 || asked != 21 {
		t.Errorf("%d exchanges, want the first and 20 redirects: %s", len(verdict.Exchanges()), verdict)
	}
}

func TestHostileURL(t *testing.T) {
	for _, piece := range []string{"a", "/", "/..", "?", "%", "é", "\t", "."} {
		holdLinear(t, mebibyte/4, func(n int) {
			url := apiURL + strings.Repeat(piece, n/len(piece))
			page := corsim.New(corsim.Standard).Open(appURL)
			for _, verdict := range []corsim.Verdict{
				page.Fetch(turns(redirects(302, url), grants("", "")), corsim.Request{URL: url, Referrer: url}),
				page.XHR(turns(redirects(302, "/"), grants("", "")), corsim.XHR{URL: url, Username: url}),
				page.EventSource(turns(grants("", "")), corsim.EventSource{URL: "data:" + url}),
			} {
				if verdict.Rule() == 0 || len(verdict.String()) > 4096*30 {
					t.Fatalf("%q: %d bytes of explanation", piece, len(verdict.String()))
				}
			}
		})
	}
}

// TestHostileBrowsing makes calls without end: what the browser remembers of them stays bounded.
func TestHostileBrowsing(t *testing.T) {
	browser := corsim.New(corsim.Standard)
	page := browser.Open(appURL)
	answer := grants(names(100), names(100))
	answer.Header.Append("Access-Control-Allow-Headers", "x-a")
	answer.Header.Append("Access-Control-Max-Age", "86400")
	for i := range 200 {
		answer.Header.Append("Set-Cookie", strconv.Itoa(i)+"=1")
	}
	for i := range 200 {
		url := apiURL + strconv.Itoa(i)
		if verdict := page.Fetch(turns(answer), corsim.Request{URL: url, Header: fields("X-A", "1")}); !verdict.Readable() {
			t.Fatal(verdict)
		}
		page.Fetch(turns(answer), corsim.Request{URL: url, Mode: corsim.NoCORS, Credentials: corsim.Include})
		page.Fetch(turns(answer), corsim.Request{URL: "/" + strconv.Itoa(i)})
	}
	if n := len(browser.Cookies()); n > 100 {
		t.Errorf("%d cookies of two hosts, want at most 50 of each", n)
	}
	// The oldest grants are forgotten, the newest are not.
	for url, want := range map[string]int{apiURL + "0": 1, apiURL + "199": 0} {
		if verdict := page.Fetch(turns(answer), corsim.Request{URL: url, Header: fields("X-A", "1")}); verdict.Preflights() != want {
			t.Errorf("%s: %d CORS-preflights, want %d", url, verdict.Preflights(), want)
		}
	}
}

// TestHostileAlternatives has a server whose every answer may be another one, through a long browsing.
func TestHostileAlternatives(t *testing.T) {
	answer := says(200, "Access-Control-Allow-Origin", "*")
	answer.Alternatives = []corsim.Answer{answer, answer}
	page := corsim.New(corsim.Standard).Open(appURL)
	for range 20 {
		if verdict := page.Fetch(turns(answer), corsim.Request{URL: apiURL}); !verdict.Readable() {
			t.Fatal(verdict)
		}
	}
	// So many ways that not all can be tried: nothing is said.
	hop := redirects(302, "/")
	hop.Alternatives = []corsim.Answer{hop, hop, hop}
	if verdict := page.Fetch(turns(hop), corsim.Request{URL: apiURL}); verdict.Rule() != rule.AlternativesDiffer {
		t.Error(verdict)
	}
}

// TestHostileMemory reads a mebibyte of tokens in a few allocations.
func TestHostileMemory(t *testing.T) {
	answer := grants(names(mebibyte/9), names(mebibyte/9))
	answer.Header.Append("Access-Control-Expose-Headers", names(mebibyte/9))
	var before, after runtime.MemStats
	page := corsim.New(corsim.Standard).Open(appURL)
	runtime.ReadMemStats(&before)
	verdict := page.Fetch(turns(answer), corsim.Request{URL: apiURL, Header: fields("X-1", "1")})
	verdict.Response().Header()
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; !verdict.Readable() || used > mebibyte {
		t.Errorf("%d bytes for reading a header of a mebibyte: %s", used, verdict)
	}
}
