package engine

// The facts about URLs and where they may lead: mixed content.
const (
	// MixedContentNeedsHTTPS restricts mixed content on pages from https: only.
	MixedContentNeedsHTTPS Fact = urlTopic + iota
	// MixedContentUpgradesRedirects upgrades the redirect of an image wherever it leads.
	MixedContentUpgradesRedirects
	// MixedContentSparesLoopbackPages leaves the images of pages from this machine alone.
	MixedContentSparesLoopbackPages
	// MixedContentBlocksLoopback takes http: on this machine for mixed content.
	MixedContentBlocksLoopback
)

var url = []Entry{
	{
		Fact: MixedContentNeedsHTTPS, Name: "url/mixed-content-needs-https", In: allBuilds,
		Sentence: "Only pages from https: restrict mixed content; in the standard pages from http://localhost do so too.",
		Evidence: []string{"s1-0412", "s1-1729", "s1-6680"},
	},
	{
		Fact: MixedContentUpgradesRedirects, Name: "url/mixed-content-upgrades-redirects", In: chromium156,
		Sentence: "A redirect of an image to http: is upgraded whatever its host; in the standard IP addresses and loopback hosts " +
			"are not.",
		Evidence: []string{"recordings of an image on an https: page redirected to http://localhost"},
	},
	{
		Fact: MixedContentSparesLoopbackPages, Name: "url/mixed-content-spares-loopback-pages", In: firefox153,
		Sentence: "The images of a page from https://localhost are neither upgraded nor blocked; in the standard they are upgraded.",
		Evidence: []string{"recordings of an http: image on a page from https://localhost"},
	},
	{
		Fact: MixedContentBlocksLoopback, Name: "url/mixed-content-blocks-loopback", In: webkitGTK250,
		Sentence: "http: on loopback hosts is mixed content, but for an image that was not redirected; in the standard it is " +
			"trustworthy.",
		Evidence: []string{"s1-0357", "s1-0460", "s1-2930", "s1-3033"},
	},
}
