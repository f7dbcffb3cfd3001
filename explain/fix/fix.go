// Package fix finds what makes a blocked verdict pass: the smallest change of the server's answers, and what the page
// could ask for instead. It finds by trying in the simulator, and reports only what has then passed.
package fix

// A Fix is a change of what a server answers that lets the page read the answer.
type Fix struct {
	Edits []Edit
	// Engines are the names of the engines in which the page can then read the answer: chromium, firefox, webkit.
	Engines []string
	// Caution says what to know before the fix is taken: whom it lets read that could not, what would be better, and in
	// which of the three browsers something else is still in the way. It is "" where there is nothing to say.
	Caution string
}

// An Edit is one change of the answers to one request.
type Edit struct {
	// Preflight, Method and URL say which request's answers are changed; Method is OPTIONS for a CORS-preflight.
	Preflight   bool
	Method, URL string
	// Header is the name of the header that is changed, "" where the status is.
	Header string
	// From and To are the values before and after; "" stands for no such header. Where a header stood on several
	// lines, From has them joined by a comma and a space, and To stands on one line.
	From, To string
	// FromStatus and ToStatus are the statuses where Header is "".
	FromStatus, ToStatus int
}

// A Way is what the page could ask for instead, without any change of the server.
type Way struct {
	// Advice says in a sentence what to change, and what is lost by it.
	Advice string
	// Call is the changed call, a value as [corsim.Verdict.Call] returns them.
	Call any
	// Engines are the names of the engines in which the page can then read the answer.
	Engines []string
}

// Advice is all that can be advised about a verdict.
type Advice struct {
	Fixes []Fix
	Ways  []Way
	// Nothing says, where there is no fix, why no answer of the server can help.
	Nothing string
}
