package corsim

import (
	"slices"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/rule"
)

// maxAlternatives is how many combinations of answers are tried; if there are more, nothing is said.
const maxAlternatives = 64

// tryAlternatives makes the call again with each combination of the answers that its server's description allows.
// Where they lead to different verdicts, the verdict is undetermined. In either case the browser goes on as though
// the first answers had been given.
func (c *call) tryAlternatives() {
	record := &c.record
	tried := 1
	for choices := nextChoice(nil, record.Forks.Counts); choices != nil; tried++ {
		other := c.with(choices)
		if tried == maxAlternatives || !sameForPage(record, other) {
			record.Trace.Add(len(record.Exchanges)-1,
				rule.Stop(rule.AlternativesDiffer, record.Decided.Slug(), other.Decided.Slug()))
			record.Outcome, record.Decided, record.Exception = Undetermined, rule.AlternativesDiffer, ""
			record.Response = fetch.Response{}
			return
		}
		choices = nextChoice(choices, other.Forks.Counts)
	}
}

// with makes the call again with other choices among the answers.
func (c *call) with(choices []int) *fetch.Record {
	again := c.replay(c.page.browser.agent.Profile, func(past *call) Server {
		if past != c {
			return past.recorded()
		}
		return &known{past.recorded(), past.server}
	})
	again.record.Forks = &fetch.Forks{Choices: choices}
	again.runIn(&again.page.browser.agent, again.server, &again.record)
	return &again.record
}

// known answers what was answered before as it was answered, and leaves the rest to the server.
type known struct {
	before *recorded
	server Server
}

func (k *known) Answer(request *HTTPRequest) Answer {
	if answer, found := k.before.take(request); found {
		return answer
	}
	return k.server.Answer(request)
}

// nextChoice returns the choices that come after the given ones, where forks says how many possibilities each
// had; nil after the last.
func nextChoice(choices, forks []int) []int {
	all := make([]int, len(forks))
	copy(all, choices)
	for i := len(all) - 1; i >= 0; i-- {
		if all[i]+1 < forks[i] {
			all[i]++
			return all[:i+1]
		}
	}
	return nil
}

// sameForPage reports whether a page could not tell the two apart.
func sameForPage(a, b *fetch.Record) bool {
	return a.Outcome == b.Outcome && a.Exception == b.Exception &&
		a.Response.Type == b.Response.Type && a.Response.Status == b.Response.Status &&
		a.Response.URL == b.Response.URL && a.Response.Redirected == b.Response.Redirected &&
		slices.Equal(a.Response.Header(), b.Response.Header())
}
