package explain

import "github.com/corsim/corsim/engine"

// maxConsoleLine is the length, in bytes, beyond which a line of a console is cut.
const maxConsoleLine = 2000

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
		said := []string{differenceAt(e.Browsers, i), b.Error}
		if b.Error != "" {
			said[1] = "script gets " + b.Error
		}
		for _, line := range append(said, b.Console...) {
			if line == "" {
				continue
			}
			t.label(n, engine.Title(b.Name))
			t.wrapBeginning(line, maxConsoleLine, labelled)
			t.end()
			n++
		}
		silent = silent && n == 0
	}
	if silent {
		t.words("Chromium, Firefox and WebKit do the same.")
		t.end()
	}
}

// differenceAt is what a browser does differently, shorter where the one before it does the same.
func differenceAt(browsers []Browser, i int) string {
	difference := browsers[i].Difference
	if i > 0 && difference != "" && difference == browsers[i-1].Difference {
		return "The same as in " + engine.Title(browsers[i-1].Name) + "."
	}
	return difference
}
