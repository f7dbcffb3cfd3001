package explain

import (
	"fmt"
	"strconv"
	"strings"
)

// element writes an element that has no text. The attributes are our own words and numbers.
func (p *picture) element(name, class string, attributes ...any) {
	p.body.WriteString("<" + name + ` class="` + class + `"`)
	for i := 0; i < len(attributes); i += 2 {
		fmt.Fprintf(&p.body, ` %v="%v"`, attributes[i], attributes[i+1])
	}
	p.body.WriteString("/>\n")
}

// path draws a line or a shape.
func (p *picture) path(class string, steps ...any) { p.element("path", class, "d", commands(steps...)) }

// commands are those of a path: letters and numbers.
func commands(steps ...any) string {
	var b strings.Builder
	for i, step := range steps {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprint(&b, step)
	}
	return b.String()
}

func (p *picture) box(class string, x, y, width, height, radius int) {
	p.element("rect", class, "x", x, "y", y, "width", width, "height", height, "rx", radius)
}

// text writes a line whose baseline is at y. The colour is a class, "" for ink.
func (p *picture) text(f face, colour string, x, y int, text string) {
	p.anchored(f, colour, x, y, "", text)
}

// centred writes lines that are centred on x.
func (p *picture) centred(f face, colour string, x, y int, lines []string) {
	for i, line := range lines {
		p.anchored(f, colour, x, y+i*f.leading, ` text-anchor="middle"`, line)
	}
}

func (p *picture) anchored(f face, colour string, x, y int, anchor, text string) {
	class := f.class
	if colour != "" {
		class += " " + colour
	}
	p.body.WriteString(`<text class="` + class + `" x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `"` +
		anchor + `>` + escaped(text) + "</text>\n")
}

// lines writes lines below each other and moves on.
func (p *picture) lines(f face, colour string, x int, lines []string) {
	for _, line := range lines {
		p.y += f.leading
		p.text(f, colour, x, p.y-f.leading/4, line)
	}
}

// arrow draws an arrow at the present height.
func (p *picture) arrow(class string, from, to int) {
	head := 6
	if to < from {
		head = -6
	}
	p.path(class, "M", from, p.y, "H", to-head)
	p.path("head", "M", to, p.y, "l", -head-head/3, -4, "v", 8, "Z")
}

// mark draws how a header was found: a tick in a circle, a cross in a square, or an empty, broken circle.
func (p *picture) mark(m Mark, x, y int) {
	switch m {
	case OK:
		p.element("circle", "good", "cx", x, "cy", y, "r", 5)
		p.path("mark", "M", x-2, y, "l", 1.6, 2, "l", 2.8, -4)
	case Wrong:
		p.box("bad", x-5, y-5, 10, 10, 2)
		p.path("mark", "M", x-2, y-2, "l", 4, 4, "m", 0, -4, "l", -4, 4)
	case Missing:
		p.element("circle", "gap", "cx", x, "cy", y, "r", 4.5)
	default:
		p.element("circle", "dot", "cx", x, "cy", y, "r", 1.5)
	}
}

// octagon draws the sign at which a request stops.
func (p *picture) octagon(x, y int) {
	p.path("bad", "M", x-6, y-15, "h", 12, "l", 9, 9, "v", 12, "l", -9, 9, "h", -12, "l", -9, -9, "v", -12, "Z")
	p.body.WriteString(`<text class="b on" x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y+3) +
		`" text-anchor="middle" textLength="22" lengthAdjust="spacingAndGlyphs" font-size="9">STOP</text>` + "\n")
}

// diamond draws the sign of what is not known.
func (p *picture) diamond(x, y int) {
	p.path("lack", "M", x, y-14, "l", 14, 14, "l", -14, 14, "l", -14, -14, "Z")
	p.centred(boldFace, "on", x, y+4, []string{"?"})
}

// disc draws the sign of what gets through: a tick, or for what is opaque a closed eye.
func (p *picture) disc(x, y int, readable bool) {
	if readable {
		p.element("circle", "good", "cx", x, "cy", y, "r", 12)
		p.path("mark", "M", x-5, y, "l", 4, 4, "l", 7, -8)
		return
	}
	p.element("circle", "call", "cx", x, "cy", y, "r", 12)
	p.path("mark", "M", x-6, y-1, "q", 6, 6, 12, 0, "m", -6, 3, "v", 3, "m", -4.5, -4, "l", -1.5, 2.5,
		"m", 10.5, -2.5, "l", 1.5, 2.5)
}
