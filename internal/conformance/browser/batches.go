package browser

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

const (
	scenariosPerPage = 60
	scenariosAgain   = 10 // a page, of those that timed out
	scenariosAtOnce  = 5
	waitingPerPage   = 30  // they all run at once, and Firefox's preflight cache holds a hundred
	cookiesPerPage   = 100 // a browser keeps no more of a site
)

// A grouping is what scenarios must have in common to be run by one page load.
type grouping struct {
	page recording.Page
	// Scenarios that wait have pages of their own, so that others need not wait for them.
	waits bool
	// Beacons and the like run one at a time: a document has 64 KiB for all that are in flight.
	outlives bool
}

// batches puts scenarios that can share a page load together, in the order of their first.
func batches(scenarios []recording.Scenario, size int) []*batch {
	var order []grouping
	groups := map[grouping][]recording.Scenario{}
	for _, scenario := range scenarios {
		group := grouping{
			page:  scenario.Page,
			waits: slices.ContainsFunc(scenario.Calls, func(c recording.Call) bool { return c.DelayMS > 0 }),
			outlives: slices.ContainsFunc(scenario.Calls,
				func(c recording.Call) bool { return c.Kind == "beacon" || c.Keepalive }),
		}
		if groups[group] == nil {
			order = append(order, group)
		}
		groups[group] = append(groups[group], scenario)
	}
	var all []*batch
	for _, group := range order {
		size, width := size, scenariosAtOnce
		if group.waits {
			size = min(size, waitingPerPage)
		}
		if group.outlives {
			width = 1
		}
		for rest := groups[group]; len(rest) > 0; {
			n := fitting(rest, size)
			all = append(all, newBatch(group.page, rest[:n:n], width))
			rest = rest[n:]
		}
	}
	return all
}

// fitting is how many of the scenarios, from the first, fit into one batch.
func fitting(scenarios []recording.Scenario, size int) int {
	cookies := 0
	for n := range scenarios {
		cookies += len(scenarios[n].Cookies)
		if n == size || n > 0 && cookies > cookiesPerPage {
			return n
		}
	}
	return len(scenarios)
}

// expand puts numbers in the place of symbolic ports.
func expand(scenario *recording.Scenario, ports portNumbers) (expanded recording.Scenario, err error) {
	data, err := json.Marshal(scenario)
	if err == nil {
		err = json.Unmarshal([]byte(ports.numeric(string(data))), &expanded)
	}
	return expanded, err
}

// withoutPort matches an address that has no port.
var withoutPort = regexp.MustCompile(`(?i)^https?://[^/?#:]*([/?#]|$)`)

// usesDefaultPorts reports whether a scenario has an address without a port, in what it asks for or is led to.
func usesDefaultPorts(scenario *recording.Scenario) bool {
	addresses := []string{scenario.Page.URL}
	for _, cookie := range scenario.Cookies {
		addresses = append(addresses, cookie.Origin)
	}
	for _, call := range scenario.Calls {
		addresses = append(addresses, call.URL)
	}
	for _, rule := range scenario.Server {
		for _, answer := range slices.Concat(rule.Preflight, rule.Actual) {
			for _, line := range answer.Headers {
				if strings.EqualFold(line[0], "Location") {
					addresses = append(addresses, line[1])
				}
			}
		}
	}
	return slices.ContainsFunc(addresses, withoutPort.MatchString)
}

// originOf is the part of a page's address before its path.
func originOf(address string) string {
	scheme, rest, _ := strings.Cut(address, "://")
	authority, _, _ := strings.Cut(rest, "/")
	return scheme + "://" + authority
}
