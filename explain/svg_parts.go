package explain

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim"
)

// What a picture shows at most.
const (
	maxPictured       = 16 // exchanges, the first and the last of them
	maxPicturedLines  = 10 // headers of one message
	maxPicturedFacts  = 4  // sentences on what really happened
	maxPicturedCauses = 8  // lines of the cause
)

// drawTitle writes what the page asked for, and how it ended.
func (p *picture) drawTitle() {
	e := p.explanation
	p.lines(titleFace, "", margin+4, titleFace.wrap(shown(e.Call.Method+" "+e.Call.URL), innerWidth-8, 3))
	from := "from " + shown(e.Call.Origin)
	outcome := strings.ToUpper(e.Outcome.String())
	width := int(boldFace.width(outcome)) + 14
	p.y += 4
	p.box(e.colour(), margin+4, p.y, width, 18, 9)
	p.centred(boldFace, "on", margin+4+width/2, p.y+13, []string{outcome})
	left := margin + 4 + width + gap
	p.text(codeFace, "soft", left, p.y+13, codeFace.cut(from, pictureWidth-margin-4-left))
	p.y += 18 + gap + 2
}

// drawHeads draws the heads of the lanes.
func (p *picture) drawHeads() {
	server, under := "server", ""
	switch len(p.servers) {
	case 0:
	case 1:
		under = p.servers[0]
	default:
		server, under = "servers", strconv.Itoa(len(p.servers))+" origins"
	}
	heads := []struct {
		x, width    int
		name, under string
	}{
		{pageLane, 92, "page", shown(p.explanation.Call.Origin)},
		{browserLane, 96, "browser", shown(p.explanation.Engine)},
		{serverLane, 140, server, shown(under)},
	}
	rows := 0
	for _, head := range heads {
		rows = max(rows, len(hostFace.wrap(head.under, head.width-8, 3)))
	}
	height := 20 + rows*hostFace.leading
	for _, head := range heads {
		p.box("band", head.x-head.width/2, p.y, head.width, height, 5)
		p.centred(boldFace, "", head.x, p.y+14, []string{head.name})
		p.centred(hostFace, "", head.x, p.y+26, hostFace.wrap(head.under, head.width-8, 3))
	}
	p.y += height
	p.lanes = p.y
	p.serverEnd = p.y + gap
}

// drawCall draws what the page calls.
func (p *picture) drawCall() {
	name := hostFace.wrap(shown(p.explanation.Call.API), browserLane-pageLane-12, 2)
	p.y += gap + len(name)*hostFace.leading
	p.centred(hostFace, "", (pageLane+browserLane)/2, p.y-4-(len(name)-1)*hostFace.leading, name)
	p.arrow("arrow", pageLane, browserLane)
	p.y += gap + 2
}

// drawEnd draws the sign at which the call ended, and what the page gets.
func (p *picture) drawEnd() {
	e := p.explanation
	result := noteFace.wrap(shown(e.Result), pictureWidth-margin-browserLane-gap, 4)
	p.y += noteFace.leading + gap
	p.arrow("arrow", browserLane, pageLane+14)
	p.sign(pageLane, p.y)
	left := browserLane + gap
	p.text(boldFace, "", left, p.y-2, "the page gets")
	p.y += 2
	p.lines(noteFace, e.colour(), left, result)
	p.y += gap
	p.end = p.y
	p.y += gap
}

// sign draws the outcome as a page has it.
func (p *picture) sign(x, y int) {
	switch p.explanation.Outcome {
	case corsim.Readable, corsim.Opaque:
		p.disc(x, y, p.explanation.Outcome == corsim.Readable)
	case corsim.Undetermined:
		p.diamond(x, y)
	default:
		p.element("circle", "stop", "cx", x, "cy", y, "r", 11)
		p.path("cross", "M", x-4, y-4, "l", 8, 8, "m", 0, -8, "l", -8, 8)
	}
}

// drawCause draws in the browser's lane where the call stopped, with the cause.
func (p *picture) drawCause() {
	e := p.explanation
	class, words := "stop", "stopped here"
	switch e.Outcome {
	case corsim.Undetermined:
		class, words = "doubt", "not known"
	case corsim.Readable:
		class, words = "pass", "let through"
	case corsim.Opaque:
		class, words = "veil", "let through, unread"
	}
	p.y += 16
	switch class {
	case "stop":
		p.octagon(browserLane, p.y)
	case "doubt":
		p.diamond(browserLane, p.y)
	default:
		p.disc(browserLane, p.y, e.Outcome == corsim.Readable)
	}
	p.text(boldFace, e.colour(), browserLane+20, p.y+4, words)
	p.y += 16 + 4
	cause := noteFace.wrap(shown(e.Cause), innerWidth-2*padding, maxPicturedCauses)
	if len(cause) > 0 {
		p.box(class, margin, p.y, innerWidth, len(cause)*noteFace.leading+2*padding-2, 5)
		p.y += padding - 1
		p.lines(noteFace, "", margin+padding, cause)
		p.y += padding - 1
	}
	p.y += gap
}

// drawHappened writes what really happened.
func (p *picture) drawHappened() {
	for i, sentence := range p.explanation.Happened {
		if i == maxPicturedFacts {
			break
		}
		p.element("circle", "soft", "cx", margin+padding-2, "cy", p.y+noteFace.leading/2+1, "r", 1.5)
		p.lines(noteFace, "soft", margin+padding+5, noteFace.wrap(shown(sentence), innerWidth-2*padding-5, 6))
		p.y += 3
	}
}
