package engine

// The facts about the CORS-preflight and its cache.
const (
	// PreflightAgeLimit7200 forgets a CORS-preflight after two hours at the latest.
	PreflightAgeLimit7200 Fact = preflightTopic + iota
	// PreflightAgeLimit86400 forgets a CORS-preflight after a day at the latest.
	PreflightAgeLimit86400
	// PreflightAgeLimit600 forgets a CORS-preflight after ten minutes at the latest.
	PreflightAgeLimit600
	// PreflightSaysCacheMode sends with a CORS-preflight what the cache mode says to caches.
	PreflightSaysCacheMode
)

var preflight = []Entry{
	{
		Fact: PreflightSaysCacheMode, Name: "preflight/says-cache-mode", In: chromium156 | firefox153,
		Sentence: "A CORS-preflight has the Cache-Control and Pragma that the request's cache mode adds; " +
			"in the standard only the request itself has them.",
		Evidence: []string{"s1-1301", "s1-4350"},
	},
	{
		Fact: PreflightAgeLimit7200, Name: "preflight/age-limit-7200", In: chromium156,
		Sentence: "A CORS-preflight is remembered for two hours at most; the standard leaves the limit to the browser.",
		Evidence: []string{"https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Access-Control-Max-Age"},
	},
	{
		Fact: PreflightAgeLimit86400, Name: "preflight/age-limit-86400", In: firefox153,
		Sentence: "A CORS-preflight is remembered for a day at most; the standard leaves the limit to the browser.",
		Evidence: []string{"https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Access-Control-Max-Age"},
	},
	{
		Fact: PreflightAgeLimit600, Name: "preflight/age-limit-600", In: webkitGTK250,
		Sentence: "A CORS-preflight is remembered for ten minutes at most; the standard leaves the limit to the browser.",
		Evidence: []string{"https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Access-Control-Max-Age"},
	},
}

// PreflightAgeLimit returns for how many seconds a CORS-preflight is remembered at most; 0 stands for no limit.
func (p Profile) PreflightAgeLimit() uint64 {
	switch {
	case p.MaxPreflightAge != 0:
		return p.MaxPreflightAge
	case p.Has(PreflightAgeLimit7200):
		return 7200
	case p.Has(PreflightAgeLimit86400):
		return 86400
	case p.Has(PreflightAgeLimit600):
		return 600
	}
	return 0
}
