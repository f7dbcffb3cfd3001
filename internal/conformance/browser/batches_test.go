package browser

import (
	"testing"

	"github.com/corsim/corsim/internal/conformance/recording"
)

func TestBatches(t *testing.T) {
	page := recording.Page{URL: "http://app.example/doc/page.html"}
	scenarios := []recording.Scenario{
		{ID: "1", Page: page}, {ID: "2", Page: recording.Page{URL: page.URL, Sandboxed: true}}, {ID: "3", Page: page},
		{ID: "4", Page: page}, {ID: "5", Page: page, Calls: []recording.Call{{DelayMS: 1}}},
		{ID: "6", Page: page, Calls: []recording.Call{{Kind: "beacon"}}}, {ID: "7", Page: page,
			Calls: []recording.Call{{Keepalive: true}}},
	}
	want := []string{"13", "4", "2", "5", "67"}
	all := batches(scenarios, 2)
	for i, b := range all {
		got := ""
		for _, scenario := range b.scenarios {
			got += scenario.ID
		}
		if i >= len(want) || got != want[i] {
			t.Fatalf("batch %d of %d: %s, want %v", i, len(all), got, want)
		}
		if alone := want[i] == "67"; (b.width == 1) != alone {
			t.Errorf("batch %s: %d at once", got, b.width)
		}
	}
}

func TestFitting(t *testing.T) {
	many := recording.Scenario{Cookies: make([]recording.Cookie, cookiesPerPage)}
	few := recording.Scenario{Cookies: make([]recording.Cookie, 1)}
	for _, test := range []struct {
		about     string
		scenarios []recording.Scenario
		want      int
	}{
		{"all", []recording.Scenario{few, few}, 2},
		{"no more than fit", []recording.Scenario{few, few, few, few}, 3},
		{"no more cookies than a browser keeps", []recording.Scenario{few, many}, 1},
		{"one, whatever it has", []recording.Scenario{{Cookies: make([]recording.Cookie, cookiesPerPage+1)}, few}, 1},
	} {
		if got := fitting(test.scenarios, 3); got != test.want {
			t.Errorf("%s: %d, want %d", test.about, got, test.want)
		}
	}
}

func TestUsesDefaultPorts(t *testing.T) {
	for _, test := range []struct {
		about    string
		scenario recording.Scenario
		want     bool
	}{
		{"ports everywhere", recording.Scenario{Page: recording.Page{URL: "http://app.example:{{http1}}/doc"}}, false},
		{"a page", recording.Scenario{Page: recording.Page{URL: "https://app.example/doc"}}, true},
		{"a call", recording.Scenario{Calls: []recording.Call{{URL: "HTTP://app.example"}}}, true},
		{"a relative address", recording.Scenario{Calls: []recording.Call{{URL: "/a"}}}, false},
		{"a redirect", recording.Scenario{Server: []recording.Path{{
			Actual: []recording.Answer{{Headers: []recording.Field{{"location", "http://app.example/"}}}},
		}}}, true},
	} {
		if got := usesDefaultPorts(&test.scenario); got != test.want {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}

func TestPortNumbers(t *testing.T) {
	ports := portNumbers{"http1": 12345, "tls1": 23456}
	const symbolic = "http://a:{{http1}}/?u=https%3A//b%3A{{tls1}} 12345"
	const numeric = "http://a:12345/?u=https%3A//b%3A23456 12345"
	if got := ports.numeric(symbolic); got != numeric {
		t.Errorf("numeric: %s", got)
	}
	if got := ports.symbolic(numeric); got != symbolic {
		t.Errorf("symbolic: %s", got)
	}
}
