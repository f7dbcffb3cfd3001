package scenarios_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
	"github.com/corsim/corsim/scenarios"
)

func TestRun(t *testing.T) {
	const page = "page: https://app.example/\n"
	tests := []struct{ what, text string }{
		{"what the file does not say is undetermined", page + `
calls: [{fetch: "https://api.example/", expect: {outcome: undetermined, rule: undetermined/answer-unknown}}]`},
		{"a preflight that the file does not say is undetermined", page + `
calls: [{fetch: "PUT https://api.example/", expect: {outcome: undetermined, sent: false}}]
server: {"https://api.example/": 200}`},
		{"OPTIONS answers a preflight", page + `
calls: [{fetch: "PUT https://api.example/", expect: {rule: cors-check/allow-origin-missing, preflights: 1}}]
server: {"OPTIONS https://api.example/": 204}`},
		{"preflight comes before OPTIONS", page + `
calls: [{fetch: "OPTIONS https://api.example/", expect: {outcome: readable, status: 201}}]
server:
  https://api.example/: {preflight: {headers: {Access-Control-Allow-Origin: "*", Access-Control-Allow-Methods: OPTIONS}}}
  OPTIONS https://api.example/: {status: 201, headers: {Access-Control-Allow-Origin: "*"}}`},
		{"the entry of a method comes before that of all", page + `
calls: [{fetch: "https://app.example/x", expect: {status: 201}}, {fetch: "POST /x", expect: {status: 202}}]
server: {"https://app.example/x": 202, "GET https://app.example/x": 201}`},
		{"answers change, and the last one repeats", page + `
calls: [{fetch: /, expect: {status: 201}}, {fetch: /, expect: {status: 202}}, {fetch: /, expect: {status: 202}}]
server: {"https://app.example/": [201, 202]}`},
		{"a connection fails", page + `
calls: [{fetch: /, expect: {outcome: blocked, rule: network/failure, exception: TypeError}}]
server: {"https://app.example/": {failure: connection refused}}`},
		{"a redirect reaches another entry", page + `
calls: [{fetch: /a, expect: {outcome: readable, type: basic, status: 200, steps: [redirect/followed]}}]
server: {"https://app.example/a": {status: 302, headers: {Location: /b}}, "https://app.example/b": 200}`},
		{"two fields of a name", page + `
calls: [{fetch: "https://api.example/", expect: {rule: cors-check/allow-origin-multiple}}]
server: {"https://api.example/": {headers: {Access-Control-Allow-Origin: ["https://app.example", "https://app.example"]}}}`},
		{"headers as lines", page + `
calls: [{fetch: "https://api.example/", headers: ["X-A: 1"], expect: {preflights: 1}}]
server: {"https://api.example/": {preflight: 204}}`},
		{"headers that script sees", page + `
calls: [{fetch: "https://api.example/", expect: {headers: {content-type: text/plain, X-Total-Count: null}}}]
server: {"https://api.example/": {headers: {Access-Control-Allow-Origin: "*", Content-Type: text/plain, X-Total-Count: 9}}}`},
		{"a cookie of another site stays at home", page + `
cookies: {"https://api.example/": [a=1; SameSite=Lax; Secure, b=2; SameSite=None; Secure]}
calls: [{fetch: "https://api.example/", credentials: include, expect: {steps: [cookie/sent, cookie/withheld]}}]
server: {"https://api.example/": 200}`},
		{"time passes", page + `
calls:
- {fetch: "PUT https://api.example/", expect: {preflights: 1}}
- {fetch: "PUT https://api.example/", after: 9, expect: {preflights: 0, steps: [preflight-cache/hit]}}
- {fetch: "PUT https://api.example/", after: 1, expect: {preflights: 1}}
server:
  https://api.example/:
    preflight:
      headers: {Access-Control-Allow-Origin: "*", Access-Control-Allow-Methods: PUT, Access-Control-Max-Age: 10}
    answer: {headers: {Access-Control-Allow-Origin: "*"}}`},
		{"a call that throws", page + `
calls: [{fetch: "https://[", expect: threw}, {xhr: "https://[", expect: {outcome: threw, exception: SyntaxError}}]`},
		{"an event stream", page + `
calls: [{event-source: /events, expect: {outcome: blocked, rule: event-source/content-type}}]
server: {"https://app.example/events": 200}`},
		{"an upload with a listener", page + `
calls: [{xhr: POST https://api.example/, body: {kind: Blob, size: 3}, upload-listener: true, expect: {preflights: 1}}]
server: {"https://api.example/": {preflight: 403}}`},
		{"images and scripts", page + `
calls:
- {load: "https://cdn.example/i.png", expect: {outcome: opaque, event: load}}
- {load: "https://cdn.example/i.png", crossorigin: anonymous, expect: {outcome: blocked, event: error, rule: cors-check/allow-origin-missing}}
- {load: "https://cdn.example/s.js", as: module, expect: {outcome: blocked, event: error}}
- {load: "http://cdn.example/i.png", expect: {event: load, steps: [main-fetch/mixed-content-upgraded]}}
server: {"https://cdn.example/i.png": 200, "https://cdn.example/s.js": 200}`},
		{"links and forms", page + `
cookies: {"https://shop.example/": [a=1; SameSite=Lax; Secure, b=2; SameSite=Strict; Secure]}
calls:
- {navigate: "https://shop.example/", expect: {outcome: opaque, steps: [cookie/sent, cookie/withheld]}}
- {navigate: "https://shop.example/", user-initiated: true, expect: {steps: [cookie/sent]}}
- {navigate: "post https://shop.example/", body: a=b, enctype: text/plain, user-activation: true, expect: {steps: [cookie/withheld]}}
- {navigate: "mailto:me@shop.example", expect: {rule: navigation/scheme}}
- {navigate: /, in: iframe, expect: {outcome: readable, event: load}}
server: {"https://shop.example/": 200, "POST https://shop.example/": 204, "https://app.example/": 200}`},
		{"a beacon", page + `
calls: [{beacon: "https://log.example/", body: hello, expect: {outcome: opaque, rule: response/opaque, sent: true}}]
server: {"POST https://log.example/": 204}`},
		{"WebSockets", page + `
calls:
- {web-socket: "wss://chat.example/", protocols: [chat], expect: {outcome: readable, status: 101}}
- {web-socket: "https://chat.example/", protocols: [news], expect: {rule: web-socket/protocol}}
server: {"https://chat.example/": {status: 101, headers: {Sec-WebSocket-Protocol: chat}}}`},
		{"a page in a sandbox", `
page: {url: "https://app.example/", sandboxed: true}
calls: [{fetch: /, expect: {rule: cors-check/allow-origin-mismatch}}]
server: {"https://app.example/": {headers: {Access-Control-Allow-Origin: "https://app.example"}}}`},
		{"a page with an embedder policy", `
page: {url: "https://app.example/", embedder-policy: require-corp}
calls: [{fetch: "https://api.example/", mode: no-cors, expect: {rule: corp/embedder-policy}}]
server: {"https://api.example/": 200}`},
	}
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			scenario, err := scenarios.Parse("a.yaml", []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if !scenario.Expects() {
				t.Error("nothing is expected")
			}
			for range 2 {
				result := scenario.Run(corsim.Standard)
				for _, unmet := range result.Unmet {
					t.Errorf("%v\n%v", unmet, result.Verdicts[unmet.Call])
				}
			}
		})
	}
}

func TestUnmet(t *testing.T) {
	scenario, err := scenarios.Parse("a.yaml", []byte(`page: https://app.example/
calls:
- fetch: https://app.example/
- fetch: https://app.example/
  expect:
    outcome: blocked
    rule: cors-check/allow-origin-missing
    steps: [redirect/followed]
    exception: TypeError
    type: cors
    status: 404
    headers: {X-A: 1, X-B: null}
    sent: false
    preflights: 1
server:
  https://app.example/: {headers: {X-B: 2}}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"6:5: calls[1]: expected outcome blocked, got readable",
		"7:5: calls[1]: expected rule cors-check/allow-origin-missing, got main-fetch/same-origin",
		"8:5: calls[1]: expected steps redirect/followed, got none",
		"9:5: calls[1]: expected exception TypeError, got none",
		"10:5: calls[1]: expected type cors, got basic",
		"11:5: calls[1]: expected status 404, got 200",
		`12:5: calls[1]: expected headers X-A: "1", got null`,
		`12:5: calls[1]: expected headers X-B: null, got "2"`,
		"13:5: calls[1]: expected sent false, got true",
		"14:5: calls[1]: expected preflights 1, got 0",
	}
	unmet := scenario.Run(corsim.Standard).Unmet
	for i, u := range unmet {
		if i >= len(want) || u.String() != "a.yaml:"+want[i] {
			t.Errorf("%v", u)
		}
	}
	if len(unmet) != len(want) {
		t.Errorf("%d, want %d", len(unmet), len(want))
	}
}

// TestUnknownAnswerSaysWhere holds that a missing answer points at the entry that could have it.
func TestUnknownAnswerSaysWhere(t *testing.T) {
	scenario, err := scenarios.Parse("a.yaml", []byte(one("fetch: PUT https://api.example/\n")+
		"server:\n  https://api.example/: 200\n"))
	if err != nil {
		t.Fatal(err)
	}
	verdict := scenario.Run(corsim.Standard).Verdicts[0]
	unknown := verdict.Exchanges()[0].Answer.Unknown
	if verdict.Rule() != rule.UnknownAnswer || unknown.File != "a.yaml" || unknown.Line != 5 {
		t.Errorf("%v, %+v", verdict.Rule(), unknown)
	}
}

func TestRunLocalNetwork(t *testing.T) {
	scenario, err := scenarios.Parse("lan.yaml", []byte(`
page: {url: https://app.example/, local-network: granted}
addresses: {nas.example: 192.168.0.2, "host.example": "::1"}
calls:
- {fetch: "http://nas.example/", target-address-space: local, expect: {steps: [local-network-access/permission], sent: true}}
- {fetch: "https://host.example/", expect: {rule: undetermined/permission, sent: false}}
- {fetch: "https://nas.example/", target-address-space: loopback, expect: {rule: local-network-access/target, outcome: blocked}}
server: {"http://nas.example/": 200, "https://nas.example/": 200, "https://host.example/": 200}
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, unmet := range scenario.Run(corsim.Chromium).Unmet {
		t.Error(unmet)
	}
}
