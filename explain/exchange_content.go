package explain

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

func (x *exchanges) resourcePolicy(answer header.List, step *rule.Step, found string) {
	value, ok := answer.Get(resourcePolicy)
	switch {
	case step.Result == rule.Stopped && !ok:
		x.line(resourcePolicy, "", Missing, "the page's embedder policy needs it")
	case step.Result == rule.Stopped:
		x.line(resourcePolicy, value, Wrong, "keeps the page out")
	case ok:
		x.line(resourcePolicy, value, OK, "lets the page in")
	}
}

func (x *exchanges) contentType(answer header.List, step *rule.Step, remark string) {
	if step.Result == rule.Passed {
		return
	}
	value, _ := answer.Get("Content-Type")
	x.lineOrMissing("Content-Type", value, remark)
}

// nosniffRemark says what is wrong with a type for a destination.
func nosniffRemark(destination string) string {
	if destination == "style" {
		return "has to be text/css"
	}
	return "has to be a JavaScript MIME type"
}

func (x *exchanges) frameOptions(answer header.List, step *rule.Step) {
	value, _ := answer.Get("X-Frame-Options")
	switch {
	case step.Result == rule.Stopped:
		x.line("X-Frame-Options", value, Wrong, "keeps the document out of the frame")
	case value != "" && step.Result == rule.Applied:
		x.line("X-Frame-Options", value, Neutral, "ignored")
	case value != "":
		x.line("X-Frame-Options", value, OK, "lets the document in")
	}
}

func (x *exchanges) frameAncestors(answer header.List, step *rule.Step) {
	value, _ := answer.Get("Content-Security-Policy")
	if step.Result == rule.Stopped {
		x.line("Content-Security-Policy", value, Wrong, "keeps the document out of the frame")
	} else {
		x.line("Content-Security-Policy", value, OK, "lets the document in")
	}
}

func exposeMark(id rule.ID) Mark {
	if id == rule.ExposeWildcard {
		return OK
	}
	return Wrong
}

func exposeRemark(id rule.ID) string {
	switch id {
	case rule.ExposeWildcard:
		return "every header can be read"
	case rule.ExposeWildcardWithCredentials:
		return "with credentials, * is no wildcard"
	}
	return "no list of names: exposes nothing"
}
