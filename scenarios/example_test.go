package scenarios_test

import (
	"errors"
	"fmt"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/scenarios"
)

// The error of Parse holds every mistake of the file.
func ExampleProblems() {
	_, err := scenarios.Parse("upload.yaml", []byte(`page: app.example
calls:
  - fetch: https://api.example/users/1
    mode: none
`))
	var problems scenarios.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			fmt.Printf("line %d, %s: %s\n", p.Line, p.Path, p.Message)
		}
	}
	// Output:
	// line 1, page: no absolute URL: "app.example": no scheme; without a base URL it has to begin with one, like "https://"
	// line 4, calls[0].mode: there is no "none"; it is one of cors, no-cors, same-origin
}

// What is expected stands in the file, so a folder of scenarios is a test.
func ExampleScenario_Run() {
	for scenario := range scenarios.Library() {
		for _, unmet := range scenario.Run(corsim.Standard).Unmet {
			fmt.Println(unmet)
		}
	}
	fmt.Println("done")
	// Output: done
}
