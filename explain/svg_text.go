package explain

import "strings"

// A face is a font of the picture. Which font a reader has is not known, so widths are estimated, rather too wide.
type face struct {
	class string
	// size is the height of the font, leading that of a line.
	size    float64
	leading int
	mono    bool
	bold    bool
}

var (
	titleFace = face{class: "t", size: 12, leading: 16, mono: true}
	codeFace  = face{class: "c", size: 10.5, leading: 14, mono: true}
	hostFace  = face{class: "o", size: 9.5, leading: 12, mono: true}
	boldFace  = face{class: "b", size: 11.5, leading: 15, bold: true}
	noteFace  = face{class: "n", size: 11, leading: 14}
	// columnFace has characters of width 1.
	columnFace = face{size: 1 / 0.605, mono: true}
)

// width estimates how wide a text is.
func (f face) width(text string) float64 {
	ems := 0.0
	for _, r := range text {
		ems += f.ems(r)
	}
	if f.bold {
		ems *= 1.15
	}
	return ems * f.size
}

// ems estimates how wide a character is, in units of the font's size.
func (f face) ems(r rune) float64 {
	switch {
	case r >= 0x1100:
		return 1.05
	case f.mono && r < 0x250:
		return 0.605
	case f.mono:
		return 0.8
	case r >= 0x80:
		return 0.85
	case strings.ContainsRune("mwMW@%", r):
		return 0.98
	case strings.ContainsRune("iljI.,:;'|! ", r):
		return 0.36
	case 'A' <= r && r <= 'Z':
		return 0.74
	}
	return 0.62
}

// wrap breaks a text into lines of at most a width, and cuts what does not fit into so many lines. It breaks at
// spaces, else after the punctuation of URLs and lists, else where it must.
func (f face) wrap(text string, width, lines int) []string {
	var wrapped []string
	text = strings.Trim(text, " ")
	for text != "" {
		if len(wrapped) == lines-1 {
			return append(wrapped, f.cut(text, width))
		}
		n := f.fits(text, width)
		wrapped = append(wrapped, strings.TrimRight(text[:n], " "))
		text = strings.TrimLeft(text[n:], " ")
	}
	return wrapped
}

// fits returns how many bytes of a text go on a line.
func (f face) fits(text string, width int) int {
	used, space, mark := 0.0, 0, 0
	for at, r := range text {
		if used += f.ems(r) * f.size; used > float64(width) && at > 0 {
			switch {
			case r == ' ':
				return at
			case space > 0 && (space > at/2 || mark <= space):
				return space
			case mark > 0:
				return mark
			}
			return at
		}
		switch {
		case r == ' ':
			space = at
		case strings.ContainsRune("/?&=,;:-.", r):
			mark = at + 1
		}
	}
	return len(text)
}

// cut returns as much of a text as goes on one line, with an ellipsis where that is not all.
func (f face) cut(text string, width int) string {
	const ellipsis = "…"
	if f.width(text) <= float64(width) {
		return text
	}
	used := f.width(ellipsis)
	for at, r := range text {
		if used += f.ems(r) * f.size; used > float64(width) {
			return strings.TrimRight(text[:at], " ") + ellipsis
		}
	}
	return text
}
