package console

import (
	"slices"
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// narrow leaves out the rules that the values of the message speak against.
func (r *Recognition) narrow() {
	if r.Cut {
		return
	}
	// Another header may be named where Authorization is not listed either.
	if header.EqualFold(r.Value("header"), "Authorization") {
		r.rather(rule.PreflightAuthorization, rule.PreflightHeader)
	}
	switch value := r.Value("value"); {
	case strings.Contains(value, ","):
		r.rather(rule.CORSAllowOriginMultiple, rule.CORSAllowOriginMismatch)
	case value != "":
		r.rather(rule.CORSAllowOriginMismatch, rule.CORSAllowOriginMultiple)
	}
}

// rather leaves out a rule where another one is there.
func (r *Recognition) rather(id, other rule.ID) {
	if slices.Contains(r.Rules, id) {
		r.Rules = slices.DeleteFunc(r.Rules, func(each rule.ID) bool { return each == other })
	}
}
