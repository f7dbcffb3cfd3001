package explain

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// The headers of answers that are looked at.
const (
	allowOrigin      = "Access-Control-Allow-Origin"
	allowCredentials = "Access-Control-Allow-Credentials"
	allowMethods     = "Access-Control-Allow-Methods"
	allowHeaders     = "Access-Control-Allow-Headers"
	exposeHeaders    = "Access-Control-Expose-Headers"
	resourcePolicy   = "Cross-Origin-Resource-Policy"
)

// look notes what a step says about the answer of the exchange it belongs to.
func (x *exchanges) look(exchange *Exchange, record *corsim.Exchange, step *rule.Step, found, against string) {
	answer := record.Answer.Header
	switch step.Rule {
	case rule.CORSAllowOriginMissing:
		x.line(allowOrigin, "", Missing, x.say("the origin is ", x.cut(against)))
	case rule.CORSWildcard:
		x.line(allowOrigin, found, OK, "every origin, without credentials")
	case rule.CORSWildcardWithCredentials:
		x.line(allowOrigin, found, Wrong, "with credentials, * is no wildcard")
	case rule.CORSAllowOriginMultiple:
		x.line(allowOrigin, found, Wrong, "more than one origin")
	case rule.CORSAllowOriginMismatch:
		x.line(allowOrigin, found, Wrong, x.say("the origin is ", x.cut(against)))
	case rule.CORSAllowOriginMatch:
		x.line(allowOrigin, found, OK, originRemark(found))
	case rule.CORSAllowCredentialsNotTrue:
		origin, _ := answer.Get(allowOrigin)
		x.line(allowOrigin, origin, OK, originRemark(origin))
		x.lineOrMissing(allowCredentials, found, "with credentials it has to be true")
	case rule.CORSAllowCredentials:
		x.line(allowOrigin, found, OK, originRemark(found))
		x.line(allowCredentials, against, OK, "with credentials")
	case rule.PreflightStatus:
		x.preflightStatus(exchange, answer, step)
	case rule.PreflightSyntax:
		x.preflightSyntax(answer, step, found)
	case rule.PreflightMethod:
		x.preflightMethod(answer, step, found, against)
	case rule.PreflightHeader, rule.PreflightAuthorization:
		x.preflightHeaders(record, step, found, against)
	default:
		x.lookFurther(exchange, answer, step, found, against)
	}
}

// lookFurther is look for what is not CORS.
func (x *exchanges) lookFurther(exchange *Exchange, answer header.List, step *rule.Step, found, against string) {
	switch step.Rule {
	case rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy:
		x.resourcePolicy(answer, step, found)
	case rule.RedirectFollowed:
		location, _ := answer.Get("Location")
		x.line("Location", location, Neutral, "")
	case rule.FrameOptionsDeny, rule.FrameOptionsSameOrigin, rule.FrameOptionsConflict, rule.FrameOptionsIgnored,
		rule.FrameOptionsOverridden:
		x.frameOptions(answer, step)
	case rule.FrameAncestors:
		x.frameAncestors(answer, step)
	case rule.RedirectManual, rule.RedirectModeError:
		location, _ := answer.Get("Location")
		x.line("Location", location, Neutral, "not followed")
	case rule.RedirectLocationInvalid:
		x.line("Location", found, Wrong, "no URL that can be followed")
	case rule.RedirectScheme, rule.RedirectCredentials, rule.RedirectCredentialsTainted, rule.RedirectLimit,
		rule.RedirectStreamBody:
		location, _ := answer.Get("Location")
		x.line("Location", location, Wrong, "cannot be followed")
	case rule.LoadStatus:
		x.status(exchange, step, "200 to 299 are needed")
	case rule.EventSourceStatus:
		x.status(exchange, step, "200 is needed")
	case rule.WebSocketStatus:
		x.status(exchange, step, "101 is needed")
	case rule.LoadModuleType:
		x.contentType(answer, step, "has to be a JavaScript MIME type")
	case rule.LoadStylesheetType, rule.EventSourceContentType:
		x.contentType(answer, step, x.say("has to be ", against))
	case rule.MIMETypeBlocked:
		x.contentType(answer, step, "cannot be a script")
	case rule.OpaqueResponseBlocked:
		x.contentType(answer, step, "needs CORS")
	case rule.NosniffBlocked:
		if step.Result == rule.Stopped {
			x.line("X-Content-Type-Options", "nosniff", Neutral, "")
			x.contentType(answer, step, nosniffRemark(against))
		}
	case rule.CookieStored:
		x.line("Set-Cookie", found, Neutral, "stored")
	case rule.CookieIgnored:
		x.line("Set-Cookie", found, Neutral, x.say("not stored: ", against))
	case rule.ExposeWildcard, rule.ExposeWildcardWithCredentials, rule.ExposeSyntax:
		value, _ := answer.Get(exposeHeaders)
		x.line(exposeHeaders, value, exposeMark(step.Rule), exposeRemark(step.Rule))
	}
}

// line adds a header of the answer.
func (x *exchanges) line(name, value string, mark Mark, remark string) {
	if len(x.lines)-x.answer < maxLines {
		x.lines = append(x.lines, Line{Name: name, Value: value, Mark: mark, Remark: remark})
	}
}

// lineOrMissing adds a header that is wrong, or missing if its value is empty.
func (x *exchanges) lineOrMissing(name, value, remark string) {
	mark := Wrong
	if value == "" {
		mark = Missing
	}
	x.line(name, value, mark, remark)
}

// status marks the status of the answer, where it stopped the fetch.
func (x *exchanges) status(exchange *Exchange, step *rule.Step, remark string) {
	if step.Result == rule.Stopped {
		exchange.StatusMark, exchange.StatusRemark = Wrong, remark
	}
}

func originRemark(value string) string {
	if value == "null" {
		return "the origin of this request"
	}
	return "the page's origin"
}
