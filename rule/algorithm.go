package rule

// A Standard is a text that rules are read in.
type Standard struct {
	// Name is the standard's name, Base the address its anchors are appended to.
	Name, Base string
	// Read is the date of the text that the step numbers belong to.
	Read string
}

// An Algorithm is a named algorithm, or a named requirement, of a standard.
type Algorithm uint8

type algorithm struct {
	standard *Standard
	name     string
	anchor   string
}

// Name returns the algorithm's name as its standard spells it.
func (a Algorithm) Name() string { return algorithms[a].name }

// Standard returns the standard the algorithm stands in. corsim's own statements about what it leaves out
// stand in no standard: their Standard is the zero value.
func (a Algorithm) Standard() Standard {
	if s := algorithms[a].standard; s != nil {
		return *s
	}
	return Standard{}
}

// Link returns the address of the algorithm; corsim's own statements are explained in the documentation of this
// package.
func (a Algorithm) Link() string { return links[a] }

// links are the addresses of the algorithms.
var links = func() (links [algorithmCount]string) {
	for a, algorithm := range algorithms {
		base := documentation
		if algorithm.standard != nil {
			base = algorithm.standard.Base
		}
		links[a] = base + algorithm.anchor
	}
	return links
}()

const documentation = "https://pkg.go.dev/github.com/corsim/corsim/rule"

var (
	fetchStandard          = &Standard{"Fetch", "https://fetch.spec.whatwg.org/", "2026-07-02"}
	xhrStandard            = &Standard{"XMLHttpRequest", "https://xhr.spec.whatwg.org/", "2026-05-14"}
	htmlStandard           = &Standard{"HTML", "https://html.spec.whatwg.org/", "2026-08-21"}
	urlStandard            = &Standard{"URL", "https://url.spec.whatwg.org/", "2026-07-02"}
	referrerStandard       = &Standard{"Referrer Policy", "https://w3c.github.io/webappsec-referrer-policy/", "2024-11-01"}
	mixedStandard          = &Standard{"Mixed Content", "https://w3c.github.io/webappsec-mixed-content/", "2026-01-08"}
	cookieStandard         = &Standard{"Cookies (RFC 6265bis)", "https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html", "2026-07-01"}
	beaconStandard         = &Standard{"Beacon", "https://w3c.github.io/beacon/", "2025-12-01"}
	fontStandard           = &Standard{"CSS Font Loading", "https://drafts.csswg.org/css-font-loading/", "2026-06-01"}
	orbStandard            = &Standard{"Opaque Response Blocking", "https://github.com/annevk/orb", "2022-08-24"}
	securityPolicyStandard = &Standard{"Content Security Policy", "https://w3c.github.io/webappsec-csp/", "2026-04-19"}
	upgradeStandard        = &Standard{"Upgrade Insecure Requests", "https://w3c.github.io/webappsec-upgrade-insecure-requests/", "2022-10-13"}
	integrityStandard      = &Standard{"Subresource Integrity", "https://w3c.github.io/webappsec-subresource-integrity/", "2026-03-20"}
	webSocketStandard      = &Standard{"WebSockets", "https://websockets.spec.whatwg.org/", "2025-09-25"}
	cachingStandard        = &Standard{"HTTP Caching (RFC 9111)", "https://httpwg.org/specs/rfc9111.html", "2022-06-06"}
	webIDLStandard         = &Standard{"Web IDL", "https://webidl.spec.whatwg.org/", "2026-03-27"}
	transportStandard      = &Standard{"HTTP Strict Transport Security (RFC 6797)", "https://httpwg.org/specs/rfc6797.html", "2012-11-01"}
	localNetworkStandard   = &Standard{"Local Network Access", "https://wicg.github.io/local-network-access/", "2026-04-22"}
	storageStandard        = &Standard{"Storage", "https://storage.spec.whatwg.org/", "2025-03-26"}
)

// The algorithms that rules stand in.
const (
	corsim Algorithm = iota // corsim's own statements: what is not modelled, what is not known
	urlParsing
	enumeration
	requestConstructor
	headersValidate
	headersAppend
	extractBody
	normalizeMethod
	xhrOpen
	xhrSetRequestHeader
	xhrSend
	eventSourceConstructor
	elementLoading
	linkRequest
	moduleScript
	stylesheetLink
	fontLoading
	sendBeacon
	navigate
	navigationFetch
	embedderAdherence
	populateDocument
	webSocketConstructor
	webSocketEstablish
	mimeTypeBlocking
	nosniffBlocking
	mainFetch
	portBlocking
	upgradeInsecureRequests
	securityPolicyRequest
	securityPolicyReport
	mixedContentUpgrade
	mixedContent
	strictTransport
	localNetworkAccess
	schemeFetch
	httpFetch
	redirectFetch
	redirectTaint
	networkOrCacheFetch
	cacheStorage
	cacheKeys
	cacheInvalidation
	networkFetch
	preflightFetch
	preflightCache
	corsCheck
	taoCheck
	corpCheck
	originHeader
	referrerOnRedirect
	cookieStorage
	cookieRetrieval
	filteredResponse
	integrityMatch
	opaqueResponseBlocking
	sameOriginDomain
	crossOriginProperties
	crossOriginFallback
	windowGetOwnProperty
	crossOriginSet
	windowDelete
	windowPrototype
	contentDocument
	documentDomain
	documentCookie
	storageKey
	postMessage
	frameOptions
	frameAncestors
	windowOpener
	openerPolicy
	openerPolicyResult
	crossOriginIsolated
	algorithmCount
)

var algorithms = [algorithmCount]algorithm{
	corsim:                  {nil, "corsim", "#hdr-What_corsim_cannot_say"},
	urlParsing:              {urlStandard, "URL parser", "#concept-url-parser"},
	enumeration:             {webIDLStandard, "enumeration", "#js-enumeration"},
	requestConstructor:      {fetchStandard, "new Request(input, init)", "#dom-request"},
	headersValidate:         {fetchStandard, "Headers validate", "#headers-validate"},
	headersAppend:           {fetchStandard, "Headers append", "#concept-headers-append"},
	extractBody:             {fetchStandard, "extract a body", "#concept-bodyinit-extract"},
	normalizeMethod:         {fetchStandard, "normalize a method", "#concept-method-normalize"},
	xhrOpen:                 {xhrStandard, "open()", "#dom-xmlhttprequest-open"},
	xhrSetRequestHeader:     {xhrStandard, "setRequestHeader()", "#dom-xmlhttprequest-setrequestheader"},
	xhrSend:                 {xhrStandard, "send()", "#dom-xmlhttprequest-send"},
	eventSourceConstructor:  {htmlStandard, "new EventSource(url, init)", "#dom-eventsource"},
	elementLoading:          {htmlStandard, "create a potential-CORS request", "#create-a-potential-cors-request"},
	linkRequest:             {htmlStandard, "create a link request", "#create-a-link-request"},
	moduleScript:            {htmlStandard, "fetch a single module script", "#fetch-a-single-module-script"},
	stylesheetLink:          {htmlStandard, "process this type of linked resource", "#link-type-stylesheet"},
	fontLoading:             {fontStandard, "load()", "#dom-fontface-load"},
	sendBeacon:              {beaconStandard, "sendBeacon(url, data)", "#sec-processing-model"},
	navigate:                {htmlStandard, "navigate", "#navigate"},
	navigationFetch:         {htmlStandard, "create navigation params by fetching", "#create-navigation-params-by-fetching"},
	embedderAdherence:       {htmlStandard, "check a navigation response's adherence to its embedder policy", "#check-a-navigation-response's-adherence-to-its-embedder-policy"},
	populateDocument:        {htmlStandard, "attempt to populate the history entry's document", "#attempt-to-populate-the-history-entry's-document"},
	webSocketConstructor:    {webSocketStandard, "new WebSocket(url, protocols)", "#dom-websocket-websocket"},
	webSocketEstablish:      {webSocketStandard, "establish a WebSocket connection", "#concept-websocket-establish"},
	mimeTypeBlocking:        {fetchStandard, "should response to request be blocked due to its MIME type", "#should-response-to-request-be-blocked-due-to-mime-type?"},
	nosniffBlocking:         {fetchStandard, "should response to request be blocked due to nosniff", "#should-response-to-request-be-blocked-due-to-nosniff?"},
	mainFetch:               {fetchStandard, "main fetch", "#concept-main-fetch"},
	portBlocking:            {fetchStandard, "block bad port", "#block-bad-port"},
	upgradeInsecureRequests: {upgradeStandard, "upgrade request to a potentially trustworthy URL, if appropriate", "#upgrade-request"},
	securityPolicyRequest:   {securityPolicyStandard, "should request be blocked by Content Security Policy?", "#should-block-request"},
	securityPolicyReport:    {securityPolicyStandard, "report Content Security Policy violations for request", "#report-for-request"},
	mixedContentUpgrade:     {mixedStandard, "upgrade a mixed content request to a potentially trustworthy URL, if appropriate", "#upgrade-algorithm"},
	mixedContent:            {mixedStandard, "should fetching request be blocked as mixed content", "#should-block-fetch"},
	strictTransport:         {transportStandard, "noting an HSTS host", "#noting-hsts"},
	localNetworkAccess:      {localNetworkStandard, "Local Network Access check", "#local-network-access-check"},
	schemeFetch:             {fetchStandard, "scheme fetch", "#concept-scheme-fetch"},
	httpFetch:               {fetchStandard, "HTTP fetch", "#concept-http-fetch"},
	redirectFetch:           {fetchStandard, "HTTP-redirect fetch", "#concept-http-redirect-fetch"},
	redirectTaint:           {fetchStandard, "redirect-taint", "#concept-request-tainted-origin"},
	networkOrCacheFetch:     {fetchStandard, "HTTP-network-or-cache fetch", "#concept-http-network-or-cache-fetch"},
	networkFetch:            {fetchStandard, "HTTP-network fetch", "#concept-http-network-fetch"},
	preflightFetch:          {fetchStandard, "CORS-preflight fetch", "#cors-preflight-fetch-0"},
	cacheStorage:            {cachingStandard, "Storing Responses in Caches", "#response.cacheability"},
	cacheKeys:               {cachingStandard, "Calculating Cache Keys with the Vary Header Field", "#caching.negotiated.responses"},
	cacheInvalidation:       {cachingStandard, "Invalidating Stored Responses", "#invalidation"},
	preflightCache:          {fetchStandard, "CORS-preflight cache", "#concept-cache"},
	corsCheck:               {fetchStandard, "CORS check", "#concept-cors-check"},
	taoCheck:                {fetchStandard, "TAO check", "#concept-tao-check"},
	corpCheck:               {fetchStandard, "cross-origin resource policy internal check", "#cross-origin-resource-policy-internal-check"},
	originHeader:            {fetchStandard, "append a request Origin header", "#append-a-request-origin-header"},
	referrerOnRedirect:      {referrerStandard, "set request's referrer policy on redirect", "#set-requests-referrer-policy-on-redirect"},
	cookieStorage:           {cookieStandard, "storage model", "#name-storage-model"},
	cookieRetrieval:         {cookieStandard, "retrieval algorithm", "#name-retrieval-algorithm"},
	filteredResponse:        {fetchStandard, "filtered response", "#concept-filtered-response"},
	opaqueResponseBlocking:  {orbStandard, "opaque response blocking", "#orbs-algorithm"},
	integrityMatch:          {integrityStandard, "do bytes match metadataList?", "#does-response-match-metadatalist"},
	sameOriginDomain:        {htmlStandard, "IsPlatformObjectSameOrigin ( O )", "#isplatformobjectsameorigin-(-o-)"},
	crossOriginProperties:   {htmlStandard, "CrossOriginProperties ( O )", "#crossoriginproperties-(-o-)"},
	crossOriginFallback:     {htmlStandard, "CrossOriginPropertyFallback ( P )", "#crossoriginpropertyfallback-(-p-)"},
	windowGetOwnProperty:    {htmlStandard, "WindowProxy [[GetOwnProperty]] ( P )", "#windowproxy-getownproperty"},
	crossOriginSet:          {htmlStandard, "CrossOriginSet ( O, P, V, Receiver )", "#crossoriginset-(-o,-p,-v,-receiver-)"},
	windowDelete:            {htmlStandard, "WindowProxy [[Delete]] ( P )", "#windowproxy-delete"},
	windowPrototype:         {htmlStandard, "WindowProxy [[SetPrototypeOf]] ( V )", "#windowproxy-setprototypeof"},
	contentDocument:         {htmlStandard, "content document", "#concept-bcc-content-document"},
	documentDomain:          {htmlStandard, "document.domain", "#dom-document-domain"},
	documentCookie:          {htmlStandard, "document.cookie", "#dom-document-cookie"},
	storageKey:              {storageStandard, "obtain a storage key", "#obtain-a-storage-key"},
	postMessage:             {htmlStandard, "window post message steps", "#window-post-message-steps"},
	frameOptions:            {htmlStandard, "check a navigation response's adherence to X-Frame-Options", "#the-x-frame-options-header"},
	frameAncestors:          {securityPolicyStandard, "frame-ancestors Navigation Response Check", "#frame-ancestors-navigation-response"},
	windowOpener:            {htmlStandard, "opener", "#dom-opener"},
	openerPolicy:            {htmlStandard, "check if COOP values require a browsing context group switch", "#check-browsing-context-group-switch-coop-value"},
	openerPolicyResult:      {htmlStandard, "create navigation params by fetching", "#create-navigation-params-by-fetching"},
	crossOriginIsolated:     {htmlStandard, "cross-origin isolated capability", "#concept-settings-object-cross-origin-isolated-capability"},
}
