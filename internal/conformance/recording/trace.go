package recording

import "github.com/corsim/corsim"

// A Trace is what became of a scenario in one engine.
type Trace struct {
	ID            string `json:"id"`
	Engine        string `json:"engine"`
	EngineVersion string `json:"engineVersion,omitempty"`
	// NotModelled is why there are no Calls and Requests.
	NotModelled string `json:"notModelled,omitempty"`
	Incomplete  bool   `json:"incomplete,omitempty"`
	// Flaky names the fields that differed between two recordings.
	Flaky    []string  `json:"flaky,omitempty"`
	Calls    []Result  `json:"calls,omitzero"`
	Requests []Request `json:"requests,omitzero"`
	// Console holds the lines on the console.
	Console []Message `json:"console,omitempty"`

	// rules are, in a prediction, the rules that decided the calls.
	rules []string
	// verdicts are, in a prediction, those of the calls.
	verdicts []corsim.Verdict
}

// Verdicts returns, of a prediction, the verdicts of the calls, a zero one for a call that was refused before it
// began.
func (t *Trace) Verdicts() []corsim.Verdict { return t.verdicts }

// A Result is what script observed of a call.
type Result struct {
	// Outcome is "resolved" or "rejected" for fetch(), "load" or "error" for XMLHttpRequest and elements, "true" or
	// "false" for sendBeacon(); and for any "threw", or "timeout" where nothing happened.
	Outcome    string     `json:"outcome"`
	Error      *Exception `json:"error,omitempty"`
	Type       string     `json:"type,omitempty"`
	Status     *int       `json:"status,omitempty"`
	StatusText string     `json:"statusText,omitempty"`
	URL        *string    `json:"url,omitempty"`
	Redirected *bool      `json:"redirected,omitempty"`
	Headers    []Field    `json:"headers,omitempty"`
	BodyNull   bool       `json:"bodyNull,omitempty"`
	BodyError  *Exception `json:"bodyError,omitempty"` // that reading the body threw
	Body       *string    `json:"body,omitempty"`
	Events     []string   `json:"events,omitempty"` // of an XMLHttpRequest, in order

	// What became of an image, a script and a style sheet. Width is that of the image, or the number of rules.
	Width       *int  `json:"width,omitempty"`
	Tainted     *bool `json:"tainted,omitempty"`
	Executed    *bool `json:"executed,omitempty"`
	CSSReadable *bool `json:"cssReadable,omitempty"`
	Applied     *bool `json:"applied,omitempty"`
}

// An Exception is an exception that script got. The wording of its message is the browser's own.
type Exception struct {
	Name    string `json:"name"`
	Message string `json:"message,omitempty"`
}

// A Message is a line on the console.
type Message struct {
	Text string `json:"text"`
}

// A Request is what the server saw of a request for one of the scenario's paths.
type Request struct {
	Method  string  `json:"method"`
	URL     string  `json:"url"`
	Headers []Field `json:"headers,omitempty"`
	BodyLen int     `json:"bodyLen,omitempty"`
	Body    string  `json:"body,omitempty"`
}
