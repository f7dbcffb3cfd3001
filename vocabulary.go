package corsim

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
)

// The browsers whose part a simulation can take: one that follows the standards to the letter, and three that exist,
// with the settings that they come with. Package engine says what each does in its own way, and how to change that.
var (
	Standard = engine.Standard
	Chromium = engine.Chromium
	Firefox  = engine.Firefox
	WebKit   = engine.WebKit
)

// What a script passes, and what answers.
type (
	// Request is what a script passes to fetch().
	Request = fetch.Init
	// XHR is what a script does with an XMLHttpRequest.
	XHR = fetch.XHR
	// EventSource is what a script passes to new EventSource().
	EventSource = fetch.EventSource
	// Load is what an element loads.
	Load = fetch.Load
	// Beacon is what a script passes to navigator.sendBeacon().
	Beacon = fetch.Beacon
	// Navigation is what takes a tab, or a frame, to a document.
	Navigation = fetch.Navigation
	// WebSocket is what a script passes to new WebSocket().
	WebSocket = fetch.WebSocket
	// Body is a request's body.
	Body = fetch.Body
	// Server stands where the network would.
	Server = fetch.Server
	// ServerFunc is a function as a Server.
	ServerFunc = fetch.ServerFunc
	// Answer is what a Server answers.
	Answer = fetch.Answer
	// HTTPRequest is what a Server is asked.
	HTTPRequest = fetch.HTTPRequest
	// Effect is what becomes of an element, or of a beacon.
	Effect = fetch.Effect
	// Exchange is one HTTP request and its answer.
	Exchange = fetch.Exchange
	// Outcome is what a script gets.
	Outcome = fetch.Outcome
	// Cookie is a cookie in a browser's jar.
	Cookie = fetch.Cookie
)

// The outcomes of a verdict. What each means for a call, the methods of [Page] say.
const (
	Undetermined = fetch.Undetermined // what is known does not decide
	Readable     = fetch.Readable     // the page gets it, and may read it
	Opaque       = fetch.Opaque       // the page gets it, and may not read it
	Blocked      = fetch.Blocked      // the page does not get it, though the request may have been sent
	Threw        = fetch.Threw        // the call was refused, and nothing was sent
)

// The values of a Request's Mode, Credentials and Redirect. They have no type of their own, because the standard
// uses "same-origin" for two of the members.
const (
	CORS       = "cors"
	NoCORS     = "no-cors"
	SameOrigin = "same-origin"
	Omit       = "omit"
	Include    = "include"
	Follow     = "follow"
	Manual     = "manual"
	Fail       = "error" // the redirect mode "error"
)

// The kinds of loads.
const (
	Image           = fetch.Image
	ImageSet        = fetch.ImageSet
	Script          = fetch.Script
	ModuleScript    = fetch.ModuleScript
	Stylesheet      = fetch.Stylesheet
	Font            = fetch.Font
	Audio           = fetch.Audio
	Video           = fetch.Video
	Track           = fetch.Track
	DedicatedWorker = fetch.DedicatedWorker
	SharedWorker    = fetch.SharedWorker
	ModuleWorker    = fetch.ModuleWorker
	ImportScripts   = fetch.ImportScripts
	Preload         = fetch.Preload
	ModulePreload   = fetch.ModulePreload
	Manifest        = fetch.Manifest
	Icon            = fetch.Icon
)

// The navigables: what a Navigation takes to a document.
const (
	TopLevelTraversable = fetch.TopLevelTraversable
	IframeElement       = fetch.IframeElement
	FrameElement        = fetch.FrameElement
	ObjectElement       = fetch.ObjectElement
	EmbedElement        = fetch.EmbedElement
)

// The values of a Load's CrossOrigin; without the attribute it is empty.
const (
	Anonymous      = fetch.Anonymous
	UseCredentials = fetch.UseCredentials
)
