package corsim_test

import (
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// answers is a Server that gives each answer once, in order.
type answers []corsim.Answer

func (a *answers) Answer(*corsim.HTTPRequest) corsim.Answer {
	next := (*a)[0]
	*a = (*a)[1:]
	return next
}

func allowing(origin string) corsim.Answer {
	return corsim.Answer{Status: 200, Header: header.List{{Name: "Access-Control-Allow-Origin", Value: origin}}}
}

func TestReplayFollowsTheWholeBrowsing(t *testing.T) {
	grant := allowing("*")
	grant.Header.Append("Access-Control-Allow-Headers", "x-a")
	browser := corsim.New(corsim.Standard)
	page := browser.Open("https://app.example/")
	request := corsim.Request{URL: "https://api.example/", Header: header.List{{Name: "X-A", Value: "1"}}}
	server := &answers{grant, allowing("*"), allowing("*"), allowing("*")}
	page.Fetch(server, request)
	browser.Advance(time.Second)
	second := page.Fetch(server, request)
	if second.Preflights() != 0 {
		t.Fatalf("the second call made %d CORS-preflights, want none: the first is remembered", second.Preflights())
	}

	again := second.Replay(corsim.Standard, nil)
	if again.String() != second.String() {
		t.Errorf("replayed as recorded:\n%s\nwant:\n%s", again, second)
	}
	strict := corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer { return corsim.Answer{Status: 200} })
	changed := second.Replay(corsim.Standard, strict)
	if changed.Rule() != rule.CORSAllowOriginMissing || changed.Preflights() != 1 {
		t.Errorf("with a server that allows nothing: %s", changed)
	}
	if browser.Now() != time.Second || second.Preflights() != 0 {
		t.Errorf("replaying changed the browser that was replayed")
	}
}

func TestReplayDoesNotInventAnswers(t *testing.T) {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	redirect := corsim.Answer{Status: 302, Header: header.List{{Name: "Location", Value: "/next"}}}
	verdict := page.Fetch(&answers{redirect, {Failure: "connection refused"}}, corsim.Request{URL: "/"})
	if verdict.Rule() != rule.NetworkFailure {
		t.Fatalf("%s", verdict)
	}
	if again := verdict.Replay(corsim.Standard, &answers{{}}); again.Outcome() != corsim.Undetermined {
		t.Errorf("with an unknown answer: %s", again)
	}
}

func TestAlternatives(t *testing.T) {
	allowed, other := allowing("https://app.example"), allowing("https://other.example")
	wildcard := allowing("*")
	tests := []struct {
		name         string
		answer       corsim.Answer
		alternatives []corsim.Answer
		want         corsim.Outcome
	}{
		{"one way only", allowed, nil, corsim.Readable},
		{"both allow the page", allowed, []corsim.Answer{wildcard}, corsim.Readable},
		{"neither allows the page", other, []corsim.Answer{{Status: 200}}, corsim.Blocked},
		{"one allows the page, one does not", allowed, []corsim.Answer{other}, corsim.Undetermined},
		{"the connection may fail", allowed, []corsim.Answer{{Failure: "timeout"}}, corsim.Undetermined},
		{"nobody knows the other answer", allowed, []corsim.Answer{{}}, corsim.Undetermined},
	}
	for _, test := range tests {
		test.answer.Alternatives = test.alternatives
		page := corsim.New(corsim.Standard).Open("https://app.example/")
		verdict := page.Fetch(&answers{test.answer}, corsim.Request{URL: "https://api.example/"})
		if verdict.Outcome() != test.want {
			t.Errorf("%s: %v, want %v\n%s", test.name, verdict.Outcome(), test.want, verdict)
		}
		if seen := verdict.Response().Status != 0; seen != (test.want == corsim.Readable) {
			t.Errorf("%s: script sees a response: %v\n%s", test.name, seen, verdict)
		}
	}
}

func TestAlternativesOnEachHop(t *testing.T) {
	hop := func(to string) corsim.Answer {
		answer := allowing("*")
		answer.Status = 302
		answer.Header.Append("Location", to)
		return answer
	}
	first := hop("/a")
	first.Alternatives = []corsim.Answer{hop("/b")}
	server := corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		switch request.URL.Pathname() {
		case "/":
			return first
		case "/a":
			return allowing("*")
		}
		answer := allowing("*")
		answer.Alternatives = []corsim.Answer{{Status: 200}}
		return answer
	})
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	verdict := page.Fetch(server, corsim.Request{URL: "https://api.example/"})
	if verdict.Rule() != rule.AlternativesDiffer {
		t.Errorf("the second hop of the second way may not allow the page, but: %s", verdict)
	}
}

func TestReplayWithAChange(t *testing.T) {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	asked := 0
	server := corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		asked++
		return corsim.Answer{Status: 200, Header: header.List{{Name: "Access-Control-Allow-Origin", Value: "*"}}}
	})
	verdict := page.Fetch(server, corsim.Request{Method: "patch", URL: "https://api.example/"})
	if verdict.Rule() != rule.PreflightMethod {
		t.Fatalf("%s", verdict)
	}
	allow := func(_ *corsim.HTTPRequest, answer corsim.Answer) corsim.Answer {
		answer.Header = append(header.List{{Name: "Access-Control-Allow-Methods", Value: "patch"}}, answer.Header...)
		return answer
	}
	asked = 0
	if again := verdict.ReplayWith(corsim.Firefox, corsim.Change{Answer: allow}); !again.Readable() || asked != 1 {
		t.Errorf("with the method allowed, asked %d times:\n%s", asked, again)
	}
	simple := verdict.Call().(corsim.Request)
	simple.Method = "POST"
	if again := verdict.ReplayWith(corsim.Standard, corsim.Change{Call: simple}); !again.Readable() || again.Preflights() != 0 {
		t.Errorf("with POST in the place of patch:\n%s", again)
	}
}
