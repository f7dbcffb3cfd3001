package engine

// The facts about redirects.
const (
	// LocationsMustAgree takes equal lines of Location for one, and fails an answer whose lines differ.
	LocationsMustAgree Fact = requestEnd + iota
	// LocationsJoined joins the lines of Location with commas.
	LocationsJoined
	// LocationBytesEscaped percent-encodes the bytes of a Location that are not ASCII.
	LocationBytesEscaped
	// LocationIsLatin1 takes the bytes of a Location for the characters of their numbers.
	LocationIsLatin1
	// EmptyLocationIsNone takes an empty Location for none.
	EmptyLocationIsNone
	// EmptyLocationFails fails a redirect with an empty Location.
	EmptyLocationFails
	// ErrorNeedsLocation fails a redirect with redirect: error only where it has a Location.
	ErrorNeedsLocation
	// OpaqueRedirectHasBody gives script an empty body of a redirect that is not followed.
	OpaqueRedirectHasBody
	// FTPLocationFails fails a redirect to ftp:, whether it is followed or not.
	FTPLocationFails
	// RedirectCheckedWithCredentials holds a redirect against the credentials that the request began with.
	RedirectCheckedWithCredentials
	// UnreadableLocationFails fails a redirect whose Location is no URL, whether it is followed or not.
	UnreadableLocationFails
	// DeleteStaysWithItsOrigin turns DELETE into GET where a redirect leads to another origin.
	DeleteStaysWithItsOrigin
	// RedirectRestoresHeaders gives a CORS request that was redirected its first headers back.
	RedirectRestoresHeaders
	// RedirectKeepsPreflight makes a CORS-preflight after a redirect for what the request was before.
	RedirectKeepsPreflight
	// RedirectAsksForFirstHeaders makes CORS-preflights ask for all headers that the request had before its redirects.
	RedirectAsksForFirstHeaders
	// PreflightKeepsOrigin makes CORS-preflights in the name of the page, whatever redirects have done.
	PreflightKeepsOrigin

	redirectEnd
)

var redirect = []Entry{
	{
		Fact: LocationsMustAgree, Name: "redirect/locations-must-agree", In: chromium156 | firefox153,
		Sentence: "Several equal Location headers count as one, and an answer whose Location headers differ fails, " +
			"whatever its status; in the standard several are a failure where a redirect is followed.",
		Evidence: []string{"s1-0141"},
	},
	{
		Fact: LocationsJoined, Name: "redirect/locations-joined", In: webkitGTK250,
		Sentence: "Several Location headers are joined with a comma and a space into one URL; in the standard they " +
			"are a failure.",
		Evidence: []string{"s1-0141", "s1-1104"},
	},
	{
		Fact: LocationBytesEscaped, Name: "redirect/location-bytes-escaped", In: chromium156 | firefox153,
		Sentence: "The bytes of a Location that are not ASCII are percent-encoded as they are; the standard does " +
			"not say how they are decoded, and what is not UTF-8 would become U+FFFD.",
		Evidence: []string{"s1-0448"},
	},
	{
		Fact: LocationIsLatin1, Name: "redirect/location-is-latin1", In: webkitGTK250,
		Sentence: "What is not UTF-8 in a Location becomes U+FFFD, and then each byte is taken for the character " +
			"of its number, so é arrives as Ã©; the standard does not say how a Location is decoded.",
		Evidence: []string{"s1-0703", "s1-0448"},
	},
	{
		Fact: EmptyLocationIsNone, Name: "redirect/empty-location-is-none", In: chromium156,
		Sentence: "An answer with an empty Location is no redirect; in the standard it leads to the same URL again.",
		Evidence: []string{"s1-0322"},
	},
	{
		Fact: EmptyLocationFails, Name: "redirect/empty-location-fails", In: webkitGTK250,
		Sentence: "A redirect with an empty Location fails; in the standard it leads to the same URL again.",
		Evidence: []string{"s1-0322", "s1-5298"},
	},
	{
		Fact: ErrorNeedsLocation, Name: "redirect/error-needs-location", In: chromium156 | webkitGTK250,
		Sentence: "With redirect: error a redirect without a Location, or with an empty one, is an ordinary " +
			"answer; in the standard it fails.",
		Evidence: []string{"s1-6493"},
	},
	{
		Fact: OpaqueRedirectHasBody, Name: "redirect/opaque-redirect-has-body", In: webkitGTK250,
		Sentence: "The body of a redirect that is not followed is an empty stream; in the standard it is null.",
		Evidence: []string{"s1-0653", "s1-0759"},
	},
	{
		Fact: FTPLocationFails, Name: "redirect/ftp-location-fails", In: webkitGTK250,
		Sentence: "A redirect to ftp: fails with redirect: manual, too; the standard does not look at the Location " +
			"then.",
		Evidence: []string{"s1-6306"},
	},
	{
		Fact: RedirectCheckedWithCredentials, Name: "redirect/checked-with-credentials", In: webkitGTK250,
		Sentence: "A redirect from another origin must allow credentials where the request, with credentials mode " +
			"same-origin, began at its own origin; in the standard none go to the other origin, and * will do.",
		Evidence: []string{"s1-2684"},
	},
	{
		Fact: UnreadableLocationFails, Name: "redirect/unreadable-location-fails", In: chromium156,
		Sentence: "A redirect whose Location is no URL fails with redirect: manual, too; the standard does not " +
			"look at it then.",
		Evidence: []string{"s1-2046"},
	},
	{
		Fact: DeleteStaysWithItsOrigin, Name: "redirect/delete-stays-with-its-origin", In: webkitGTK250,
		Sentence: "A redirect to another origin turns DELETE into GET; in the standard only a 303 does.",
		Evidence: []string{"s1-0027", "s1-6506"},
	},
	{
		Fact: RedirectRestoresHeaders, Name: "redirect/restores-headers", In: webkitGTK250,
		Sentence: "A CORS request that is redirected gets the headers back that it began with, among them the " +
			"Content-Type of a body that it lost earlier, and its CORS-preflight the Referer; in the standard what " +
			"a redirect has changed stays so.",
		Evidence: []string{"s1-3703", "s1-6098"},
	},
	{
		Fact: RedirectKeepsPreflight, Name: "redirect/keeps-preflight", In: firefox153 | webkitGTK250,
		Sentence: "A redirected request that needed a CORS-preflight before, or began with headers that need one, " +
			"gets one again, which asks for what an earlier redirect has taken away; the standard looks at what is " +
			"left of the request.",
		Evidence: []string{"s1-0634", "s1-1864", "s1-3703"},
	},
	{
		Fact: RedirectAsksForFirstHeaders, Name: "redirect/asks-for-first-headers", In: webkitGTK250,
		Sentence: "A CORS-preflight that is made because the request needed one before its redirect asks also for " +
			"what that redirect has taken away: Authorization, and the Content-Type of a body; in the standard it " +
			"asks for what is left.",
		Evidence: []string{"s1-0634", "s1-1010"},
	},
	{
		Fact: PreflightKeepsOrigin, Name: "redirect/preflight-keeps-origin", In: firefox153,
		Sentence: "A CORS-preflight speaks for the page's origin after redirects, too, where the request itself " +
			"says null; in the standard both do.",
		Evidence: []string{"s1-0947", "s1-1753"},
	},
}
