//go:build !go1.27

package origin_test

// idnaTestsTooNew are the inputs of IdnaTestV2.json with characters assigned
// after Unicode 15.
var idnaTestsTooNew = []string{
	"\U0003293120.\u97f3.\ua8661.",
	"\U00032b9a9\ua369\u17d3.ss",
	"\U00032b9a9\ua369\u17d3.SS",
}
