package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/corsim/corsim/engine"
)

func ExampleProfile() {
	careful := engine.Profile{Name: "careful", Settings: engine.Settings{MaxPreflightAge: 600}}
	fmt.Println(engine.Standard, careful, engine.Chromium)
	// Output: standard careful chromium
}

func TestFactsAreComplete(t *testing.T) {
	names := map[string]bool{}
	next := engine.Fact(1)
	for entry := range engine.Facts() {
		if entry.Fact != next {
			t.Errorf("a fact before %s has no entry", entry.Name)
		}
		next = entry.Fact + 1
		if entry.Fact.String() != entry.Name {
			t.Errorf("%s: the fact says %q", entry.Name, entry.Fact)
		}
		if topic, what, _ := strings.Cut(entry.Name, "/"); topic == "" || what == "" || names[entry.Name] {
			t.Errorf("%q: not a name, or not the only one", entry.Name)
		}
		names[entry.Name] = true
		if !strings.HasSuffix(entry.Sentence, ".") || entry.In == 0 || len(entry.Evidence) == 0 {
			t.Errorf("%s: a sentence, engines and evidence are needed: %+v", entry.Name, entry)
		}
	}
}

func TestProfileHasItsFacts(t *testing.T) {
	for entry := range engine.Facts() {
		for build, profile := range []engine.Profile{engine.Chromium, engine.Firefox, engine.WebKit} {
			if got, want := profile.Has(entry.Fact), entry.In.Has(engine.Build(build)); got != want {
				t.Errorf("%s in %s: %v", entry.Name, profile, got)
			}
		}
		if engine.Standard.Has(entry.Fact) {
			t.Errorf("%s holds in the standard", entry.Name)
		}
	}
}

func TestWithout(t *testing.T) {
	without := engine.Chromium.Without(engine.PreflightAgeLimit7200)
	if without.Has(engine.PreflightAgeLimit7200) || !without.With(engine.PreflightAgeLimit7200).Has(engine.PreflightAgeLimit7200) {
		t.Error("a fact can be taken away and given back")
	}
}
