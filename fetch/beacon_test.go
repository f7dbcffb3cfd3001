package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
)

// TestFactsOfBeacons asks what sendBeacon() takes.
func TestFactsOfBeacons(t *testing.T) {
	long := &fetch.Body{Bytes: make([]byte, 64<<10+1)}
	tests := []struct {
		about           string
		fact            engine.Fact
		beacon          fetch.Beacon
		standard, other bool
	}{
		{"blocked port", engine.BeaconNeedsPort, fetch.Beacon{URL: "https://api.example:25/"}, true, false},
		{"other port", engine.BeaconNeedsPort, fetch.Beacon{URL: "https://api.example:26/"}, true, true},
		{"long", engine.BeaconOfAnyLength, fetch.Beacon{URL: "/", Body: long}, false, true},
	}
	for _, test := range tests {
		for _, profile := range []engine.Profile{engine.Standard, engine.Standard.With(test.fact)} {
			want := test.standard
			if profile.Has(test.fact) {
				want = test.other
			}
			record := new(fetch.Record)
			(&fetch.UserAgent{Profile: profile}).SendBeacon(document(appURL), inTurn(shared(200)), test.beacon, record)
			if record.Effect.Queued != want {
				t.Errorf("%s, %s %v: queued %v", test.about, test.fact, profile.Has(test.fact), record.Effect.Queued)
			}
		}
	}
}

func TestKeepaliveLimitBeforeThePreflight(t *testing.T) {
	init := fetch.Init{URL: "https://api.example/", Method: "PUT", Keepalive: true, Body: &fetch.Body{Bytes: make([]byte, 64<<10+1)}}
	for profile, want := range map[engine.Profile]int{engine.Standard: 1, engine.Standard.With(engine.KeepaliveLimitFirst): 0} {
		record := fetchedBy(&fetch.UserAgent{Profile: profile}, document(appURL), init, shared(200, "Access-Control-Allow-Methods", "PUT"))
		if len(record.Exchanges) != want || record.Outcome != fetch.Blocked {
			t.Errorf("%d requests, %v; want %d", len(record.Exchanges), record.Outcome, want)
		}
	}
}
