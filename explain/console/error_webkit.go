package console

import "github.com/corsim/corsim/rule"

// webKitErrors are WebKit's messages.
var webKitErrors = errorTexts{
	network: template{text: "Load failed"},
	font:    template{text: " A network error occurred."},
	refused: map[rule.ID]template{
		rule.RequestURLInvalid:     {text: "URL is not valid or contains user credentials."},
		rule.RequestURLCredentials: {text: "URL is not valid or contains user credentials."},
		rule.RequestModeNavigate:   {text: "Request constructor does not accept navigate fetch mode."},
		rule.RequestOnlyIfCached: {
			text: "only-if-cached cache option requires fetch mode to be same-origin.",
		},
		rule.RequestMethodInvalid:     {text: "Method is not a valid HTTP token."},
		rule.RequestMethodForbidden:   {text: "Method is forbidden."},
		rule.RequestNoCORSMethod:      {text: "Method must be GET, POST or HEAD in no-cors mode."},
		rule.RequestEnumeration:       {text: "Type error"},
		rule.RequestBodyWithGET:       {text: "Request has method '{found}' and cannot have a body"},
		rule.RequestStreamKeepalive:   {text: "Request cannot have a ReadableStream body and keepalive set to true"},
		rule.RequestStreamUnsupported: {text: "ReadableStream uploading is not supported"},
		rule.HeaderNameInvalid:        {text: "Invalid header name: '{header}'"},
		rule.HeaderValueInvalid:       {text: "Header '{header}' has invalid value: '{value}'"},

		rule.XHRMethodInvalid:   {text: "The string did not match the expected pattern."},
		rule.XHRMethodForbidden: {text: "The operation is insecure."},
		rule.XHRURLInvalid:      {text: "The string did not match the expected pattern."},
		rule.XHRHeaderInvalid:   {text: "The string did not match the expected pattern."},

		rule.BeaconURLInvalid: {text: "This URL is invalid"},
		rule.BeaconScheme:     {text: "Beacons can only be sent over HTTP(S)"},
	},
	write: isoLatin1,
}
