package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A Load is what an element, or a document for itself, loads: an image, a script, a style sheet, a font.
type Load struct {
	// Kind says what for.
	Kind LoadKind
	// URL is the URL as it is written; it may be relative to the page.
	URL string
	// CrossOrigin is the element's crossorigin attribute.
	CrossOrigin CrossOrigin
	// ReferrerPolicy is the referrerpolicy attribute, which images, scripts and links have; a value that is none
	// stands for its absence.
	ReferrerPolicy string
	// Nonce is the nonce attribute of a script or a style sheet.
	Nonce string
	// ParserInserted is true for a script that stands in the page's markup, and was not put there by another script.
	ParserInserted bool
	// Integrity is the integrity attribute of a script or a style sheet.
	Integrity string
	// As is the as attribute of a Preload: "fetch", "font", "image", "script", "style" or "track".
	As string
	// Stylesheet is the URL of the style sheet that asks for the image, the font or the imported style sheet, which may be
	// relative to the page; "" is one of the page's own. Its referrer policy goes to ReferrerPolicy.
	Stylesheet string
}

// A LoadKind is what something is loaded for. The zero value is an image. What is preloaded is only fetched: whether it is
// used later, from the page's list of preloads, is not modelled beyond the HTTP cache.
type LoadKind uint8

// The kinds of loads.
const (
	Image           LoadKind = iota // img with src
	ImageSet                        // img with srcset, picture
	Script                          // script, a classic one
	ModuleScript                    // script type=module
	Stylesheet                      // link rel=stylesheet
	Font                            // @font-face, new FontFace()
	Audio                           // audio
	Video                           // video
	Track                           // track, in a media element with the same crossorigin attribute
	DedicatedWorker                 // new Worker()
	SharedWorker                    // new SharedWorker()
	ModuleWorker                    // new Worker() with the type "module"
	ImportScripts                   // importScripts() in a worker
	Preload                         // link rel=preload, with As
	ModulePreload                   // link rel=modulepreload
	Manifest                        // link rel=manifest, of a top-level document
	Icon                            // link rel=icon, or /favicon.ico
)

func (k LoadKind) isMedia() bool { return k == Audio || k == Video }

// isScriptOfWorker reports whether script asks for a script, by a URL that may be empty, and no element.
func (k LoadKind) isScriptOfWorker() bool {
	switch k {
	case DedicatedWorker, SharedWorker, ModuleWorker, ImportScripts:
		return true
	}
	return false
}

// isLink reports whether a link element asks for the load.
func (k LoadKind) isLink() bool { return k == Stylesheet || Preload <= k && k <= Icon }

// A CrossOrigin is the value of a crossorigin attribute, in any case. The zero value is that there is none; another value
// than these stands for Anonymous.
//
// https://html.spec.whatwg.org/multipage/urls-and-fetching.html#cors-settings-attribute
type CrossOrigin string

// The CORS settings.
const (
	Anonymous      CrossOrigin = "anonymous"
	UseCredentials CrossOrigin = "use-credentials"
)

// A loadMode says with what mode a kind of load is made.
type loadMode uint8

const (
	potentialCORS    loadMode = iota // no-cors, or cors with a crossorigin attribute
	potentialCORSOwn                 // same-origin, or cors with a crossorigin attribute
	alwaysCORS                       // cors, with credentials as the attribute says
	alwaysSameOrigin                 // same-origin
	alwaysNoCORS                     // no-cors
)

// loadKinds say what each kind of load asks for.
var loadKinds = [...]struct {
	destination policy.Destination
	mode        loadMode
}{
	Image:           {"image", potentialCORS},
	ImageSet:        {"image", potentialCORS},
	Script:          {"script", potentialCORS},
	ModuleScript:    {"script", alwaysCORS},
	Stylesheet:      {"style", potentialCORS},
	Font:            {"font", alwaysCORS},
	Audio:           {"audio", potentialCORS},
	Video:           {"video", potentialCORS},
	Track:           {"track", potentialCORSOwn},
	DedicatedWorker: {"worker", alwaysSameOrigin},
	SharedWorker:    {"sharedworker", alwaysSameOrigin},
	ModuleWorker:    {"worker", alwaysSameOrigin},
	ImportScripts:   {"script", alwaysNoCORS},
	Preload:         {"", potentialCORS},
	ModulePreload:   {"script", alwaysCORS},
	Manifest:        {"manifest", alwaysCORS},
	Icon:            {"image", potentialCORS},
}

// preloadDestinations are what can be preloaded, by the as attribute.
//
// https://html.spec.whatwg.org/multipage/links.html#translate-a-preload-destination
var preloadDestinations = map[string]policy.Destination{
	"fetch": "", "font": "font", "image": "image", "script": "script", "style": "style", "track": "track",
}

// Load does what an element does that loads something, and records what comes of it. What audio, video and tracks hold is
// not looked at, and neither is what a module or a style sheet imports: that is another load.
//
// https://html.spec.whatwg.org/multipage/urls-and-fetching.html#create-a-potential-cors-request
func (a *UserAgent) Load(client *Environment, server Server, load Load, record *Record) {
	var f fetching
	f.agent, f.client, f.server, f.record = a, client, server, record
	base := client.APIBaseURL()
	if load.Stylesheet != "" {
		base, _ = f.parse(base, load.Stylesheet)
	}
	// The URL must parse.
	url, err := f.parse(base, load.URL)
	if err != nil || load.URL == "" && !load.Kind.isScriptOfWorker() {
		f.refuseLoad(&load, err)
		return
	}
	f.begin(url)
	f.referFromDocument()
	f.method = "GET"
	f.destination = loadKinds[load.Kind].destination
	if load.Kind == Preload && !f.preload(load.As) {
		return
	}
	// What a style sheet asks for has that as its referrer.
	if load.Stylesheet != "" && !base.IsZero() {
		f.referrerSource, f.noReferrer = base, false
	}
	f.setLoadMode(load.Kind, load.CrossOrigin)
	if f.mode == policy.ModeCORS && f.has(engine.CredentialedSubresourcesBlocked) {
		f.url = f.url.WithoutCredentials()
	}
	// The user name and password of a URL are tried, but for modules.
	f.useURLCredentials = load.Kind != ModuleScript && load.Kind != ModuleWorker && load.Kind != ModulePreload
	f.setAttributes(&load)
	f.imageSet, f.module = load.Kind == ImageSet, load.Kind == ModuleScript
	if load.Kind.isMedia() && f.has(engine.MediaInRanges) {
		f.header = append(record.newHeader(2), header.Field{Name: "Range", Value: "bytes=0-"})
	}
	f.run()
	f.settle(&load)
}

// preload sets the destination that the as attribute of a preload names. Without one nothing is fetched.
func (f *fetching) preload(as string) bool {
	as = header.Lower(as)
	destination, found := preloadDestinations[as]
	if f.has(engine.PreloadsMedia) && (as == "audio" || as == "video") {
		destination, found = policy.Destination(as), true
	}
	if !found {
		f.record.stop(Blocked, "", rule.Stop(rule.LoadPreloadDestination, as, ""))
		return false
	}
	f.destination = destination
	return true
}

// refuseLoad ends a load whose URL is empty or cannot be parsed: nothing is fetched.
func (f *fetching) refuseLoad(load *Load, err error) {
	reason := "an empty URL"
	if err != nil {
		reason = err.Error()
	}
	d := rule.Stop(rule.LoadURLInvalid, load.URL, reason)
	switch {
	case load.Kind.isScriptOfWorker():
		f.throw("SyntaxError", d)
	case load.Kind.isLink():
		// HTML says of no event here.
		f.record.stop(Blocked, "", d)
	case load.Kind == Font:
		f.record.stop(Blocked, "SyntaxError", d)
	default:
		f.record.stop(Blocked, "", d)
		f.record.Effect.Event = ErrorEvent
	}
}

// setAttributes sets what the attributes say that not every element has.
func (f *fetching) setAttributes(load *Load) {
	switch load.Kind {
	case Script, ModuleScript, Stylesheet, Preload, ModulePreload:
		f.integrity, f.nonce, f.parserInserted = load.Integrity, load.Nonce, load.ParserInserted
		fallthrough
	case Image, ImageSet, Manifest, Icon:
		f.referrerPolicy = policy.ReferrerPolicyAttribute(load.ReferrerPolicy)
	case Font:
		if load.Stylesheet != "" {
			f.referrerPolicy = policy.ReferrerPolicyAttribute(load.ReferrerPolicy)
		}
	}
}

// setLoadMode sets mode and credentials mode as the kind and the crossorigin attribute say.
func (f *fetching) setLoadMode(kind LoadKind, attribute CrossOrigin) {
	switch mode := loadKinds[kind].mode; {
	case mode == alwaysNoCORS && !f.has(engine.ImportsWithCredentials):
		f.mode = policy.ModeNoCORS
	case mode == alwaysNoCORS, kind == Font && f.has(engine.FontsWithoutCORS):
		f.mode, f.credentials = policy.ModeNoCORS, policy.CredentialsInclude
	case mode == alwaysSameOrigin:
		f.mode = policy.ModeSameOrigin
	case mode == alwaysCORS, attribute != "":
		f.mode = policy.ModeCORS
		if attribute.usesCredentials() {
			f.credentials = policy.CredentialsInclude
		}
	case mode == potentialCORSOwn:
		f.mode, f.credentials = policy.ModeSameOrigin, policy.CredentialsInclude
	default:
		f.mode, f.credentials = policy.ModeNoCORS, policy.CredentialsInclude
	}
}

// usesCredentials reports whether the attribute asks for credentials across origins.
func (c CrossOrigin) usesCredentials() bool {
	return header.EqualFold(string(c), string(UseCredentials))
}
