package fix

import (
	"strconv"

	"github.com/corsim/corsim"
)

// Advise says what would let the page of a blocked verdict have what it asked for: a change of the server's answers,
// and what the page could ask for instead. Each was tried by replaying the browsing: some times as a rule, 200 times
// at most for the fix, and four times for each of a dozen things that the page could do; so a Server that does
// something when it is asked does it again for each request that it had not answered.
//
// A fix never widens trust: it allows the page's origin by its name and adds Vary: Origin, or everybody where no
// credentials are included and the browser does not name the origin; it never allows null, nor any origin that asks.
// Of an answer that nobody knows, a fix says what it has to be.
//
// There is no advice for what is not blocked or was not decided.
func Advise(v corsim.Verdict) Advice {
	switch v.Outcome() {
	case corsim.Blocked:
		s := newSearch(v)
		fix, nothing := s.fix()
		advice := Advice{Ways: s.ways(), Nothing: nothing}
		if fix != nil {
			advice.Fixes = []Fix{*fix}
		}
		return advice
	case corsim.Threw:
		if v.Call() == nil {
			return Advice{}
		}
		s := newSearch(v)
		return Advice{Ways: s.ways(), Nothing: neverSent}
	}
	return Advice{}
}

const neverSent = "No answer of a server can help: the call is refused for its arguments before anything is sent."

// maxReplays is how often the call is made again at most to find a fix.
const maxReplays = 200

var searchEnded = "No fix was found in " + strconv.Itoa(maxReplays) + " attempts, after which the search ends."
