package console

import "github.com/corsim/corsim/rule"

// webkitRedirection is what stands before the reason where a redirect is refused.
var webkitRedirection = template{
	text: "Cross-origin redirection to {location} denied by Cross-Origin Resource Sharing policy: ",
}

// corsCheckRules are those that refuse an answer for the headers that CORS is about.
var corsCheckRules = []rule.ID{
	rule.CORSAllowOriginMissing, rule.CORSWildcardWithCredentials, rule.CORSAllowOriginMultiple,
	rule.CORSAllowOriginMismatch, rule.CORSAllowCredentialsNotTrue,
}

// preflightStatusRules are behind a status that is looked at before the headers.
var preflightStatusRules = append([]rule.ID{rule.PreflightStatus}, corsCheckRules...)

// webkitReasons are WebKit's reasons.
var webkitReasons = []template{
	{
		text:  "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
		rules: []rule.ID{rule.CORSWildcardWithCredentials},
	},
	{
		text:  "Access-Control-Allow-Origin cannot contain more than one origin.",
		rules: []rule.ID{rule.CORSAllowOriginMultiple},
	},
	{
		text:  "Origin {origin} is not allowed by Access-Control-Allow-Origin. Status code: {status}",
		rules: []rule.ID{rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch},
	},
	{
		text:  "Origin {origin} is not allowed by Access-Control-Allow-Origin.",
		rules: []rule.ID{rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch},
		old:   true,
	},
	{
		text:  `Credentials flag is true, but Access-Control-Allow-Credentials is not "true".`,
		rules: []rule.ID{rule.CORSAllowCredentialsNotTrue},
	},
	{text: "Preflight response is not successful. Status code: {status}", rules: preflightStatusRules},
	{text: "Preflight response is not successful", rules: preflightStatusRules, old: true},
	{
		text:  "Header Access-Control-Allow-Methods has an invalid value: {value}",
		rules: []rule.ID{rule.PreflightSyntax},
	},
	{
		text:  "Header Access-Control-Allow-Headers has an invalid value: {value}",
		rules: []rule.ID{rule.PreflightSyntax},
	},
	{
		text:  "Method {method} is not allowed by Access-Control-Allow-Methods.",
		rules: []rule.ID{rule.PreflightMethod},
	},
	{
		text:  "Request header field {header} is not allowed by Access-Control-Allow-Headers.",
		rules: []rule.ID{rule.PreflightAuthorization, rule.PreflightHeader},
	},
	{text: "CORS-preflight request was blocked", rules: []rule.ID{rule.BadPort}},
	{
		text:  "not allowed to follow a cross-origin CORS redirection with non CORS scheme",
		rules: []rule.ID{rule.RedirectLocationInvalid, rule.RedirectScheme},
	},
	{text: "redirection URL {location} has credentials", rules: []rule.ID{rule.RedirectCredentials}},
	{
		text:  "URL is either a non-HTTP URL or contains credentials.",
		rules: []rule.ID{rule.RedirectLocationInvalid, rule.RedirectScheme, rule.RedirectCredentials},
		old:   true,
	},
	{
		text:  "Not allowed to follow a redirection while loading {url}",
		rules: []rule.ID{rule.RedirectModeError},
	},
	{text: "Load cannot follow more than 20 redirections", rules: []rule.ID{rule.RedirectLimit}},
	{text: "Cross-origin {kind} load denied by Cross-Origin Resource Sharing policy.", rules: corsCheckRules},
	{
		text: "Cancelled load to {url} because it violates the resource's Cross-Origin-Resource-Policy response " +
			"header.",
		rules: []rule.ID{rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy},
	},
	{
		text:  "Cross origin requests are only supported for HTTP.",
		rules: []rule.ID{rule.MixedContentBlocked, rule.MainFetchScheme},
	},
}

// webkitRules are behind the lines that say only what was not loaded.
var webkitRules = []rule.ID{
	rule.BadPort, rule.MixedContentBlocked, rule.MainFetchModeSameOrigin, rule.MainFetchNoCORSRedirectMode,
	rule.MainFetchScheme, rule.MainFetchIntegrity, rule.IntegrityMatch, rule.UnknownScheme, rule.RedirectModeError,
	rule.PreflightStatus, rule.PreflightSyntax, rule.PreflightMethod, rule.PreflightAuthorization,
	rule.PreflightHeader,
	rule.CORSAllowOriginMissing, rule.CORSWildcardWithCredentials, rule.CORSAllowOriginMultiple,
	rule.CORSAllowOriginMismatch, rule.CORSAllowCredentialsNotTrue,
	rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy,
	rule.RedirectLocationInvalid, rule.RedirectScheme, rule.RedirectLimit, rule.RedirectCredentials,
	rule.KeepaliveLimit,
}

// webkitWhere are the lines that follow a reason.
var webkitWhere = []template{
	{text: "Fetch API cannot load {url} due to access control checks.", rules: webkitRules},
	{text: "XMLHttpRequest cannot load {url} due to access control checks.", rules: webkitRules},
	{text: "Beacon API cannot load {url} due to access control checks.", rules: webkitRules},
	{text: "EventSource cannot load {url} due to access control checks.", rules: webkitRules},
	{text: "Cannot load {kind} {url} due to access control checks.", rules: webkitRules},
}
