package engine

// The facts about the CORS-preflight and its cache.
const (
	// PreflightAgeLimit7200 forgets a CORS-preflight after two hours at the latest.
	PreflightAgeLimit7200 Fact = iota + 1
	// PreflightAgeLimit86400 forgets a CORS-preflight after a day at the latest.
	PreflightAgeLimit86400
	// PreflightAgeLimit600 forgets a CORS-preflight after ten minutes at the latest.
	PreflightAgeLimit600
	// PreflightAgeSigned reads Access-Control-Max-Age as a number with a sign.
	PreflightAgeSigned
	// PreflightAgeMalformed remembers nothing where Access-Control-Max-Age is no number.
	PreflightAgeMalformed
	// PreflightAgeRenewed counts the age of a renewed entry anew.
	PreflightAgeRenewed
	// PreflightAnswerAsWhole remembers the last answer for an origin and a URL as a whole.
	PreflightAnswerAsWhole
	// PreflightKeptBeforeCheck remembers an answer before it asks whether that answer covers the request.
	PreflightKeptBeforeCheck
	// PreflightNotForgotten keeps what it knows of a URL when a request for it has failed.
	PreflightNotForgotten
	// PreflightForgottenAnyway forgets what it knows of a URL when a simple request for it has failed, too.
	PreflightForgottenAnyway
	// PreflightNotForOpaqueOrigins remembers nothing for opaque origins.
	PreflightNotForOpaqueOrigins
	// PreflightCredentialsApart keeps the grants for requests with and without credentials apart.
	PreflightCredentialsApart
	// PreflightWildcardNotRemembered takes a remembered * for a name.
	PreflightWildcardNotRemembered
	// PreflightWildcardOfAnswer takes a remembered * for a name where it was granted to credentials.
	PreflightWildcardOfAnswer
	// PreflightWildcardOfRequest takes a remembered * for a name where the request includes credentials.
	PreflightWildcardOfRequest
	// PreflightRemembersSimpleMethods takes any remembered grant for one of GET and POST, for ever, and of HEAD for
	// none.
	PreflightRemembersSimpleMethods
	// PreflightWildcardCoversAuthorization lets * grant Authorization.
	PreflightWildcardCoversAuthorization
	// PreflightRememberedWildcardCoversAuthorization lets a remembered * grant Authorization, too.
	PreflightRememberedWildcardCoversAuthorization
	// PreflightMethodListed has a list of methods be there in any case.
	PreflightMethodListed
	// PreflightCacheModePasses does not look for remembered answers with the cache modes no-store and reload.
	PreflightCacheModePasses
	// PreflightCacheModeStrict does not look for remembered answers with no-cache, and remembers nothing with no-store.
	PreflightCacheModeStrict
	// PreflightRepeatsNames repeats names in Access-Control-Request-Headers.
	PreflightRepeatsNames
	// PreflightUploadNeedsBody makes no CORS-preflight for who listens to an upload of nothing.
	PreflightUploadNeedsBody
	// PreflightSaysCacheMode sends with a CORS-preflight what the cache mode says to caches.
	PreflightSaysCacheMode

	preflightEnd
)

var preflight = []Entry{
	{
		Fact: PreflightAgeLimit7200, Name: "preflight/age-limit-7200", In: chromium156,
		Sentence: "A CORS-preflight is remembered for two hours at most; the standard leaves the limit to the " +
			"browser.",
		Evidence: []string{
			"https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/cpp/cors/preflight_result.cc",
		},
	},
	{
		Fact: PreflightAgeLimit86400, Name: "preflight/age-limit-86400", In: firefox153,
		Sentence: "A CORS-preflight is remembered for a day at most; the standard leaves the limit to the browser.",
		Evidence: []string{
			"https://searchfox.org/firefox-main/source/netwerk/protocol/http/nsCORSListenerProxy.cpp",
		},
	},
	{
		Fact: PreflightAgeLimit600, Name: "preflight/age-limit-600", In: webkitGTK250,
		Sentence: "A CORS-preflight is remembered for ten minutes at most; the standard leaves the limit to the " +
			"browser.",
		Evidence: []string{
			"asked: PUT 580 and 620 seconds after one that was granted for a day",
		},
	},
	{
		Fact: PreflightAgeSigned, Name: "preflight/age-signed", In: chromium156 | webkitGTK250,
		Sentence: "Access-Control-Max-Age may have a sign, and an age below zero is none; the standard takes " +
			"digits only, and else an age of five seconds.",
		Evidence: []string{"s1-0872", "s1-0222"},
	},
	{
		Fact: PreflightAgeMalformed, Name: "preflight/age-malformed", In: firefox153,
		Sentence: "An answer whose Access-Control-Max-Age is not a number of digits is not remembered; the " +
			"standard remembers it for five seconds.",
		Evidence: []string{"s1-0069", "s1-1236"},
	},
	{
		Fact: PreflightAgeRenewed, Name: "preflight/age-renewed", In: firefox153,
		Sentence: "Where a later CORS-preflight grants a name again, its age is counted from then; the standard " +
			"keeps counting from the first, with the new limit.",
		Evidence: []string{"h-0115"},
	},
	{
		Fact: PreflightAnswerAsWhole, Name: "preflight/answer-as-whole", In: chromium156 | webkitGTK250,
		Sentence: "The last answer for an origin and a URL is remembered as a whole, instead of what was known, " +
			"and forgotten when it does not cover a request; the standard remembers each name on its own.",
		Evidence: []string{"s1-2097", "s1-5318", "h-0110"},
	},
	{
		Fact: PreflightKeptBeforeCheck, Name: "preflight/kept-before-check", In: webkitGTK250,
		Sentence: "An answer is remembered although it does not cover the request that asked; the standard " +
			"remembers only answers that do.",
		Evidence: []string{"s1-2086"},
	},
	{
		Fact: PreflightNotForgotten, Name: "preflight/not-forgotten", In: chromium156 | webkitGTK250,
		Sentence: "What is known of a URL is kept when a request for it has failed; the standard forgets it.",
		Evidence: []string{"s1-0447"},
	},
	{
		Fact: PreflightForgottenAnyway, Name: "preflight/forgotten-anyway", In: firefox153,
		Sentence: "What is known of a URL is forgotten when a CORS request for it has failed that needed no " +
			"CORS-preflight; the standard forgets it after a failure with one.",
		Evidence: []string{"h-0094"},
	},
	{
		Fact: PreflightNotForOpaqueOrigins, Name: "preflight/not-for-opaque-origins", In: chromium156,
		Sentence: "Answers to opaque origins are not remembered; the standard remembers them as those to null.",
		Evidence: []string{"s1-0970"},
	},
	{
		Fact: PreflightCredentialsApart, Name: "preflight/credentials-apart", In: firefox153,
		Sentence: "A grant to requests with credentials does not serve requests without; in the standard it does.",
		Evidence: []string{"s1-4163"},
	},
	{
		Fact: PreflightWildcardNotRemembered, Name: "preflight/wildcard-not-remembered", In: firefox153,
		Sentence: "A remembered * is a name like any other; in the standard it covers all methods, or headers.",
		Evidence: []string{"s1-0870"},
	},
	{
		Fact: PreflightWildcardOfAnswer, Name: "preflight/wildcard-of-answer", In: chromium156,
		Sentence: "A remembered * is a name like any other if it was granted to credentials; in the standard it " +
			"covers all methods, or headers, whoever has asked.",
		Evidence: []string{"h-0088"},
	},
	{
		Fact: PreflightWildcardOfRequest, Name: "preflight/wildcard-of-request", In: webkitGTK250,
		Sentence: "A remembered * is a name like any other to a request with credentials; in the standard it " +
			"covers all methods, or headers.",
		Evidence: []string{"s1-1266"},
	},
	{
		Fact: PreflightRemembersSimpleMethods, Name: "preflight/remembers-simple-methods", In: firefox153,
		Sentence: "Once an answer is remembered, GET and POST need no other grant, for ever, and HEAD has to be " +
			"listed; the standard asks for a grant of the method only where the API demands a CORS-preflight.",
		Evidence: []string{"h-0110"},
	},
	{
		Fact: PreflightWildcardCoversAuthorization, Name: "preflight/wildcard-covers-authorization", In: allBuilds,
		Sentence: "Access-Control-Allow-Headers: * grants Authorization; in the standard it has to be listed by " +
			"name.",
		Evidence: []string{"s1-5108", "s1-7370"},
	},
	{
		Fact: PreflightRememberedWildcardCoversAuthorization, In: webkitGTK250,
		Name: "preflight/remembered-wildcard-covers-authorization",
		Sentence: "A remembered * grants Authorization, as it did in the answer; in the standard it has to be " +
			"listed by name.",
		Evidence: []string{"s1-2693"},
	},
	{
		Fact: PreflightMethodListed, Name: "preflight/method-listed", In: allBuilds,
		Sentence: "A method other than GET, HEAD and POST has to be listed in any case; in the standard it need " +
			"not be where the API demands a CORS-preflight and there is no Access-Control-Allow-Methods.",
		Evidence: []string{"h-0109"},
	},
	{
		Fact: PreflightCacheModePasses, Name: "preflight/cache-mode-passes", In: chromium156 | firefox153,
		Sentence: "With cache mode no-store or reload the server is asked again; in the standard the cache mode is " +
			"of no concern to the CORS-preflight cache.",
		Evidence: []string{"h-0078"},
	},
	{
		Fact: PreflightCacheModeStrict, Name: "preflight/cache-mode-strict", In: chromium156,
		Sentence: "With cache mode no-cache the server is asked again, and with no-store its answer is not " +
			"remembered; in the standard the cache mode is of no concern to the CORS-preflight cache.",
		Evidence: []string{"h-0077"},
	},
	{
		Fact: PreflightRepeatsNames, Name: "preflight/repeats-names", In: firefox153,
		Sentence: "Access-Control-Request-Headers has a name as often as fetch() was given it; the standard has " +
			"each once.",
		Evidence: []string{"s1-0192"},
	},
	{
		Fact: PreflightUploadNeedsBody, Name: "preflight/upload-needs-body", In: chromium156,
		Sentence: "Listeners to the upload of an XMLHttpRequest make a CORS-preflight only where there is a body; " +
			"in the standard they do in any case.",
		Evidence: []string{"s1-0949"},
	},
	{
		Fact: PreflightSaysCacheMode, Name: "preflight/says-cache-mode", In: chromium156 | firefox153,
		Sentence: "A CORS-preflight has the Cache-Control and Pragma that the request's cache mode adds; in the " +
			"standard only the request itself has them.",
		Evidence: []string{"s1-1301", "s1-4350"},
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
