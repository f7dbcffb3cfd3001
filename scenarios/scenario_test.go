package scenarios_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/scenarios"
)

func Example() {
	scenario, err := scenarios.Parse("upload.yaml", []byte(`
title: JSON needs a CORS-preflight
page: https://app.example/
calls:
  - fetch: PUT https://api.example/users/1
    headers: {Content-Type: application/json}
    expect: readable
server:
  https://api.example/users/1:
    preflight:
      headers:
        Access-Control-Allow-Origin: https://app.example
        Access-Control-Allow-Methods: PUT
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	result := scenario.Run(corsim.Standard)
	fmt.Print(result.Verdicts[0])
	fmt.Println(result.Unmet[0])
	// Output:
	// PUT https://api.example/users/1 from https://app.example: blocked, TypeError
	//   preflight/header: Every CORS-unsafe request-header must be listed in
	//     Access-Control-Allow-Headers, or by * when no credentials are included.
	//     the server allows nothing; the request has "content-type"
	//   1  OPTIONS https://api.example/users/1  (CORS-preflight) -> 204
	//   the request itself was never sent
	// upload.yaml:7:13: calls[0]: expected outcome readable, got blocked
}

func TestLoad(t *testing.T) {
	scenario, err := scenarios.Load("library/patch-lower-case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if scenario.Title != "patch is not PATCH" || len(scenario.Calls) != 2 {
		t.Errorf("%+v", scenario)
	}
	if _, err := scenarios.Load("library/nowhere.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	for _, data := range scenarios.Library() {
		f.Add(data)
	}
	f.Add([]byte("page: &a https://a.example/\ncalls: [*a]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		scenario, err := scenarios.Parse("a.yaml", data)
		if err != nil {
			if text := err.Error(); strings.ContainsAny(text, "\x1b\x00\r\a") {
				t.Errorf("not safe to print: %q", text)
			}
			return
		}
		first, second := scenario.Run(corsim.Standard), scenario.Run(corsim.Standard)
		if len(first.Verdicts) != len(scenario.Calls) {
			t.Fatalf("%d verdicts of %d calls", len(first.Verdicts), len(scenario.Calls))
		}
		for i, verdict := range first.Verdicts {
			if verdict.Rule() == 0 || verdict.String() != second.Verdicts[i].String() {
				t.Errorf("call %d: %v\nthen %v", i, verdict, second.Verdicts[i])
			}
		}
	})
}
