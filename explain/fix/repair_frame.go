package fix

import (
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

const securityPolicy = "Content-Security-Policy"

// allowTheAncestors names the documents around the frame, one after the other, in its frame-ancestors, which also
// overrides X-Frame-Options.
func allowTheAncestors(v corsim.Verdict, x *corsim.Exchange) []Edit {
	ancestor := v.Page().Origin().String()
	if operands := v.Decisive().Operands; v.Rule() == rule.FrameAncestors && len(operands) > 1 {
		ancestor = operands[1]
	}
	if !isOrigin(ancestor) {
		return nil
	}
	value, _ := x.Answer.Header.Get(securityPolicy)
	return []Edit{setHeader(x, securityPolicy, withAncestor(value, ancestor))}
}

// withAncestor adds a source to each frame-ancestors of the policies, or says one.
func withAncestor(value, ancestor string) string {
	policies := strings.Split(value, ",")
	found := false
	for i, policy := range policies {
		directives := strings.Split(policy, ";")
		for j, directive := range directives {
			words := strings.Fields(directive)
			if len(words) == 0 || !strings.EqualFold(words[0], "frame-ancestors") {
				continue
			}
			found = true
			sources := slices.DeleteFunc(words, func(word string) bool { return strings.EqualFold(word, "'none'") })
			if !slices.Contains(sources, ancestor) {
				sources = append(sources, ancestor)
			}
			directives[j] = " " + strings.Join(sources, " ")
		}
		policies[i] = strings.TrimSpace(strings.Join(directives, ";"))
	}
	switch {
	case found:
		return strings.Join(policies, ", ")
	case strings.TrimSpace(value) == "":
		return "frame-ancestors " + ancestor
	}
	return value + "; frame-ancestors " + ancestor
}
