package console

import "github.com/corsim/corsim/rule"

// WebKit's messages about requests across origins.
const (
	webKitNotAllowed = iota
	webKitNotAllowedOld
	webKitMultipleOrigins
	webKitWildcard
	webKitCredentials
	webKitPreflightStatus
	webKitPreflightStatusOld
	webKitInvalidMethods
	webKitInvalidHeaders
	webKitMethod
	webKitHeader
	webKitResourcePolicy
	webKitRedirection
	webKitRedirectScheme
	webKitRedirectCredentials
	webKitRedirectOld
	webKitNoRedirect
	webKitRedirectLimit
	webKitNotAllowedResource
	webKitOnlyHTTP
	webKitFTP
	webKitModeSameOrigin
	webKitPort
	webKitPreflightBlocked
	webKitBlockedPort
	webKitUnsafe
	webKitInsecure
	webKitInsecureLocal
	webKitUpgraded
	webKitNotUpgraded
	webKitRedirectAway
	webKitRedirectAwayOfFetch
	webKitRedirectRefused
	webKitNotShown
	webKitModuleType
	webKitIntegrity
	webKitKeepalive
	webKitLocalResource
	webKitStylesheetType
	webKitNosniff
	webKitScriptType
	webKitFetch
	webKitXHR
	webKitBeacon
	webKitEventSource
	webKitImage
	webKitIntegrityOfElement
	webKitElement
)

// webKitTemplates are the messages in their wording.
var webKitTemplates = [...]template{
	webKitNotAllowed: {
		text:  "Origin {origin} is not allowed by Access-Control-Allow-Origin. Status code: {status}",
		rules: []rule.ID{rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch},
	},
	webKitNotAllowedOld: {
		text:  "Origin {origin} is not allowed by Access-Control-Allow-Origin.",
		rules: []rule.ID{rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch},
		old:   true,
	},
	webKitMultipleOrigins: {
		text:  "Access-Control-Allow-Origin cannot contain more than one origin.",
		rules: []rule.ID{rule.CORSAllowOriginMultiple},
	},
	webKitWildcard: {
		text:  "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
		rules: []rule.ID{rule.CORSWildcardWithCredentials},
	},
	webKitCredentials: {
		text:  `Credentials flag is true, but Access-Control-Allow-Credentials is not "true".`,
		rules: []rule.ID{rule.CORSAllowCredentialsNotTrue},
	},
	webKitPreflightStatus: {
		text:  "Preflight response is not successful. Status code: {status}",
		rules: preflightStatusRules,
	},
	webKitPreflightStatusOld: {
		text:  "Preflight response is not successful",
		rules: preflightStatusRules,
		old:   true,
	},
	webKitInvalidMethods: {
		text:  "Header Access-Control-Allow-Methods has an invalid value: {value}",
		rules: []rule.ID{rule.PreflightSyntax},
	},
	webKitInvalidHeaders: {
		text:  "Header Access-Control-Allow-Headers has an invalid value: {value}",
		rules: []rule.ID{rule.PreflightSyntax},
	},
	webKitMethod: {
		text:  "Method {method} is not allowed by Access-Control-Allow-Methods.",
		rules: []rule.ID{rule.PreflightMethod},
	},
	webKitHeader: {
		text:  "Request header field {header} is not allowed by Access-Control-Allow-Headers.",
		rules: []rule.ID{rule.PreflightHeader, rule.PreflightAuthorization},
	},
	webKitResourcePolicy: {
		text:  "Cancelled load to {url} because it violates the resource's Cross-Origin-Resource-Policy response header.",
		rules: []rule.ID{rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy},
	},
	webKitRedirection: {
		text: "Cross-origin redirection to {location} denied by Cross-Origin Resource Sharing policy: {reason}",
		rules: []rule.ID{
			rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch, rule.CORSAllowOriginMultiple,
			rule.CORSWildcardWithCredentials, rule.CORSAllowCredentialsNotTrue,
			rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy,
			rule.RedirectScheme, rule.RedirectCredentials, rule.RedirectCredentialsTainted,
		},
	},
	webKitRedirectScheme: {
		text:  "not allowed to follow a cross-origin CORS redirection with non CORS scheme",
		rules: []rule.ID{rule.RedirectLocationInvalid, rule.RedirectScheme},
	},
	webKitRedirectCredentials: {
		text:  "redirection URL {location} has credentials",
		rules: []rule.ID{rule.RedirectCredentials, rule.RedirectCredentialsTainted},
	},
	webKitRedirectOld: {
		text: "URL is either a non-HTTP URL or contains credentials.",
		rules: []rule.ID{
			rule.RedirectLocationInvalid, rule.RedirectScheme, rule.RedirectCredentials, rule.RedirectCredentialsTainted,
		},
		old: true,
	},
	webKitNoRedirect: {
		text:  "Not allowed to follow a redirection while loading {url}",
		rules: []rule.ID{rule.RedirectModeError},
	},
	webKitRedirectLimit: {
		text:  "Load cannot follow more than 20 redirections",
		rules: []rule.ID{rule.RedirectLimit},
	},
	webKitNotAllowedResource: {
		text:  "Not allowed to request resource",
		rules: []rule.ID{rule.MixedContentBlocked, rule.MainFetchNoCORSRedirectMode, rule.ContentSecurityPolicy},
	},
	webKitOnlyHTTP: {
		text:  "Cross origin requests are only supported for HTTP.",
		rules: []rule.ID{rule.MainFetchScheme, rule.MixedContentBlocked},
	},
	webKitFTP: {
		text:  "FTP URLs are disabled",
		rules: []rule.ID{rule.MainFetchScheme, rule.UnknownScheme, rule.RedirectScheme},
	},
	webKitModeSameOrigin: {
		text:  "Fetch API cannot load {envelope}.",
		rules: []rule.ID{rule.MainFetchModeSameOrigin},
	},
	webKitPort: {
		text:  "Not allowed to use restricted network port {port}: {url}",
		rules: []rule.ID{rule.BadPort},
	},
	webKitPreflightBlocked: {
		text:  "CORS-preflight request was blocked",
		rules: []rule.ID{rule.BadPort},
	},
	webKitBlockedPort: {
		text:  "Not allowed to use restricted network port",
		rules: []rule.ID{rule.BadPort},
	},
	webKitUnsafe: {
		text:  "Unsafe attempt to load URL {url} from origin {origin}. Domains, protocols and ports must match.",
		rules: []rule.ID{rule.MainFetchModeSameOrigin, rule.RedirectScheme},
	},
	webKitInsecure: {
		text: "[blocked] The page at {page} requested insecure content from {url}. This content was blocked and must be " +
			"served over HTTPS.",
		rules: []rule.ID{rule.MixedContentBlocked},
	},
	webKitInsecureLocal: {
		text:  "[blocked] The page at {page} requested insecure content from {url}. This content was blocked and must",
		rules: []rule.ID{rule.MixedContentBlocked},
	},
	webKitUpgraded: {
		text: "The page at {page} requested insecure content from {url}. This content was automatically upgraded and " +
			"should be served over HTTPS.",
		rules: []rule.ID{rule.MixedContentUpgraded, rule.MixedContentBlocked},
	},
	webKitNotUpgraded: {
		text: "The page at {page} requested insecure content from {url}. This content was not upgraded to HTTPS and " +
			"must be served from the local host.",
		rules: []rule.ID{rule.MixedContentBlocked},
	},
	webKitRedirectAway: {
		text:  "Redirection to URL with a scheme that is not HTTP(S)",
		rules: []rule.ID{rule.RedirectScheme},
	},
	webKitRedirectAwayOfFetch: {
		text:  "Redirection to URL with a scheme that is not HTTP(S).",
		rules: []rule.ID{rule.RedirectScheme},
	},
	webKitRedirectRefused: {
		text:  "Redirect was not allowed",
		rules: []rule.ID{rule.RedirectScheme, rule.MixedContentBlocked},
	},
	webKitNotShown: {
		text:  "The URL can’t be shown",
		rules: []rule.ID{rule.RedirectScheme, rule.RedirectLocationInvalid},
	},
	webKitIntegrity: {
		text: "Failed integrity metadata check. {envelope}. Failed integrity metadata check. Content length: {length}, " +
			"Expected content length: {expected}, Expected metadata: {metadata}",
		rules: []rule.ID{rule.MainFetchIntegrity, rule.IntegrityMatch},
	},
	webKitKeepalive: {
		text:  "Reached maximum amount of queued data of 64Kb for keepalive requests",
		rules: []rule.ID{rule.KeepaliveLimit},
	},
	webKitLocalResource: {
		text:  "Not allowed to load local resource: {url}",
		rules: []rule.ID{rule.FileURL, rule.BlobMissing, rule.MainFetchScheme, rule.RedirectScheme},
	},
	webKitStylesheetType: {
		text:  "Did not parse stylesheet at '{envelope}' because non CSS MIME types are not allowed in strict mode.",
		rules: []rule.ID{rule.LoadStylesheetType, rule.NosniffBlocked},
	},
	webKitNosniff: {
		text: `Refused to execute {envelope} as script because "X-Content-Type-Options: nosniff" was given and its ` +
			`Content-Type is not a script MIME type.`,
		rules: []rule.ID{rule.NosniffBlocked, rule.MIMETypeBlocked},
	},
	webKitScriptType: {
		text:  "Refused to execute {envelope} as script because {type} is not a script MIME type.",
		rules: []rule.ID{rule.MIMETypeBlocked},
	},
	webKitModuleType: {
		text:  "TypeError: '{type}' is not a valid JavaScript MIME type.",
		rules: []rule.ID{rule.LoadModuleType, rule.MIMETypeBlocked, rule.NosniffBlocked},
	},
	webKitFetch:       {text: "Fetch API cannot load {envelope} due to access control checks."},
	webKitXHR:         {text: "XMLHttpRequest cannot load {envelope} due to access control checks."},
	webKitBeacon:      {text: "Beacon API cannot load {envelope}. {reason}"},
	webKitEventSource: {text: "EventSource cannot load {envelope} due to access control checks."},
	webKitImage:       {text: "Cannot load image {envelope} due to access control checks."},
	webKitIntegrityOfElement: {
		text: "Cannot load {kind} {envelope}. Failed integrity metadata check. Content length: {length}, " +
			"Expected content length: {expected}, Expected metadata: {metadata}",
		rules: []rule.ID{rule.MainFetchIntegrity, rule.IntegrityMatch},
	},
	webKitElement: {
		text:  "Cross-origin {kind} load denied by Cross-Origin Resource Sharing policy.",
		rules: corsCheckRules,
	},
}
