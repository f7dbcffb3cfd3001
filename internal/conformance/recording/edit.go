package recording

import (
	"slices"
	"strings"

	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/origin"
)

// WithEdits returns the scenario with the answers of its server changed. The server goes by the path alone, so an
// edit holds for the path on every host.
func (s *Scenario) WithEdits(edits []fix.Edit) *Scenario {
	edited := *s
	edited.Server = slices.Clone(s.Server)
	for i := range edits {
		url, err := origin.Parse(edits[i].URL)
		if err != nil {
			continue
		}
		answers := edited.answers(url.Pathname(), edits[i].Preflight)
		*answers = slices.Clone(*answers)
		if len(*answers) == 0 {
			*answers = []Answer{{Status: 404}}
		}
		for j := range *answers {
			(*answers)[j].edit(&edits[i])
		}
	}
	return &edited
}

// answers returns the answers for a path, which may be none yet.
func (s *Scenario) answers(path string, preflight bool) *[]Answer {
	at := slices.IndexFunc(s.Server, func(p Path) bool { return p.Path == path })
	if at < 0 {
		at = len(s.Server)
		s.Server = append(s.Server, Path{Path: path})
	}
	if preflight {
		return &s.Server[at].Preflight
	}
	return &s.Server[at].Actual
}

// edit changes the answer.
func (a *Answer) edit(edit *fix.Edit) {
	if edit.Header == "" {
		a.Status, a.Reason = edit.ToStatus, ""
		return
	}
	a.Headers = slices.DeleteFunc(slices.Clone(a.Headers), func(field Field) bool {
		return strings.EqualFold(field[0], edit.Header)
	})
	if edit.To != "" {
		a.Headers = append(a.Headers, Field{edit.Header, symbolic(edit.To)})
	}
}
