package fetch

import (
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A Navigation is what takes a tab, or a frame, to a document: a link, location.href, a form, the src of an iframe. The
// zero value takes the tab to the page's own URL. Also a URL that differs from the page's by its fragment alone is
// fetched: a link that only scrolls the page is none of these.
type Navigation struct {
	// Navigable says what is taken there.
	Navigable Navigable
	// URL is the URL as it is written; it may be relative to the page. It has the entries of a form whose method is GET.
	URL string
	// Method is "GET", which the empty string stands for too, or "POST".
	Method string
	// Body has the entries of a form whose method is POST; a form without any has an empty one. Nil is no body, and no
	// Content-Type. Of its Type only the boundary of multipart/form-data is looked at.
	Body *Body
	// Form says that a form is sent; with the method POST one always is.
	Form bool
	// Enctype is the form's enctype attribute, in any case. Another value than the three stands for
	// "application/x-www-form-urlencoded".
	Enctype string
	// ReferrerPolicy is the element's referrerpolicy attribute; a value that is none stands for its absence.
	ReferrerPolicy string
	// UserActivation says that the user has clicked, or pressed a key, on the page.
	UserActivation bool
	// Sandboxed is true for a frame with a sandbox attribute, and Sandbox has its tokens.
	Sandboxed bool
	Sandbox   []string
	// UserInitiated says that no page has asked, but the user: in the address bar, or with a bookmark.
	UserInitiated bool
}

// A Navigable is what a navigation takes to a document.
//
// https://html.spec.whatwg.org/multipage/document-sequences.html#navigable
type Navigable uint8

// The navigables: a tab or a window, and the frames that elements make.
const (
	TopLevelTraversable Navigable = iota
	IframeElement
	FrameElement
	ObjectElement
	EmbedElement
)

// navigationDestinations are the destinations of the requests.
var navigationDestinations = [...]policy.Destination{
	TopLevelTraversable: "document",
	IframeElement:       "iframe",
	FrameElement:        "frame",
	ObjectElement:       "object",
	EmbedElement:        "embed",
}

// Navigate does what a navigation does, and records what comes of it for the page that has asked for it, which is the
// document that a frame stands in: Readable if the new document is of the page's origin, Opaque if it is of another,
// and Blocked if there is none. The navigation does not change the page.
//
// https://html.spec.whatwg.org/multipage/browsing-the-web.html#create-navigation-params-by-fetching
func (a *UserAgent) Navigate(client *Environment, server Server, n Navigation, record *Record) {
	var f fetching
	f.agent, f.client, f.server, f.record = a, client, server, record
	f.navigation = &n
	// The URL must parse, and be one that is fetched; others are for other software.
	url, err := f.parse(client.APIBaseURL(), n.URL)
	if err != nil {
		record.stop(Blocked, "", rule.Stop(rule.NavigationURLInvalid, n.URL, err.Error()))
		return
	}
	if !isFetchScheme(url.Scheme()) {
		record.stop(Blocked, "", rule.Stop(rule.NavigationScheme, url.Scheme(), ""))
		return
	}
	// Where browsers have it so, only the user takes a tab to a data: URL.
	if url.Scheme() == "data" && f.isTopLevel() && !n.UserInitiated && f.has(engine.NoDataURLInTabs) {
		record.stop(Blocked, "", rule.Stop(rule.NavigationDataURL, url.Href(), ""))
		return
	}
	f.begin(url)
	f.mode, f.credentials, f.redirect = policy.ModeNavigate, policy.CredentialsInclude, policy.RedirectManual
	f.destination = navigationDestinations[n.Navigable]
	f.useURLCredentials = true
	f.referrerPolicy = policy.ReferrerPolicyAttribute(n.ReferrerPolicy)
	if n.UserInitiated && f.has(engine.UserInitiatedWithoutReferrer) {
		f.noReferrer = true
	}
	f.submit(&n)
	f.run()
	f.arrive()
}

// isFetchScheme reports whether there is a fetch for the scheme.
//
// https://fetch.spec.whatwg.org/#fetch-scheme
func isFetchScheme(scheme string) bool {
	switch scheme {
	case "about", "blob", "data", "file", "http", "https":
		return true
	}
	return false
}

// isTopLevel reports whether the request is a navigation of a top-level traversable.
func (f *fetching) isTopLevel() bool {
	return f.navigation != nil && f.navigation.Navigable == TopLevelTraversable
}

// isNested reports whether the request is a navigation of a frame.
func (f *fetching) isNested() bool {
	return f.navigation != nil && f.navigation.Navigable != TopLevelTraversable
}

// isUserInitiated reports whether the request is a navigation that no page has asked for.
func (f *fetching) isUserInitiated() bool { return f.navigation != nil && f.navigation.UserInitiated }

// partitionClient returns the environment that the HTTP cache goes by. A navigation's is that of the document to come,
// which is its own top-level document in a tab.
//
// https://fetch.spec.whatwg.org/#request-determine-the-network-partition-key
func (f *fetching) partitionClient() *Environment {
	switch to := f.currentOrigin(); {
	case f.navigation == nil:
		return f.client
	case f.isTopLevel():
		return &Environment{Origin: to, TopLevelOrigin: to}
	default:
		return &Environment{Origin: to, TopLevelOrigin: f.client.TopLevelOrigin}
	}
}

// arrive says what becomes of the response to a navigation.
//
// https://html.spec.whatwg.org/multipage/browsing-the-web.html#attempt-to-populate-the-history-entry%27s-document
func (f *fetching) arrive() {
	record := f.record
	if record.Outcome == Readable {
		f.makeDocument(record.Response.internal)
	}
	f.fireNavigationEvent()
}

// makeDocument makes a document of the answer, if it is to be one, and says whether the page may read it.
func (f *fetching) makeDocument(answer *Answer) {
	policies := policy.ParseSecurityPolicies(answer.Header, f.currentOrigin())
	documentOrigin := f.documentOrigin(policies)
	if f.isNested() && f.url.IsHTTP() && !f.mayBeFramed(answer.Header, policies, documentOrigin) {
		return
	}
	// What an object element shows must be there.
	if f.navigation.Navigable == ObjectElement {
		if d := f.checkStatus(); !f.note(d) {
			f.block(d.Rule)
			return
		}
	}
	// No content leaves the old document where it is, and so does a download.
	if answer.Status == 204 || answer.Status == 205 || isAttachment(answer.Header) {
		f.hide(rule.NavigationNoDocument)
		return
	}
	// Only a document of its own origin is open to the page.
	if !origin.SameOrigin(documentOrigin, f.client.Origin) {
		f.hide(rule.NavigationCrossOrigin)
	}
}

// isAttachment reports whether an answer is for the user to save.
//
// https://httpwg.org/specs/rfc6266.html#disposition.type
func isAttachment(answer header.List) bool {
	value, _ := answer.Get("Content-Disposition")
	disposition, _, _ := strings.Cut(value, ";")
	return header.EqualFold(strings.Trim(disposition, " \t"), "attachment")
}

// mayBeFramed says whether the document of an answer, with its policies and its origin, may stand in a frame of the page.
func (f *fetching) mayBeFramed(answer header.List, policies []policy.SecurityPolicy, document origin.Origin) bool {
	// The embedder's policy must be the document's, too; what comes from no server has it from its creator.
	own := policy.ParseEmbedderPolicy(answer)
	if d := policy.EmbedderAdherence(f.agent.Profile, f.client.EmbedderPolicy, own); !f.note(d) {
		f.block(d.Rule)
		return false
	}
	if d := policy.EmbedderAdherence(f.agent.Profile, f.client.ReportedEmbedderPolicy, own); !d.OK() {
		f.note(rule.Apply(rule.EmbedderPolicyReported, f.url.Href(), string(f.client.ReportedEmbedderPolicy)))
	}
	// The document may keep itself out of frames.
	ancestors := append([]origin.Origin{f.client.Origin}, f.client.Ancestors...)
	for _, d := range policy.Framing(f.agent.Profile, policies, answer, document, ancestors) {
		if !f.note(d) {
			f.block(d.Rule)
			return false
		}
	}
	return true
}

// documentOrigin is the origin of the document that comes of the navigation, with its policies. It is in no sandbox but
// those of the frame's attribute and of its answer.
//
// https://html.spec.whatwg.org/multipage/document-sequences.html#determining-the-origin
func (f *fetching) documentOrigin(policies []policy.SecurityPolicy) origin.Origin {
	switch {
	case f.isNested() && f.navigation.Sandboxed && !allowsSameOrigin(f.navigation.Sandbox):
		return origin.Origin{}
	// A document that comes from nowhere is of its creator's origin.
	case f.url.Scheme() == "about":
		return f.client.Origin
	// A sandbox gives it one of its own.
	case f.url.IsHTTP() && sandboxesOrigin(policies):
		return origin.Origin{}
	}
	return f.currentOrigin()
}

// sandboxesOrigin reports whether policies give the document that they have come with an opaque origin.
func sandboxesOrigin(policies []policy.SecurityPolicy) bool {
	tokens, sandboxed := policy.SandboxTokens(policies)
	return sandboxed && !allowsSameOrigin(tokens)
}

// allowsSameOrigin reports whether the tokens of a sandbox leave a document its origin.
func allowsSameOrigin(tokens []string) bool {
	return header.ContainsFold(tokens, "allow-same-origin")
}

// block takes the response away for a reason that the trace has.
func (f *fetching) block(id rule.ID) {
	f.record.Outcome, f.record.Decided, f.record.Response = Blocked, id, Response{}
}

// hide keeps the response from the page.
func (f *fetching) hide(id rule.ID) {
	f.note(rule.Apply(id, "", ""))
	view := Response{Type: TypeOpaque, BodyNull: true, internal: f.record.Response.internal}
	f.record.Outcome, f.record.Decided, f.record.Response = Opaque, id, view
}

// fireNavigationEvent fires the event of the frame's element. A frame has loaded even where it shows an error.
func (f *fetching) fireNavigationEvent() {
	record := f.record
	switch {
	case !f.isNested(), record.Outcome == Undetermined, record.Decided == rule.NavigationNoDocument:
	case f.navigation.Navigable == ObjectElement && record.Outcome == Blocked:
		record.Effect.Event = ErrorEvent
	default:
		record.Effect.Event = LoadEvent
	}
}
