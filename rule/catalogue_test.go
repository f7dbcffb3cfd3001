package rule_test

import (
	"encoding/json"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/corsim/corsim/rule"
)

var (
	slugs     = regexp.MustCompile(`^[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*$`)
	sentences = regexp.MustCompile(`^[A-Z].*[.?]$`)
	anchors   = regexp.MustCompile(`^#[^# ]+$`)
	steps     = regexp.MustCompile(`^(\d+(\.\d+)*)?$`)
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
		// A rule of corsim's own has no step.
		if own := entry.Algorithm.Name() == "corsim"; own && entry.Step != "" {
			t.Errorf("%s: step %q", id, entry.Step)
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

// Every rule has a reason, which is sentences and not the lesson once more.
func TestWhy(t *testing.T) {
	for id := range rule.All {
		why := id.Why()
		if !sentences.MatchString(why) || strings.Contains(why, "  ") || why == id.Rule().Lesson {
			t.Errorf("%s: %q is no reason", id, why)
		}
		if n := strings.Count(why+" ", ". "); n > 4 || len(why) > 300 {
			t.Errorf("%s: a reason of %d sentences and %d bytes", id, n, len(why))
		}
	}
	if why := rule.ID(0).Why(); why != "" {
		t.Errorf("no rule exists because %q", why)
	}
}

// Every link leads to an anchor of a standard; that of corsim's own rules to a heading of this package.
func TestLinks(t *testing.T) {
	source, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	headings := map[string]bool{}
	for _, block := range new(comment.Parser).Parse(file.Doc.Text()).Content {
		if heading, ok := block.(*comment.Heading); ok {
			headings["https://pkg.go.dev/github.com/corsim/corsim/rule#"+heading.DefaultID()] = true
		}
	}
	for id := range rule.All {
		algorithm := id.Rule().Algorithm
		link, standard := id.Rule().Link(), algorithm.Standard()
		if standard == (rule.Standard{}) {
			if !headings[link] {
				t.Errorf("%s: there is no heading %s", id, link)
			}
			continue
		}
		anchor, found := strings.CutPrefix(link, standard.Base)
		if !found || !anchors.MatchString(anchor) {
			t.Errorf("%s: %q is no link into %q", id, link, standard.Base)
		}
	}
	if link := (rule.Rule{}).Link(); link != "" {
		t.Errorf("no rule stands at %s", link)
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
