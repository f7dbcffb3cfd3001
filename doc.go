// Package corsim says what a browser would do with a request, and why: the same-origin policy and CORS,
// simulated offline by following the Fetch Standard.
//
// A [Browser] opens a [Page], the page makes a request, a [Server] answers, and the [Verdict] says what the page
// gets, which rule decided, and everything that went over the wire:
//
//	browser := corsim.New(corsim.Standard)
//	page := browser.Open("https://app.example/")
//	verdict := page.Fetch(server, corsim.Request{
//		Method: "PUT",
//		URL:    "https://api.example/users/1",
//		Header: header.List{{Name: "Content-Type", Value: "application/json"}},
//	})
//	fmt.Println(verdict)
//
// A verdict is a value, never an error: blocked is an answer too. What corsim does not model, and what nobody
// told it, makes a verdict undetermined; it never guesses.
//
// The same input gives the same verdict, always. A browser's clock stands still until [Browser.Advance] moves it.
//
// A browser of the profile [Standard] follows the texts to the letter. [Chromium], [Firefox] and [WebKit] depart from
// them where those browsers do, fact by fact: package engine lists the facts, and [Verdict.Replay] asks another
// browser the same.
//
// # What is left out
//
// These are taken to be absent:
//
//   - Integrity Policy, and Permissions Policy but for the features cross-origin-isolated and those of local network access;
//   - upgrades to https: by an HTTPS record;
//   - the Storage Access API: no frame is ever given the cookies that third parties do not have;
//   - service workers;
//   - proxies, and a browser that is offline;
//   - HTTP/1.x, where it makes a difference, unless the profile's settings have it: a stream can be sent;
//   - a user who answers a prompt: a name and a password are never typed in.
//
// These make a verdict undetermined where they could change it, by a rule whose slug begins with not-modelled/: what
// the HTTP cache does with parts of a resource, whether a body whose bytes nobody knows matches its integrity
// metadata or passes opaque response blocking, whether a worker is cross-origin isolated, and what becomes of a 407.
package corsim
