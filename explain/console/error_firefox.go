package console

import "github.com/corsim/corsim/rule"

// firefoxErrors are Firefox's messages.
var firefoxErrors = errorTexts{
	network: template{text: "NetworkError when attempting to fetch resource."},
	font:    template{text: "A network error occurred."},
	prefix:  template{text: "{global}.fetch: "},
	refused: map[rule.ID]template{
		rule.RequestURLInvalid:     {text: "{url} is not a valid URL."},
		rule.RequestURLCredentials: {text: "{url} is an url with embedded credentials."},
		rule.RequestModeNavigate:   {text: "Invalid request mode navigate."},
		rule.RequestOnlyIfCached: {
			text: "Request mode '{mode}' was used, but request cache mode 'only-if-cached' " +
				"can only be used with request mode 'same-origin'.",
		},
		rule.RequestMethodInvalid:   {text: "Invalid request method {found}."},
		rule.RequestMethodForbidden: {text: "Invalid request method {found}."},
		rule.RequestNoCORSMethod:    {text: "Invalid request method {found}."},
		rule.RequestEnumeration: {
			text: "'{given}' (value of '{member}' member of RequestInit) " +
				"is not a valid value for enumeration {enumeration}.",
		},
		rule.RequestBodyWithGET: {text: "HEAD or GET Request cannot have a body."},
		rule.HeaderNameInvalid:  {text: "{lower} is an invalid header name."},
		rule.HeaderValueInvalid: {text: "{value} is an invalid header value."},

		rule.XHRMethodInvalid:   {text: "An invalid or illegal string was specified"},
		rule.XHRMethodForbidden: {text: "The operation is insecure."},
		rule.XHRURLInvalid:      {text: "XMLHttpRequest.open: '{url}' is not a valid URL."},
		rule.XHRHeaderInvalid:   {text: "Invalid header name."},

		rule.BeaconURLInvalid: {text: "Navigator.sendBeacon: {url} is not a valid URL."},
		rule.BeaconScheme: {
			text: "Navigator.sendBeacon: Beacon URL {url} must be either http:// or https://.",
		},
	},
	write: validUTF8,
}
