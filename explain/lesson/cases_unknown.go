package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// unknownCases are about what corsim cannot say.
func unknownCases() []Example {
	return []Example{
		// What corsim cannot say.
		{"nobody knows the answer", rule.UnknownAnswer, Stopped, app, own, turns(corsim.Answer{}), "undetermined"},
		{"the answer is known", rule.UnknownAnswer, Unreached, app, own, ok, ""},
		{"one of two answers is allowed", rule.AlternativesDiffer, Stopped, app,
			get, turns(corsim.Answer{Status: 200, Alternatives: []corsim.Answer{allowed}}),
			"undetermined"},
		{"every answer is allowed", rule.AlternativesDiffer, Unreached, app, get, readable, ""},
		{"the integrity of what can be read", rule.NotModelledIntegrity, Stopped, app,
			corsim.Request{URL: "/", Integrity: "sha256-AAAA"}, ok, "undetermined"},
		{"the integrity of what is known", rule.NotModelledIntegrity, Unreached, app,
			corsim.Request{URL: "data:,hello", Integrity: helloHash}, ok, ""},
		{"a proxy asks", rule.NotModelledProxyAuthentication, Stopped, app, own, turns(says(407)), "undetermined"},
		{"a server asks", rule.NotModelledProxyAuthentication, Unreached, app, own, turns(says(401)), ""},
		{"a worker", rule.NotModelledWorkerIsolation, Stopped, at(appURL, worker), isolation, nil, "undetermined"},
		{"a page", rule.NotModelledWorkerIsolation, Unreached, app, isolation, nil, ""},
	}
}
