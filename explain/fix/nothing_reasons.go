package fix

import "github.com/corsim/corsim/rule"

const (
	noneTried     = "No status and no header of an answer that was tried helps."
	noRequest     = "There is no answer to change: no server is asked, the documents and what they came with decide."
	afterRedirect = "The server that redirects would have to answer itself, with what the page asks for."

	otherBytes = "No status and no header can help, only other bytes: "
	beforeSent = "No answer can help: the browser stops the request before it is sent. "
	noRedirect = "No answer can help as long as it redirects. "
	notHTTP    = "No answer can help: no HTTP(S) server is asked for this URL. "
)

// reasons say of a rule why no answer can satisfy it.
var reasons = map[rule.ID]string{
	rule.LoadImage:             otherBytes + "these are no image that can be decoded.",
	rule.LoadFont:              otherBytes + "these are no font that can be decoded.",
	rule.LoadModuleType:        otherBytes + "these are not what a module can be made of.",
	rule.LoadStylesheetType:    otherBytes + "these are no style sheet.",
	rule.OpaqueResponseBlocked: otherBytes + "these look like what opaque response blocking keeps from a page.",
	rule.IntegrityMatch: otherBytes + "these have another digest than the integrity that the page demands. Either the " +
		"page or the file is out of date.",
	rule.MainFetchIntegrity: "No status and no header can help: an integrity is checked only where the page may read " +
		"the answer. Ask for it with CORS, by the attribute crossorigin.",

	rule.BadPort: beforeSent + "The port is one that browsers block; let the server listen on another.",
	rule.MixedContentBlocked: beforeSent + "A page that came over https: may not ask for http:. Serve it over " +
		"https:.",
	rule.ContentSecurityPolicy: beforeSent + "The page's own Content-Security-Policy forbids it; change that policy.",
	rule.MainFetchModeSameOrigin: beforeSent + "The page has asked with mode same-origin, and the URL is of another " +
		"origin.",
	rule.MainFetchNoCORSRedirectMode: beforeSent + "With mode no-cors, the redirect mode must be follow.",
	rule.CredentialedSubresource:     beforeSent + "The URL has a user name or a password in it.",
	rule.KeepaliveLimit:              beforeSent + "Requests with keepalive may carry 64 KiB together.",
	rule.LocalNetworkSecureContext: beforeSent + "A page that came over http: may not ask an address in a more " +
		"private network. Serve the page over https:.",
	rule.LocalNetworkTarget: beforeSent + "The server's address is in another address space than targetAddressSpace " +
		"says.",
	rule.LocalNetworkPermission: beforeSent + "The user, or the document around the frame, does not permit requests " +
		"to the local network.",
	rule.LoadURLInvalid: beforeSent + "The URL is none.",
	rule.LoadPreloadDestination: beforeSent + "The link has no attribute as, or one that names nothing that can be " +
		"preloaded.",
	rule.NavigationURLInvalid: beforeSent + "The URL is none.",

	rule.OnlyIfCached:   "No answer can help: with cache mode only-if-cached the browser asks nobody.",
	rule.NetworkFailure: "There is no answer to change: nothing answers at this address.",
	rule.NetworkStreamConnection: "No answer can help: a stream can be sent over HTTP/2 or later only. Let the server " +
		"speak it, or send no stream.",

	rule.RedirectScheme:          noRedirect + "It leads to a URL that is not HTTP(S), which browsers do not follow.",
	rule.RedirectLimit:           noRedirect + "Browsers follow 20 redirects, and these are more.",
	rule.RedirectLocationInvalid: noRedirect + "Its Location is no URL.",
	rule.RedirectModeError:       noRedirect + "The page has asked with redirect mode error.",
	rule.RedirectStreamBody:      noRedirect + "A stream was sent, which cannot be sent again.",

	rule.NavigationScheme:  notHTTP + "Other software may take it.",
	rule.NavigationDataURL: notHTTP + "No page may open a data: URL in a tab.",
	rule.MainFetchScheme:   notHTTP + "CORS is for http: and https: URLs only.",
	rule.AboutOther:        notHTTP + "There is only about:blank.",
	rule.BlobMethod:        notHTTP + "A blob: URL can be asked for by GET only.",
	rule.BlobMissing:       notHTTP + "The Blob is gone, or it is another origin's.",
	rule.BlobRange:         notHTTP + "The Range asks for bytes that the Blob does not have.",
	rule.DataURL:           notHTTP + "The data: URL cannot be read.",
	rule.FileURL:           notHTTP + "A page may not read files; serve them over HTTP, also on your own machine.",
	rule.UnknownScheme:     notHTTP + "Browsers do not fetch its scheme.",
}
