package rule

// Why says in a sentence or two why the rule exists: the attack that it stops, or the need that it serves. It is ""
// for an id that names no rule.
func (id ID) Why() string {
	entry := id.Rule()
	if entry.Slug == "" {
		return ""
	}
	if why := ruleReasons[id]; why != "" {
		return why
	}
	return algorithmReasons[entry.Algorithm]
}

// algorithmReasons say why algorithms exist. Where the rules of one are too different, each has its own reason.
var algorithmReasons = [algorithmCount]string{
	urlParsing: "Everything begins with a URL: without one there is no host to ask, and no origin to compare.",
	enumeration: "A value with a slip in it would otherwise be taken for the default, and the page would ask for " +
		"something else than it says.",
	headersValidate: "Request-headers are what servers go by. A page may say what it likes in most of them, but it " +
		"must not break the message, nor speak for the browser.",
	headersAppend: "Mode no-cors asks without permission, so it may ask only for what an HTML form could have " +
		"asked for all along.",
	normalizeMethod: "Methods are case-sensitive in HTTP, and old pages wrote get and post: the browser mends what " +
		"the early Web had, and nothing that came later.",
	xhrOpen: "XMLHttpRequest tells of a mistake at once and by name, where fetch() has only the TypeError.",
	xhrSetRequestHeader: "A line break in a header would let a page write headers, or a whole " +
		"second request, of its own making.",
	eventSourceConstructor: "A stream of events is a connection that is kept open and reopened: the browser makes " +
		"sure that the server means it.",
	elementLoading: "An element uses what it can decode, and whether it could is the little that the page " +
		"learns of another origin's answer.",
	linkRequest: "What is fetched early has to be fetched as it will be used later: with the same destination, " +
		"mode and credentials.",
	moduleScript: "What runs as a script has all the rights of the page, so a file that somebody could upload as " +
		"text or image must not become one.",
	stylesheetLink: "A page could load another site's private document as a style sheet, and read pieces of it out " +
		"of the styles that applied.",
	fontLoading:     "A font is always fetched with CORS, so only what decodes is left to decide.",
	sendBeacon:      "A page that is being closed has a last word to say, and cannot wait for what is answered.",
	navigate:        "A page can lead its user elsewhere, but not to an address for which no server stands.",
	navigationFetch: "Some URLs are addresses of other programs and not of documents.",
	embedderAdherence: "A document in a frame may share a process with the page around it. Where the page is " +
		"isolated, nothing may get into the process that has not agreed to it.",
	populateDocument: "Leading somewhere and reading are two things: a page may do the first with every origin, " +
		"the second with its own.",
	webSocketConstructor: "A mistake in the arguments is told at once; later a WebSocket fails without a reason, " +
		"so that it cannot be used to look around in a network.",
	webSocketEstablish: "The handshake is made so that a server which knows nothing of WebSockets cannot be taken " +
		"for one that has agreed.",
	mimeTypeBlocking: "An image or a table that somebody has uploaded must not run as a " +
		"script with the rights of the page.",
	nosniffBlocking: "Browsers once guessed what a file is, and a guess could make a script of an upload. The " +
		"header tells them to believe the Content-Type.",
	portBlocking: "A page could make the user's browser talk to a mail server or the like, which may take lines of " +
		"an HTTP request for commands: such ports are never asked.",
	upgradeInsecureRequests: "A site that moves to https: has old links in its pages; the directive mends them all " +
		"without a change of the pages.",
	securityPolicyRequest: "If an attacker gets a script into the page, the policy limits where that can load from " +
		"and where it can send what it has found. It restricts the page, not the server.",
	securityPolicyReport: "A new policy can break a page: so it is tried out first, by reports, while all " +
		"goes on as before.",
	mixedContentUpgrade: "Anyone on the network can read and change what comes over http:. Images and " +
		"media are mended silently, because too many pages still have such links.",
	mixedContent: "Anyone on the network can read and change what comes over http:, and through it a page " +
		"that is itself protected by https:.",
	strictTransport: "The first request over http: can be caught and answered by anyone on the network; a host " +
		"that says so once is not asked over http: again.",
	localNetworkAccess: "A page of the open Web could make the user's browser reach routers, printers and servers " +
		"at home that trust everyone who can reach them.",
	cacheStorage: "A whole answer that is stored has every piece of it.",
	cacheKeys: "The same URL can have different answers, by language or by Origin. Vary says which headers of the " +
		"request the answer goes by, so that nobody gets what was made for another.",
	cacheInvalidation: "After a POST or DELETE, what was stored before is likely to be out of date.",
	preflightCache:    "What was remembered may have been the reason for the failure: the next try asks anew.",
	corsCheck: "A page can make the browser send requests with the user's cookies. What comes back may be " +
		"the user's private data, so another origin may read it only if the answer says so. This guards " +
		"the reading: without a CORS-preflight the request has been sent by then, so it does not protect " +
		"the server.",
	taoCheck: "How long an answer took tells something of it, for example whether the user is logged in there. The " +
		"page sees details only where the answer allows it.",
	corpCheck: "Without CORS an image or a script of another origin still comes into the process of the page, " +
		"where attacks like Spectre can read memory. The header lets a server keep it out.",
	originHeader: "The server has to know whose page asks, to answer CORS and to refuse what it does not want. " +
		"Script cannot forge it; a program that is no browser can.",
	referrerOnRedirect: "URLs can hold secrets. Whoever redirects may narrow what the next server learns of where " +
		"the user comes from.",
	cookieStorage: "Cookies stand for the user: a server may set them for itself and the hosts of its own site, " +
		"not for strangers.",
	cookieRetrieval: "Cookies stand for the user, and the browser adds them by itself. SameSite keeps other sites' " +
		"pages from acting in the user's name (CSRF), which CORS does not.",
	filteredResponse: "How much script may see of an answer depends on how it was asked for: all of its own " +
		"origin's, what CORS exposes of another's, or nothing.",
	integrityMatch: "A page that uses a file of somebody else's server pins the bytes, so that a server which is " +
		"broken into cannot change the page.",
	opaqueResponseBlocking: "A page could load another site's private JSON or HTML as an image: it shows nothing, " +
		"but the bytes come into the process of the page, where attacks like Spectre can read them.",
	sameOriginDomain: "Documents of the same origin are one program. Between all others the browser keeps " +
		"a wall.",
	crossOriginProperties: "Windows of different origins need a few ways to find and to message each other. All " +
		"else would let one page read the other with the user's session in it.",
	crossOriginFallback: "The language itself asks every object for these properties: were they an error, a Window " +
		"could not even be returned by an async function.",
	windowGetOwnProperty: "Pages have named and counted frames since there were frames, across origins " +
		"too: too much of the Web depends on it to take it away.",
	crossOriginSet:  "A page may send another window elsewhere; where that window is now is the other's private matter.",
	windowDelete:    "A page that could change another's objects could run code there.",
	windowPrototype: "A prototype is a way to the other page's objects, and so to its functions.",
	contentDocument: "Who has the document has everything in it: the text, the forms, the tokens.",
	documentDomain: "Setting document.domain lets two hosts of a site drop the wall between them. It is a relic: " +
		"it weakens both, and browsers are taking it away.",
	documentCookie: "Cookies are set for URLs of servers, and only a document that came from one has any.",
	storageKey:     "What a page stores is for its own origin. Were it shared, any page could read another's data.",
	postMessage: "Windows of different origins can talk, if the sender says for whom the message is. By the time " +
		"it arrives, the window may show somebody else's page.",
	frameOptions: "A page in a hostile frame can be made invisible and put under the user's clicks (clickjacking). " +
		"The page says in whose frames it may be.",
	frameAncestors: "A page in a hostile frame can be made invisible and put under the user's clicks " +
		"(clickjacking). The directive names who may frame it, which X-Frame-Options cannot.",
	windowOpener: "A window that script has opened has a reference to its opener, so that the two can talk; others " +
		"have none.",
	openerPolicy: "A reference to another window gives a hold on it: it can be sent elsewhere, counted and " +
		"watched. The policy cuts references, and so lets the page have a process of its own.",
	openerPolicyResult: "Opener and popup of a sandbox share its limits. A document that asks for a group of its " +
		"own would get out of them.",
	crossOriginIsolated: "SharedArrayBuffer and precise timers make attacks like Spectre easy. They are given only " +
		"to pages that have shut everything out of their process that did not agree to be there.",
}

// ruleReasons are the reasons of rules for which that of the algorithm says too little.
var ruleReasons = [ruleCount]string{
	RequestURLInvalid: "A mistake in a URL is told at once, before anybody is asked.",
	RequestURLCredentials: "A password in a URL ends up in histories, logs and error messages, and is read as part " +
		"of the host by users who are to be deceived.",
	RequestWindow: "The member is there for one thing: to say that no window may be used " +
		"to ask the user for a password.",
	RequestReferrerInvalid: "A mistake in a URL is told at once, before anybody is asked.",
	RequestReferrerIgnored: "Otherwise a page could say that the user comes from somebody else's " +
		"page, and some servers go by that.",
	RequestModeNavigate: "Servers know navigations by this mode, in Sec-Fetch-Mode: a script must not pass for the " +
		"user who follows a link.",
	RequestOnlyIfCached: "Across origins it would tell a page what the user has visited before: " +
		"whatever is in the cache.",
	RequestMethodInvalid: "A space or line break in the method would let a page write the rest " +
		"of the request by itself.",
	RequestMethodForbidden: "CONNECT is for proxies, and TRACE and TRACK send the request back with the cookies " +
		"that script may not see.",
	RequestNoCORSMethod: "Mode no-cors asks without permission, so it may do only what an HTML form could do all " +
		"along. That is enough to reach a server: it must guard itself against forged requests.",
	RequestBodyWithGET: "HTTP gives no meaning to a body of GET, and servers and caches on the " +
		"way would treat it differently.",
	RequestContentType: "A server has to know how to read the body. A string is text/plain, which needs no " +
		"CORS-preflight; JSON has to be named, and then does.",
	RequestStreamDuplex: "Today browsers send the whole body before they read the answer; the member is there so " +
		"that one day they may do both at once without breaking pages.",
	RequestStreamMode: "HTML forms cannot send a stream, so a server that knows only those " +
		"must not get one unasked.",
	RequestStreamPreflight: "HTML forms cannot send a stream, so a server that knows only those is asked first.",
	RequestStreamKeepalive: "A stream is read while it is sent, by script of the page, and nobody would " +
		"read on when the page is gone.",
	RequestStreamUnsupported: "Streams as bodies are new, and not every browser can send them. Script can " +
		"find out before it asks.",

	HeaderNameInvalid: "A colon or line break in a name would let a page write headers, or a whole second request, " +
		"of its own making.",
	HeaderValueInvalid: "A line break in a value would let a page write headers, or a whole " +
		"second request, of its own making.",
	HeaderForbidden: "Cookie, Origin, Host, Sec-Fetch-Site and the like are what the browser itself tells the " +
		"server, so no page may write them. A program that is no browser can.",

	XHRBodyDropped: "HTTP gives no meaning to a body of GET. XMLHttpRequest is older than " +
		"fetch() and does not complain.",
	XHRCharset: "The charset must say what the bytes are, and script's strings are always sent as UTF-8.",
	XHRUploadListener: "The progress of an upload would tell whether a server is there and takes data, though " +
		"nothing allows the page to learn that: the server is asked first.",
	EventSourceURLInvalid: "A mistake in a URL is told at once, before anybody is asked.",
	LoadURLInvalid:        "Without a URL there is nothing to ask for.",

	BeaconURLInvalid: "A mistake in a URL is told at once, as a beacon has no answer that could tell it later.",
	BeaconScheme:     "A beacon is a POST, and only HTTP has such.",

	NavigationURLInvalid: "Without a URL there is nowhere to go.",
	NavigationDataURL: "A page could build a copy of a login page in a data: URL, which has no server that the " +
		"user could recognise.",
	NavigationNoDocument: "A 204 or 205 has nothing to show, and a download is kept as a file: neither " +
		"takes the place of the document that is there.",

	WebSocketStatus: "Only a server that knows WebSockets says 101 with the right key. There is no CORS here: " +
		"whoever accepts a WebSocket with the user's cookies must look at Origin itself.",
	WebSocketProtocol: "Both sides must speak the same language from the first byte, as nothing that " +
		"comes later says which it is.",

	LocalNetworkTarget: "A page from https: may ask http: servers of the local network if it announces " +
		"that they are there; that must not become a way around mixed content.",
	LocalNetworkSecureContext: "Over http: anyone on the way can put a script into the page, and so " +
		"would reach into the local network.",
	LocalNetworkPermission: "Devices at home often trust everyone who can reach them, and a page can reach them " +
		"through the user's browser: so the user is asked. The devices should protect themselves, too.",

	StrictTransportUpgraded: "The first request over http: can be caught and answered by anyone on the network: " +
		"the browser does not make it.",
	MainFetchSameOrigin: "What a page's own origin has sent is its own, so it may read it. CORS is about " +
		"what belongs to somebody else.",
	MainFetchDataURL: "The page has written the answer itself, in the URL: there is nobody else's data in it.",
	MainFetchNavigate: "Links are what the Web is made of. The new document is shown to the user, and not given to " +
		"the page that led there.",
	MainFetchWebSocket: "WebSockets have a check of their own in the place of CORS: the server sees the " +
		"page's Origin, and is trusted to refuse. One that forgets to look lets every page of the Web in, " +
		"with the user's cookies.",
	MainFetchModeSameOrigin: "The page itself has asked to be kept at home, for example because the answer will be " +
		"trusted like its own code.",
	MainFetchNoCORSRedirectMode: "How a server redirects can tell whether the user is logged in there: without " +
		"CORS the page is not to learn it.",
	MainFetchNoCORS: "Pages have always shown other sites' images and run their scripts. They may go on, " +
		"as long as they cannot read them. The request is sent, and an element's with all cookies that SameSite " +
		"does not keep back: this does not protect the server.",
	MainFetchScheme: "Only HTTP has headers in which a server could allow a page to read.",
	MainFetchPreflightFlag: "A form cannot send a stream, and cannot watch how far an upload has come. " +
		"For both the server is asked first, whatever the method and the headers are.",
	MainFetchPreflightMethod: "A form can send GET and POST only. A server built before CORS may rely on DELETE or " +
		"PUT coming from its own pages: it is asked first. A POST is not: servers must guard themselves against " +
		"forged ones.",
	MainFetchPreflightHeaders: "A form cannot set headers, and of Content-Types it has three. A server " +
		"may take Authorization, X-Requested-With or JSON as a sign of its own pages: it is asked first.",
	MainFetchPreflightAgain: "The browser goes by what the request needed at first, and not by what the redirect " +
		"has made of it: the server is asked once more than the standard demands.",
	CredentialedSubresource: "A password in the URL of an image or script could try passwords on other servers, or " +
		"hide from users whom a page asks.",
	MainFetchSimple: "A form or an image could always have sent this request, so asking first would protect " +
		"nobody. The server gets it and may act on it, whatever becomes of the answer.",
	MainFetchIntegrity: "Whether the hash fits would tell what is in an answer that the page may not read.",

	AboutBlank: "A new window or frame begins with an empty document, which nobody has to send.",
	AboutOther: "The other about: URLs are the browser's own pages, such as its settings.",
	BlobMethod: "A Blob can be read and not be written or posted to.",
	BlobMissing: "A blob: URL lives as long as the page that made it, or until it is revoked, so that memory can " +
		"be given back.",
	BlobRange:     "Players of media ask for pieces; a Blob answers as a server would.",
	Blob:          "The page, or one of its origin, has made the Blob: there is nobody else's data in it.",
	DataURL:       "The URL holds the whole answer, so there is nothing to send; but it has to be well-formed.",
	FileURL:       "A page that could read files could read everything that the user has.",
	UnknownScheme: "There is no way to ask by a scheme that the browser does not know.",

	PreflightCacheHit: "Asking first doubles every such request; what the server has granted is taken to " +
		"hold for a while.",
	PreflightCacheStored: "Asking first doubles every such request. Access-Control-Max-Age says how long " +
		"the grant may be remembered.",
	RedirectModeError: "The page wants the answer from this very URL, or none.",
	RedirectManual: "Where a redirect leads may hold a secret, such as a token, so script " +
		"learns only that there was one.",
	RedirectFollowed: "Things move. Every hop goes through the checks anew, because any of " +
		"them may belong to somebody else.",

	PreflightStatus: "An old server that knows nothing of CORS answers OPTIONS with an error or a login page: that " +
		"must not be taken for a yes.",
	PreflightSyntax: "A list that cannot be read is no permission: the browser does not guess what was meant.",
	PreflightMethod: "A form could not have sent this method, so the server has to say that it expects it from " +
		"other origins. It is never sent otherwise.",
	PreflightAuthorization: "A wildcard is quickly written. That pages of other origins may send " +
		"passwords and tokens, and so try them out, has to be meant.",
	PreflightHeader: "A form could not have sent this header, or not with such a value, so the server has " +
		"to say that it expects it from other origins. The request is never sent otherwise.",

	CORSWildcard: "What everybody may read without logging in, a page of any origin may read, too. A server inside " +
		"a network that trusts everyone who can reach it should not say so.",
	CORSWildcardWithCredentials: "With cookies the answer is the user's own: that every page of the Web may read " +
		"it is a mistake too easily made, so the origin has to be named.",
	CORSAllowOriginMultiple: "The header is one value that is compared, and no list. A server that serves " +
		"several origins looks the request's Origin up in its own list, answers with that one, and adds " +
		"Vary: Origin.",
	CORSAllowOriginMismatch: "Origins are compared byte for byte. A comparison of beginnings, or by a " +
		"pattern, is easily fooled: https://app.example.evil.example begins with https://app.example.",
	CORSAllowCredentialsNotTrue: "What is the user's own takes two steps of the server to be read by " +
		"others, the origin and this header, so that no single careless one allows it. Without a " +
		"CORS-preflight the request has been sent by then, with its cookies.",

	CORPEmbedderPolicy: "A page that wants SharedArrayBuffer must keep everything out of its process that has not " +
		"agreed to be there: attacks like Spectre could read it.",
	EmbedderPolicyReported: "A policy can break a page: so it is tried out first, by reports, while all " +
		"goes on as before.",

	RedirectLocationMissing: "There is nowhere to go, so what came is all that there is.",
	RedirectLocationInvalid: "The browser does not guess which of several places was meant, or what broken text says.",
	RedirectScheme: "A server must not lead a fetch to data: or file:, where it would speak with another's voice " +
		"or read what no server may.",
	RedirectLimit: "Two servers can redirect to each other for ever.",
	RedirectCredentials: "A server could have the browser try passwords on another server, in " +
		"the name of the page.",
	RedirectCredentialsTainted: "A stranger's server could log the user in at home under another name, " +
		"or try passwords there.",
	RedirectStreamBody: "What was read from a stream is gone. After a 303 nothing is sent " +
		"again, so there it works.",
	RedirectMethodRewritten: "Browsers have done so since the first forms: after a POST one is led to a page to " +
		"look at. A server that wants the method kept says 307 or 308.",
	RedirectAuthorizationDropped: "The password or token was meant for the first server, and not for any " +
		"to which it redirects.",
	RedirectOriginTainted: "The page asked the first server, not the one it was led to by a stranger. With the " +
		"page's own origin the last server could be deceived about who wanted this.",

	CredentialsIncluded: "The user is logged in, and the page at home works with that. Across origins the page " +
		"must ask for it, and CORS then wants more before it lets the page read.",
	CredentialsExcluded: "The user's cookies are not for every request that a page makes: across origins fetch() " +
		"sends none unless it says include.",
	CredentialsEmbedderPolicy: "What is fetched without cookies is what everyone can get, so it may come " +
		"into an isolated process though its server has not agreed.",
	KeepaliveLimit: "What goes on after the page is closed is out of the user's sight: so it is kept small.",
	HTTPCacheHit: "What was answered once need not be asked again. The stored CORS headers come with it: " +
		"a server that answers each origin differently must say Vary: Origin, or one page is given the " +
		"permission of another.",
	HTTPCacheStale: "The page is fast now, and right the next time.",
	HTTPCacheValidating: "An answer can be old and yet be the same: asking whether it is costs " +
		"less than sending it again.",
	HTTPCacheValidated: "The bytes have not changed, so they are not sent again.",
	OnlyIfCached:       "The page wants what is at hand at once, or nothing.",
	AuthenticationStreamBody: "The request would have to be sent again with a password, and what was read " +
		"from a stream is gone.",
	AuthenticationPrompt: "HTTP has a login of its own: a window in which the browser asks the user. A " +
		"CORS request to another origin never makes it appear, or any page could have users type the " +
		"passwords of other servers.",
	AuthenticationRetry:           "HTTP servers ask by a 401 for a name and password; only then are they sent.",
	ProxyAuthenticationNoPrompt:   "Somebody has to be asked for the proxy's password, and here nobody can be.",
	ProxyAuthenticationUnexpected: "A server that plays the proxy could get the user to type the proxy's password.",
	MisdirectedRetry: "Browsers use one connection for several hosts. A server that cannot answer for a host there " +
		"says so, and is asked on a connection of its own.",

	OriginHeaderWebSocket: "WebSockets have no CORS: Origin is all by which the server can tell its own pages from " +
		"others, and it is the server that has to look. A program that is no browser can write there what it " +
		"likes.",
	OriginHeaderMethod: "Requests that change something carry their origin, so that a server can refuse those of " +
		"other sites' pages (CSRF).",
	OriginHeaderReferrerPolicy: "A page that does not want to say where the user comes from does not " +
		"say it by this header, either.",

	CookieStored: "Cookies are for the server, not for the page: that script may not read an answer does not undo " +
		"what the answer set.",
	DocumentCookieOpaque: "An opaque origin belongs to nobody, so no cookies belong to it. Otherwise a sandbox " +
		"would be no wall for the user's session.",
	DocumentCookieRead: "Script may read the cookies of its own page; a server keeps a session from scripts, and " +
		"so from injected ones, by HttpOnly.",
	DocumentCookieSet: "Script may set cookies for its own page and site, as its server may.",
	DocumentCookieIgnored: "Script must not set what only a server may, such as HttpOnly, nor for " +
		"hosts that are not its own.",

	StoragePartitioned: "A widget that is embedded everywhere could know the user again on every site by what it " +
		"has stored: so it has a store for each.",

	NetworkFailure: "Script learns nothing of the reason, so that a page cannot look around in a network it can " +
		"reach through the user's browser.",
	NetworkStreamConnection: "HTTP/1.1 needs a length at the beginning, or a body in chunks, which many " +
		"servers do not take in requests.",
	NetworkStatusInvalid: "What is not HTTP may be another protocol's server, whose words no page should get.",
	NetworkHeaderInvalid: "Where one program sees two headers another sees one, and attackers used that " +
		"to slip in headers of their own.",

	ExposeWildcard: "Headers can hold secrets, such as tokens, so script sees only what is known to be harmless " +
		"and what the server exposes.",
	ExposeWildcardWithCredentials: "With cookies the headers are the user's own: each has to be named, so that " +
		"none is exposed by a careless *.",
	ExposeSyntax: "A list that cannot be read is no permission: the browser does not guess what was meant.",

	DomainSuffix: "Were a public suffix such as com allowed, every site below it could join, and drop the wall " +
		"between itself and all others.",

	UnknownAnswer: "A verdict that rests on a guess would be worth nothing: say what the " +
		"server answers, and there is one.",
	UnknownPermission: "A verdict that rests on a guess would be worth nothing: say what the user has permitted, " +
		"and there is one.",
	AlternativesDiffer: "Where a description leaves open what is answered, a verdict must hold " +
		"for every answer, or for none.",
	NotModelledHTTPCache: "Where browsers differ and no standard decides, corsim would have to " +
		"guess. It does not.",
	NotModelledIntegrity: "A hash is one of bytes: without them, corsim would have to guess.",
	NotModelledOpaqueResponseBlocking: "Browsers look at the bytes where the type does not decide: without " +
		"them, corsim would have to guess.",
	NotModelledProxyAuthentication: "A proxy stands between the browser and every server; what it does, no " +
		"description of a server says.",
	NotModelledWorkerIsolation: "A worker is isolated as the document is that has started it, and corsim " +
		"opens it without one: it would have to guess.",
}
