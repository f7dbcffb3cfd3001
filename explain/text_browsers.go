package explain

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
		difference := b.Difference
		if i > 0 && difference != "" && difference == e.Browsers[i-1].Difference {
			difference = "The same as in " + browserName(e.Browsers[i-1].Name) + "."
		}
		for _, words := range [...]string{difference, b.Error} {
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
