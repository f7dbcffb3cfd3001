package fix

import (
	"slices"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A search looks for what helps.
type search struct {
	verdict corsim.Verdict
	// browsers are the three that a fix is tried in, with the verdict's settings.
	browsers [3]engine.Profile
	// left is how often the call may still be made again with edits.
	left int
}

// newSearch keeps back what it takes to look at the end what becomes of a fix in each browser.
func newSearch(v corsim.Verdict) *search {
	s := &search{verdict: v, browsers: engine.Browsers}
	for i := range s.browsers {
		s.browsers[i] = s.browsers[i].WithSettings(v.Profile().Settings)
	}
	s.left = maxReplays - len(s.browsers)
	return s
}

// with makes the call again, with edits. It returns the zero Verdict, by which the page gets nothing, where that was
// done as often as it may be.
func (s *search) with(profile engine.Profile, edits []Edit) corsim.Verdict {
	if s.left <= 0 {
		return corsim.Verdict{}
	}
	s.left--
	f := Fix{Edits: edits}
	return s.verdict.ReplayWith(profile, corsim.Change{Answer: f.Apply})
}

// fix returns the fewest edits that let the page have what it asked for, in the verdict's own browser and in as many
// of the three as can be had; or why there are none.
func (s *search) fix() (fix *Fix, nothing string) {
	own := s.verdict.Profile()
	edits, stuck := s.repaired(own, nil)
	if edits == nil {
		return nil, stuck.reason()
	}
	passing := []engine.Profile{own}
	for _, profile := range s.browsers {
		if profile == own {
			continue
		}
		more, _ := s.repaired(profile, edits)
		if more != nil && s.passAll(passing, more) {
			edits, passing = more, append(passing, profile)
		}
	}
	fix = &Fix{Edits: s.fewest(edits, passing)}
	s.tryInEach(fix, passing)
	return fix, ""
}

// passAll reports whether the page gets what it asked for in all of the browsers.
func (s *search) passAll(profiles []engine.Profile, edits []Edit) bool {
	return !slices.ContainsFunc(profiles, func(profile engine.Profile) bool {
		return !s.with(profile, edits).Outcome().Granted()
	})
}

// maxRounds is how many repairs are made one after the other: each of the 21 exchanges of a chain of redirects, and
// their CORS-preflights, may need some.
const maxRounds = 64

// repaired adds to the edits what each deciding rule asks for, until the page has what it asked for in a browser; nil
// where that does not help, with what it is stuck at.
func (s *search) repaired(profile engine.Profile, edits []Edit) ([]Edit, impasse) {
	var stuck impasse
	for range maxRounds {
		v := s.with(profile, edits)
		if v.Outcome().Granted() {
			return edits, impasse{}
		}
		next := merge(edits, repair(v, s.decided(v)))
		if slices.Equal(next, edits) {
			next = merge(edits, stayHere(v))
		}
		isEnd := slices.Equal(next, edits)
		// What is wrong with the answer that comes in a redirect's place is not what is wrong.
		if !stuck.redirected {
			redirected := v.Rule() == rule.MixedContentBlocked || slices.ContainsFunc(next, isInRedirectsPlace)
			stuck = impasse{verdict: v, redirected: redirected && !isEnd}
		}
		if isEnd {
			return nil, stuck
		}
		edits = next
	}
	return nil, stuck
}

// isInRedirectsPlace reports whether an edit answers otherwise than by a redirect.
func isInRedirectsPlace(e Edit) bool {
	return e.Header == "" && !e.Preflight && policy.IsRedirectStatus(e.FromStatus)
}

// fewest leaves out the edits that are not needed in any of the browsers.
func (s *search) fewest(edits []Edit, profiles []engine.Profile) []Edit {
	for i := len(edits) - 1; i >= 0; i-- {
		if i >= len(edits) || edits[i].Header == "Vary" {
			continue
		}
		fewer := without(edits, i)
		if len(fewer) > 0 && s.passAll(profiles, fewer) {
			edits = fewer
		}
	}
	return edits
}

// without returns the edits but the i-th, and but the Vary that goes with it.
func without(edits []Edit, i int) []Edit {
	fewer := slices.Delete(slices.Clone(edits), i, i+1)
	if edits[i].Header == allowOrigin {
		fewer = dropVary(fewer, &edits[i])
	}
	return fewer
}

// tryInEach says in which of the three browsers the fix helps. Where that is not known, the call is made once more.
func (s *search) tryInEach(fix *Fix, passing []engine.Profile) {
	s.left += len(s.browsers)
	var refusals []refusal
	for _, profile := range s.browsers {
		if slices.Contains(passing, profile) {
			fix.Engines = append(fix.Engines, profile.Name)
		} else if v := s.with(profile, fix.Edits); v.Outcome().Granted() {
			fix.Engines = append(fix.Engines, profile.Name)
		} else {
			refusals = append(refusals, refusal{profile.Name, v.Rule()})
		}
	}
	fix.Caution = caution(s.verdict, fix.Edits, refusals)
}
