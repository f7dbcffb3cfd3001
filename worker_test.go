package corsim_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
)

// Which scripts become workers, and what a worker may import.
func TestWorkers(t *testing.T) {
	javaScript, text := says(200, "Content-Type", "text/javascript"), says(200, "Content-Type", "text/plain")
	isolate := corsim.Load{Kind: corsim.ImportScripts, URL: "https://cdn.example/lib.js"}
	tests := []struct {
		about     string
		load      corsim.Load
		answer    corsim.Answer
		outcome   corsim.Outcome
		exception string
		executed  bool
	}{
		{"a worker at home", corsim.Load{Kind: corsim.DedicatedWorker, URL: "/w.js"}, javaScript, corsim.Readable, "", true},
		{"a worker elsewhere", corsim.Load{Kind: corsim.DedicatedWorker, URL: "https://cdn.example/w.js"}, javaScript, corsim.Blocked, "", false},
		{"a shared worker that is redirected away", corsim.Load{Kind: corsim.SharedWorker, URL: "/w.js"},
			redirects(302, "https://cdn.example/w.js"), corsim.Blocked, "", false},
		{"a worker that says it is text", corsim.Load{Kind: corsim.DedicatedWorker, URL: "/w.js"}, text, corsim.Blocked, "", false},
		{"a worker from nowhere", corsim.Load{Kind: corsim.DedicatedWorker, URL: "data:text/plain,1"}, text, corsim.Readable, "", true},
		{"a module from nowhere that says it is text", corsim.Load{Kind: corsim.ModuleWorker, URL: "data:text/plain,1"}, text, corsim.Blocked, "", false},
		{"a worker without a URL", corsim.Load{Kind: corsim.ModuleWorker, URL: "https://"}, text, corsim.Threw, "SyntaxError", false},
		{"an import from elsewhere", isolate, javaScript, corsim.Opaque, "", true},
		{"an import that says it is text", isolate, text, corsim.Blocked, "NetworkError", false},
		{"an import that is not there", isolate, says(404, "Content-Type", "text/javascript"), corsim.Blocked, "NetworkError", false},
	}
	for _, test := range tests {
		verdict := corsim.New(corsim.Standard).Open(appURL).Load(turns(test.answer), test.load)
		if verdict.Outcome() != test.outcome || verdict.Exception() != test.exception || verdict.Effect().Executed != test.executed {
			t.Errorf("%s: executed is %v\n%s", test.about, verdict.Effect().Executed, verdict)
		}
	}
}

// Browsers that ask for media in ranges say so, and take the whole for it.
func TestMediaInRanges(t *testing.T) {
	for profile, want := range map[engine.Profile]string{corsim.Standard: "", corsim.Chromium: "bytes=0-"} {
		for _, status := range []int{200, 206} {
			verdict := corsim.New(profile).Open(appURL).Load(turns(says(status)), corsim.Load{Kind: corsim.Video, URL: "/v"})
			got, _ := verdict.Exchanges()[0].Request.Header.Get("Range")
			if got != want || verdict.Effect().Event.String() != "load" {
				t.Errorf("%s: Range is %q, want %q\n%s", profile, got, want, verdict)
			}
		}
	}
}
