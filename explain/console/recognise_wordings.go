package console

import (
	"slices"
	"strings"

	"github.com/corsim/corsim/rule"
)

// A wording is a template that is looked for.
type wording struct {
	template
	engine string
	role   role
	// literals are what stands around the holes, one more than there are of them.
	literals, holes []string
}

// A role says whether a wording is a message, or what stands before or after one.
type role uint8

const (
	roleMessage role = iota
	roleBefore
	roleAfter
)

// wordings are all that are looked for.
var wordings = slices.Concat(
	wordingsOf("chromium", roleBefore, chromiumEnvelopes()),
	wordingsOf("chromium", roleBefore, []template{chromiumPreflight}),
	wordingsOf("chromium", roleMessage, chromiumReasons[:]),
	wordingsOf("chromium", roleMessage, chromiumMessages[:]),
	wordingsOf("chromium", roleMessage, chromiumNetworkErrors),
	wordingsOf("chromium", roleAfter, chromiumOldEnds),
	wordingsOf("chromium", roleAfter, chromiumOldSuffixes),
	wordingsOf("firefox", roleMessage, firefoxTemplates[:]),
	wordingsOf("firefox", roleMessage, firefoxOthers),
	wordingsOf("firefox", roleMessage, withoutStatus(firefoxTemplates[:])),
	webkitWordings(),
	wordingsOf("chromium", roleMessage, []template{{text: "Failed to fetch"}}),
	wordingsOf("firefox", roleMessage, []template{{text: "NetworkError when attempting to fetch resource."}}),
	wordingsOf("webkit", roleMessage, []template{{text: "Load failed"}}),
	wordingsOf("", roleMessage, []template{{text: "Failed to load resource:"}}),
)

// wordingsOf makes templates wordings of an engine.
func wordingsOf(engine string, role role, templates []template) []wording {
	var all []wording
	for _, t := range templates {
		if t.text != "" {
			all = append(all, newWording(engine, role, t))
		}
	}
	return all
}

// chromiumEnvelopes are what stands before Chromium's reasons, with a redirect and without; and before release 70, or
// so.
func chromiumEnvelopes() []template {
	today := strings.ReplaceAll(chromiumEnvelope.text, "{preflight}{reason}", "")
	redirected := strings.ReplaceAll(chromiumRedirected.text, "{url}", "{first}")
	return []template{
		{text: strings.ReplaceAll(today, "{redirected}", "")},
		{text: strings.ReplaceAll(today, "{redirected}", redirected)},
		{text: "XMLHttpRequest cannot load {url}. ", old: true},
		{text: "Failed to load {url}: ", old: true},
	}
}

// chromiumOldEnds are what stood after a reason in earlier releases.
var chromiumOldEnds = []template{
	{text: "Origin '{origin}' is therefore not allowed access.", rules: chromiumRules(), old: true},
}

// chromiumRules are the rules behind Chromium's reasons.
func chromiumRules() []rule.ID {
	var all []rule.ID
	for _, reason := range chromiumReasons {
		all = append(all, reason.rules...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// chromiumNetworkErrors are the names of network errors; the first stands for every failure.
var chromiumNetworkErrors = []template{
	{text: "net::ERR_FAILED"},
	{text: "net::ERR_{error}", rules: []rule.ID{rule.NetworkFailure}},
	{text: "net::ERR_UNSAFE_PORT", rules: []rule.ID{rule.BadPort}},
	{text: "net::ERR_TOO_MANY_REDIRECTS", rules: []rule.ID{rule.RedirectLimit}},
	{
		text:  "net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin",
		rules: []rule.ID{rule.CORPSameOrigin, rule.CORPEmbedderPolicy},
	},
	{text: "net::ERR_BLOCKED_BY_RESPONSE.NotSameSite", rules: []rule.ID{rule.CORPSameSite}},
	{text: "net::ERR_BLOCKED_BY_ORB", rules: []rule.ID{rule.OpaqueResponseBlocked}},
}

// firefoxOthers are messages whose cause is in the browser's settings and extensions.
var firefoxOthers = []template{
	{text: firefoxBlocked + "CORS disabled)."},
	{text: firefoxBlocked + "CORS header ‘Origin’ cannot be added)."},
}

// withoutStatus are the messages of earlier releases, which did not say the status.
func withoutStatus(templates []template) []template {
	var old []template
	for _, t := range templates {
		if text, has := strings.CutSuffix(t.text, firefoxStatus); has {
			old = append(old, template{text: text + ").", rules: t.rules, old: true})
		}
	}
	return old
}

// newWording takes a template apart.
func newWording(engine string, role role, t template) wording {
	w := wording{template: t, engine: engine, role: role}
	text := t.text
	if role != roleBefore {
		text = strings.TrimSpace(text)
	}
	rest := straightened(text)
	for {
		literal, hole, more := strings.Cut(rest, "{")
		w.literals = append(w.literals, literal)
		if !more {
			return w
		}
		name, after, _ := strings.Cut(hole, "}")
		w.holes = append(w.holes, name)
		rest = after
	}
}
