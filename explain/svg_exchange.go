package explain

import (
	"strconv"
)

// drawExchanges draws the exchanges, with the place where it stopped between those that were sent and the others.
func (p *picture) drawExchanges() {
	all := p.explanation.Exchanges
	caused := false
	server := ""
	for i := range all {
		if hidden := len(all) - maxPictured; hidden > 0 && i >= maxPictured/2 && i < len(all)-maxPictured/2 {
			if i == maxPictured/2 {
				p.note(strconv.Itoa(hidden) + " more exchanges are left out here")
			}
			continue
		}
		if !all[i].Sent && !caused {
			p.drawCause()
			caused = true
		}
		p.drawExchange(i, &all[i], all[i].server() != server && len(p.servers) > 1)
		server = all[i].server()
	}
	if !caused {
		p.drawCause()
	}
}

// note writes a line across the lanes.
func (p *picture) note(text string) {
	p.box("band", margin, p.y, innerWidth, 20, 5)
	p.centred(noteFace, "soft", pictureWidth/2, p.y+14, []string{text})
	p.y += 20 + gap
}

// drawExchange draws a request and its answer; with the server's origin where that is another one than before.
func (p *picture) drawExchange(i int, x *Exchange, otherServer bool) {
	p.drawHeading(i, x, otherServer)
	if !x.Sent {
		p.y += 10
		p.path("none", "M", browserLane, p.y, "H", browserLane+38)
		p.path("cross", "M", browserLane+40, p.y-4, "l", 8, 8, "m", 0, -8, "l", -8, 8)
		p.y -= noteFace.leading / 2
		const left = browserLane + 58
		p.lines(noteFace, "soft", left, noteFace.wrap(shown(x.answered()), pictureWidth-margin-left, 4))
		p.y += gap
		return
	}
	p.y += 8
	p.arrow("arrow", browserLane, serverLane)
	p.y += gap
	p.drawCard(x.Request)
	p.y += noteFace.leading + 1
	if x.Status == 0 {
		p.drawNoAnswer(x)
		return
	}
	p.drawStatus(x)
	p.arrow("arrow", serverLane, browserLane)
	p.y += gap
	p.drawCard(append(x.statusLine(), x.Answer...))
	p.serverEnd = p.y
}

// drawHeading draws the band with the number of an exchange, what is asked for, and why.
func (p *picture) drawHeading(i int, x *Exchange, otherServer bool) {
	class := "band"
	if !x.Sent {
		class = "ghost"
	}
	number := strconv.Itoa(i + 1)
	left := margin + padding + int(boldFace.width(number)) + 8
	width := pictureWidth - margin - padding - left
	heading := codeFace.wrap(x.heading(otherServer), width, 4)
	var why []string
	if x.Sent {
		why = noteFace.wrap(shown(x.Why), width, 4)
	}
	height := len(heading)*codeFace.leading + len(why)*noteFace.leading + padding
	p.box(class, margin, p.y, innerWidth, height, 5)
	p.text(boldFace, "call", margin+padding, p.y+padding/2+11, number)
	p.y += padding / 2
	p.lines(codeFace, "", left, heading)
	p.lines(noteFace, "soft", left, why)
	p.y += padding / 2
}

// drawStatus writes the status above the arrow of an answer.
func (p *picture) drawStatus(x *Exchange) {
	middle := (browserLane + serverLane) / 2
	p.centred(boldFace, x.StatusMark.colour(), middle, p.y-5, []string{strconv.Itoa(x.Status)})
	if x.StatusMark != Neutral {
		p.mark(x.StatusMark, middle-20, p.y-9)
	}
}

// drawNoAnswer draws that nothing came back.
func (p *picture) drawNoAnswer(x *Exchange) {
	p.path("none", "M", serverLane, p.y, "H", browserLane+50)
	p.path("cross", "M", browserLane+40, p.y-4, "l", 8, 8, "m", 0, -8, "l", -8, 8)
	p.centred(boldFace, "soft", (browserLane+serverLane)/2+12, p.y-5, []string{"no answer"})
	p.serverEnd = p.y + gap
	p.y += gap
	p.drawRows([]row{{mark: Wrong, text: noteFace.wrap(shown(x.NoAnswer), cardText, 5), face: noteFace}})
}

// cardText is how wide the text on a card can be.
const cardText = cardWidth - 2*padding - 14

// A row is what is said on a card of one thing.
type row struct {
	mark   Mark
	text   []string
	face   face
	remark []string
}

// drawCard draws headers, if there are any.
func (p *picture) drawCard(headers []Line) {
	var rows []row
	for i, line := range headers {
		if i == maxPicturedLines {
			more := strconv.Itoa(len(headers)-maxPicturedLines) + " more headers"
			rows = append(rows, row{text: []string{more}, face: noteFace})
			break
		}
		remark := line.Remark
		// The sign of what is missing is the least known.
		if line.Mark == Missing {
			remark = line.said()
		}
		rows = append(rows, row{line.Mark, line.wrap(), codeFace, noteFace.wrap(shown(remark), cardText, 4)})
	}
	p.drawRows(rows)
}

// wrap breaks a header into lines, after its name if it does not fit on one.
func (l Line) wrap() []string {
	name, value := shown(l.Name), shown(l.Value)
	if value == "" {
		return codeFace.wrap(name, cardText, 2)
	}
	if whole := name + ": " + value; codeFace.width(whole) <= cardText {
		return []string{whole}
	}
	lines := codeFace.wrap(name+":", cardText, 2)
	for _, line := range codeFace.wrap(value, cardText-12, 4) {
		lines = append(lines, "  "+line)
	}
	return lines
}

func (p *picture) drawRows(rows []row) {
	height := padding
	for _, r := range rows {
		height += len(r.text)*r.face.leading + len(r.remark)*noteFace.leading
	}
	if height == padding {
		return
	}
	p.box("paper", cardLeft, p.y, cardWidth, height, 5)
	p.y += padding / 2
	for _, r := range rows {
		p.mark(r.mark, cardLeft+padding+4, p.y+r.face.leading/2)
		p.lines(r.face, "", cardLeft+padding+14, r.text)
		p.lines(noteFace, r.mark.colour(), cardLeft+padding+14, r.remark)
	}
	p.y += padding/2 + gap
}
