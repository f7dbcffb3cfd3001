package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
)

const basic = "Basic bWU6cHc=" // me:pw

// guarded answers 401 to whoever brings no Authorization.
var guarded = fetch.ServerFunc(func(request *fetch.HTTPRequest) fetch.Answer {
	if !request.Header.Contains("Authorization") {
		return credentialed(401)
	}
	return credentialed(200)
})

func TestAuthentication(t *testing.T) {
	worker := document(appURL)
	worker.Worker = true
	secret := fetch.XHR{URL: "https://me:pw@app.example/"}
	tests := []struct {
		name   string
		client *fetch.Environment
		xhr    fetch.XHR
		status int
		want   string // the Authorization headers
	}{
		{"nothing at hand", document(appURL), fetch.XHR{URL: "/"}, 401, "-"},
		{"in the URL", document(appURL), secret, 200, "- " + basic},
		{"given to open()", document(appURL), fetch.XHR{URL: "/", Username: "me", Password: "pw"}, 200, "- " + basic},
		{"given to open(), over those of the URL", document(appURL), fetch.XHR{URL: "https://you:pw@app.example/", Username: "me"}, 200, "- " + basic},
		{"percent-encoded", document(appURL), fetch.XHR{URL: "https://%6De:p%77@app.example/"}, 200, "- " + basic},
		{"set as a header", document(appURL), fetch.XHR{URL: secret.URL, Header: headerList("Authorization", "x")}, 200, "x"},
		{"across origins it is not tried", document(appURL), fetch.XHR{URL: "https://me:pw@api.example/", WithCredentials: true}, 401, "-"},
		{"nor by a worker, which has nobody to ask", worker, secret, 401, "-"},
	}
	for _, test := range tests {
		record := new(fetch.Record)
		new(fetch.UserAgent).XHR(test.client, guarded, test.xhr, record)
		if got := sent(record, "Authorization"); got != test.want || record.Response.Status != test.status {
			t.Errorf("%s: %s and status %d, want %s and %d", test.name, got, record.Response.Status, test.want, test.status)
		}
	}
}

func TestAuthenticationIsTriedOnce(t *testing.T) {
	record := asked(fetch.XHR{URL: "https://me:wrong@app.example/"}, answer(401))
	if len(record.Exchanges) != 2 || record.Response.Status != 401 {
		t.Errorf("status %d after %s", record.Response.Status, requests(record))
	}
}

func TestAuthenticationIsRemembered(t *testing.T) {
	agent := new(fetch.UserAgent)
	agent.XHR(document(appURL), guarded, fetch.XHR{URL: "https://me:pw@app.example/"}, new(fetch.Record))
	tests := []struct {
		name string
		init fetch.Init
		want string
	}{
		{"for the origin", fetch.Init{URL: "/other"}, basic},
		{"but not without credentials", fetch.Init{URL: "/", Credentials: "omit"}, "-"},
		{"nor over the caller's", fetch.Init{URL: "/", Header: headerList("Authorization", "x")}, "x"},
		{"nor for another port", fetch.Init{URL: "https://app.example:8443/", Credentials: "include"}, "-"},
	}
	for _, test := range tests {
		record := new(fetch.Record)
		agent.Fetch(document(appURL), guarded, &test.init, record)
		if got := sent(record, "Authorization"); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	// Another page that includes credentials brings it across origins.
	record := new(fetch.Record)
	agent.Fetch(document("https://b.example/"), guarded, &fetch.Init{URL: "https://app.example/", Credentials: "include"}, record)
	if got := sent(record, "Authorization"); got != basic {
		t.Errorf("from another origin: %s", got)
	}
}

func TestUnauthorizedStatus(t *testing.T) {
	const api = "https://api.example/"
	stream := &fetch.Body{Kind: fetch.StreamBody}
	tests := []struct {
		name   string
		init   fetch.Init
		answer fetch.Answer
		want   string
	}{
		{"401 is an answer like others", fetch.Init{URL: "/"}, answer(401), "readable main-fetch/same-origin"},
		{"also across origins", fetch.Init{URL: api}, shared(401), "readable cors-check/wildcard"},
		{"but a stream cannot be sent again", fetch.Init{URL: "/", Method: "POST", Body: stream, Duplex: "half"}, answer(401), "blocked TypeError authentication/stream-body"},
		{"unless nobody is asked", fetch.Init{URL: "/", Method: "POST", Body: stream, Duplex: "half", Window: fetch.WindowNull}, answer(401), "readable main-fetch/same-origin"},
		{"407 is for proxies", fetch.Init{URL: "/"}, answer(407), "undetermined not-modelled/proxy-authentication"},
		{"also of a CORS-preflight", fetch.Init{URL: api, Method: "PUT"}, shared(407), "undetermined not-modelled/proxy-authentication"},
		{"but there must be somebody to ask", fetch.Init{URL: "/", Window: fetch.WindowNull}, answer(407), "blocked TypeError proxy-authentication/no-prompt"},
		{"also for a CORS-preflight", fetch.Init{URL: api, Method: "PUT", Window: fetch.WindowNull}, shared(407), "blocked TypeError proxy-authentication/no-prompt"},
		{"which a 401 fails", fetch.Init{URL: api, Method: "PUT", Credentials: policy.CredentialsInclude}, credentialed(401), "blocked TypeError preflight/status"},
	}
	for _, test := range tests {
		if got := summary(fetched(test.init, test.answer)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestAuthenticationThatReplacesAnother(t *testing.T) {
	agent := new(fetch.UserAgent)
	for _, xhr := range []fetch.XHR{{URL: "https://you:pw@app.example/"}, {URL: "https://me:pw@app.example/"}} {
		agent.XHR(document(appURL), guarded, xhr, new(fetch.Record))
	}
	record := new(fetch.Record)
	agent.Fetch(document(appURL), guarded, &fetch.Init{URL: "/"}, record)
	if got := sent(record, "Authorization"); got != basic {
		t.Errorf("%s, want %s", got, basic)
	}
}
