package fix

import (
	"slices"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
)

// Advise says what would let the page of a blocked verdict have what it asked for: a change of the server's answers, and
// what the page could ask for instead. Each was tried by replaying the browsing, some dozens of times and a few hundred
// at most; so a Server that does something when it is asked does it again for each request that it had not answered.
//
// A fix never widens trust: it allows the page's origin by its name and adds Vary: Origin, or everybody where no
// credentials are included and the page's origin is opaque; it never allows null, nor any origin that asks. Of an answer
// that nobody knows, a fix says what it has to be.
//
// There is no advice for what is not blocked or was not decided.
func Advise(v corsim.Verdict) Advice {
	switch v.Outcome() {
	case corsim.Blocked:
		s := search{verdict: v}
		edits, stuck := s.fix()
		advice := Advice{Ways: s.ways()}
		if edits == nil {
			advice.Nothing = nothing(stuck)
		} else {
			advice.Fixes = []Fix{{Edits: edits, Engines: s.passing(edits)}}
		}
		return advice
	case corsim.Threw:
		if v.Call() == nil {
			return Advice{}
		}
		s := search{verdict: v}
		return Advice{Ways: s.ways(), Nothing: neverSent}
	}
	return Advice{}
}

const neverSent = "No answer of a server can help: the call is refused for its arguments before anything is sent."

// engines are the browsers that a fix is tried in.
var engines = [...]engine.Profile{engine.Chromium, engine.Firefox, engine.WebKit}

// A search looks for what helps.
type search struct {
	verdict corsim.Verdict
}

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

// with makes the call again, with edits.
func (s *search) with(profile engine.Profile, edits []Edit) corsim.Verdict {
	f := Fix{Edits: edits}
	return s.verdict.ReplayWith(profile, corsim.Change{Answer: f.Apply})
}

// gets reports whether the page gets what it has asked for.
func gets(v corsim.Verdict) bool {
	return v.Outcome() == corsim.Readable || v.Outcome() == corsim.Opaque
}

// maxRounds is how many repairs are made one after the other: each of the 21 exchanges of a chain of redirects, and
// their CORS-preflights, may need some.
const maxRounds = 64

// fix returns the fewest edits that let the page have what it asked for, in the verdict's own browser and in as many of
// the three as can be had; nil where there are none, with the verdict that no answer could change.
func (s *search) fix() (edits []Edit, stuck corsim.Verdict) {
	profiles := s.profiles()
	edits, stuck = s.repaired(profiles[0], nil)
	if edits == nil {
		return nil, stuck
	}
	passing := profiles[:1:1]
	for _, profile := range profiles[1:] {
		more, _ := s.repaired(profile, edits)
		if more != nil && s.passAll(passing, more) {
			edits, passing = more, append(passing, profile)
		}
	}
	return s.fewest(edits, passing), corsim.Verdict{}
}

// passAll reports whether the page gets what it asked for in all of the browsers.
func (s *search) passAll(profiles []engine.Profile, edits []Edit) bool {
	return !slices.ContainsFunc(profiles, func(profile engine.Profile) bool { return !gets(s.with(profile, edits)) })
}

// repaired adds to the edits what each deciding rule asks for, until the page has what it asked for in a browser; nil
// where that does not help, with the verdict that is left.
func (s *search) repaired(profile engine.Profile, edits []Edit) (more []Edit, stuck corsim.Verdict) {
	for range maxRounds {
		v := s.with(profile, edits)
		if gets(v) {
			return edits, v
		}
		next := merge(edits, repair(v))
		if slices.Equal(next, edits) {
			next = merge(edits, stayHere(v))
		}
		if slices.Equal(next, edits) {
			return nil, v
		}
		edits, stuck = next, v
	}
	return nil, stuck
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
	left := edits[i]
	vary := left
	vary.Header = "Vary"
	var fewer []Edit
	for j := range edits {
		if j != i && !(left.Header == allowOrigin && edits[j].sameAs(&vary)) {
			fewer = append(fewer, edits[j])
		}
	}
	return fewer
}

// passing are the names of the three browsers in which the edits help.
func (s *search) passing(edits []Edit) []string {
	var names []string
	for _, profile := range engines {
		if gets(s.with(profile.WithSettings(s.verdict.Profile().Settings), edits)) {
			names = append(names, profile.Name)
		}
	}
	return names
}
