package console

// The envelopes around Firefox's reasons.
const (
	firefoxBlocked = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource " +
		"at {url}. (Reason: "
	firefoxWarning = "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource " +
		"at {url} soon. (Reason: "
	firefoxStatus = "). Status code: {status}."
)

// Firefox's messages. The first are named after their keys in security.properties.
//
// https://searchfox.org/firefox-main/source/dom/locales/en-US/chrome/security/security.properties
const (
	firefoxDidNotSucceed = iota
	firefoxExternalRedirect
	firefoxRequestNotHTTP
	firefoxMissingAllowOrigin
	firefoxMultipleAllowOrigin
	firefoxAllowOriginNotMatching
	firefoxNotSupportingCredentials
	firefoxMissingAllowCredentials
	firefoxPreflightDidNotSucceed
	firefoxMethodNotFound
	firefoxInvalidAllowMethod
	firefoxInvalidAllowHeader
	firefoxMissingAllowHeader
	firefoxAuthorizationSoon
	firefoxResourcePolicy
	firefoxNotEligibleForIntegrity
	firefoxReferrerPolicyIgnored
)

// firefoxTemplates are the messages in their wording.
var firefoxTemplates = [...]template{
	firefoxDidNotSucceed:    {text: firefoxBlocked + "CORS request did not succeed" + firefoxStatus},
	firefoxExternalRedirect: {text: firefoxBlocked + "CORS request external redirect not allowed)."},
	firefoxRequestNotHTTP:   {text: firefoxBlocked + "CORS request not http)."},
	firefoxMissingAllowOrigin: {
		text: firefoxBlocked + "CORS header ‘Access-Control-Allow-Origin’ missing" + firefoxStatus,
	},
	firefoxMultipleAllowOrigin: {
		text: firefoxBlocked + "Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).",
	},
	firefoxAllowOriginNotMatching: {
		text: firefoxBlocked + "CORS header ‘Access-Control-Allow-Origin’ does not match ‘{value}’).",
	},
	firefoxNotSupportingCredentials: {
		text: "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘{url}’. " +
			"(Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).",
	},
	firefoxMissingAllowCredentials: {
		text: firefoxBlocked + "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).",
	},
	firefoxPreflightDidNotSucceed: {text: firefoxBlocked + "CORS preflight response did not succeed" + firefoxStatus},
	firefoxMethodNotFound: {
		text: firefoxBlocked + "Did not find method in CORS header ‘Access-Control-Allow-Methods’).",
	},
	firefoxInvalidAllowMethod: {
		text: firefoxBlocked + "invalid token ‘{value}’ in CORS header ‘Access-Control-Allow-Methods’).",
	},
	firefoxInvalidAllowHeader: {
		text: firefoxBlocked + "invalid token ‘{value}’ in CORS header ‘Access-Control-Allow-Headers’).",
	},
	firefoxMissingAllowHeader: {
		text: firefoxBlocked + "header ‘{header}’ is not allowed according to header ‘Access-Control-Allow-Headers’ " +
			"from CORS preflight response).",
	},
	firefoxAuthorizationSoon: {
		text: firefoxWarning + "When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not " +
			"covered. To include the `Authorization` header, it must be explicitly listed in CORS header " +
			"`Access-Control-Allow-Headers`).",
	},
	firefoxResourcePolicy: {
		text: "The resource at “{url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). " +
			"See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#",
	},
	firefoxNotEligibleForIntegrity: {
		text: "“{url}” is not eligible for integrity checks since it’s neither CORS-enabled nor same-origin.",
	},
	firefoxReferrerPolicyIgnored: {
		text: "Referrer Policy: Ignoring the less restricted referrer policy “{policy}” for the cross-site request: {url}",
	},
}
