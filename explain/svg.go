package explain

import (
	"hash/fnv"
	"strconv"
	"strings"
)

// SVG returns the exchange as a picture: the page, its browser and the servers, the requests between them in order,
// the headers that mattered, where it stopped, and what the page gets. It stands for itself, as a file or within a
// page of HTML: it has its style with it, for light and for dark, no script, and refers to nothing outside.
//
// https://www.w3.org/TR/SVG2/
func (e *Explanation) SVG() string {
	p := e.drawn()
	p.drawHappened()
	return p.file()
}

// drawn is the picture without the words below it.
func (e *Explanation) drawn() *picture {
	p := newPicture(e)
	p.drawTitle()
	p.drawHeads()
	p.drawCall()
	p.drawExchanges()
	p.drawEnd()
	return p
}

// The places of the lanes, and the sizes of what is drawn, in pixels at the width of a phone.
const (
	pictureWidth = 360
	margin       = 8
	innerWidth   = pictureWidth - 2*margin

	pageLane    = 54
	browserLane = 156
	serverLane  = 282

	cardLeft  = 70
	cardWidth = pictureWidth - margin - cardLeft
	padding   = 8
	gap       = 8
)

// A picture is an SVG image while it is drawn, from top to bottom.
type picture struct {
	explanation *Explanation
	servers     []string
	body        strings.Builder
	// y is where the next thing is drawn.
	y int
	// lanes is where the lanes begin, serverEnd and end where they end.
	lanes, serverEnd, end int
}

func newPicture(e *Explanation) *picture {
	return &picture{explanation: e, servers: e.servers(), y: margin}
}

// file returns the whole image.
func (p *picture) file() string {
	height := p.y + margin
	id := "corsim-" + p.id()
	title, description := p.explanation.headline(), p.description()
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" class="corsim-picture" role="img" aria-labelledby="` + id +
		`-title ` + id + `-desc" width="540" height="` + strconv.Itoa(height*3/2) + `" viewBox="0 0 ` +
		strconv.Itoa(pictureWidth) + ` ` + strconv.Itoa(height) + `">` + "\n")
	b.WriteString(`<title id="` + id + `-title">` + escaped(title) + "</title>\n")
	b.WriteString(`<desc id="` + id + `-desc">` + escaped(description) + "</desc>\n")
	b.WriteString("<style>" + pictureStyle + "</style>\n")
	b.WriteString(`<rect class="paper" x="0.5" y="0.5" width="359" height="` + strconv.Itoa(height-1) +
		`" rx="8"/>` + "\n")
	for _, lane := range []struct{ x, end int }{{pageLane, p.end}, {browserLane, p.end}, {serverLane, p.serverEnd}} {
		b.WriteString(`<path class="lane" d="` + commands("M", lane.x, p.lanes, "V", lane.end) + `"/>` + "\n")
	}
	b.WriteString(p.body.String())
	b.WriteString("</svg>\n")
	return b.String()
}

// id is made of what is shown, so that the pictures of a page have different ones.
func (p *picture) id() string {
	hash := fnv.New64a()
	hash.Write([]byte(p.body.String()))
	return strconv.FormatUint(hash.Sum64(), 36)
}

// description says in words what is drawn.
func (p *picture) description() string {
	e := p.explanation
	var sentences []string
	for i := range e.Exchanges {
		x := &e.Exchanges[i]
		sentences = append(sentences, strconv.Itoa(i+1)+". "+x.heading(len(p.servers) > 1)+": "+x.answered()+".")
	}
	return shown(strings.Join(append(sentences, e.Cause), " "))
}
