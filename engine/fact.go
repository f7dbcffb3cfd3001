package engine

import (
	"iter"
	"strings"
)

// A Fact is one thing that a browser does in its own way, not as the standard says. Facts are constants with names;
// what is known of one is its [Entry]. Its number may change from one release to the next: what is written down is
// the name.
type Fact uint16

// Each topic has a file with its facts and what is known of them. The numbers of its facts follow those of the topic
// before, in this order.
var topics = [...][]Entry{
	preflight, request, redirect, cookie, referrer, cache, content, url, isolation, integrity, opaque,
	localNetwork,
}

// factsEnd is the number behind the last fact.
const factsEnd = localNetworkEnd

// An Entry is what is known of a fact.
type Entry struct {
	Fact Fact
	// Name is the fact's stable name, "topic/what".
	Name string
	// Sentence says what these browsers do, and what the standard has instead.
	Sentence string
	// In holds the builds it was seen in.
	In Builds
	// Evidence names what shows it: ids of recorded scenarios, what a browser was asked, links.
	Evidence []string
}

// entries are all entries by their facts, and factSets the facts that hold in each build.
var entries, factSets = func() (all [factsEnd]*Entry, sets [buildCount]factSet) {
	for _, topic := range topics {
		for i := range topic {
			entry := &topic[i]
			all[entry.Fact] = entry
			for build := range builds {
				if entry.In.Has(Build(build)) {
					sets[build].add(entry.Fact)
				}
			}
		}
	}
	return all, sets
}()

// Facts yields what is known of each fact, by topic.
func Facts() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for _, entry := range entries {
			if entry != nil && !yield(*entry) {
				return
			}
		}
	}
}

// Entry returns what is known of a fact; the zero Entry where it is none.
func (f Fact) Entry() Entry {
	if int(f) >= len(entries) || entries[f] == nil {
		return Entry{}
	}
	return *entries[f]
}

// String returns the fact's name.
func (f Fact) String() string { return f.Entry().Name }

// AllEngines reports whether the fact holds in every engine: they agree with each other, and not with the standard.
func (e Entry) AllEngines() bool { return e.In == allBuilds }

// A Build is a browser that was asked.
type Build uint8

// Builds is a set of builds.
type Builds uint8

// The builds that were asked.
const (
	chromium156 Builds = 1 << iota
	firefox153
	webkitGTK250

	buildCount = iota
	allBuilds  = chromium156 | firefox153 | webkitGTK250
)

// builds are the engine and the version of each build.
var builds = [buildCount]struct{ engine, version string }{
	{"Chromium", "156.0.8078.79"},
	{"Firefox", "153.7.0esr"},
	{"WebKit", "(WebKitGTK) 2.50.6"},
}

// Has reports whether a build is in the set.
func (b Builds) Has(build Build) bool { return b&(1<<build) != 0 }

// Engine returns the name of the build's engine.
func (b Build) Engine() string { return builds[b].engine }

// Title returns the name of an engine as people write it, and the name itself where no build is of that engine.
func Title(name string) string {
	for _, build := range builds {
		if strings.EqualFold(build.engine, name) {
			return build.engine
		}
	}
	return name
}

// Version returns the build's version.
func (b Build) Version() string { return builds[b].version }

// String returns the engine's name and the version.
func (b Build) String() string { return b.Engine() + " " + b.Version() }

// All yields the builds in the set.
func (b Builds) All() iter.Seq[Build] {
	return func(yield func(Build) bool) {
		for build := range Build(buildCount) {
			if b.Has(build) && !yield(build) {
				return
			}
		}
	}
}

// String returns the engines' names, separated by commas.
func (b Builds) String() string {
	var names []string
	for build := range b.All() {
		names = append(names, build.Engine())
	}
	return strings.Join(names, ", ")
}
