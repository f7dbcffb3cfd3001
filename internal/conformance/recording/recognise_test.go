package recording

import (
	"net/netip"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/rule"
)

// TestRecognition holds what recorded lines are taken to mean against what happened: the rule that decided is among
// those of the line, or of a warning one that was reached, and a message has no rule that neither a recording nor a
// computed case shows.
func TestRecognition(t *testing.T) {
	scenarios := recordedValues[Scenario](t, "scenarios")
	shown := evidence{}
	declared := map[string][]rule.ID{}
	for _, profile := range engine.Browsers {
		traces := recordedValues[Trace](t, profile.Name)
		lines := 0
		for i := range scenarios {
			s := &scenarios[i]
			if len(s.Calls) != 1 || s.notModelled() != "" {
				continue
			}
			verdict := s.only(profile.WithSettings(Settings))
			for _, line := range traces[i].crossOriginLines() {
				lines++
				found := console.Recognise(line)
				if len(found) != 1 || found[0].Cut || found[0].Old || found[0].Engine != profile.Name {
					t.Errorf("%s in %s: %q: recognised as %+v", s.ID, profile.Name, line, found)
					continue
				}
				message := key(&found[0])
				declared[message] = append(declared[message], found[0].Rules...)
				if len(found[0].Rules) > 0 && !shown.add(message, verdict, found[0].Rules) {
					t.Errorf("%s in %s: %q: %v decided, not one of %v", s.ID, profile.Name, line, verdict.Rule(), found[0].Rules)
				}
			}
		}
		t.Logf("%s: %d lines", profile.Name, lines)
	}
	for _, c := range computed {
		if message := c.check(t); message != "" {
			shown.add(message, c.verdict(), declared[message])
		}
	}
	for message, rules := range declared {
		for _, id := range rules {
			if !shown[message][id] {
				t.Errorf("%q: nothing shows that %v can be behind it", message, id)
			}
		}
	}
}

// TestRecognitionOfSeveral holds the lines of scenarios with several calls: what was behind a line decided one of the
// calls, or was reached in one.
func TestRecognitionOfSeveral(t *testing.T) {
	scenarios := recordedValues[Scenario](t, "scenarios")
	for _, profile := range engine.Browsers {
		traces := recordedValues[Trace](t, profile.Name)
		lines := 0
		for i := range scenarios {
			s := &scenarios[i]
			if len(s.Calls) == 1 || s.notModelled() != "" {
				continue
			}
			predicted := Predict(s, profile.WithSettings(Settings))
			for _, line := range traces[i].crossOriginLines() {
				lines++
				found := console.Recognise(line)
				if len(found) != 1 || found[0].Engine != profile.Name {
					t.Errorf("%s in %s: %q: recognised as %+v", s.ID, profile.Name, line, found)
					continue
				}
				rules := found[0].Rules
				if len(rules) > 0 && !slices.ContainsFunc(predicted.Verdicts(), func(v corsim.Verdict) bool {
					return evidence{}.add(line, v, rules)
				}) {
					t.Errorf("%s in %s: %q: no call met one of %v", s.ID, profile.Name, line, rules)
				}
			}
		}
		t.Logf("%s: %d lines", profile.Name, lines)
	}
}

// key is the message, one for all APIs that are not named in what they cannot load.
func key(r *console.Recognition) string {
	if strings.HasSuffix(r.Message, "due to access control checks.") {
		return "due to access control checks"
	}
	return r.Message
}

// evidence says which rules were behind which messages.
type evidence map[string]map[rule.ID]bool

// add notes what decided, or what was reached, if it is one of the rules, and reports whether there is one.
func (e evidence) add(message string, verdict corsim.Verdict, rules []rule.ID) bool {
	if e[message] == nil {
		e[message] = map[rule.ID]bool{}
	}
	if slices.Contains(rules, verdict.Rule()) {
		e[message][verdict.Rule()] = true
		return true
	}
	reached := false
	for step := range verdict.Steps() {
		if slices.Contains(rules, step.Rule) {
			e[message][step.Rule] = true
			reached = true
		}
	}
	return reached
}

// A computedCase shows a rule behind a message that no recording shows it behind.
type computedCase struct {
	profile           engine.Profile
	credentials       bool
	preflight, answer header.List
	statuses          [2]int
	line              string
}

const (
	refusedPreflight  = "Preflight response is not successful. Status code: 401"
	redirectPreflight = "Access to fetch at 'https://api.example/' from origin 'https://app.example' " +
		"has been blocked by CORS policy: Response to preflight request doesn't pass access control " +
		"check: Redirect is not allowed for a " +
		"preflight request."
	redirectPassword = "Access to fetch at 'https://api.example/' from origin 'https://app.example' " +
		"has been blocked by CORS policy: Redirect location '' contains a username and password, which is " +
		"disallowed for cross-origin " +
		"requests."
	didNotSucceed = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at " +
		"https://api.example/. (Reason: CORS request did not succeed). Status code: (null)."
)

// allow is a list of Access-Control-Allow-Origin, and maybe another field.
func allow(value string, more ...string) header.List {
	list := header.List{{Name: "Access-Control-Allow-Origin", Value: value}}
	if len(more) == 2 {
		list.Append(more[0], more[1])
	}
	return list
}

var computed = []computedCase{
	{engine.WebKit, false, allow("https://x.example"), nil, [2]int{401, 200}, refusedPreflight},
	{engine.WebKit, false, allow("https://x.example, *"), nil, [2]int{401, 200}, refusedPreflight},
	{engine.WebKit, true, allow("https://app.example"), nil, [2]int{401, 200}, refusedPreflight},
	{engine.Chromium, false, allow("https://x.example", "Location", "/x"), nil, [2]int{302, 200}, redirectPreflight},
	{engine.Chromium, false, allow("https://x.example, *", "Location", "/x"), nil, [2]int{302, 200}, redirectPreflight},
	{engine.Chromium, true, allow("https://app.example", "Location", "/x"), nil, [2]int{302, 200}, redirectPreflight},
	{
		engine.Chromium, false, nil, allow("*", "Location", "https://u:p@app.example/"), [2]int{0, 302},
		redirectPassword,
	},
	{engine.Firefox, false, nil, allow("*", "Location", "https://u:p@app.example/"), [2]int{0, 302}, didNotSucceed},
	{engine.Firefox, false, nil, allow("*"), [2]int{0, 1000}, didNotSucceed},
	{
		engine.WebKit, false, nil, allow("*", "Location", "https://u:p@app.example/"), [2]int{0, 302},
		"redirection URL https://u:p@app.example/ has credentials",
	},
}

// verdict makes the call: with a CORS-preflight where there is an answer to it.
func (c *computedCase) verdict() corsim.Verdict {
	request := corsim.Request{URL: "https://api.example/"}
	if c.statuses[0] != 0 {
		request.Method = "PUT"
	}
	if c.credentials {
		request.Credentials = corsim.Include
	}
	server := corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		if request.Method == "OPTIONS" {
			return corsim.Answer{Status: c.statuses[0], Header: c.preflight}
		}
		return corsim.Answer{Status: c.statuses[1], Header: c.answer}
	})
	return corsim.New(c.profile).Open("https://app.example/").Fetch(server, request)
}

// check returns the message of the case, and fails where the engine does not print its line.
func (c *computedCase) check(t *testing.T) string {
	t.Helper()
	printed := console.Lines(c.verdict())
	ends := func(line string) bool { return strings.HasSuffix(line, c.line) }
	if len(printed) > 0 && !slices.ContainsFunc(printed, ends) {
		t.Errorf("%s: %q is not printed, but %q", c.profile, c.line, printed)
		return ""
	}
	found := console.Recognise(c.line)
	if len(found) != 1 {
		t.Errorf("%q: recognised as %v", c.line, found)
		return ""
	}
	return key(&found[0])
}

// only plays a scenario of one call.
func (s *Scenario) only(profile engine.Profile) corsim.Verdict {
	browser := corsim.New(profile)
	browser.SetAddresses(func(string) netip.Addr { return netip.AddrFrom4([4]byte{127, 0, 0, 1}) })
	for _, cookie := range s.Cookies {
		browser.SetCookie(expandPorts.Replace(cookie.Origin)+"/", wire(cookie.SetCookie)+"; Max-Age=300")
	}
	_, verdict := s.Calls[0].make(s.Page.open(browser), newServer(s, profile))
	return verdict
}

// recordedValues reads a file of the recordings.
func recordedValues[T any](t *testing.T, what string) []T {
	t.Helper()
	values, err := ReadFile[T](filepath.Join(outside.Folder(t, "browsers"), "open-s1-"+what+".jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	return values
}
