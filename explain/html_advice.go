package explain

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/fix"
)

// advice is what helps.
func (h *fragment) advice(advice *fix.Advice) {
	if advice == nil {
		return
	}
	h.element("h4", "", "Fix")
	for i := range advice.Fixes {
		f := &advice.Fixes[i]
		h.list("corsim-fix", len(f.Edits), func(i int) { h.edit(&f.Edits[i]) })
		h.checked(f.Engines)
		if f.Caution != "" {
			h.element("p", "corsim-checked", "Caution: "+f.Caution)
		}
	}
	for i := range advice.Ways {
		h.element("p", "corsim-fix", "In the page: "+advice.Ways[i].Advice)
		h.checked(advice.Ways[i].Engines)
	}
	h.element("p", "corsim-fix", advice.Nothing)
}

// checked says in which browsers a change was tried.
func (h *fragment) checked(engines []string) {
	if words := checkedIn(engines); words != "" {
		h.element("p", "corsim-checked", "Checked: "+words+".")
	}
}

// snippets are the fix in the languages of servers.
func (h *fragment) snippets(snippets []fix.Snippet) {
	for i := range snippets {
		h.open("details", "")
		h.element("summary", "", "The fix for "+snippets[i].Server)
		h.open("pre", "")
		h.b.WriteString(escaped(block(snippets[i].Text)))
		h.close("pre")
		h.close("details")
	}
}

// edit is a change of an answer: what goes is struck through.
func (h *fragment) edit(edit *fix.Edit) {
	c := changeOf(edit)
	h.text(inAnswer)
	h.element("code", "", edit.Method+" "+edit.URL)
	h.open("pre", "corsim-edit")
	if c.before != "" {
		h.element("del", "", c.line(c.before))
	}
	if c.after != "" {
		h.element("ins", "", c.line(c.after))
	}
	h.close("pre")
}

// browsers is what the three browsers do, and what they print.
func (h *fragment) browsers(browsers []Browser) {
	if len(browsers) == 0 {
		return
	}
	h.open("details", "")
	h.element("summary", "", "In Chromium, Firefox and WebKit")
	h.open("dl", "")
	for i := range browsers {
		b := &browsers[i]
		h.element("dt", "", engine.Title(b.Name)+": "+b.Outcome.String())
		h.element("dd", "", b.Difference)
		if b.Error != "" {
			h.open("dd", "")
			h.text("script gets ")
			h.element("code", "", b.Error)
			h.close("dd")
		}
		for _, line := range b.Console {
			h.open("dd", "")
			h.element("samp", "", line)
			h.close("dd")
		}
	}
	h.close("dl")
	h.close("details")
}

// fragmentStyle takes the colours from the page: those of the marks are mixed with the colour of its text.
const fragmentStyle = `.corsim{--corsim-line:color-mix(in srgb,currentColor 25%,transparent);` +
	`--corsim-good:color-mix(in srgb,#1b9e4b 75%,currentColor);--corsim-bad:color-mix(in srgb,#e0364c 75%,currentColor);` +
	`--corsim-lack:color-mix(in srgb,#c98a00 70%,currentColor);--corsim-call:color-mix(in srgb,#3f76e8 75%,` +
	`currentColor);max-width:46rem;line-height:1.5;overflow-wrap:anywhere}` +
	`.corsim code,.corsim samp,.corsim pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;` +
	`font-size:.9em}.corsim-title{font-size:1.1em;font-weight:400;margin:0 0 .6em}` +
	`.corsim-title code:first-child{font-weight:600}.corsim-title span{opacity:.75}` +
	`.corsim-outcome{border:1px solid;border-radius:1em;padding:.1em .6em;font-size:.85em;` +
	`text-transform:uppercase;white-space:nowrap}.corsim-cause{font-size:1.1em;font-weight:600;margin:.6em 0}` +
	`.corsim-figure{margin:1em 0}.corsim-good{color:var(--corsim-good)}.corsim-bad{color:var(--corsim-bad)}` +
	`.corsim-lack{color:var(--corsim-lack)}.corsim-call{color:var(--corsim-call)}.corsim td div{font-size:.9em}` +
	`.corsim ul,.corsim ol{padding-left:1.4em;margin:.5em 0}.corsim h4{margin:1em 0 .3em;font-size:1em}` +
	`.corsim-edit{margin:.3em 0;white-space:pre-wrap;border-left:3px solid var(--corsim-good);padding-left:.7em}` +
	`.corsim-edit ins{text-decoration:none}.corsim-edit del{opacity:.7}` +
	`.corsim-checked{margin:.2em 0 .8em;opacity:.8}` +
	`.corsim details{border-top:1px solid var(--corsim-line);padding:.5em 0}` +
	`.corsim summary{cursor:pointer;font-weight:600}` +
	`.corsim table{border-collapse:collapse;margin:.4em 0;width:100%}` +
	`.corsim th,.corsim td{border-top:1px solid var(--corsim-line);padding:.25em .6em .25em 0;text-align:left;` +
	`vertical-align:top;font-weight:400}.corsim dt{font-weight:600;margin-top:.5em}` +
	`.corsim dd{margin:.2em 0 .2em 1em}`
