package recording_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/conformance/generator"
	"github.com/corsim/corsim/internal/conformance/recording"
)

// TestTrustOfFixes holds the limits of trust in scenarios that were never recorded.
func TestTrustOfFixes(t *testing.T) {
	scenarios := generator.Generate(4, 1000)
	fixes := 0
	for _, profile := range recorded {
		for i := 0; i < len(scenarios); i += stride() {
			for s, blocked := range blockedCalls(&scenarios[i], profile.WithSettings(recording.Settings)) {
				for _, f := range fix.Advise(blocked).Fixes {
					checkTrust(t, s.ID, blocked, &f)
					fixes++
				}
			}
		}
	}
	if t.Logf("%d fixes", fixes); fixes == 0 {
		t.Error("there is no fix")
	}
}

// checkTrust holds that a fix never allows null, nor everyone where credentials are included, nor an origin that has not
// asked; and that the answer varies by the Origin just where it allows one.
func checkTrust(t *testing.T, id string, blocked corsim.Verdict, f *fix.Fix) {
	t.Helper()
	exchanges := fixed(blocked, f)
	for i := range f.Edits {
		edit := &f.Edits[i]
		if edit.Header != "Access-Control-Allow-Origin" && edit.Header != "Vary" {
			continue
		}
		about := slices.DeleteFunc(slices.Clone(exchanges), func(x corsim.Exchange) bool {
			return x.Preflight != edit.Preflight || x.Request.Method != edit.Method || x.Request.URL.Href() != edit.URL
		})
		var wrong string
		switch {
		case edit.Header == "Vary":
			if slices.ContainsFunc(about, allowsEveryone) {
				wrong = "varies, and allows everyone"
			}
		case edit.To == "*":
			if includes(blocked.Call()) || slices.ContainsFunc(about, sendsCookie) {
				wrong = "allows everyone, with credentials"
			}
			if !strings.Contains(f.Caution, "every page") {
				wrong = "allows everyone, and does not say so"
			}
		case edit.To == "null", !slices.ContainsFunc(about, func(x corsim.Exchange) bool { return asks(x, edit.To) }):
			wrong = "allows who has not asked"
		case !slices.ContainsFunc(about, varies):
			wrong = "does not vary"
		}
		if wrong != "" {
			t.Errorf("%s: %s: %+v", id, wrong, f.Edits)
		}
	}
}

// fixed are all exchanges, in each browser, with the fix.
func fixed(v corsim.Verdict, f *fix.Fix) []corsim.Exchange {
	var exchanges []corsim.Exchange
	for _, profile := range recorded {
		profile = profile.WithSettings(v.Profile().Settings)
		v.ReplayWith(profile, corsim.Change{Answer: func(r *corsim.HTTPRequest, given corsim.Answer) corsim.Answer {
			answer := f.Apply(r, given)
			isPreflight := r.Method == "OPTIONS" && r.Header.Contains("Access-Control-Request-Method")
			exchanges = append(exchanges, corsim.Exchange{Preflight: isPreflight, Request: *r, Answer: answer})
			return answer
		}})
	}
	return exchanges
}

func asks(x corsim.Exchange, origin string) bool {
	from, _ := x.Request.Header.Get("Origin")
	return from == origin
}

func sendsCookie(x corsim.Exchange) bool {
	return x.Request.Header.Contains("Origin") && x.Request.Header.Contains("Cookie")
}

func allowsEveryone(x corsim.Exchange) bool {
	value, _ := x.Answer.Header.Get("Access-Control-Allow-Origin")
	return value == "*"
}

func varies(x corsim.Exchange) bool {
	value, _ := x.Answer.Header.Get("Vary")
	return slices.ContainsFunc(strings.Split(value, ","), func(name string) bool {
		name = header.Normalize(name)
		return name == "*" || header.EqualFold(name, "Origin")
	})
}

// includes reports whether a call asks for credentials to be included.
func includes(call any) bool {
	switch call := call.(type) {
	case corsim.Request:
		return call.Credentials == corsim.Include
	case corsim.XHR:
		return call.WithCredentials
	case corsim.EventSource:
		return call.WithCredentials
	case corsim.Load:
		return strings.EqualFold(string(call.CrossOrigin), string(corsim.UseCredentials))
	}
	return false
}
