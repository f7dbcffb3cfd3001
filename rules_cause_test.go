package corsim_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/rule"
)

// causes holds what was said of a rule that decided, and of which.
type causes map[string]rule.ID

// check holds that a verdict's cause is a sentence that its rule alone has.
func (c causes) check(t *testing.T, name string, verdict corsim.Verdict) {
	t.Helper()
	said := explain.Of(verdict).Cause
	length := utf8.RuneCountInString(said)
	if length < 20 || length > 400 || !strings.HasSuffix(said, ".") || strings.Contains(said, "..") {
		t.Errorf("%s: %s: no sentence: %s", name, verdict.Rule(), said)
	}
	if strings.ContainsFunc(said, unicode.IsControl) || strings.ContainsAny(said, "{}") {
		t.Errorf("%s: %s: not plain: %q", name, verdict.Rule(), said)
	}
	if strings.Contains(said, "protects") {
		t.Errorf("%s: %s: CORS protects nobody's server: %s", name, verdict.Rule(), said)
	}
	if of, taken := c[said]; taken && of != verdict.Rule() {
		t.Errorf("%s: %s and %s say the same: %s", name, verdict.Rule(), of, said)
	}
	c[said] = verdict.Rule()
}
