package engine

// The facts about the HTTP cache.
const (
	// CacheNotForOpaqueOrigin leaves the cache out for documents of an opaque origin.
	CacheNotForOpaqueOrigin Fact = referrerEnd + iota
	// CacheByFrameSite keeps a cache for each site of a frame, beside that of the top-level document.
	CacheByFrameSite
	// CacheByCredentials keeps what was answered with credentials apart from what was answered without.
	CacheByCredentials
	// CacheByMethod keeps the answers to HEAD apart from those to GET.
	CacheByMethod
	// CacheNotForHEAD sends HEAD to the server each time.
	CacheNotForHEAD
	// CacheOnlyIfCachedAsks goes to the server where cache mode only-if-cached finds nothing.
	CacheOnlyIfCachedAsks
	// CacheConditionValidates takes a condition of the author's for cache mode no-cache rather than no-store.
	CacheConditionValidates
	// CacheNoCacheReloads takes no-cache in the author's Cache-Control for cache mode reload.
	CacheNoCacheReloads
	// CacheAuthorizationValidates asks the server where the author gives an Authorization header.
	CacheAuthorizationValidates
	// CacheVariantValidates asks with the entity tag of an answer that was made for another request.
	CacheVariantValidates
	// CacheUnaskedNotModified gives a 304 to the page where no condition was sent.
	CacheUnaskedNotModified
	// CacheCORSFailureNotStored does not keep an answer that fails the CORS check.
	CacheCORSFailureNotStored
	// CacheServesRanges answers a Range request from the whole that is stored.
	CacheServesRanges
	// CacheStoresAnyStatus keeps answers whatever their status, and without a lifetime.
	CacheStoresAnyStatus
	// CacheNotUnauthorized does not keep what answers a request that was not as the server wants it.
	CacheNotUnauthorized
	// CacheStoresWhatIsReusable keeps answers of few statuses, and only those that can be used again or be validated.
	CacheStoresWhatIsReusable
	// CacheValidatesUnusualStatus asks the server each time for what has an unusual status.
	CacheValidatesUnusualStatus
	// CachePragmaInAnswer takes Pragma: no-cache in an answer for Cache-Control: no-cache.
	CachePragmaInAnswer
	// CacheHeuristicFewStatuses guesses the lifetime of answers with status 200 and 203 only.
	CacheHeuristicFewStatuses
	// CacheHeuristicWeek guesses a lifetime of a week at most.
	CacheHeuristicWeek
	// CacheMovedForGood uses a permanent redirect without a lifetime for ever.
	CacheMovedForGood
	// CacheConditionAsks sends a request with a condition of the author's to the server whatever the cache mode.
	CacheConditionAsks
	// CacheForgetsAfterErrors forgets what is stored after any request that changes something, even if it fails.
	CacheForgetsAfterErrors
	// CacheNoStoreChangesNothing lets a request in cache mode no-store forget nothing.
	CacheNoStoreChangesNothing
	// CacheForgetsAfterFewMethods forgets after POST, PUT with a body, DELETE and PATCH only.
	CacheForgetsAfterFewMethods
	// CacheConditionOfXHR leaves the cache mode as it is where XMLHttpRequest is given a condition.
	CacheConditionOfXHR
	// CacheReloadsCredentialless reloads what the embedder policy credentialless takes the credentials from.
	CacheReloadsCredentialless
	// CacheRewritesRange writes the author's Range header anew.
	CacheRewritesRange
	// CacheSaysRevalidating says max-age=0 in a request behind the page's back.
	CacheSaysRevalidating
	// CacheVariesByCookieJar takes for Vary: Cookie the cookies in the jar, not those that were sent.
	CacheVariesByCookieJar
	// CacheMustRevalidateNotGuessed guesses no lifetime of what says must-revalidate.
	CacheMustRevalidateNotGuessed
	// CacheForgetsWithCredentials forgets nothing after a request without credentials.
	CacheForgetsWithCredentials

	cacheEnd
)

var cache = []Entry{
	{
		Fact: CacheNotForOpaqueOrigin, Name: "cache/not-for-opaque-origin", In: chromium156,
		Sentence: "A document of an opaque origin has no HTTP cache: each request goes to the server; in the " +
			"standard the top-level site alone decides which cache it is.",
		Evidence: []string{"he-0779"},
	},
	{
		Fact: CacheByFrameSite, Name: "cache/by-frame-site", In: chromium156,
		Sentence: "A frame of another site has an HTTP cache of its own; the standard keeps one for each top-level " +
			"site.",
		Evidence: []string{"https://developer.chrome.com/blog/http-cache-partitioning"},
	},
	{
		Fact: CacheByCredentials, Name: "cache/by-credentials", In: firefox153,
		Sentence: "What was answered with credentials is not used for a request without them, nor the other way " +
			"round; in the standard credentials make no difference to the HTTP cache.",
		Evidence: []string{"s1-0663", "s1-0684", "s1-6461"},
	},
	{
		Fact: CacheByMethod, Name: "cache/by-method", In: firefox153,
		Sentence: "HEAD is answered from an earlier HEAD and never from a GET; in HTTP a GET answers both.",
		Evidence: []string{"hd-0492"},
	},
	{
		Fact: CacheNotForHEAD, Name: "cache/not-for-head", In: webkitGTK250,
		Sentence: "HEAD is never answered from the HTTP cache; in HTTP a stored answer to GET answers it.",
		Evidence: []string{"hd-0492"},
	},
	{
		Fact: CacheOnlyIfCachedAsks, Name: "cache/only-if-cached-asks", In: webkitGTK250,
		Sentence: "Cache mode only-if-cached asks the server where nothing is stored; in the standard that is a " +
			"network error.",
		Evidence: []string{"s1-1276"},
	},
	{
		Fact: CacheConditionValidates, Name: "cache/condition-validates", In: chromium156,
		Sentence: "A condition of the author's, such as If-None-Match, makes cache mode default no-cache, and the " +
			"answer replaces what is stored if that has no other validator; in the standard it makes it no-store.",
		Evidence: []string{"he-0697"},
	},
	{
		Fact: CacheNoCacheReloads, Name: "cache/no-cache-reloads", In: chromium156,
		Sentence: "With no-cache in the author's Cache-Control header no condition is sent; in HTTP what is stored " +
			"is validated.",
		Evidence: []string{"he-0416"},
	},
	{
		Fact: CacheAuthorizationValidates, Name: "cache/authorization-validates", In: firefox153,
		Sentence: "A request with an Authorization header of the author's is not answered before the server was " +
			"asked; in HTTP a cache that is not shared answers it.",
		Evidence: []string{"he-0654"},
	},
	{
		Fact: CacheVariantValidates, Name: "cache/variant-validates", In: chromium156 | firefox153,
		Sentence: "An answer that was made for a request with other headers, as its Vary says, is validated by its " +
			"ETag; the standard's cache does as though it were not there.",
		Evidence: []string{"hd-0189"},
	},
	{
		Fact: CacheUnaskedNotModified, Name: "cache/unasked-not-modified", In: chromium156 | webkitGTK250,
		Sentence: "A 304 is given to the page where what is stored has no validator; in the standard what is " +
			"stored is used, because it was stale and is taken to be validated.",
		Evidence: []string{"hd-0204"},
	},
	{
		Fact: CacheCORSFailureNotStored, Name: "cache/cors-failure-not-stored", In: chromium156 | webkitGTK250,
		Sentence: "An answer that fails the CORS check is not kept; in the standard it is, and fails for the next " +
			"request too.",
		Evidence: []string{"he-0918"},
	},
	{
		Fact: CacheServesRanges, Name: "cache/serves-ranges", In: chromium156,
		Sentence: "A request with a Range header gets its part of what is stored, as a 206; HTTP allows that, and " +
			"the standard says that it is not widely done.",
		Evidence: []string{"s1-0006", "s1-7552"},
	},
	{
		Fact: CacheStoresAnyStatus, Name: "cache/stores-any-status", In: chromium156 | firefox153,
		Sentence: "An answer is stored whatever its status, and even if nothing gives it a lifetime; in HTTP its " +
			"headers or its status must allow that.",
		Evidence: []string{"he-0824"},
	},
	{
		Fact: CacheNotUnauthorized, Name: "cache/not-unauthorized", In: chromium156,
		Sentence: "Answers with status 401, 407 and 416 are not stored; in HTTP they are where a header allows " +
			"that.",
		Evidence: []string{"hc-0182"},
	},
	{
		Fact: CacheStoresWhatIsReusable, Name: "cache/stores-what-is-reusable", In: webkitGTK250,
		Sentence: "Only an answer with a lifetime or a validator is stored, and of few statuses; the standard " +
			"stores others too, which cache mode force-cache then finds.",
		Evidence: []string{"s1-5255"},
	},
	{
		Fact: CacheValidatesUnusualStatus, Name: "cache/validates-unusual-status", In: firefox153,
		Sentence: "An answer with an unusual status, such as 404, is not used again without asking the server, " +
			"whatever lifetime its headers give it; in HTTP the status makes no difference to an explicit lifetime.",
		Evidence: []string{"hc-0134"},
	},
	{
		Fact: CachePragmaInAnswer, Name: "cache/pragma-in-answer", In: allBuilds,
		Sentence: "Pragma: no-cache in an answer means what Cache-Control: no-cache means; in HTTP it means " +
			"nothing there.",
		Evidence: []string{"hc-0061"},
	},
	{
		Fact: CacheHeuristicFewStatuses, Name: "cache/heuristic-few-statuses", In: chromium156,
		Sentence: "A lifetime is guessed from Last-Modified for status 200 and 203 only; HTTP allows it for " +
			"others, such as 404.",
		Evidence: []string{"hc-0142"},
	},
	{
		Fact: CacheHeuristicWeek, Name: "cache/heuristic-week", In: firefox153,
		Sentence: "A lifetime that is guessed from Last-Modified is a week at most; HTTP leaves the guess to the " +
			"browser.",
		Evidence: []string{
			"https://searchfox.org/firefox-main/source/netwerk/protocol/http/nsHttpResponseHead.cpp",
		},
	},
	{
		Fact: CacheMovedForGood, Name: "cache/moved-for-good", In: chromium156 | webkitGTK250,
		Sentence: "A permanent redirect without a lifetime is followed without asking again; HTTP leaves the guess " +
			"to the browser.",
		Evidence: []string{"hc-0159"},
	},
	{
		Fact: CacheConditionAsks, Name: "cache/condition-asks", In: chromium156 | webkitGTK250,
		Sentence: "A request with a condition of the author's, such as If-None-Match, is not answered from the " +
			"HTTP cache in any cache mode; in the standard that is so in mode default only.",
		Evidence: []string{"s1-5377"},
	},
	{
		Fact: CacheForgetsAfterErrors, Name: "cache/forgets-after-errors", In: firefox153 | webkitGTK250,
		Sentence: "A request that changes something makes the cache forget even if it fails with a 4xx or 5xx; in " +
			"the standard only if the status is 200 to 399.",
		Evidence: []string{"hd-0430"},
	},
	{
		Fact: CacheNoStoreChangesNothing, Name: "cache/no-store-changes-nothing", In: chromium156 | webkitGTK250,
		Sentence: "A request that changes something makes the cache forget nothing in cache mode no-store; in the " +
			"standard it does.",
		Evidence: []string{"hd-0416"},
	},
	{
		Fact: CacheForgetsAfterFewMethods, Name: "cache/forgets-after-few-methods", In: chromium156,
		Sentence: "Only POST, PUT with a body, DELETE and PATCH make the cache forget; in HTTP each method that is " +
			"not safe does.",
		Evidence: []string{"hd-0425"},
	},
	{
		Fact: CacheConditionOfXHR, Name: "cache/condition-of-xhr", In: firefox153,
		Sentence: "A condition that XMLHttpRequest is given, such as If-None-Match, leaves the cache mode as it " +
			"is: the answer is stored, and nothing more is said to caches; in the standard the cache mode becomes " +
			"no-store.",
		Evidence: []string{"he-0721"},
	},
	{
		Fact: CacheReloadsCredentialless, Name: "cache/reloads-credentialless", In: chromium156,
		Sentence: "Where the embedder policy credentialless keeps credentials from a request, cache mode reload is " +
			"used; in the standard the cache mode stays as it is.",
		Evidence: []string{"s1-0820", "s1-1511"},
	},
	{
		Fact: CacheRewritesRange, Name: "cache/rewrites-range", In: chromium156,
		Sentence: "The Range header of a GET is written anew, without white space and zeros in front; in the " +
			"standard it is sent as the author wrote it.",
		Evidence: []string{"s1-0057", "s1-0127", "s1-0171", "s1-0238"},
	},
	{
		Fact: CacheSaysRevalidating, Name: "cache/says-revalidating", In: firefox153,
		Sentence: "The request that revalidates behind the page's back has Cache-Control: max-age=0; in the " +
			"standard it has not.",
		Evidence: []string{"hc-0103"},
	},
	{
		Fact: CacheVariesByCookieJar, Name: "cache/varies-by-cookie-jar", In: webkitGTK250,
		Sentence: "With Vary: Cookie the cookies in the jar are compared, those of when the answer was stored with " +
			"those of now; in HTTP those that were sent are.",
		Evidence: []string{"hd-0354"},
	},
	{
		Fact: CacheMustRevalidateNotGuessed, Name: "cache/must-revalidate-not-guessed", In: chromium156,
		Sentence: "No lifetime is guessed for an answer with Cache-Control: must-revalidate; HTTP leaves the guess to " +
			"the browser.",
		Evidence: []string{"hc-0046"},
	},
	{
		Fact: CacheForgetsWithCredentials, Name: "cache/forgets-with-credentials", In: firefox153,
		Sentence: "A request that changes something makes the cache forget nothing if it has no credentials, as to " +
			"another origin; in HTTP credentials make no difference.",
		Evidence: []string{"hd-0404", "he-0766"},
	},
}
