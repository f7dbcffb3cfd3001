package console

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// typeOf is what is said of a script or a style sheet whose MIME type forbids its use, at the URL that was asked for.
func (c *webKitCase) typeOf() []string {
	c.quiet = true
	c.failing = c.place.first.WithoutFragment()
	answer := &c.exchange.Answer
	load, _ := c.verdict.Call().(corsim.Load)
	switch {
	case load.Kind == corsim.Script && (c.verdict.Rule() == rule.NosniffBlocked || answer.Header.NoSniff()):
		return c.only(webKitNosniff)
	case load.Kind == corsim.Script:
		return c.only(webKitScriptType, "type", webKitType(answer))
	// The status is looked at first.
	case answer.Status >= 400 || answer.Status == 304:
		return nil
	case load.Kind == corsim.ModuleScript:
		return c.only(webKitModuleType, "type", webKitType(answer))
	case load.Kind == corsim.Stylesheet:
		return c.only(webKitStylesheetType)
	}
	return nil
}

// webKitType returns the MIME type that an answer is given, as it is written; WebKit takes what has none for text.
func webKitType(answer *corsim.Answer) string {
	value, _ := answer.Header.Get("Content-Type")
	if end := strings.IndexAny(value, ",;"); end >= 0 {
		value = value[:end]
	}
	value = strings.Trim(value, " \t")
	if !strings.Contains(value, "/") {
		return "text/plain"
	}
	return isoLatin1(value)
}
