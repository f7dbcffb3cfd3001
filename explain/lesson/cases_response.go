package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// responseCases are about what script sees of an answer.
func responseCases() []Example {
	exposing := func(list string) []corsim.Answer {
		return turns(says(200, "Access-Control-Allow-Origin", "https://app.example",
			"Access-Control-Allow-Credentials", "true", "Access-Control-Expose-Headers", list, "X-A", "1"))
	}
	return []Example{
		// Timing.
		{"timing at home", rule.TAOPassed, Applied, app, own, ok, ""},
		{"timing across origins", rule.TAOPassed, Unreached, app, get, readable, ""},
		{"timing across origins", rule.TAOFailed, Applied, app, get, readable, ""},
		{"timing across origins, for everybody", rule.TAOFailed, Unreached, app,
			get, turns(says(200, "Access-Control-Allow-Origin", "*", "Timing-Allow-Origin", "*")), ""},

		// Filtered responses.
		{"a response at home", rule.FilterBasic, Applied, app, own, ok, ""},
		{"a response across origins", rule.FilterBasic, Unreached, app, get, readable, ""},
		{"a response across origins", rule.FilterCORS, Applied, app, get, readable, ""},
		{"a response without CORS", rule.FilterCORS, Unreached, app, noCORS, readable, ""},
		{"a response without CORS", rule.FilterOpaque, Applied, app, noCORS, ok, "opaque"},
		{"a response with CORS", rule.FilterOpaque, Unreached, app, get, readable, ""},
		{"every header is exposed", rule.ExposeWildcard, Applied, app,
			get, turns(says(200, "Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "*", "X-B", "1")),
			""},
		{"a header is exposed by its name", rule.ExposeWildcard, Unreached, app,
			get,
			turns(says(200, "Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "X-A", "X-B", "1")),
			""},
		{"every header is exposed, but there are credentials", rule.ExposeWildcardWithCredentials, Applied, app,
			include, exposing("*"), ""},
		{"a header is exposed by its name", rule.ExposeWildcardWithCredentials, Unreached, app,
			include, exposing("X-A"), ""},
		{"a list of headers without commas", rule.ExposeSyntax, Applied, app,
			get, turns(says(200, "Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "X-A X-B",
				"X-A", "1")), ""},
		{"a list of headers with commas", rule.ExposeSyntax, Unreached, app,
			get, turns(says(200, "Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "X-A, X-B",
				"X-A", "1")), ""},
	}
}
