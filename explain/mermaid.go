package explain

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/corsim/corsim"
)

// Mermaid returns the exchange as a sequence diagram for Mermaid, which GitHub and others show as a picture: a line
// feed ends each statement.
//
// https://mermaid.js.org/syntax/sequenceDiagram.html
func (e *Explanation) Mermaid() string {
	m := &mermaid{servers: map[string]string{}}
	m.state("sequenceDiagram")
	m.participant("page", "page", e.Call.Origin)
	m.participant("browser", "browser", e.Engine)
	for i, origin := range e.servers() {
		m.servers[origin] = "server" + strconv.Itoa(i+1)
		m.participant(m.servers[origin], "server", origin)
	}
	m.state("page->>browser: " + mermaidText(e.Call.API+" "+e.Call.Method+" "+e.Call.URL))
	caused := false
	for i := range e.Exchanges {
		if x := &e.Exchanges[i]; x.Sent {
			m.exchange(i, x)
			continue
		} else if !caused {
			m.cause(e)
			caused = true
		}
		m.unsent(i, &e.Exchanges[i])
	}
	if !caused {
		m.cause(e)
	}
	m.state(ends[e.Outcome] + ": " + mermaidText(e.Result))
	return m.b.String()
}

// ends are the arrows of what the page gets.
var ends = [...]string{
	corsim.Undetermined: "browser-->>page",
	corsim.Readable:     "browser->>page",
	corsim.Opaque:       "browser-->>page",
	corsim.Blocked:      "browser-xpage",
	corsim.Threw:        "browser-xpage",
}

// A mermaid is a diagram while it is written.
type mermaid struct {
	b strings.Builder
	// servers are the names of participants, by origin.
	servers map[string]string
}

func (m *mermaid) state(statement string) {
	if m.b.Len() > 0 {
		m.b.WriteString("    ")
	}
	m.b.WriteString(statement + "\n")
}

func (m *mermaid) participant(id, kind, name string) {
	if name != "" {
		kind += "<br/>" + mermaidText(name)
	}
	m.state("participant " + id + " as " + kind)
}

// exchange is a request that was sent, and its answer.
func (m *mermaid) exchange(i int, x *Exchange) {
	server := m.servers[x.server()]
	over := "Note over browser," + server + ": "
	if x.Why != "" {
		m.state("Note over browser: " + mermaidText(x.Why))
	}
	m.state("browser->>" + server + ": " + strconv.Itoa(i+1) + ". " + mermaidText(x.heading(false)))
	if len(x.Request) > 0 {
		m.state(over + mermaidHeaders(x.Request))
	}
	if x.Status == 0 {
		m.state(server + "--xbrowser: " + mermaidText(x.answered()))
		return
	}
	m.state(server + "-->>browser: " + mermaidText(x.answered()))
	if answer := append(x.statusLine(), x.Answer...); len(answer) > 0 {
		m.state(over + mermaidHeaders(answer))
	}
}

// unsent is a request that was never sent.
func (m *mermaid) unsent(i int, x *Exchange) {
	m.state("browser--x" + m.servers[x.server()] + ": " + strconv.Itoa(i+1) + ". " +
		mermaidText(x.heading(false)+", "+x.answered()))
}

// cause is what the browser decides.
func (m *mermaid) cause(e *Explanation) {
	if e.Cause == "" {
		return
	}
	words := strings.ToUpper(e.Outcome.String())
	m.state("Note over browser: " + words + "<br/>" + mermaidText(e.Cause))
}

// mermaidHeaders are headers below each other.
func mermaidHeaders(headers []Line) string {
	var lines []string
	for i := range headers {
		line := &headers[i]
		text := line.Name
		if line.Value != "" {
			text += ": " + line.Value
		}
		if remark := line.said(); remark != "" {
			text += " (" + remark + ")"
		}
		lines = append(lines, line.Mark.sign()+mermaidText(text))
	}
	return strings.Join(lines, "<br/>")
}

// What one text of a diagram holds at most, in characters, and where its lines end.
const (
	mermaidLine  = 44
	mermaidLines = 6
)

// mermaidText returns text that is nothing but text in a diagram, broken into lines. All that may mean something to
// Mermaid, or to HTML after it, is written as an entity by its number.
func mermaidText(text string) string {
	lines := columnFace.wrap(shown(text), mermaidLine, mermaidLines)
	for i, line := range lines {
		var b strings.Builder
		for _, r := range line {
			if r < 0x80 && !isPlainInMermaid(r) {
				fmt.Fprintf(&b, "#%d;", r)
			} else {
				b.WriteRune(r)
			}
		}
		lines[i] = b.String()
	}
	return strings.Join(lines, "<br/>")
}

func isPlainInMermaid(r rune) bool {
	return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' ||
		strings.ContainsRune(" -./,()=?*_", r)
}
