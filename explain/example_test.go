package explain_test

import (
	"fmt"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/header"
)

// orders is what script on https://app.example fetches of a server that allows an origin with a slash at its end.
func orders(profile engine.Profile, allowed string) corsim.Verdict {
	server := corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		return corsim.Answer{Status: 200, Header: header.List{{Name: "Access-Control-Allow-Origin", Value: allowed}}}
	})
	page := corsim.New(profile).Open("https://app.example/")
	return page.Fetch(server, corsim.Request{URL: "https://api.example/orders"})
}

// What was compared with what, the mistake behind it, and what really happened, are sentences for people.
func ExampleOf() {
	e := explain.Of(orders(corsim.Standard, "https://app.example/"))
	fmt.Println(e.Cause)
	for _, hint := range e.Hints {
		fmt.Println(hint.Sentence)
	}
	for _, sentence := range e.Happened {
		fmt.Println(sentence)
	}
	// Output:
	// The answer allows "https://app.example/", with a slash at the end; an origin has none: "https://app.example".
	// An origin is scheme, host and port and nothing after them: take the slash at the end away.
	// The GET was sent and answered with 200. The browser only keeps the answer from the page: that does not protect the server.
	// fetch() rejects with a TypeError; script is not told why.
}

// Fully asks the other browsers, too, and looks for what helps.
func ExampleFully() {
	e := explain.Fully(orders(corsim.Firefox, "https://app.example/"))
	for _, browser := range e.Browsers {
		fmt.Println(browser.Name, browser.Outcome, browser.Error)
	}
	for _, edit := range e.Advice.Fixes[0].Edits {
		fmt.Printf("%s %s: %s: %s\n", edit.Method, edit.URL, edit.Header, edit.To)
	}
	// Output:
	// chromium blocked TypeError: Failed to fetch
	// firefox blocked TypeError: NetworkError when attempting to fetch resource.
	// webkit blocked TypeError: Load failed
	// GET https://api.example/orders: Access-Control-Allow-Origin: https://app.example
	// GET https://api.example/orders: Vary: Origin
}

// Text is for a terminal, a log, or the message of a test that has failed.
func ExampleText() {
	fmt.Print(explain.Text(orders(corsim.Standard, "https://app.example/")))
	// Output:
	// GET https://api.example/orders   from https://app.example                BLOCKED
	//
	// The answer allows "https://app.example/", with a slash at the end; an origin has
	// none: "https://app.example".
	//
	// Hint      An origin is scheme, host and port and nothing after them: take the
	//           slash at the end away.
	//
	//   1  GET /orders
	//        Origin: https://app.example
	//      answer: 200
	//        Access-Control-Allow-Origin: https://app.example/
	//            wrong: the origin is https://app.example
	//
	// Result    The GET was sent and answered with 200. The browser only keeps the
	//           answer from the page: that does not protect the server.
	//           fetch() rejects with a TypeError; script is not told why.
	//
	// Fix       in the answer of GET /orders
	//             change  Access-Control-Allow-Origin: https://app.example (it is
	//               https://app.example/)
	//             add     Vary: Origin
	//           checked: the page then gets it in Chromium, Firefox and WebKit
	//
	// Why       1  Access-Control-Allow-Origin must be the page's origin byte for
	//              byte: no slash at the end, no pattern, the same scheme and port.
	//              cors-check/allow-origin-mismatch stopped: step 4 of https://fetch.spec.whatwg.org/#concept-cors-check
	//
	// Chromium  script gets TypeError: Failed to fetch
	//           Access to fetch at 'https://api.example/orders' from origin
	//           'https://app.example' has been blocked by CORS policy: The
	//           'Access-Control-Allow-Origin' header has a value
	//           'https://app.example/' that is not equal to the supplied origin. Have
	//           the server send the header with a valid value.
	// Firefox   script gets TypeError: NetworkError when attempting to fetch resource.
	//           Cross-Origin Request Blocked: The Same Origin Policy disallows reading
	//           the remote resource at https://api.example/orders. (Reason: CORS
	//           header ‘Access-Control-Allow-Origin’ does not match
	//           ‘https://app.example/’).
	// WebKit    script gets TypeError: Load failed
	//           Origin https://app.example is not allowed by
	//           Access-Control-Allow-Origin. Status code: 200
	//           Fetch API cannot load https://api.example/orders due to access control
	//           checks.
}

// A message that somebody has copied from a console is enough to say what is behind it.
func ExampleRecognise() {
	message := "Access to fetch at 'https://api.example/orders' from origin 'https://app.example' has been blocked " +
		"by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the " +
		"wildcard '*' when the request's credentials mode is 'include'."
	for _, recognised := range explain.Recognise(message) {
		fmt.Print(recognised.Text())
	}
	// Output:
	// Chromium
	//
	// The answer of "https://api.example/orders" allows "*", which is no wildcard when
	// credentials are included.
	// Fix       Let the server answer with Access-Control-Allow-Origin:
	//           https://app.example, and Vary: Origin where the value depends on the
	//           request. Errors and redirects need it too.
	//       or  Leave credentials out, if the page needs none.
	// Rule      cors-check/wildcard-with-credentials
	//           https://fetch.spec.whatwg.org/#concept-cors-check
	//
	// Unsaid    Whether the server has acted on the request. CORS keeps the answer
	//           from the page; it does not undo a request that was sent.
}

// Diff says what was changed between two answers, and what that changed for the page.
func ExampleDiff() {
	d := explain.Diff(orders(corsim.Standard, "https://app.example/"), orders(corsim.Standard, "https://app.example"))
	for _, change := range append(d.Changes, d.Page...) {
		fmt.Printf("%s: %s: %s\n", change.Where, change.Name, change.FromTo())
	}
	// Output:
	// answer to 1, GET https://api.example/orders: Access-Control-Allow-Origin: https://app.example/ → https://app.example
	// the page: outcome: blocked → readable
	// the page: exception: removed, was TypeError
}
