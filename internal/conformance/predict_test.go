package conformance_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/internal/conformance"
	"github.com/corsim/corsim/internal/conformance/recording"
)

var update = flag.Bool("update", false, "write the golden traces")

// predict runs a prediction from standard input to standard output.
func predict(in string) (string, error) {
	var out bytes.Buffer
	p := conformance.Prediction{Format: "wpt", Engine: "spec", In: "-", Out: "-"}
	err := p.Predict(strings.NewReader(in), &out)
	return out.String(), err
}

func TestPredictGolden(t *testing.T) {
	out := filepath.Join(t.TempDir(), "traces.jsonl")
	p := conformance.Prediction{Format: "wpt", Engine: "spec", In: filepath.Join("testdata", "cases.json"), Out: out}
	if err := p.Predict(nil, nil); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "traces.jsonl")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		if i >= len(gotLines) || i >= len(wantLines) || gotLines[i] != wantLines[i] {
			t.Fatalf("line %d differs; got\n%s\nwant\n%s", i+1, got, want)
		}
	}
}

// TestPredictRecordings predicts the module's selection of recordings by the command's own way: from a file to a file.
func TestPredictRecordings(t *testing.T) {
	out := filepath.Join(t.TempDir(), "traces.jsonl")
	p := conformance.Prediction{
		Format: "recording", Engine: "webkit", In: filepath.Join("recording", "testdata", "selection-scenarios.jsonl.gz"), Out: out,
	}
	if err := p.Predict(nil, nil); err != nil {
		t.Fatal(err)
	}
	scenarios := readFile[recording.Scenario](t, p.In)
	recorded := readFile[recording.Trace](t, filepath.Join("recording", "testdata", "selection-webkit.jsonl.gz"))
	predicted := readFile[recording.Trace](t, out)
	if len(predicted) != len(scenarios) {
		t.Fatalf("%d traces of %d scenarios", len(predicted), len(scenarios))
	}
	for i := range scenarios {
		if predicted[i].ID != scenarios[i].ID || predicted[i].Engine != "webkit" {
			t.Errorf("trace %d is of %s in %s", i, predicted[i].ID, predicted[i].Engine)
		}
		for _, d := range recording.Compare(&scenarios[i], &recorded[i], &predicted[i]) {
			t.Error(d)
		}
	}
}

func readFile[T any](t *testing.T, name string) []T {
	t.Helper()
	values, err := recording.ReadFile[T](name)
	if err != nil {
		t.Fatal(err)
	}
	return values
}

func TestPredictErrors(t *testing.T) {
	tests := []struct {
		p    conformance.Prediction
		want string
	}{
		{conformance.Prediction{Format: "har", Engine: "spec", In: "-", Out: "-"}, `format "har": there is only recording, wpt`},
		{conformance.Prediction{Format: "wpt", Engine: "lynx", In: "-", Out: "-"}, `engine: "lynx": there are standard, chromium, firefox and webkit`},
		{conformance.Prediction{Format: "wpt", Engine: "spec", In: "-", Out: "-"}, "-:2:3: invalid character '}' looking for beginning of value"},
	}
	for _, test := range tests {
		var out bytes.Buffer
		err := test.p.Predict(strings.NewReader("[\n  }]"), &out)
		if err == nil || err.Error() != test.want || out.Len() > 0 {
			t.Errorf("%+v: %v, want %s", test.p, err, test.want)
		}
	}
}

func TestPredictOddInput(t *testing.T) {
	tests := []struct{ in, want string }{
		{`[]`, ""},
		{`[{}]`, `{"id":"","engine":"spec","notModelled":"no page"}`},
		{`[null]`, `{"id":"","engine":"spec","notModelled":"no page"}`},
		{`[7]`, `{"id":"","engine":"spec","notModelled":"unexpected number"}`},
		{`[{"id": "a", "page": []}]`, `{"id":"a","engine":"spec","notModelled":"field page: unexpected array"}`},
		{`[{"id": 7}]`, `{"id":"","engine":"spec","notModelled":"field id: unexpected number"}`},
		{`[{"id": "a", "page": {"url": "https://a.example"}, "calls": []}]`, `{"id":"a","engine":"spec","calls":[],"requests":[]}`},
		{`[{"id": "a", "page": {"url": "https://a.example"}, "server": {"GET /": {"status": 200, "headers": [["x"]]}}}]`,
			`{"id":"a","engine":"spec","notModelled":"a header is a name and a value, not 1 strings"}`},
		{`[{"id": "a", "page": {"url": "https://a.example"}, "server": {"GET /": {"status": 200, "headers": [["x", "\u0100"]]}}}]`,
			`{"id":"a","engine":"spec","notModelled":"server \"GET /\": a character beyond U+00FF"}`},
		{`[{"id": "a", "page": {"url": "https://a.example"}, "server": {"GET /": null}, "calls": [null]}]`,
			`{"id":"a","engine":"spec","notModelled":"api: \"\""}`},
	}
	for _, test := range tests {
		got, err := predict(test.in)
		if err != nil || strings.TrimSuffix(got, "\n") != test.want {
			t.Errorf("%s: %v\n got %s\nwant %s", test.in, err, got, test.want)
		}
	}
}

// TestPredictCases holds the traces against what the cases expect, with a checker that knows nothing of the types
// that the traces were made with.
func TestPredictCases(t *testing.T) {
	folder := t.TempDir()
	agreed := 0
	for family, path := range caseFiles(t) {
		out := filepath.Join(folder, family+".jsonl")
		p := conformance.Prediction{Format: "wpt", Engine: "spec", In: path, Out: out}
		if err := p.Predict(nil, nil); err != nil {
			t.Fatal(err)
		}
		cases, traces := readObjects(t, path, false), readObjects(t, out, true)
		if len(cases) != len(traces) {
			t.Fatalf("%s: %d cases, %d traces", family, len(cases), len(traces))
		}
		for i, c := range cases {
			trace := traces[i]
			if c["id"] != trace["id"] || trace["engine"] != "spec" {
				t.Errorf("%v: the trace is of %v, engine %v", c["id"], trace["id"], trace["engine"])
			}
			if trace["notModelled"] != nil || c["tentative"] == true && c["specExpect"] == nil {
				continue
			}
			if problem := check(c, trace); problem != "" {
				t.Errorf("%v: %s", c["id"], problem)
			}
			agreed++
		}
	}
	want := 0
	for _, n := range families {
		want += n.held
	}
	if agreed != want {
		t.Errorf("%d cases were checked, want %d", agreed, want)
	}
}

type object = map[string]any

func readObjects(t *testing.T, path string, aLineEach bool) []object {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if aLineEach {
		lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
		data = slices.Concat([]byte("["), bytes.Join(lines, []byte(",")), []byte("]"))
	}
	var objects []object
	if err := json.Unmarshal(data, &objects); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return objects
}

// check returns what a trace has other than its case expects, "" for nothing.
func check(c, trace object) string {
	expect, _ := c["expect"].([]any)
	if spec, ok := c["specExpect"].([]any); ok {
		expect = spec
	}
	calls, requests := trace["calls"].([]any), trace["requests"].([]any)
	if len(calls) != len(expect) {
		return fmt.Sprintf("%d results for %d calls", len(calls), len(expect))
	}
	for i := range expect {
		want, got := expect[i].(object), calls[i].(object)
		allowed := map[any][]string{
			"ok":            {"resolved", "load", "true"},
			"network-error": {"rejected", "error", "threw", "true"},
			"throws":        {"threw"},
		}[want["outcome"]]
		if !slices.Contains(allowed, got["outcome"].(string)) {
			return fmt.Sprintf("call %d: outcome %v, want %v", i, got["outcome"], want["outcome"])
		}
		if name := want["error"]; name != nil && got["error"].(object)["name"] != name {
			return fmt.Sprintf("call %d: error %v, want %v", i, got["error"], name)
		}
		response, _ := want["response"].(object)
		for _, member := range []string{"type", "status", "url", "redirected"} {
			if response[member] != nil && response[member] != got[member] {
				return fmt.Sprintf("call %d: %s is %v, want %v", i, member, got[member], response[member])
			}
		}
		if problem := checkWire(want, requests, float64(i)); problem != "" {
			return fmt.Sprintf("call %d: %s", i, problem)
		}
	}
	for _, request := range requests {
		key := fmt.Sprintf("%v %v", request.(object)["method"], request.(object)["url"])
		if c["server"].(object)[key] == nil {
			return key + " must not be requested"
		}
	}
	return ""
}

// checkWire looks for the requests of a call that the case expects, by method and URL, and for a preflight.
func checkWire(want object, requests []any, call float64) string {
	expected, _ := want["requests"].([]any)
	preflight := false
	for _, r := range requests {
		request := r.(object)
		if request["call"] != call {
			continue
		}
		preflight = preflight || request["preflight"] == true
		if len(expected) == 0 {
			continue
		}
		next := expected[0].(object)
		if (next["method"] == nil || next["method"] == request["method"]) && (next["url"] == nil || next["url"] == request["url"]) {
			expected = expected[1:]
		}
	}
	if len(expected) > 0 {
		return fmt.Sprintf("no request %v", expected[0])
	}
	if want["preflight"] != nil && want["preflight"] != preflight {
		return fmt.Sprintf("preflight is %v", preflight)
	}
	return ""
}

// FuzzPredict looks for input that a prediction does not survive.
func FuzzPredict(f *testing.F) {
	data, err := os.ReadFile(filepath.Join("testdata", "cases.json"))
	if err != nil {
		f.Fatal(err)
	}
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		f.Fatal(err)
	}
	for _, one := range raw {
		f.Add("[" + string(one) + "]")
	}
	f.Fuzz(func(t *testing.T, in string) {
		out, err := predict(in)
		if err == nil && out != "" && !json.Valid([]byte(strings.SplitAfter(out, "\n")[0])) {
			t.Errorf("no JSON: %s", out)
		}
	})
}
