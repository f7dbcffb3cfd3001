package rule

// The rules, in the order in which a fetch meets them. Step numbers belong to the text of the date that the
// algorithm's standard was read on.
const (
	_ ID = iota

	// Building the request: fetch() and new Request().
	PageURLInvalid
	RequestURLInvalid
	RequestURLCredentials
	RequestWindow
	RequestReferrerInvalid
	RequestReferrerIgnored
	RequestModeNavigate
	RequestOnlyIfCached
	RequestMethodInvalid
	RequestMethodForbidden
	RequestEnumeration
	RequestNoCORSMethod
	RequestBodyWithGET
	RequestContentType
	RequestStreamDuplex
	RequestStreamMode
	RequestStreamPreflight
	RequestStreamKeepalive
	RequestStreamUnsupported
	RequestMethodNormalized
	RequestMethodKept
	HeaderNameInvalid
	HeaderValueInvalid
	HeaderForbidden
	HeaderNotNoCORSSafelisted

	// XMLHttpRequest.
	XHRMethodInvalid
	XHRMethodForbidden
	XHRURLInvalid
	XHRHeaderInvalid
	XHRBodyDropped
	XHRCharset
	XHRUploadListener

	// EventSource.
	EventSourceURLInvalid
	EventSourceStatus
	EventSourceContentType

	// Elements that load something.
	LoadURLInvalid
	LoadPreloadDestination
	LoadStatus
	LoadImage
	LoadModuleType
	LoadStylesheetType
	LoadFont

	// Beacons.
	BeaconURLInvalid
	BeaconScheme
	BeaconQueued

	// Navigations.
	NavigationURLInvalid
	NavigationScheme
	NavigationEmbedderPolicy
	NavigationNoDocument
	NavigationDataURL
	NavigationCrossOrigin

	// WebSockets.
	WebSocketURLInvalid
	WebSocketScheme
	WebSocketFragment
	WebSocketProtocols
	WebSocketStatus
	WebSocketProtocol

	// Main fetch.
	BadPort
	InsecureRequestUpgraded
	MixedContentUpgraded
	MixedContentBlocked
	ContentSecurityPolicy
	ContentSecurityPolicyReported
	StrictTransportUpgraded
	StrictTransportKnown
	LocalNetworkTarget
	LocalNetworkSecureContext
	LocalNetworkPermission
	MainFetchSameOrigin
	MainFetchDataURL
	MainFetchNavigate
	MainFetchWebSocket
	MainFetchModeSameOrigin
	MainFetchNoCORSRedirectMode
	MainFetchNoCORS
	MainFetchScheme
	MainFetchPreflightFlag
	MainFetchPreflightMethod
	MainFetchPreflightHeaders
	MainFetchPreflightAgain
	CredentialedSubresource
	MainFetchSimple
	MIMETypeBlocked
	NosniffBlocked
	OpaqueResponseBlocked
	MainFetchIntegrity
	IntegrityMatch

	// Scheme fetch.
	AboutBlank
	AboutOther
	BlobMethod
	BlobMissing
	BlobRange
	Blob
	DataURL
	FileURL
	UnknownScheme

	// HTTP fetch.
	PreflightCacheHit
	PreflightCacheStored
	PreflightCacheCleared
	RedirectModeError
	RedirectManual
	RedirectFollowed

	// CORS-preflight fetch.
	PreflightStatus
	PreflightSyntax
	PreflightMethod
	PreflightAuthorization
	PreflightHeader

	// CORS check.
	CORSAllowOriginMissing
	CORSWildcard
	CORSWildcardWithCredentials
	CORSAllowOriginMultiple
	CORSAllowOriginMismatch
	CORSAllowOriginMatch
	CORSAllowCredentialsNotTrue
	CORSAllowCredentials

	// Cross-origin resource policy.
	CORPSameOrigin
	CORPSameSite
	CORPEmbedderPolicy
	EmbedderPolicyReported

	// Redirects.
	RedirectLocationMissing
	RedirectLocationInvalid
	RedirectScheme
	RedirectLimit
	RedirectCredentials
	RedirectCredentialsTainted
	RedirectStreamBody
	RedirectMethodRewritten
	RedirectAuthorizationDropped
	RedirectOriginTainted
	RedirectReferrerPolicy

	// HTTP-network-or-cache fetch.
	CredentialsIncluded
	CredentialsExcluded
	CredentialsEmbedderPolicy
	KeepaliveLimit
	HTTPCacheHit
	HTTPCacheStale
	HTTPCacheVariant
	HTTPCacheValidating
	HTTPCacheValidated
	HTTPCacheRange
	HTTPCacheForgotten
	OnlyIfCached
	AuthenticationStreamBody
	AuthenticationPrompt
	AuthenticationRetry
	ProxyAuthenticationNoPrompt
	ProxyAuthenticationUnexpected
	MisdirectedRetry
	OriginHeaderCORS
	OriginHeaderWebSocket
	OriginHeaderMethod
	OriginHeaderReferrerPolicy
	CookieSent
	CookieWithheld
	CookieStored
	CookieIgnored

	// HTTP-network fetch.
	NetworkFailure
	NetworkStreamConnection
	NetworkStatusInvalid
	NetworkHeaderInvalid

	// Timing.
	TAOPassed
	TAOFailed

	// Filtered responses.
	FilterBasic
	FilterCORS
	FilterOpaque
	ExposeWildcard
	ExposeWildcardWithCredentials
	ExposeSyntax

	// One document and another.
	AccessSameOriginDomain
	AccessProperty
	AccessChildNavigable
	AccessUndefined
	AccessDirection
	AccessChange
	AccessPrototype
	AccessContentDocument

	// document.domain.
	DomainDetached
	DomainSandboxed
	DomainOpaque
	DomainSuffix
	DomainOriginKeyed
	DomainSet

	// document.cookie.
	DocumentCookieAverse
	DocumentCookieOpaque
	DocumentCookieRead
	DocumentCookieSet
	DocumentCookieIgnored

	// Storage.
	StorageOpaque
	StorageOfOrigin
	StoragePartitioned

	// postMessage().
	PostMessageTargetInvalid
	PostMessageAnyone
	PostMessageOrigin

	// Documents in frames.
	FrameTopLevel
	FrameAncestors
	FrameOptionsOverridden
	FrameOptionsDeny
	FrameOptionsSameOrigin
	FrameOptionsConflict
	FrameOptionsIgnored

	// Windows and their openers.
	OpenerMissing
	OpenerPolicySwitch
	OpenerPolicyReportOnly
	OpenerPolicyFrame
	OpenerPolicySandbox
	IsolatedTopLevel
	IsolatedPermission

	// What corsim cannot say.
	UnknownAnswer
	UnknownPermission
	AlternativesDiffer
	NotModelledHTTPCache
	NotModelledIntegrity
	NotModelledOpaqueResponseBlocking
	NotModelledProxyAuthentication
	NotModelledWorkerIsolation
	ruleCount
)

var catalogue = [ruleCount]Rule{

	// Building the request: fetch() and new Request().
	PageURLInvalid: {Slug: "page/url-invalid", Algorithm: urlParsing, Step: "", Ways: CanStop,
		Lesson: "The page's URL cannot be parsed, so there is no origin to reason about."},
	RequestURLInvalid: {Slug: "request/url-invalid", Algorithm: requestConstructor, Step: "5.2", Ways: CanStop,
		Lesson: "A URL that cannot be parsed, alone or relative to the page's base URL, makes fetch() reject with a TypeError before anything is sent."},
	RequestURLCredentials: {Slug: "request/url-credentials", Algorithm: requestConstructor, Step: "5.3", Ways: CanStop,
		Lesson: "A URL with a user name or password in it is refused by fetch() with a TypeError. Put them in an Authorization header."},
	RequestWindow: {Slug: "request/window", Algorithm: requestConstructor, Step: "10", Ways: CanStop,
		Lesson: "The member window may only be null."},
	RequestReferrerInvalid: {Slug: "request/referrer-invalid", Algorithm: requestConstructor, Step: "14.3.2", Ways: CanStop,
		Lesson: "A referrer that cannot be parsed makes fetch() reject with a TypeError."},
	RequestReferrerIgnored: {Slug: "request/referrer-ignored", Algorithm: requestConstructor, Step: "14.3.3", Ways: CanApply,
		Lesson: "A referrer of another origin than the page's is replaced by the page itself."},
	RequestModeNavigate: {Slug: "request/mode-navigate", Algorithm: requestConstructor, Step: "17", Ways: CanStop,
		Lesson: "Script cannot make a request with mode navigate."},
	RequestOnlyIfCached: {Slug: "request/only-if-cached", Algorithm: requestConstructor, Step: "21", Ways: CanStop,
		Lesson: "Cache mode only-if-cached works with mode same-origin only."},
	RequestMethodInvalid: {Slug: "request/method-invalid", Algorithm: requestConstructor, Step: "25.2", Ways: CanStop,
		Lesson: "A method is a token: letters, digits and a few signs, without spaces."},
	RequestMethodForbidden: {Slug: "request/method-forbidden", Algorithm: requestConstructor, Step: "25.2", Ways: CanStop,
		Lesson: "CONNECT, TRACE and TRACK are forbidden methods."},
	RequestEnumeration: {Slug: "request/enumeration", Algorithm: enumeration, Step: "2", Ways: CanStop,
		Lesson: "The value is not one of those the member allows, so the call is a TypeError."},
	RequestNoCORSMethod: {Slug: "request/no-cors-method", Algorithm: requestConstructor, Step: "32.1", Ways: CanStop,
		Lesson: "With mode no-cors only GET, HEAD and POST can be used."},
	RequestBodyWithGET: {Slug: "request/body-with-get", Algorithm: requestConstructor, Step: "35", Ways: CanStop,
		Lesson: "GET and HEAD have no body; fetch() with one is a TypeError."},
	RequestContentType: {Slug: "request/content-type", Algorithm: requestConstructor, Step: "37.4", Ways: CanApply,
		Lesson: "The body brought its own Content-Type, because the caller gave none."},
	RequestStreamDuplex: {Slug: "request/stream-duplex", Algorithm: requestConstructor, Step: "39.1", Ways: CanStop,
		Lesson: `A stream as body needs the member duplex: "half".`},
	RequestStreamMode: {Slug: "request/stream-mode", Algorithm: requestConstructor, Step: "39.2", Ways: CanStop,
		Lesson: "A stream as body works with modes same-origin and cors only."},
	RequestStreamPreflight: {Slug: "request/stream-preflight", Algorithm: requestConstructor, Step: "39.3", Ways: CanApply,
		Lesson: "A stream as body always needs a CORS-preflight across origins, whatever the method and the headers."},
	RequestStreamKeepalive: {Slug: "request/stream-keepalive", Algorithm: extractBody, Step: "10", Ways: CanStop,
		Lesson: "A stream cannot be the body of a keepalive request."},
	RequestStreamUnsupported: {Slug: "request/stream-unsupported", Algorithm: extractBody, Step: "", Ways: CanStop,
		Lesson: "This browser cannot send a stream as body: read it first, and send what you have read."},
	RequestMethodNormalized: {Slug: "request/method-normalized", Algorithm: normalizeMethod, Step: "", Ways: CanApply,
		Lesson: "DELETE, GET, HEAD, OPTIONS, POST and PUT are put in upper case, however they were written."},
	RequestMethodKept: {Slug: "request/method-kept", Algorithm: normalizeMethod, Step: "", Ways: CanApply,
		Lesson: "This method is sent as it was written: only DELETE, GET, HEAD, OPTIONS, POST and PUT are put in upper case, so patch is not PATCH."},
	HeaderNameInvalid: {Slug: "request/header-name-invalid", Algorithm: headersValidate, Step: "1", Ways: CanStop,
		Lesson: "A header name is a token: no space, no colon."},
	HeaderValueInvalid: {Slug: "request/header-value-invalid", Algorithm: headersValidate, Step: "1", Ways: CanStop,
		Lesson: "A header value holds no NUL, CR or LF. Every other byte may stand in it."},
	HeaderForbidden: {Slug: "request/header-forbidden", Algorithm: headersValidate, Step: "3", Ways: CanApply,
		Lesson: "This request-header is forbidden: the browser alone sets it, and what script asked for was dropped silently."},
	HeaderNotNoCORSSafelisted: {Slug: "request/header-no-cors", Algorithm: headersAppend, Step: "3.4", Ways: CanApply,
		Lesson: "With mode no-cors only no-CORS-safelisted request-headers are kept; this one was dropped silently."},

	// XMLHttpRequest.
	XHRMethodInvalid: {Slug: "xhr/method-invalid", Algorithm: xhrOpen, Step: "2", Ways: CanStop,
		Lesson: "open() throws a SyntaxError for a method that is not a token."},
	XHRMethodForbidden: {Slug: "xhr/method-forbidden", Algorithm: xhrOpen, Step: "3", Ways: CanStop,
		Lesson: "open() throws a SecurityError for CONNECT, TRACE and TRACK."},
	XHRURLInvalid: {Slug: "xhr/url-invalid", Algorithm: xhrOpen, Step: "6", Ways: CanStop,
		Lesson: "open() throws a SyntaxError for a URL that cannot be parsed."},
	XHRHeaderInvalid: {Slug: "xhr/header-invalid", Algorithm: xhrSetRequestHeader, Step: "4", Ways: CanStop,
		Lesson: "setRequestHeader() throws a SyntaxError for a name that is not a token or a value with NUL, CR or LF."},
	XHRBodyDropped: {Slug: "xhr/body-dropped", Algorithm: xhrSend, Step: "3", Ways: CanApply,
		Lesson: "XMLHttpRequest ignores the body of a GET or HEAD."},
	XHRCharset: {Slug: "xhr/charset", Algorithm: xhrSend, Step: "4.5.1.2", Ways: CanApply,
		Lesson: "The charset that the caller gave in Content-Type was changed to UTF-8, because text is sent as UTF-8."},
	XHRUploadListener: {Slug: "xhr/upload-listener", Algorithm: xhrSend, Step: "5", Ways: CanApply,
		Lesson: "A listener on xhr.upload makes every cross-origin request need a CORS-preflight."},

	// EventSource.
	EventSourceURLInvalid: {Slug: "event-source/url-invalid", Algorithm: eventSourceConstructor, Step: "4", Ways: CanStop,
		Lesson: "A URL that cannot be parsed makes new EventSource() throw a SyntaxError."},
	EventSourceStatus: {Slug: "event-source/status", Algorithm: eventSourceConstructor, Step: "15.3", Ways: CanStop,
		Lesson: "An event stream must be answered with status 200; with any other the connection fails for good and is not tried again."},
	EventSourceContentType: {Slug: "event-source/content-type", Algorithm: eventSourceConstructor, Step: "15.3", Ways: CanStop,
		Lesson: "An event stream must have the MIME type text/event-stream."},

	// Elements that load something.
	LoadURLInvalid: {Slug: "load/url-invalid", Algorithm: elementLoading, Step: "", Ways: CanStop,
		Lesson: "An element loads nothing from an empty URL or one that cannot be parsed."},
	LoadPreloadDestination: {Slug: "load/preload-destination", Algorithm: linkRequest, Step: "2", Ways: CanStop,
		Lesson: "A link of the type preload fetches nothing without an attribute as, whose value is fetch, font, image, script, style or track."},
	LoadStatus: {Slug: "load/status", Algorithm: elementLoading, Step: "", Ways: CanPass | CanStop,
		Lesson: "Scripts, style sheets, fonts, tracks, audio and video need a status from 200 to 299; an image is shown whatever the status says."},
	LoadImage: {Slug: "load/image", Algorithm: elementLoading, Step: "", Ways: CanPass | CanStop,
		Lesson: "The answer is no image that can be decoded. An image's bytes decide, not its Content-Type; only SVG needs its own type."},
	LoadModuleType: {Slug: "load/module-type", Algorithm: moduleScript, Step: "13.6", Ways: CanPass | CanStop,
		Lesson: "Modules, the scripts of workers and what importScripts() takes run only with a JavaScript MIME type, such as text/javascript."},
	LoadStylesheetType: {Slug: "load/stylesheet-type", Algorithm: stylesheetLink, Step: "", Ways: CanPass | CanStop | CanApply,
		Lesson: "A style sheet applies only with the Content-Type text/css, or without any; a document in quirks mode takes every type from its own origin."},
	LoadFont: {Slug: "load/font", Algorithm: fontLoading, Step: "", Ways: CanPass | CanStop,
		Lesson: "The answer is no font that can be decoded."},

	// Beacons.
	BeaconURLInvalid: {Slug: "beacon/url-invalid", Algorithm: sendBeacon, Step: "2", Ways: CanStop,
		Lesson: "sendBeacon() throws a TypeError for a URL that cannot be parsed."},
	BeaconScheme: {Slug: "beacon/scheme", Algorithm: sendBeacon, Step: "2", Ways: CanStop,
		Lesson: "sendBeacon() throws a TypeError for a URL that is not HTTP(S)."},
	BeaconQueued: {Slug: "beacon/queued", Algorithm: sendBeacon, Step: "7", Ways: CanApply,
		Lesson: "sendBeacon() returns true once the data is queued. What the server answers, or whether the request is sent at all, the page never learns."},

	// Navigations.
	NavigationURLInvalid: {Slug: "navigation/url-invalid", Algorithm: navigate, Step: "", Ways: CanStop,
		Lesson: "There is no navigation to a URL that cannot be parsed."},
	NavigationScheme: {Slug: "navigation/scheme", Algorithm: navigationFetch, Step: "", Ways: CanStop,
		Lesson: "A URL of this scheme is not fetched. It is handed to other software, such as the user's mail program, or it runs as a script."},
	NavigationEmbedderPolicy: {Slug: "navigation/embedder-policy", Algorithm: embedderAdherence, Step: "5", Ways: CanPass | CanStop,
		Lesson: "A document with Cross-Origin-Embedder-Policy: require-corp or credentialless takes into its frames only documents that have one of the two themselves."},
	NavigationNoDocument: {Slug: "navigation/no-document", Algorithm: populateDocument, Step: "", Ways: CanApply,
		Lesson: "After a 204 or 205 the old document stays where it is, and so it does where Content-Disposition makes the answer a download."},
	NavigationDataURL: {Slug: "navigation/data-url", Algorithm: navigate, Step: "", Ways: CanStop,
		Lesson: "A page cannot take a tab to a data: URL; only the user can, and a frame can show one."},
	NavigationCrossOrigin: {Slug: "navigation/cross-origin", Algorithm: populateDocument, Step: "", Ways: CanApply,
		Lesson: "The user sees the document. Script of the page does not: it is of another origin."},

	// WebSockets.
	WebSocketURLInvalid: {Slug: "web-socket/url-invalid", Algorithm: webSocketConstructor, Step: "3", Ways: CanStop,
		Lesson: "A URL that cannot be parsed makes new WebSocket() throw a SyntaxError."},
	WebSocketScheme: {Slug: "web-socket/scheme", Algorithm: webSocketConstructor, Step: "6", Ways: CanStop,
		Lesson: "The URL of a WebSocket begins with ws: or wss:, which http: and https: stand for, too."},
	WebSocketFragment: {Slug: "web-socket/fragment", Algorithm: webSocketConstructor, Step: "7", Ways: CanStop,
		Lesson: "The URL of a WebSocket has no fragment."},
	WebSocketProtocols: {Slug: "web-socket/protocols", Algorithm: webSocketConstructor, Step: "9", Ways: CanStop,
		Lesson: "A subprotocol is a token, and none is named twice."},
	WebSocketStatus: {Slug: "web-socket/status", Algorithm: webSocketEstablish, Step: "11.2", Ways: CanPass | CanStop,
		Lesson: "A WebSocket opens with status 101 only; redirects are not followed. No CORS header makes a difference: the server itself must look at Origin."},
	WebSocketProtocol: {Slug: "web-socket/protocol", Algorithm: webSocketEstablish, Step: "11.3", Ways: CanPass | CanStop,
		Lesson: "Where the page names subprotocols the server must choose one of them, and where it names none the server must not."},

	// Main fetch.
	BadPort: {Slug: "main-fetch/bad-port", Algorithm: portBlocking, Step: "2", Ways: CanPass | CanStop,
		Lesson: "HTTP(S) requests to ports of other protocols, such as 25 for mail, are blocked before anything is sent."},
	InsecureRequestUpgraded: {Slug: "main-fetch/upgrade-insecure-requests", Algorithm: upgradeInsecureRequests, Step: "4", Ways: CanApply,
		Lesson: "The page's Content-Security-Policy says upgrade-insecure-requests: what it loads from http: is fetched from https: instead. Links to other hosts stay as they are."},
	MixedContentUpgraded: {Slug: "main-fetch/mixed-content-upgraded", Algorithm: mixedContentUpgrade, Step: "2", Ways: CanApply,
		Lesson: "An image, audio or video that a page from https: wants from http: is fetched from https: instead; a port that stands in the URL stays."},
	MixedContentBlocked: {Slug: "main-fetch/mixed-content", Algorithm: mixedContent, Step: "2", Ways: CanPass | CanStop,
		Lesson: "A page from https: or localhost, or inside such a page, may not fetch from an http: URL, unless that is localhost or another loopback address."},
	ContentSecurityPolicy: {Slug: "main-fetch/content-security-policy", Algorithm: securityPolicyRequest, Step: "4", Ways: CanPass | CanStop,
		Lesson: "The page's Content-Security-Policy names, by kind, the places that it may load from; after a redirect the new place must be named too, but not its path."},
	ContentSecurityPolicyReported: {Slug: "main-fetch/content-security-policy-report", Algorithm: securityPolicyReport, Step: "3", Ways: CanApply,
		Lesson: "The page's Content-Security-Policy-Report-Only does not name this place: that is reported, and nothing is blocked."},
	StrictTransportUpgraded: {Slug: "main-fetch/strict-transport-security", Algorithm: mainFetch, Step: "10", Ways: CanApply,
		Lesson: "The host is known to want https: only, by an earlier Strict-Transport-Security header: what is wanted from http: is fetched from https: instead."},
	StrictTransportKnown: {Slug: "network/strict-transport-security", Algorithm: strictTransport, Step: "", Ways: CanApply,
		Lesson: "By Strict-Transport-Security the host asks to be reached by https: only, from now on; max-age=0 takes that back."},
	LocalNetworkTarget: {Slug: "local-network-access/target", Algorithm: localNetworkAccess, Step: "4", Ways: CanPass | CanStop,
		Lesson: "The server's address is not in the IP address space that the request announces by targetAddressSpace, or by a host that is a local address or name."},
	LocalNetworkSecureContext: {Slug: "local-network-access/secure-context", Algorithm: localNetworkAccess, Step: "5.2", Ways: CanStop,
		Lesson: "A public page from http: cannot reach an address of the local network, or of this machine: that takes a secure context."},
	LocalNetworkPermission: {Slug: "local-network-access/permission", Algorithm: localNetworkAccess, Step: "5.11", Ways: CanPass | CanStop,
		Lesson: "A public page reaches an address of the local network, or of this machine, only if the user has permitted it; a frame of another origin also needs the attribute allow."},
	MainFetchSameOrigin: {Slug: "main-fetch/same-origin", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "The URL is same origin with the page, and no redirect has left it: no CORS, the response is basic."},
	MainFetchDataURL: {Slug: "main-fetch/data-url", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "A data: URL can be fetched by every page, in every mode."},
	MainFetchNavigate: {Slug: "main-fetch/navigate", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "A navigation goes to every origin without CORS."},
	MainFetchWebSocket: {Slug: "main-fetch/web-socket", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "The handshake of a WebSocket goes to every origin without CORS. The server knows the page by the Origin header, and must decide by itself."},
	MainFetchModeSameOrigin: {Slug: "main-fetch/mode-same-origin", Algorithm: mainFetch, Step: "12", Ways: CanStop,
		Lesson: "With mode same-origin a URL of another origin is a network error, also after a redirect."},
	MainFetchNoCORSRedirectMode: {Slug: "main-fetch/no-cors-redirect-mode", Algorithm: mainFetch, Step: "12", Ways: CanStop,
		Lesson: "Across origins, mode no-cors needs redirect mode follow."},
	MainFetchNoCORS: {Slug: "main-fetch/no-cors", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "With mode no-cors the request goes out without a CORS check, and script gets an opaque response: it can use it but not read it."},
	MainFetchScheme: {Slug: "main-fetch/scheme", Algorithm: mainFetch, Step: "12", Ways: CanStop,
		Lesson: "CORS is for HTTP(S) only: across origins no other scheme but data: can be read."},
	MainFetchPreflightFlag: {Slug: "main-fetch/preflight-flag", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "The use-CORS-preflight flag is set, by an upload listener or a stream as body, so a CORS-preflight comes first."},
	MainFetchPreflightMethod: {Slug: "main-fetch/preflight-method", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "The method is not CORS-safelisted (GET, HEAD, POST), so a CORS-preflight comes first."},
	MainFetchPreflightHeaders: {Slug: "main-fetch/preflight-headers", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "Some request-headers are CORS-unsafe, so a CORS-preflight comes first."},
	MainFetchPreflightAgain: {Slug: "main-fetch/preflight-again", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "This browser makes a CORS-preflight after a redirect for what the request was before."},
	CredentialedSubresource: {Slug: "main-fetch/credentialed-subresource", Algorithm: mainFetch, Step: "", Ways: CanStop,
		Lesson: "This browser loads nothing from a URL with a user name or password."},
	MainFetchSimple: {Slug: "main-fetch/simple", Algorithm: mainFetch, Step: "12", Ways: CanApply,
		Lesson: "Nothing in the request needs a CORS-preflight: it is sent at once, and only reading the answer is guarded."},
	MIMETypeBlocked: {Slug: "main-fetch/mime-type", Algorithm: mimeTypeBlocking, Step: "", Ways: CanPass | CanStop,
		Lesson: "What is to run as a script must not be sent as audio, image, video or text/csv."},
	NosniffBlocked: {Slug: "main-fetch/nosniff", Algorithm: nosniffBlocking, Step: "", Ways: CanPass | CanStop,
		Lesson: "With X-Content-Type-Options: nosniff a script needs a JavaScript MIME type, and a style sheet text/css."},
	OpaqueResponseBlocked: {Slug: "main-fetch/opaque-response-blocking", Algorithm: opaqueResponseBlocking, Step: "", Ways: CanPass | CanStop,
		Lesson: "Without CORS a page gets from another origin only what may be an image, audio, video, a style sheet or a script: not HTML, JSON, PDF and the like."},
	MainFetchIntegrity: {Slug: "main-fetch/integrity", Algorithm: mainFetch, Step: "23.2", Ways: CanStop,
		Lesson: "Integrity metadata needs a body that can be read; an opaque response has none."},
	IntegrityMatch: {Slug: "integrity/match", Algorithm: integrityMatch, Step: "5", Ways: CanPass | CanStop,
		Lesson: "The body must have one of the hashes that the integrity metadata names; only those of the strongest algorithm count."},

	// Scheme fetch.
	AboutBlank: {Slug: "scheme-fetch/about-blank", Algorithm: schemeFetch, Step: "3", Ways: CanApply,
		Lesson: "about:blank is an empty HTML document."},
	AboutOther: {Slug: "scheme-fetch/about", Algorithm: schemeFetch, Step: "4", Ways: CanStop,
		Lesson: "No about: URL but about:blank can be fetched."},
	BlobMethod: {Slug: "scheme-fetch/blob-method", Algorithm: schemeFetch, Step: "3", Ways: CanStop,
		Lesson: "A blob: URL can only be fetched with GET."},
	BlobMissing: {Slug: "scheme-fetch/blob-missing", Algorithm: schemeFetch, Step: "3", Ways: CanStop,
		Lesson: "The blob: URL names no Blob: it was never made, was revoked, or belongs to another storage partition."},
	BlobRange: {Slug: "scheme-fetch/blob-range", Algorithm: schemeFetch, Step: "3", Ways: CanPass | CanStop,
		Lesson: "A Range header on a blob: URL must be a single range that begins inside the Blob."},
	Blob: {Slug: "scheme-fetch/blob", Algorithm: schemeFetch, Step: "3", Ways: CanApply,
		Lesson: "The Blob itself answers."},
	DataURL: {Slug: "scheme-fetch/data", Algorithm: schemeFetch, Step: "3", Ways: CanPass | CanStop,
		Lesson: "A data: URL answers with what stands in it; without a comma, or with broken base64, it is a network error."},
	FileURL: {Slug: "scheme-fetch/file", Algorithm: schemeFetch, Step: "3", Ways: CanStop,
		Lesson: "A file: URL cannot be fetched."},
	UnknownScheme: {Slug: "scheme-fetch/unknown-scheme", Algorithm: schemeFetch, Step: "4", Ways: CanStop,
		Lesson: "No fetch is defined for this scheme."},

	// HTTP fetch.
	PreflightCacheHit: {Slug: "preflight-cache/hit", Algorithm: httpFetch, Step: "4.1", Ways: CanApply,
		Lesson: "The CORS-preflight cache remembers an answer that covers this method and these headers: no CORS-preflight is sent."},
	PreflightCacheStored: {Slug: "preflight-cache/stored", Algorithm: preflightFetch, Step: "7.13", Ways: CanApply,
		Lesson: "What the CORS-preflight granted is remembered: for as many seconds as Access-Control-Max-Age says, up to a limit that each browser has, and for 5 where it says nothing."},
	PreflightCacheCleared: {Slug: "preflight-cache/cleared", Algorithm: preflightCache, Step: "", Ways: CanApply,
		Lesson: "After the failure, what the CORS-preflight cache knew of this URL was forgotten."},
	RedirectModeError: {Slug: "redirect/mode-error", Algorithm: httpFetch, Step: "6.3", Ways: CanStop,
		Lesson: "With redirect mode error, a redirect is a network error."},
	RedirectManual: {Slug: "redirect/manual", Algorithm: httpFetch, Step: "6.3", Ways: CanApply,
		Lesson: "With redirect mode manual, script gets an opaque-redirect response: it sees that there was a redirect, not where to."},
	RedirectFollowed: {Slug: "redirect/followed", Algorithm: httpFetch, Step: "6.3", Ways: CanApply,
		Lesson: "In redirect mode follow, the next request goes where Location says."},

	// CORS-preflight fetch.
	PreflightStatus: {Slug: "preflight/status", Algorithm: preflightFetch, Step: "7", Ways: CanPass | CanStop,
		Lesson: "A CORS-preflight must be answered with a status of 200 to 299. Redirects are not followed, and 401, 404 or 405 fail."},
	PreflightSyntax: {Slug: "preflight/syntax", Algorithm: preflightFetch, Step: "7.3", Ways: CanPass | CanStop,
		Lesson: "Access-Control-Allow-Methods and -Headers are comma-separated names; one element that is not a name spoils the whole list."},
	PreflightMethod: {Slug: "preflight/method", Algorithm: preflightFetch, Step: "7.5", Ways: CanPass | CanStop,
		Lesson: "A method other than GET, HEAD and POST must be listed in Access-Control-Allow-Methods, in the same case, or by * when no credentials are included."},
	PreflightAuthorization: {Slug: "preflight/authorization", Algorithm: preflightFetch, Step: "7.6", Ways: CanStop,
		Lesson: "Authorization must be listed by name in Access-Control-Allow-Headers; * does not cover it."},
	PreflightHeader: {Slug: "preflight/header", Algorithm: preflightFetch, Step: "7.7", Ways: CanPass | CanStop,
		Lesson: "Every CORS-unsafe request-header must be listed in Access-Control-Allow-Headers, or by * when no credentials are included."},

	// CORS check.
	CORSAllowOriginMissing: {Slug: "cors-check/allow-origin-missing", Algorithm: corsCheck, Step: "2", Ways: CanStop,
		Lesson: "The answer has no Access-Control-Allow-Origin, so no other origin may read it."},
	CORSWildcard: {Slug: "cors-check/wildcard", Algorithm: corsCheck, Step: "3", Ways: CanApply,
		Lesson: "Access-Control-Allow-Origin: * lets every origin read the answer, as long as no credentials are included."},
	CORSWildcardWithCredentials: {Slug: "cors-check/wildcard-with-credentials", Algorithm: corsCheck, Step: "4", Ways: CanStop,
		Lesson: "With credentials, * is not a wildcard: the answer must name the origin."},
	CORSAllowOriginMultiple: {Slug: "cors-check/allow-origin-multiple", Algorithm: corsCheck, Step: "4", Ways: CanStop,
		Lesson: "Access-Control-Allow-Origin takes one origin, or *; several headers or a list match nothing."},
	CORSAllowOriginMismatch: {Slug: "cors-check/allow-origin-mismatch", Algorithm: corsCheck, Step: "4", Ways: CanStop,
		Lesson: "Access-Control-Allow-Origin must be the page's origin byte for byte: no slash at the end, no pattern, the same scheme and port."},
	CORSAllowOriginMatch: {Slug: "cors-check/allow-origin-match", Algorithm: corsCheck, Step: "5", Ways: CanApply,
		Lesson: "Access-Control-Allow-Origin names the page's origin, and no credentials are included."},
	CORSAllowCredentialsNotTrue: {Slug: "cors-check/allow-credentials-not-true", Algorithm: corsCheck, Step: "8", Ways: CanStop,
		Lesson: "With credentials, the answer must also say Access-Control-Allow-Credentials: true, in lower case."},
	CORSAllowCredentials: {Slug: "cors-check/allow-credentials", Algorithm: corsCheck, Step: "7", Ways: CanApply,
		Lesson: "The answer names the page's origin and allows credentials."},

	// Cross-origin resource policy.
	CORPSameOrigin: {Slug: "corp/same-origin", Algorithm: corpCheck, Step: "5", Ways: CanPass | CanStop,
		Lesson: "Cross-Origin-Resource-Policy: same-origin keeps pages of other origins from loading this without CORS."},
	CORPSameSite: {Slug: "corp/same-site", Algorithm: corpCheck, Step: "5", Ways: CanPass | CanStop,
		Lesson: "Cross-Origin-Resource-Policy: same-site keeps pages of other sites from loading this without CORS; and if this is https:, http: pages of the same site too."},
	EmbedderPolicyReported: {Slug: "corp/embedder-policy-report", Algorithm: corpCheck, Step: "3", Ways: CanApply,
		Lesson: "The page's Cross-Origin-Embedder-Policy-Report-Only would have kept this from the page: that is reported, and nothing is blocked."},
	CORPEmbedderPolicy: {Slug: "corp/embedder-policy", Algorithm: corpCheck, Step: "4", Ways: CanPass | CanStop,
		Lesson: "The page's Cross-Origin-Embedder-Policy demands that resources of other origins opt in with Cross-Origin-Resource-Policy or CORS."},

	// Redirects.
	RedirectLocationMissing: {Slug: "redirect/location-missing", Algorithm: redirectFetch, Step: "4", Ways: CanApply,
		Lesson: "A redirect status without a Location header is an ordinary response."},
	RedirectLocationInvalid: {Slug: "redirect/location-invalid", Algorithm: redirectFetch, Step: "5", Ways: CanStop,
		Lesson: "The Location header cannot be parsed as a URL, or there are several."},
	RedirectScheme: {Slug: "redirect/scheme", Algorithm: redirectFetch, Step: "6", Ways: CanStop,
		Lesson: "A redirect can only lead to an HTTP(S) URL."},
	RedirectLimit: {Slug: "redirect/limit", Algorithm: redirectFetch, Step: "7", Ways: CanStop,
		Lesson: "After 20 redirects the fetch is given up."},
	RedirectCredentials: {Slug: "redirect/credentials", Algorithm: redirectFetch, Step: "9", Ways: CanStop,
		Lesson: "A CORS request may not be redirected to a URL of another origin with a user name or password in it."},
	RedirectCredentialsTainted: {Slug: "redirect/credentials-tainted", Algorithm: redirectFetch, Step: "10", Ways: CanStop,
		Lesson: "Once a CORS request has gone across origins, no redirect may put a user name or password in the URL, not even back home."},
	RedirectStreamBody: {Slug: "redirect/stream-body", Algorithm: redirectFetch, Step: "11", Ways: CanStop,
		Lesson: "A stream cannot be sent twice, so every redirect but a 303 is a network error."},
	RedirectMethodRewritten: {Slug: "redirect/method-rewritten", Algorithm: redirectFetch, Step: "12", Ways: CanApply,
		Lesson: "The redirect turned the request into a GET without body: 301 and 302 do so for POST, 303 for everything but GET and HEAD."},
	RedirectAuthorizationDropped: {Slug: "redirect/authorization-dropped", Algorithm: redirectFetch, Step: "13", Ways: CanApply,
		Lesson: "The redirect leads to another origin, so the Authorization header was removed."},
	RedirectOriginTainted: {Slug: "redirect/origin-tainted", Algorithm: redirectTaint, Step: "4", Ways: CanApply,
		Lesson: "A server of another origin redirected on to a different one, be it the page's own: from here on the request's origin is sent and compared as null."},
	RedirectReferrerPolicy: {Slug: "redirect/referrer-policy", Algorithm: referrerOnRedirect, Step: "2", Ways: CanApply,
		Lesson: "The redirecting answer set another referrer policy for the rest of the way."},

	// HTTP-network-or-cache fetch.
	CredentialsIncluded: {Slug: "credentials/included", Algorithm: networkOrCacheFetch, Step: "8.3", Ways: CanApply,
		Lesson: "Credentials (cookies, saved passwords, client certificates) go along where there are any, and cookies that the answer sets are stored."},
	CredentialsExcluded: {Slug: "credentials/excluded", Algorithm: networkOrCacheFetch, Step: "8.3", Ways: CanApply,
		Lesson: "No credentials (cookies, saved passwords, client certificates) go along, and no cookie that the answer sets is stored."},
	CredentialsEmbedderPolicy: {Slug: "credentials/embedder-policy", Algorithm: networkOrCacheFetch, Step: "8.4", Ways: CanApply,
		Lesson: "Cross-Origin-Embedder-Policy: credentialless takes the credentials from no-cors requests to other origins."},
	KeepaliveLimit: {Slug: "keepalive/limit", Algorithm: networkOrCacheFetch, Step: "8.10.5", Ways: CanPass | CanStop,
		Lesson: "The bodies of keepalive requests may not be more than 64 KiB in all."},
	HTTPCacheHit: {Slug: "http-cache/hit", Algorithm: networkOrCacheFetch, Step: "8.26.2", Ways: CanApply,
		Lesson: "A stored answer is used again: the server is not asked, and every check looks at the headers that were stored with it."},
	HTTPCacheStale: {Slug: "http-cache/stale-while-revalidate", Algorithm: networkOrCacheFetch, Step: "8.26.2.1", Ways: CanApply,
		Lesson: "A stored answer is used though it is stale, and the server is asked for a newer one in the background."},
	HTTPCacheVariant: {Slug: "http-cache/vary", Algorithm: cacheKeys, Step: "4.1", Ways: CanApply,
		Lesson: "The stored answer was made for a request with other headers, as its Vary says: it does not answer this one."},
	HTTPCacheValidating: {Slug: "http-cache/validating", Algorithm: networkOrCacheFetch, Step: "8.26.2.2", Ways: CanApply,
		Lesson: "A stored answer is not fresh, or is not to be used without asking: the server is asked, with If-None-Match or If-Modified-Since where the stored answer has an ETag or Last-Modified."},
	HTTPCacheValidated: {Slug: "http-cache/validated", Algorithm: networkOrCacheFetch, Step: "11.4", Ways: CanApply,
		Lesson: "The server answered 304: the page gets the stored answer, with the headers of the 304 in the place of the old ones."},
	HTTPCacheRange: {Slug: "http-cache/range", Algorithm: cacheStorage, Step: "3.3", Ways: CanApply,
		Lesson: "The browser cuts the range out of the whole answer that is stored: a 206 that the server did not send."},
	HTTPCacheForgotten: {Slug: "http-cache/forgotten", Algorithm: cacheInvalidation, Step: "4.4", Ways: CanApply,
		Lesson: "A request that changes something was answered: what is stored of this URL is forgotten."},
	OnlyIfCached: {Slug: "cache/only-if-cached", Algorithm: networkOrCacheFetch, Step: "11.1", Ways: CanStop,
		Lesson: "With cache mode only-if-cached nothing is sent, and nothing is in the cache."},
	AuthenticationStreamBody: {Slug: "authentication/stream-body", Algorithm: networkOrCacheFetch, Step: "15.2.1", Ways: CanStop,
		Lesson: "A stream cannot be sent twice, so a 401 that the browser would answer with credentials is a network error."},
	AuthenticationPrompt: {Slug: "authentication/prompt", Algorithm: networkOrCacheFetch, Step: "15.3", Ways: CanApply,
		Lesson: "The browser asks the user for a name and password here; corsim takes it that the user declines."},
	AuthenticationRetry: {Slug: "authentication/retry", Algorithm: networkOrCacheFetch, Step: "15.4", Ways: CanApply,
		Lesson: "After the 401 the request was sent again with the user name and password of its URL."},
	ProxyAuthenticationNoPrompt: {Slug: "proxy-authentication/no-prompt", Algorithm: networkOrCacheFetch, Step: "16.1", Ways: CanStop,
		Lesson: "A 407 is a network error where there is no window to ask the user in: in a worker, and with window: null."},
	ProxyAuthenticationUnexpected: {Slug: "proxy-authentication/unexpected", Algorithm: networkOrCacheFetch, Step: "16", Ways: CanStop,
		Lesson: "This browser takes a 407 from a server that is no proxy for a network error."},
	MisdirectedRetry: {Slug: "misdirected/retry", Algorithm: networkOrCacheFetch, Step: "17", Ways: CanApply,
		Lesson: "After the 421 the request was sent once more, on a new connection."},
	OriginHeaderCORS: {Slug: "origin-header/cors", Algorithm: originHeader, Step: "3", Ways: CanApply,
		Lesson: "The Origin header is sent, as it is with every CORS request that goes, or has been, to another origin."},
	OriginHeaderWebSocket: {Slug: "origin-header/web-socket", Algorithm: originHeader, Step: "3", Ways: CanApply,
		Lesson: "The Origin header is sent, as it is with every WebSocket."},
	OriginHeaderMethod: {Slug: "origin-header/method", Algorithm: originHeader, Step: "4.2", Ways: CanApply,
		Lesson: "The Origin header is sent, as it is with every method but GET and HEAD."},
	OriginHeaderReferrerPolicy: {Slug: "origin-header/referrer-policy", Algorithm: originHeader, Step: "4.1", Ways: CanApply,
		Lesson: "The Origin header says null, because the referrer policy keeps the page from being named."},
	CookieSent: {Slug: "cookie/sent", Algorithm: cookieRetrieval, Step: "6", Ways: CanApply,
		Lesson: "The stored cookies that may go with this request were sent with it."},
	CookieWithheld: {Slug: "cookie/withheld", Algorithm: cookieRetrieval, Step: "3", Ways: CanApply,
		Lesson: "A stored cookie of this host was not sent."},
	CookieStored: {Slug: "cookie/stored", Algorithm: cookieStorage, Step: "24", Ways: CanApply,
		Lesson: "The answer set a cookie, and it was stored, whatever becomes of the answer itself."},
	CookieIgnored: {Slug: "cookie/ignored", Algorithm: cookieStorage, Step: "", Ways: CanApply,
		Lesson: "The answer set a cookie, and it was not stored."},

	// HTTP-network fetch.
	NetworkFailure: {Slug: "network/failure", Algorithm: networkFetch, Step: "8.1", Ways: CanStop,
		Lesson: "There was no HTTP answer: the connection failed."},
	NetworkStreamConnection: {Slug: "network/stream-connection", Algorithm: networkFetch, Step: "7.2", Ways: CanStop,
		Lesson: "A stream as body needs HTTP/2 or later: over HTTP/1.1 nothing is sent."},
	NetworkStatusInvalid: {Slug: "network/status-invalid", Algorithm: networkFetch, Step: "8.5", Ways: CanStop,
		Lesson: "The answer is not HTTP: a status code has three digits, and the first is not 0."},
	NetworkHeaderInvalid: {Slug: "network/header-invalid", Algorithm: networkFetch, Step: "8.5", Ways: CanStop,
		Lesson: "The answer's header cannot be understood: a name that is no token, or a NUL, CR or LF in a value."},

	// Timing.
	TAOPassed: {Slug: "tao-check/passed", Algorithm: taoCheck, Step: "5", Ways: CanApply,
		Lesson: "Detailed timing of this resource may be read by the page."},
	TAOFailed: {Slug: "tao-check/failed", Algorithm: taoCheck, Step: "8", Ways: CanApply,
		Lesson: "Detailed timing of this resource is hidden from the page."},

	// Filtered responses.
	FilterBasic: {Slug: "response/basic", Algorithm: filteredResponse, Step: "", Ways: CanApply,
		Lesson: "Script may read everything but Set-Cookie."},
	FilterCORS: {Slug: "response/cors", Algorithm: filteredResponse, Step: "", Ways: CanApply,
		Lesson: "Script may read the status, the body, the seven CORS-safelisted response-headers, and the headers that Access-Control-Expose-Headers names."},
	FilterOpaque: {Slug: "response/opaque", Algorithm: filteredResponse, Step: "", Ways: CanApply,
		Lesson: "Script sees a response with status 0, and without URL, headers and body."},
	ExposeWildcard: {Slug: "response/expose-wildcard", Algorithm: mainFetch, Step: "14.1.2", Ways: CanApply,
		Lesson: "Access-Control-Expose-Headers: * exposes every header, because no credentials are included."},
	ExposeWildcardWithCredentials: {Slug: "response/expose-wildcard-with-credentials", Algorithm: mainFetch, Step: "14.1.3", Ways: CanApply,
		Lesson: "With credentials, Access-Control-Expose-Headers: * exposes only a header that is named *."},
	ExposeSyntax: {Slug: "response/expose-syntax", Algorithm: mainFetch, Step: "14.1.3", Ways: CanApply,
		Lesson: "Access-Control-Expose-Headers is not a list of names, so it exposes nothing."},

	// One document and another.
	AccessSameOriginDomain: {Slug: "access/same-origin-domain", Algorithm: sameOriginDomain, Step: "1", Ways: CanApply,
		Lesson: "The two documents are same origin-domain: script of one may do everything with the other. Their origins are the same and neither has set document.domain, or both have set it to the same value and have the same scheme."},
	AccessProperty: {Slug: "access/property", Algorithm: crossOriginProperties, Step: "", Ways: CanPass | CanStop,
		Lesson: "Across origins, script has thirteen properties of a Window (such as postMessage, closed, length and parent), and of a Location only replace, and href to set. The document is not among them."},
	AccessChildNavigable: {Slug: "access/child-navigable", Algorithm: windowGetOwnProperty, Step: "2", Ways: CanApply,
		Lesson: "The frames of a document can be had across origins, by their index and by their name."},
	AccessUndefined: {Slug: "access/undefined", Algorithm: crossOriginFallback, Step: "1", Ways: CanApply,
		Lesson: "Across origins this property reads as undefined, whatever is there, because the language itself looks for it; so a Window can be the result of a promise."},
	AccessDirection: {Slug: "access/direction", Algorithm: crossOriginSet, Step: "4", Ways: CanStop,
		Lesson: "Across origins, of the properties only window.location and location.href can be set; and href can be set, but not read."},
	AccessChange: {Slug: "access/change", Algorithm: windowDelete, Step: "3", Ways: CanStop,
		Lesson: "Across origins, nothing can be deleted or defined."},
	AccessPrototype: {Slug: "access/prototype", Algorithm: windowPrototype, Step: "1", Ways: CanPass | CanStop,
		Lesson: "Across origins a Window and a Location have the prototype null, and stay extensible. No script changes either."},
	AccessContentDocument: {Slug: "access/content-document", Algorithm: contentDocument, Step: "3", Ways: CanStop,
		Lesson: "The contentDocument of a frame is null unless the two documents are same origin-domain."},

	// document.domain.
	DomainDetached: {Slug: "document-domain/detached", Algorithm: documentDomain, Step: "1", Ways: CanStop,
		Lesson: "A document that no window shows cannot set document.domain."},
	DomainSandboxed: {Slug: "document-domain/sandboxed", Algorithm: documentDomain, Step: "2", Ways: CanStop,
		Lesson: "In a sandbox, document.domain cannot be set, whatever the sandbox allows."},
	DomainOpaque: {Slug: "document-domain/opaque-origin", Algorithm: documentDomain, Step: "4", Ways: CanStop,
		Lesson: "An opaque origin has no domain, so document.domain cannot be set."},
	DomainSuffix: {Slug: "document-domain/suffix", Algorithm: documentDomain, Step: "5", Ways: CanStop,
		Lesson: "The attribute document.domain can only be set to the domain itself, or to one above it that is no public suffix."},
	DomainOriginKeyed: {Slug: "document-domain/origin-keyed", Algorithm: documentDomain, Step: "6", Ways: CanApply,
		Lesson: "The document is in an origin-keyed agent cluster, where setting document.domain does nothing. Origin-Agent-Cluster: ?0 asks for a site-keyed one."},
	DomainSet: {Slug: "document-domain/set", Algorithm: documentDomain, Step: "7", Ways: CanApply,
		Lesson: "The attribute document.domain was set. Documents of one site that have all set it to the same value can touch each other; no request, no cookie and no storage is changed by it."},

	// document.cookie.
	DocumentCookieAverse: {Slug: "document-cookie/averse", Algorithm: documentCookie, Step: "1", Ways: CanApply,
		Lesson: "A document that no window shows, or whose URL is not HTTP(S), has no cookies: document.cookie is empty, and setting it does nothing."},
	DocumentCookieOpaque: {Slug: "document-cookie/opaque-origin", Algorithm: documentCookie, Step: "2", Ways: CanStop,
		Lesson: "With an opaque origin, as in a sandbox, document.cookie is a SecurityError."},
	DocumentCookieRead: {Slug: "document-cookie/read", Algorithm: documentCookie, Step: "3", Ways: CanApply,
		Lesson: "The attribute document.cookie gives the cookies of the document's URL, without those that are HttpOnly."},
	DocumentCookieSet: {Slug: "document-cookie/set", Algorithm: documentCookie, Step: "3", Ways: CanApply,
		Lesson: "Script has set the cookie."},
	DocumentCookieIgnored: {Slug: "document-cookie/ignored", Algorithm: documentCookie, Step: "3", Ways: CanApply,
		Lesson: "What script assigned to document.cookie was not stored."},

	// Storage.
	StorageOpaque: {Slug: "storage/opaque-origin", Algorithm: storageKey, Step: "2", Ways: CanStop,
		Lesson: "An opaque origin has no storage: localStorage, sessionStorage, IndexedDB and caches are a SecurityError."},
	StorageOfOrigin: {Slug: "storage/origin", Algorithm: storageKey, Step: "4", Ways: CanApply,
		Lesson: "Storage belongs to the origin: scheme, host and port."},
	StoragePartitioned: {Slug: "storage/partitioned", Algorithm: storageKey, Step: "4", Ways: CanApply,
		Lesson: "Storage belongs to the origin, and there is one for each top-level site that the origin is embedded in."},

	// postMessage().
	PostMessageTargetInvalid: {Slug: "post-message/target-invalid", Algorithm: postMessage, Step: "5.2", Ways: CanStop,
		Lesson: "The target origin must be *, / or a URL."},
	PostMessageAnyone: {Slug: "post-message/anyone", Algorithm: postMessage, Step: "8.1", Ways: CanApply,
		Lesson: "With the target origin * the message is delivered to whatever document is there."},
	PostMessageOrigin: {Slug: "post-message/origin", Algorithm: postMessage, Step: "8.1", Ways: CanPass | CanStop,
		Lesson: "The message is delivered only if the document is of the target origin; otherwise it is dropped, and the sender is not told."},

	// Documents in frames.
	FrameTopLevel: {Slug: "frame/top-level", Algorithm: frameOptions, Step: "1", Ways: CanApply,
		Lesson: "A document at the top level is in nobody's frame."},
	FrameAncestors: {Slug: "frame/ancestors", Algorithm: frameAncestors, Step: "6.3", Ways: CanPass | CanStop,
		Lesson: "The directive frame-ancestors of the document's Content-Security-Policy must match each document around it."},
	FrameOptionsOverridden: {Slug: "frame/options-overridden", Algorithm: frameOptions, Step: "2.2", Ways: CanApply,
		Lesson: "X-Frame-Options is ignored where a Content-Security-Policy that is enforced has the directive frame-ancestors."},
	FrameOptionsDeny: {Slug: "frame/options-deny", Algorithm: frameOptions, Step: "8", Ways: CanPass | CanStop,
		Lesson: "X-Frame-Options: DENY keeps a document out of every frame."},
	FrameOptionsSameOrigin: {Slug: "frame/options-same-origin", Algorithm: frameOptions, Step: "9", Ways: CanPass | CanStop,
		Lesson: "X-Frame-Options: SAMEORIGIN lets a document into frames of its own origin, if every document around it is of that origin."},
	FrameOptionsConflict: {Slug: "frame/options-conflict", Algorithm: frameOptions, Step: "6", Ways: CanStop,
		Lesson: "X-Frame-Options has values that differ, and DENY, SAMEORIGIN or ALLOWALL is among them, so the document is kept out of every frame."},
	FrameOptionsIgnored: {Slug: "frame/options-ignored", Algorithm: frameOptions, Step: "10", Ways: CanApply,
		Lesson: "X-Frame-Options has a value that means nothing, such as ALLOW-FROM, and is ignored."},

	// Windows and their openers.
	OpenerMissing: {Slug: "opener-policy/no-opener", Algorithm: windowOpener, Step: "", Ways: CanStop,
		Lesson: "No script has opened this page, or it was opened with noopener."},
	OpenerPolicySwitch: {Slug: "opener-policy/switch", Algorithm: openerPolicy, Step: "", Ways: CanPass | CanStop,
		Lesson: "Cross-Origin-Opener-Policy puts a document in a browsing context group of its own unless the policies of both documents match; same-origin matches only within one origin. Where they do not, opener is null, and to its opener the window seems closed."},
	OpenerPolicyReportOnly: {Slug: "opener-policy/report-only", Algorithm: openerPolicy, Step: "", Ways: CanApply,
		Lesson: "Cross-Origin-Opener-Policy-Report-Only would have cut the references between the windows."},
	OpenerPolicyFrame: {Slug: "opener-policy/frame", Algorithm: openerPolicy, Step: "", Ways: CanStop,
		Lesson: "The opener is in a frame of another origin in a page whose Cross-Origin-Opener-Policy is same-origin: the window was opened as though noopener had been asked for."},
	OpenerPolicySandbox: {Slug: "opener-policy/sandbox", Algorithm: openerPolicyResult, Step: "", Ways: CanStop,
		Lesson: "A document cannot be sandboxed and have a Cross-Origin-Opener-Policy: it is a network error."},
	IsolatedTopLevel: {Slug: "cross-origin-isolated/top-level", Algorithm: crossOriginIsolated, Step: "", Ways: CanStop,
		Lesson: "Cross-origin isolation needs, on the top-level document and in a secure context, Cross-Origin-Opener-Policy: same-origin and a Cross-Origin-Embedder-Policy of require-corp or credentialless."},
	IsolatedPermission: {Slug: "cross-origin-isolated/permission", Algorithm: crossOriginIsolated, Step: "", Ways: CanPass | CanStop,
		Lesson: "The feature cross-origin-isolated of the permissions policy must be allowed to the document: without an attribute allow, a frame of another origin does not have it."},

	// What corsim cannot say.
	UnknownAnswer: {Slug: "undetermined/answer-unknown", Algorithm: corsim, Step: "", Ways: CanStop,
		Lesson: "Nothing says what the server would answer to this request."},
	UnknownPermission: {Slug: "undetermined/permission", Algorithm: corsim, Step: "", Ways: CanStop,
		Lesson: "The browser asks the user for permission, and nothing says what the user answers."},
	AlternativesDiffer: {Slug: "undetermined/alternatives", Algorithm: corsim, Step: "", Ways: CanStop,
		Lesson: "The server's description allows several answers, and they lead to different verdicts."},
	NotModelledHTTPCache: {Slug: "not-modelled/http-cache", Algorithm: corsim, Step: "", Ways: CanStop,
		Lesson: "What the HTTP cache does here is not known: it holds too much, or a part of the answer, or the request makes demands on caches that browsers take in different ways."},
	NotModelledIntegrity: {Slug: "not-modelled/integrity", Algorithm: corsim, Step: "", Ways: CanStop,
		Lesson: "Whether the body matches its integrity metadata cannot be said, because its bytes are not known."},
	NotModelledOpaqueResponseBlocking: {Slug: "not-modelled/opaque-response-blocking", Algorithm: corsim, Step: "", Ways: CanStop,
		Lesson: "Whether opaque response blocking keeps the answer from the page cannot be said, because its bytes are not known."},
	NotModelledProxyAuthentication: {Slug: "not-modelled/proxy-authentication", Algorithm: corsim, Step: "", Ways: CanStop,
		Lesson: "A 407 makes the browser ask the user on behalf of a proxy; corsim does not model proxies."},
	NotModelledWorkerIsolation: {Slug: "not-modelled/worker-isolation", Algorithm: corsim, Step: "", Ways: CanStop,
		Lesson: "Whether a worker is cross-origin isolated depends on the document that has started it, which corsim does not know."},
}
