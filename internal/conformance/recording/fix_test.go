package recording_test

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/conformance/recording"
	"github.com/corsim/corsim/origin"
)

// TestFixesOfRecordings holds, for every call of all recordings that is blocked, that there is a fix which lets the
// page have what it asked for, also with the scenario's server itself changed and all made anew; or that it is said
// that nothing can help, and that no answer among many does.
func TestFixesOfRecordings(t *testing.T) {
	scenarios := read[recording.Scenario](t, "scenarios")
	for name, profile := range recorded {
		t.Run(name, func(t *testing.T) {
			profile := profile.WithSettings(recording.Settings)
			var counts struct{ blocked, fixed, inAllEngines, ofHarness, withoutFix, withWay int }
			for i := 0; i < len(scenarios); i += stride() {
				for s, blocked := range blockedCalls(&scenarios[i], profile) {
					counts.blocked++
					advice := fix.Advise(blocked)
					if len(advice.Ways) > 0 {
						counts.withWay++
					}
					switch {
					case len(advice.Fixes) > 0:
						counts.fixed++
						if len(advice.Fixes[0].Engines) == len(recorded) {
							counts.inAllEngines++
						}
						if ofHarness(s, advice.Fixes[0].Edits) {
							counts.ofHarness++
						} else {
							checkFix(t, s, profile, advice.Fixes[0].Edits)
						}
						checkTrust(t, s.ID, blocked, &advice.Fixes[0])
					case advice.Nothing == "":
						t.Errorf("%s: no advice for\n%s", s.ID, blocked)
					default:
						counts.withoutFix++
						if found := searchAnswers(blocked); found != nil {
							t.Errorf("%s: %s\nBut there is %+v for\n%s", s.ID, advice.Nothing, found, blocked)
						}
					}
				}
			}
			t.Logf("%+v", counts)
		})
	}
}

// stride is 1, or more where only a sample of the scenarios is wanted.
func stride() int {
	if testing.Short() {
		return 40
	}
	return 1
}

// blockedCalls yields the calls that are blocked, each with the scenario that ends with it.
func blockedCalls(s *recording.Scenario, profile engine.Profile) iter.Seq2[*recording.Scenario, corsim.Verdict] {
	return func(yield func(*recording.Scenario, corsim.Verdict) bool) {
		for call := range s.Calls {
			upTo := *s
			upTo.Calls = s.Calls[:call+1]
			trace := recording.Predict(&upTo, profile)
			if len(trace.Verdicts()) <= call {
				return
			}
			if verdict := trace.Verdicts()[call]; verdict.Outcome() == corsim.Blocked && !yield(&upTo, verdict) {
				return
			}
		}
	}
}

// gets reports whether the page gets what it has asked for.
func gets(v corsim.Verdict) bool {
	return v.Outcome().Granted()
}

// ofHarness reports whether the edits are of answers that are the harness's own, and not the scenario's to change.
func ofHarness(s *recording.Scenario, edits []fix.Edit) bool {
	return slices.ContainsFunc(edits, func(e fix.Edit) bool {
		url, err := origin.Parse(e.URL)
		return err != nil || !strings.HasPrefix(url.Pathname(), "/s/"+s.ID+"/")
	})
}

// checkFix holds that the last call of the scenario is not blocked where its server is changed.
func checkFix(t *testing.T, s *recording.Scenario, profile engine.Profile, edits []fix.Edit) {
	t.Helper()
	edited := recording.Predict(s.WithEdits(edits), profile)
	if after := edited.Verdicts()[len(s.Calls)-1]; !gets(after) {
		t.Errorf("%s: %+v does not help:\n%s", s.ID, edits, after)
	}
}

// typesOf are the MIME types of what a call asks for.
func typesOf(call any) []string {
	load, _ := call.(corsim.Load)
	switch load.Kind {
	case corsim.Image:
		return []string{"image/png", "image/svg+xml"}
	case corsim.Script, corsim.ModuleScript:
		return []string{"text/javascript"}
	case corsim.Stylesheet:
		return []string{"text/css"}
	case corsim.Font:
		return []string{"font/ttf"}
	}
	return []string{"text/plain", "application/octet-stream"}
}

// searchAnswers tries many answers to the requests of a blocked call, without redirects, and returns the headers of
// the last one where the page has what it asked for; nil for none. It trusts no more than a fix may: the origin that
// asks, or everybody where that is opaque and no credentials are included.
func searchAnswers(v corsim.Verdict) header.List {
	for _, contentType := range append(typesOf(v.Call()), "") {
		for _, resourcePolicy := range []string{"", "same-site", "cross-origin"} {
			for _, credentials := range []string{"", "true"} {
				var used header.List
				answer := func(request *corsim.HTTPRequest, given corsim.Answer) corsim.Answer {
					// Where nobody answers, or nothing is known, no answer can be changed.
					if given.Status == 0 {
						return given
					}
					used = trusting(request, credentials)
					used.Append("Cross-Origin-Resource-Policy", resourcePolicy)
					if contentType != "" {
						used.Append("Content-Type", contentType)
					}
					given.Header = used
					if given.Status != 206 {
						given.Status = 200
					}
					return given
				}
				if after := v.ReplayWith(v.Profile(), corsim.Change{Answer: answer}); gets(after) && isUseful(after) {
					return used
				}
			}
		}
	}
	return nil
}

// isUseful reports whether a script that has loaded runs.
func isUseful(v corsim.Verdict) bool {
	load, _ := v.Call().(corsim.Load)
	return load.Kind != corsim.Script && load.Kind != corsim.ModuleScript || v.Effect().Executed
}

// trusting are headers that allow a request everything that a fix may allow.
func trusting(request *corsim.HTTPRequest, credentials string) header.List {
	var list header.List
	if from, sent := request.Header.Get("Origin"); sent && from != "null" {
		list.Append("Access-Control-Allow-Origin", from)
		list.Append("Access-Control-Allow-Credentials", credentials)
	} else {
		list.Append("Access-Control-Allow-Origin", "*")
	}
	method, _ := request.Header.Get("Access-Control-Request-Method")
	list.Append("Access-Control-Allow-Methods", method)
	names, _ := request.Header.Get("Access-Control-Request-Headers")
	list.Append("Access-Control-Allow-Headers", names)
	return list
}
