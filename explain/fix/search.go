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
	// left is how often the call may still be made again with edits.
	left int
}

// newSearch keeps back what it takes to look at the end what becomes of a fix in each browser.
func newSearch(v corsim.Verdict) *search { return &search{verdict: v, left: maxReplays - len(engines)} }

// profiles are the verdict's own browser and the three, with the verdict's settings.
func (s *search) profiles() []engine.Profile {
	own := s.verdict.Profile()
	profiles := []engine.Profile{own}
	for _, profile := range engines {
		if profile = profile.WithSettings(own.Settings); profile != own {
			profiles = append(profiles, profile)
		}
	}
	return profiles
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

// gets reports whether the page gets what it has asked for.
func gets(v corsim.Verdict) bool {
	return v.Outcome() == corsim.Readable || v.Outcome() == corsim.Opaque
}

// fix returns the fewest edits that let the page have what it asked for, in the verdict's own browser and in as many
// of the three as can be had; or why there are none.
func (s *search) fix() (fix *Fix, nothing string) {
	profiles := s.profiles()
	edits, stuck := s.repaired(profiles[0], nil)
	if edits == nil {
		return nil, stuck.reason()
	}
	passing := profiles[:1:1]
	for _, profile := range profiles[1:] {
		more, _ := s.repaired(profile, edits)
		if more != nil && s.passAll(passing, more) {
			edits, passing = more, append(passing, profile)
		}
	}
	fix = &Fix{Edits: s.fewest(edits, passing)}
	s.tryInEach(fix)
	return fix, ""
}

// passAll reports whether the page gets what it asked for in all of the browsers.
func (s *search) passAll(profiles []engine.Profile, edits []Edit) bool {
	return !slices.ContainsFunc(profiles, func(profile engine.Profile) bool { return !gets(s.with(profile, edits)) })
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
		if gets(v) {
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

// tryInEach makes the call once more in each of the three browsers, and says in which of them the fix helps.
func (s *search) tryInEach(fix *Fix) {
	s.left += len(engines)
	var refusals []refusal
	for _, profile := range engines {
		v := s.with(profile.WithSettings(s.verdict.Profile().Settings), fix.Edits)
		if gets(v) {
			fix.Engines = append(fix.Engines, profile.Name)
		} else {
			refusals = append(refusals, refusal{profile.Name, v.Rule()})
		}
	}
	fix.Caution = caution(s.verdict, fix.Edits, refusals)
}
