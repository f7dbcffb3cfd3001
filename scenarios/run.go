package scenarios

import (
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
)

// A Result is what came of running a scenario.
type Result struct {
	// Verdicts are the verdicts of the calls, in order.
	Verdicts []corsim.Verdict
	// Unmet are the expectations that were not met, in the order of the calls.
	Unmet []Unmet
}

// Run makes the calls, one after the other, in a new browser that takes the part of the given engine, and holds
// the verdicts against what is expected. It can be run again, with the same result.
func (s *Scenario) Run(profile engine.Profile) Result {
	browser := corsim.New(profile)
	if s.Addresses != nil {
		browser.SetAddresses(s.Addresses.lookup)
	}
	for _, cookie := range s.Cookies {
		browser.AddCookie(cookie)
	}
	page := browser.Open(s.Page.URL, s.Page.options()...)
	server := &answering{scenario: s, asked: map[*Answer]int{}}
	var result Result
	for i := range s.Calls {
		call := &s.Calls[i]
		browser.Advance(time.Duration(call.After) * time.Second)
		verdict := call.run(page, server)
		result.Verdicts = append(result.Verdicts, verdict)
		if call.Expect == nil {
			continue
		}
		for _, unmet := range call.Expect.compare(verdict) {
			unmet.Call, unmet.File = i, s.file
			result.Unmet = append(result.Unmet, unmet)
		}
	}
	return result
}

// Expects reports whether anything is expected of any call.
func (s *Scenario) Expects() bool {
	for i := range s.Calls {
		if s.Calls[i].Expect != nil {
			return true
		}
	}
	return false
}

// options returns what is special about the page.
func (p *Page) options() []corsim.PageOption {
	var options []corsim.PageOption
	add := func(wanted bool, option corsim.PageOption) {
		if wanted {
			options = append(options, option)
		}
	}
	add(p.Sandboxed, corsim.Sandboxed())
	add(p.Worker, corsim.Worker())
	add(p.Base != "", corsim.BaseURL(p.Base))
	add(len(p.Ancestors) > 0, corsim.Ancestors(p.Ancestors...))
	add(p.TopLevel != "", corsim.TopLevel(p.TopLevel))
	add(p.ReferrerPolicy != "", corsim.ReferrerPolicy(p.ReferrerPolicy))
	add(p.EmbedderPolicy != "", corsim.EmbedderPolicy(p.EmbedderPolicy))
	add(p.LocalNetwork != policy.PermissionPrompt, corsim.Permission("local-network", p.LocalNetwork))
	add(p.LoopbackNetwork != policy.PermissionPrompt, corsim.Permission("loopback-network", p.LoopbackNetwork))
	return options
}
