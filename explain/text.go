package explain

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim"
)

// A TextStyle says how text is written. The zero value is plain, with the steps of the path.
type TextStyle struct {
	Steps Level
	// Color adds the escape sequences of a terminal.
	Color bool
}

// labelled is the column in which what has a label begins.
const labelled = 10

// Text returns the explanation as plain text, with the steps of the path.
func (e *Explanation) Text() string { return string(e.AppendText(nil, TextStyle{})) }

// AppendText appends the explanation as text to dst, and returns that. The lines keep to 80 columns where URLs and the
// values of headers let them, and each ends with a line feed. What a terminal would take for a command is escaped, and
// enormous values are cut.
func (e *Explanation) AppendText(dst []byte, style TextStyle) []byte {
	if e.Call == (Call{}) {
		return append(dst, "no request\n"...)
	}
	t := text{dst: dst, color: style.Color}
	t.title(e)
	t.blank()
	t.wrap(e.Cause, 0)
	t.end()
	for i := range e.Hints {
		t.wrap(e.Hints[i].Sentence, 0)
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
	t.steps(e, style.Steps)
	t.advice(e.Advice)
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
		t.put(call.Method)
		t.space(1)
	}
	t.value(call.URL)
	from := len("   from ") + width(beginning(call.Origin, maxValue))
	if t.column+from > columns {
		t.end()
	}
	t.put("   from ")
	t.value(call.Origin)
	outcome := outcomeNames[e.Outcome]
	if t.column+2+len(outcome) > columns {
		t.end()
	}
	t.space(columns - len(outcome) - t.column)
	t.painted(outcomeColors[e.Outcome], outcome)
	t.end()
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
	t.put(x.Method)
	t.space(1)
	t.value(shortURL(&e.Call, x.URL))
	why := x.Why
	if !x.Sent && why == "" {
		why = "never sent"
	}
	t.beside(why, 8)
	for i := range x.Request {
		t.line(&x.Request[i], 0)
	}
	if !x.Sent {
		return
	}
	t.put("     answer: ")
	if x.Status == 0 {
		t.put("none: ")
		t.wrap(x.NoAnswer, 7)
	} else {
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
	scheme := strings.Index(call.URL, "://")
	if scheme < 0 {
		return url
	}
	slash := strings.IndexByte(call.URL[scheme+3:], '/')
	if slash < 0 {
		return url
	}
	origin := call.URL[:scheme+3+slash+1]
	if strings.HasPrefix(url, origin) {
		return url[len(origin)-1:]
	}
	return url
}

// headerAt is the column of headers.
const headerAt = 7

// remarksAt returns the column in which the remarks on headers begin, so that they stand below each other; 0 where
// they do not fit so.
func remarksAt(lines []Line) int {
	at, longest := 0, 0
	for i := range lines {
		line := &lines[i]
		at = max(at, headerAt+width(line.Name)+len(": ")+width(beginning(line.Value, maxValue))+3)
		longest = max(longest, len(markWords[line.Mark])+width(line.Remark))
	}
	if at+longest > columns {
		return 0
	}
	return at
}

// line is a header with its remark, at the given column.
func (t *text) line(line *Line, at int) {
	t.space(headerAt)
	t.put(line.Name)
	if line.Mark != Missing {
		t.put(": ")
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

// steps is the numbered walk through the steps that the level shows.
func (t *text) steps(e *Explanation, level Level) {
	n := 0
	for i := range e.Steps {
		step := &e.Steps[i]
		if !level.Shows(step) {
			continue
		}
		if n == 0 {
			t.blank()
		}
		t.label(n, "Why")
		n++
		t.step(step, n)
	}
}

// stepAt is the column in which steps begin.
const stepAt = labelled + 3

func (t *text) step(step *Step, n int) {
	r := step.Rule.Rule()
	t.number(n)
	t.space(stepAt - t.column)
	t.wrap(r.Lesson, stepAt)
	t.end()
	t.space(stepAt)
	t.paint(faint)
	t.put(r.Slug)
	if link := r.Link(); link != "" {
		t.put("  ")
		t.put(link)
		if r.Step != "" {
			t.put(" step ")
			t.put(r.Step)
		}
	}
	t.paint(normal)
	t.end()
}

// browsers is what the three browsers do and print.
func (t *text) browsers(e *Explanation) {
	if len(e.Browsers) == 0 {
		return
	}
	t.blank()
	silent := true
	for i := range e.Browsers {
		b := &e.Browsers[i]
		n := 0
		for _, words := range [...]string{b.Difference, b.Error} {
			if words != "" {
				t.label(n, browserName(b.Name))
				t.wrap(words, labelled)
				t.end()
				n++
			}
		}
		for _, line := range b.Console {
			t.label(n, browserName(b.Name))
			t.wrap(line, labelled)
			t.end()
			n++
		}
		silent = silent && n == 0
	}
	if silent {
		t.put("Chromium, Firefox and WebKit do the same.")
		t.end()
	}
}

// browserName is an engine's name as a label.
func browserName(name string) string {
	switch name {
	case "chromium":
		return "Chromium"
	case "firefox":
		return "Firefox"
	case "webkit":
		return "WebKit"
	}
	return name
}

// beside is words beside what stands on the line, or below where they do not fit.
func (t *text) beside(words string, indent int) {
	if words != "" {
		if t.column+3+width(words) > columns {
			t.end()
			t.space(indent)
		} else {
			t.space(3)
		}
		t.wrap(words, indent)
	}
	t.end()
}

func (t *text) number(n int) {
	before := len(t.dst)
	t.dst = strconv.AppendInt(t.dst, int64(n), 10)
	t.column += len(t.dst) - before
}
