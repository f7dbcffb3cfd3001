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
	// ReferrerPolicy is the referrerpolicy attribute, which images, scripts and style sheets have; a value that is none
	// stands for its absence.
	ReferrerPolicy string
	// Nonce is the nonce attribute of a script or a style sheet.
	Nonce string
	// ParserInserted is true for a script that stands in the page's markup, and was not put there by another script.
	ParserInserted bool
	// Integrity is the integrity attribute of a script or a style sheet.
	Integrity string
}

// A LoadKind is what something is loaded for. The zero value is an image.
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
}

// Load does what an element does that loads something, and records what comes of it.
//
// https://html.spec.whatwg.org/multipage/urls-and-fetching.html#create-a-potential-cors-request
func (a *UserAgent) Load(client *Environment, server Server, load Load, record *Record) {
	var f fetching
	f.agent, f.client, f.server, f.record = a, client, server, record
	// The URL must parse.
	url, err := f.parse(client.APIBaseURL(), load.URL)
	if err != nil || load.URL == "" && !load.Kind.isScriptOfWorker() {
		f.refuseLoad(&load, err)
		return
	}
	f.begin(url)
	f.referFromDocument()
	f.method = "GET"
	f.destination = loadKinds[load.Kind].destination
	f.setLoadMode(load.Kind, load.CrossOrigin)
	if f.mode == policy.ModeCORS && f.has(engine.CredentialedSubresourcesBlocked) {
		f.url = f.url.WithoutCredentials()
	}
	// The user name and password of a URL are tried, but for modules.
	f.useURLCredentials = load.Kind != ModuleScript && load.Kind != ModuleWorker
	f.setAttributes(&load)
	f.imageSet, f.module = load.Kind == ImageSet, load.Kind == ModuleScript
	if load.Kind.isMedia() && a.Profile.Has(engine.MediaInRanges) {
		f.header = append(record.newHeader(2), header.Field{Name: "Range", Value: "bytes=0-"})
	}
	f.run()
	f.settle(&load)
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
	case load.Kind == Stylesheet:
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
	case Script, ModuleScript, Stylesheet:
		f.integrity, f.nonce, f.parserInserted = load.Integrity, load.Nonce, load.ParserInserted
		fallthrough
	case Image, ImageSet:
		f.referrerPolicy = policy.ReferrerPolicyAttribute(load.ReferrerPolicy)
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
