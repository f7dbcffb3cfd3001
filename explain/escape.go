package explain

import "html"

// escaped returns a text as it stands in HTML and in SVG, between tags as well as in an attribute in quotation marks.
func escaped(text string) string { return html.EscapeString(visible(text)) }

// headline is what the page asked for and how it ended.
func (e *Explanation) headline() string {
	return shown(e.Call.Method+" "+e.Call.URL) + " from " + shown(e.Call.Origin) + ": " + e.Outcome.String()
}
