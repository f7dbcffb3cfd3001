package origin

import (
	"strings"
	"testing"

	"golang.org/x/net/publicsuffix"
)

// The embedded list is x/net's: every name in it, and names above and below,
// have the same suffix. If this fails after an update of x/net, run go generate.
func TestEmbeddedListIsThatOfXNet(t *testing.T) {
	if got, want := PublicSuffixListVersion(), publicsuffix.List.String(); got != want {
		t.Fatalf("the list is\n%q, x/net has\n%q; run go generate in this folder", got, want)
	}
	rules := 0
	for rule := range strings.Lines(publicSuffixRules) {
		if strings.HasPrefix(rule, "//") {
			continue
		}
		rules++
		name := strings.TrimLeft(strings.TrimSuffix(rule, "\n"), "*.!")
		_, parent, _ := strings.Cut(name, ".")
		for _, domain := range []string{name, "a." + name, "b.a." + name, "c.b.a." + name, "x" + name, "a.x" + name, parent, "a." + parent} {
			want, _ := publicsuffix.PublicSuffix(domain)
			if got := embeddedList().publicSuffix(domain); got != want {
				t.Errorf("suffix of %q is %q, x/net says %q", domain, got, want)
			}
		}
	}
	if rules < 10_000 {
		t.Errorf("only %d rules", rules)
	}
}

func TestSuffixTableIsNotCrowded(t *testing.T) {
	used := 0
	for _, slot := range embeddedList().slots {
		if slot != 0 {
			used++
		}
	}
	if used > len(embeddedList().slots)/2 {
		t.Errorf("%d of %d slots: one more bit is due", used, len(embeddedList().slots))
	}
}
