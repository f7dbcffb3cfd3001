package corsim

import (
	"encoding/json"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// MarshalJSON returns the verdict as a JSON object with the members
//
//	request    the call: {"method", "url", "origin"}; origin is "null" for an opaque one
//	outcome    "undetermined", "readable", "opaque", "blocked" or "threw"
//	rule       the slug of the rule that decided
//	lesson     what the rule does, in a sentence or two
//	link       the address of the rule's algorithm, or of what corsim says of its own rules
//	exception  the name of the exception that script gets, or null
//	response   what script sees, or null: {"type", "status", "statusText", "url", "redirected", "headers"}
//	effect     what becomes of an element or a beacon, left out where there is none: {"event", "tainted", "executed",
//	           "muted", "rulesReadable", "applied", "queued"}, each left out where it is empty or false
//	exchanges  what went over the wire: [{"preflight", "request": {"method", "url", "headers"}, "answer"}]
//	steps      the rules that were reached: [{"rule", "result", "exchange", "operands"}]
//
// An answer is {"status", "reason", "headers"}, {"failure"} or {"unknown": {"what", "file", "line"}}; of these a
// member is left out where it is empty. The result of a step is "passed", "stopped" or "applied", its exchange an
// index of exchanges, -1 before the first. Headers are lists of [name, value]. Bytes that are not UTF-8 become
// U+FFFD. There is no error.
func (v Verdict) MarshalJSON() ([]byte, error) {
	decided := v.Rule().Rule()
	out := verdictJSON{
		Request:   v.requestJSON(),
		Outcome:   v.Outcome(),
		Rule:      v.Rule(),
		Lesson:    decided.Lesson,
		Link:      decided.Link(),
		Exchanges: []exchangeJSON{},
		Steps:     []stepJSON{},
	}
	if exception := v.Exception(); exception != "" {
		out.Exception = &exception
	}
	if v.Outcome().Granted() && !v.concernsDocuments() {
		r := v.Response()
		out.Response = &responseJSON{r.Type, r.Status, r.StatusText, r.URL, r.Redirected, fieldsJSON(r.Header())}
	}
	if effect := v.Effect(); effect != (Effect{}) {
		out.Effect = &effectJSON{effect.Event.String(), effect.Tainted, effect.Executed, effect.Muted,
			effect.RulesReadable, effect.Applied, effect.Queued}
	}
	for i := range v.Exchanges() {
		x := &v.Exchanges()[i]
		out.Exchanges = append(out.Exchanges, exchangeJSON{
			Preflight: x.Preflight,
			Request:   wireJSON{x.Request.Method, x.Request.URL.Href(), fieldsJSON(x.Request.Header)},
			Answer:    answerOf(&x.Answer),
		})
	}
	for step := range v.Steps() {
		operands := step.Operands
		if operands == nil {
			operands = []string{}
		}
		out.Steps = append(out.Steps, stepJSON{step.Rule, step.Result.String(), step.Exchange, operands})
	}
	return json.Marshal(out)
}

type verdictJSON struct {
	Request   callJSON       `json:"request"`
	Outcome   Outcome        `json:"outcome"`
	Rule      rule.ID        `json:"rule"`
	Lesson    string         `json:"lesson"`
	Link      string         `json:"link"`
	Exception *string        `json:"exception"`
	Response  *responseJSON  `json:"response"`
	Effect    *effectJSON    `json:"effect,omitempty"`
	Exchanges []exchangeJSON `json:"exchanges"`
	Steps     []stepJSON     `json:"steps"`
}

type callJSON struct {
	Method string `json:"method"`
	URL    string `json:"url"`
	Origin string `json:"origin"`
}

type effectJSON struct {
	Event         string `json:"event,omitempty"`
	Tainted       bool   `json:"tainted,omitempty"`
	Executed      bool   `json:"executed,omitempty"`
	Muted         bool   `json:"muted,omitempty"`
	RulesReadable bool   `json:"rulesReadable,omitempty"`
	Applied       bool   `json:"applied,omitempty"`
	Queued        bool   `json:"queued,omitempty"`
}

type responseJSON struct {
	Type       fetch.ResponseType `json:"type"`
	Status     int                `json:"status"`
	StatusText string             `json:"statusText"`
	URL        string             `json:"url"`
	Redirected bool               `json:"redirected"`
	Headers    [][2]string        `json:"headers"`
}

type exchangeJSON struct {
	Preflight bool       `json:"preflight"`
	Request   wireJSON   `json:"request"`
	Answer    answerJSON `json:"answer"`
}

type wireJSON struct {
	Method  string      `json:"method"`
	URL     string      `json:"url"`
	Headers [][2]string `json:"headers"`
}

type answerJSON struct {
	Status  int          `json:"status,omitempty"`
	Reason  string       `json:"reason,omitempty"`
	Headers [][2]string  `json:"headers,omitempty"`
	Failure string       `json:"failure,omitempty"`
	Unknown *unknownJSON `json:"unknown,omitempty"`
}

type unknownJSON struct {
	What string `json:"what"`
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}

type stepJSON struct {
	Rule     rule.ID  `json:"rule"`
	Result   string   `json:"result"`
	Exchange int      `json:"exchange"`
	Operands []string `json:"operands"`
}

func (v Verdict) requestJSON() callJSON {
	method, url := v.Target()
	if v.call == nil {
		return callJSON{}
	}
	return callJSON{method, url, v.call.page.Origin().String()}
}

func answerOf(a *Answer) answerJSON {
	switch {
	case a.Status != 0:
		return answerJSON{Status: a.Status, Reason: a.Reason, Headers: fieldsJSON(a.Header)}
	case a.Failure != "":
		return answerJSON{Failure: a.Failure}
	case a.Unknown != nil:
		return answerJSON{Unknown: &unknownJSON{a.Unknown.What, a.Unknown.File, a.Unknown.Line}}
	}
	return answerJSON{Unknown: &unknownJSON{What: "the server did not say"}}
}

func fieldsJSON(list header.List) [][2]string {
	fields := make([][2]string, len(list))
	for i, field := range list {
		fields[i] = [2]string{field.Name, field.Value}
	}
	return fields
}
