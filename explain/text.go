package explain

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
)

// A TextStyle says how text is written. The zero value is plain, with the steps of the path.
type TextStyle struct {
	Steps Level
	// Color adds the escape sequences of a terminal.
	Color bool
	// Server is the name of the snippet to show, such as nginx; "" for none.
	Server string
}

// labelled is the column in which what has a label begins.
const labelled = 10

// Text returns the explanation as plain text, with the steps of the path.
func (e *Explanation) Text() string { return string(e.AppendText(nil, TextStyle{})) }

// AppendText appends the explanation as text to dst, and returns that. The lines keep to 80 columns where URLs and
// the values of headers let them, and each ends with a line feed. What a terminal would take for a command is
// escaped, and enormous values are cut.
func (e *Explanation) AppendText(dst []byte, style TextStyle) []byte {
	if e.Call == (Call{}) {
		return append(dst, "no request\n"...)
	}
	t := text{dst: dst, color: style.Color}
	t.title(e)
	t.blank()
	t.wrap(e.Cause, 0)
	t.end()
	if len(e.Hints) > 0 {
		t.blank()
	}
	for i := range e.Hints {
		t.label(i, "Hint")
		t.wrap(e.Hints[i].Sentence, labelled)
		t.end()
	}
	if len(e.Exchanges) > 0 {
		t.blank()
	}
	for i := range e.Exchanges {
		t.exchange(e, i)
	}
	if len(e.Happened) > 0 {
		t.blank()
	}
	for i, sentence := range e.Happened {
		t.label(i, "Result")
		t.wrap(sentence, labelled)
		t.end()
	}
	t.advice(e)
	t.snippet(e, style.Server)
	t.steps(e, style.Steps)
	t.browsers(e)
	return t.dst
}

// title is a line with what the page asks for and the outcome.
func (t *text) title(e *Explanation) {
	call := &e.Call
	if call.API != apiFetch && call.API != "" {
		t.put(call.API)
		t.space(1)
	}
	if e.namesMethod() {
		t.wrapValue(call.Method, headerAt)
		t.space(1)
	}
	t.wrapValue(orNothing(call.URL), headerAt)
	outcome := outcomeNames[e.Outcome]
	from := len("   from ") + width(beginning(call.Origin, maxValue)) + 2 + len(outcome)
	if e.takesPart() {
		from += len(" in ") + len(engine.Title(e.Engine))
	}
	if t.column+from > columns || e.fromOpaque() {
		t.end()
	}
	t.words("   from ")
	t.value(call.Origin)
	if e.takesPart() {
		t.words(" in ")
		t.put(engine.Title(e.Engine))
	}
	if e.fromOpaque() {
		t.words(", the opaque origin of ")
		t.value(call.Page)
	}
	t.space(max(columns-len(outcome)-t.column, 3))
	t.painted(outcomeColors[e.Outcome], outcome)
	t.end()
}

// takesPart reports whether the part of a browser was taken, and not the standard's.
func (e *Explanation) takesPart() bool { return e.Engine != engine.Standard.String() }

// fromOpaque reports whether the page's origin does not tell the page.
func (e *Explanation) fromOpaque() bool { return e.Call.Origin == "null" && e.Call.Page != "" }

// orNothing stands for an empty URL.
func orNothing(url string) string {
	if url == "" {
		return `""`
	}
	return url
}

// namesMethod reports whether the method is worth a word: an element has no other than GET.
func (e *Explanation) namesMethod() bool {
	switch e.Call.API {
	case apiFetch, apiXHR, apiForm, "":
		return true
	}
	return e.Call.Method != "GET" && e.Call.API != apiBeacon
}

// outcomeNames are the outcomes as they stand in the title.
var outcomeNames = [...]string{
	corsim.Undetermined: "UNDETERMINED",
	corsim.Readable:     "READABLE",
	corsim.Opaque:       "OPAQUE",
	corsim.Blocked:      "BLOCKED",
	corsim.Threw:        "THREW",
}

var outcomeColors = [...]string{
	corsim.Undetermined: yellow,
	corsim.Readable:     green,
	corsim.Opaque:       yellow,
	corsim.Blocked:      red,
	corsim.Threw:        red,
}

// exchange is a request with its answer.
func (t *text) exchange(e *Explanation, i int) {
	x := &e.Exchanges[i]
	if i < 9 {
		t.space(1)
	}
	t.space(1)
	t.number(i + 1)
	t.space(2)
	t.wrapValue(x.Method, headerAt)
	t.space(1)
	t.wrapValue(orNothing(shortURL(&e.Call, x.URL)), headerAt)
	t.reason(x)
	for i := range x.Request {
		t.line(&x.Request[i], 0)
	}
	if !x.Sent {
		return
	}
	if x.Status == 0 {
		t.words("     no answer: ")
		t.wrap(x.NoAnswer, headerAt)
	} else {
		t.words("     answer: ")
		t.number(x.Status)
		if x.StatusMark != Neutral {
			t.space(4)
			t.remark(x.StatusMark, x.StatusRemark, 9)
		}
	}
	t.end()
	at := remarksAt(x.Answer)
	for i := range x.Answer {
		t.line(&x.Answer[i], at)
	}
}

// shortURL leaves out the origin of the URL that the page has asked for.
func shortURL(call *Call, url string) string {
	scheme, rest, found := strings.Cut(call.URL, "://")
	host := strings.IndexByte(rest, '/')
	if !found || host < 0 || !strings.HasPrefix(scheme, "http") && !strings.HasPrefix(scheme, "ws") {
		return url
	}
	if end := len(scheme) + len("://") + host; strings.HasPrefix(url, call.URL[:end+1]) {
		return url[end:]
	}
	return url
}

// headerAt is the column of headers.
const headerAt = 7

// reason says why a request was made, or that it was not.
func (t *text) reason(x *Exchange) {
	if x.Why == neverSent {
		t.space(3)
		t.painted(red, x.Why)
	} else if x.Why != "" {
		if t.column+3+width(x.Why) > columns {
			t.next(headerAt)
		} else {
			t.space(3)
		}
		t.wrap(x.Why, headerAt)
	}
	t.end()
}

// remarksAt returns the column in which the remarks on headers begin, so that those that fit stand below each other.
func remarksAt(lines []Line) int {
	longest := 0
	for i := range lines {
		if line := &lines[i]; line.Remark != "" {
			longest = max(longest, len(markWords[line.Mark])+width(line.Remark))
		}
	}
	at := 0
	for i := range lines {
		if lines[i].Remark == "" {
			continue
		}
		if end := lines[i].end() + 3; end+longest <= columns {
			at = max(at, end)
		}
	}
	return at
}

// end is the column in which a header ends.
func (l *Line) end() int {
	end := headerAt + width(beginning(l.Name, maxValue))
	if l.Mark != Missing {
		end += len(": ") + width(beginning(l.Value, maxValue))
	}
	return end
}

// line is a header with its remark, at the given column.
func (t *text) line(line *Line, at int) {
	t.space(headerAt)
	t.wrapValue(line.Name, headerAt+4)
	if line.Mark != Missing {
		t.words(": ")
		t.wrapValue(line.Value, headerAt+4)
	}
	if line.Remark != "" {
		t.besideAt(line, at)
	}
	t.end()
}

// besideAt is a remark at a column, or on a line of its own where it does not fit.
func (t *text) besideAt(line *Line, at int) {
	at = max(at, t.column+3)
	if at+len(markWords[line.Mark])+width(line.Remark) > columns {
		t.end()
		at = headerAt + 4
	}
	t.space(at - t.column)
	t.remark(line.Mark, line.Remark, headerAt+4)
}

// markWords are the words before remarks.
var markWords = [...]string{OK: "ok: ", Wrong: "wrong: ", Missing: "missing: "}

func (t *text) remark(mark Mark, remark string, indent int) {
	switch mark {
	case OK:
		t.painted(green, markWords[mark])
	case Wrong, Missing:
		t.painted(red, markWords[mark])
	}
	t.wrap(remark, indent)
}
