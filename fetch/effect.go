package fetch

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// An Effect is what becomes of an element that loaded something. The zero value is that of an API without elements.
type Effect struct {
	// Event is the event that the element fires.
	Event Event
	// Tainted is true where drawing the image, or a frame of the video, makes a canvas unreadable.
	Tainted bool
	// Executed is true where the script runs.
	Executed bool
	// Muted is true where the page does not learn what went wrong in the script.
	Muted bool
	// RulesReadable is true where the page may read the style sheet's cssRules.
	RulesReadable bool
	// Applied is true where the style sheet, or the font, is in effect.
	Applied bool
	// Queued is true where sendBeacon() returns true.
	Queued bool
}

// String says what becomes of the element in a few words, and "" where there is none.
func (e Effect) String() string {
	var words []string
	if event := e.Event.String(); event != "" {
		words = append(words, "fires "+event)
	}
	for _, said := range [...]struct {
		so    bool
		words string
	}{
		{e.Executed, "runs"},
		{e.Muted, "its errors are muted"},
		{e.Applied, "applies"},
		{e.RulesReadable, "its rules can be read"},
		{e.Tainted, "taints a canvas"},
	} {
		if said.so {
			words = append(words, said.words)
		}
	}
	return strings.Join(words, ", ")
}

// An Event is the event of an element.
type Event uint8

// The events.
const (
	NoEvent Event = iota
	LoadEvent
	ErrorEvent
)

// String returns the event's type, and "" for none.
func (e Event) String() string { return [...]string{"", "load", "error"}[e%3] }

// settle says what becomes of the element, once its fetch is over.
func (f *fetching) settle(load *Load) {
	switch f.record.Outcome {
	case Undetermined:
		return
	case Blocked:
		f.fail(load)
		return
	}
	opaque := f.record.Outcome == Opaque
	effect := &f.record.Effect
	switch load.Kind {
	case Image, ImageSet:
		if f.useful(load, f.checkImage()) {
			// What is opaque must not be read from a canvas.
			effect.Tainted = opaque
		}
	case Audio, Video:
		if f.useful(load, f.checkStatus()) {
			effect.Tainted = opaque
		}
	case Script:
		if f.useful(load, f.checkStatusUnless(engine.ScriptStatusBelow400)) {
			effect.Executed, effect.Muted = f.isJavaScript(), opaque
		}
	case ModuleScript, DedicatedWorker, SharedWorker, ModuleWorker, ImportScripts:
		if f.useful(load, f.checkStatusUnless(engine.ModuleStatusBelow400), f.checkScriptType(load.Kind)) {
			effect.Executed, effect.Muted = f.isJavaScript(), opaque
			// One browser keeps quiet about a module that does not parse.
			if load.Kind == ModuleScript && !effect.Executed && f.has(engine.ModuleSyntaxErrorIsSilent) {
				effect.Event = NoEvent
			}
		}
	case Stylesheet:
		isCSS := f.checkStylesheetType()
		if f.useful(load, f.checkStatusUnless(engine.StylesheetStatusBelow400), isCSS) {
			effect.RulesReadable, effect.Applied = !opaque, isCSS.Result != rule.Applied
		}
	case Font:
		if f.useful(load, f.checkStatus(), f.checkFont()) {
			effect.Applied = true
		}
	case ModulePreload:
		if f.useful(load, f.checkStatusUnless(engine.ModuleStatusBelow400)) && !f.has(engine.ModulePreloadOfAnyType) {
			f.useful(load, f.checkScriptType(load.Kind))
		}
	// What is preloaded is not looked at,
	case Preload:
		if f.has(engine.PreloadNeedsOKStatus) {
			f.useful(load, f.checkStatus())
		} else {
			effect.Event = LoadEvent
		}
	// and of what the browser has for itself the page learns nothing.
	case Manifest, Icon:
	default:
		f.useful(load, f.checkStatus())
	}
}

// useful fires the load event, or the error event if one of the decisions is against the response.
func (f *fetching) useful(load *Load, decisions ...rule.Decision) bool {
	for _, d := range decisions {
		if d.Rule == 0 {
			continue
		}
		if !f.note(d) {
			f.block(d.Rule)
			f.fail(load)
			return false
		}
	}
	f.record.Effect.Event = LoadEvent
	return true
}

// fail fires the error event, or throws.
func (f *fetching) fail(load *Load) {
	switch load.Kind {
	case ImportScripts, Font:
		f.record.Exception = "NetworkError"
	case Manifest, Icon:
		return
	}
	f.record.Effect.Event = ErrorEvent
}

// checkStatus wants an ok status.
func (f *fetching) checkStatus() rule.Decision {
	if status := f.record.Response.internal.Status; !policy.IsOKStatus(status) {
		return rule.Stop(rule.LoadStatus, strconv.Itoa(status), "")
	}
	return rule.Pass(rule.LoadStatus)
}

// checkStatusUnless wants an ok status, or in a browser with the fact one below 400.
func (f *fetching) checkStatusUnless(below400 engine.Fact) rule.Decision {
	if f.has(below400) && f.record.Response.internal.Status < 400 {
		return rule.Pass(rule.LoadStatus)
	}
	return f.checkStatus()
}
