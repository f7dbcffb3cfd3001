package explain

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/corsim/corsim"
)

// What Markdown, HTML, pictures and diagrams say in the same words.

// headline is what the page asked for and how it ended.
func (e *Explanation) headline() string {
	return shown(e.Call.Method+" "+e.Call.URL) + " from " + shown(e.Call.Origin) + ": " + e.Outcome.String()
}

// colour is the class of an outcome.
func (e *Explanation) colour() string {
	switch e.Outcome {
	case corsim.Readable:
		return "good"
	case corsim.Opaque:
		return "call"
	case corsim.Undetermined:
		return "lack"
	}
	return "bad"
}

// servers returns the origins that the exchanges go to, in the order in which they are first asked.
func (e *Explanation) servers() []string {
	var origins []string
	seen := map[string]bool{}
	for i := range e.Exchanges {
		if origin := e.Exchanges[i].server(); !seen[origin] {
			seen[origin] = true
			origins = append(origins, origin)
		}
	}
	return origins
}

// heading is what is asked for; with the whole URL where the server's origin has to be said.
func (x *Exchange) heading(whole bool) string {
	origin, rest := cutOrigin(x.URL)
	if whole || rest == "" {
		rest = origin + rest
	}
	heading := x.Method + " " + rest
	if x.Preflight {
		heading += "  (preflight)"
	}
	return shown(heading)
}

// server is the origin of the server that is asked.
func (x *Exchange) server() string {
	origin, _ := cutOrigin(x.URL)
	return origin
}

// answered says in a few words what came back.
func (x *Exchange) answered() string {
	switch {
	case !x.Sent:
		return cmp.Or(x.Why, neverSent)
	case x.Status != 0:
		return strconv.Itoa(x.Status)
	case x.NoAnswer != "":
		return "no answer, " + x.NoAnswer
	}
	return "no answer"
}

// statusLine is what is to be said of the status.
func (x *Exchange) statusLine() []Line {
	if x.StatusRemark == "" {
		return nil
	}
	return []Line{{Name: "status", Value: strconv.Itoa(x.Status), Mark: x.StatusMark, Remark: x.StatusRemark}}
}

// said is what is said of a header, after a word for its mark.
func (l *Line) said() string {
	return strings.TrimSuffix(markWords[min(l.Mark, Missing)]+l.Remark, ": ")
}

// sign is the sign of a mark, told apart from the others by its shape.
func (m Mark) sign() string {
	return [...]string{Neutral: "", OK: "✓ ", Wrong: "✗ ", Missing: "○ "}[min(m, Missing)]
}

// colour is the class of a mark.
func (m Mark) colour() string {
	return [...]string{Neutral: "soft", OK: "good", Wrong: "bad", Missing: "lack"}[min(m, Missing)]
}
