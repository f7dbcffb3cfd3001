package engine

import "sync"

// A factSet is a set of facts.
type factSet [(factsEnd + 63) / 64]uint64

func (s *factSet) add(f Fact)      { s[f/64] |= 1 << (f % 64) }
func (s *factSet) remove(f Fact)   { s[f/64] &^= 1 << (f % 64) }
func (s *factSet) has(f Fact) bool { return s[f/64]&(1<<(f%64)) != 0 }

// sharedSets holds the set of each profile that was ever made, once. So profiles are as small as a pointer to it, and
// two of them are equal where their sets are.
var sharedSets struct {
	sync.Mutex
	sets map[factSet]*factSet
}

// shared returns the one set that is equal to s, nil for the empty set. Nobody may change it.
func (s factSet) shared() *factSet {
	if s == (factSet{}) {
		return nil
	}
	sharedSets.Lock()
	defer sharedSets.Unlock()
	if found := sharedSets.sets[s]; found != nil {
		return found
	}
	if sharedSets.sets == nil {
		sharedSets.sets = map[factSet]*factSet{}
	}
	kept := s
	sharedSets.sets[s] = &kept
	return &kept
}

// facts returns the facts that hold, to change them.
func (p *Profile) facts() (set factSet) {
	if p.set != nil {
		set = *p.set
	}
	return set
}
