package scenarios_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/scenarios"
)

func TestLibrary(t *testing.T) {
	n := 0
	for scenario := range scenarios.Library() {
		n++
		t.Run(scenario.Title, func(t *testing.T) {
			for _, unmet := range scenario.Run(corsim.Standard).Unmet {
				t.Error(unmet)
			}
			if !strings.Contains(scenario.About, "https://") {
				t.Error("about does not say where people met it")
			}
			if !decided(scenario) {
				t.Error("no call expects the rule that decides")
			}
		})
	}
	if n < 5 {
		t.Errorf("%d scenarios", n)
	}
}

func decided(scenario *scenarios.Scenario) bool {
	for _, call := range scenario.Calls {
		if call.Expect != nil && call.Expect.Rule != 0 {
			return true
		}
	}
	return false
}
