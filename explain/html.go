package explain

import (
	"strconv"
	"strings"
)

// HTML returns the explanation as a piece of a page: a section with the cause, a picture as that of
// [Explanation.SVG], what really happened, and what helps. It has no script and refers to nothing outside but the
// standards; it takes font and colours from the page around it, and has a small style of its own, of which every
// class begins with corsim.
//
// https://html.spec.whatwg.org/multipage/sections.html#the-section-element
func (e *Explanation) HTML() string {
	h := new(fragment)
	h.open("section", "corsim")
	h.b.WriteString("<style>" + fragmentStyle + "</style>\n")
	h.title(e)
	h.element("p", "corsim-cause", e.Cause)
	h.list("corsim-hints", len(e.Hints), func(i int) { h.text(e.Hints[i].Sentence) })
	h.open("figure", "corsim-figure")
	h.b.WriteString(e.drawn().file())
	h.close("figure")
	h.list("corsim-happened", len(e.Happened), func(i int) { h.text(e.Happened[i]) })
	h.advice(e.Advice)
	h.snippets(e.Snippets)
	h.browsers(e.Browsers)
	h.exchanges(e)
	h.steps(e)
	h.close("section")
	return h.b.String()
}

// A fragment is a piece of HTML while it is written. The names of elements and classes are our own; everything else
// goes through text.
type fragment struct{ b strings.Builder }

func (h *fragment) open(name, class string) {
	h.b.WriteString("<" + name)
	if class != "" {
		h.b.WriteString(` class="` + class + `"`)
	}
	h.b.WriteString(">")
}

func (h *fragment) close(name string) { h.b.WriteString("</" + name + ">\n") }

func (h *fragment) text(text string) { h.b.WriteString(escaped(shown(text))) }

// element writes an element with nothing but text, unless there is none.
func (h *fragment) element(name, class, text string) {
	if text != "" {
		h.open(name, class)
		h.text(text)
		h.close(name)
	}
}

// list writes an unordered list of so many items, unless there are none.
func (h *fragment) list(class string, n int, item func(i int)) { h.items("ul", class, n, item) }

func (h *fragment) items(name, class string, n int, item func(i int)) {
	if n == 0 {
		return
	}
	h.open(name, class)
	h.b.WriteString("\n")
	for i := range n {
		h.open("li", "")
		item(i)
		h.close("li")
	}
	h.close(name)
}

// title says what the page asked for, and how it ended.
func (h *fragment) title(e *Explanation) {
	h.open("h3", "corsim-title")
	h.open("code", "")
	h.text(e.Call.Method + " " + e.Call.URL)
	h.b.WriteString("</code> <span>from </span>")
	h.open("code", "")
	h.text(e.Call.Origin)
	h.b.WriteString("</code> ")
	h.open("strong", "corsim-outcome corsim-"+e.colour())
	h.text(e.Outcome.String())
	h.b.WriteString("</strong></h3>\n")
}

// exchanges are the requests in words, for those who do not see the picture.
func (h *fragment) exchanges(e *Explanation) {
	if len(e.Exchanges) == 0 {
		return
	}
	h.open("details", "")
	h.element("summary", "", "The exchange in words")
	h.items("ol", "", len(e.Exchanges), func(i int) {
		x := &e.Exchanges[i]
		h.element("code", "", x.heading(true))
		if x.Sent {
			h.element("p", "", x.Why)
		}
		h.headers(x.Request)
		h.open("p", "")
		h.open("strong", "")
		h.text(x.answered())
		h.b.WriteString("</strong></p>\n")
		h.headers(append(x.statusLine(), x.Answer...))
	})
	h.close("details")
}

// headers is a table of headers with their marks.
func (h *fragment) headers(lines []Line) {
	if len(lines) == 0 {
		return
	}
	h.open("table", "")
	h.b.WriteString("<tbody>\n")
	for i := range lines {
		line := &lines[i]
		h.open("tr", "")
		h.element("th", "", line.Name)
		h.open("td", "")
		h.element("code", "", line.Value)
		h.element("div", "corsim-"+line.Mark.colour(), line.Mark.sign()+line.said())
		h.b.WriteString("</td></tr>\n")
	}
	h.b.WriteString("</tbody></table>\n")
}

// steps are all the rules that were reached, with those that led to the outcome in bold.
func (h *fragment) steps(e *Explanation) {
	if len(e.Steps) == 0 {
		return
	}
	h.open("details", "")
	h.element("summary", "", "Why: the steps, all "+strconv.Itoa(len(e.Steps)))
	h.items("ol", "", len(e.Steps), func(i int) {
		step := &e.Steps[i]
		weight := "span"
		if Path.shows(step) {
			weight = "strong"
		}
		r := step.Rule.Rule()
		h.element(weight, "", r.Lesson)
		h.b.WriteString(" ")
		if link := r.Link(); link != "" {
			h.b.WriteString(`<a href="` + escaped(link) + `">`)
			h.text(r.Algorithm.Name())
			h.b.WriteString("</a>")
		}
		if r.Step != "" {
			h.text(" step " + r.Step)
		}
	})
	h.close("details")
}
