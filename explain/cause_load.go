package explain

import (
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// loadSentences are those of elements, and of navigations.
var loadSentences = map[rule.ID]sentence{
	rule.LoadURLInvalid: {
		stands:  "The URL of the {thing}, {parsed}, cannot be parsed: {reason}.",
		without: "The URL of the {thing} is empty, so nothing is loaded."},
	rule.LoadPreloadDestination: {
		stands:  "The link's attribute as is {found}; a preload takes fetch, font, image, script, style and track.",
		without: "The link has no attribute as; a preload needs one: fetch, font, image, script, style or track."},
	rule.LoadStatus: {
		stands: "{url} was answered {found.}; the {thing} needs a status from 200 to 299."},
	rule.LoadImage: {
		stands: "The bytes of {answer} are no image that can be decoded."},
	rule.LoadModuleType: {
		stands: "{Answer} has the Content-Type {found}, which is no JavaScript MIME type, and the {thing} " +
			"needs one.",
		without: "{Answer} has no Content-Type, and the {thing} needs a JavaScript MIME type."},
	rule.LoadStylesheetType: {
		stands: "{Answer} has the Content-Type {found}; a style sheet needs {against.}."},
	rule.LoadFont: {
		stands: "The bytes of {answer} are no font that can be decoded."},
	rule.NavigationEmbedderPolicy: {
		stands: "The document around the frame has Cross-Origin-Embedder-Policy: {against.}, and takes no " +
			"document whose own policy is {found.}.",
		without: "The document around the frame has Cross-Origin-Embedder-Policy: {against.}, and takes no " +
			"document without that header.",
		choose: func(d *decision) string {
			if d.found == string(policy.EmbedderUnsafeNone) {
				return "The document around the frame has Cross-Origin-Embedder-Policy: {against.}, and takes only " +
					"documents that have require-corp or credentialless themselves: {answer} has neither."
			}
			return ""
		}},
	rule.NavigationNoDocument: {
		stands: "{Answer} is a download by its Content-Disposition, so the old document stays where it is.",
		choose: func(d *decision) string {
			if d.status() == 204 || d.status() == 205 {
				return "{url} answered {status}, which has no content, so the old document stays where it is."
			}
			return ""
		}},
	rule.NavigationCrossOrigin: {
		stands: "The document at {url} is of another origin than the page, {page}: the user sees it, and " +
			"script of the page cannot look into it."},
}
