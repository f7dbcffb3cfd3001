package console

import "github.com/corsim/corsim/rule"

// A chromiumMessage names a message of Chromium that has no envelope.
type chromiumMessage uint8

const (
	chromiumNoMessage chromiumMessage = iota
	chromiumModeSameOrigin
	chromiumModeNoCORS
	chromiumURLScheme
	chromiumFTP
	chromiumLocalResource
	chromiumUnsafeAttempt
	chromiumIntegrityFailed
	chromiumDigest
	chromiumIntegrityNotEligible
	chromiumIntegrityNeedsCORS
	chromiumMixedBlocked
	chromiumMixedUpgraded
	chromiumMixedLocal
	chromiumMixedAddress
	chromiumScriptType
	chromiumScriptTypeStrict
	chromiumStylesheetType
	chromiumModuleType
	chromiumFontDecoding
	chromiumEventStreamType
)

// chromiumMessages are the messages.
var chromiumMessages = [...]template{
	chromiumModeSameOrigin: {
		text: `Fetch API cannot load {url}. Request mode is "same-origin" but the URL's origin is not same as ` +
			"the request origin {origin}.",
		rules: []rule.ID{rule.MainFetchModeSameOrigin},
	},
	chromiumModeNoCORS: {
		text:  `Fetch API cannot load {url}. Request mode is "no-cors" but the redirect mode is not "follow".`,
		rules: []rule.ID{rule.MainFetchNoCORSRedirectMode},
	},
	chromiumURLScheme: {
		text: `Fetch API cannot load {url}. URL scheme "{scheme}" is not supported.`,
		rules: []rule.ID{
			rule.MainFetchScheme, rule.UnknownScheme, rule.AboutOther, rule.BlobMissing,
		},
	},
	chromiumFTP: {
		text:  "FTP is not supported.",
		rules: []rule.ID{rule.MainFetchScheme},
	},
	chromiumLocalResource: {
		text:  "Not allowed to load local resource: {url}",
		rules: []rule.ID{rule.MainFetchScheme, rule.FileURL, rule.UnknownScheme, rule.BlobMissing},
	},
	chromiumUnsafeAttempt: {
		text: "Unsafe attempt to load URL {url} from frame with URL {page}. " +
			"Domains, protocols and ports must match.\n",
		rules: []rule.ID{rule.MainFetchModeSameOrigin, rule.MixedContentBlocked, rule.RedirectScheme},
	},
	chromiumIntegrityFailed: {
		text:  "Fetch API cannot load {url}. SRI's integrity checks failed.",
		rules: []rule.ID{rule.IntegrityMatch, rule.MainFetchIntegrity},
	},
	chromiumDigest: {
		text: "Failed to find a valid digest in the 'integrity' attribute for resource '{url}' with computed " +
			"{algorithm} integrity '{digest}'. The resource has been blocked.",
		rules: []rule.ID{rule.IntegrityMatch, rule.MainFetchIntegrity},
	},
	chromiumIntegrityNotEligible: {
		text: "Subresource Integrity: The resource '{url}' has an integrity attribute, but the response is not " +
			"eligible for integrity validation.",
		rules: []rule.ID{rule.MainFetchIntegrity},
	},
	chromiumIntegrityNeedsCORS: {
		text: "Subresource Integrity: The resource '{url}' has an integrity attribute, but the resource requires " +
			"the request to be CORS enabled to check the integrity, and it is not. The resource has been blocked " +
			"because the integrity cannot be enforced.",
		rules: []rule.ID{rule.MainFetchIntegrity},
	},
	chromiumMixedBlocked: {
		text: "Mixed Content: The page at '{page}' was loaded over HTTPS, but requested an insecure {kind} " +
			"'{url}'. This request has been blocked; the content must be served over HTTPS.",
		rules: []rule.ID{rule.MixedContentBlocked},
	},
	chromiumMixedUpgraded: {
		text: "Mixed Content: The page at '{page}' was loaded over HTTPS, but requested an insecure element " +
			"'{url}'. This request was automatically upgraded to HTTPS, For more information see " +
			"https://blog.chromium.org/2019/10/no-more-mixed-messages-about-https.html",
		rules: []rule.ID{rule.MixedContentUpgraded},
	},
	chromiumMixedLocal: {
		text: "Mixed Content: The page at '{page}' was loaded over HTTPS, but requested an insecure element " +
			"'{url}'. This request was not upgraded to HTTPS because it is a local network request.",
		rules: []rule.ID{rule.MixedContentBlocked},
	},
	chromiumMixedAddress: {
		text: "Mixed Content: The page at '{page}' was loaded over HTTPS, but requested an insecure element " +
			"'{url}'. This request was not upgraded to HTTPS because its URL's host is an IP address.",
		rules: []rule.ID{rule.MixedContentBlocked},
	},
	chromiumScriptType: {
		text:  "Refused to execute script from '{url}' because its MIME type ('{type}') is not executable.",
		rules: []rule.ID{rule.MIMETypeBlocked},
	},
	chromiumScriptTypeStrict: {
		text: "Refused to execute script from '{url}' because its MIME type ('{type}') is not executable, " +
			"and strict MIME type checking is enabled.",
		rules: []rule.ID{rule.NosniffBlocked, rule.MIMETypeBlocked},
	},
	chromiumStylesheetType: {
		text: "Refused to apply style from '{url}' because its MIME type ('{type}') is not a supported stylesheet " +
			"MIME type, and strict MIME checking is enabled.",
		rules: []rule.ID{rule.NosniffBlocked},
	},
	chromiumModuleType: {
		text: "Failed to load module script: Expected a JavaScript-or-Wasm module script but the server responded " +
			`with a MIME type of "{type}". Strict MIME type checking is enforced for module scripts per HTML spec.`,
		rules: []rule.ID{rule.LoadModuleType},
	},
	chromiumFontDecoding: {
		text:  "Failed to decode downloaded font: {url}",
		rules: []rule.ID{rule.LoadFont},
	},
	chromiumEventStreamType: {
		text: `EventSource's response has a MIME type ("{type}") that is not "text/event-stream". ` +
			"Aborting the connection.",
		rules: []rule.ID{rule.EventSourceContentType},
	},
}
