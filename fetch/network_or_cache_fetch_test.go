package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
)

func TestMisdirectedRequest(t *testing.T) {
	const app, api = "https://app.example/", "https://api.example/"
	stream := &fetch.Body{Kind: fetch.StreamBody}
	tests := []struct {
		name    string
		init    fetch.Init
		answers []fetch.Answer
		sent    string
		status  int
	}{
		{"is sent once more", fetch.Init{URL: app}, []fetch.Answer{answer(421), answer(200)}, "GET " + app + ", GET " + app, 200},
		{"and no more than that", fetch.Init{URL: app}, []fetch.Answer{answer(421)}, "GET " + app + ", GET " + app, 421},
		{"with its body", fetch.Init{URL: app, Method: "POST", Body: &fetch.Body{Size: 1}}, []fetch.Answer{answer(421), answer(200)}, "POST " + app + ", POST " + app, 200},
		{"unless that is a stream", fetch.Init{URL: app, Method: "POST", Body: stream, Duplex: "half"}, []fetch.Answer{answer(421), answer(200)}, "POST " + app, 421},
		{"across origins, where only the last answer is read", fetch.Init{URL: api}, []fetch.Answer{answer(421), shared(200)}, "GET " + api + ", GET " + api, 200},
		{"a CORS-preflight too", fetch.Init{URL: api, Method: "PUT"}, []fetch.Answer{answer(421), shared(200, "Access-Control-Allow-Methods", "*")}, "OPTIONS " + api + ", OPTIONS " + api + ", PUT " + api, 200},
		{"after which nobody is asked again", fetch.Init{URL: api, Method: "PUT"}, []fetch.Answer{shared(421)}, "OPTIONS " + api + ", OPTIONS " + api, 0},
	}
	for _, test := range tests {
		record := fetched(test.init, test.answers...)
		if got := requests(record); got != test.sent || record.Response.Status != test.status {
			t.Errorf("%s: status %d after %s, want %d after %s", test.name, record.Response.Status, got, test.status, test.sent)
		}
	}
}

func TestMisdirectedRequestThatIsUnauthorized(t *testing.T) {
	record := asked(fetch.XHR{URL: "https://me:pw@app.example/"}, answer(421), answer(401), answer(421), answer(200))
	if got := sent(record, "Authorization"); got != "- - "+basic+" "+basic || record.Response.Status != 200 {
		t.Errorf("status %d after %s", record.Response.Status, got)
	}
}

func TestMisdirectedTypeRepeated(t *testing.T) {
	agent := &fetch.UserAgent{Profile: engine.Standard.With(engine.MisdirectedTypeRepeated)}
	record := fetchedBy(agent, document(appURL), fetch.Init{URL: "/"},
		answer(421, "Content-Type", "text/a", "X-A", "1"), answer(200, "Content-Type", "text/b", "X-A", "2"))
	if got, _ := record.Response.Header().Get("Content-Type"); got != "text/a,text/b" {
		t.Errorf("Content-Type: %s", got)
	}
	if got, _ := record.Response.Header().Get("X-A"); got != "2" {
		t.Errorf("X-A: %s", got)
	}
}

func TestProxyAuthenticationOfEngines(t *testing.T) {
	tests := []struct {
		about   string
		profile engine.Profile
		init    fetch.Init
		want    fetch.Outcome
	}{
		{"the user is asked", engine.Standard, fetch.Init{URL: "/"}, fetch.Undetermined},
		{"it fails", engine.Standard.With(engine.ProxyAuthenticationFails), fetch.Init{URL: "/"}, fetch.Blocked},
		{"a status", engine.Standard.With(engine.ProxyAuthenticationOrdinary), fetch.Init{URL: "/"}, fetch.Readable},
		{"a status of no use to a CORS-preflight", engine.Standard.With(engine.ProxyAuthenticationOrdinary),
			fetch.Init{URL: "https://api.example/", Method: "PUT"}, fetch.Blocked},
	}
	for _, test := range tests {
		agent := &fetch.UserAgent{Profile: test.profile}
		if got := fetchedBy(agent, document(appURL), test.init, shared(407)).Outcome; got != test.want {
			t.Errorf("%s: %v, want %v", test.about, got, test.want)
		}
	}
}
