package engine

// The facts about what a request says of where it comes from: Referer, Origin and Fetch metadata.
const (
	// ReferrerIgnoresSandbox sends the URL of a sandboxed document as any other.
	ReferrerIgnoresSandbox Fact = cookieEnd + iota
	// ReferrerOfSandboxedElements sends the origin of a sandboxed document's URL with what its elements load.
	ReferrerOfSandboxedElements
	// ReferrerDowngradeFromTLS takes every URL that is not https: for less secure than one that is.
	ReferrerDowngradeFromTLS
	// ReferrerNotLaxerAcrossSites takes no referrer policy for another site that is laxer than the default.
	ReferrerNotLaxerAcrossSites
	// OriginOfElementsToOwn sends Origin with what an element loads by CORS from its own origin.
	OriginOfElementsToOwn
	// OriginNotHidden sends Origin whatever the referrer policy.
	OriginNotHidden
	// NoReferrerIsPolicy takes an empty referrer of script for the policy no-referrer.
	NoReferrerIsPolicy
	// OriginKeptOnRedirect keeps the Origin header over a redirect within an origin.
	OriginKeptOnRedirect
	// OriginNullOnRedirect sends Origin: null after a redirect to another origin.
	OriginNullOnRedirect
	// OriginKeptOnGET keeps the Origin header also where a redirect has turned POST into GET.
	OriginKeptOnGET
	// BeaconOriginIgnoresSandbox sends the origin of a sandboxed document's URL with its beacons.
	BeaconOriginIgnoresSandbox
	// FetchMetadataLostOnRedirect sends no Fetch metadata after a redirect to another origin.
	FetchMetadataLostOnRedirect
	// FetchMetadataOfHosts has a rule of its own in Sec-Fetch-Site for hosts without a registrable domain.
	FetchMetadataOfHosts
	// SecFetchModeOnEveryPreflight sends Sec-Fetch-Mode with a CORS-preflight to any URL.
	SecFetchModeOnEveryPreflight
	// PreflightSiteOfCurrentURL says in Sec-Fetch-Site of a CORS-preflight nothing of redirects.
	PreflightSiteOfCurrentURL
	// PreflightSiteOfTaintedOrigin says cross-site in a CORS-preflight where redirects have tainted the origin.
	PreflightSiteOfTaintedOrigin
	// PreflightReferrerFromRedirect sends with a CORS-preflight the Referer of the request that was redirected.
	PreflightReferrerFromRedirect
	// UserInitiatedWithoutReferrer sends no Referer where the user has typed the address.
	UserInitiatedWithoutReferrer
	// PreflightMetadataFromRedirect sends Fetch metadata with a CORS-preflight after a redirect if they went along before.
	PreflightMetadataFromRedirect
	// ReferrerPolicyInAnyCase reads the policies of Referrer-Policy in upper case, too.
	ReferrerPolicyInAnyCase

	referrerEnd
)

var referrer = []Entry{
	{
		Fact: UserInitiatedWithoutReferrer, Name: "referrer/none-where-user-initiated", In: allBuilds,
		Sentence: "What the user asks for in the address bar has no Referer, as HTTP demands; the steps of HTML " +
			"take the page that was there for the request's client, and so for its referrer.",
		Evidence: []string{"https://httpwg.org/specs/rfc9110.html#field.referer"},
	},
	{
		Fact: ReferrerIgnoresSandbox, Name: "referrer/ignores-sandbox", In: webkitGTK250,
		Sentence: "A sandboxed document sends its URL as Referer, as any other; in the standard one of an opaque " +
			"origin sends none.",
		Evidence: []string{"s1-0008", "s1-0414"},
	},
	{
		Fact: ReferrerOfSandboxedElements, Name: "referrer/of-sandboxed-elements", In: firefox153,
		Sentence: "What elements of a sandboxed document load, and its beacons, have the origin of its URL as " +
			"Referer, with fetch() none is sent; in the standard a document of an opaque origin sends none at all.",
		Evidence: []string{"s1-0414", "s1-0108", "s1-0257"},
	},
	{
		Fact: ReferrerDowngradeFromTLS, Name: "referrer/downgrade-from-tls", In: allBuilds,
		Sentence: "A referrer policy that spares secure pages takes http://localhost for less secure than https:, " +
			"and no more secure than other http: URLs; in the standard localhost is as trustworthy as https:.",
		Evidence: []string{"s1-0341", "s1-0357", "s1-0412"},
	},
	{
		Fact: ReferrerNotLaxerAcrossSites, Name: "referrer/not-laxer-across-sites", In: firefox153,
		Sentence: "Across sites the referrer policies unsafe-url, no-referrer-when-downgrade and " +
			"origin-when-cross-origin count as strict-origin-when-cross-origin; in the standard they are laxer.",
		Evidence: []string{"s1-0089", "s1-0201", "s1-0278"},
	},
	{
		Fact: OriginOfElementsToOwn, Name: "referrer/origin-of-elements-to-own", In: chromium156 | webkitGTK250,
		Sentence: "What an element loads by CORS from the document's own origin has an Origin header; in the " +
			"standard only a request to another origin has one with GET.",
		Evidence: []string{"s1-0393", "s1-0266"},
	},
	{
		Fact: OriginNotHidden, Name: "referrer/origin-not-hidden", In: chromium156,
		Sentence: "A POST in mode no-cors has its Origin header whatever the referrer policy; in the standard a " +
			"policy that hides the referrer makes it null.",
		Evidence: []string{"s1-2647", "s1-5281"},
	},
	{
		Fact: NoReferrerIsPolicy, Name: "referrer/no-referrer-is-policy", In: firefox153 | webkitGTK250,
		Sentence: "An empty referrer of fetch() is the referrer policy no-referrer, so that a POST in mode no-cors " +
			"has Origin: null; in the standard the policy is another matter.",
		Evidence: []string{"s1-6072", "s1-2157"},
	},
	{
		Fact: OriginKeptOnRedirect, Name: "referrer/origin-kept-on-redirect", In: chromium156 | webkitGTK250,
		Sentence: "Without CORS, a redirect within an origin leaves the Origin header as it was; in the standard " +
			"it is determined anew.",
		Evidence: []string{"s1-5079", "s1-5941"},
	},
	{
		Fact: OriginNullOnRedirect, Name: "referrer/origin-null-on-redirect", In: chromium156,
		Sentence: "Without CORS, a redirect to another origin makes the Origin header null; in the standard the " +
			"first such redirect does not.",
		Evidence: []string{"s1-1374", "s1-2780"},
	},
	{
		Fact: OriginKeptOnGET, Name: "referrer/origin-kept-on-get", In: webkitGTK250,
		Sentence: "A redirect within an origin that turns POST into GET leaves the Origin header; in the standard " +
			"a GET without CORS has none.",
		Evidence: []string{"s1-4970", "s1-1536"},
	},
	{
		Fact: BeaconOriginIgnoresSandbox, Name: "referrer/beacon-origin-ignores-sandbox", In: webkitGTK250,
		Sentence: "A beacon without CORS from a sandboxed document has the origin of its URL in the Origin header; " +
			"in the standard it has null.",
		Evidence: []string{"s1-0257", "s1-1042"},
	},
	{
		Fact: FetchMetadataLostOnRedirect, Name: "referrer/fetch-metadata-lost-on-redirect", In: webkitGTK250,
		Sentence: "A CORS request that is redirected to another origin has no Sec-Fetch headers there; in the " +
			"standard it has.",
		Evidence: []string{"s1-0345", "s1-0320"},
	},
	{
		Fact: FetchMetadataOfHosts, Name: "referrer/fetch-metadata-of-hosts", In: firefox153,
		Sentence: "For Sec-Fetch-Site, http://localhost and https://localhost are one site, but what is redirected " +
			"from an http: URL of another origin than the page's is cross-site, as for every host without a " +
			"registrable domain; in the standard the schemes make two sites, redirected or not.",
		Evidence: []string{"s1-2725", "s1-1841", "s1-6086"},
	},
	{
		Fact: SecFetchModeOnEveryPreflight, Name: "referrer/sec-fetch-mode-on-every-preflight", In: chromium156,
		Sentence: "A CORS-preflight has Sec-Fetch-Mode: cors also where its URL is not trustworthy, without the " +
			"other Sec-Fetch headers; in the standard it has none of them there.",
		Evidence: []string{"s1-0207", "s1-0743"},
	},
	{
		Fact: PreflightSiteOfCurrentURL, Name: "referrer/preflight-site-of-current-url", In: chromium156 | firefox153,
		Sentence: "Sec-Fetch-Site of a CORS-preflight compares the document with the current URL alone; in the " +
			"standard with those before a redirect too.",
		Evidence: []string{"s1-2066", "s1-5766"},
	},
	{
		Fact: PreflightSiteOfTaintedOrigin, Name: "referrer/preflight-site-of-tainted-origin", In: webkitGTK250,
		Sentence: "A CORS-preflight whose Origin header redirects have made null is cross-site; in the standard it " +
			"may be same-site.",
		Evidence: []string{"s1-2066", "s1-5840"},
	},
	{
		Fact: PreflightReferrerFromRedirect, Name: "referrer/preflight-referrer-from-redirect", In: webkitGTK250,
		Sentence: "A CORS-preflight after a redirect has the Referer of the request that was redirected; in the " +
			"standard it has one for the new URL.",
		Evidence: []string{"s1-0129", "s1-3806"},
	},
	{
		Fact: PreflightMetadataFromRedirect, Name: "referrer/preflight-metadata-from-redirect", In: webkitGTK250,
		Sentence: "A CORS-preflight after a redirect has Sec-Fetch headers only if the URL that redirects is " +
			"trustworthy too; in the standard its own URL decides.",
		Evidence: []string{"fr-0101", "fr-0113", "s11-2328"},
	},
	{
		Fact: ReferrerPolicyInAnyCase, Name: "referrer/policy-in-any-case", In: allBuilds,
		Sentence: "The policies in Referrer-Policy may be written in upper case; in the standard only in lower case.",
		Evidence: []string{"rp-0001", "rp-0002"},
	},
}
