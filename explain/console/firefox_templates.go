package console

import "github.com/corsim/corsim/rule"

// The envelopes around Firefox's reasons.
const (
	firefoxBlocked = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource " +
		"at {url}. (Reason: "
	firefoxWarning = "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote " +
		"resource at {url} soon. (Reason: "
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
	firefoxDidNotSucceed: {
		text: firefoxBlocked + "CORS request did not succeed" + firefoxStatus,
		rules: []rule.ID{
			rule.LoadStatus, rule.LoadModuleType, rule.BadPort, rule.MixedContentBlocked,
			rule.MIMETypeBlocked, rule.NosniffBlocked,
			rule.PreflightStatus, rule.PreflightSyntax, rule.PreflightMethod, rule.PreflightAuthorization,
			rule.PreflightHeader,
			rule.CORSAllowOriginMissing, rule.CORSWildcardWithCredentials, rule.CORSAllowOriginMultiple,
			rule.CORSAllowOriginMismatch, rule.CORSAllowCredentialsNotTrue,
			rule.RedirectLocationInvalid, rule.RedirectScheme, rule.RedirectLimit, rule.RedirectCredentials,
			rule.RedirectCredentialsTainted,
			rule.NetworkFailure, rule.NetworkStatusInvalid, rule.NetworkHeaderInvalid,
		},
	},
	firefoxExternalRedirect: {
		text:  firefoxBlocked + "CORS request external redirect not allowed).",
		rules: []rule.ID{rule.PreflightStatus},
	},
	firefoxRequestNotHTTP: {
		text:  firefoxBlocked + "CORS request not http).",
		rules: []rule.ID{rule.MixedContentBlocked, rule.MainFetchScheme, rule.RedirectScheme},
	},
	firefoxMissingAllowOrigin: {
		text:  firefoxBlocked + "CORS header ‘Access-Control-Allow-Origin’ missing" + firefoxStatus,
		rules: []rule.ID{rule.CORSAllowOriginMissing},
	},
	firefoxMultipleAllowOrigin: {
		text:  firefoxBlocked + "Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).",
		rules: []rule.ID{rule.CORSAllowOriginMultiple},
	},
	firefoxAllowOriginNotMatching: {
		text:  firefoxBlocked + "CORS header ‘Access-Control-Allow-Origin’ does not match ‘{value}’).",
		rules: []rule.ID{rule.CORSAllowOriginMultiple, rule.CORSAllowOriginMismatch},
	},
	firefoxNotSupportingCredentials: {
		text: "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at " +
			"‘{url}’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).",
		rules: []rule.ID{rule.CORSWildcardWithCredentials},
	},
	firefoxMissingAllowCredentials: {
		text:  firefoxBlocked + "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).",
		rules: []rule.ID{rule.CORSAllowCredentialsNotTrue},
	},
	firefoxPreflightDidNotSucceed: {
		text:  firefoxBlocked + "CORS preflight response did not succeed" + firefoxStatus,
		rules: []rule.ID{rule.PreflightStatus},
	},
	firefoxMethodNotFound: {
		text:  firefoxBlocked + "Did not find method in CORS header ‘Access-Control-Allow-Methods’).",
		rules: []rule.ID{rule.PreflightMethod},
	},
	firefoxInvalidAllowMethod: {
		text:  firefoxBlocked + "invalid token ‘{value}’ in CORS header ‘Access-Control-Allow-Methods’).",
		rules: []rule.ID{rule.PreflightSyntax},
	},
	firefoxInvalidAllowHeader: {
		text:  firefoxBlocked + "invalid token ‘{value}’ in CORS header ‘Access-Control-Allow-Headers’).",
		rules: []rule.ID{rule.PreflightSyntax},
	},
	firefoxMissingAllowHeader: {
		text: firefoxBlocked + "header ‘{header}’ is not allowed according to header " +
			"‘Access-Control-Allow-Headers’ from CORS preflight response).",
		rules: []rule.ID{rule.PreflightAuthorization, rule.PreflightHeader},
	},
	firefoxAuthorizationSoon: {
		text: firefoxWarning + "When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not " +
			"covered. To include the `Authorization` header, it must be explicitly listed in CORS header " +
			"`Access-Control-Allow-Headers`).",
		rules: []rule.ID{rule.PreflightHeader},
	},
	firefoxResourcePolicy: {
		text: "The resource at “{url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack " +
			"thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#",
		rules: []rule.ID{rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy},
	},
	firefoxNotEligibleForIntegrity: {
		text:  "“{url}” is not eligible for integrity checks since it’s neither CORS-enabled nor same-origin.",
		rules: []rule.ID{rule.MainFetchIntegrity},
	},
	firefoxReferrerPolicyIgnored: {
		text: "Referrer Policy: Ignoring the less restricted referrer policy “{policy}” for the cross-site " +
			"request: {url}",
	},
}
