package recording_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/internal/conformance/recording"
)

func TestWhatIsNotModelled(t *testing.T) {
	const page = `"page":{"url":"https://app.example/doc/page.html"}`
	for _, test := range []struct{ about, scenario, want string }{
		{"all is known", `{"id":"a-1",` + page + `,"calls":[{"kind":"fetch","url":"/s/a-1/a"}]}`, ""},
		{"a member that is not known", `{"id":"a-1",` + page + `,"calls":[{"kind":"fetch","url":"/s/a-1/a","priority":"high"}]}`,
			`unknown field "priority"`},
		{"a member of another type", `{"id":"a-1",` + page + `,"calls":"fetch"}`, "cannot unmarshal string"},
		{"a kind of call", `{"id":"a-1",` + page + `,"calls":[{"kind":"iframe","url":"/s/a-1/a"}]}`, `a call of the kind "iframe"`},
		{"a kind of body", `{"id":"a-1",` + page + `,"calls":[{"kind":"fetch","url":"/","body":{"kind":"json","length":2}}]}`,
			`a body of the kind "json"`},
		{"a fixture", `{"id":"a-1",` + page + `,"calls":[],"server":[{"path":"/","actual":[{"status":200,"fixture":"woff"}]}]}`,
			`the fixture "woff"`},
	} {
		scenarios, err := recording.Read[recording.Scenario]("test", strings.NewReader(test.scenario))
		if err != nil || len(scenarios) != 1 {
			t.Fatalf("%s: %v", test.about, err)
		}
		trace := recording.Predict(&scenarios[0], corsim.Chromium)
		if trace.ID != "a-1" || (trace.NotModelled == "") != (test.want == "") || !strings.Contains(trace.NotModelled, test.want) {
			t.Errorf("%s: %q, want %q", test.about, trace.NotModelled, test.want)
		}
	}
}
