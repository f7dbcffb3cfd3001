package rule_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/corsim/corsim/rule"
)

var (
	slugs = regexp.MustCompile(`^[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*$`)
	steps = regexp.MustCompile(`^(\d+(\.\d+)*)?$`)
)

func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for id := range rule.All {
		entry := id.Rule()
		if !slugs.MatchString(entry.Slug) {
			t.Errorf("rule %d: %q is no slug like algorithm/what", id, entry.Slug)
		}
		if seen[entry.Slug] {
			t.Errorf("%s is there twice", entry.Slug)
		}
		seen[entry.Slug] = true
		if !steps.MatchString(entry.Step) {
			t.Errorf("%s: step %q", id, entry.Step)
		}
		if entry.Ways == 0 || entry.Ways >= rule.CanApply<<1 {
			t.Errorf("%s: ways %b", id, entry.Ways)
		}
		if entry.Algorithm.Name() == "" {
			t.Errorf("%s stands in no algorithm", id)
		}
		// A rule of a standard has a link; one of corsim's own has none, and no step.
		if own := entry.Algorithm.Name() == "corsim"; own != (entry.Link() == "") || own && entry.Step != "" {
			t.Errorf("%s: link %q, step %q", id, entry.Link(), entry.Step)
		}
	}
	if len(seen) < 100 {
		t.Errorf("%d rules", len(seen))
	}
}

func TestLessons(t *testing.T) {
	for id := range rule.All {
		lesson := id.Rule().Lesson
		if !strings.HasSuffix(lesson, ".") || strings.TrimSpace(lesson) != lesson || strings.Contains(lesson, "  ") {
			t.Errorf("%s: %q is no sentence", id, lesson)
		}
		if n := strings.Count(lesson+" ", ". "); n > 3 {
			t.Errorf("%s: %d sentences", id, n)
		}
		// Only what is code begins with a small letter.
		word, _, _ := strings.Cut(lesson, " ")
		if 'a' <= word[0] && word[0] <= 'z' && !strings.ContainsAny(word, "(:") {
			t.Errorf("%s: %q begins with a small letter", id, lesson)
		}
	}
}

func TestStandards(t *testing.T) {
	for id := range rule.All {
		standard := id.Rule().Algorithm.Standard()
		if standard == (rule.Standard{}) {
			// What corsim says of itself stands in no standard.
			continue
		}
		if !strings.HasPrefix(standard.Base, "https://") || !regexp.MustCompile(`^20\d\d-\d\d-\d\d$`).MatchString(standard.Read) || standard.Name == "" {
			t.Errorf("%s: %+v", id, standard)
		}
	}
}

func TestParse(t *testing.T) {
	for id := range rule.All {
		if got, err := rule.Parse(id.Slug()); got != id || err != nil {
			t.Errorf("%s: %v, %v", id, got, err)
		}
	}
	tests := []struct{ slug, nearest string }{
		{"cors-check/wildcrad", "cors-check/wildcard"},
		{"cors-check/allow-origin-mising", "cors-check/allow-origin-missing"},
		{"preflight/headers", "preflight/header"},
		{"CORS-check/wildcard", "cors-check/wildcard"},
		{"redirect/limits", "redirect/limit"},
	}
	for _, test := range tests {
		_, err := rule.Parse(test.slug)
		if err == nil || !strings.Contains(err.Error(), `"`+test.slug+`"`) || !strings.HasSuffix(err.Error(), `the nearest is "`+test.nearest+`"`) {
			t.Errorf("%s: %v, want the nearest to be %s", test.slug, err, test.nearest)
		}
	}
	if _, err := rule.Parse(""); err == nil {
		t.Error("the empty slug names a rule")
	}
}

func TestIDAsText(t *testing.T) {
	type note struct{ Rule rule.ID }
	text, err := json.Marshal(note{rule.CORSWildcard})
	if string(text) != `{"Rule":"cors-check/wildcard"}` || err != nil {
		t.Fatalf("%s, %v", text, err)
	}
	var back note
	if err := json.Unmarshal(text, &back); back.Rule != rule.CORSWildcard || err != nil {
		t.Errorf("%v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`{"Rule":"a/b"}`), &back); err == nil || back.Rule != rule.CORSWildcard {
		t.Errorf("an unknown rule: %v, %v", back, err)
	}
}

func TestIDOfNoRule(t *testing.T) {
	for _, id := range []rule.ID{0, 60000} {
		if id.Slug() != "" || id.Rule().Ways != 0 || id.Rule().Lesson != "" {
			t.Errorf("%d is a rule: %+v", id, id.Rule())
		}
	}
}
