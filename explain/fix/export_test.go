package fix

import "github.com/corsim/corsim"

// What the tests need to know.
var (
	Repairs    = repairs
	Reasons    = reasons
	CORSChecks = corsChecks
)

const (
	NoRequest     = noRequest
	AfterRedirect = afterRedirect
)

// Replays returns how often the call is made again to find a fix of a verdict.
func Replays(v corsim.Verdict) int {
	s := newSearch(v)
	s.fix()
	return maxReplays - s.left
}

// FixWithin returns what is found by no more than n attempts.
func FixWithin(v corsim.Verdict, n int) (*Fix, string) {
	s := newSearch(v)
	s.left = n
	return s.fix()
}

const MaxReplays = maxReplays

var SearchEnded = searchEnded
