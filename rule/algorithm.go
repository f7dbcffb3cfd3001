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

// Link returns the address of the algorithm, and "" for corsim's own statements.
func (a Algorithm) Link() string {
	if s := algorithms[a].standard; s != nil {
		return s.Base + algorithms[a].anchor
	}
	return ""
}

var (
	fetchStandard    = &Standard{"Fetch", "https://fetch.spec.whatwg.org/", "2026-07-02"}
	xhrStandard      = &Standard{"XMLHttpRequest", "https://xhr.spec.whatwg.org/", "2026-05-14"}
	htmlStandard     = &Standard{"HTML", "https://html.spec.whatwg.org/", "2026-08-21"}
	urlStandard      = &Standard{"URL", "https://url.spec.whatwg.org/", "2026-07-02"}
	referrerStandard = &Standard{"Referrer Policy", "https://w3c.github.io/webappsec-referrer-policy/", "2024-11-01"}
	mixedStandard    = &Standard{"Mixed Content", "https://w3c.github.io/webappsec-mixed-content/", "2026-01-08"}
	cookieStandard   = &Standard{"Cookies (RFC 6265bis)", "https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html", "2026-07-01"}
	webIDLStandard   = &Standard{"Web IDL", "https://webidl.spec.whatwg.org/", "2026-03-27"}
)

// The algorithms that rules stand in.
const (
	Corsim Algorithm = iota // corsim's own statements: what is not modelled, what is not known
	URLParsing
	Enumeration
	RequestConstructor
	HeadersValidate
	HeadersAppend
	ExtractBody
	NormalizeMethod
	XHROpen
	XHRSetRequestHeader
	XHRSend
	EventSourceConstructor
	MainFetch
	PortBlocking
	MixedContent
	SchemeFetch
	HTTPFetch
	RedirectFetch
	RedirectTaint
	NetworkOrCacheFetch
	NetworkFetch
	PreflightFetch
	PreflightCache
	CORSCheck
	TAOCheck
	CORPCheck
	OriginHeader
	DetermineReferrer
	ReferrerOnRedirect
	CookieStorage
	CookieRetrieval
	FilteredResponse
	algorithmCount
)

var algorithms = [algorithmCount]algorithm{
	Corsim:                 {nil, "corsim", ""},
	URLParsing:             {urlStandard, "URL parser", "#concept-url-parser"},
	Enumeration:            {webIDLStandard, "enumeration", "#js-enumeration"},
	RequestConstructor:     {fetchStandard, "new Request(input, init)", "#dom-request"},
	HeadersValidate:        {fetchStandard, "Headers validate", "#headers-validate"},
	HeadersAppend:          {fetchStandard, "Headers append", "#concept-headers-append"},
	ExtractBody:            {fetchStandard, "extract a body", "#concept-bodyinit-extract"},
	NormalizeMethod:        {fetchStandard, "normalize a method", "#concept-method-normalize"},
	XHROpen:                {xhrStandard, "open()", "#dom-xmlhttprequest-open"},
	XHRSetRequestHeader:    {xhrStandard, "setRequestHeader()", "#dom-xmlhttprequest-setrequestheader"},
	XHRSend:                {xhrStandard, "send()", "#dom-xmlhttprequest-send"},
	EventSourceConstructor: {htmlStandard, "new EventSource(url, init)", "server-sent-events.html#dom-eventsource"},
	MainFetch:              {fetchStandard, "main fetch", "#concept-main-fetch"},
	PortBlocking:           {fetchStandard, "block bad port", "#block-bad-port"},
	MixedContent:           {mixedStandard, "should fetching request be blocked as mixed content", "#should-block-fetch"},
	SchemeFetch:            {fetchStandard, "scheme fetch", "#concept-scheme-fetch"},
	HTTPFetch:              {fetchStandard, "HTTP fetch", "#concept-http-fetch"},
	RedirectFetch:          {fetchStandard, "HTTP-redirect fetch", "#concept-http-redirect-fetch"},
	RedirectTaint:          {fetchStandard, "redirect-taint", "#concept-request-tainted-origin"},
	NetworkOrCacheFetch:    {fetchStandard, "HTTP-network-or-cache fetch", "#concept-http-network-or-cache-fetch"},
	NetworkFetch:           {fetchStandard, "HTTP-network fetch", "#concept-http-network-fetch"},
	PreflightFetch:         {fetchStandard, "CORS-preflight fetch", "#cors-preflight-fetch-0"},
	PreflightCache:         {fetchStandard, "CORS-preflight cache", "#concept-cache"},
	CORSCheck:              {fetchStandard, "CORS check", "#concept-cors-check"},
	TAOCheck:               {fetchStandard, "TAO check", "#concept-tao-check"},
	CORPCheck:              {fetchStandard, "cross-origin resource policy internal check", "#cross-origin-resource-policy-internal-check"},
	OriginHeader:           {fetchStandard, "append a request Origin header", "#append-a-request-origin-header"},
	DetermineReferrer:      {referrerStandard, "determine request's Referrer", "#determine-requests-referrer"},
	ReferrerOnRedirect:     {referrerStandard, "set request's referrer policy on redirect", "#set-requests-referrer-policy-on-redirect"},
	CookieStorage:          {cookieStandard, "storage model", "#name-storage-model"},
	CookieRetrieval:        {cookieStandard, "retrieval algorithm", "#name-retrieval-algorithm"},
	FilteredResponse:       {fetchStandard, "filtered response", "#concept-filtered-response"},
}
