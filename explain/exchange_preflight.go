package explain

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// preflightStatus also shows where a CORS-preflight would have been redirected to.
func (x *exchanges) preflightStatus(exchange *Exchange, answer header.List, step *rule.Step) {
	x.status(exchange, step, "a preflight needs 200 to 299")
	if location, ok := answer.Get("Location"); ok && step.Result == rule.Stopped {
		x.line("Location", location, Neutral, "a preflight follows no redirect")
	}
}

func (x *exchanges) preflightSyntax(answer header.List, step *rule.Step, found string) {
	if step.Result != rule.Stopped {
		return
	}
	for _, name := range [...]string{allowMethods, allowHeaders} {
		if value, ok := answer.Get(name); ok && strings.Contains(value, found) {
			x.line(name, value, Wrong, x.say(`"`, x.cut(found), `" is no name`))
			return
		}
	}
}

func (x *exchanges) preflightMethod(answer header.List, step *rule.Step, found, against string) {
	if step.Result == rule.Stopped {
		x.lineOrMissing(allowMethods, found, x.say(x.cut(against), " needs it"))
		return
	}
	if value, ok := answer.Get(allowMethods); ok {
		x.line(allowMethods, value, OK, x.covers(value, found))
	}
}

func (x *exchanges) preflightHeaders(record *corsim.Exchange, step *rule.Step, found, against string) {
	if step.Result == rule.Stopped {
		x.lineOrMissing(allowHeaders, found, x.say(x.cut(against), " needs it"))
		return
	}
	asked, has := record.Request.Header.Get("Access-Control-Request-Headers")
	if value, ok := record.Answer.Header.Get(allowHeaders); ok && has {
		x.line(allowHeaders, value, OK, x.covers(value, asked))
	}
}

// covers says how a list allows what was asked for.
func (x *exchanges) covers(list, asked string) string {
	if list == "*" {
		return x.say("* covers ", x.cut(asked))
	}
	return x.say("lists ", x.cut(asked))
}
