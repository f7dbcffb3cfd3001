package engine

// The facts about URLs and where they may lead: mixed content.
const (
	// MixedContentNeedsHTTPS restricts mixed content on pages from https: only.
	MixedContentNeedsHTTPS Fact = contentEnd + iota
	// MixedContentUpgradesRedirects upgrades the redirect of an image wherever it leads.
	MixedContentUpgradesRedirects
	// MixedContentSparesLoopbackPages leaves the images of pages from this machine alone.
	MixedContentSparesLoopbackPages
	// MixedContentBlocksLoopback takes http: on this machine for mixed content.
	MixedContentBlocksLoopback
	// HostEscapesSpace percent-encodes spaces in hosts.
	HostEscapesSpace
	// PathEscapesBar percent-encodes the vertical bar in paths.
	PathEscapesBar
	// PercentNormalized undoes needless percent-encoding in what is sent, and gives script the URL that was sent.
	PercentNormalized
	// DataResponseHasLength gives what fetch() answers for a data: URL a Content-Length.
	DataResponseHasLength
	// AboutBlankIsNothing fails every fetch of about:blank.
	AboutBlankIsNothing
	// CredentialedSubresourcesBlocked loads no URL with a user name or password, but for XMLHttpRequest.
	CredentialedSubresourcesBlocked
	// ServerNameKeepsDot says the dot at the end of a host to its server in TLS.
	ServerNameKeepsDot
	// FailedXHRKeepsURL leaves the URL in an XMLHttpRequest to its own origin that has failed.
	FailedXHRKeepsURL
	// BeaconIsNotMixed takes no beacon that is mixed content.
	BeaconIsNotMixed
	// MixedContentAfterPreflight makes the CORS-preflight for a redirect that is mixed content, and blocks it then.
	MixedContentAfterPreflight

	urlEnd
)

var url = []Entry{
	{
		Fact: MixedContentNeedsHTTPS, Name: "url/mixed-content-needs-https", In: allBuilds,
		Sentence: "Only pages from https: restrict mixed content; in the standard pages from http://localhost do " +
			"so too.",
		Evidence: []string{"s1-0412", "s1-1729", "s1-6680"},
	},
	{
		Fact: MixedContentUpgradesRedirects, Name: "url/mixed-content-upgrades-redirects", In: chromium156,
		Sentence: "A redirect of an image to http: is upgraded whatever its host; in the standard IP addresses and " +
			"loopback hosts are not.",
		Evidence: []string{"y-0012"},
	},
	{
		Fact: MixedContentSparesLoopbackPages, Name: "url/mixed-content-spares-loopback-pages", In: firefox153,
		Sentence: "The images of a page from https://localhost are neither upgraded nor blocked; in the standard " +
			"they are upgraded.",
		Evidence: []string{"y-0246"},
	},
	{
		Fact: MixedContentBlocksLoopback, Name: "url/mixed-content-blocks-loopback", In: webkitGTK250,
		Sentence: "http: on loopback hosts is mixed content, but for an image that was not redirected; in the " +
			"standard it is trustworthy.",
		Evidence: []string{"s1-0357", "s1-0460", "s1-2930"},
	},
	{
		Fact: HostEscapesSpace, Name: "url/host-escapes-space", In: chromium156,
		Sentence: "A space in a host is percent-encoded; in the standard such a URL does not parse.",
		Evidence: []string{"s1-0902", "s1-3924"},
	},
	{
		Fact: PathEscapesBar, Name: "url/path-escapes-bar", In: chromium156,
		Sentence: "A vertical bar in a path is percent-encoded; in the standard it stays.",
		Evidence: []string{"s1-0741", "s1-2604"},
	},
	{
		Fact: PercentNormalized, Name: "url/percent-normalized", In: webkitGTK250,
		Sentence: "What is sent, and what script finds as the response's URL, has letters, digits and -._~ as they " +
			"are in path and query, the digits of percent-encoding in upper case, and with CORS no user name or " +
			"password; in the standard a URL stays as it was written.",
		Evidence: []string{"s1-0375", "s1-0885", "s1-3006"},
	},
	{
		Fact: DataResponseHasLength, Name: "url/data-response-has-length", In: firefox153,
		Sentence: "What fetch() answers for a data: URL has a Content-Length; in the standard it has a " +
			"Content-Type only.",
		Evidence: []string{"s1-0137", "s1-0354"},
	},
	{
		Fact: AboutBlankIsNothing, Name: "url/about-blank-is-nothing", In: chromium156 | webkitGTK250,
		Sentence: "about:blank cannot be fetched; in the standard it is an empty document.",
		Evidence: []string{"s1-1575", "s1-3027"},
	},
	{
		Fact: CredentialedSubresourcesBlocked, Name: "url/credentialed-subresources-blocked", In: chromium156,
		Sentence: "Nothing is loaded from a URL with a user name or password that are not the page's own, be it a " +
			"redirect's, but by XMLHttpRequest, and elements drop them that load with CORS; the standard has that " +
			"for fetch() and for CORS redirects only.",
		Evidence: []string{"s1-1312", "s1-1288", "s1-3285"},
	},
	{
		Fact: ServerNameKeepsDot, Name: "url/server-name-keeps-dot", In: chromium156 | firefox153,
		Sentence: "A host that ends in a dot is named so in the TLS handshake, which servers may refuse; RFC 6066 " +
			"has the name without it.",
		Evidence: []string{"s1-5010"},
	},
	{
		Fact: FailedXHRKeepsURL, Name: "url/failed-xhr-keeps-url", In: firefox153,
		Sentence: "An XMLHttpRequest that fails at a redirect which cannot be followed, and has not gone to " +
			"another origin, or that asks for a Blob by another method than GET, keeps its responseURL; " +
			"in the standard it is empty.",
		Evidence: []string{"s1-3735", "s1-5206", "s1-4969"},
	},
	{
		Fact: BeaconIsNotMixed, Name: "url/beacon-is-not-mixed", In: allBuilds,
		Sentence: "sendBeacon() returns false for mixed content; in the standard the beacon is queued, and fails " +
			"later.",
		Evidence: []string{"s1-0482", "s1-3258"},
	},
	{
		Fact: MixedContentAfterPreflight, Name: "url/mixed-content-after-preflight", In: webkitGTK250,
		Sentence: "A redirect that is mixed content is blocked after its CORS-preflight; in the standard nothing is sent.",
		Evidence: []string{"fr-0001", "fr-0012"},
	},
}
