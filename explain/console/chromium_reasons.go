package console

import "github.com/corsim/corsim/rule"

// A chromiumReason names what Chromium gives for the reason when it blocks by CORS.
type chromiumReason uint8

const (
	chromiumNoReason chromiumReason = iota
	chromiumMissing
	chromiumWildcard
	chromiumMultiple
	chromiumInvalid
	chromiumMismatch
	chromiumCredentials
	chromiumPreflightRedirect
	chromiumPreflightStatus
	chromiumPreflightMethods
	chromiumPreflightHeaders
	chromiumMethod
	chromiumHeader
	chromiumScheme
	chromiumRedirectCredentials
	chromiumMode
	chromiumInvalidResponse
	chromiumLocalNetworkTarget
	chromiumLocalNetworkContext
	chromiumLocalNetworkPermission
	chromiumPrivateNetworkMissing
	chromiumPrivateNetworkInvalid
)

// The texts around a reason: what was asked for, what it was redirected from, and that the answer to the
// CORS-preflight is meant.
var (
	chromiumEnvelope = template{text: "Access to {kind} at '{url}' {redirected}from origin '{origin}' " +
		"has been blocked by CORS policy: {preflight}{reason}"}
	chromiumRedirected = template{text: "(redirected from '{url}') "}
	chromiumPreflight  = template{text: "Response to preflight request doesn't pass access control check: "}
)

// chromiumReasons are the reasons.
var chromiumReasons = [...]template{
	chromiumMissing: {
		text:  "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
		rules: []rule.ID{rule.CORSAllowOriginMissing},
	},
	chromiumWildcard: {
		text: "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' " +
			"when the request's credentials mode is 'include'.",
		rules: []rule.ID{rule.CORSWildcardWithCredentials},
	},
	chromiumMultiple: {
		text: "The 'Access-Control-Allow-Origin' header contains multiple values '{value}', " +
			"but only one is allowed.",
		rules: []rule.ID{rule.CORSAllowOriginMultiple, rule.CORSAllowOriginMismatch},
	},
	chromiumInvalid: {
		text:  "The 'Access-Control-Allow-Origin' header contains the invalid value '{value}'.",
		rules: []rule.ID{rule.CORSAllowOriginMismatch},
	},
	chromiumMismatch: {
		text: "The 'Access-Control-Allow-Origin' header has a value '{value}' " +
			"that is not equal to the supplied origin.",
		rules: []rule.ID{rule.CORSAllowOriginMismatch},
	},
	chromiumCredentials: {
		text: "The value of the 'Access-Control-Allow-Credentials' header in the response is '{value}' " +
			"which must be 'true' when the request's credentials mode is 'include'.",
		rules: []rule.ID{rule.CORSAllowCredentialsNotTrue},
	},
	chromiumPreflightRedirect: {
		text:  "Redirect is not allowed for a preflight request.",
		rules: preflightStatusRules,
	},
	chromiumPreflightStatus: {
		text:  "It does not have HTTP ok status.",
		rules: []rule.ID{rule.PreflightStatus},
	},
	chromiumPreflightMethods: {
		text:  "Cannot parse Access-Control-Allow-Methods response header field in preflight response.",
		rules: []rule.ID{rule.PreflightSyntax},
	},
	chromiumPreflightHeaders: {
		text:  "Cannot parse Access-Control-Allow-Headers response header field in preflight response.",
		rules: []rule.ID{rule.PreflightSyntax},
	},
	chromiumMethod: {
		text:  "Method {method} is not allowed by Access-Control-Allow-Methods in preflight response.",
		rules: []rule.ID{rule.PreflightMethod},
	},
	chromiumHeader: {
		text:  "Request header field {header} is not allowed by Access-Control-Allow-Headers in preflight response.",
		rules: []rule.ID{rule.PreflightHeader, rule.PreflightAuthorization},
	},
	chromiumScheme: {
		text:  "Cross origin requests are only supported for protocol schemes: {schemes}.",
		rules: []rule.ID{rule.MainFetchScheme, rule.RedirectScheme},
	},
	chromiumRedirectCredentials: {
		text: "Redirect location '{location}' contains a username and password, " +
			"which is disallowed for cross-origin requests.",
		rules: []rule.ID{rule.RedirectModeError, rule.RedirectCredentials, rule.RedirectCredentialsTainted},
	},
	chromiumMode: {
		text:  "Cross origin requests are not allowed by request mode.",
		rules: []rule.ID{rule.MainFetchModeSameOrigin},
	},
	chromiumInvalidResponse: {
		text:  "The response is invalid.",
		rules: []rule.ID{rule.NetworkFailure},
	},
	chromiumLocalNetworkTarget: {
		text:  "Request had a target IP address space of `{target}` yet the resource is in address space `{space}`.",
		rules: []rule.ID{rule.LocalNetworkTarget},
	},
	chromiumLocalNetworkContext: {
		text: "The request client is not a secure context and the resource is in " +
			"more-private address space `{space}`.",
		rules: []rule.ID{rule.LocalNetworkSecureContext},
	},
	chromiumLocalNetworkPermission: {
		text:  "Permission was denied for this request to access the `{space}` address space.",
		rules: []rule.ID{rule.LocalNetworkPermission},
	},
	chromiumPrivateNetworkMissing: {
		text: "No 'Access-Control-Allow-Private-Network' header was present in the preflight response for this " +
			"private network request targeting the `{space}` address space.",
		rules: []rule.ID{rule.LocalNetworkPermission},
		old:   true,
	},
	chromiumPrivateNetworkInvalid: {
		text: "The 'Access-Control-Allow-Private-Network' header in the preflight response for this private " +
			"network request targeting the `{space}` address space had a value of '{value}',  not 'true'.",
		rules: []rule.ID{rule.LocalNetworkPermission},
		old:   true,
	},
}

// What follows some reasons: for fetch() that the header needs another value, and for XMLHttpRequest what its
// credentials depend on.
var (
	chromiumValidValue      = template{text: " Have the server send the header with a valid value."}
	chromiumWithCredentials = template{text: " The credentials mode of requests initiated by the XMLHttpRequest is " +
		"controlled by the withCredentials attribute."}
)

// chromiumOldSuffixes are what followed reasons in earlier releases.
var chromiumOldSuffixes = []template{
	{text: " Have the server send the header with a valid value, or, if an opaque response serves your needs, set " +
		"the request's mode to 'no-cors' to fetch the resource with CORS disabled.", old: true},
	{text: " If an opaque response serves your needs, set the request's mode to 'no-cors' to fetch the resource " +
		"with CORS disabled.", old: true},
}

// chromiumSchemes are the schemes of URLs that Chromium fetches with CORS.
const chromiumSchemes = "chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, " +
	"data, http, https, isolated-app"
